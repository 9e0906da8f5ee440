"""What the first page shows: what is due, who is visited, who still waits, and who is logged in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.contacts import ContactRow, contact_rows
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.casework.tasks import TaskRow, count_open_tasks, open_tasks
from zwk_barrier.model import Building, CaseFile, Contact, Deed, Dwelling, Person, Staff, Task, Visit

TASK_DAYS: Final = 7
VISIT_DAYS: Final = 14


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


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the first page shows, free of the session."""

    day: date
    tasks: tuple[TaskRow, ...]
    task_count: int
    overdue_count: int
    visits: tuple[PlannedVisit, ...]
    waiting: tuple[ContactRow, ...]
    waiting_count: int
    has_records: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works here now, for the foot of the rail; ``last_kept_at`` is the moment of the last deed."""

    name: str
    role: str
    office_name: str
    lock_after_minutes: int
    last_kept_at: datetime | None


def load_today(session: Session, day: date, *, most_tasks: int = 40, most_waiting: int = 5) -> Today:
    """Tasks due within a week or overdue, visits of two weeks, and contacts that wait for an answer."""
    week = day + timedelta(days=TASK_DAYS)
    waiting = _waiting()
    ids = list(
        session.scalars(select(Contact.id).where(*waiting).order_by(Contact.happened_at).limit(most_waiting))
    )
    return Today(
        day,
        tuple(open_tasks(session, week, most=most_tasks)),
        count_open_tasks(session, week),
        count_open_tasks(session, day - timedelta(days=1)),
        tuple(planned_visits(session, day, day + timedelta(days=VISIT_DAYS))),
        tuple(contact_rows(session, ids)),
        session.scalar(select(func.count()).select_from(Contact).where(*waiting)) or 0,
        session.scalar(select(exists().where(Contact.id.is_not(None)))) is True
        or session.scalar(select(exists().where(CaseFile.id.is_not(None)))) is True,
    )


def planned_visits(session: Session, first: date, last: date) -> list[PlannedVisit]:
    """The visits not yet finished from ``first`` to ``last``, in the order they are made."""
    found = session.execute(
        select(Visit, CaseFile.number, Person, Building)
        .join(CaseFile, CaseFile.id == Visit.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Visit.removed_at.is_(None), CaseFile.removed_at.is_(None), Visit.finished_on.is_(None))
        .where(Visit.visited_on.between(first, last))
        .order_by(Visit.visited_on, Visit.begins_at.is_(None), Visit.begins_at, Visit.id)
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
        )
        for visit, number, person, building in found
        if visit.visited_on is not None
    ]


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


def _waiting() -> tuple[ColumnElement[bool], ...]:
    """A contact waits when it has no case and what was agreed in it is still to be done."""
    return (
        Contact.removed_at.is_(None),
        Contact.case_id.is_(None),
        exists().where(Task.contact_id == Contact.id, Task.removed_at.is_(None), Task.done_at.is_(None)),
    )
