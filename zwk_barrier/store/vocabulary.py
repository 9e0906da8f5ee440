"""The words that occur in the index, held in memory to compare a mistyped word with all of them at once."""

import sqlite3
import threading
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from cologne_phonetics import encode
from rapidfuzz import process
from rapidfuzz.distance import OSA

K = TypeVar("K", int, str)
Words = tuple[str, ...]

MOST: Final = 150
"""How many words a typed word may stand for that was found nowhere; more would make the hits arbitrary."""
FEW_MORE: Final = 15
"""How many it may stand for beside itself: each costs the index a look."""

_NEWER: Final = "SELECT word, sound, since FROM search_word WHERE since > ? ORDER BY since"
_SHORTEST_SOUND: Final = 2
_ONE_TYPO_FROM: Final = 3
_TWO_TYPOS_FROM: Final = 5


def sound(word: str) -> str:
    """How a word of letters sounds (Kölner Phonetik): Meyer, Maier and Mayr give the same digits."""
    return "".join(code for _word, code in encode(word))


def typos_allowed(word: str) -> int:
    """How many typing errors a word of this length may hold and still be recognised."""
    return (len(word) >= _ONE_TYPO_FROM) + (len(word) >= _TWO_TYPOS_FROM)


class Vocabulary:
    """All words of one office's index; safe to ask from several threads, and only ever reads what is new."""

    def __init__(self) -> None:
        self._growing = threading.Lock()
        self._newest = -1
        self._by_length: dict[int, Words] = {}
        self._by_letter: dict[str, Words] = {}
        self._by_sound: dict[str, Words] = {}

    def alike(self, driver: sqlite3.Connection, typed: str) -> list[str]:
        """Words that sound the same, the most similar first; none when too little is typed to have a sound."""
        code = sound(typed)
        if len(code) < _SHORTEST_SOUND:
            return []
        self._grow(driver)
        return _nearest(typed, self._by_sound.get(code, ()), len(typed))[:FEW_MORE]

    def mistyped(self, driver: sqlite3.Connection, typed: str) -> list[str]:
        """Words at most two typing errors away, the nearest first."""
        self._grow(driver)
        most = typos_allowed(typed)
        lengths = range(len(typed) - most, len(typed) + most + 1) if most else ()
        return _nearest(typed, (word for length in lengths for word in self._by_length.get(length, ())), most)

    def mistyped_later(self, driver: sqlite3.Connection, typed: str) -> list[str]:
        """Words one error away that begin with the same letter: ten times quicker."""
        self._grow(driver)
        return _nearest(typed, self._by_letter.get(typed[0], ()), min(typos_allowed(typed), 1))[:FEW_MORE]

    def begun(self, driver: sqlite3.Connection, typed: str) -> list[str]:
        """Longer words that are being typed with errors: those that begin nearly like this."""
        self._grow(driver)
        end = len(typed)
        longer = {word[:end]: word for word in self._by_letter.get(typed[0], ()) if len(word) > end}
        return [longer[beginning] for beginning in _nearest(typed, longer, typos_allowed(typed))]

    def _grow(self, driver: sqlite3.Connection) -> None:
        """Takes in what is new; each dictionary is never changed, only replaced, so that others may read on."""
        with self._growing:
            newer = driver.execute(_NEWER, (self._newest,)).fetchall()
            if not newer:
                return
            sounds = {word: code for word, code, _since in newer}
            self._by_length = _grown(self._by_length, sounds, len)
            self._by_letter = _grown(self._by_letter, sounds, _first_letter)
            self._by_sound = _grown(self._by_sound, sounds, sounds.__getitem__)
            self._newest = newer[-1][2]


def _grown(known: dict[K, Words], words: Iterable[str], key: Callable[[str], K]) -> dict[K, Words]:
    new: dict[K, list[str]] = {}
    for word in words:
        new.setdefault(key(word), []).append(word)
    grown = {place: known.get(place, ()) + tuple(new[place]) for place in new}
    return {**known, **grown}


def _first_letter(word: str) -> str:
    return word[0]


def _nearest(typed: str, words: Iterable[str], most: int) -> list[str]:
    if not most:
        return []
    found = process.extract(typed, tuple(words), scorer=OSA.distance, score_cutoff=most, limit=MOST)
    return [word for word, _distance, _at in found]
