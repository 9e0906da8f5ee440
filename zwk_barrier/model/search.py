"""The words a case or a contact is found by; kept beside the journal, never typed."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Base


class SearchEntry(Base):
    """One findable thing: ``kind`` is case or contact, ``subject_id`` its row.

    ``title`` and ``detail`` are what a result shows; the folded words lie in the full-text index of
    the same rowid.
    """

    __tablename__ = "search_entry"

    rowid: Mapped[int] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str]
    detail: Mapped[str]
