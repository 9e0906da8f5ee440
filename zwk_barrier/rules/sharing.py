"""Who pays how much of what: the most that several payers can pay together, exactly.

Each payer is asked for a set of needs and then pays at most what its own rule gives for their costs; for no
need is ever more paid than it costs.  Payers that exclude each other never pay for the same need: which of
them is asked for which need is searched for by branch and bound.  For given sets the shares are a flow: the
first in the law's order pays first, and because the totals of a flow form a polymatroid this order never
makes the sum smaller.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from zwk_barrier.rules.sharing_bound import Bounds, Ways
from zwk_barrier.rules.sharing_flow import spread

MOST_STEPS: Final = 1_500

Pays = Callable[[Mapping[str, int]], int]


@dataclass(frozen=True, slots=True)
class Payer:
    """One that pays for ``needs`` at most ``pays(costs)`` euro cents, which more or dearer needs never make less.

    ``rank`` is its place in the law's order, the first to pay lowest; ``not_with`` are codes of payers that
    never pay for the same need.
    """

    code: str
    needs: frozenset[str]
    pays: Pays
    rank: int = 0
    not_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sharing:
    """What each payer pays for each need, in euro cents, zeros left out; ``paid`` is their sum.

    ``asked`` are the needs each paying one is asked for.  ``bound`` is what no sharing exceeds, the same as
    ``paid`` when ``is_exact``.
    """

    shares: Mapping[tuple[str, str], int]
    asked: Mapping[str, tuple[str, ...]]
    paid: int
    bound: int

    @property
    def is_exact(self) -> bool:
        """Whether the search came to its end."""
        return self.paid == self.bound


def share_out(costs: Mapping[str, int], payers: Sequence[Payer], *, most_steps: int = MOST_STEPS) -> Sharing:
    """The sharing that pays most, and of those with the fewest payers the first in the law's order."""
    search = _Search(list(costs), list(costs.values()), sorted(payers, key=lambda one: one.rank), most_steps)
    everybody = (1 << len(search.payers)) - 1
    best = search.best(everybody)
    fewest = search.fewest(everybody, best.paid) if search.is_exact else None
    return search.told(fewest or best, best.bound)


@dataclass(frozen=True, slots=True)
class _Found:
    paid: int
    bound: int
    chosen: tuple[int, ...]  # for each need the payers it is asked of, as bits


@dataclass(frozen=True, slots=True)
class _Node:
    """A step of the search: what each need may still be asked of, what each payer may be asked for, as bits."""

    options: tuple[tuple[int, ...], ...]
    asked: tuple[int, ...]
    bound: int
    prices: tuple[float, ...]


@dataclass(slots=True)
class _Search:
    """Needs and payers by their places; the steps are counted over all that is asked."""

    needs: list[str]
    costs: list[int]
    payers: list[Payer]
    steps_left: int
    totals: dict[tuple[int, int], int] = field(default_factory=dict)
    places: dict[tuple[int, ...], Ways] = field(default_factory=dict)
    limits: list[list[int]] = field(init=False)
    clashes: list[int] = field(init=False)
    bounds: Bounds = field(init=False)

    def __post_init__(self) -> None:
        self.limits = [self._limits(payer) for payer in self.payers]
        self.clashes = [
            sum(1 << place for place, other in enumerate(self.payers) if _clash(payer, other))
            for payer in self.payers
        ]
        self.bounds = Bounds(self.costs, self.limits, [_places(mask) for mask in self.clashes])

    @property
    def is_exact(self) -> bool:
        """Whether no search was given up."""
        return self.steps_left > 0

    def best(self, allowed: int, *, wanted: int | None = None) -> _Found:
        """The most these payers pay; a search that wants only so much stops when it has it."""
        root = self._root(allowed, -1)
        open_ones = [place for place, ways in enumerate(root.options) if len(ways) > 1]
        open_ones.sort(key=lambda place: -self._lead(root, place))
        found = self._go(
            root, open_ones, _Found(-1 if wanted is None else wanted - 1, root.bound, ()), wanted
        )
        bound = found.paid if self.is_exact else max(root.bound, found.paid)
        return _Found(found.paid, bound, found.chosen)

    def fewest(self, allowed: int, wanted: int) -> _Found | None:
        """The same sum from as few payers as possible; of equally many those earlier in the law's order."""
        places = _places(allowed)
        needed = [place for place in places if self._is_missed(allowed & ~(1 << place), wanted)]
        others = [place for place in places if place not in needed]
        for more in (some for count in range(len(others) + 1) for some in combinations(others, count)):
            if not self.is_exact:
                return None
            chosen = sum(1 << place for place in (*needed, *more))
            if not self._is_missed(chosen, wanted, quick=True):
                found = self.best(chosen, wanted=wanted)
                if found.paid >= wanted and found.chosen:
                    return found
        return None

    def told(self, found: _Found, bound: int) -> Sharing:
        """The result by names."""
        flow = self._flow(found.chosen)
        shares = {
            (self.needs[need], self.payers[payer].code): amount
            for (payer, need), amount in sorted(flow.items(), key=lambda one: (one[0][1], one[0][0]))
        }
        paying = {payer for payer, _need in flow}
        asked = {
            self.payers[payer].code: tuple(
                name for name, mask in zip(self.needs, found.chosen, strict=True) if mask >> payer & 1
            )
            for payer in sorted(paying)
        }
        paid = sum(shares.values())
        return Sharing(shares, asked, paid, max(bound, paid))

    def _go(self, node: _Node, open_ones: Sequence[int], best: _Found, wanted: int | None) -> _Found:
        self.steps_left -= 1
        if not open_ones:
            chosen = tuple(ways[0] for ways in node.options)
            paid = sum(self._flow(chosen).values())
            return _Found(paid, paid, chosen) if paid > best.paid else best
        place, rest = open_ones[0], open_ones[1:]
        branches = [self._narrowed(node, place, way, best.paid) for way in node.options[place]]
        for branch in sorted(branches, key=lambda one: -one.bound):
            # One way is always gone to its end, unless one is known already.
            is_over = self.steps_left <= 0 and (bool(best.chosen) or wanted is not None)
            if is_over or branch.bound <= best.paid or (wanted is not None and best.paid >= wanted):
                continue
            best = self._go(branch, rest, best, wanted)
        return best

    def _lead(self, node: _Node, place: int) -> float:
        """How far the best set of payers for a need is ahead: what is clear is decided first."""
        return self.bounds.lead(place, self._ways(node.options[place]), node.prices)

    def _root(self, allowed: int, enough: int) -> _Node:
        options = tuple(self._options(place, allowed) for place in range(len(self.needs)))
        unions = [_union(ways) for ways in options]
        asked = tuple(
            sum(1 << need for need, mask in enumerate(unions) if mask >> payer & 1)
            for payer in range(len(self.payers))
        )
        return self._bounded(options, asked, (0.0,) * len(self.payers), enough)

    def _narrowed(self, node: _Node, place: int, way: int, enough: int) -> _Node:
        """The node with one need decided; its prices begin with those of the node."""
        left_out = _union(node.options[place]) & ~way
        asked = tuple(
            mask & ~(1 << place) if left_out >> payer & 1 else mask for payer, mask in enumerate(node.asked)
        )
        options = (*node.options[:place], (way,), *node.options[place + 1 :])
        return self._bounded(options, asked, node.prices, enough)

    def _bounded(
        self,
        options: tuple[tuple[int, ...], ...],
        asked: tuple[int, ...],
        prices: tuple[float, ...],
        enough: int,
    ) -> _Node:
        totals = [self._total(payer, mask) for payer, mask in enumerate(asked)]
        found = self.bounds.bound([self._ways(one) for one in options], totals, prices, enough)
        return _Node(options, asked, found.bound, found.prices)

    def _is_missed(self, allowed: int, wanted: int, *, quick: bool = False) -> bool:
        """Whether these payers cannot pay so much together; the quick answer may be a false no."""
        self.steps_left -= 1
        if self._root(allowed, wanted - 1).bound < wanted:
            return True
        return not quick and self.best(allowed, wanted=wanted).paid < wanted

    def _flow(self, chosen: Sequence[int]) -> dict[tuple[int, int], int]:
        totals = [self._total(payer, self._asked(payer, chosen)) for payer in range(len(self.payers))]
        limits = [
            [limit if chosen[need] >> payer & 1 else 0 for need, limit in enumerate(self.limits[payer])]
            for payer in range(len(self.payers))
        ]
        return spread(self.costs, totals, limits)

    def _options(self, need: int, allowed: int) -> tuple[int, ...]:
        """The largest sets of payers that may all pay for a need."""
        ways = [0]
        for place in _places(allowed):
            if self.limits[place][need]:
                ways += [way | 1 << place for way in ways if not self.clashes[place] & way]
        return tuple(way for way in ways if not any(way != other and way & other == way for other in ways))

    def _ways(self, masks: tuple[int, ...]) -> Ways:
        if masks not in self.places:
            self.places[masks] = tuple(_places(mask) for mask in masks)
        return self.places[masks]

    def _limits(self, payer: Payer) -> list[int]:
        """The most it pays for each need: what it would for that one alone, all of it where that is below its least."""
        return [
            (min(payer.pays({need: cost}), cost) or cost) if need in payer.needs else 0
            for need, cost in zip(self.needs, self.costs, strict=True)
        ]

    def _total(self, payer: int, asked: int) -> int:
        if not asked:
            return 0
        if (payer, asked) not in self.totals:
            costs = {self.needs[place]: self.costs[place] for place in _places(asked)}
            self.totals[payer, asked] = max(0, self.payers[payer].pays(costs))
        return self.totals[payer, asked]

    def _asked(self, payer: int, chosen: Sequence[int]) -> int:
        return sum(1 << need for need, mask in enumerate(chosen) if mask >> payer & 1)


def _clash(one: Payer, other: Payer) -> bool:
    return one.code != other.code and (other.code in one.not_with or one.code in other.not_with)


def _union(masks: Sequence[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _places(mask: int) -> tuple[int, ...]:
    """The places of the bits that are set."""
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)
