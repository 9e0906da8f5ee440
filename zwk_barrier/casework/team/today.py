"""What the first page shows: what is due, who is visited, which contacts wait, and who is logged in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.contacts import ContactRow, contact_rows
from zwk_barrier.casework.case.outcome_checks import due_checks
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.answers_expected import expected_answers
from zwk_barrier.casework.team.due import (
    Count,
    DueRow,
    count_deadlines,
    count_tasks,
    due_deadlines,
    due_tasks,
    urgency,
)
from zwk_barrier.casework.team.pending import Queue, silent_cases, waiting_for_visit
from zwk_barrier.casework.team.whose import EVERYTHING, Rows, Whose, from_index
from zwk_barrier.model import Building, CaseFile, Contact, Deed, Dwelling, Person, Staff, Task, Visit

DAYS_AHEAD: Final = 14


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One visit to come; ``address`` is street and number, empty when unknown."""

    id: UUID
    case_id: UUID
    case_number: str
    name: str
    address: str
    area: str | None
    visited_on: date
    begins_at: time | None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What is due and who is visited, free of the session.

    ``last_day`` is the day of the last deed when that lies ahead of ``day``: then the clock is wrong, and what
    is due is shown up to two weeks after the later of both.
    """

    day: date
    whose: Whose
    due: tuple[DueRow, ...]
    deadlines: Count
    tasks: Count
    checks: Count
    visits: tuple[PlannedVisit, ...]
    visit_count: int
    waiting: tuple[ContactRow, ...]
    waiting_count: int
    has_records: bool
    last_day: date | None

    @property
    def count(self) -> Count:
        """Everything in the list, shown or not."""
        return self.deadlines + self.tasks + self.checks


@dataclass(frozen=True, slots=True)
class StandingStill:
    """What waits without a day of its own: for a visit, for an answer, for a word."""

    visits: Queue
    answers: Queue
    silent: Queue
    silence_days: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works here now, for the foot of the rail; ``last_kept_at`` is the moment of the last deed."""

    name: str
    role: str
    office_name: str
    lock_after_minutes: int
    last_kept_at: datetime | None


def load_today(
    session: Session,
    day: date,
    whose: Whose = EVERYTHING,
    *,
    most: int = 40,
    most_visits: int = 5,
    most_waiting: int = 5,
) -> Today:
    """What is overdue or due within two weeks, the visits of that time, and contacts that wait for an answer."""
    last_day = later_day(session, day)
    until = (last_day or day) + timedelta(days=DAYS_AHEAD)
    asked, checks = due_checks(session, whose, day, until, most)
    due = [*due_deadlines(session, whose, day, until, most), *due_tasks(session, whose, until, most), *asked]
    waiting = _waiting(session, whose)
    return Today(
        day,
        whose,
        tuple(sorted(due, key=urgency(day))[:most]),
        count_deadlines(session, whose, day, until),
        count_tasks(session, whose, day, until),
        checks,
        tuple(planned_visits(session, day, until, whose, most=most_visits)),
        _count_visits(session, day, until, whose),
        tuple(contact_rows(session, waiting[:most_waiting])),
        len(waiting),
        _has_records(session),
        last_day,
    )


def _has_records(session: Session) -> bool:
    """Whether anything was ever entered here."""
    return any(session.scalar(select(exists().where(key.is_not(None)))) for key in (Contact.id, CaseFile.id))


def load_standing_still(
    session: Session,
    day: date,
    whose: Whose = EVERYTHING,
    *,
    visits: int = 3,
    answers: int = 3,
    silent: int = 3,
) -> StandingStill:
    """The queues beside the list, of each the first so many."""
    silence_days = office_settings(session).silence_days
    return StandingStill(
        waiting_for_visit(session, whose, day, visits),
        expected_answers(session, whose, day, answers),
        silent_cases(session, whose, day, silence_days, silent),
        silence_days,
    )


def later_day(session: Session, day: date) -> date | None:
    """The day of the last deed when it lies ahead of ``day``, which no right clock can show."""
    last = session.scalars(select(Deed.at).order_by(Deed.first_entry.desc()).limit(1)).first()
    kept = last.astimezone().date() if last is not None else day
    return kept if kept > day else None


def planned_visits(
    session: Session, first: date, last: date, whose: Whose = EVERYTHING, *, most: int | None = None
) -> list[PlannedVisit]:
    """The visits not yet finished from ``first`` to ``last``, in the order they are made; ``most`` of them."""
    times = (Visit.visited_on, Visit.begins_at.is_(None), Visit.begins_at, Visit.id)
    first_ones = _planned(select(Visit.id), first, last, whose).order_by(*times).limit(most).subquery()
    found = session.execute(
        select(Visit, CaseFile.number, Person, Building)
        .join_from(first_ones, Visit, Visit.id == first_ones.c.id)
        .join(CaseFile, CaseFile.id == Visit.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .order_by(*times)
    )
    return [
        PlannedVisit(
            visit.id,
            visit.case_id,
            number,
            person.full_name,
            " ".join(part for part in (building.street, building.house_number) if part),
            building.area,
            visit.visited_on,
            visit.begins_at,
            visit.purpose,
        )
        for visit, number, person, building in found
        if visit.visited_on is not None
    ]


def _count_visits(session: Session, first: date, last: date, whose: Whose) -> int:
    return session.scalar(_planned(select(func.count()), first, last, whose)) or 0


def _planned(query: Rows, first: date, last: date, whose: Whose) -> Rows:
    return (
        from_index(query.select_from(Visit).join(CaseFile, CaseFile.id == Visit.case_id))
        .where(Visit.removed_at.is_(None), CaseFile.removed_at.is_(None), Visit.finished_on.is_(None))
        .where(Visit.visited_on.between(first, last), *_of_visit(whose))
    )


def load_signed_in(session: Session, staff_id: UUID) -> SignedIn:
    """Who is logged in, in which office, and when something was kept last."""
    office, person = office_settings(session), session.get(Staff, staff_id)
    last = session.scalars(select(Deed.at).order_by(Deed.first_entry.desc()).limit(1)).first()
    return SignedIn(
        person.name if person else "",
        person.role if person else "",
        office.name,
        office.lock_after_minutes,
        last,
    )


def _of_visit(whose: Whose) -> tuple[ColumnElement[bool], ...]:
    """A visit is mine in a case of mine, or when I make it."""
    of_case = whose.of_case()
    return (or_(*of_case, Visit.staff_id == whose.staff_id),) if of_case else ()


def _waiting(session: Session, whose: Whose) -> list[UUID]:
    """Contacts that have no case, and what was agreed in them is still to be done; the oldest first."""
    mine = (whose.staff_id, *whose.deputised)
    is_mine = () if whose.shows_all else (or_(Contact.staff_id.is_(None), Contact.staff_id.in_(mine)),)
    to_do = (
        select(Task.contact_id)
        .where(Task.removed_at.is_(None), Task.done_at.is_(None), Task.contact_id.is_not(None))
        .distinct()
        .subquery()
    )
    query = select(Contact.id).join_from(to_do, Contact, Contact.id == to_do.c.contact_id)
    waits = query.where(Contact.removed_at.is_(None), Contact.case_id.is_(None), *is_mine)
    return list(session.scalars(waits.order_by(Contact.happened_at, Contact.id)))
