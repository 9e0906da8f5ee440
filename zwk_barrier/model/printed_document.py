"""What was printed or saved: the proof that a file is the one the office made."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Record


class PrintedDocument(Record):
    """One document as it left the program. ``digest`` is the SHA-256 of the file.

    ``kind`` names the document, e.g. ``visit_report``; ``language`` is its own, not the screen's; ``variant``
    says what was chosen, e.g. ``large`` or ``redacted``; ``is_faulty`` that its check for accessibility failed.
    """

    __tablename__ = "printed_document"

    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    kind: Mapped[str]
    language: Mapped[str] = mapped_column(default="de")
    variant: Mapped[str | None]
    title: Mapped[str | None]
    digest: Mapped[str] = mapped_column(index=True)
    pages: Mapped[int | None]
    printed_at: Mapped[datetime]
    is_faulty: Mapped[bool] = mapped_column(default=False, server_default="0")
