"""Dots: every small count is hidden, and so many others beside it that no sum gives it away.

For each small cell there is in the end another table that shows the same numbers and the same dots, in which
the cell is at least ``threshold``; and the values a cell takes in such tables lie ``threshold`` - 1 apart or
more, never less than 3.  An attacker knows that a dot stands for at least 1; somebody who is alone in a cell
knows that one, too.  A dot does not say whether its cell is small, so files must not mark small ones either.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import CellSystem
from zwk_barrier.statistics.disclosure.coarsening import TooManyDots, too_many_dots
from zwk_barrier.statistics.disclosure.hiding import Floats, Hiding, Progress

LEAST_THRESHOLD: Final = 3
MOST_PRIMARY: Final = 0.25
_FARTHEST: Final = 4  # times the threshold is how far a cell may move in another table
_LEAST_WIDTH: Final = 3  # so that there are four values or more


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Which cells are shown, and which are dots for being small (``primary``) or beside them (``secondary``).

    ``low`` and ``high`` are values each cell takes in other tables that look the same.  ``unprotected`` are small
    cells that earlier releases have given away, or that nothing in the system can hide: such dots must not leave
    the house.
    """

    shown: NDArray[np.bool_]
    primary: NDArray[np.bool_]
    secondary: NDArray[np.bool_]
    share_primary: float
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    unprotected: tuple[int, ...] = ()

    @property
    def is_safe(self) -> bool:
        """Whether every small cell has the interval promised."""
        return not self.unprotected


def suppress(
    system: CellSystem,
    *,
    threshold: int = 5,
    most_primary: float = MOST_PRIMARY,
    progress: Progress | None = None,
) -> Suppressed | TooManyDots:
    """The dots of a system, or the advice not to use dots when more than ``most_primary`` of its cells are small.

    Raises ValueError for a threshold below 3.  The same system gives the same dots.
    """
    if threshold < LEAST_THRESHOLD:
        raise ValueError(f"a threshold below {LEAST_THRESHOLD} protects nobody")
    primary = (system.values > 0) & (system.values < threshold)
    if primary.any() and primary.mean() > most_primary:
        return too_many_dots(system, primary, most_primary)
    return _dots(system, threshold, primary, progress or (lambda _done, _all: None))


def _dots(system: CellSystem, threshold: int, primary: NDArray[np.bool_], progress: Progress) -> Suppressed:
    values = system.values.astype(np.float64)
    down, up = np.maximum(values - 1, 0), np.where(values > 0, float(_FARTHEST * threshold), 0.0)
    width = max(threshold - 1, _LEAST_WIDTH)

    def missing(cells: NDArray[np.intp], low: Floats, high: Floats) -> Floats:
        mine = values[cells]
        need = np.maximum(threshold - mine, width - (mine - low))
        return np.where(high - mine >= need, 0.0, need)

    hiding = Hiding(system, values, (down, up), primary, missing, is_whole=True)
    cells = np.flatnonzero(primary)
    # A 1 can only rise, so it goes first; what rises or falls with it is done with it.
    order = cells[np.argsort(values[cells], kind="stable")]
    hiding.protect_primary(order, _alone(system), progress)
    # What is hidden beside and could seem small has to stay open, too.
    hiding.protect_hidden((values >= threshold) & (values < threshold + width), progress)
    return Suppressed(
        ~hiding.hidden,
        primary,
        hiding.hidden & ~primary,
        float(primary.mean()) if primary.size else 0.0,
        hiding.witnesses.low,
        hiding.witnesses.high,
        tuple(sorted(hiding.unprotected)),
    )


def _alone(system: CellSystem) -> list[frozenset[int]]:
    """For everybody who is alone in a cell: all cells of 1 that hold only that person, as far as sums tell."""
    ones = np.flatnonzero(system.values == 1).tolist()
    leader = {cell: cell for cell in ones}

    def first(cell: int) -> int:
        while leader[cell] != cell:
            cell = leader[cell]
        return cell

    for total, parts in system.relations:
        if total in leader:
            (part,) = (part for part in parts if part in leader)
            leader[first(part)] = first(total)
    groups: dict[int, set[int]] = {}
    for cell in ones:
        groups.setdefault(first(cell), set()).add(cell)
    return [frozenset(group) for group in groups.values()]
