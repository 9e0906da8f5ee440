"""A table with bars beside it: one a row, vectors in a tagged Figure whose alternative says what the table says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas, path
from zwk_barrier.reports.setting.flowables import Block
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import ACCENT, CELL, LINE, SOFT
from zwk_barrier.reports.setting.table_rows import PADDING
from zwk_barrier.reports.setting.tables import Table

_HIGH: Final = 11.0
_FIRST_LINE: Final = CELL.leading + 2 * PADDING
_TOGETHER: Final = 7
_HIDDEN: Final = 16.0  # the dashed stroke that stands for a count that is not told, the same for all


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its length in the unit of the table, None for a count that is not told, and what it says."""

    length: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """How the bars of a whole table stand: ``longest`` fills ``width``, ``told`` makes the alternative of some.

    ``part`` is the element the figures belong to: one for each page the table is on.
    """

    part: Element
    offset: float
    width: float
    longest: int
    told: Callable[[Sequence[Bar]], str]


class ChartedTable(Block):
    """A table that parts as tables do, and takes the bars of its rows along."""

    def __init__(self, table: Table, chart: Chart, bars: Sequence[Bar | None]) -> None:
        """One bar a row from the first row on, None for the rest of a row whose bar is on the page before."""
        self._table, self._chart, self._bars = table, chart, bars
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
        there = len(above.rows)
        is_row_parted = there + len(below.rows) > len(self._table.rows)
        rest = (None, *self._bars[there:]) if is_row_parted else self._bars[there:]
        return (
            ChartedTable(above, self._chart, self._bars[:there]),
            ChartedTable(below, self._chart, rest),
        )

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the table, then the bars and the line they begin at."""
        self._table.draw(canvas, left, top)
        if any(bar and bar.length for bar in self._bars):
            self._draw_bars(canvas, left + self._chart.offset, top - self._table.head_height)

    def _draw_bars(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        chart, rows = self._chart, self._table.rows[: len(self._bars)]
        element = chart.part.add("Figure")
        element.alternative = chart.told([bar for bar in self._bars if bar])
        bottom = top - sum(row.height for row in rows)
        element.box = (left, bottom, left + chart.width, top)
        with canvas.tagged(element):
            canvas.stroke(f"{path((left, top), (left, bottom))} S", LINE, 0.8)
            for row, bar in zip(rows, self._bars, strict=True):
                if bar:
                    self._draw_bar(canvas, bar, left, top - min(row.height, _FIRST_LINE) / 2)
                top -= row.height

    def _draw_bar(self, canvas: TaggedCanvas, bar: Bar, left: float, middle: float) -> None:
        """A bar beside the first line of its row, where the number stands."""
        if bar.length is None:
            stroke = path((left + 3, middle), (left + 3 + _HIDDEN, middle))
            canvas.stroke(f"[2 3] 0 d {stroke} S", SOFT, 1.0)
            return
        length = bar.length * self._chart.width / max(self._chart.longest, 1)
        canvas.ground(left, middle - _HIGH / 2, length, _HIGH, ACCENT)
