"""A canvas on which nothing can be drawn untagged: text outside an element or artifact raises."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

from reportlab.pdfbase import pdfdoc

from zwk_barrier.model.document_look import PLAIN, DocumentLook
from zwk_barrier.reports.setting.images import Picture
from zwk_barrier.reports.setting.pdf_objects import RawObject, stream, text_string
from zwk_barrier.reports.setting.pieces import Piece
from zwk_barrier.reports.setting.structure import Element, StructureTree
from zwk_barrier.reports.setting.styles import ACCENT, ACCENT_GROUND
from zwk_barrier.reports.setting.typesetting import Line
from zwk_barrier.rules.colours import ground_of, is_colour, readable

_ARTIFACTS: Final = {
    "header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
    "repeated": "/Artifact <</Type/Pagination>> BDC",
    "layout": "/Artifact <</Type/Layout>> BDC",
    "watermark": "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC",
}
_BEND: Final = 0.5523  # the handle of a Bézier quarter circle


class UntaggedText(Exception):
    """Text was to be drawn that belongs to no element and is no artifact: nobody would ever hear it."""


@dataclass(slots=True)
class PageContent:
    """What one page shows: its operators and the pictures they name."""

    operators: list[str] = field(default_factory=list)
    pictures: dict[str, RawObject] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the viewer's list of contents."""

    level: int
    title: str
    page: int
    top: float


class TaggedCanvas:
    """Draws pages; distances in points from the lower left corner, colours as ``#RRGGBB``."""

    def __init__(self, tree: StructureTree, look: DocumentLook = PLAIN) -> None:
        self._inks = _inks(look)
        # ReportLab's document comes first, because its fonts number their characters per document.
        self.document: Any = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self.tree = tree
        self.pages: list[PageContent] = []
        self.bookmarks: list[Bookmark] = []
        self._open = False
        self._element: Element | None = None  # to which belongs what is being drawn

    def start_page(self) -> None:
        """Everything further lies on a new page."""
        self.pages.append(PageContent())
        self.tree.start_page()

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to ``element``."""
        with self._marked(self._beginning(element)):
            self._element = element
            try:
                yield
            finally:
                self._element = None

    def _beginning(self, element: Element, spoken: str = "") -> str:
        instead = f"/ActualText {text_string(spoken)}" if spoken else ""
        return f"/{element.tag} <</MCID {self.tree.mark(element)}{instead}>> BDC"

    @contextmanager
    def artifact(self, kind: Literal["header", "footer", "repeated", "layout"]) -> Iterator[None]:
        """What is drawn inside is furniture of the page that no screen reader need speak."""
        with self._marked(_ARTIFACTS[kind]):
            yield

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        if self._open:
            raise UntaggedText("marked content does not nest")
        self._emit(begin)
        self._open = True
        try:
            yield
        finally:
            self._open = False
            self._emit("EMC")

    def lines(self, lines: Sequence[Line], left: float, top: float, width: float) -> None:
        """Lines below one another; ``width`` matters to lines that are set to the right."""
        if not self._open:
            raise UntaggedText("".join(piece.text for line in lines for piece in line.pieces)[:80])
        for line in lines:
            indent = width - line.width if line.style.align == "right" or line.style.leftward else 0
            self._line(line, left + indent, top - line.baseline)
            top -= line.style.leading

    def _line(self, line: Line, left: float, baseline: float) -> None:
        if not line.pieces:
            return
        parts, state = [_text_at(left, baseline)], ("", 0.0, "")
        begin = left
        for piece in line.pieces:
            shown, state = self._shown(piece, piece.text, state)
            if piece.at is not None:
                left = begin + piece.at
                shown = f"1 0 0 1 {_number(left)} {_number(baseline)} Tm {shown}"
            after = left + piece.width
            if piece.spoken and self._element:
                shown = self._instead(shown, piece.spoken, self._element, (left, baseline), after)
            parts.append(shown)
            left = after
        if line.blank_after:  # ReportLab's own paragraphs forget it, and a reader hears "Zugangzum"
            parts.append(self._shown(line.pieces[-1], " ", state)[0])
        parts.append("ET")
        self._emit(" ".join(parts))

    def _instead(
        self, shown: str, spoken: str, element: Element, place: tuple[float, float], after: float
    ) -> str:
        """What is spoken instead of what is drawn, under a mark of its own.

        A mark inside the mark would do, but poppler then forgets everything behind it.
        """
        own, further = self._beginning(element, spoken), self._beginning(element)
        return f"ET EMC {own} {_text_at(*place)} {shown} ET EMC {further} {_text_at(after, place[1])}"

    def _shown(
        self, piece: Piece, text: str, state: tuple[str, float, str]
    ) -> tuple[str, tuple[str, float, str]]:
        parts = []
        font = piece.font.embedded
        for subset, codes in font.splitString(text, self.document):
            wanted = (font.getSubsetInternalName(subset, self.document), piece.size, piece.colour)
            if wanted[:2] != state[:2]:
                parts.append(f"{wanted[0]} {_number(piece.size)} Tf")
            if wanted[2] != state[2]:
                parts.append(f"{self._rgb(piece.colour)} rg")
            parts.append(f"<{codes.hex()}> Tj")
            state = wanted
        return " ".join(parts), state

    def watermark(self, line: Line, middle: tuple[float, float], degrees: float) -> None:
        """A line turned about its middle, lying under what is drawn after it; no screen reader speaks it."""
        sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        with self._marked(_ARTIFACTS["watermark"]):
            self._emit(f"q {_numbers(cosine, sine, -sine, cosine, *middle)} cm")
            self._line(line, -line.width / 2, -line.baseline / 2)
            self._emit("Q")

    def rule(self, left: float, y: float, width: float, colour: str, weight: float) -> None:
        """A horizontal rule."""
        self._decorate(
            f"{self._rgb(colour)} RG {_number(weight)} w {_numbers(left, y)} m {_numbers(left + width, y)} l S"
        )

    def ground(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._decorate(f"{self._rgb(colour)} rg {_numbers(left, bottom, width, height)} re f")

    def stroke(self, path: str, colour: str, weight: float) -> None:
        """A path of round strokes, given in PDF operators."""
        self._decorate(f"{self._rgb(colour)} RG {self._rgb(colour)} rg {_number(weight)} w 1 J 1 j {path}")

    def _decorate(self, operators: str) -> None:
        if self._open:
            self._emit(f"q {operators} Q")
        else:
            self._emit(f"{_ARTIFACTS['layout']} q {operators} Q EMC")

    def picture(
        self, element: Element, picture: Picture, left: float, bottom: float, width: float, height: float
    ) -> None:
        """A picture that fills the given rectangle, as the content of a Figure."""
        page = self.pages[-1]
        key = f"P{len(page.pictures) + 1}"
        space = "DeviceGray" if picture.grey else "DeviceRGB"
        page.pictures[key] = stream(
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
            f"/ColorSpace/{space}/BitsPerComponent 8/Filter/{picture.compression}",
            picture.content,
            compress=False,
        )
        element.box = (left, bottom, left + width, bottom + height)
        with self.tagged(element):
            self._emit(f"q {_numbers(width, 0, 0, height, left, bottom)} cm /{key} Do Q")

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Enters a heading of the current page into the viewer's list of contents."""
        self.bookmarks.append(Bookmark(level, title, len(self.pages) - 1, top))

    def _rgb(self, colour: str) -> str:
        colour = self._inks.get(colour, colour)
        return _numbers(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))

    def _emit(self, operators: str) -> None:
        self.pages[-1].operators.append(operators)


def circle(x: float, y: float, radius: float) -> str:
    """The PDF path of a circle."""
    return f"{_numbers(x + radius, y)} m {_arcs(x, y, radius, range(4))}"


def half_disc(x: float, y: float, radius: float) -> str:
    """The PDF path of the left half of a disc."""
    return f"{_numbers(x, y + radius)} m {_arcs(x, y, radius, range(1, 3))} h"


def _arcs(x: float, y: float, radius: float, quarters: range) -> str:
    steps = []
    for quarter in quarters:
        a, b = (quarter * math.pi / 2, (quarter + 1) * math.pi / 2)
        steps.append(
            _numbers(
                x + radius * (math.cos(a) - _BEND * math.sin(a)),
                y + radius * (math.sin(a) + _BEND * math.cos(a)),
                x + radius * (math.cos(b) + _BEND * math.sin(b)),
                y + radius * (math.sin(b) - _BEND * math.cos(b)),
                x + radius * math.cos(b),
                y + radius * math.sin(b),
            )
            + " c"
        )
    return " ".join(steps)


def path(*points: tuple[float, float]) -> str:
    """The PDF path of straight strokes from point to point."""
    first, *others = points
    return " ".join([f"{_numbers(*first)} m", *(f"{_numbers(*point)} l" for point in others)])


def _text_at(left: float, baseline: float) -> str:
    return f"BT 1 0 0 1 {_number(left)} {_number(baseline)} Tm"


@cache
def _inks(look: DocumentLook) -> dict[str, str]:
    """What stands in place of the program's own accent and its pale ground, made readable in any case."""
    if not is_colour(look.accent):
        return {}
    accent = readable(look.accent)
    return {ACCENT: accent, ACCENT_GROUND: ground_of(accent)}


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))
