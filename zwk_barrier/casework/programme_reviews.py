"""A change of a programme as the person sees it who has to decide."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.programme_changes import why_not_confirm
from zwk_barrier.casework.programme_history import KeptChange, kept_change
from zwk_barrier.casework.programme_words import value_before
from zwk_barrier.casework.programmes import programmes_for


@dataclass(frozen=True, slots=True)
class Review:
    """A change as somebody looks at it, the value ``before`` its day, and why this person cannot confirm it."""

    kept: KeptChange
    title: str
    before: str
    why_not: str
    is_own: bool


def review_of(session: Session, change_id: UUID, staff_id: UUID) -> Review:
    """A change with what this person may do about it; raises NotFound when it was withdrawn."""
    kept = kept_change(session, change_id)
    programme = programmes_for(session).get(kept.change.programme)
    return Review(
        kept,
        kept.change.programme if programme is None else programme.title(),
        "" if programme is None else value_before(programme, kept.change),
        why_not_confirm(session, kept, staff_id) if kept.is_waiting else "",
        kept.proposed_by_id == staff_id,
    )
