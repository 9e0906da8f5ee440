"""The list „Fristen und Wiedervorlagen“: deadlines, tasks and questions afterwards in one order of urgency.

What is overdue comes first, deadlines before tasks before questions; then by day.  Each of the three asks the
database for no more than is shown, and for how many there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.team.due_words import KnownDeadline, deadline_words
from zwk_barrier.casework.team.whose import Rows, Whose, from_index
from zwk_barrier.model import Application, CaseFile, Contact, Deadline, Person, Staff, Task
from zwk_barrier.wording import _

DueKind = Literal["deadline", "task", "check"]
Step = Literal["objection", "reminder", "application", "task", "outcome"]
"""The next step: write an objection or a reminder, look at the application, do the task, ask how it went."""

_RANK: Final = {"deadline": 0, "task": 1, "check": 2}
_REMINDED: Final = frozenset({"decision", "announced_decision", "fiction", "objection_decision"})
"""Kinds of deadlines of the other side that are answered by a reminder once they have passed."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of the list; ``name`` is empty for an anonymous contact, ``advisor`` for a case of nobody.

    ``deputy_for`` names the absent colleague in whose place it is shown, else it is empty.  ``is_statutory``
    says that a law sets the day.
    """

    kind: DueKind
    id: UUID
    case_id: UUID | None
    contact_id: UUID | None
    application_id: UUID | None
    number: str
    name: str
    what: str
    due_on: date
    step: Step
    advisor: str = ""
    deputy_for: str = ""

    @property
    def is_statutory(self) -> bool:
        """Whether a law or a notice sets the day, not the office itself."""
        return self.kind == "deadline"


@dataclass(frozen=True, slots=True)
class Count:
    """How many are overdue and how many are due from ``day`` on."""

    overdue: int = 0
    coming: int = 0

    @property
    def whole(self) -> int:
        """Both."""
        return self.overdue + self.coming

    def __add__(self, other: "Count") -> "Count":
        return Count(self.overdue + other.overdue, self.coming + other.coming)


def urgency(day: date) -> Callable[[DueRow], tuple[bool, int, date, int, UUID]]:
    """The key that brings rows into the order of the list."""

    def key(row: DueRow) -> tuple[bool, int, date, int, UUID]:
        is_overdue, rank = row.due_on < day, _RANK[row.kind]
        return not is_overdue, rank if is_overdue else 0, row.due_on, rank, row.id

    return key


def due_deadlines(session: Session, whose: Whose, day: date, until: date, most: int) -> list[DueRow]:
    """The most urgent open deadlines of running cases up to ``until``."""
    query = (
        _open_deadlines(select(Deadline, CaseFile, Person, Application, Staff.name), whose, until)
        .join(Person, Person.id == CaseFile.person_id)
        .join(Application, Application.id == Deadline.application_id)
        .outerjoin(Staff, Staff.id == CaseFile.advisor_id)
        .order_by(Deadline.due_on, Deadline.id)
        .limit(most)
    )
    return [_of_deadline(*row, whose=whose, day=day) for row in session.execute(query)]


def count_deadlines(session: Session, whose: Whose, day: date, until: date) -> Count:
    """How many there are."""
    return _counted(session, _open_deadlines(select(*_counts(Deadline.due_on < day)), whose, until))


def due_tasks(session: Session, whose: Whose, until: date, most: int) -> list[DueRow]:
    """The most urgent tasks up to ``until``, also those set for a case that is closed by now."""
    query = (
        _open_tasks(select(Task, CaseFile, Person, Contact, Staff.name), whose, until)
        .outerjoin(Person, Person.id == CaseFile.person_id)
        .outerjoin(Contact, Contact.id == Task.contact_id)
        .outerjoin(Staff, Staff.id == CaseFile.advisor_id)
        .order_by(Task.due_on, Task.id)
        .limit(most)
    )
    return [_of_task(*row, whose=whose) for row in session.execute(query)]


def count_tasks(session: Session, whose: Whose, day: date, until: date) -> Count:
    """How many there are."""
    return _counted(session, _open_tasks(select(*_counts(Task.due_on < day)), whose, until))


def deputy_for(whose: Whose, advisor_id: UUID | None) -> str:
    """The absent colleague in whose place a case of this advisor is shown; empty in the view of all."""
    return "" if whose.shows_all or advisor_id is None else whose.deputised.get(advisor_id, "")


def _open_deadlines(query: Rows, whose: Whose, until: date) -> Rows:
    return (
        query.select_from(Deadline)
        .join(CaseFile, CaseFile.id == Deadline.case_id)
        .where(Deadline.removed_at.is_(None), Deadline.settled_on.is_(None), Deadline.due_on <= until)
        .where(CaseFile.removed_at.is_(None), CaseFile.status != "closed", *whose.of_case())
    )


def _open_tasks(query: Rows, whose: Whose, until: date) -> Rows:
    return (
        query.select_from(Task)
        .outerjoin(CaseFile, CaseFile.id == Task.case_id)
        .where(Task.removed_at.is_(None), Task.done_at.is_(None), Task.due_on <= until)
        .where(CaseFile.removed_at.is_(None), *whose.of_task(Task.staff_id))
    )


def _counts(is_overdue: ColumnElement[bool]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    overdue = func.count().filter(is_overdue)
    return overdue, func.count() - overdue


def _counted(session: Session, query: Rows) -> Count:
    overdue, coming = session.execute(from_index(query)).one()
    return Count(overdue, coming)


def _of_deadline(
    deadline: Deadline,
    case: CaseFile,
    person: Person,
    application: Application,
    advisor: str | None,
    *,
    whose: Whose,
    day: date,
) -> DueRow:
    received = application.received_on or application.lodged_elsewhere_on
    known = KnownDeadline(
        deadline.kind, deadline.edition or "", deadline.due_on, application.recipient or "", received
    )
    return DueRow(
        "deadline",
        deadline.id,
        case.id,
        None,
        application.id,
        case.number,
        person.full_name,
        deadline_words(known, day),
        deadline.due_on,
        _step(deadline, day),
        advisor or "",
        deputy_for(whose, case.advisor_id),
    )


def _step(deadline: Deadline, day: date) -> Step:
    if deadline.kind == "objection" and deadline.due_on >= day:
        return "objection"
    return "reminder" if deadline.kind in _REMINDED and deadline.due_on < day else "application"


def _of_task(
    task: Task,
    case: CaseFile | None,
    person: Person | None,
    contact: Contact | None,
    advisor: str | None,
    *,
    whose: Whose,
) -> DueRow:
    name = person.full_name if person is not None else contact.caller_name if contact is not None else ""
    return DueRow(
        "task",
        task.id,
        task.case_id,
        task.contact_id,
        None,
        case.number if case is not None else "",
        name,
        task.title or _("Wiedervorlage"),
        task.due_on or date.min,
        "task",
        advisor or "",
        deputy_for(whose, task.staff_id if case is None else case.advisor_id),
    )
