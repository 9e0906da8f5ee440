"""Tables with real headers: they part between rows, repeat their head on each page, and never leave one row alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from zwk_barrier.reports.canvas import TaggedCanvas
from zwk_barrier.reports.flowables import Block, OwnedLine, draw_owned, fitting, height_of, own
from zwk_barrier.reports.structure import Element
from zwk_barrier.reports.styles import CAPTION, CELL, COLUMN_HEAD, LINE, SOFT, TextStyle
from zwk_barrier.reports.typesetting import Text, Typesetter

_GAP: Final = 14.0  # between columns
_NARROW_GAP: Final = 6.0
_MANY: Final = 6  # columns, whose headings need the room between them
_PADDING: Final = 4.0  # above and below a row's text
_TOGETHER: Final = 2  # rows that stay together at either end

Sign = Callable[[TaggedCanvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, and where its text stands."""

    heading: str
    share: float
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: texts below one another, each in its style; perhaps a sign beside the first.

    ``language`` is a tag such as ``tr-TR``, where it is not the document's.
    """

    texts: Sequence[tuple[Text, TextStyle]]
    header: bool = False
    columns: int = 1
    sign: Sign | None = None
    indent: float = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    left: float
    width: float
    lines: tuple[OwnedLine, ...]
    sign: Sign | None = None

    @property
    def height(self) -> float:
        return height_of(self.lines)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Placed, ...]
    closes: bool = False  # the sum: never without the row above it

    @property
    def height(self) -> float:
        return max((cell.height for cell in self.cells), default=0) + 2 * _PADDING

    def split(self, room: float) -> "tuple[_Row, _Row] | None":
        counts = [fitting(cell.lines, room - 2 * _PADDING) for cell in self.cells]
        if not any(counts):
            return None
        pairs = list(zip(self.cells, counts, strict=True))
        above = tuple(_Placed(cell.left, cell.width, cell.lines[:count], cell.sign) for cell, count in pairs)
        below = tuple(_Placed(cell.left, cell.width, cell.lines[count:]) for cell, count in pairs)
        return _Row(above), _Row(below, self.closes)


@dataclass(slots=True)
class Table(Block):
    """Rows under a head, perhaps with a caption above it; made by TableMaker."""

    head: _Row | None
    rows: list[_Row]
    width: float
    continued: bool = False
    caption: tuple[OwnedLine, ...] = ()
    before: float = 0
    after: float = 12
    keeps_with_next: bool = False

    @property
    def height(self) -> float:
        """Caption, head and rows."""
        return self.head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and the first two rows; the whole table when only three rows are in it."""
        together = len(self.rows) if len(self.rows) <= _TOGETHER + 1 else _TOGETHER
        return self.head_height + sum(row.height for row in self.rows[:together])

    @property
    def head_height(self) -> float:
        """What stands above the rows."""
        caption = height_of(self.caption) + _PADDING if self.caption else 0
        return caption + (self.head.height if self.head else 0)

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts between rows; a row parts only when it is higher than a page."""
        room -= self.head_height
        count = self._fitting_rows(room)
        last = len(self.rows) - 1
        if count == last and count > _TOGETHER:
            count -= 1  # the last row takes company along
        if self.rows[-1].closes and count == last:
            count -= 1
        if count >= (1 if fresh else min(_TOGETHER, last)) and count:
            return self._part(self.rows[:count]), self._part(self.rows[count:], continued=True)
        if fresh and (halves := self.rows[0].split(room)):
            return self._part([halves[0]]), self._part([halves[1], *self.rows[1:]], continued=True)
        return None

    def _fitting_rows(self, room: float) -> int:
        used = 0.0
        for count, row in enumerate(self.rows):
            used += row.height
            if used > room + 0.01:
                return count
        return len(self.rows)

    def _part(self, rows: list[_Row], *, continued: bool = False) -> "Table":
        return Table(self.head, rows, self.width, continued or self.continued, self.caption)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws caption, head and rows; a repeated head is furniture of the page."""
        top = self._draw_caption(canvas, left, top)
        if self.head:
            self._draw_row(canvas, self.head, left, top, repeated=self.continued)
            top -= self.head.height
            canvas.rule(left, top, self.width, SOFT, 0.8)
        for row, following in zip(self.rows, [*self.rows[1:], None], strict=True):
            self._draw_row(canvas, row, left, top)
            top -= row.height
            strong = following is not None and following.closes
            canvas.rule(left, top, self.width, SOFT if strong else LINE, 0.8 if strong else 0.6)

    def _draw_caption(self, canvas: TaggedCanvas, left: float, top: float) -> float:
        if not self.caption:
            return top
        if self.continued:
            with canvas.artifact("repeated"):
                canvas.lines([owned.line for owned in self.caption], left, top, self.width)
        else:
            draw_owned(canvas, self.caption, left, top, self.width)
        return top - height_of(self.caption) - _PADDING

    def _draw_row(
        self, canvas: TaggedCanvas, row: _Row, left: float, top: float, *, repeated: bool = False
    ) -> None:
        top -= _PADDING
        for cell in row.cells:
            if cell.sign and cell.lines:
                line = cell.lines[0].line
                cell.sign(canvas, left + cell.left - 15, top - line.baseline - 1)
            if repeated:
                with canvas.artifact("repeated"):
                    canvas.lines([owned.line for owned in cell.lines], left + cell.left, top, cell.width)
            else:
                draw_owned(canvas, cell.lines, left + cell.left, top, cell.width)


@dataclass(slots=True)
class TableMaker:
    """Builds a table row by row, and its part of the structure tree with it."""

    typesetter: Typesetter
    element: Element
    columns: Sequence[Column]
    width: float
    rows: list[_Row] = field(default_factory=list)
    _body: Element | None = None

    def table(self, *, headed: bool = True, caption: Text = "", width: float = 0) -> Table:
        """The finished table; without a head its first column is what names a row.

        ``caption`` stands above it and may be as wide as ``width``, where something stands beside the table.
        """
        head = self._head() if headed else None
        return Table(head, self.rows, self.width, caption=self._caption(caption, width or self.width))

    def _caption(self, caption: Text, width: float) -> tuple[OwnedLine, ...]:
        if not caption:
            return ()
        element = Element("Caption", self.element)
        self.element.kids.insert(0, element)
        return tuple(own(self.typesetter, element, caption, CAPTION, width))

    def add(self, *cells: Cell, closing: bool = False) -> None:
        """A further row; a ``closing`` one is the sum."""
        if closing:
            parent = self.element.add("TFoot")
        else:
            parent = self._body = self._body or self.element.add("TBody")
        self.rows.append(self._row(parent.add("TR"), cells, closes=closing))

    def _head(self) -> _Row:
        head = Element("THead", self.element)
        self.element.kids.insert(0, head)
        cells = [Cell([(column.heading, COLUMN_HEAD)], header=True) for column in self.columns]
        return self._row(head.add("TR"), cells, scope="Column")

    def _row(
        self,
        parent: Element,
        cells: Sequence[Cell],
        *,
        scope: Literal["Row", "Column"] = "Row",
        closes: bool = False,
    ) -> _Row:
        placed, at = [], 0
        for cell in cells:
            element = parent.add("TH" if cell.header else "TD")
            element.scope = scope if cell.header else ""
            element.column_span = cell.columns
            element.language = cell.language
            placed.append(self._placed(cell, element, at))
            at += cell.columns
        return _Row(tuple(placed), closes)

    def _placed(self, cell: Cell, element: Element, at: int) -> _Placed:
        lefts, widths = self._measures()
        left = lefts[at] + cell.indent
        last = at + cell.columns - 1
        width = lefts[last] + widths[last] - left
        align = self.columns[at].align
        several = len(cell.texts) > 1
        lines: list[OwnedLine] = []
        for text, style in cell.texts:
            owner = element.add("P") if several else element
            lines += own(self.typesetter, owner, text, replace(style, align=align), width)
        return _Placed(left, width, tuple(lines), cell.sign)

    def _measures(self) -> tuple[list[float], list[float]]:
        gap = _GAP if len(self.columns) < _MANY else _NARROW_GAP
        room = self.width - gap * (len(self.columns) - 1)
        total = sum(column.share for column in self.columns)
        widths = [room * column.share / total for column in self.columns]
        lefts = [sum(widths[:at]) + gap * at for at in range(len(widths))]
        return lefts, widths


def plain(text: Text, style: TextStyle = CELL) -> Cell:
    """A cell with one text."""
    return Cell([(text, style)])
