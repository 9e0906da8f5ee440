"""Full-domain generalisation after OLA: which combinations of levels are safe, and which of them lose least.

One category system for everybody, cut as the tables are cut.  Coarsening a safe combination leaves it safe, so that
one answer settles all combinations above or below it (predictive tagging) and few of them are ever computed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.statistics.microdata.cases import CaseRows

if TYPE_CHECKING:
    from numpy.typing import NDArray

Node = tuple[int, ...]
"""The level of each hierarchy, 0 for the finest."""

MOST_DROPPED: Final = 0.05
"""The largest share of people that may be left out, whatever the reason."""
THINNED: Final = 0.02
"""The share that is left out by chance, so that no count in the file is an exact one."""
_DENSE: Final = 1 << 22
_PACKED: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Demands:
    """How many have to share every combination, and how many values of each sensitive column they must have."""

    k: int = 5
    distinct: int = 2


@dataclass(frozen=True)
class Found:
    """What is safe: ``safe`` says it for every node; nothing finer than a proposal is; the best stands first."""

    safe: "NDArray[np.bool_]"
    proposals: tuple[Node, ...]
    checked: int

    def is_safe(self, node: Node) -> bool:
        """Whether a combination of levels may be used."""
        return bool(self.safe[node])

    def keeping(self, column: int) -> Node:
        """The proposal in which one column stays finest, and of those the one that loses least."""
        return min(self.proposals, key=lambda node: node[column])


class Lattice:
    """Every combination of levels over the rows of a period.

    Rows that are alike at the finest levels are alike at all: each such set is looked at once, with its size.
    """

    def __init__(self, rows: CaseRows, demands: Demands) -> None:
        self.rows, self.demands = rows, demands
        self.shape = tuple(len(one.steps) for one in rows.hierarchies)
        self._maps = [
            [np.array(step.places, np.int64) for step in hierarchy.steps] for hierarchy in rows.hierarchies
        ]
        self._columns = [np.ascontiguousarray(column) for column in rows.known.T]
        thinned = int(np.ceil(THINNED * len(rows)))
        self.allowed = max(0, int(MOST_DROPPED * len(rows)) - thinned)
        """How many may be left out because they stand out."""
        finest = np.zeros(len(rows), np.int64)
        for column, hierarchy in zip(self._columns, rows.hierarchies, strict=True):
            finest = finest * len(hierarchy.finest) + column
        _keys, first, self._set_of, self._sizes = np.unique(
            finest, return_index=True, return_inverse=True, return_counts=True
        )
        self._packs = list(_packs(rows, first))
        self._sensitive = [_told_pairs(rows, self._set_of, *each) for each in rows.sensitive]

    def classes(self, node: Node) -> "NDArray[np.int64]":
        """A number for each row; rows that look alike have the same one, from 0 without a gap."""
        numbers: NDArray[np.int64] = self._classes(node)[self._set_of]
        return numbers

    def outliers(self, node: Node) -> "NDArray[np.bool_]":
        """Which rows share their combination with too few, or with others of one sensitive value only."""
        classes, _sizes, is_bad = self._bad(node)
        outliers: NDArray[np.bool_] = is_bad[classes][self._set_of]
        return outliers

    def is_safe(self, node: Node) -> bool:
        """Whether few enough have to be left out."""
        _classes, sizes, is_bad = self._bad(node)
        return bool(sizes[is_bad].sum() <= self.allowed)

    def _classes(self, node: Node) -> "NDArray[np.int64]":
        """The class of each set of rows that are alike at the finest levels."""
        levels = [
            (maps[level], len(hierarchy.steps[level].codes))
            for maps, level, hierarchy in zip(self._maps, node, self.rows.hierarchies, strict=True)
        ]
        key, domain = np.zeros(len(self._sizes), np.int64), 1
        for columns, places in self._packs:
            codes, size = np.zeros(1, np.int64), 1
            for column in columns:
                to, groups = levels[column]
                codes = (codes[:, None] * groups + to).ravel()
                size *= groups
            if size > 1:
                key *= size
                key += codes[places]
            domain *= size
        return _numbered(key, domain)

    def _bad(self, node: Node) -> "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]":
        """The class of each set, the size of each class, and which may not be; the last ones only until too many."""
        classes = self._classes(node)
        sizes = np.bincount(classes, self._sizes).astype(np.int64)
        is_bad = sizes < self.demands.k
        for (sets, values), (_place, harmless) in zip(self._sensitive, self.rows.sensitive, strict=True):
            if sizes[is_bad].sum() > self.allowed:
                break
            is_bad |= alike(classes[sets], values, harmless, len(sizes), self.demands.distinct)
        return classes, sizes, is_bad

    @cached_property
    def losses(self) -> tuple["NDArray[np.float64]", ...]:
        """For each hierarchy the share of its information that each level loses, weighted; 1 in sum for the top."""
        whole = sum(one.weight for one in self.rows.hierarchies)
        return tuple(
            np.array([_lost(column, places) for places in maps]) * hierarchy.weight / whole
            for column, maps, hierarchy in zip(self._columns, self._maps, self.rows.hierarchies, strict=True)
        )

    def loss(self, node: Node) -> float:
        """The share of information a node loses, from 0 to 1 (entropy of each column, weighted)."""
        return float(sum(losses[level] for losses, level in zip(self.losses, node, strict=True)))


def search(
    lattice: Lattice,
    *,
    progress: Callable[[float], object] = lambda _share: None,
    check: Callable[[], object] = lambda: None,
) -> Found:
    """Settles every node; ``check`` may raise to stop."""
    shape = lattice.shape
    safe, settled = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    heights = np.indices(shape).sum(0)
    checked = 0
    while not settled.all():
        check()
        progress(float(settled.mean()))
        node = _middle(settled, heights)
        checked += 1
        if lattice.is_safe(node):
            above = tuple(slice(level, None) for level in node)
            safe[above] = settled[above] = True
        else:
            settled[tuple(slice(0, level + 1) for level in node)] = True
    minimal = safe.copy()
    for axis in range(len(shape)):
        below = np.zeros(shape, np.bool_)
        np.moveaxis(below, axis, 0)[1:] = np.moveaxis(safe, axis, 0)[:-1]
        minimal &= ~below
    nodes = [tuple(int(level) for level in node) for node in np.argwhere(minimal)]
    nodes.sort(key=lambda node: (lattice.loss(node), node))
    return Found(safe, tuple(nodes), checked)


def distinct_values(
    classes: "NDArray[np.int64]", values: "NDArray[np.int32]", count: int
) -> "NDArray[np.int64]":
    """How many different values there are in each class."""
    size = int(values.max()) + 1 if len(values) else 1
    is_there = np.zeros(count * size, np.bool_)
    is_there[classes * size + values] = True
    different: NDArray[np.int64] = is_there.reshape(count, size).sum(1)
    return different


def alike(
    classes: "NDArray[np.int64]", values: "NDArray[np.int32]", harmless: int, count: int, least: int
) -> "NDArray[np.bool_]":
    """Which classes have fewer than ``least`` different values; one where all have the harmless one is not meant."""
    different = distinct_values(classes, values, count)
    has_harm = np.zeros(count, np.bool_)
    has_harm[classes[values != harmless]] = True
    few: NDArray[np.bool_] = (different < least) & has_harm
    return few


def _packs(rows: CaseRows, first: "NDArray[np.intp]") -> "Iterator[tuple[tuple[int, ...], NDArray[np.intp]]]":
    """Columns that follow each other packed into one as long as its codes are few: one look-up serves them all."""
    columns: tuple[int, ...] = ()
    places, size = np.zeros(len(first), np.intp), 1
    for at, hierarchy in enumerate(rows.hierarchies):
        codes = len(hierarchy.finest)
        if columns and size * codes > _PACKED:
            yield columns, places
            columns, places, size = (), np.zeros(len(first), np.intp), 1
        columns, size = (*columns, at), size * codes
        places = places * codes + rows.known[first, at]
    yield columns, places


def _told_pairs(
    rows: CaseRows, set_of: "NDArray[np.intp]", place: int, _harmless: int
) -> "tuple[NDArray[np.intp], NDArray[np.int32]]":
    """Each sensitive value once for each set of rows in which it occurs."""
    values = rows.said[:, place]
    size = int(values.max(initial=0)) + 1
    pairs = np.unique(set_of * size + values)
    return pairs // size, (pairs % size).astype(np.int32)


def _numbered(key: "NDArray[np.int64]", domain: int) -> "NDArray[np.int64]":
    """The keys renumbered without gaps; by a table where it is small enough, else by sorting."""
    if domain <= max(_DENSE, 4 * len(key)):
        is_there = np.zeros(domain, np.bool_)
        is_there[key] = True
        numbers: NDArray[np.int64] = (np.cumsum(is_there) - 1)[key]
        return numbers
    return np.unique(key, return_inverse=True)[1].ravel()


def _middle(settled: "NDArray[np.bool_]", heights: "NDArray[np.int64]") -> Node:
    """An open node of the middle height of all that are open: the one whose answer settles most."""
    open_ones = np.flatnonzero(~settled.ravel())
    of = heights.ravel()[open_ones]
    place = open_ones[np.argpartition(of, len(of) // 2)[len(of) // 2]]
    return tuple(int(level) for level in np.unravel_index(place, settled.shape))


def _lost(column: "NDArray[np.int32]", places: "NDArray[np.int64]") -> float:
    before = _entropy(np.bincount(column)) if len(column) else 0.0
    if before == 0:
        return 0.0 if len(set(places.tolist())) > 1 else 1.0
    return 1 - _entropy(np.bincount(places[column])) / before


def _entropy(counts: "NDArray[np.int64]") -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log2(shares)).sum())


def describe(rows: CaseRows, node: Node) -> Sequence[tuple[str, str]]:
    """Each column with the title of its level."""
    return [
        (hierarchy.title, hierarchy.steps[level].title)
        for hierarchy, level in zip(rows.hierarchies, node, strict=True)
    ]
