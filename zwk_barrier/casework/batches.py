"""Which documents a batch is made of: a name to speak of each, and its visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zwk_barrier.model import CaseFile, Person, Visit
from zwk_barrier.rules.typed import format_date

_AT_ONCE = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class BatchVisit:
    """One visit that was made; ``name`` as in a list of faults, e.g. ``2026-0147 Olga Petrova, 9.11.2026``."""

    visit_id: UUID
    case_id: UUID
    name: str


def visits_of_month(session: Session, month: date, until: date) -> list[BatchVisit]:
    """Every visit made in the month of a day and not after ``until``, by day."""
    first = month.replace(day=1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    query = _query().where(Visit.visited_on >= first, Visit.visited_on < after, Visit.visited_on <= until)
    return [_visit(*row) for row in session.execute(query.order_by(Visit.visited_on, CaseFile.number))]


def last_visits_of(session: Session, case_ids: Sequence[UUID], until: date) -> list[BatchVisit]:
    """The last visit made in each of these cases, in their order; none for a case without."""
    last: dict[UUID, BatchVisit] = {}
    for at in range(0, len(case_ids), _AT_ONCE):
        query = _query().where(CaseFile.id.in_(case_ids[at : at + _AT_ONCE]), Visit.visited_on <= until)
        for row in session.execute(query.order_by(Visit.visited_on, Visit.id)):
            last[row[1]] = _visit(*row)
    return [last[key] for key in case_ids if key in last]


def _query() -> Select[UUID, UUID, str, str | None, str | None, date | None]:
    columns = (
        Visit.id,
        CaseFile.id,
        CaseFile.number,
        Person.given_name,
        Person.family_name,
        Visit.visited_on,
    )
    return (
        select(*columns)
        .join(CaseFile, CaseFile.id == Visit.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .where(Visit.removed_at.is_(None), CaseFile.removed_at.is_(None))
    )


def _visit(
    visit_id: UUID, case_id: UUID, number: str, given: str | None, family: str | None, on: date | None
) -> BatchVisit:
    name = " ".join(part for part in (number, given, family) if part)
    return BatchVisit(visit_id, case_id, f"{name}, {format_date(on) if on else ''}")
