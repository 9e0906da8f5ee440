"""What became of the advice, as the person sees it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class OutcomeSurvey(Record):
    """Five questions after the work, each answered from 1 (not at all) to 5 (fully).

    An empty answer was not given; ``whereabouts`` is where the person lives now.  Codes: survey_time, fall_count,
    whereabouts.
    """

    __tablename__ = "outcome_survey"
    # Whether somebody was asked already, for thousands of cases at once.
    __table_args__ = (Index("ix_outcome_survey_of_case", "case_id", "removed_at", "asked_when"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    asked_on: Mapped[date | None]
    asked_when: Mapped[str | None]
    safety: Mapped[int | None]
    independence: Mapped[int | None]
    relief: Mapped[int | None]
    staying: Mapped[int | None]
    satisfaction: Mapped[int | None]
    falls: Mapped[str | None]
    whereabouts: Mapped[str | None]
    note: Mapped[str | None]
