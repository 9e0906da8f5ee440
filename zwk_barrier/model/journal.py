"""The journal: what was changed, by whom, when, and in which deed. Entries are written by triggers only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Base
from zwk_barrier.model.ids import new_id


class Deed(Base):
    """One thing a user did, in one transaction; ``undoes`` names the deed it takes back.

    A deed owns the journal from ``first_entry`` to ``last_entry``: only one deed writes at a time, so its
    entries lie side by side, and finding them needs neither a column nor an index in the journal.
    An entry outside all deeds was written past the program.  ``is_final`` is a deed that undo leaves alone.
    """

    __tablename__ = "deed"

    first_entry: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last_entry: Mapped[int]
    id: Mapped[UUID] = mapped_column(default=new_id)
    kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    device: Mapped[str]
    at: Mapped[datetime]
    case_id: Mapped[UUID | None]
    undoes: Mapped[UUID | None]
    is_final: Mapped[bool] = mapped_column(default=False)


class JournalEntry(Base):
    """One change: ``action`` is insert (``new_value`` holds the row as JSON), update (one field) or delete.

    Values are JSON of what stands in the column.  ``parent`` is the entry that last set the same field:
    what a merge between devices needs to know.
    """

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_row", "row_id", "column_name"),)

    position: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID]
    at: Mapped[str]
    action: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    column_name: Mapped[str | None]
    old_value: Mapped[str | None]
    new_value: Mapped[str | None]
    parent: Mapped[UUID | None]
