"""Finds a case, a contact, an offer or an activity by name, number, street or phone, with spelling and typos forgiven.

The method: names are folded, so that Müller, Mueller and Muller are one word.  Strict questions to the
full-text index come first, and newer cases before older; where they give little, words that sound the same
join in, and where nothing is found, words one or two typing errors away.  A mistyped word is compared with
the words that occur, some ten thousand, and not with the names of all people.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from rapidfuzz.distance import OSA
from sqlalchemy.orm import Session

from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.search_index import create_index, faults, follow, rebuild, remove_index
from zwk_barrier.store.search_query import Expand, Number, Term, Word, guess, questions, terms, without_one
from zwk_barrier.store.vocabulary import Vocabulary

__all__ = ["Hit", "create_index", "faults", "find", "follow", "rebuild", "remove_index"]

FEW: Final = 5
"""With fewer hits than this, words that sound the same are looked for too."""

_GUESSED: Final = 200
_LEFT_OUT: Final = 1000
_BEYOND_RECOGNITION: Final = 0.5
_OWN_NAME: Final = 1.1
_BEGINNING: Final = 0.95

_ASK: Final = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?"
_ENTRY: Final = (
    "SELECT rowid, kind, subject_id, title, detail, names, words, numbers FROM search_entry WHERE rowid IN "
)
_NAMES: Final = "SELECT rowid, names FROM search_entry WHERE rowid IN "

Row = tuple[int, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: ``kind`` is case, contact, offer or activity, ``subject_id`` its row."""

    kind: str
    subject_id: UUID
    title: str
    detail: str


def find(session: Session, typed: str, limit: int = 20) -> list[Hit]:
    """The best hits first; nothing for fewer than two letters or digits."""
    asked = terms(typed)
    if not asked:
        return []
    vocabulary = session.info.get(Vocabulary) or Vocabulary()
    rows = _Search(driver_of(session.connection()), vocabulary, asked, limit).rows()
    return [Hit(kind, UUID(subject), title, detail) for _, kind, subject, title, detail, *_ in rows]


class _Search:
    """One search: one question to the index, guesses only where it gives little."""

    def __init__(
        self, driver: sqlite3.Connection, vocabulary: Vocabulary, asked: Sequence[Term], limit: int
    ) -> None:
        self._driver = driver
        self._vocabulary = vocabulary
        self._asked = asked
        self._typed = [term.text for term in asked if isinstance(term, Word)]
        self._limit = limit

    def rows(self) -> list[Row]:
        """The rows of the entries found, the best first."""
        rows = self._certain()
        if self._typed and len(rows) < FEW:
            known = {row[0] for row in rows}
            rows += [row for row in self._guessed(certain=bool(rows)) if row[0] not in known]
        return rows[: self._limit]

    def _certain(self) -> list[Row]:
        """What was asked for to the letter; where that is much, the strictest answers, newest first."""
        *stricter, loosest = questions(self._asked)
        found = self._ask(loosest, self._limit + 1)
        if len(found) <= self._limit:
            return self._best(found)
        strict: list[int] = []
        for question in stricter:
            if len(strict) < self._limit:
                strict += [rowid for rowid in self._ask(question, self._limit) if rowid not in strict]
        found = list(dict.fromkeys([*strict, *found]))[: self._limit]
        rows = {row[0]: row for row in self._entries(found)}
        return [rows[rowid] for rowid in found]

    def _guessed(self, *, certain: bool) -> list[Row]:
        """What else may be meant: words that sound alike or are mistyped; all words where nothing is certain."""
        say = self._vocabulary
        ways = (say.alike, say.mistyped_later) if certain else (say.alike, say.mistyped, say.begun)
        rows = self._best(self._ask(guess(self._asked, self._expand(*ways)), _GUESSED))
        return rows if rows or certain else self._best(self._left_out())

    def _left_out(self) -> list[int]:
        """Entries that lack one of several words, but whose names are still like all of them."""
        expand = self._expand(self._vocabulary.alike)
        asked = without_one(self._asked, expand)
        found = list(dict.fromkeys(rowid for question in asked for rowid in self._ask(question, _LEFT_OUT)))
        least = len(self._typed) - 1 + _BEYOND_RECOGNITION
        names = self._driver.execute(f"{_NAMES} ({_marks(found)})", found)
        likeness = {rowid: _likeness(self._typed, name.split()) for rowid, name in names}
        plausible = [rowid for rowid in found if likeness[rowid] >= least]
        return sorted(plausible, key=likeness.__getitem__, reverse=True)[: self._limit]

    def _expand(self, *ways: Callable[[sqlite3.Connection, str], list[str]]) -> Expand:
        def expand(typed: str) -> list[str]:
            return list(dict.fromkeys(word for way in ways for word in way(self._driver, typed)))

        return expand

    def _ask(self, question: str, most: int) -> list[int]:
        return [rowid for (rowid,) in self._driver.execute(_ASK, (question, most))]

    def _best(self, found: list[int]) -> list[Row]:
        return sorted(self._entries(found), key=lambda row: (-self._score(row), -row[0]))

    def _entries(self, found: list[int]) -> list[Row]:
        return self._driver.execute(f"{_ENTRY} ({_marks(found)})", found).fetchall()

    def _score(self, row: Row) -> float:
        *_shown, names, words, numbers = row
        own, others = names.split(), words.split()
        standing = {*others, *numbers.split()}
        asked = [term for term in self._asked if isinstance(term, Number)]
        exact = sum((term.case_number in standing) + standing.issuperset(term.groups) for term in asked)
        return exact + sum(
            max(_OWN_NAME * _likeness([word], own), _likeness([word], others)) for word in self._typed
        )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _likeness(typed: Sequence[str], words: Sequence[str]) -> float:
    """How like the words of an entry are to the typed ones: 1 for each that is there as it was typed."""
    return sum(max((_like(word, other) for other in words), default=0.0) for word in typed)


def _like(typed: str, word: str) -> float:
    whole = OSA.normalized_similarity(typed, word)
    if len(word) <= len(typed):
        return whole
    return max(whole, _BEGINNING * OSA.normalized_similarity(typed, word[: len(typed)]))
