"""Small counts of one base table become 0 or the base, so chosen that all its sums stay close.

First every small count is decided one after the other, in an order by chance, by what the sums it belongs to
have drifted so far.  Then decisions are exchanged, one up for one down, among counts that share a sum and so
disturb little else, until nothing gets better.  What is made small is the sum of squared deviations of all
margins; integers only, so the same seed gives the same table on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

BASE: Final = 5
_STEPS: Final = 40_000  # blocks the first decisions are taken in: one count each as long as there are fewer
_GROUP: Final = 128  # counts of each kind that are compared with each other
_WORK: Final = 1_500_000  # counts looked at for exchanges, so that a million cases end in seconds
_MOST_ROUNDS: Final = 60
_TRIES: Final = 8  # on few counts: the error becomes a tenth smaller
_TRIED: Final = 4_000  # counts in all tries together
_PATIENCE: Final = 4  # rounds without an exchange until it is enough
_PAUSE: Final = 5_000  # first decisions between two pauses
_NEVER: Final = 1 << 50

Integers = NDArray[np.int64]
Cells = NDArray[np.int32]


def round_small_counts(
    counts: Integers,
    margins: Sequence[Cells],
    *,
    base: int = BASE,
    seed: int,
    offset: Sequence[Integers | None] = (),
    pause: Callable[[], object] = lambda: None,
) -> Integers:
    """The counts with every one of 1 to ``base`` - 1 made 0 or ``base``; all others are as they were.

    Each margin names, for every count, the cell it is summed into, or -1 for none.  ``offset`` gives, margin by
    margin, by how much its cells already deviate through what was frozen before (None: not at all).  Without a
    margin the total is kept close.  ``pause`` is called now and then and may raise to stop.
    """
    small = np.flatnonzero((counts > 0) & (counts < base))
    rounded = counts.astype(np.int64, copy=True)
    margins = margins or [np.zeros(counts.size, np.int32)]
    if small.size:
        search = _Search.over(rounded[small], margins, small, offset, base)
        search.pause = pause
        rounded[small] = np.where(search.best(np.random.default_rng(seed)), base, 0)
    return rounded


def deviations(exact: Integers, rounded: Integers, margin: Cells) -> Integers:
    """By how much each cell of a margin is too high after rounding."""
    inside = margin >= 0
    drift = np.zeros(int(margin.max(initial=-1)) + 1, np.int64)
    np.add.at(drift, margin[inside], (rounded - exact)[inside])
    return drift


@dataclass(slots=True)
class _Search:
    """Small counts with the cells each is in; ``drift`` is each cell's deviation, its last place is "in none"."""

    counts: Integers
    cells: Cells  # one row a small count, one column a margin
    weight: Integers  # in how many margins each count is
    drift: Integers
    base: int
    is_up: NDArray[np.bool_]
    pause: Callable[[], object] = lambda: None

    @classmethod
    def over(
        cls,
        counts: Integers,
        margins: Sequence[Cells],
        small: NDArray[np.intp],
        offset: Sequence[Integers | None],
        base: int,
    ) -> "_Search":
        cells = np.empty((small.size, len(margins)), np.int32)
        weight = np.full(small.size, len(margins), np.int64)
        drifts = []
        first = 0
        for place, margin in enumerate(margins):
            mine = margin[small]
            weight -= mine < 0
            is_used = np.zeros(int(mine.max(initial=-1)) + 2, np.bool_)
            is_used[mine] = True
            is_used[-1] = False  # where -1 reads
            used = np.flatnonzero(is_used)
            names = np.full(is_used.size, -1, np.int32)
            names[used] = np.arange(first, first + used.size)
            cells[:, place] = names[mine]
            before = offset[place] if place < len(offset) else None
            drifts.append(np.zeros(used.size, np.int64) if before is None else before[used].astype(np.int64))
            first += used.size
        drift = np.concatenate([*drifts, np.zeros(1, np.int64)])
        return cls(counts, cells, weight, drift, base, np.zeros(small.size, np.bool_))

    def best(self, dice: np.random.Generator) -> NDArray[np.bool_]:
        """The best decisions of several tries where there are few counts, else of one."""
        start = self.drift.copy()
        found: list[tuple[int, NDArray[np.bool_]]] = []
        for _try in range(max(1, min(_TRIES, _TRIED // self.counts.size))):
            self.drift, self.is_up = start.copy(), np.zeros(self.counts.size, np.bool_)
            self.decide(dice)
            self.improve(dice)
            found.append((int((self.drift**2).sum()), self.is_up))
        return min(found, key=lambda each: each[0])[1]

    def decide(self, dice: np.random.Generator) -> None:
        """A first decision for each, by the drift of its cells so far."""
        order = dice.permutation(self.counts.size)
        size = max(1, order.size // _STEPS)
        doubled = self.weight * (2 * self.counts - self.base)
        for first in range(0, order.size, size):
            if first % _PAUSE == 0:
                self.pause()
            block = order[first : first + size]
            up = 2 * self.drift[self.cells[block]].sum(1) < doubled[block]
            self.is_up[block] = up
            self._add(block, np.where(up, self.base, 0) - self.counts[block])

    def improve(self, dice: np.random.Generator) -> None:
        """Exchanges until several rounds found none, or the work allowed is done."""
        rounds = min(_MOST_ROUNDS, max(1, _WORK // self.counts.size))
        idle = 0
        for _round in range(rounds):
            self.pause()
            found = sum(self._exchange(*pair) for pair in self._groups(dice))
            idle = 0 if found else idle + 1
            if idle == _PATIENCE:
                return

    def _groups(self, dice: np.random.Generator) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """Those at 0 and those at the base, cut into groups that lie together in a margin taken by chance."""
        column = self.cells[:, dice.integers(self.cells.shape[1])]
        order = dice.permutation(self.counts.size)
        order = np.roll(order[np.argsort(column[order], kind="stable")], dice.integers(order.size))
        low, high = order[~self.is_up[order]], order[self.is_up[order]]
        groups = max(1, min(low.size, high.size) // _GROUP)
        return list(zip(np.array_split(low, groups), np.array_split(high, groups), strict=True))

    def _exchange(self, low: NDArray[np.intp], high: NDArray[np.intp]) -> int:
        """Raises one and lowers one (or does only one of both) as long as that helps; gives how often it did."""
        low, high = self._most_wanted(low, 1), self._most_wanted(high, -1)
        cost = self._fixed_cost(low, high)
        done = 0
        while True:
            rise = np.append(2 * self.base * self.drift[self.cells[low]].sum(1), 0)
            fall = np.append(2 * self.base * self.drift[self.cells[high]].sum(1), 0)
            gain = cost + rise[:, None] - fall
            up, down = divmod(int(gain.argmin()), gain.shape[1])
            if gain[up, down] >= 0:
                return done
            if up < low.size:
                self._turn(low[up], self.base)
                cost[up] = _NEVER
            if down < high.size:
                self._turn(high[down], -self.base)
                cost[:, down] = _NEVER
            done += 1

    def _most_wanted(self, rows: NDArray[np.intp], sign: int) -> NDArray[np.intp]:
        if rows.size <= _GROUP:
            return rows
        return rows[np.argpartition(sign * self.drift[self.cells[rows]].sum(1), _GROUP)[:_GROUP]]

    def _fixed_cost(self, low: NDArray[np.intp], high: NDArray[np.intp]) -> Integers:
        """What an exchange costs where nothing drifts; the last row and column stand for "no partner"."""
        shared = np.zeros((low.size, high.size), np.uint16)
        theirs = self.cells[high]
        theirs[theirs < 0] = -2  # to be in none together is nothing shared
        for mine, other in zip(self.cells[low].T, theirs.T, strict=True):
            shared += mine[:, None] == other
        square = self.base * self.base
        cost = np.zeros((low.size + 1, high.size + 1), np.int64)
        cost[:-1, :] += square * self.weight[low][:, None]
        cost[:, :-1] += square * self.weight[high]
        cost[:-1, :-1] -= 2 * square * shared.astype(np.int64)
        return cost

    def _turn(self, row: np.intp, step: int) -> None:
        self.is_up[row] = step > 0
        self._add(np.array([row]), np.array([step]))

    def _add(self, rows: NDArray[np.intp], steps: Integers) -> None:
        """Adds a step to every cell of a row; what is in none drifts nowhere."""
        np.add.at(self.drift, self.cells[rows].ravel(), np.repeat(steps, self.cells.shape[1]))
        self.drift[-1] = 0
