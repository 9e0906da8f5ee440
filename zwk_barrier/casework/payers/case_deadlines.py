"""The open periods of one case, as whoever answers the phone needs them: the nearest, in a few words."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.team.due_words import KnownDeadline, deadline_words
from zwk_barrier.model import Application, Deadline
from zwk_barrier.wording import _, ngettext

_AHEAD: Final = timedelta(weeks=6)
_SHOWN: Final = 2


def open_deadlines(session: Session, case_id: UUID) -> tuple[KnownDeadline, ...]:
    """The open periods of the applications of a case, the first to end first."""
    query = (
        select(Deadline, Application)
        .join(Application, Application.id == Deadline.application_id)
        .where(Deadline.case_id == case_id, Deadline.removed_at.is_(None), Deadline.settled_on.is_(None))
        .where(Application.removed_at.is_(None))
        .order_by(Deadline.due_on, Deadline.id)
    )
    return tuple(
        KnownDeadline(
            deadline.kind,
            deadline.edition or "",
            deadline.due_on,
            application.recipient or "",
            application.received_on or application.lodged_elsewhere_on,
        )
        for deadline, application in session.execute(query)
    )


def open_in_words(deadlines: Sequence[KnownDeadline], today: date) -> str:
    """The overdue and nearest ones in a line, and how many follow soon; empty when nothing is near."""
    near = [one for one in deadlines if one.due_on <= today + _AHEAD]
    told = "; ".join(deadline_words(one, today) for one in near[:_SHOWN])
    more = len(near) - _SHOWN
    if more <= 0:
        return told
    return _("{deadlines}; {more}").format(
        deadlines=told, more=ngettext("{n} weitere", "{n} weitere", more).format(n=more)
    )
