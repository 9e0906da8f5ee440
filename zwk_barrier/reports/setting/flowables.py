"""Blocks a page is filled with: each knows its height, may part at a page's end, and draws itself tagged."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.right_to_left import holds_leftward
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import ACCENT, ACCENT_GROUND, LINE, SOFT, TextStyle
from zwk_barrier.reports.setting.typesetting import Line, Text, Typesetter, spans

_DEEPEST_BOOKMARK: Final = 3
_FEWEST_LINES: Final = 2  # neither the first nor the last line of a paragraph stands alone on a page


_MOST_LEADING_LINES: Final = 5  # a longer paragraph may stay behind when what it leads to turns the page


class OwnedLine(NamedTuple):
    """A line and the element it belongs to."""

    line: Line
    element: Element


def own(
    typesetter: Typesetter, element: Element, text: Text, style: TextStyle, width: float
) -> list[OwnedLine]:
    """The lines of a text that belongs to ``element``.

    Words that run from right to left are drawn last letter first; what is meant then stands in the element.
    """
    plain = "".join(span.text for span in spans(text))
    if holds_leftward(plain):
        element.actual_text = plain
    return [OwnedLine(line, element) for line in typesetter.lines(text, style, width)]


class Block(ABC):
    """Something with a height in points; ``before`` and ``after`` are the distances it wants."""

    before: float = 0
    after: float = 0
    keeps_with_next: bool = False
    begins_page: bool = False

    @property
    @abstractmethod
    def height(self) -> float:
        """The height in points."""

    @property
    def least(self) -> float:
        """The height that must fit for the block to begin on a page."""
        return self.height

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":  # noqa: ARG002 - for those that can
        """Two blocks, the first no higher than ``room``, or None; on a ``fresh`` page it has to give way."""
        return None

    def squeezed(self, room: float) -> "Block | None":  # noqa: ARG002 - for those that can
        """The same block made to fit into ``room``, or None."""
        return None

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the block below ``top``."""


def draw_owned(
    canvas: TaggedCanvas, lines: Sequence[OwnedLine], left: float, top: float, width: float
) -> None:
    """Draws lines below one another, each stretch of one element under one mark."""
    for _, stretch in groupby(lines, key=lambda owned: id(owned.element)):
        part = list(stretch)
        with canvas.tagged(part[0].element):
            canvas.lines([owned.line for owned in part], left, top, width)
        top -= height_of(part)


def height_of(lines: Sequence[OwnedLine]) -> float:
    """The height of lines below one another, in points."""
    return sum(owned.line.style.leading for owned in lines)


class Paragraph(Block):
    """Lines of text, which part so that two lines stay together on either page."""

    def __init__(
        self,
        lines: Sequence[OwnedLine],
        width: float,
        style: TextStyle,
        indent: float = 0,
        *,
        leads: bool = False,
    ) -> None:
        self.lines = tuple(lines)
        self.keeps_with_next = leads and len(self.lines) <= _MOST_LEADING_LINES
        self.width = width
        self.style = style
        self.indent = indent
        self.before, self.after = style.before, style.after

    @property
    def height(self) -> float:
        """The height of all lines."""
        return height_of(self.lines)

    @property
    def least(self) -> float:
        """Two lines; all when there are three, which cannot part well."""
        return self.height if len(self.lines) <= _FEWEST_LINES + 1 else height_of(self.lines[:_FEWEST_LINES])

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts between lines."""
        count = fitting(self.lines, room)
        if not fresh and len(self.lines) - count < _FEWEST_LINES:
            count = len(self.lines) - _FEWEST_LINES
        if count < (1 if fresh else _FEWEST_LINES):
            return None
        return self._part(self.lines[:count], last=False), self._part(self.lines[count:], last=True)

    def _part(self, lines: Sequence[OwnedLine], *, last: bool) -> "Paragraph":
        style = replace(self.style, before=0) if last else replace(self.style, after=0)
        return Paragraph(lines, self.width, style, self.indent)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the lines."""
        draw_owned(canvas, self.lines, left + self.indent, top, self.width)


def fitting(lines: Sequence[OwnedLine], room: float) -> int:
    """How many lines fit into ``room`` points."""
    used = 0.0
    for count, owned in enumerate(lines):
        used += owned.line.style.leading
        if used > room + 0.01:
            return count
    return len(lines)


class Heading(Paragraph):
    """A heading, which stays with what follows; down to level 3 it enters the list of contents."""

    def __init__(
        self, lines: Sequence[OwnedLine], width: float, style: TextStyle, level: int, title: str
    ) -> None:
        super().__init__(lines, width, style)
        self.keeps_with_next = True
        self.level = level
        self.title = title

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """A heading parts only when a page is too short for it."""
        return super().split(room, fresh=True) if fresh else None

    def _part(self, lines: Sequence[OwnedLine], *, last: bool) -> Paragraph:
        if last:
            return super()._part(lines, last=True)
        return Heading(lines, self.width, replace(self.style, after=0), self.level, self.title)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the heading and marks its place."""
        if self.level <= _DEEPEST_BOOKMARK:
            canvas.bookmark(self.level, self.title, top + self.style.leading / 2)
        super().draw(canvas, left, top)


class ListItem(Paragraph):
    """A list item: its sign stands beside the first line, its lines are set in."""

    def __init__(
        self,
        sign: OwnedLine | None,
        lines: Sequence[OwnedLine],
        width: float,
        style: TextStyle,
        indent: float,
    ) -> None:
        super().__init__(lines, width, style, indent)
        self.sign = sign

    def _part(self, lines: Sequence[OwnedLine], *, last: bool) -> "ListItem":
        style = replace(self.style, before=0) if last else replace(self.style, after=0)
        return ListItem(None if last else self.sign, lines, self.width, style, self.indent)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the sign, then the lines; the sign of what runs to the left stands at the right."""
        leftward = self.style.leftward
        if self.sign:
            draw_owned(canvas, [self.sign], left + (self.width if leftward else 0), top, self.indent)
        draw_owned(canvas, self.lines, left + (0 if leftward else self.indent), top, self.width)


class Note(Block):
    """A short text on a tinted ground with a bar where its lines begin.

    It stays with what follows, and does not part unless a page is too short for it.
    """

    keeps_with_next = True
    _PADDING: Final = 12

    def __init__(self, lines: Sequence[OwnedLine], width: float, before: float = 0) -> None:
        self.lines = tuple(lines)
        self.width = width
        self.before = before
        self.after = 10

    @classmethod
    def inner_width(cls, width: float) -> float:
        """The width of the lines inside."""
        return width - 2 * cls._PADDING - 3

    @property
    def height(self) -> float:
        """The lines and the ground around them."""
        return height_of(self.lines) + 2 * self._PADDING - 4

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts only where it must."""
        count = fitting(self.lines, room - 2 * self._PADDING)
        if not fresh or not count:
            return None
        return Note(self.lines[:count], self.width, self.before), Note(self.lines[count:], self.width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the ground, then the text."""
        canvas.ground(left, top - self.height, self.width, self.height, ACCENT_GROUND)
        leftward = bool(self.lines) and self.lines[0].line.style.leftward
        canvas.ground(left + (self.width - 3 if leftward else 0), top - self.height, 3, self.height, ACCENT)
        inner, indent = self.inner_width(self.width), self._PADDING + (0 if leftward else 3)
        draw_owned(canvas, self.lines, left + indent, top - self._PADDING + 2, inner)


class Rule(Block):
    """A hairline across the page."""

    def __init__(self, width: float, *, before: float = 0, after: float = 0, colour: str = LINE) -> None:
        self.width = width
        self.before, self.after = before, after
        self.colour = colour

    @property
    def height(self) -> float:
        """The weight of the line."""
        return 0.75

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the line."""
        canvas.rule(left, top, self.width, self.colour, self.height)


class Signatures(Block):
    """Lines to sign on, side by side, each with what belongs there below."""

    before = 30

    def __init__(self, fields: Sequence[tuple[float, float, Sequence[OwnedLine]]]) -> None:
        self.fields = fields  # offset, width, caption lines

    @property
    def height(self) -> float:
        """Room for a hand and the captions."""
        return 34 + max(height_of(lines) for _, _, lines in self.fields)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws each line, then its caption."""
        for offset, width, lines in self.fields:
            canvas.rule(left + offset, top - 30, width, SOFT, 0.6)
            draw_owned(canvas, lines, left + offset, top - 33, width)


class SideBySide(Block):
    """Two columns of blocks; the left is read first."""

    def __init__(self, left: Sequence[Block], right: Sequence[Block], offset: float) -> None:
        self.columns = (tuple(left), tuple(right))
        self.offset = offset
        self.before = max((column[0].before for column in self.columns if column), default=0)
        self.after = max((column[-1].after for column in self.columns if column), default=0)

    @property
    def height(self) -> float:
        """The higher column."""
        return max(stack_height(column) for column in self.columns)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the left column whole, then the right."""
        for number, column in enumerate(self.columns):
            at, distance = top, 0.0
            for block in column:
                at -= max(distance, block.before) if block is not column[0] else 0
                block.draw(canvas, left + number * self.offset, at)
                at -= block.height
                distance = block.after


def stack_height(blocks: Sequence[Block]) -> float:
    """The height of blocks below one another with their distances, in points."""
    total, distance = 0.0, 0.0
    for number, block in enumerate(blocks):
        total += (max(distance, block.before) if number else 0) + block.height
        distance = block.after
    return total
