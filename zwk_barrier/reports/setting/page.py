"""Fills pages with blocks, and draws what every page carries: running head, confidentiality, page of pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block
from zwk_barrier.reports.setting.styles import A4, LINE, RUNNING, WATERMARK, PageFormat
from zwk_barrier.reports.setting.typesetting import Line, Text, Typesetter

_WATERMARK_DEGREES: Final = 52.0


class Placed(NamedTuple):
    """A block and the height of its top above the page's lower edge."""

    block: Block
    top: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the edge of every page; ``numbering`` has the places {page} and {pages}.

    In a document that runs ``leftward`` the page number stands at the left.  A ``watermark`` lies across every
    page, pale under its text; being furniture, it has to be said in the document as well.
    """

    header: str
    footer: Text
    numbering: str
    leftward: bool = False
    watermark: str = ""


class Pagination:
    """Places blocks on pages: headings with what they head, nothing alone that belongs together."""

    def __init__(self, page: PageFormat = A4) -> None:
        self._page = page
        self.pages: list[list[Placed]] = [[]]
        self._at = page.height - page.first_top
        self._distance = 0.0

    def fill(self, blocks: Sequence[Block]) -> list[list[Placed]]:
        """The pages with all blocks on them, in order."""
        for at, block in enumerate(blocks):
            if (block.begins_page and not self._fresh) or not self._fits(blocks, at):
                self._turn()
            self._place(block)
        return self.pages

    @property
    def _fresh(self) -> bool:
        return not self.pages[-1]

    @property
    def _room(self) -> float:
        return self._at - self._page.bottom

    def _fits(self, blocks: Sequence[Block], at: int) -> bool:
        """Whether the block at this place can begin here, with everything it must not be parted from."""
        if self._fresh or (at and blocks[at - 1].keeps_with_next):
            return True
        needed, distance = 0.0, self._distance
        for block in blocks[at:]:
            needed += max(distance, block.before) + (block.height if block.keeps_with_next else block.least)
            distance = block.after
            if not block.keeps_with_next:
                break
        return needed <= self._room

    def _place(self, block: Block) -> None:
        gap = 0 if self._fresh else max(self._distance, block.before)
        if block.height <= self._room - gap:
            self._set(block, gap)
            return
        if squeezed := block.squeezed(self._room - gap):
            self._set(squeezed, gap)
            return
        # Headings alone on a page do not make it used: what follows them has to begin here.
        fresh = all(placed.block.keeps_with_next for placed in self.pages[-1])
        parts = block.split(self._room - gap, fresh=fresh)
        if parts:
            self._set(parts[0], gap)
            self._turn()
            self._place(parts[1])
        elif fresh:
            self._set(block, gap)
        else:
            self._turn()
            self._place(block)

    def _set(self, block: Block, gap: float) -> None:
        self._at -= gap
        self.pages[-1].append(Placed(block, self._at))
        self._at -= block.height
        self._distance = block.after

    def _turn(self) -> None:
        self.pages.append([])
        self._at = self._page.height - self._page.top
        self._distance = 0.0


def draw_pages(
    canvas: TaggedCanvas, pages: Sequence[Sequence[Placed]], furniture: Furniture, typesetter: Typesetter
) -> None:
    """Draws all pages with their furniture."""
    for number, placed in enumerate(pages, start=1):
        canvas.start_page()
        if furniture.watermark:
            _watermark(canvas, furniture.watermark, typesetter)
        if number > 1:
            _header(canvas, furniture, typesetter)
        for block, top in placed:
            block.draw(canvas, A4.left, top)
        _footer(canvas, furniture, number, len(pages), typesetter)


def _header(canvas: TaggedCanvas, furniture: Furniture, typesetter: Typesetter) -> None:
    top, text = A4.height - A4.header, furniture.header
    style = replace(RUNNING, leftward=furniture.leftward)
    while len(lines := typesetter.lines(text, style, A4.text_width)) > 1 and " · " in text:
        text = text.rpartition(" · ")[0]
    with canvas.artifact("header"):
        canvas.lines(lines[:1], A4.left, top, A4.text_width)
    canvas.rule(A4.left, top - _leading(lines) - 4, A4.text_width, LINE, 0.6)


def _watermark(canvas: TaggedCanvas, text: str, typesetter: Typesetter) -> None:
    line = typesetter.lines(text, WATERMARK, A4.height)[0]
    canvas.watermark(line, (A4.width / 2, A4.height / 2), _WATERMARK_DEGREES)


def _footer(
    canvas: TaggedCanvas, furniture: Furniture, number: int, count: int, typesetter: Typesetter
) -> None:
    style = replace(RUNNING, leftward=furniture.leftward)
    said = typesetter.lines(furniture.footer, style, A4.text_width * 0.8)[:1]
    numbering = furniture.numbering.format(page=number, pages=count)
    numbered = typesetter.lines(numbering, replace(style, align="right"), A4.text_width)
    top = A4.footer + _leading(numbered)
    canvas.rule(A4.left, top + 5, A4.text_width, LINE, 0.6)
    with canvas.artifact("footer"):
        canvas.lines(said, A4.left, top, A4.text_width)
        canvas.lines(numbered, A4.left, top, numbered[0].width if furniture.leftward else A4.text_width)


def _leading(lines: Sequence[Line]) -> float:
    return lines[0].style.leading if lines else RUNNING.leading
