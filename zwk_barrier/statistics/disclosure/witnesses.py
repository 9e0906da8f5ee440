"""The other tables found so far, and which values they give each small cell."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.flow import Change

_ROUNDING: float = 1e-9


class Witnesses:
    """Changes under which everything shown stays the same; each also backwards, where no cell falls too far."""

    def __init__(
        self, values: NDArray[np.float64], down: NDArray[np.float64], primary: NDArray[np.bool_]
    ) -> None:
        self.cells = np.flatnonzero(primary)
        self.low, self.high = values.copy(), values.copy()
        self._values, self._down = values, down
        self._found = np.zeros((16, self.cells.size), np.float64)  # how each small cell moves, a row a change
        self._count = 0

    def add(self, change: Change) -> None:
        """Keeps a change; both directions of it, if both are possible."""
        self._keep(change)
        if (change <= self._down + _ROUNDING).all():
            self._keep(-change)

    def reach(self, known: Collection[int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Least and greatest value of each of ``cells`` in tables that leave what is ``known`` as it is."""
        found = self._leaving(known)
        values = self._values[self.cells]
        return values + found.min(0, initial=0.0), values + found.max(0, initial=0.0)

    def reach_of(self, cell: int, known: Collection[int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The same for one cell; ``known`` are cells of its kind."""
        if not known:
            return self.low[[cell]], self.high[[cell]]
        moves = self._leaving(known)[:, np.searchsorted(self.cells, cell)]
        value = self._values[[cell]]
        return value + moves.min(initial=0.0), value + moves.max(initial=0.0)

    def _leaving(self, known: Collection[int]) -> NDArray[np.float64]:
        fixed = np.searchsorted(self.cells, list(known))
        found = self._found[: self._count]
        leaves_it: NDArray[np.bool_] = (found[:, fixed] == 0).all(1)
        return found[leaves_it]

    def _keep(self, change: Change) -> None:
        if self._count == len(self._found):
            self._found = np.concatenate([self._found, np.zeros_like(self._found)])
        self._found[self._count] = change[self.cells]
        self._count += 1
        np.minimum(self.low, self._values + change, out=self.low)
        np.maximum(self.high, self._values + change, out=self.high)
