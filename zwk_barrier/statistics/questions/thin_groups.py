"""Groups of few people, which are not divided further for anybody outside.

With many dimensions nearly every cell of a base table is one person, so that each cell that was rounded up is a true
set of attributes.  Whoever could divide a group of one such cell by everything in turn would read it off.  So groups
of few are not divided, and neither is what is left beside them when all others are.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.dimension import Dimension

LEAST_DIVIDED: Final = 20
"""A rounded count below this is not divided: it may be fewer than four cells of the base table."""

_Key = TypeVar("_Key", bound=Hashable)
_Sizes = Mapping[tuple[str, ...], int]


@dataclass(frozen=True)
class ThinGroups:
    """Of one dimension the finest codes that are not divided: ``fine`` when asked by them, ``coarse`` by any level."""

    fine: frozenset[str]
    coarse: frozenset[str]

    def hold(self, codes: Collection[str], *, is_fine: bool) -> bool:
        """Whether a group of finest codes is, or has in it, what is not divided."""
        return not (self.fine if is_fine else self.coarse).isdisjoint(codes)


def thin_groups(table: BaseTable, of: Dimension, besides: Sequence[str]) -> ThinGroups:
    """What is not divided of a dimension; ``besides`` are dimensions of the question that say how people are counted.

    A group of a level is thin, too, where what it has beyond the groups of another level is.
    """
    sizes = _sizes(table, of, besides)
    parts: dict[Hashable, list[str]] = {}
    for code in sizes:
        parts.setdefault(tuple(level.parents.get(code, code) for level in of.levels), []).append(code)
    if not of.levels:
        return ThinGroups(frozenset(_undivided(sizes)), frozenset())
    together = {key: _sum([sizes[code] for code in codes]) for key, codes in parts.items()}
    hidden = _undivided(together)
    coarse = {code for key in hidden for code in parts[key]}
    fine = set(coarse)
    for key, codes in parts.items():
        if key not in hidden:
            fine |= _undivided({code: sizes[code] for code in codes})
    return ThinGroups(frozenset(fine), frozenset(coarse))


def _sizes(table: BaseTable, of: Dimension, besides: Sequence[str]) -> dict[str, _Sizes]:
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for (code, *how), count in table.cells((of.name, *besides)).items():
        if count:
            found.setdefault(code, {})[tuple(how)] = count
    return dict(found)


def _undivided(sizes: Mapping[_Key, _Sizes]) -> set[_Key]:
    """The thin ones, and as many of the next smallest as make them enough together."""
    hidden = {key for key, size in sizes.items() if _is_thin(size)}
    rest = sorted(sizes.keys() - hidden, key=lambda key: (sum(sizes[key].values()), str(key)))
    while hidden and rest and _is_thin(_sum([sizes[key] for key in hidden])):
        hidden.add(rest.pop(0))
    return hidden


def _is_thin(size: _Sizes) -> bool:
    return any(count < LEAST_DIVIDED for count in size.values())


def _sum(sizes: Sequence[_Sizes]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for size in sizes:
        for how, count in size.items():
            found[how] = found.get(how, 0) + count
    return found
