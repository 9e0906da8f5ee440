"""How payers with a total each and a limit for each need share the needs: a greatest flow, first come first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


def spread(
    costs: Sequence[int], totals: Sequence[int], limits: Sequence[Sequence[int]]
) -> dict[tuple[int, int], int]:
    """What each payer pays for each need, by their places, zeros left out; earlier payers pay all they can.

    ``totals`` are the most of each payer, ``limits[payer][need]`` the most of one for one need.
    """
    flow = _Flow(list(costs), limits)
    for payer, total in enumerate(totals):
        left = total
        while left and (pushed := flow.push(payer, left)):
            left -= pushed
    return {place: amount for place, amount in flow.amounts.items() if amount}


@dataclass(slots=True)
class _Flow:
    spare: list[int]
    limits: Sequence[Sequence[int]]
    amounts: dict[tuple[int, int], int] = field(default_factory=dict)

    def push(self, payer: int, most: int) -> int:
        """Pays more on the shortest way: directly, or where another payer can move to another need."""
        came: dict[int, tuple[int, int | None]] = {}  # a need: the payer that would pay it, and the need left
        waiting: list[tuple[int, int | None]] = [(payer, None)]
        asked = {payer}
        for one, left in waiting:  # grows while it is read
            for need, limit in enumerate(self.limits[one]):
                if need in came or self.amounts.get((one, need), 0) >= limit:
                    continue
                came[need] = (one, left)
                if self.spare[need]:
                    return self._move(self._way(need, came), most)
                for other, row in enumerate(self.limits):
                    if other not in asked and row[need] and self.amounts.get((other, need), 0):
                        asked.add(other)
                        waiting.append((other, need))
        return 0

    def _way(
        self, need: int, came: Mapping[int, tuple[int, int | None]]
    ) -> list[tuple[int, int, int | None]]:
        way = []
        at: int | None = need
        while at is not None:
            one, left = came[at]
            way.append((one, at, left))
            at = left
        return way

    def _move(self, way: Sequence[tuple[int, int, int | None]], most: int) -> int:
        amount = min(most, self.spare[way[0][1]])
        for one, need, left in way:
            amount = min(amount, self.limits[one][need] - self.amounts.get((one, need), 0))
            if left is not None:
                amount = min(amount, self.amounts[one, left])
        self.spare[way[0][1]] -= amount
        for one, need, left in way:
            self.amounts[one, need] = self.amounts.get((one, need), 0) + amount
            if left is not None:
                self.amounts[one, left] -= amount
        return amount
