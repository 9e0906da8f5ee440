"""Another table with the same shown cells: what an attacker could not tell from the true one.

A *change* adds to some cells and takes from others so that all sums still hold.  HiGHS finds the one that
raises a given cell by enough and moves cells that would cost least to hide.
"""

from collections.abc import Iterable
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import CellSystem

# The same in every model of the process: two models with different numbers of threads fail in HiGHS without a word.
THREADS: Final = 1
_TOUCHED: Final = 1e-6

Change = NDArray[np.float64]


class Flow:
    """All changes of a system: no cell falls by more than ``down`` or rises by more than ``up``."""

    def __init__(self, system: CellSystem, down: NDArray[np.float64], up: NDArray[np.float64]) -> None:
        self.size = system.values.size
        self._free = np.flatnonzero((down > 0) | (up > 0))
        self._column = np.full(self.size, -1, np.int32)
        self._column[self._free] = np.arange(self._free.size)
        self._down, self._up = down[self._free], up[self._free]
        self._solver = _solver()
        self._costs = system.costs()[self._free]
        self._solver.passModel(self._model(system))

    def _model(self, system: CellSystem) -> highspy.HighsLp:
        rows, columns, signs = [], [], []
        number = 0
        for total, parts in system.relations:
            line = [(int(self._column[total]), 1.0), *((int(self._column[part]), -1.0) for part in parts)]
            line = [(column, sign) for column, sign in line if column >= 0]
            if line:
                rows += [number] * len(line)
                columns += [column for column, _sign in line]
                signs += [sign for _column, sign in line]
                number += 1
        lp = highspy.HighsLp()
        half = self._free.size
        lp.num_col_, lp.num_row_ = 2 * half, number
        lp.col_cost_ = np.concatenate([self._costs, self._costs])
        lp.col_lower_ = np.zeros(2 * half)
        lp.col_upper_ = np.concatenate([self._up, self._down])
        lp.row_lower_ = lp.row_upper_ = np.zeros(number)
        order = np.argsort(columns, kind="stable")
        starts = np.searchsorted(np.array(columns, np.int32)[order], np.arange(half + 1))
        index, value = np.array(rows, np.int32)[order], np.array(signs)[order]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.concatenate([starts, starts[1:] + starts[-1]]).astype(np.int32)
        lp.a_matrix_.index_ = np.concatenate([index, index])
        lp.a_matrix_.value_ = np.concatenate([value, -value])
        return lp

    def set_costs(self, cells: NDArray[np.intp], costs: NDArray[np.float64]) -> None:
        """What it costs from now on to move each of these cells by one."""
        for column, cost in zip(self._column[cells].tolist(), costs.tolist(), strict=True):
            if column >= 0:
                self._solver.changeColCost(column, cost)
                self._solver.changeColCost(column + self._free.size, cost)

    def cheapest(self, cell: int, need: float, *, without: Iterable[int] = ()) -> Change | None:
        """The change of least cost that raises a cell by ``need`` and leaves those ``without`` as they are.

        None when there is no such change.
        """
        column = int(self._column[cell])
        if column < 0 or self._up[column] < need:
            return None
        fixed = [int(self._column[one]) for one in without if self._column[one] >= 0]
        self._bound(column, need, self._up[column], 0.0)
        for one in fixed:
            self._bound(one, 0.0, 0.0, 0.0)
        try:
            return self._solution()
        finally:
            for one in (column, *fixed):
                self._bound(one, 0.0, self._up[one], self._down[one])

    def _bound(self, column: int, least: float, up: float, down: float) -> None:
        self._solver.changeColBounds(column, float(least), float(up))
        self._solver.changeColBounds(column + self._free.size, 0.0, float(down))

    def _solution(self) -> Change | None:
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS: {self._solver.modelStatusToString(status)}")
        moved = np.array(self._solver.getSolution().col_value)
        change = np.zeros(self.size)
        change[self._free] = moved[: self._free.size] - moved[self._free.size :]
        nearest = np.round(change)
        return np.where(np.abs(change - nearest) < _TOUCHED, nearest, change)


def _solver() -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", THREADS)
    solver.setOptionValue("presolve", "off")
    solver.setOptionValue("solver", "simplex")
    return solver
