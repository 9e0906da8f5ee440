"""When dots would hide too much: which levels to leave out so that few cells are small."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import CellSystem


@dataclass(frozen=True, slots=True)
class Coarser:
    """A way to publish less finely: of each dimension named, its finest level is left out (twice if named twice)."""

    without: tuple[str, ...]
    cells: int
    share_primary: float


@dataclass(frozen=True, slots=True)
class TooManyDots:
    """Dots would hide so much that rounding, or one of the ways in ``coarser``, best first, serves better."""

    cells: int
    share_primary: float
    coarser: tuple[Coarser, ...]


def too_many_dots(system: CellSystem, primary: NDArray[np.bool_], most: float) -> TooManyDots:
    """The advice for a system; ``most`` is the share of small cells that dots can bear."""
    return TooManyDots(primary.size, float(primary.mean()), tuple(_ways(system, primary, most)))


def _ways(system: CellSystem, primary: NDArray[np.bool_], most: float) -> list[Coarser]:
    """Single levels that are enough by themselves; else the best level again and again until it is enough."""
    tree = {axis.name: [other for other in system.axes if other.name == axis.name] for axis in system.axes}
    depth = {
        (name, code): max(one.depths[one.codes.index(code)] for one in axes if code in one.codes)
        for name, axes in tree.items()
        for code in {code for one in axes for code in one.codes}
    }
    levels = {
        name: max(depth[name, code] for one in axes for code in one.codes) for name, axes in tree.items()
    }
    without: tuple[str, ...] = ()
    while any(levels.values()):
        ways = []
        for name in (name for name, level in levels.items() if level):
            left = {**levels, name: levels[name] - 1}
            kept = np.array(
                [all(depth.get(part, 0) <= left.get(part[0], 0) for part in key) for key in system.keys]
            )
            ways.append(Coarser((*without, name), int(kept.sum()), float(primary[kept].mean())))
        ways.sort(key=lambda way: (way.share_primary > most, -way.cells, way.without))
        enough = [way for way in ways if way.share_primary <= most]
        if enough:
            return enough
        best = min(ways, key=lambda way: (way.share_primary, -way.cells))
        without = best.without
        levels[without[-1]] -= 1
    return []
