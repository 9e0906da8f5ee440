"""Makes the rows that leave: generalised, without those who stand out and some more by chance, in a chance order."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zwk_barrier.statistics.microdata.columns import Hierarchy, Told
from zwk_barrier.statistics.microdata.rare import coarse_amounts
from zwk_barrier.statistics.microdata.search import THINNED, Lattice, Node, alike

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Amounts:
    """Euros (-1 for none), to which step they are rounded, and the highest that is told; no column where step is 0."""

    euros: "NDArray[np.int64]"
    step: int
    highest: int


@dataclass(frozen=True)
class Microdata:
    """The rows as they leave.

    ``classes`` numbers those that look alike, ``sizes_of_all`` says of each class how many people of the period
    belong to it, also those left out.
    """

    hierarchies: tuple[Hierarchy, ...]
    told: tuple[Told, ...]
    node: Node
    known: "NDArray[np.int32]"
    """n × hierarchies: places in the codes of the level."""
    said: "NDArray[np.int32]"
    amounts: Amounts
    classes: "NDArray[np.int64]"
    sizes_of_all: "NDArray[np.int64]"
    of_all: int
    """How many people there were; only for those who may see cases."""

    def __len__(self) -> int:
        return len(self.known)

    @property
    def dropped(self) -> float:
        """The share of people left out."""
        return 1 - len(self) / self.of_all if self.of_all else 0.0


def anonymise(lattice: Lattice, node: Node, seed: int) -> Microdata:
    """The rows at a safe node; the same rows, node and seed always give the same.

    Raises ValueError for a node that is not safe.
    """
    outliers = lattice.outliers(node)
    if int(outliers.sum()) > lattice.allowed:
        raise ValueError("this combination of levels is not safe")
    chance = np.random.default_rng(_seed(seed, node))
    everybody = lattice.classes(node)
    kept = np.flatnonzero(~outliers)
    kept = kept[chance.permutation(len(kept))]
    kept = kept[_stay(lattice, everybody[kept], kept)]
    rows = lattice.rows
    maps = [
        np.array(h.steps[level].places, np.int32) for h, level in zip(rows.hierarchies, node, strict=True)
    ]
    known = [places[rows.known[kept, at]] for at, places in enumerate(maps)]
    there, classes = np.unique(everybody[kept], return_inverse=True)
    return Microdata(
        rows.hierarchies,
        rows.told,
        node,
        np.column_stack(known).astype(np.int32),
        rows.said[kept],
        Amounts(*coarse_amounts(rows.amounts[kept], lattice.demands.k)),
        classes.ravel(),
        np.bincount(everybody)[there],
        len(rows),
    )


def _stay(lattice: Lattice, classes: "NDArray[np.int64]", kept: "NDArray[np.int64]") -> "NDArray[np.bool_]":
    """Which rows, in their chance order, stay: some more go, so that nobody can take the rows for all there were.

    None go from a class that would become too small or too much alike.
    """
    stays = np.ones(len(kept), np.bool_)
    wanted = int(np.ceil(THINNED * len(lattice.rows)))
    if not wanted or not len(kept):
        return stays
    order = np.argsort(classes, kind="stable")
    begins = np.searchsorted(classes[order], classes[order])
    rank = np.empty(len(kept), np.int64)
    rank[order] = np.arange(len(kept)) - begins
    stays[np.flatnonzero(rank >= lattice.demands.k)[:wanted]] = False
    count, least = int(classes.max()) + 1, lattice.demands.distinct
    for place, harmless in lattice.rows.sensitive:
        values = lattice.rows.said[kept, place]
        stays |= alike(classes[stays], values[stays], harmless, count, least)[classes]
    return stays


def _seed(seed: int, node: Node) -> int:
    """A number for the chance of one node, out of the secret one of the period."""
    text = f"{seed}:{','.join(map(str, node))}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
