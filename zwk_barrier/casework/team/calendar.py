"""The calendar of one person: deadlines of their cases, their tasks and visits, in words that say nothing of anybody.

What was settled, done, taken away or handed over in the last weeks is in it as cancelled, so that taking the
file into a calendar again removes it there.  Entries keep their id and count their changes by the journal.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.model import CaseFile, Deadline, Handover, JournalEntry, Task, Visit
from zwk_barrier.model.calendar import CalendarEntry, CalendarRecord
from zwk_barrier.rules.typed import format_time
from zwk_barrier.wording import _

ALARMS: Final = (7, 3, 0)
"""Days before a deadline on which the calendar reminds."""

KEPT_DAYS: Final = 42
"""How long ago something may be, or may have been cancelled, and still be in the file."""

_USUAL_MINUTES: Final = 60
_PAGE: Final = 500
_MOVES_A_CASE: Final = ("advisor_id", "status", "removed_at")


@dataclass(frozen=True, slots=True)
class _Found:
    """One row that is, or was, this person's; ``case`` may be None for a task of a contact."""

    row: Deadline | Task | Visit
    case: CaseFile | None
    day: date
    is_over: bool


def gather_calendar(session: Session, staff_id: UUID, now: datetime) -> CalendarRecord:
    """Everything of this person from some weeks ago on; ``now`` is aware."""
    since = now.astimezone().date() - timedelta(days=KEPT_DAYS)
    found = [
        one
        for one in (*_deadlines(session, staff_id), *_tasks(session, staff_id), *_visits(session, staff_id))
        if one.day >= since or not one.is_over
    ]
    changes = _changes(session, found)
    entries = [_entry(one, changes) for one in found]
    wanted = [one for one in entries if not one.is_cancelled or one.changed_at.date() >= since]
    return CalendarRecord(tuple(sorted(wanted, key=lambda one: (one.day, one.title, one.uid))), now)


def _deadlines(session: Session, staff_id: UUID) -> Iterator[_Found]:
    query = select(Deadline, CaseFile).join(CaseFile, CaseFile.id == Deadline.case_id)
    mine = or_(CaseFile.advisor_id == staff_id, CaseFile.id.in_(_handed_over(staff_id)))
    for row, case in session.execute(query.where(mine)):
        is_over = row.settled_on is not None or _is_gone(row, case) or case.advisor_id != staff_id
        yield _Found(row, case, row.due_on, is_over)


def _tasks(session: Session, staff_id: UUID) -> Iterator[_Found]:
    query = select(Task, CaseFile).outerjoin(CaseFile, CaseFile.id == Task.case_id)
    mine = or_(Task.staff_id == staff_id, Task.id.in_(_once_of(session, Task, staff_id)))
    for row, case in session.execute(query.where(mine)):
        is_over = row.done_at is not None or _is_gone(row, case) or row.staff_id != staff_id
        if row.due_on is not None:
            yield _Found(row, case, row.due_on, is_over)


def _visits(session: Session, staff_id: UUID) -> Iterator[_Found]:
    query = select(Visit, CaseFile).join(CaseFile, CaseFile.id == Visit.case_id)
    mine = or_(Visit.staff_id == staff_id, Visit.id.in_(_once_of(session, Visit, staff_id)))
    for row, case in session.execute(query.where(mine)):
        is_over = row.removed_at is not None or case.removed_at is not None or row.staff_id != staff_id
        if row.visited_on is not None:
            yield _Found(row, case, row.visited_on, is_over)


def _handed_over(staff_id: UUID) -> Select[UUID]:
    return select(Handover.case_id).where(Handover.from_id == staff_id, Handover.removed_at.is_(None))


def _once_of(session: Session, record: type[Task | Visit], staff_id: UUID) -> list[UUID]:
    """The rows in cases handed over that were this person's before."""
    theirs = select(record.id).where(record.case_id.in_(_handed_over(staff_id)))
    was_theirs = select(JournalEntry.row_id).where(
        JournalEntry.row_id.in_(theirs),
        JournalEntry.column_name == "staff_id",
        JournalEntry.old_value == f'"{staff_id.hex}"',
    )
    return list(session.scalars(was_theirs))


def _is_gone(row: Deadline | Task, case: CaseFile | None) -> bool:
    is_closed = case is not None and (case.removed_at is not None or case.status == "closed")
    return row.removed_at is not None or is_closed


def _changes(session: Session, found: Sequence[_Found]) -> dict[UUID, tuple[int, datetime]]:
    """By the id of a row how often it was changed, and when last."""
    cases = [one.case.id for one in found if one.case is not None]
    changed = _counted(session, [one.row.id for one in found])
    changed |= _counted(session, dict.fromkeys(cases), _MOVES_A_CASE)
    return changed


def _counted(
    session: Session, ids: Iterable[UUID], columns: tuple[str, ...] = ()
) -> dict[UUID, tuple[int, datetime]]:
    query = (
        select(JournalEntry.row_id, func.count(), func.max(JournalEntry.at))
        .where(JournalEntry.action == "update")
        .group_by(JournalEntry.row_id)
    )
    if columns:
        query = query.where(JournalEntry.column_name.in_(columns))
    wanted, told = list(ids), {}
    for start in range(0, len(wanted), _PAGE):
        page = query.where(JournalEntry.row_id.in_(wanted[start : start + _PAGE]))
        for row_id, count, last in session.execute(page):
            told[row_id] = (count, datetime.fromisoformat(last))
    return told


def _entry(found: _Found, changes: dict[UUID, tuple[int, datetime]]) -> CalendarEntry:
    row, case = found.row, found.case
    never = (0, row.created_at)
    count, changed_at = changes.get(row.id, never)
    moves, moved_at = changes.get(case.id, never) if case is not None else never
    begins_at = row.begins_at if isinstance(row, Visit) else None
    return CalendarEntry(
        uid=str(row.id),
        title=_title(row, case, begins_at),
        day=found.day,
        sequence=count + moves,
        changed_at=max(changed_at, moved_at, row.created_at).astimezone(UTC),
        begins_at=begins_at,
        minutes=(row.minutes or _USUAL_MINUTES) if isinstance(row, Visit) and begins_at else 0,
        alarms=ALARMS if isinstance(row, Deadline) and not found.is_over else (),
        is_cancelled=found.is_over,
    )


def _title(row: Deadline | Task | Visit, case: CaseFile | None, begins_at: time | None) -> str:
    """Neutral words: whoever sees this calendar learns a number and a time."""
    number = "" if case is None else case.number
    if isinstance(row, Deadline):
        return _("ZWK: Frist {number}").format(number=number)
    if isinstance(row, Task):
        return _("ZWK: Aufgabe {number}").format(number=number).strip()
    title = _("ZWK: Hausbesuch {number}").format(number=number)
    return title if begins_at is None else f"{title} – {format_time(begins_at)}"
