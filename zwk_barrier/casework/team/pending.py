"""What stands still: people who wait for a visit, and cases nobody has heard from.

Each is a queue: those who wait longest, how many there are, and how long they wait on average.  For answers to
expect see ``casework.payers.answers_expected``.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, String, Subquery, exists, func, literal, or_, select, type_coerce
from sqlalchemy.orm import Session

from zwk_barrier.casework.team.due import deputy_for
from zwk_barrier.casework.team.whose import Rows, Whose, from_index
from zwk_barrier.model import CaseFile, Contact, Person, Visit

WITHOUT_VISIT: Final = ("erstanfrage_info", "beratung_ohne_fm", "institutionsberatung")
"""Codes of counselling_type that need none."""

_NOON: Final = " 12:00:00.000000"
"""Makes of a day what a moment is kept as, so that the two can be compared."""


@dataclass(frozen=True, slots=True)
class PendingRow:
    """A case that waits since a day; ``what`` says for what, where that is not clear from the queue.

    ``application_id`` or ``letter_id`` is what is waited for, if it is one of them.
    """

    id: UUID
    case_id: UUID
    number: str
    name: str
    since: date
    what: str = ""
    application_id: UUID | None = None
    letter_id: UUID | None = None
    deputy_for: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """The first of those who wait, the longest first; ``mean_days`` is that of all ``count``, rounded."""

    rows: tuple[PendingRow, ...] = ()
    count: int = 0
    mean_days: int = 0


def waiting_for_visit(session: Session, whose: Whose, day: date, most: int) -> Queue:
    """Running cases that have had no visit and have no day for one, since they were opened.

    A case whose kind of advice needs no visit waits for none, unless one was begun without a day.
    """
    visited = _visits().where(Visit.visited_on.is_not(None))
    wanted = _visits().where(Visit.visited_on.is_(None))
    needs_one = or_(
        CaseFile.counselling_type.is_(None), CaseFile.counselling_type.not_in(WITHOUT_VISIT), exists(wanted)
    )
    conditions = (*_running(whose), needs_one, ~exists(visited))
    found = from_index(select(CaseFile.id, CaseFile.opened_at.label("since"))).where(*conditions)
    return _queue(session, whose, found.subquery(), day, most)


def silent_cases(session: Session, whose: Whose, day: date, silence_days: int, most: int) -> Queue:
    """Running cases whose last contact or visit, or else their opening, is longer ago than so many days."""
    return _queue(session, whose, silent_since(whose, day, silence_days).subquery(), day, most)


def silent_since(whose: Whose, day: date, silence_days: int) -> Rows:
    """The question for these cases: ``id`` and ``since``, the moment somebody was last heard or seen."""
    limit = _beginning(day - timedelta(days=silence_days))
    heard = select(literal(1)).where(
        Contact.case_id == CaseFile.id, Contact.removed_at.is_(None), Contact.happened_at >= limit
    )
    last = (
        select(func.max(Contact.happened_at, type_=Contact.happened_at.type))
        .where(Contact.case_id == CaseFile.id, Contact.removed_at.is_(None))
        .correlate(CaseFile)
        .scalar_subquery()
    )
    seen = (
        select(func.max(type_coerce(Visit.visited_on, String)) + _NOON)
        .where(Visit.case_id == CaseFile.id, Visit.removed_at.is_(None), Visit.visited_on <= day)
        .correlate(CaseFile)
        .scalar_subquery()
    )
    since = func.max(
        *(func.coalesce(one, CaseFile.opened_at) for one in (last, seen)),
        CaseFile.opened_at,
        type_=Contact.happened_at.type,
    )
    visited = _visits().where(Visit.visited_on.between(day - timedelta(days=silence_days), day))
    return from_index(select(CaseFile.id, since.label("since"))).where(
        *_running(whose), CaseFile.opened_at < limit, ~exists(heard), ~exists(visited)
    )


def _running(whose: Whose) -> tuple[ColumnElement[bool], ...]:
    return (CaseFile.removed_at.is_(None), CaseFile.status != "closed", *whose.of_case())


def _visits() -> Any:
    return select(literal(1)).where(Visit.case_id == CaseFile.id, Visit.removed_at.is_(None))


def _beginning(day: date) -> datetime:
    """Midnight at the beginning of a day, here."""
    return datetime.combine(day, time()).astimezone()


def _queue(session: Session, whose: Whose, found: Subquery, day: date, most: int) -> Queue:
    """Counts all in one step and reads names only of those shown."""
    noon = (
        datetime.combine(day, time(12)).astimezone(UTC).isoformat()
    )  # asking each row for its local day is slow
    waited = func.julianday(noon) - func.julianday(found.c.since)
    first = (
        select(
            found.c.id,
            found.c.since,
            func.count().over().label("count"),
            func.avg(waited).over().label("mean"),
        )
        .order_by(found.c.since, found.c.id)
        .limit(most)
        .subquery()
    )
    query = (
        select(CaseFile, Person, first.c.since, first.c["count"], first.c.mean)
        .join(CaseFile, CaseFile.id == first.c.id)
        .join(Person, Person.id == CaseFile.person_id)
        .order_by(first.c.since, first.c.id)
    )
    rows = session.execute(query).all()
    if not rows:
        return Queue()
    shown = tuple(_row(case, person, since, whose) for case, person, since, _count, _mean in rows)
    return Queue(shown, rows[0][3], round(rows[0][4]))


def _row(case: CaseFile, person: Person, since: datetime, whose: Whose) -> PendingRow:
    opened = since.astimezone().date()
    return PendingRow(
        case.id, case.id, case.number, person.full_name, opened, deputy_for=deputy_for(whose, case.advisor_id)
    )
