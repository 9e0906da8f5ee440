"""Chance that can be repeated: the same seed and the same matter give the same throw."""

import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Self, TypeVar

T = TypeVar("T")


class Dice(random.Random):
    """Throws for one matter, e.g. ``Dice(1, "case", 17)``; other matters do not disturb them."""

    def __new__(cls, *_matter: object) -> Self:  # noqa: D102 - random.Random takes one word at most
        return super().__new__(cls)

    def __init__(self, *matter: object) -> None:
        super().__init__(":".join(map(str, matter)))

    def chance(self, share: float) -> bool:
        """True in ``share`` of one hundred throws."""
        return self.random() * 100 < share

    def one(self, things: Sequence[T]) -> T:
        """One of them, each as likely as the others."""
        return things[int(self.random() * len(things))]

    def early(self, things: Sequence[T]) -> T:
        """One of them, the first ones more often, as names are in a town (Zipf's law, flattened)."""
        return self.choices(things, cum_weights=_early(len(things)))[0]

    def between(self, low: float, high: float, step: float = 1) -> float:
        """A number of the grid from ``low`` to ``high``, both included."""
        return low + step * int(self.random() * (round((high - low) / step) + 1))

    def weighted(self, things: Sequence[tuple[T, float]]) -> T:
        """One of them, as often as its weight says."""
        return self.choices([thing for thing, _w in things], [weight for _t, weight in things])[0]


@lru_cache(maxsize=256)
def _early(count: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (place + 12) for place in range(count)))
