"""What each running case lacks, as a supervisor sees it: late, waiting for a visit, without contact.

A case waits for a visit while none was made or has a day, unless its kind of advice needs none; it is silent
when the last contact or visit, or else its opening, is longer ago than the office has set.  The first page says
the same (``casework.pending``), one list at a time; here all of it is wanted for all cases at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, union_all
from sqlalchemy.orm import Session

from zwk_barrier.casework.pending import WITHOUT_VISIT
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.model import CaseFile, Contact, Deadline, Person, Task, Visit

COMING_DAYS: Final = 14
RUNNING: Final = (CaseFile.removed_at.is_(None), CaseFile.status != "closed")


@dataclass(frozen=True, slots=True)
class CaseLoad:
    """One running case; days are whole days.

    ``overdue`` and ``coming`` count deadlines and tasks that are late, or due within COMING_DAYS, and
    ``next_due`` is the first of them.  ``waiting_days`` counts from the day the case was opened and is None
    once there is a visit; ``silent_days`` from the last contact, None while all is well.
    """

    id: UUID
    number: str
    name: str
    advisor_id: UUID | None
    opened_on: date
    overdue: int
    coming: int
    next_due: date | None
    waiting_days: int | None
    silent_days: int | None


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of all running cases, by the id of the case.

    ``visited`` ones have a visit with its day, ``wanting`` ones a visit still without.
    """

    day: date
    silence: timedelta
    due: Mapping[UUID, tuple[int, int, date]]
    visited: frozenset[UUID]
    wanting: frozenset[UUID]
    heard: Mapping[UUID, date]


def caseloads(session: Session, day: date, *advisors: UUID | None) -> list[CaseLoad]:
    """The running cases as of ``day`` by number: of everybody, or of the ``advisors`` named; None is nobody."""
    facts = _facts(session, day)
    query = (
        select(CaseFile, Person)
        .join(Person, Person.id == CaseFile.person_id)
        .where(*RUNNING, *_of(advisors))
        .order_by(CaseFile.number)
    )
    return [_load(case, person, facts) for case, person in session.execute(query)]


def _of(advisors: tuple[UUID | None, ...]) -> tuple[ColumnElement[bool], ...]:
    if not advisors:
        return ()
    somebody = CaseFile.advisor_id.in_([one for one in advisors if one is not None])
    return (or_(somebody, CaseFile.advisor_id.is_(None)) if None in advisors else somebody,)


def _load(case: CaseFile, person: Person, facts: _Facts) -> CaseLoad:
    day, opened_on = facts.day, case.opened_at.astimezone().date()
    overdue, coming, first = facts.due.get(case.id, (0, 0, None))
    heard = max(facts.heard.get(case.id, opened_on), opened_on)
    return CaseLoad(
        case.id,
        case.number,
        person.full_name,
        case.advisor_id,
        opened_on,
        overdue,
        coming,
        first,
        waiting_days=max(0, (day - opened_on).days) if _waits(case, facts) else None,
        silent_days=(day - heard).days if day - heard > facts.silence else None,
    )


def _facts(session: Session, day: date) -> _Facts:
    heard = _last_contacts(session, day)
    for case_id, visited_on in _last_visits(session, day):
        heard[case_id] = max(heard.get(case_id, visited_on), visited_on)
    return _Facts(
        day,
        timedelta(days=office_settings(session).silence_days),
        _due(session, day),
        _with_visit(session, Visit.visited_on.is_not(None)),
        _with_visit(session, Visit.visited_on.is_(None)),
        heard,
    )


def _waits(case: CaseFile, facts: _Facts) -> bool:
    needs_one = case.counselling_type not in WITHOUT_VISIT or case.id in facts.wanting
    return needs_one and case.id not in facts.visited


def _with_visit(session: Session, kind: ColumnElement[bool]) -> frozenset[UUID]:
    """The running cases with a visit of that kind."""
    query = select(Visit.case_id).join(CaseFile, CaseFile.id == Visit.case_id)
    return frozenset(session.scalars(query.where(Visit.removed_at.is_(None), kind, *RUNNING)))


def _last_contacts(session: Session, day: date) -> dict[UUID, date]:
    end = datetime.combine(day + timedelta(days=1), time()).astimezone()
    query = (
        select(CaseFile.id, func.max(Contact.happened_at, type_=Contact.happened_at.type))
        .join(Contact, Contact.case_id == CaseFile.id)
        .where(Contact.removed_at.is_(None), Contact.happened_at < end, *RUNNING)
        .group_by(CaseFile.id)
    )
    return {case_id: moment.astimezone().date() for case_id, moment in session.execute(query)}


def _last_visits(session: Session, day: date) -> Iterator[tuple[UUID, date]]:
    query = (
        select(CaseFile.id, func.max(Visit.visited_on))
        .join(Visit, Visit.case_id == CaseFile.id)
        .where(Visit.removed_at.is_(None), Visit.visited_on <= day, *RUNNING)
        .group_by(CaseFile.id)
    )
    return ((case_id, day) for case_id, day in session.execute(query) if day is not None)


def _due(session: Session, day: date) -> dict[UUID, tuple[int, int, date]]:
    """By case how many are overdue and how many are coming, and the day of the first."""
    until = day + timedelta(days=COMING_DAYS)
    deadlines = select(Deadline.case_id.label("case_id"), Deadline.due_on.label("due_on")).where(
        Deadline.removed_at.is_(None), Deadline.settled_on.is_(None), Deadline.due_on <= until
    )
    tasks = select(Task.case_id, Task.due_on).where(
        Task.removed_at.is_(None), Task.done_at.is_(None), Task.due_on <= until, Task.case_id.is_not(None)
    )
    due = union_all(deadlines, tasks).subquery()
    late = func.count().filter(due.c.due_on < day)
    query = select(due.c.case_id, late, func.count() - late, func.min(due.c.due_on)).group_by(due.c.case_id)
    return {case_id: (overdue, coming, first) for case_id, overdue, coming, first in session.execute(query)}
