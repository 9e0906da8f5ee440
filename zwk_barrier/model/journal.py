"""The journal: what was changed, by whom, when, and in which deed. Written by triggers only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Base
from zwk_barrier.model.ids import new_id


class Deed(Base):
    """One thing a user did, in one transaction; ``undoes`` names the deed it takes back."""

    __tablename__ = "deed"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    device: Mapped[str]
    at: Mapped[datetime]
    case_id: Mapped[UUID | None]
    undoes: Mapped[UUID | None] = mapped_column(index=True)


class DeedContext(Base):
    """The deed the triggers are writing for: one row inside a deed's transaction, none outside.

    A statement that comes past the program therefore still leaves its entry, only without a deed.
    """

    __tablename__ = "deed_context"

    id: Mapped[int] = mapped_column(primary_key=True)
    deed_id: Mapped[UUID]


class JournalEntry(Base):
    """One change: ``action`` is insert (``new_value`` holds the row as JSON), update (one field) or delete.

    ``parent`` is the entry that last set the same field: what a merge between devices needs to know.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_row", "row_id", "column_name"),
        Index("ix_journal_deed", "deed_id"),
    )

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    entry_id: Mapped[UUID]
    deed_id: Mapped[UUID | None]
    at: Mapped[str]
    action: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    column_name: Mapped[str | None]
    old_value: Mapped[str | None]
    new_value: Mapped[str | None]
    parent: Mapped[UUID | None]
