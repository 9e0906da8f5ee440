"""The words a case or a contact is found by; kept beside the journal, never typed."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Base


class SearchEntry(Base):
    """One findable thing: ``kind`` is case, contact, offer or activity, ``subject_id`` its row.

    ``title`` and ``detail`` are what a result shows.  The other three are folded words, parted by blanks,
    that the full-text index reads: the person's own ``names``, further ``words``, and ``numbers``.
    """

    __tablename__ = "search_entry"

    rowid: Mapped[int] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str]
    detail: Mapped[str]
    names: Mapped[str]
    words: Mapped[str]
    numbers: Mapped[str]


class SearchWord(Base):
    """One word that occurs in the index, with its sound (Kölner Phonetik): what typos are compared with.

    ``since`` is the newest journal entry when it came, so that a list of the words in memory only ever asks
    for newer ones.
    """

    __tablename__ = "search_word"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's declaration

    word: Mapped[str] = mapped_column(primary_key=True)
    sound: Mapped[str]
    since: Mapped[int] = mapped_column(index=True)
