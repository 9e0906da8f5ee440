"""The cheapest set of measures that removes every barrier, and what else could be done.

Fewest barriers left over comes first, then the cost, then fewer measures, then the simpler ones.  Costs
are compared by the middle of "from" and "to"; a quote is both.  The search is exact: reductions, parts
that have nothing to do with one another apart, then branch and bound.  Only when it would take more than
``MOST_STEPS`` steps does it stop, and then says how far from the cheapest its answer can be at most.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from zwk_barrier.rules.cover import MOST_STEPS, Column, cover

Why: TypeAlias = Literal["cheapest", "no_building", "no_consent", "fewest", "next_cheapest"]

ALTERNATIVES: Final = 2
_PER_EURO_CENT: Final = 1 << 20  # room below the cost for the count of measures and how simple they are
_PER_MEASURE: Final = 1 << 10
_SIMPLEST_LAST: Final = 15


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that could be taken: ``low`` to ``high`` in euro cents, the barriers it removes for good.

    ``excludes`` are keys of candidates it does not go together with; ``simplicity`` is 0 for the simplest.
    """

    key: str
    low: int
    high: int
    solves: frozenset[str]
    excludes: frozenset[str] = frozenset()
    simplicity: int = 0
    is_building_work: bool = False
    needs_consent: bool = False

    @property
    def doubled_cost(self) -> int:
        """Twice the middle of from and to, so that it stays a whole number of cents."""
        return self.low + self.high


@dataclass(frozen=True, slots=True)
class Plan:
    """Measures to take, in the order they were offered, and the barriers that stay.

    ``doubled_bound`` is what no plan can be below, as :attr:`doubled_cost`; the same when ``is_exact``.
    """

    why: Why
    chosen: tuple[Candidate, ...]
    unsolved: frozenset[str]
    is_exact: bool = True
    doubled_bound: int = 0

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its measures."""
        return frozenset(one.key for one in self.chosen)

    @property
    def low(self) -> int:
        """The lower ends together, in euro cents."""
        return sum(one.low for one in self.chosen)

    @property
    def high(self) -> int:
        """The upper ends together, in euro cents."""
        return sum(one.high for one in self.chosen)

    @property
    def doubled_cost(self) -> int:
        """Twice what it is compared by."""
        return self.low + self.high


def best_plan(
    barriers: Iterable[str],
    candidates: Sequence[Candidate],
    *,
    why: Why = "cheapest",
    most_steps: int = MOST_STEPS,
    check: Callable[[], None] | None = None,
) -> Plan:
    """The cheapest of all plans; ``fewest`` asks first for few measures.

    ``check`` is called every now and then and may raise to stop the search.
    """
    wanted = sorted(set(barriers))
    bits = {barrier: 1 << place for place, barrier in enumerate(wanted)}
    is_fewest = why == "fewest"
    columns = _columns(candidates, bits, is_fewest=is_fewest)
    found = cover((1 << len(wanted)) - 1, columns, most_steps=most_steps, check=check)
    chosen = tuple(one for place, one in enumerate(candidates) if found.chosen >> place & 1)
    unsolved = frozenset(barrier for barrier, bit in bits.items() if found.left & bit)
    cost = sum(one.doubled_cost for one in chosen)
    below = 0 if is_fewest else found.bound // _PER_EURO_CENT  # a bound on their number is none on the cost
    bound = cost if found.is_exact else min(cost, below)
    return Plan(why, chosen, unsolved, found.is_exact, bound)


def plans(
    barriers: Iterable[str],
    candidates: Sequence[Candidate],
    *,
    check: Callable[[], None] | None = None,
) -> tuple[Plan, ...]:
    """The best plan and up to two others that differ, each the best of its kind.

    Others that leave no more barriers than the best come first; none has fewer left over, and none that
    leaves as many is cheaper.
    """
    wanted = frozenset(barriers)
    best = best_plan(wanted, candidates, check=check)
    if not best.chosen:
        return (best,)
    others: list[Plan] = []
    for plan in (
        best_plan(
            wanted, [one for one in candidates if not one.is_building_work], why="no_building", check=check
        ),
        best_plan(
            wanted, [one for one in candidates if not one.needs_consent], why="no_consent", check=check
        ),
        best_plan(wanted, candidates, why="fewest", check=check),
        _next_cheapest(wanted, candidates, best, check),
    ):
        if plan.chosen and all(plan.keys != known.keys for known in (best, *others)):
            others.append(plan)
    others.sort(key=lambda plan: len(plan.unsolved) > len(best.unsolved))
    return (best, *others[:ALTERNATIVES])


def _next_cheapest(
    wanted: frozenset[str], candidates: Sequence[Candidate], best: Plan, check: Callable[[], None] | None
) -> Plan:
    """The cheapest plan that does without at least one measure of the best: any other one does."""
    without = (
        best_plan(
            wanted, [one for one in candidates if one.key != left_out], why="next_cheapest", check=check
        )
        for left_out in sorted(best.keys)
    )
    return min(without, key=lambda plan: (len(plan.unsolved), plan.doubled_cost, len(plan.chosen)))


def _columns(candidates: Sequence[Candidate], bits: dict[str, int], *, is_fewest: bool) -> list[Column]:
    places = {one.key: place for place, one in enumerate(candidates)}
    conflicts = [0] * len(candidates)
    for place, one in enumerate(candidates):
        for other in (places[key] for key in one.excludes if key in places and key != one.key):
            conflicts[place] |= 1 << other
            conflicts[other] |= 1 << place
    whole = sum(one.doubled_cost for one in candidates) + 1 if is_fewest else 0
    return [
        Column(
            place,
            sum(bits[barrier] for barrier in one.solves if barrier in bits),
            (one.doubled_cost + whole) * _PER_EURO_CENT + _PER_MEASURE + min(one.simplicity, _SIMPLEST_LAST),
            conflicts[place],
        )
        for place, one in enumerate(candidates)
    ]
