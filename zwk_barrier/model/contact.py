"""What was spoken and what is to be done next."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Record


class Contact(Record):
    """One direct communication, with a case or without one.

    Without a case the caller's words stand here (name, phone, area), and an anonymous contact keeps
    neither name nor phone.  The name is that of the person seeking advice; when somebody else asks for
    them, ``enquirer_name`` is theirs and the phone number too.  Codes: channel, contact_kind,
    contact_direction, participant, topic, enquirer, occasion, counselling_type; durations in minutes.
    """

    __tablename__ = "contact"
    # The list of contacts is read from the first alone, newest first; the last one of a case from the second.
    __table_args__ = (
        Index("ix_contact_listed", "removed_at", "happened_at", "id", "case_id"),
        Index("ix_contact_of_case", "case_id", "removed_at", "happened_at"),
    )

    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    happened_at: Mapped[datetime]
    channel: Mapped[str | None]
    kind: Mapped[str | None]
    direction: Mapped[str | None]
    participants: Mapped[Codes | None]
    topics: Mapped[Codes | None]
    minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    note: Mapped[str | None]
    result: Mapped[str | None]
    is_anonymous: Mapped[bool] = mapped_column(default=False)
    caller_given_name: Mapped[str | None]
    caller_family_name: Mapped[str | None]
    caller_phone: Mapped[str | None]
    area: Mapped[str | None]
    enquirer: Mapped[str | None]
    enquirer_name: Mapped[str | None]
    occasion: Mapped[str | None]
    counselling_type: Mapped[str | None]

    @property
    def caller_name(self) -> str:
        """The caller's name as spoken; empty when anonymous or unknown."""
        return " ".join(part for part in (self.caller_given_name, self.caller_family_name) if part)


class Task(Record):
    """Something to do by a date ("Wiedervorlage"), for a case or after a contact without one."""

    __tablename__ = "task"
    # What the first page reads: what is still to do, by its day.
    __table_args__ = (
        Index("ix_task_open", "removed_at", "done_at", "due_on", "id", "case_id", "staff_id", "contact_id"),
    )

    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    title: Mapped[str | None]
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
