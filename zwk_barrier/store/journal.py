"""The journal: triggers generated from the models, what a deed changed, its undo, a field's history.

Triggers and not the program write the journal, so that bulk and raw statements are caught too.
Values are kept as JSON of what stands in the column, so a type survives the way back.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from zwk_barrier.model import Deed, JournalEntry, Record, Staff, journaled_tables
from zwk_barrier.problems import ConflictProblem
from zwk_barrier.wording import _

UNDO: Final = "undo"
REDO: Final = "redo"

_DEED = "(SELECT deed_id FROM deed_context)"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_ENTRY = "lower(hex(randomblob(16)))"
_TARGET = (
    "INSERT INTO journal (entry_id, deed_id, at, action, table_name, row_id, column_name, old_value,"
    " new_value, parent)"
)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a deed changed: pages decide by it whether to read again."""

    deed_id: UUID | None = None
    kind: str = ""
    rows: frozenset[tuple[str, UUID]] = field(default_factory=frozenset)

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables with a changed row."""
        return frozenset(table for table, _row in self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of ``tables`` changed."""
        return not self.tables.isdisjoint(tables)

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value a field has had: as it stands in the column, from when on and by whom."""

    at: datetime
    staff: str
    value: object
    deed_kind: str


def install_triggers(connection: Connection) -> None:
    """Makes the journal's triggers anew from the models; run at creation and after every migration."""
    for record in journaled_tables():
        for name, statement in _triggers(record):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
            connection.exec_driver_sql(statement)


def _triggers(record: type[Record]) -> list[tuple[str, str]]:
    table = record.__tablename__
    columns = [column.name for column in record.__table__.columns if column.name != "id"]
    made = ", ".join(f"'{column}', NEW.{column}" for column in columns)
    gone = ", ".join(f"'{column}', OLD.{column}" for column in columns)
    triggers = [
        (
            f"journal_{table}_insert",
            f"CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN {_TARGET} VALUES"
            f" ({_ENTRY}, {_DEED}, {_NOW}, 'insert', '{table}', NEW.id, NULL, NULL,"
            f" json_object({made}), NULL); END",
        ),
        (
            f"journal_{table}_delete",
            f"CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN {_TARGET} VALUES"
            f" ({_ENTRY}, {_DEED}, {_NOW}, 'delete', '{table}', OLD.id, NULL,"
            f" json_object({gone}), NULL, NULL); END",
        ),
    ]
    updates = "".join(_update_entry(table, column) for column in columns)
    triggers.append(
        (
            f"journal_{table}_update",
            f"CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} BEGIN {updates} END",
        )
    )
    return triggers


def _update_entry(table: str, column: str) -> str:
    parent = (
        "(SELECT entry_id FROM journal WHERE row_id = NEW.id"
        f" AND (column_name = '{column}' OR column_name IS NULL)"
        " ORDER BY position DESC LIMIT 1)"
    )
    return (
        f"{_TARGET} SELECT {_ENTRY}, {_DEED}, {_NOW}, 'update', '{table}', NEW.id, '{column}',"
        f" json_quote(OLD.{column}), json_quote(NEW.{column}), {parent}"
        f" WHERE OLD.{column} IS NOT NEW.{column}; "
    )


def changes_of(session: Session, deed_id: UUID, kind: str) -> Changed:
    """What the journal says a deed has changed so far."""
    rows = session.execute(
        select(JournalEntry.table_name, JournalEntry.row_id).where(JournalEntry.deed_id == deed_id)
    )
    return Changed(deed_id, kind, frozenset((table, row) for table, row in rows))


def last_deed(session: Session, staff_id: UUID, *, for_redo: bool = False) -> Deed | None:
    """The deed that undo would take back now, or with ``for_redo`` the undo that redo would take back.

    Deeds are walked in the order they were committed, not by their clock, which may run wrong.
    """
    deeds = session.scalars(
        select(Deed).where(Deed.actor_id == staff_id).order_by(text("deed.rowid DESC")).limit(400)
    )
    taken_back: set[UUID] = set()
    for deed in deeds:
        if deed.id in taken_back:
            continue
        if deed.undoes is None:
            return None if for_redo else deed
        if for_redo and deed.kind == UNDO:
            return deed
        taken_back.add(deed.undoes)
    return None


def take_back(session: Session, deed_id: UUID) -> None:
    """Writes the old values of a deed back; raises ConflictProblem when one was changed since."""
    entries = session.scalars(
        select(JournalEntry).where(JournalEntry.deed_id == deed_id).order_by(JournalEntry.position.desc())
    ).all()
    for entry in entries:
        if entry.action == "insert":
            _set(session, entry, "removed_at", datetime.now(UTC).replace(tzinfo=None).isoformat(" "))
        elif entry.action == "update" and entry.column_name is not None:
            _put_back(session, entry, entry.column_name)
    session.expire_all()


def _put_back(session: Session, entry: JournalEntry, column: str) -> None:
    now = session.execute(
        text(f"SELECT json_quote({column}) FROM {entry.table_name} WHERE id = :id"),  # noqa: S608 - own names
        {"id": entry.row_id.hex},
    ).scalar_one()
    if now != entry.new_value:
        raise ConflictProblem(
            _("Das lässt sich nicht rückgängig machen: Der Wert wurde inzwischen noch einmal geändert."),
            advice=_("Der Verlauf des Feldes zeigt alle Werte."),
        )
    _set(session, entry, column, json.loads(entry.old_value or "null"))


def _set(session: Session, entry: JournalEntry, column: str, value: object) -> None:
    session.execute(
        text(f"UPDATE {entry.table_name} SET {column} = :value WHERE id = :id"),  # noqa: S608 - own names
        {"value": value, "id": entry.row_id.hex},
    )


def history(session: Session, row_id: UUID, column: str) -> Sequence[FieldValue]:
    """Every value a field has had, newest first, with who and when."""
    rows = session.execute(
        select(JournalEntry, Deed.kind, Staff.name)
        .outerjoin(Deed, Deed.id == JournalEntry.deed_id)
        .outerjoin(Staff, Staff.id == Deed.actor_id)
        .where(JournalEntry.row_id == row_id)
        .where((JournalEntry.column_name == column) | (JournalEntry.action == "insert"))
        .order_by(JournalEntry.position.desc())
    )
    return [
        FieldValue(datetime.fromisoformat(entry.at), staff or "", _value_in(entry, column), kind or "")
        for entry, kind, staff in rows
    ]


def _value_in(entry: JournalEntry, column: str) -> object:
    value = json.loads(entry.new_value or "null")
    return value.get(column) if entry.action == "insert" and isinstance(value, dict) else value
