"""Where every line of a document was meant to be, and where a viewer finds its letters."""

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw

from zwk_barrier.reports.setting import page, story
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Heading
from zwk_barrier.reports.setting.page import Placed
from zwk_barrier.reports.setting.typesetting import ASCENT, DESCENT, Line

_UPRIGHT: Final = 0.01  # radians; a watermark lies across the page


@dataclass(frozen=True)
class SetLine:
    """One line: its page, its box in points from the lower left corner, the room it had, and its text."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    room: float
    text: str


@dataclass(frozen=True)
class Stood:
    """Where a block stood, in points above the page's lower edge, and whether more had to follow it."""

    top: float
    bottom: float
    leads: bool
    is_heading: bool

    @classmethod
    def of(cls, placed: Placed) -> "Stood":
        """What is kept of a block: many documents are kept, and each block holds its whole text."""
        block, top = placed
        is_heading = isinstance(block, Heading) or getattr(block, "bookmark", None) is not None
        return cls(top, top - block.height, block.keeps_with_next, is_heading)


@dataclass
class Layout:
    """Every line and block of one document as they were placed."""

    lines: list[SetLine] = field(default_factory=list)
    pages: list[list[Stood]] = field(default_factory=list)


class Seen(NamedTuple):
    """One letter as pdfium, the library in Chrome, finds it: its page, the middle of its ink, and what it is."""

    page: int
    x: float
    y: float
    text: str


@contextmanager
def noted() -> Iterator[Layout]:
    """Notes where lines and blocks are placed meanwhile."""
    layout, lines, pages = Layout(), TaggedCanvas.lines, page.draw_pages

    def listening(canvas: TaggedCanvas, drawn: Sequence[Line], left: float, top: float, width: float) -> None:
        at = top
        for line in drawn:
            layout.lines.append(_set(line, len(canvas.pages) - 1, left, at, width))
            at -= line.style.leading
        lines(canvas, drawn, left, top, width)

    def placing(canvas: TaggedCanvas, placed: Sequence[Sequence[Placed]], *rest: Any) -> None:
        layout.pages = [list(map(Stood.of, each)) for each in placed]
        pages(canvas, placed, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TaggedCanvas, "lines", listening)
        patch.setattr(story, "draw_pages", placing)
        yield layout


def _set(line: Line, page: int, left: float, top: float, width: float) -> SetLine:
    is_right = line.style.align == "right" or line.style.leftward
    begin = left + (width - line.width if is_right else 0)
    baseline, size = top - line.baseline, line.style.size
    text = "".join(piece.text for piece in line.pieces)
    return SetLine(
        page, begin, baseline - DESCENT * size, begin + line.width, baseline + ASCENT * size, width, text
    )


def seen(content: bytes) -> Iterator[Seen]:
    """Every upright letter of a document."""
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            yield from _letters(text, number)
            text.close()
            page.close()


def _letters(text: pypdfium2.PdfTextPage, number: int) -> Iterator[Seen]:
    sides = [ctypes.c_double() for _side in range(4)]
    left, right, bottom, top = sides
    places = [ctypes.byref(side) for side in sides]
    handle = text.raw  # which each call would look up again
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(handle, at))
        if not letter.isalnum() or raw.FPDFText_GetCharAngle(handle, at) > _UPRIGHT:
            continue
        raw.FPDFText_GetCharBox(handle, at, *places)
        yield Seen(number, (left.value + right.value) / 2, (bottom.value + top.value) / 2, letter)


def wrong_lines(content: bytes, layout: Layout) -> list[tuple[SetLine, str]]:
    """The lines in whose place a viewer finds other letters than were set there, and what it finds."""
    letters: dict[tuple[int, int], list[Seen]] = defaultdict(list)
    for one in seen(content):
        letters[one.page, round(one.y)].append(one)
    found = ((line, within(line, letters)) for line in layout.lines)
    return [(line, text) for line, text in found if sorted(text) != sorted(_plain(line.text))]


def within(line: SetLine, letters: dict[tuple[int, int], list[Seen]]) -> str:
    """The letters seen in the box of a line."""
    found: list[str] = []
    for height in range(int(line.bottom) - 1, int(line.top) + 2):
        found += [
            one.text
            for one in letters.get((line.page, height), ())
            if line.left - 0.5 <= one.x <= line.right + 0.5 and line.bottom <= one.y <= line.top
        ]
    return _plain("".join(found))


def _plain(text: str) -> str:
    """Letters and figures as they are meant, whatever their form on the page."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
