"""What the journal tells: what a deed changed, how it is taken back, which values a field has had."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Dialect, func, select, text
from sqlalchemy.orm import Session

from zwk_barrier.model import Base, Deed, JournalEntry, Staff
from zwk_barrier.problems import ConflictProblem
from zwk_barrier.store.triggers import row_as_json
from zwk_barrier.wording import _

UNDO: Final = "undo"
REDO: Final = "redo"


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
    """One value a field has had, as the model gives it: from when on, by whom, in which kind of deed.

    ``staff`` is the name of a person, empty when the value was written past the program.
    """

    at: datetime
    staff: str
    value: Any
    deed_kind: str


def last_deed(session: Session, staff_id: UUID, *, for_redo: bool = False) -> Deed | None:
    """The deed that undo would take back now, or with ``for_redo`` the undo that redo would take back.

    Deeds are walked in the order they were committed, not by their clock, which may run wrong.
    """
    taken_back: set[UUID] = set()
    for deed in _newest_first(session, staff_id):
        if deed.id in taken_back:
            continue
        if deed.undoes is None:
            return None if for_redo or deed.is_final else deed
        if for_redo and deed.kind == UNDO:
            return deed
        taken_back.add(deed.undoes)
    return None


def _newest_first(session: Session, staff_id: UUID) -> Iterator[Deed]:
    newest = select(Deed).where(Deed.actor_id == staff_id).order_by(Deed.first_entry.desc())
    with session.scalars(newest.execution_options(yield_per=20)) as deeds:
        yield from deeds


def take_back(session: Session, deed: Deed) -> None:
    """Writes the old values of a deed back; raises ConflictProblem when one was changed since."""
    entries = session.scalars(
        select(JournalEntry)
        .where(JournalEntry.position.between(deed.first_entry, deed.last_entry))
        .order_by(JournalEntry.position.desc())
    ).all()
    for entry in entries:
        if entry.action == "insert":
            _take_away(session, entry)
        elif entry.column_name is not None:
            _put_back(session, entry, entry.column_name)
    session.expire_all()


def _take_away(session: Session, entry: JournalEntry) -> None:
    """Removes a row the deed made, unless it was changed or something was hung on it since."""
    made = json.loads(entry.new_value or "{}")
    columns = [column.name for column in Base.metadata.tables[entry.table_name].columns]
    now = _value_now(session, entry, row_as_json("it", columns))
    standing = {name: value for name, value in json.loads(now or "{}").items() if name != "id"}
    if standing != {name: value for name, value in made.items() if name in columns}:
        raise _changed_since()
    for table, column in _references_to(entry.table_name):
        hanging = text(f"SELECT 1 FROM {table} WHERE {column} = :id AND removed_at IS NULL")
        if session.execute(hanging, {"id": entry.row_id.hex}).first():
            raise ConflictProblem(
                _("Das lässt sich nicht rückgängig machen: Inzwischen hängt anderes daran."),
                advice=_("Nehmen Sie zuerst zurück, was danach dazugekommen ist."),
            )
    _set(session, entry, "removed_at", datetime.now(UTC).replace(tzinfo=None).isoformat(" "))


def _put_back(session: Session, entry: JournalEntry, column: str) -> None:
    if _value_now(session, entry, f"json_quote(it.{column})") != entry.new_value:
        raise _changed_since()
    _set(session, entry, column, json.loads(entry.old_value or "null"))


def _value_now(session: Session, entry: JournalEntry, expression: str) -> str | None:
    statement = text(f"SELECT {expression} FROM {entry.table_name} AS it WHERE it.id = :id")
    value: str | None = session.execute(statement, {"id": entry.row_id.hex}).scalar()
    return value


def _set(session: Session, entry: JournalEntry, column: str, value: object) -> None:
    session.execute(
        text(f"UPDATE {entry.table_name} SET {column} = :value WHERE id = :id"),
        {"value": value, "id": entry.row_id.hex},
    )


def _references_to(table: str) -> Iterator[tuple[str, str]]:
    for other in Base.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table.name == table:
                yield other.name, key.parent.name


def _changed_since() -> ConflictProblem:
    return ConflictProblem(
        _("Das lässt sich nicht rückgängig machen: Der Wert wurde inzwischen noch einmal geändert."),
        advice=_("Der Verlauf des Feldes zeigt alle Werte."),
    )


def history(session: Session, row_id: UUID, column: str) -> Sequence[FieldValue]:
    """Every value a field has had, newest first, with who and when."""
    newest = select(func.max(Deed.first_entry)).where(Deed.first_entry <= JournalEntry.position)
    rows = session.execute(
        select(JournalEntry, Deed.kind, Staff.name)
        .outerjoin(
            Deed,
            (Deed.first_entry == newest.correlate(JournalEntry).scalar_subquery())
            & (Deed.last_entry >= JournalEntry.position),
        )
        .outerjoin(Staff, Staff.id == Deed.actor_id)
        .where(JournalEntry.row_id == row_id)
        .where((JournalEntry.column_name == column) | (JournalEntry.action == "insert"))
        .order_by(JournalEntry.position.desc())
    )
    dialect = session.get_bind().dialect
    return [
        FieldValue(datetime.fromisoformat(entry.at), staff or "", _value(entry, column, dialect), kind or "")
        for entry, kind, staff in rows
    ]


def _value(entry: JournalEntry, column: str, dialect: Dialect) -> Any:
    """The value as the model would give it, from the JSON of what stood in the column."""
    stood = json.loads(entry.new_value or "null")
    if entry.action == "insert":
        stood = stood.get(column)
    kind = Base.metadata.tables[entry.table_name].columns[column].type.dialect_impl(dialect)
    convert = kind.result_processor(dialect, None)
    return convert(stood) if convert else stood
