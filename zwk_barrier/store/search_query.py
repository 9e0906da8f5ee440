"""What somebody typed into the search field, as questions to the full-text index.

Only letters and digits reach the index, each word in quotes: nothing typed can be an operator.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.rules.folding import fold, phone_key

FEWEST_LETTERS: Final = 2
FEWEST_PHONE_DIGITS: Final = 4
BACKWARDS: Final = "r"
"""Stands before a phone number written backwards, so that its end can be looked up as a beginning."""

_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = re.compile(r"[0-9]+")
_TYPED: Final = re.compile(r"(?P<number>(?<!\w)[+(]*[0-9]+(?:[\s()/+.–-]*[0-9]+)*(?!\w))|(?P<word>[^\W_]+)")
_CASE_NUMBER: Final = re.compile(r"(?:20)?([0-9]{2}) ([0-9]{1,4})")

Expand = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word, folded."""

    text: str

    def whole(self) -> str:
        """The person's own name is exactly this."""
        return f'names : "{self.text}"'

    def begins(self) -> str:
        """The person's own name begins so."""
        return f'names : "{self.text}"*'

    def anywhere(self) -> str:
        """Any word begins so."""
        return f'"{self.text}"*'

    def expanded(self, expand: Expand) -> str:
        """Any word begins so, or is one of those ``expand`` gives for it."""
        return " OR ".join([self.anywhere(), *(f'"{word}"' for word in expand(self.text))])


@dataclass(frozen=True, slots=True)
class Number:
    """Typed digits that belong together: a case number, a house number or a phone number."""

    groups: tuple[str, ...]
    written: str

    @property
    def case_number(self) -> str:
        """The digits of the case number that may be meant: 20260147 for 2026-0147, 26/147 and 2026-147."""
        match = _CASE_NUMBER.fullmatch(" ".join(self.groups))
        return f"20{match[1]}{match[2]:0>4}" if match else ""

    def whole(self) -> str:
        """Exactly this case number; where it is none, each group is exactly a number."""
        case_number = self.case_number
        return f'numbers : "{case_number}"' if case_number else _both(f'"{group}"' for group in self.groups)

    def begins(self) -> str:
        """Exactly these numbers, or a phone number that begins or ends so."""
        return " OR ".join([self.whole(), _both(f'"{group}"' for group in self.groups), *self._phone()])

    def anywhere(self) -> str:
        """Any numbers that begin so."""
        begun = _both(f'"{group}"*' for group in self.groups)
        year = self.case_number[:4]
        in_year = [_both([f'"{year}"', *(f'"{group}"*' for group in self.groups[1:])])] if year else []
        return " OR ".join([self.whole(), begun, *in_year, *self._phone()])

    def expanded(self, _expand: Expand) -> str:
        """As ``anywhere``: another number is another number."""
        return self.anywhere()

    def _phone(self) -> list[str]:
        digits = "".join(self.groups)
        if len(digits) < FEWEST_PHONE_DIGITS:
            return []
        asked = [f'numbers : "{BACKWARDS}{digits[::-1]}"*']
        key = phone_key(self.written)
        if len(key) >= FEWEST_PHONE_DIGITS - 1:
            asked.append(f'numbers : "{key}"*')
        return asked


Term = Word | Number


def terms(typed: str) -> list[Term]:
    """The words and numbers typed; none for fewer than two letters or digits."""
    found: list[Term] = []
    for match in _TYPED.finditer(typed):
        if match["number"]:
            found.append(Number(tuple(_DIGITS.findall(match[0])), match[0]))
        else:
            found += [Word(part) for part in _WORD.findall(fold(match[0]))]
    letters = sum(len(term.text) if isinstance(term, Word) else len("".join(term.groups)) for term in found)
    return found if letters >= FEWEST_LETTERS else []


def questions(asked: Sequence[Term]) -> Iterator[str]:
    """Questions that need no guessing, the strictest first; a later one finds all that an earlier one finds."""
    words = any(isinstance(term, Word) for term in asked)
    numbers = any(isinstance(term, Number) for term in asked)
    yield _all(term.whole() for term in asked)
    if words:
        yield _all(term.whole() if isinstance(term, Number) else term.begins() for term in asked)
    if numbers or words:
        yield _all(term.begins() if isinstance(term, Number) else term.anywhere() for term in asked)
    if numbers:
        yield _all(term.anywhere() for term in asked)


def guess(asked: Sequence[Term], expand: Expand) -> str:
    """The question in which each word may also be one of those that ``expand`` gives for it."""
    return _all(term.expanded(expand) for term in asked)


def without_one(asked: Sequence[Term], expand: Expand) -> Iterator[str]:
    """Questions that leave out one of several words, for a word that is mistyped beyond recognition."""
    for left_out in asked:
        if len(asked) > 1 and isinstance(left_out, Word):
            yield _all(term.expanded(expand) for term in asked if term is not left_out)


def _both(parts: Iterable[str]) -> str:
    return f"({' AND '.join(parts)})"


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)
