"""The stretches a line is made of, each in one font, and the order they are drawn in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from zwk_barrier.reports.setting.bidi import LEFTWARD, seen_order
from zwk_barrier.reports.setting.fonts import Font
from zwk_barrier.reports.setting.right_to_left import is_leftward


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one font; ``spoken`` is what is meant when the drawn text differs.

    ``level`` is that of ``bidi`` in a paragraph that runs to the left, else 0; ``at`` is its distance from where
    such a line begins to be seen, in points, because its letters are written in the order they are spoken.
    """

    font: Font
    text: str
    size: float
    colour: str
    width: float
    spoken: str = ""
    level: int = 0
    at: float | None = None


def turned(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with words that run from right to left and follow one another in the order the eye needs."""
    found: list[Piece] = []
    start = None
    for at, piece in enumerate(pieces):
        leftward = is_leftward(piece.text) or (piece.text == " " and start is not None)
        if not leftward:
            start = None
        elif start is None:
            start = at
        elif is_leftward(piece.text):
            found[start:] = [piece, *pieces[start:at][::-1]]
            continue
        found.append(piece)
    return found


def placed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line that runs to the left, each at its place, letter by letter in the order they are spoken."""
    letters = [
        replace(piece, text=letter, width=piece.font.width(letter, piece.size))
        for piece in pieces
        for letter in (reversed(piece.text) if piece.level == LEFTWARD else [piece.text])
    ]
    at, places = 0.0, {}
    for place in seen_order(range(len(letters)), [letter.level for letter in letters]):
        places[place] = at
        at += letters[place].width
    return [replace(letter, at=places[number]) for number, letter in enumerate(letters)]


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with neighbours that look alike as one."""
    found: list[Piece] = []
    for _alike, group in groupby(pieces, key=_look):
        first, *others = group
        if not others or first.spoken:
            found += [first, *others]
        else:
            text = first.text + "".join(piece.text for piece in others)
            width = first.width + sum(piece.width for piece in others)
            found.append(replace(first, text=text, width=width))
    return found


def _look(piece: Piece) -> tuple[Font, float, str, bool]:
    return piece.font, piece.size, piece.colour, bool(piece.spoken)
