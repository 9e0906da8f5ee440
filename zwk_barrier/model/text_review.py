"""Which of the shipped texts in another language a person of this office has read and found right."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class TextReview(Record):
    """That the texts of one language were reviewed; ``edition`` names the texts that were read.

    ``language`` is a code of ``resources/texts/client``, ``reviewer`` whoever reads that language.
    """

    __tablename__ = "text_review"

    language: Mapped[str]
    edition: Mapped[str | None]
    reviewer: Mapped[str | None]
    reviewed_on: Mapped[date | None]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    note: Mapped[str | None]
