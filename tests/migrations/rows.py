"""Rows for any schema: what a migration meets in an office, made from the schema alone."""

import itertools
from typing import Any
from uuid import uuid4

from sqlalchemy import Column, Connection, MetaData, Table, column, func, insert, select, table, types

PROGRAMS_OWN = ("alembic_version", "journal", "deed", "deed_context", "search_", "sqlite_")
_BY_TYPE: dict[Any, object] = {
    types.DateTime: "2026-05-03 10:00:00.000000",
    types.Date: "2026-05-03",
    types.Time: "10:00:00.000000",
    types.Boolean: 1,
    types.JSON: '["a", "b"]',
}
_count = itertools.count(1)


def load(connection: Connection, rows: int = 3) -> dict[str, int]:
    """Puts rows into every table of an office, each column filled, references kept; how many stand where."""
    schema = MetaData()
    schema.reflect(connection)
    ids: dict[str, list[str]] = {}
    for each in schema.sorted_tables:
        if not each.name.startswith(PROGRAMS_OWN):
            ids[each.name] = []
            for _row in range(rows):
                ids[each.name].append(_insert(connection, each, ids))
    return {name: len(made) for name, made in ids.items()}


def counts(connection: Connection, names: list[str]) -> dict[str, int]:
    """How many rows stand in these tables."""
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names
    }


def _insert(connection: Connection, into: Table, ids: dict[str, list[str]]) -> str:
    row_id = uuid4().hex
    row = {name: _value(column, ids) for name, column in into.columns.items()} | {"id": row_id}
    values = insert(table(into.name, *map(column, row))).values(row)
    connection.execute(values)
    return row_id


def _value(of: Column[Any], ids: dict[str, list[str]]) -> Any:
    number = next(_count)
    for key in of.foreign_keys:
        others = ids[key.column.table.name]
        return others[number % len(others)] if others else None  # the first that names one of its own
    for kind, value in _BY_TYPE.items():
        if isinstance(of.type, kind):
            return value
    return number if isinstance(of.type, types.Integer) else f"{of.name} {number}"
