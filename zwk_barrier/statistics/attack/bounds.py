"""What can be known of every hidden number: least and greatest value by linear programs (HiGHS) over all ties at once.

Each solution is a table that fits everything printed, so it bears witness for all hidden cells together: only cells
nobody bore witness for need a program of their own.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.attack.system import TOLERANCE, Row, System

FAR: Final = 1e7  # no count of an advice centre is larger: keeps every program bounded

IsOpen = Callable[[int, float, float], bool]  # variable, least and greatest value borne witness for


class Stopped(Exception):
    """The person who waits does not want to wait any longer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and greatest value a hidden number can have."""

    low: float
    high: float


def components(system: System) -> list[tuple[list[int], list[Row]]]:
    """The unknown variables in groups that tell nothing about each other, with their rows."""
    leader = list(range(len(system.names)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    open_rows: list[tuple[int, Row]] = []
    for number, row in enumerate(system.rows):
        unknown = [member for member in row.members if not system.is_known(member)]
        if not unknown or number in system.violated:
            continue
        for member in unknown[1:]:
            leader[lead(member)] = lead(unknown[0])
        open_rows.append((unknown[0], row))
    rows: dict[int, list[Row]] = defaultdict(list)
    for member, row in open_rows:
        rows[lead(member)].append(row)
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(system.names)):
        if not system.is_known(index):
            members[lead(index)].append(index)
    return [(members[first], rows[first]) for first in members]


class Component:
    """The linear program of one component: asks HiGHS for the ends of single variables and remembers every witness."""

    def __init__(self, system: System, members: Sequence[int], rows: Sequence[Row]) -> None:
        self.members = members
        self.is_possible = True
        self._place = {member: place for place, member in enumerate(members)}
        self._solver = _quiet_solver()
        low = np.array([system.low[member] for member in members])
        high = np.minimum(np.array([system.high[member] for member in members]), FAR)
        none = np.empty(0, dtype=np.int32)
        count = len(members)
        self._all = np.arange(count, dtype=np.int32)
        self._solver.addCols(count, np.zeros(count), low, high, 0, none, none, np.empty(0))
        for row in rows:
            self._add(system, row)
        self.least: NDArray[np.float64] = np.full(count, math.inf)
        self.greatest: NDArray[np.float64] = np.full(count, -math.inf)

    def _add(self, system: System, row: Row) -> None:
        fixed = 0.0
        places: list[int] = []
        weights: list[float] = []
        for member, weight in zip(row.members, row.weights, strict=True):
            if member in self._place:
                places.append(self._place[member])
                weights.append(weight)
            else:
                fixed += weight * system.low[member]
        places_, weights_ = np.array(places, dtype=np.int32), np.array(weights)
        self._solver.addRow(row.low - fixed, row.high - fixed, len(places), places_, weights_)

    def fix(self, member: int, value: float) -> None:
        """Says that ``member`` has this value, for all that is asked from now on."""
        self._solver.changeColBounds(self._place[member], value, value)

    @property
    def nothing(self) -> NDArray[np.float64]:
        """The aim of pushing nowhere: asks only whether any table fits."""
        return np.zeros(len(self._all))

    def push(self, weights: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """A table that fits and makes Σ weights·variables as small as can be; nothing if no table fits."""
        self._solver.changeColsCost(len(self._all), self._all, weights)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            self.is_possible = False
            return None
        values = np.array(self._solver.getSolution().col_value)
        np.minimum(self.least, values, out=self.least)
        np.maximum(self.greatest, values, out=self.greatest)
        return values

    def end(self, member: int, *, greatest: bool) -> float | None:
        """The least or greatest value ``member`` can have."""
        weights = np.zeros(len(self._all))
        place = self._place[member]
        weights[place] = -1.0 if greatest else 1.0
        values = self.push(weights)
        return None if values is None else float(values[place])

    def seen(self, member: int) -> tuple[float, float]:
        """The least and greatest value borne witness for so far."""
        place = self._place[member]
        return float(self.least[place]), float(self.greatest[place])


def _quiet_solver() -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)  # HiGHS fails without a word when two models of a process differ here
    solver.setOptionValue("presolve", "off")  # each program differs from the last in its aim only
    solver.setOptionValue("solver", "simplex")
    return solver


def examine(
    component: Component, targets: Collection[int], is_open: IsOpen, waiting: Callable[[int], None]
) -> Iterator[tuple[int, Bounds]]:
    """The true bounds of every target nobody bore witness for; ``waiting`` hears how many are left, may stop."""
    left = _by_witnesses(component, list(targets), is_open, waiting)
    while left and component.is_possible:
        waiting(len(left))
        target = left.pop()
        high = component.end(target, greatest=True)
        if high is None:
            return
        if is_open(target, *component.seen(target)):
            low = component.end(target, greatest=False)
            if low is not None:
                yield target, Bounds(low, high)
        left = [other for other in left if is_open(other, *component.seen(other))]


def _by_witnesses(
    component: Component, left: list[int], is_open: IsOpen, waiting: Callable[[int], None]
) -> list[int]:
    # pushing all open cells apart at once settles most of them; random directions because opposite pushes cancel out
    chance = np.random.default_rng(5)
    place = {member: index for index, member in enumerate(component.members)}
    idle = 0
    while left and idle < 3:  # noqa: PLR2004 - three directions in vain
        waiting(len(left))
        weights = np.zeros(len(component.members))
        weights[[place[target] for target in left]] = chance.uniform(-1, 1, len(left))
        for push in (weights, -weights):
            if component.push(push) is None:
                return []
        before = len(left)
        left = [target for target in left if is_open(target, *component.seen(target))]
        idle = idle + 1 if len(left) > 0.8 * before else 0
    return left


def whole_numbers(bounds: Bounds) -> tuple[int, int]:
    """The bounds as whole numbers, rounding errors forgiven."""
    return math.ceil(bounds.low - TOLERANCE), math.floor(bounds.high + TOLERANCE)
