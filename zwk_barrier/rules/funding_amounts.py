"""What a programme pays at most for measures of given costs, in whole euro cents, rounded down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

WHOLE = 100


class Reckoning(Protocol):
    """How a programme's money comes about."""

    def pays(self, costs: Sequence[int]) -> int:
        """The most for measures of these costs, never more than they cost together."""
        ...

    @property
    def cap(self) -> int | None:
        """The most whatever they cost, ``None`` without a limit."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """No amount of money follows from the programme."""

    def pays(self, costs: Sequence[int]) -> int:  # noqa: ARG002 - as every other way
        """Nothing."""
        return 0

    @property
    def cap(self) -> int | None:
        """No limit in euros either."""
        return None


@dataclass(frozen=True, slots=True)
class Heads:
    """A grant per entitled person for one measure (§ 40 (4) SGB XI): ``shares`` is the percent each insurer pays.

    The measure counts up to ``per_person`` for each and ``household_cap`` for all; each head bears an equal
    part of it, and of that part its insurer pays its percent: half (§ 28 (2) SGB XI) comes after the limit.
    ``used`` was granted for the same measure before.
    """

    per_person: int
    household_cap: int | None
    shares: tuple[int, ...]
    used: int = 0

    def pays(self, costs: Sequence[int]) -> int:
        """The most for these measures together."""
        return min(self._part(sum(costs)), self.cap)

    @property
    def cap(self) -> int:
        """What is left of the limits."""
        return max(0, self._part(self._limit) - self.used)

    @property
    def _limit(self) -> int:
        limit = self.per_person * len(self.shares)
        return limit if self.household_cap is None else min(limit, self.household_cap)

    def _part(self, cost: int) -> int:
        if not self.shares:
            return 0
        return cost * sum(self.shares) // (WHOLE * len(self.shares))


@dataclass(frozen=True, slots=True)
class Aids:
    """Each aid less the person's co-payment: ``copay_percent``, at least and at most so much, never above the cost.

    ``share`` is the percent the insurer pays of the rest.
    """

    copay_percent: int
    copay_least: int
    copay_most: int | None
    share: int = WHOLE

    def pays(self, costs: Sequence[int]) -> int:
        """The most for these aids together."""
        return sum((cost - self.copayment(cost)) * self.share // WHOLE for cost in costs)

    @property
    def cap(self) -> int | None:
        """There is no limit but the cost."""
        return None

    def copayment(self, cost: int) -> int:
        """What the person pays for one aid of this cost, rounded up to the cent."""
        own = max(-(-cost * self.copay_percent // WHOLE), self.copay_least)
        return min(cost, own if self.copay_most is None else min(own, self.copay_most))


@dataclass(frozen=True, slots=True)
class Share:
    """A percent of the cost that counts: none below ``min_cost``, no more of it than ``cost_cap``, at most ``most``."""

    percent: int
    cost_cap: int | None = None
    most: int | None = None
    min_cost: int = 0
    used: int = 0

    def pays(self, costs: Sequence[int]) -> int:
        """The most for these measures together."""
        cost = sum(costs)
        if cost < self.min_cost:
            return 0
        counted = cost if self.cost_cap is None else min(cost, self.cost_cap)
        part = counted * self.percent // WHOLE
        return part if self.cap is None else min(part, self.cap)

    @property
    def cap(self) -> int | None:
        """The smaller of both limits, less what was used."""
        limits = [] if self.most is None else [self.most]
        if self.cost_cap is not None:
            limits.append(self.cost_cap * self.percent // WHOLE)
        return max(0, min(limits) - self.used) if limits else None


@dataclass(frozen=True, slots=True)
class Full:
    """The whole cost, up to a limit if there is one."""

    most: int | None = None
    used: int = 0

    def pays(self, costs: Sequence[int]) -> int:
        """The most for these measures together."""
        return sum(costs) if self.cap is None else min(sum(costs), self.cap)

    @property
    def cap(self) -> int | None:
        """What is left of the limit."""
        return None if self.most is None else max(0, self.most - self.used)
