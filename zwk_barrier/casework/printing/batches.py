"""Which documents a batch is made of: a name to speak of each, its case, and its visit where there is one."""

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
class BatchCase:
    """One case with a visit that was made, if any; ``name`` as in a list of faults: ``2026-0147 Olga Petrova``.

    With a visit its day follows: ``2026-0147 Olga Petrova, 9.11.2026``.
    """

    case_id: UUID
    name: str
    visit_id: UUID | None = None


def visits_of_month(session: Session, month: date, until: date) -> list[BatchCase]:
    """Every visit made in the month of a day and not after ``until``, by day."""
    first = month.replace(day=1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    query = _visits().where(Visit.visited_on >= first, Visit.visited_on < after, Visit.visited_on <= until)
    found = session.execute(query.order_by(Visit.visited_on, CaseFile.number))
    return [
        BatchCase(case_id, f"{_name(*named)}, {format_date(on) if on else ''}", visit_id)
        for case_id, *named, visit_id, on in found
    ]


def cases_with_last_visits(session: Session, case_ids: Sequence[UUID], until: date) -> list[BatchCase]:
    """These cases in their order, each with the last visit that was made; without one where there was none."""
    found: dict[UUID, BatchCase] = {}
    for at in range(0, len(case_ids), _AT_ONCE):
        ids = case_ids[at : at + _AT_ONCE]
        for case_id, *named in session.execute(_cases().where(CaseFile.id.in_(ids))):
            found[case_id] = BatchCase(case_id, _name(*named))
        query = _visits().where(CaseFile.id.in_(ids), Visit.visited_on <= until)
        for case_id, *named, visit_id, on in session.execute(query.order_by(Visit.visited_on, Visit.id)):
            day = format_date(on) if on else ""
            found[case_id] = BatchCase(case_id, f"{_name(*named)}, {day}", visit_id)
    return [found[key] for key in case_ids if key in found]


def _cases() -> Select[UUID, str, str | None, str | None]:
    return (
        select(CaseFile.id, CaseFile.number, Person.given_name, Person.family_name)
        .join(Person, Person.id == CaseFile.person_id)
        .where(CaseFile.removed_at.is_(None))
    )


def _visits() -> Select[UUID, str, str | None, str | None, UUID, date | None]:
    return (
        select(
            CaseFile.id,
            CaseFile.number,
            Person.given_name,
            Person.family_name,
            Visit.id,
            Visit.visited_on,
        )
        .join(Visit, Visit.case_id == CaseFile.id)
        .join(Person, Person.id == CaseFile.person_id)
        .where(Visit.removed_at.is_(None), CaseFile.removed_at.is_(None))
    )


def _name(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
