"""A table with bars beside it: one a row, vectors in a tagged Figure whose alternative says what the table says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reports.canvas import TaggedCanvas, path
from zwk_barrier.reports.flowables import Block
from zwk_barrier.reports.structure import Element
from zwk_barrier.reports.styles import ACCENT, LINE, SOFT
from zwk_barrier.reports.tables import Table

_HIGHEST: Final = 11.0
_TOGETHER: Final = 7
_HIDDEN: Final = 16.0  # the dashed stroke that stands for a count that is not told, the same for all


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its length in the unit of the table, None for a count that is not told, and what it says."""

    length: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a whole table: ``longest`` fills ``width``, ``told`` makes the alternative of some of them.

    ``part`` is the element the figures belong to: one for each page the table is on.
    """

    bars: Sequence[Bar]
    part: Element
    offset: float
    width: float
    longest: int
    told: Callable[[Sequence[Bar]], str]


class ChartedTable(Block):
    """A table that parts as tables do, and takes the bars of its rows along."""

    def __init__(self, table: Table, chart: Chart, first: int = 0) -> None:
        """``first`` is the place of the table's first row among all bars."""
        self._table, self._chart, self._first = table, chart, first
        self.before, self.after = table.before, table.after

    @property
    def height(self) -> float:
        """The height of the table."""
        return self._table.height

    @property
    def least(self) -> float:
        """What the table needs to begin on a page: all of a short one, which reads best in one piece."""
        return self.height if len(self._table.rows) <= _TOGETHER else self._table.least

    def split(self, room: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Parts where the table does."""
        parts = self._table.split(room, fresh=fresh)
        if parts is None:
            return None
        above, below = parts
        if not isinstance(above, Table) or not isinstance(below, Table):
            raise TypeError("a table parts into tables")
        there = self._first + len(above.rows)
        return ChartedTable(above, self._chart, self._first), ChartedTable(below, self._chart, there)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the table, then the bars and the line they begin at."""
        self._table.draw(canvas, left, top)
        bars = self._chart.bars[self._first : self._first + len(self._table.rows)]
        if any(bar.length for bar in bars):
            self._draw_bars(canvas, bars, left + self._chart.offset, top - self._table.head_height)

    def _draw_bars(self, canvas: TaggedCanvas, bars: Sequence[Bar], left: float, top: float) -> None:
        chart, rows = self._chart, self._table.rows[: len(bars)]
        element = chart.part.add("Figure")
        element.alternative = chart.told(bars)
        bottom = top - sum(row.height for row in rows)
        element.box = (left, bottom, left + chart.width, top)
        with canvas.tagged(element):
            canvas.stroke(f"{path((left, top), (left, bottom))} S", LINE, 0.8)
            for row, bar in zip(rows, bars, strict=True):
                middle = top - row.height / 2
                if bar.length is None:
                    stroke = path((left + 3, middle), (left + 3 + _HIDDEN, middle))
                    canvas.stroke(f"[2 3] 0 d {stroke} S", SOFT, 1.0)
                else:
                    high = min(_HIGHEST, row.height - 6)
                    length = bar.length * chart.width / max(chart.longest, 1)
                    canvas.ground(left, middle - high / 2, length, high, ACCENT)
                top -= row.height
