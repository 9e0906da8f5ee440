"""The rows of a table: cells placed beside one another; one of many lines parts at the end of a page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import OwnedLine, fitting, height_of

PADDING: Final = 4.0
"""Points above and below a row's text."""
_KEPT: Final = 3  # lines of a parted row on either page

Sign = Callable[[TaggedCanvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines of a cell at their place in the row, in points; ``again`` is what named it on the page before."""

    left: float
    width: float
    lines: tuple[OwnedLine, ...]
    sign: Sign | None = None
    names: bool = False  # its row
    again: tuple[OwnedLine, ...] = ()

    @property
    def height(self) -> float:
        """The height of its lines, in points."""
        return height_of(self.lines or self.again)

    def split(self, count: int) -> "tuple[Placed, Placed]":
        """The first ``count`` lines, and the rest."""
        rest = self.lines[count:]
        again = (self.again or self.lines) if self.names and not rest else ()
        return (
            replace(self, lines=self.lines[:count]),
            replace(self, lines=rest, sign=None, again=again),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; one that ``closes`` is the sum, which never stands without the row above it."""

    cells: tuple[Placed, ...]
    closes: bool = False

    @property
    def height(self) -> float:
        """The highest cell and the room around it."""
        return max((cell.height for cell in self.cells), default=0) + 2 * PADDING

    @property
    def least(self) -> float:
        """The height of what has to stand on the page where it begins."""
        if not self.is_long:
            return self.height
        first = max(height_of(cell.lines[:_KEPT] if _is_long(cell) else cell.lines) for cell in self.cells)
        return first + 2 * PADDING

    @property
    def is_long(self) -> bool:
        """Whether it may part although it would fit on a page of its own."""
        return not self.closes and any(map(_is_long, self.cells))

    def beside(self, other: "Row", offset: float) -> "Row":
        """Both in one line, the other ``offset`` points further on; to a screen reader they stay two."""
        moved = (replace(cell, left=cell.left + offset) for cell in other.cells)
        return Row((*self.cells, *moved), self.closes or other.closes)

    def split(self, room: float, *, forced: bool) -> "tuple[Row, Row] | None":
        """Above and below the page's end; unless ``forced`` with some lines of each long cell on either page."""
        counts = [fitting(cell.lines, room - 2 * PADDING) for cell in self.cells]
        if not forced:
            counts = [
                min(count, len(cell.lines) - _KEPT) if count < len(cell.lines) and _is_long(cell) else count
                for cell, count in zip(self.cells, counts, strict=True)
            ]
            if not self.is_long or not all(map(_parts_well, self.cells, counts)):
                return None
        if not any(counts) or all(map(_is_whole, self.cells, counts)):
            return None
        halves = [cell.split(count) for cell, count in zip(self.cells, counts, strict=True)]
        above, below = zip(*halves, strict=True)
        return Row(tuple(above)), Row(tuple(below), self.closes)


def _is_long(cell: Placed) -> bool:
    return len(cell.lines) > 2 * _KEPT


def _is_whole(cell: Placed, count: int) -> bool:
    return count == len(cell.lines)


def _parts_well(cell: Placed, count: int) -> bool:
    return _is_whole(cell, count) or (_is_long(cell) and count >= _KEPT)
