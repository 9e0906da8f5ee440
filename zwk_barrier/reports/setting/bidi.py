"""The order in which a paragraph that runs from right to left is seen: the Unicode bidirectional algorithm (UAX #9).

Paragraphs here run to the left and hold words, figures and names that run to the right.  Explicit embeddings are
not known; what has to keep its own order, such as a telephone number, is an isolated stretch.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeVar

from zwk_barrier.reports.setting.right_to_left import joined

LEFTWARD: Final = 1
RIGHTWARD: Final = 2

_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_STRONG: Final = {"L": "L", "R": "R", "AL": "R"}
_NUMBERS: Final = frozenset({"EN", "AN"})
_RIGHTWARD_KINDS: Final = frozenset({"L", *_NUMBERS})
_SETTLED: Final = frozenset({"R", *_RIGHTWARD_KINDS})
_WORDS: Final = re.compile(r"\n|[^ \n]+")

Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as stretches with their levels, the level of the blank behind it, and whether it ends its line."""

    parts: tuple[tuple[str, int], ...]
    blank_level: int = LEFTWARD
    ends_line: bool = False


def words(stretches: Iterable[tuple[str, bool]]) -> Iterator[Word]:
    """The words of a paragraph in the order they are spoken; stretches that are True keep their own order."""
    stretches = list(stretches)
    text = "".join(part for part, _ in stretches)
    found = levels(stretches)
    for match in _WORDS.finditer(text):
        if match.group() == "\n":
            yield Word((), ends_line=True)
            continue
        at, parts = match.start(), []
        for level, group in groupby(found[match.start() : match.end()]):
            length = len(list(group))
            parts.append((text[at : at + length], level))
            at += length
        yield Word(tuple(parts), found[at] if at < len(found) else LEFTWARD)


def levels(stretches: Iterable[tuple[str, bool]]) -> list[int]:
    """The level of each character: 1 runs to the left, 2 to the right; all of an isolated stretch run to the right."""
    kinds: list[str] = []
    lengths: list[int] = []
    for text, is_isolated in stretches:
        if is_isolated:
            kinds.append("isolate")
            lengths.append(len(text))
        else:
            kinds += map(unicodedata.bidirectional, text)
            lengths += [1] * len(text)
    resolved = _resolved(["ON" if kind == "isolate" else kind for kind in kinds])
    found: list[int] = []
    for was, kind, length in zip(kinds, resolved, lengths, strict=True):
        found += [RIGHTWARD if was == "isolate" or kind in _RIGHTWARD_KINDS else LEFTWARD] * length
    return found


def seen_order(pieces: Sequence[Piece], piece_levels: Sequence[int]) -> list[Piece]:
    """The pieces of one line from left to right (rule L2)."""
    ordered: list[Piece] = []
    rightward: list[Piece] = []
    for piece, level in zip(reversed(pieces), reversed(piece_levels), strict=True):
        if level == RIGHTWARD:
            rightward.append(piece)
        else:
            ordered += [*reversed(rightward), piece]
            rightward = []
    return [*ordered, *reversed(rightward)]


def drawn(text: str) -> str:
    """A stretch that runs to the left as it is drawn from left to right: joined, mirrored, last letter first."""
    # A mark comes before its letter here: it has no width, and stands above what is drawn next.
    return joined(text)[::-1].translate(_MIRRORED)


def _resolved(kinds: list[str]) -> list[str]:
    """Rules W1 to N2: every kind becomes L, R, EN or AN."""
    kinds = _weak(kinds)
    at = 0
    while at < len(kinds):
        if kinds[at] in _SETTLED:
            at += 1
            continue
        end = next((i for i in range(at, len(kinds)) if kinds[i] in _SETTLED), len(kinds))
        before = kinds[at - 1] if at else "R"
        after = kinds[end] if end < len(kinds) else "R"
        kinds[at:end] = ["L" if before == after == "L" else "R"] * (end - at)
        at = end
    return kinds


def _weak(kinds: list[str]) -> list[str]:
    strong, told = "R", "R"
    found: list[str] = []
    for kind in kinds:
        if kind == "NSM":  # W1: a mark goes with its letter
            kind = found[-1] if found else "R"  # noqa: PLW2901 - as the rule says
        elif kind == "EN" and strong == "AL":  # W2
            kind = "AN"  # noqa: PLW2901
        strong = kind if kind in _STRONG else strong
        found.append(kind)
    found = [_STRONG.get(kind, kind) for kind in found]  # W3
    for at in range(1, len(found) - 1):  # W4
        before, after = found[at - 1], found[at + 1]
        if before == after and (
            (found[at] == "ES" and before == "EN") or (found[at] == "CS" and before in _NUMBERS)
        ):
            found[at] = before
    _beside_numbers(found)
    for at, kind in enumerate(found):
        if kind in {"ES", "ET", "CS", "BN"}:  # W6
            found[at] = "ON"
        elif kind == "EN" and told == "L":  # W7
            found[at] = "L"
        told = kind if kind in {"L", "R"} else told
    return found


def _beside_numbers(kinds: list[str]) -> None:
    """W5: signs of money and per cent go with the number they stand beside."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if kinds[at] == "ET" and kinds[at + step] == "EN":
                kinds[at] = "EN"
