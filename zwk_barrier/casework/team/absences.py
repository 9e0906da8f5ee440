"""Who is away and who stands in for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.casework.office.roles import LEADING, role_of
from zwk_barrier.casework.office.staff import all_staff
from zwk_barrier.casework.quality.plausible_together import check_together
from zwk_barrier.model import Absence, Staff
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class Absences:
    """The absences somebody may enter or change, the latest first, and who may be named in them."""

    rows: tuple[Absence, ...]
    staff: tuple[Staff, ...]
    may_name_others: bool


def load_absences(session: Session, staff_id: UUID) -> Absences:
    """Those of everybody for who leads or administers, else one's own."""
    leads = role_of(session, staff_id) in LEADING
    query = select(Absence).where(Absence.removed_at.is_(None))
    if not leads:
        query = query.where(Absence.staff_id == staff_id)
    rows = session.scalars(query.order_by(Absence.first_on.desc().nulls_first(), Absence.id.desc()))
    return Absences(tuple(rows), tuple(all_staff(session)), leads)


def begin_absence(
    store: OfficeStore, values: Mapping[str, Any], *, staff_id: UUID | None = None
) -> tuple[Changed, UUID]:
    """Enters an absence, of the person logged in unless another is named; refuses what :func:`keep_absence` does."""
    cleaned = records.clean(Absence, {"staff_id": staff_id or store.staff_id, **values})
    with store.deed("absence_added") as deed:
        row = Absence(**cleaned)
        check_together(row, cleaned)
        deed.session.add(row)
        deed.session.flush()
    return deed.changed, row.id


def keep_absence(store: OfficeStore, absence_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Changes an absence; raises InputProblem for an end before its beginning."""
    cleaned = records.clean(Absence, dict(values))
    with store.deed("absence_kept") as deed:
        row = records.get(deed.session, Absence, absence_id)
        for name, value in cleaned.items():
            setattr(row, name, value)
        check_together(row, cleaned)
    return deed.changed


def deputised(session: Session, staff_id: UUID, day: date) -> dict[UUID, str]:
    """The names of those somebody stands in for on a day, both the first and the last day included, by id.

    Who stands in for somebody and is away as well passes them on to their own deputy.
    """
    away = _away_on(session, day)
    found: set[UUID] = set()
    to_ask = [staff_id]
    while to_ask:
        deputy = to_ask.pop()
        for one in away:
            if one.deputy_id == deputy and one.staff_id not in found | {staff_id}:
                found.add(one.staff_id)
                to_ask.append(one.staff_id)
    if not found:
        return {}
    names = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(found)).order_by(Staff.name))
    return dict(names.all())


def _away_on(session: Session, day: date) -> Sequence[Absence]:
    covers = (Absence.first_on <= day, or_(Absence.last_on >= day, Absence.last_on.is_(None)))
    return session.scalars(select(Absence).where(Absence.removed_at.is_(None), *covers)).all()
