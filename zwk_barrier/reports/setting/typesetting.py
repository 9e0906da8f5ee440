"""Breaks a text into lines of a given width, each a row of pieces that know their font, place and colour."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from zwk_barrier.reports.setting.bidi import LEFTWARD, drawn, words
from zwk_barrier.reports.setting.fonts import FontBook
from zwk_barrier.reports.setting.pieces import Piece, merged, placed, turned
from zwk_barrier.reports.setting.styles import Face, TextStyle
from zwk_barrier.reports.setting.text import SOFT_HYPHEN, clean, clusters, glue

# Above and below the baseline, as shares of the size; what Atkinson Hyperlegible Next needs for Ä and g.
ASCENT: Final = 0.95
DESCENT: Final = 0.25

_MOST_EVEN_ROWS: Final = 6
_SHORT: Final = 0.1  # of the width: a last row below that looks lost
_NARROWER: Final = (0.97, 0.94, 0.91, 0.88, 0.84, 0.8, 0.75, 0.7)
_PARTING: Final = frozenset("–-/@_.,;: ")  # of blanks only those that else forbid a line's end
_EMPTY_LINES: Final = re.compile(r" *\n[ \n]*")
_TOKENS: Final = re.compile(r"\n|[ ]+|[^ \n]+")
# A long word may end a line after its own hyphen, dash or slash, where letters stand on both sides.
_OWN_BREAKS: Final = re.compile(rf"(?<=[^\W\d_]{{3}}[-–/])(?=[^\W\d_]{{3}})|(?<={SOFT_HYPHEN})(?=.)")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that may differ from its paragraph in face and colour.

    One that is ``isolated`` keeps its own order from left to right in a paragraph that runs to the left.
    """

    text: str
    face: Face | None = None
    colour: str | None = None
    isolated: bool = False


Text = str | Sequence[Span]


def spans(text: Text) -> Sequence[Span]:
    """The text as spans."""
    return [Span(text)] if isinstance(text, str) else text


def is_blank(text: Text) -> bool:
    """Whether nothing of it would be seen."""
    return not clean("".join(span.text for span in spans(text))).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``blank_after`` says that a blank parted it from the next, which extraction must not lose."""

    pieces: tuple[Piece, ...]
    width: float
    style: TextStyle
    blank_after: bool = False

    @property
    def baseline(self) -> float:
        """How far the baseline lies below the line's top, in points."""
        size = self.style.size
        return (self.style.leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size


class Break(Enum):
    """What stands between a stretch that cannot be broken and the next one."""

    NOTHING = 0
    BLANK = 1
    HYPHEN = 2
    LINE = 3


@dataclass(frozen=True, slots=True)
class _Atom:
    pieces: tuple[Piece, ...]
    width: float
    end: Break
    blank_level: int = LEFTWARD


class Typesetter:
    """Sets texts in the fonts of one document, none smaller than ``least_size`` points."""

    def __init__(self, fonts: FontBook, least_size: float = 0.0) -> None:
        self.fonts = fonts
        self._least_size = least_size
        self._words: dict[tuple[str, Face, float, str, int], tuple[Piece, ...]] = {}

    def lines(self, text: Text, style: TextStyle, width: float) -> list[Line]:
        """The text's lines, none wider than ``width`` points; a word wider than that is cut."""
        style = style.enlarged(self._least_size) if self._least_size else style
        found = (
            self._leftward_atoms(spans(text), style) if style.leftward else self._atoms(spans(text), style)
        )
        atoms = [part for atom in found for part in self._chopped(atom, style, width)]
        return [self._line(row, style) for row in self._best_rows(atoms, width, style)]

    def blank(self, style: TextStyle) -> float:
        """The width of a blank in points."""
        return self.fonts.font(style.face).width(" ", style.size)

    def _best_rows(self, atoms: Sequence[_Atom], width: float, style: TextStyle) -> list[list[_Atom]]:
        """As few rows as can be, and among those the ones that look best."""
        rows = list(self._rows(atoms, width, style))
        if style.even and 1 < len(rows) <= _MOST_EVEN_ROWS:
            return self._evened(atoms, rows, width, style)
        if len(rows) > 1 and _extent(rows[-1]) < _SHORT * width:
            return self._accompanied(atoms, rows, width, style)
        return rows

    def _evened(
        self, atoms: Sequence[_Atom], rows: list[list[_Atom]], width: float, style: TextStyle
    ) -> list[list[_Atom]]:
        low, high = 0.0, width
        while high - low > style.size / 4:
            middle = (low + high) / 2
            tried = list(self._rows(atoms, middle, style))
            if len(tried) > len(rows):
                low = middle
            else:
                high, rows = middle, tried
        return rows

    def _accompanied(
        self, atoms: Sequence[_Atom], rows: list[list[_Atom]], width: float, style: TextStyle
    ) -> list[list[_Atom]]:
        """The same number of rows, a little narrower, so that no short word stands alone in the last one."""
        best = rows
        for narrower in _NARROWER:
            tried = list(self._rows(atoms, narrower * width, style))
            if len(tried) > len(rows) or _extent(best[-1]) >= _SHORT * width:
                break
            best = tried
        return best

    def _rows(self, atoms: Sequence[_Atom], width: float, style: TextStyle) -> Iterator[list[_Atom]]:
        blank = self.blank(style)
        hyphen = self.fonts.font(style.face).width("-", style.size)
        row: list[_Atom] = []
        used = 0.0
        for atom in atoms:
            before = blank if row and row[-1].end is Break.BLANK else 0
            after = hyphen if atom.end is Break.HYPHEN else 0
            if row and used + before + atom.width + after > width + 0.01:
                yield row
                row, used, before = [], 0.0, 0
            row.append(atom)
            used += before + atom.width
            if atom.end is Break.LINE:
                yield row
                row, used = [], 0.0
        if row:
            yield row

    def _line(self, row: Sequence[_Atom], style: TextStyle) -> Line:
        pieces: list[Piece] = []
        for atom in row:
            pieces += atom.pieces
            if atom.end is Break.BLANK and atom is not row[-1]:
                pieces += self._word(" ", style.face, style, atom.blank_level)
        if style.leftward:
            return Line(tuple(placed(pieces)), sum(piece.width for piece in pieces), style)
        end = row[-1].end
        if end is Break.HYPHEN:
            pieces.append(self._word(SOFT_HYPHEN, style.face, style)[0])
        drawn_pieces = tuple(merged(turned(pieces)))
        return Line(
            drawn_pieces, sum(piece.width for piece in drawn_pieces), style, end in {Break.BLANK, Break.LINE}
        )

    def _atoms(self, text: Iterable[Span], style: TextStyle) -> Iterator[_Atom]:
        pieces: tuple[Piece, ...] = ()
        for span, part, end in _parts(text):
            own = replace(style, colour=span.colour) if span.colour else style
            pieces += self._word(part, span.face or style.face, own)
            if end is not None and (pieces or end is Break.LINE):
                yield _Atom(pieces, sum(piece.width for piece in pieces), end)
                pieces = ()
        if pieces:
            yield _Atom(pieces, sum(piece.width for piece in pieces), Break.NOTHING)

    def _leftward_atoms(self, text: Iterable[Span], style: TextStyle) -> Iterator[_Atom]:
        """The words of a paragraph that runs to the left, in the order they are spoken."""
        for word in words((_EMPTY_LINES.sub("\n", clean(span.text)), span.isolated) for span in text):
            pieces = tuple(
                piece for part, level in word.parts for piece in self._word(part, style.face, style, level)
            )
            end = Break.LINE if word.ends_line else Break.BLANK
            yield _Atom(pieces, sum(piece.width for piece in pieces), end, word.blank_level)

    def _word(self, text: str, face: Face, style: TextStyle, level: int = 0) -> tuple[Piece, ...]:
        key = (text, face, style.size, style.colour, level)
        if key not in self._words:
            runs = (
                self.fonts.fitted(drawn(text), face)[::-1]
                if level == LEFTWARD
                else self.fonts.runs(text, face)
            )
            self._words[key] = tuple(
                Piece(font, run, style.size, style.colour, font.width(run, style.size), spoken, level)
                for font, run, spoken in runs
            )
        return self._words[key]

    def _chopped(self, atom: _Atom, style: TextStyle, width: float) -> Iterator[_Atom]:
        if atom.width <= width:
            yield atom
            return
        room = width - self.fonts.font(style.face).width("-", style.size)
        taken: list[Piece] = []
        used = 0.0
        for piece in _letters(atom.pieces):
            if taken and used + piece.width > room:
                cut = _best_cut(taken)
                inside_word = taken[cut - 1].text.isalpha() and (*taken, piece)[cut].text.isalpha()
                inside_word = inside_word and not style.leftward
                yield _joined(taken[:cut], Break.HYPHEN if inside_word else Break.NOTHING)
                taken = taken[cut:]
                used = sum(each.width for each in taken)
            taken.append(piece)
            used += piece.width
        yield _joined(taken, atom.end)


def _extent(row: Sequence[_Atom]) -> float:
    return sum(atom.width for atom in row)


def _parts(text: Iterable[Span]) -> Iterator[tuple[Span, str, Break | None]]:
    """Every stretch with what follows it; ``None`` when the next span goes on without a break."""
    for span in text:
        for word in _TOKENS.findall(_EMPTY_LINES.sub("\n", glue(clean(span.text)))):
            if word == "\n":
                yield span, "", Break.LINE
            elif word.isspace():
                yield span, "", Break.BLANK
            else:
                *heads, last = _OWN_BREAKS.split(word)
                for head in heads:
                    end = Break.HYPHEN if head.endswith(SOFT_HYPHEN) else Break.NOTHING
                    yield span, head.removesuffix(SOFT_HYPHEN), end
                yield span, last.removesuffix(SOFT_HYPHEN), None


def _letters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.spoken:
            yield piece
            continue
        letters = clusters(piece.text)
        for cluster in reversed(letters) if piece.level == LEFTWARD else letters:
            width = piece.font.width(cluster, piece.size)
            yield Piece(piece.font, cluster, piece.size, piece.colour, width, level=piece.level, at=piece.at)


def _best_cut(letters: Sequence[Piece]) -> int:
    """Where to cut a word too long for its line: after the last sign that parts it, else where the line is full."""
    signs = [
        at
        for at, piece in enumerate(letters, start=1)
        if piece.text in _PARTING and not _is_in_number(letters, at - 1)
    ]
    return signs[-1] if signs and signs[-1] * 3 > len(letters) else len(letters)


def _is_in_number(letters: Sequence[Piece], at: int) -> bool:
    """Whether a point or comma groups the digits around it: an amount cut there reads as a smaller one."""
    return letters[at].text in ".," and at > 0 and letters[at - 1].text.isdigit()


def _joined(pieces: Sequence[Piece], end: Break) -> _Atom:
    whole = tuple(pieces if any(piece.level for piece in pieces) else merged(pieces))
    return _Atom(whole, sum(piece.width for piece in whole), end)
