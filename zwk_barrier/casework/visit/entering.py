"""What is entered at a visit, value by value: one field, one deed."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Measurement, Room
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class Measured:
    """What was entered for one criterion; all empty means not checked."""

    value: Decimal | None = None
    second_value: Decimal | None = None
    answer: bool | None = None
    grade: str | None = None
    is_applicable: bool = True

    @property
    def is_entered(self) -> bool:
        """Whether the criterion was looked at, be it only to say that it does not apply."""
        given = (self.value, self.second_value, self.answer, self.grade)
        return not self.is_applicable or any(part is not None for part in given)


def enter_measurement(
    store: OfficeStore,
    room_id: UUID,
    criterion: str,
    measured: Measured,
    *,
    unit: str,
    method: str | None,
    part_id: UUID | None = None,
) -> Changed:
    """Keeps what was measured for one criterion in one room, or at a further part of it; empty: not checked.

    A value typed anew was measured anew: it takes ``method`` whatever the method of the old one was.
    """
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, part_id, is_wanted=measured.is_entered)
        if row is not None:
            row.value, row.second_value = measured.value, measured.second_value
            row.answer, row.grade = measured.answer, measured.grade
            row.is_applicable, row.unit = measured.is_applicable, unit
            row.method = method if measured.is_entered else None
    return deed.changed


def keep_method(
    store: OfficeStore, room_id: UUID, criterion: str, method: str | None, *, part_id: UUID | None = None
) -> Changed:
    """Says how one value was found, e.g. that it was only estimated; nothing happens without a value."""
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, part_id, is_wanted=False)
        if row is not None:
            row.method = method
    return deed.changed


def keep_remark(
    store: OfficeStore, room_id: UUID, criterion: str, remark: str | None, *, part_id: UUID | None = None
) -> Changed:
    """Keeps a note on one criterion, with a value or before there is one."""
    note = clean(Measurement, {"note": remark})["note"]
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, part_id, is_wanted=note is not None)
        if row is not None:
            row.note = note
    return deed.changed


def mark(
    store: OfficeStore, room_id: UUID, criterion: str, *, part_id: UUID | None = None, **values: object
) -> Changed:
    """Says of what was measured that it should go (``is_wanted``) or how often it is met (``frequency``).

    Nothing happens without a value.
    """
    told = clean(Measurement, values)
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, part_id, is_wanted=False)
        for column, value in told.items() if row is not None else ():
            setattr(row, column, value)
    return deed.changed


def _measurement(
    session: Session, room_id: UUID, criterion: str, part_id: UUID | None, *, is_wanted: bool
) -> Measurement | None:
    """The row of a criterion in a room, made when ``is_wanted``; raises NotFound for a room that is gone."""
    get(session, Room, room_id)
    row = session.scalars(
        select(Measurement).where(
            Measurement.room_id == room_id,
            Measurement.criterion == criterion,
            Measurement.part_id.is_(None) if part_id is None else Measurement.part_id == part_id,
            Measurement.removed_at.is_(None),
        )
    ).first()
    if row is None and is_wanted:
        row = Measurement(room_id=room_id, criterion=criterion, part_id=part_id)
        session.add(row)
    return row
