"""Reminders of deadlines 7, 3 and 0 days before: what to tell somebody who has just logged in."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.team.whose import Whose
from zwk_barrier.model import CaseFile, Deadline

REMINDED_BEFORE: Final = (7, 3, 0)
"""So many days before a deadline somebody is told of it."""

_LONGEST_GAP: Final = max(REMINDED_BEFORE)


def reminders(session: Session, whose: Whose, day: date, told_on: date | None) -> dict[int, int]:
    """How many deadlines to tell of, by the days left; below zero it has passed since ``told_on``.

    A deadline is told of 7, 3 and 0 days before; where nobody was there on that day, on the next one.
    """
    gap = _LONGEST_GAP if told_on is None else min(max((day - told_on).days, 0), _LONGEST_GAP)
    first, last = day - timedelta(days=gap), day + timedelta(days=_LONGEST_GAP)
    query = (
        select(Deadline.due_on, func.count())
        .join(CaseFile, CaseFile.id == Deadline.case_id)
        .where(Deadline.removed_at.is_(None), Deadline.settled_on.is_(None))
        .where(Deadline.due_on > first, Deadline.due_on <= last)
        .where(CaseFile.removed_at.is_(None), CaseFile.status != "closed", *whose.of_case())
        .group_by(Deadline.due_on)
        .order_by(Deadline.due_on)
    )
    counts = {(due_on - day).days: count for due_on, count in session.execute(query)}
    return {left: count for left, count in counts.items() if _is_told(left, gap)}


def _is_told(left: int, gap: int) -> bool:
    return any(before - gap < left <= before for before in REMINDED_BEFORE)
