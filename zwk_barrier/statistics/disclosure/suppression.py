"""Dots: every small count is hidden, and so many others beside it that no sum gives it away.

For each small cell there is in the end another table that shows the same numbers and the same dots, in which
the cell is at least ``threshold``; and the values a cell takes in such tables lie ``threshold`` - 1 apart or
more.  An attacker knows that a dot stands for at least 1; somebody who is alone in a cell knows that one, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import CellSystem
from zwk_barrier.statistics.disclosure.coarsening import TooManyDots, too_many_dots
from zwk_barrier.statistics.disclosure.flow import Change, Flow
from zwk_barrier.statistics.disclosure.witnesses import Witnesses

LEAST_THRESHOLD: Final = 3
MOST_PRIMARY: Final = 0.25
_FARTHEST: Final = 4  # times the threshold is how far a cell may move in another table
_DEARER: Final = (1, 2, 4, 8, 16)
_PRIME: Final = 7919
_UNEVEN: Final = 13

Progress = Callable[[int, int], None]
"""Called with how many small cells are safe and how many there are; may raise to cancel."""


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
    return _Dots(system, threshold, primary, progress or (lambda _done, _all: None)).result()


class _Dots:
    def __init__(
        self, system: CellSystem, threshold: int, primary: NDArray[np.bool_], progress: Progress
    ) -> None:
        self.system, self.threshold, self.primary, self.progress = system, threshold, primary, progress
        values = system.values.astype(np.float64)
        is_fixed = values == 0
        is_fixed[list(system.shown)] = True
        down = np.where(is_fixed, 0, values - 1)
        self.flow = Flow(system, down, np.where(is_fixed, 0, float(_FARTHEST * threshold)))
        self.witnesses = Witnesses(values, down, primary)
        self.hidden = np.zeros(values.size, np.bool_)
        self.unprotected: set[int] = set()
        already = primary.copy()
        already[list(system.hidden)] = True
        already[list(system.shown)] = False
        self._hide(already)

    def result(self) -> Suppressed:
        """Hides until every small cell is safe, from outside first, then from those who are alone in a cell."""
        values = self.system.values
        cells = np.flatnonzero(self.primary)
        cells = cells[
            np.argsort(values[cells], kind="stable")
        ]  # a 1 can only rise; what rises with it is done
        groups = _alone(self.system) if cells.size else []
        for done, cell in enumerate(cells.tolist()):
            self.progress(done, cells.size + len(groups))
            self._protect(cell, frozenset())
        for done, group in enumerate(groups):
            self.progress(cells.size + done, cells.size + len(groups))
            low, high = self.witnesses.reach(group)
            need = self._missing(low, high, self.witnesses.cells)
            for cell in self.witnesses.cells[need > 0].tolist():
                if cell not in group:
                    self._protect(cell, group)
        low, high = self.witnesses.low, self.witnesses.high
        return Suppressed(
            ~self.hidden,
            self.primary,
            self.hidden & ~self.primary,
            float(self.primary.mean()) if self.primary.size else 0.0,
            low,
            high,
            tuple(sorted(self.unprotected)),
        )

    def _missing(
        self, low: NDArray[np.float64], high: NDArray[np.float64], cells: NDArray[np.intp]
    ) -> NDArray[np.float64]:
        """By how much cells have to rise above their value; 0 where they are safe already."""
        values = self.system.values[cells]
        need = np.maximum(self.threshold - values, self.threshold - 1 - (values - low))
        return np.where(high - values >= need, 0.0, need)

    def _protect(self, cell: int, known: frozenset[int]) -> None:
        """Finds a table in which the cell is large enough and what is ``known`` is as it is; hides what it moves."""
        low, high = self.witnesses.reach_of(cell, known)
        need = float(self._missing(low, high, np.array([cell]))[0])
        if need <= 0:
            return
        change = self.flow.cheapest(cell, need, without=known)
        if change is None:
            self.unprotected.add(cell)
            return
        change = self._whole(change, cell, need, known)
        self._hide(change != 0)
        self.witnesses.add(change)

    def _whole(self, change: Change, cell: int, need: float, known: frozenset[int]) -> Change:
        """The change in whole numbers: asked for again with what moved by half made dearer and dearer.

        Measured: always found, ten times as fast as a whole-number solver, at 0.7 % more dots.  The change as it
        is, should it not be found.
        """
        found = change
        for dearer in _DEARER:
            halved = np.flatnonzero(found != np.round(found))
            if not halved.size:
                return found
            costs = np.where(self.hidden, 0.0, self.system.costs())[halved]
            uneven = 1 + halved * _PRIME % _UNEVEN / _UNEVEN  # no two ways cost the same
            self.flow.set_costs(halved, costs + dearer * uneven)
            again = self.flow.cheapest(cell, need, without=known)
            found = found if again is None else again  # there is always one: there was one
            self.flow.set_costs(halved, costs)
        return found

    def _hide(self, cells: NDArray[np.bool_]) -> None:
        new = np.flatnonzero(cells & ~self.hidden)
        self.flow.set_costs(new, np.zeros(new.size))
        self.hidden |= cells


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
