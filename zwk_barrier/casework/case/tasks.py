"""Tasks: what is to be done by when."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import CaseFile, Contact, Person, Task
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One open task with whom it is about; ``subject`` is empty for an anonymous contact."""

    id: UUID
    case_id: UUID | None
    contact_id: UUID | None
    case_number: str
    subject: str
    title: str
    due_on: date | None


def add_task(store: OfficeStore, case_id: UUID, title: str, due_on: date | None) -> tuple[Changed, UUID]:
    """Puts something on the list of a case, for the person who is logged in."""
    with store.deed("task_added", case_id=case_id) as deed:
        task = Task(
            case_id=case_id,
            staff_id=store.staff_id,
            **clean(Task, {"title": title, "due_on": due_on}),
        )
        deed.session.add(task)
        deed.session.flush()
    return deed.changed, task.id


def set_done(store: OfficeStore, task_id: UUID, *, done: bool = True) -> Changed:
    """Ticks a task off, or puts it back."""
    with store.deed("task_done" if done else "task_put_back") as deed:
        get(deed.session, Task, task_id).done_at = datetime.now(UTC) if done else None
    return deed.changed


def open_tasks(session: Session, until: date | None = None, *, most: int | None = None) -> list[TaskRow]:
    """Everything still to do, the most urgent first; with ``until`` only what is due by then, ``most`` of it."""
    query = (
        select(Task, CaseFile.number, Person, Contact)
        .outerjoin(CaseFile, CaseFile.id == Task.case_id)
        .outerjoin(Person, Person.id == CaseFile.person_id)
        .outerjoin(Contact, Contact.id == Task.contact_id)
        .where(Task.removed_at.is_(None), Task.done_at.is_(None))
        .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
        .limit(most)
    )
    if until is not None:
        query = query.where(Task.due_on <= until)
    return [
        TaskRow(
            task.id,
            task.case_id,
            task.contact_id,
            number or "",
            _subject(person, contact),
            task.title or "",
            task.due_on,
        )
        for task, number, person, contact in session.execute(query)
    ]


def _subject(person: Person | None, contact: Contact | None) -> str:
    if person is not None:
        return person.full_name
    return "" if contact is None else contact.caller_name
