"""Tables with real headers: they part between rows, repeat their head on each page, and never leave one row alone.

A row of many lines parts as well; what names it then stands on the next page once more, as furniture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, OwnedLine, draw_owned, height_of, own
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import CAPTION, CELL, COLUMN_HEAD, LINE, SOFT, TextStyle
from zwk_barrier.reports.setting.table_rows import PADDING, Placed, Row, Sign
from zwk_barrier.reports.setting.typesetting import Text, Typesetter, is_blank

_GAP: Final = 14.0  # between columns
_NARROW_GAP: Final = 6.0
_MANY: Final = 6  # columns, whose headings need the room between them
_TOGETHER: Final = 2  # rows that stay together at either end


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


@dataclass(slots=True)
class Table(Block):
    """Rows under a head, perhaps with a caption above it; made by TableMaker."""

    head: Row | None
    rows: list[Row]
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
        """The head and the first two rows; all when only three are in it; of a long row its beginning."""
        together = len(self.rows) if len(self.rows) <= _TOGETHER + 1 else _TOGETHER
        needed = self.head_height
        for row in self.rows[:together]:
            needed += row.least
            if row.is_long:
                break
        return needed

    @property
    def head_height(self) -> float:
        """What stands above the rows."""
        caption = height_of(self.caption) + PADDING if self.caption else 0
        return caption + (self.head.height if self.head else 0)

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts between rows; within a row when it is long."""
        room -= self.head_height
        count = self._fitting_rows(room)
        if parts := self._within(count, room - self._height_of(count)):
            return parts
        last = len(self.rows) - 1
        if count == last and count > _TOGETHER and not self.rows[-1].is_long:
            count -= 1  # the last row takes company along
        if self.rows[-1].closes and count == last:
            count -= 1
        if count >= (1 if fresh or self.rows[0].is_long else min(_TOGETHER, last)) and count:
            return self._part(self.rows[:count]), self._part(self.rows[count:], continued=True)
        return self._within(0, room, forced=True) if fresh else None

    def _within(self, at: int, room: float, *, forced: bool = False) -> "tuple[Table, Table] | None":
        """Parted inside the row at this place, of which ``room`` points go on this page."""
        halves = self.rows[at].split(room, forced=forced) if at < len(self.rows) else None
        if halves is None:
            return None
        above, below = halves
        return (
            self._part([*self.rows[:at], above]),
            self._part([below, *self.rows[at + 1 :]], continued=True),
        )

    def _fitting_rows(self, room: float) -> int:
        used = 0.0
        for count, row in enumerate(self.rows):
            used += row.height
            if used > room + 0.01:
                return count
        return len(self.rows)

    def _height_of(self, count: int) -> float:
        return sum(row.height for row in self.rows[:count])

    def _part(self, rows: list[Row], *, continued: bool = False) -> "Table":
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
        return top - height_of(self.caption) - PADDING

    def _draw_row(
        self, canvas: TaggedCanvas, row: Row, left: float, top: float, *, repeated: bool = False
    ) -> None:
        top -= PADDING
        for cell in row.cells:
            if cell.sign and cell.lines:
                line = cell.lines[0].line
                cell.sign(canvas, left + cell.left - 15, top - line.baseline - 1)
            if repeated or (cell.again and not cell.lines):
                said = [owned.line for owned in cell.lines or cell.again]
                with canvas.artifact("repeated"):
                    canvas.lines(said, left + cell.left, top, cell.width)
            else:
                draw_owned(canvas, cell.lines, left + cell.left, top, cell.width)


@dataclass(slots=True)
class TableMaker:
    """Builds a table row by row, and its part of the structure tree with it."""

    typesetter: Typesetter
    element: Element
    columns: Sequence[Column]
    width: float
    rows: list[Row] = field(default_factory=list)
    _body: Element | None = None

    def table(self, *, headed: bool = True, caption: Text = "", width: float = 0) -> Table:
        """The finished table; without a head its first column is what names a row.

        ``caption`` stands above it and may be as wide as ``width``, where something stands beside the table.
        """
        head = self._head() if headed else None
        return Table(head, self.rows, self.width, caption=self._caption(caption, width or self.width))

    def otherwise(self, columns: Sequence[Column], width: float) -> "TableMaker":
        """A maker of further rows of the same table in another layout, which whoever asks puts below these."""
        return TableMaker(self.typesetter, self.element, columns, width, _body=self._body)

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

    def _head(self) -> Row:
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
    ) -> Row:
        placed, at = [], 0
        for cell in cells:
            element = parent.add("TH" if cell.header else "TD")
            element.scope = scope if cell.header else ""
            element.column_span = cell.columns
            element.language = cell.language
            placed.append(self._placed(cell, element, at))
            at += cell.columns
        return Row(tuple(placed), closes)

    def _placed(self, cell: Cell, element: Element, at: int) -> Placed:
        lefts, widths = self._measures()
        left = lefts[at] + cell.indent
        last = at + cell.columns - 1
        width = lefts[last] + widths[last] - left
        align = self.columns[at].align
        told = [(text, style) for text, style in cell.texts if not is_blank(text)]
        several = len(told) > 1
        lines: list[OwnedLine] = []
        for text, style in told:
            owner = element.add("P") if several else element
            lines += own(self.typesetter, owner, text, replace(style, align=align), width)
        return Placed(left, width, tuple(lines), cell.sign, names=cell.header)

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
