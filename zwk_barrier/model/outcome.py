"""What became of the advice, as the person sees it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class OutcomeSurvey(Record):
    """Five questions after the work, each answered from 1 (not at all) to 5 (fully). Codes: survey_time, fall_count.

    An empty answer was not given.
    """

    __tablename__ = "outcome_survey"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    asked_on: Mapped[date | None]
    asked_when: Mapped[str | None]
    safety: Mapped[int | None]
    independence: Mapped[int | None]
    relief: Mapped[int | None]
    staying: Mapped[int | None]
    satisfaction: Mapped[int | None]
    falls: Mapped[str | None]
    note: Mapped[str | None]
