"""Numbers that are known only within bounds, and the sums that tie them; bounds are tightened until nothing moves."""

import math
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

TOLERANCE: Final = 1e-6
MOST_VISITS: Final = 60  # of one row: bounds that creep in a circle are left to the linear program


@dataclass(frozen=True, slots=True)
class Row:
    """``low`` ≤ Σ ``weights``·variables ≤ ``high``; ``told`` says which sentence of the release this is."""

    members: tuple[int, ...]
    weights: tuple[float, ...]
    low: float
    high: float
    told: Hashable = None


class System:
    """Variables with bounds and rows; ``whole`` ones are counts, the others amounts of money."""

    def __init__(self, *, whole: bool = True) -> None:
        self.whole = whole
        self.names: list[Hashable] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.rows: list[Row] = []
        self.violated: dict[int, Row] = {}
        self._index: dict[Hashable, int] = {}
        self._rows_of: dict[int, list[int]] = defaultdict(list)

    def variable(self, name: Hashable) -> int:
        """The index of ``name``, which is at least 0 until more is known."""
        if name not in self._index:
            self._index[name] = len(self.names)
            self.names.append(name)
            self.low.append(0.0)
            self.high.append(math.inf)
        return self._index[name]

    def find(self, name: Hashable) -> int | None:
        """The index of ``name`` if it is spoken of at all."""
        return self._index.get(name)

    def narrow(self, index: int, low: float, high: float) -> None:
        """Says that the variable lies between ``low`` and ``high``, whatever was known before."""
        self.low[index] = max(self.low[index], low)
        self.high[index] = min(self.high[index], high)

    def fix(self, index: int, value: float) -> None:
        """Says that the variable has this value, whatever was known before."""
        self.low[index] = self.high[index] = value

    def is_known(self, index: int) -> bool:
        """Whether one value is left."""
        return self.high[index] - self.low[index] <= TOLERANCE

    def add(self, row: Row) -> None:
        """Adds a tie between variables."""
        for member in row.members:
            self._rows_of[member].append(len(self.rows))
        self.rows.append(row)

    def add_sum(self, whole: int, parts: Sequence[int], told: Hashable = None) -> None:
        """Adds ``whole`` = Σ ``parts``."""
        self.add(Row((whole, *parts), (1.0, *(-1.0 for _part in parts)), 0.0, 0.0, told))

    def tighten(self, rows: Iterable[int] | None = None) -> None:
        """Draws every conclusion a single row allows, again and again; rows that cannot hold become ``violated``."""
        queue = deque(range(len(self.rows)) if rows is None else rows)
        waiting = set(queue)
        visits: dict[int, int] = defaultdict(int)
        while queue:
            number = queue.popleft()
            waiting.discard(number)
            visits[number] += 1
            if visits[number] > MOST_VISITS:
                continue
            for changed in self._conclude(number):
                for other in self._rows_of[changed]:
                    if other != number and other not in waiting:
                        waiting.add(other)
                        queue.append(other)

    def _conclude(self, number: int) -> list[int]:
        if number in self.violated:
            return []
        row = self.rows[number]
        lows, highs = self._reach(row)
        least, most = math.fsum(lows), math.fsum(highs)
        slack = TOLERANCE * max(1.0, abs(row.high) if math.isfinite(row.high) else 1.0)
        if least > row.high + slack or most < row.low - slack:
            self.violated[number] = row
            return []
        changed: list[int] = []
        for position, member in enumerate(row.members):
            if self.is_known(member):
                continue
            low = row.low - (most - highs[position] if math.isfinite(most) else _rest(highs, position))
            high = row.high - (least - lows[position] if math.isfinite(least) else _rest(lows, position))
            if self._sharpen(member, row.weights[position], low, high):
                changed.append(member)
        return changed

    def _reach(self, row: Row) -> tuple[list[float], list[float]]:
        lows: list[float] = []
        highs: list[float] = []
        for member, weight in zip(row.members, row.weights, strict=True):
            ends = weight * self.low[member], weight * self.high[member]
            lows.append(min(ends))
            highs.append(max(ends))
        return lows, highs

    def _sharpen(self, member: int, weight: float, low: float, high: float) -> bool:
        ends = sorted((low / weight, high / weight))
        low, high = ends[0], ends[1]
        if self.whole:
            low = math.ceil(low - TOLERANCE) if math.isfinite(low) else low
            high = math.floor(high + TOLERANCE) if math.isfinite(high) else high
        before = self.low[member], self.high[member]
        low, high = max(before[0], low), min(before[1], high)
        if low > high:  # a rounding error, or a contradiction that the row itself will show
            if low - high > TOLERANCE * max(1.0, abs(low)):
                low, high = before
            else:
                low = high
        self.low[member], self.high[member] = low, high
        return low > before[0] + TOLERANCE or high < before[1] - TOLERANCE


def _rest(ends: Sequence[float], position: int) -> float:
    return math.fsum(end for index, end in enumerate(ends) if index != position)
