"""Bars beside a table: one a row, drawn as vectors in one tagged Figure whose alternative says what the table says."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.reports.canvas import TaggedCanvas, path
from zwk_barrier.reports.flowables import Block
from zwk_barrier.reports.structure import Element
from zwk_barrier.reports.styles import ACCENT, LINE, SOFT
from zwk_barrier.reports.tables import Table

_HIGHEST: Final = 11.0
_HIDDEN: Final = 16.0  # the dashed stroke that stands for a hidden count, the same for all


class Bars(Block):
    """A bar for each of ``counts`` in the height of its row; None is a dashed stroke that tells no length."""

    def __init__(
        self, table: Table, counts: Sequence[int | None], element: Element, width: float, longest: int
    ) -> None:
        """``longest`` is the count that fills ``width``: the same for all parts of a long table."""
        self._table, self._counts, self._element, self._width = table, tuple(counts), element, width
        self._unit = width / max(longest, 1)
        self.before, self.after = table.before, table.after

    @property
    def height(self) -> float:
        """The height of the table it stands beside."""
        return self._table.height

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the bars and the line they begin at."""
        rows = self._table.rows[: len(self._counts)]
        y = top - (self._table.head.height if self._table.head else 0)
        bottom = y - sum(row.height for row in rows)
        self._element.box = (left, bottom, left + self._width, y)
        with canvas.tagged(self._element):
            canvas.stroke(f"{path((left, y), (left, bottom))} S", LINE, 0.8)
            for row, count in zip(rows, self._counts, strict=True):
                middle = y - row.height / 2
                if count is None:
                    stroke = path((left + 3, middle), (left + 3 + _HIDDEN, middle))
                    canvas.stroke(f"[2 3] 0 d {stroke} S", SOFT, 1.0)
                else:
                    high = min(_HIGHEST, row.height - 6)
                    canvas.ground(left, middle - high / 2, count * self._unit, high, ACCENT)
                y -= row.height
