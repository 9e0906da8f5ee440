"""How the values of a contact are kept: its columns, and what stands apart from them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.contact_codes import KIND_OF_CHANNEL
from zwk_barrier.casework.records import clean
from zwk_barrier.model import Contact, Task


def split_values(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of columns, and those that are kept apart; all checked."""
    columns = {name: value for name, value in values.items() if name not in _APART}
    apart = {name: _APART[name](value) for name, value in values.items() if name in _APART}
    return clean(Contact, columns), apart


_APART: Final[dict[str, Callable[[Any], Any]]] = {
    "happened_on": lambda day: clean(Contact, {"happened_at": day})["happened_at"],
    "next_step_title": lambda title: clean(Task, {"title": title})["title"],
    "next_step_due": lambda day: clean(Task, {"due_on": day})["due_on"],
}


def fill(contact: Contact, columns: dict[str, Any], apart: dict[str, Any]) -> None:
    """Puts values into a contact; anonymity lets go of names, and the kind follows the channel."""
    if "channel" in columns and contact.kind == KIND_OF_CHANNEL.get(contact.channel or ""):
        contact.kind = KIND_OF_CHANNEL.get(columns["channel"] or "")
    for name, value in columns.items():
        setattr(contact, name, value)
    if columns.get("is_anonymous"):
        contact.caller_given_name = contact.caller_family_name = contact.caller_phone = None
        contact.enquirer_name = None
    if (day := apart.get("happened_on")) is not None:
        # A naive local moment made aware: the clock that was right on that day, not today's summer time.
        time = contact.happened_at.astimezone().time()
        contact.happened_at = datetime.combine(day, time).astimezone()


def keep_next_step(session: Session, contact: Contact, staff_id: UUID, apart: dict[str, Any]) -> None:
    """Keeps title and day of the next step as the one task of a contact, or takes it away when both are gone."""
    wanted = {
        name.removeprefix("next_step_"): value for name, value in apart.items() if name != "happened_on"
    }
    if not wanted:
        return
    task = next_step(session, contact.id)
    title = wanted.get("title", None if task is None else task.title)
    due_on = wanted.get("due", None if task is None else task.due_on)
    if task is None and (title or due_on):
        task = Task(contact_id=contact.id, case_id=contact.case_id, staff_id=staff_id)
        session.add(task)
    if task is not None:
        task.title, task.due_on = title, due_on
        task.removed_at = None if title or due_on else datetime.now(UTC)


def next_step(session: Session, contact_id: UUID) -> Task | None:
    """The task that was agreed in a contact, if any."""
    return session.scalars(
        select(Task).where(Task.contact_id == contact_id, Task.removed_at.is_(None)).limit(1)
    ).first()
