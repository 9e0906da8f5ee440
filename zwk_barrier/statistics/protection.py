"""Small counts are hidden, and so much beside them that no total gives them away.

For one table that stands alone beside its total: every count below 5 is shown as "< 5".  Where the total
and the shown counts would tell a hidden one, further counts are hidden too, always beginning with the last
of the table: their choice must not depend on how large they are, or the choice itself would tell something.
Where even that is not enough, the whole table is hidden and only its total remains.

Somebody who knows the total and this very method is left with three possible values or more for each
hidden count; only that all hidden ones are zero may become known, for that names nobody.  What spans
several publications comes with the register of releases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

LEAST: Final = 5

Mark = Literal["shown", "small", "hidden"]
"""Shown as it is; hidden because it is small; hidden because of a small one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One count as it may leave the office; ``count`` is None unless it is shown."""

    count: int | None
    mark: Mark = "shown"


@dataclass(frozen=True, slots=True)
class Protected:
    """The counts of one table as they may leave the office, in their order, and their total."""

    cells: tuple[Cell, ...]
    total: Cell


def protect(counts: Sequence[int]) -> Protected:
    """The counts of one table as they may be shown beside their total."""
    total = sum(counts)
    small = {place for place, count in enumerate(counts) if count < LEAST}
    if total < LEAST:
        return _as_marked(counts, small, set(), Cell(None, "small"))
    further = _hidden_beside(counts, small)
    if further is None:
        return Protected(tuple(Cell(None, "hidden") for _count in counts), Cell(total))
    return _as_marked(counts, small, further, Cell(total))


def single(count: int) -> Cell:
    """A count that stands for itself."""
    return Cell(count) if count >= LEAST else Cell(None, "small")


def _hidden_beside(counts: Sequence[int], small: set[int]) -> set[int] | None:
    """Which counts to hide beside the small ones; None when all of them are not enough."""
    together = sum(counts[place] for place in small)
    if not together or LEAST - 1 <= together <= (LEAST - 1) * (len(small) - 1):
        return set()
    further: set[int] = set()
    room = together  # how much of what is hidden may belong to the small ones as well as to the others
    for place in reversed(range(len(counts))):
        if place not in small:
            further.add(place)
            room += counts[place] - LEAST
            if room >= LEAST - 1:
                return further
    return None


def _as_marked(counts: Sequence[int], small: set[int], further: set[int], total: Cell) -> Protected:
    cells = (
        Cell(None, "small") if place in small else Cell(None, "hidden") if place in further else Cell(count)
        for place, count in enumerate(counts)
    )
    return Protected(tuple(cells), total)
