"""The journal's triggers, generated from the models.

Triggers and not the program write the journal, so that bulk and raw statements are caught too.  There is
one for each column, because SQLite compiles every trigger of an UPDATE anew with the statement: so a
field that is kept pays for its own trigger only.
"""

from typing import Final

from sqlalchemy import Connection

from zwk_barrier.model import Permanent, Record, journaled_tables

PREFIX: Final = "journal_"
_NOW: Final = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_ENTRY: Final = "lower(hex(randomblob(16)))"
_TARGET: Final = (
    "INSERT INTO journal"
    " (entry_id, at, action, table_name, row_id, column_name, old_value, new_value, parent)"
)


def install(connection: Connection) -> None:
    """Makes the triggers anew from the models; run at creation and after every migration."""
    remove(connection)
    for statement in expected().values():
        connection.exec_driver_sql(statement)


def remove(connection: Connection) -> None:
    """Takes the triggers away, as a migration that copies tables needs it."""
    for name in installed(connection):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def installed(connection: Connection) -> dict[str, str]:
    """The journal's triggers in the database: name and statement."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) = ?", (PREFIX,)
    )
    return {str(name): str(statement) for name, statement in found}


def expected() -> dict[str, str]:
    """The triggers the models ask for: name and statement."""
    return {name: statement for record in journaled_tables() for name, statement in _triggers(record)}


def row_as_json(alias: str, columns: list[str]) -> str:
    """The SQL for a row as a JSON object of its columns that are not NULL."""
    parts = ", ".join(f"'{column}', {alias}.{column}" for column in columns)
    return f"json_patch('{{}}', json_object({parts}))"


def columns_of(record: type[Record]) -> list[str]:
    """The columns the journal keeps: all but the id, which never changes."""
    return [column.name for column in record.__table__.columns if column.name != "id"]


def _triggers(record: type[Record]) -> list[tuple[str, str]]:
    table, columns = record.__tablename__, columns_of(record)
    made = f"'insert', '{table}', NEW.id, NULL, NULL, {row_as_json('NEW', columns)}, NULL"
    if issubclass(record, Permanent):
        return [_trigger(f"{table}_insert", f"AFTER INSERT ON {table}", made), *_refusals(table)]
    gone = f"'delete', '{table}', OLD.id, NULL, {row_as_json('OLD', columns)}, NULL, NULL"
    return [
        _trigger(f"{table}_insert", f"AFTER INSERT ON {table}", made),
        _trigger(f"{table}_delete", f"AFTER DELETE ON {table}", gone),
        *(_field(table, column) for column in columns),
    ]


def _refusals(table: str) -> list[tuple[str, str]]:
    """What keeps a register from being rewritten, whoever tries."""
    return [_refusal(table, verb) for verb in ("update", "delete")]


def _refusal(table: str, verb: str) -> tuple[str, str]:
    name = f"{PREFIX}{table}_keeps_{verb}"
    refuse = f"SELECT RAISE(ABORT, '{table} is only ever added to')"
    return name, f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} BEGIN {refuse}; END"


def _field(table: str, column: str) -> tuple[str, str]:
    before = "SELECT entry_id FROM journal WHERE row_id = NEW.id AND column_name"
    newest = "ORDER BY position DESC LIMIT 1"
    parent = f"coalesce(({before} = '{column}' {newest}), ({before} IS NULL {newest}))"
    values = f"json_quote(OLD.{column}), json_quote(NEW.{column})"
    return _trigger(
        f"{table}_set_{column}",
        f"AFTER UPDATE OF {column} ON {table} WHEN OLD.{column} IS NOT NEW.{column}",
        f"'update', '{table}', NEW.id, '{column}', {values}, {parent}",
    )


def _trigger(name: str, when: str, entry: str) -> tuple[str, str]:
    name = PREFIX + name
    return name, f"CREATE TRIGGER {name} {when} BEGIN {_TARGET} VALUES ({_ENTRY}, {_NOW}, {entry}); END"
