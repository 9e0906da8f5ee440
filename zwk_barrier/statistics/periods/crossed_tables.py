"""From a joint base table to the tables that dots have to protect together: all levels of what is crossed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.disclosure.cells import Axis, HierarchicalTable

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SEVERAL: Final = "|"
_WHOLE: Final = "*"

Where = Mapping[str, Collection[str]]
Cut = Mapping[str, str]  # from each finest code to the group it falls into
Tree = tuple[Axis, "NDArray[np.int32]"]
"""An axis, and for each finest code the place on it that is counted into."""


def crossed_tables(
    table: BaseTable, crossing: Sequence[str], region: str, where: Where | None = None
) -> tuple[HierarchicalTable, ...]:
    """The cells of a crossing such as ``("area:district", "age")`` with all coarser levels and totals.

    Several tables where the levels of a dimension do not nest; ``system_of`` ties them.  A condition on several
    codes is tied to the cells of these codes only if the crossing names the dimension, too.  Raises ValueError
    for a dimension the unit does not have, KeyError for a level there is none of.
    """
    limits = {name: frozenset(codes) for name, codes in (where or {}).items()}
    kept = table.chosen(limits)
    crossed = [name for name in crossing if len(limits.get(_base(name), ("", ""))) > 1]
    named = {_base(name) for name in crossed}
    filters = frozenset((name, _said(codes)) for name, codes in limits.items() if name not in named)
    columns = [table.column(_base(name))[kept] for name in crossed]
    found = []
    for trees in product(*(_trees(table, name, region, limits.get(_base(name))) for name in crossed)):
        rows = [places[column] for (_axis, places), column in zip(trees, columns, strict=True)]
        shape = (len(rows), int(kept.sum()))
        placed = np.array(rows, np.int32).reshape(shape).T
        found.append(
            HierarchicalTable(tuple(axis for axis, _places in trees), placed, table.counts[kept], filters)
        )
    return tuple(found)


def _trees(table: BaseTable, name: str, region: str, limit: frozenset[str] | None) -> Iterator[Tree]:
    """One axis or more that together have all levels from the one named upwards."""
    base, _colon, finest = name.partition(":")
    of = dimension(base, region)
    codes = table.codes[table.dimensions.index(base)]
    start = {code: of.level(finest).parents.get(code, code) if finest else code for code in codes}
    used = [code for code in codes if limit is None or code in limit]
    cuts = [
        {code: level.parents.get(code, code) for code in codes} for level in of.levels if level.name != finest
    ]
    cuts = [cut for cut in cuts if _is_within(cut, used)]
    left = sorted((cut for cut in cuts if _nests(start, cut, used)), key=lambda cut: -len(set(cut.values())))
    whole = _WHOLE if limit is None else _said(limit)
    first = True
    while first or left:
        first = False
        chain: list[Cut] = [start]
        for cut in left:
            if _nests(chain[-1], cut, used):
                chain.append(cut)
        left = [cut for cut in left if not any(cut is one for one in chain)]
        axis = _axis(base, chain, used, whole, is_limited=limit is not None)
        places = {code: place for place, code in enumerate(axis.codes)}
        yield axis, np.array([places.get(start[code], 0) for code in codes], np.int32)


def _axis(name: str, chain: Sequence[Cut], codes: Sequence[str], whole: str, *, is_limited: bool) -> Axis:
    parts: dict[str, str] = {}
    for inner, outer in pairwise(chain):
        parts |= {inner[code]: outer[code] for code in codes if inner[code] != outer[code]}
    parts |= {chain[-1][code]: whole for code in codes}
    return Axis.tree(name, parts, whole, is_limited=is_limited)


def _nests(inner: Cut, outer: Cut, codes: Sequence[str]) -> bool:
    """Whether every group of the first lies in one group of the second."""
    found: dict[str, str] = {}
    return all(found.setdefault(inner[code], outer[code]) == outer[code] for code in codes)


def _is_within(cut: Cut, used: Collection[str]) -> bool:
    """Whether no group holds codes that are left out: it would count less than its name says."""
    groups = {cut[code] for code in used}
    return all(code in used for code, group in cut.items() if group in groups)


def _said(codes: Collection[str]) -> str:
    return _SEVERAL.join(sorted(codes))


def _base(name: str) -> str:
    return name.partition(":")[0]
