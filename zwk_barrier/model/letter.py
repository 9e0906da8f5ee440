"""Letters filed with a case, the office's own wording of them, and what went to whom."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Drawing, Record


class Letter(Record):
    """A letter of one case. Code: sending; ``template`` is a code of ``resources/texts/letters``.

    ``content`` holds its texts as edited, ``recipient`` the lines of the address field, ``photos`` the ids
    of the chosen ones.  ``digest`` is the SHA-256 of the PDF last printed or saved.
    """

    __tablename__ = "letter"
    # Which letters may wait for an answer.
    __table_args__ = (Index("ix_letter_sent", "removed_at", "template", "sent_on", "case_id", "id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    application_id: Mapped[UUID | None] = mapped_column(ForeignKey("application.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    template: Mapped[str]
    title: Mapped[str | None]
    recipient: Mapped[str | None]
    content: Mapped[Drawing | None]
    photos: Mapped[Codes | None]
    written_on: Mapped[date | None]
    digest: Mapped[str | None]
    printed_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]
    sending: Mapped[str | None]


class LetterTemplate(Record):
    """The office's own wording of a letter, in the form of the shipped ones (TOML)."""

    __tablename__ = "letter_template"

    code: Mapped[str] = mapped_column(index=True)
    content: Mapped[str]


class Disclosure(Record):
    """What was passed on to whom and on what basis (§§ 67d, 78 SGB X). Codes: consent_purpose, disclosure_basis."""

    __tablename__ = "disclosure"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"), index=True)
    disclosed_on: Mapped[date | None]
    recipient: Mapped[str | None]
    purpose: Mapped[str | None]
    what: Mapped[str | None]
    basis: Mapped[str | None]
    norm: Mapped[str | None]
    note: Mapped[str | None]
