"""What no sharing of needs among payers can exceed, while some needs are still open for several sets of payers.

Each payer's total gets a price between 0 and 1, and what it pays counts only for the rest: for any prices
this is a bound (Lagrange), and the best prices are near to those of the step before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MOST_PRICES: Final = 5
_ROUNDING: Final = 1e-6

Ways = tuple[tuple[int, ...], ...]
"""The sets of payers one need may be asked of, each as their places."""


@dataclass(frozen=True, slots=True)
class Prices:
    """A bound and the prices it holds at."""

    bound: int
    prices: tuple[float, ...]


class Bounds:
    """Bounds for needs of these costs, when ``limits[payer][need]`` is the most of a payer for a need."""

    __slots__ = ("_candidates", "_costs", "_limits", "_needs_of")

    def __init__(
        self, costs: Sequence[int], limits: Sequence[Sequence[int]], clashes: Sequence[Sequence[int]]
    ) -> None:
        self._costs, self._limits = costs, limits
        self._needs_of = [[need for need, limit in enumerate(row) if limit] for row in limits]
        self._candidates = [_candidates(costs, [limits[other] for other in clashing]) for clashing in clashes]

    def bound(
        self, options: Sequence[Ways], totals: Sequence[int], prices: Sequence[float], enough: int
    ) -> Prices:
        """A bound near to the best, starting from these prices; looked for no further once below ``enough``."""
        now = list(prices)
        worth = [self._worth(need, ways, now) for need, ways in enumerate(options)]
        held = sum(price * total for price, total in zip(now, totals, strict=True))
        best = held + sum(worth)
        for payer, total in enumerate(totals):
            if best <= enough:
                break
            for price in self._candidates[payer]:
                if price == now[payer]:
                    continue
                kept, now[payer] = now[payer], price
                changed = {need: self._worth(need, options[need], now) for need in self._needs_of[payer]}
                tried = best + (price - kept) * total
                tried += sum(value - worth[need] for need, value in changed.items())
                if tried < best - _ROUNDING:
                    best = tried
                    for need, value in changed.items():
                        worth[need] = value
                else:
                    now[payer] = kept
        return Prices(int(best + _ROUNDING), tuple(now))

    def lead(self, need: int, ways: Ways, prices: Sequence[float]) -> float:
        """How much more one need is worth with its best set of payers than with the second."""
        worth = sorted(self._worth(need, (way,), prices) for way in ways)
        return worth[-1] - worth[-2]

    def _worth(self, need: int, ways: Ways, prices: Sequence[float]) -> float:
        """The most one need is worth at these prices: the cheapest payers of a set pay first."""
        cost, best = self._costs[need], 0.0
        for way in ways:
            left, worth = cost, 0.0
            for payer in sorted(way, key=prices.__getitem__) if len(way) > 1 else way:
                amount = min(left, self._limits[payer][need])
                worth += (1 - prices[payer]) * amount
                left -= amount
            best = max(best, worth)
        return best


def _candidates(costs: Sequence[int], others: Sequence[Sequence[int]]) -> tuple[float, ...]:
    """The prices worth trying for one payer: at which another that it excludes pays as much of a need."""
    turning = sorted(
        {1 - row[need] / cost for row in others for need, cost in enumerate(costs) if cost and row[need]}
    )
    step = max(1, len(turning) // _MOST_PRICES)
    return tuple(dict.fromkeys((0.0, 1.0, *turning[::step])))
