"""Rows to insert in bulk: every column of every row said, so that one statement serves all rows of a table."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from zwk_barrier.model import Record, journaled_tables
from zwk_barrier.model.ids import new_id


class Rows:
    """Rows of an office, table by table, in the order they were thought of."""

    def __init__(self) -> None:
        self._rows: dict[type[Record], list[dict[str, Any]]] = {record: [] for record in journaled_tables()}
        self._empty = {record: _columns(record) for record in self._rows}

    def add(self, record: type[Record], made_at: datetime, **values: object) -> UUID:
        """Puts one row down and gives its id; raises KeyError for a column the record has not."""
        row = self._empty[record].copy()
        for name, value in values.items():
            if name not in row:
                raise KeyError(f"{record.__name__} has no column {name}")
            if value is not None:
                row[name] = value
        row_id = new_id()
        row["id"], row["created_at"] = row["id"] or row_id, made_at
        self._rows[record].append(row)
        return row["id"] if isinstance(row["id"], UUID) else row_id

    def insert(self, session: Session) -> None:
        """Inserts all rows, tables that others refer to first, and forgets them."""
        for record, rows in self._rows.items():
            if rows:
                session.connection().execute(insert(record), rows)
                rows.clear()


def _columns(record: type[Record]) -> dict[str, Any]:
    """Every column with what it holds when nothing is said."""
    return {
        column.name: column.default.arg if column.default is not None and column.default.is_scalar else None
        for column in record.__table__.columns
    }
