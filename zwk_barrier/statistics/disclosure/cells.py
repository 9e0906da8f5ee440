"""Published cells as one system: each cell once, however many tables show it, and how cells add up to others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

CellKey = frozenset[tuple[str, str]]
"""What a cell counts: dimension and code, without the dimensions it takes whole."""
Relation = tuple[int, tuple[int, ...]]
"""A total, and the parts it is the sum of."""


@dataclass(frozen=True)
class Axis:
    """A dimension of a table; ``parents`` gives for each code the place of the one it is part of, -1 for the whole.

    Exactly one code is the whole; only codes without parts are counted into.  ``is_limited``: the whole is not
    everything, but what its code says.
    """

    name: str
    codes: tuple[str, ...]
    parents: tuple[int, ...]
    is_limited: bool = False

    @classmethod
    def flat(cls, name: str, codes: Sequence[str], whole: str = "*") -> "Axis":
        """A dimension whose codes add up to the whole directly."""
        return cls(name, (whole, *codes), (-1, *(0 for _code in codes)))

    @classmethod
    def tree(
        cls, name: str, parts: Mapping[str, str], whole: str = "*", *, is_limited: bool = False
    ) -> "Axis":
        """A dimension from each code to the code it is part of."""
        codes = (whole, *(code for code in parts if code != whole))
        places = {code: place for place, code in enumerate(codes)}
        return cls(name, codes, (-1, *(places[parts[code]] for code in codes[1:])), is_limited)

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """For each code the places of its parts."""
        found: list[list[int]] = [[] for _code in self.codes]
        for place, parent in enumerate(self.parents):
            if parent >= 0:
                found[parent].append(place)
        return tuple(map(tuple, found))

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """For each code how many codes lie above it."""
        return tuple(len(self.above(place)) - 1 for place in range(len(self.codes)))

    def above(self, place: int) -> tuple[int, ...]:
        """The code itself and those it is part of, the whole last."""
        way = [place]
        while self.parents[way[-1]] >= 0:
            way.append(self.parents[way[-1]])
        return tuple(way)


@dataclass(frozen=True)
class HierarchicalTable:
    """A table with all totals of its axes; ``filters`` are the dimensions it takes only one code of.

    ``rows`` holds for each count the place of its code on each axis, ``counts`` counts or cents.
    """

    axes: tuple[Axis, ...]
    rows: NDArray[np.int32]
    counts: NDArray[np.int64]
    filters: CellKey = frozenset()

    def values(self) -> NDArray[np.int64]:
        """Every cell of the table, one axis of the array an axis of the table."""
        cells = np.zeros([len(axis.codes) for axis in self.axes], np.int64)
        for place, axis in enumerate(self.axes):
            if any(axis.parts[code] for code in np.unique(self.rows[:, place])):
                raise ValueError(f"counted into a code of {axis.name} that has parts")
        places = np.zeros(len(self.counts), np.intp)
        for place, axis in enumerate(self.axes):
            places = places * len(axis.codes) + self.rows[:, place]
        np.add.at(cells.reshape(-1), places, self.counts)
        for place, axis in enumerate(self.axes):
            along = np.moveaxis(cells, place, 0)
            for code in sorted(range(len(axis.codes)), key=lambda code: -axis.depths[code]):
                if axis.parents[code] >= 0:
                    along[axis.parents[code]] += along[code]
        return cells

    def keys(self) -> list[CellKey]:
        """What each cell of :meth:`values` counts, in its order."""
        named = [
            [
                () if parent < 0 and not axis.is_limited else ((axis.name, code),)
                for code, parent in zip(axis.codes, axis.parents, strict=True)
            ]
            for axis in self.axes
        ]
        return [self.filters.union(*chosen) for chosen in product(*named)]

    def relations(self) -> list[Relation]:
        """How the cells of :meth:`values` add up, each total once: along the first axis it is a total of."""
        shape = [len(axis.codes) for axis in self.axes]
        places = np.arange(int(np.prod(shape))).reshape(shape)
        found: list[Relation] = []
        for number, axis in enumerate(self.axes):
            before = [
                [code for code, parts in enumerate(one.parts) if not parts] for one in self.axes[:number]
            ]
            after = [list(range(len(one.codes))) for one in self.axes[number + 1 :]]
            for code, parts in enumerate(axis.parts):
                if parts:
                    block = places[np.ix_(*before, [code, *parts], *after)]
                    lines = np.moveaxis(block, number, 0).reshape(len(parts) + 1, -1)
                    found += [(int(line[0]), tuple(map(int, line[1:]))) for line in lines.T]
        return found


@dataclass(frozen=True)
class CellSystem:
    """Cells to be published together; ``values`` are counts or cents, none below zero.

    ``weights`` say what it costs to hide each (None: the root of its value).  ``shown`` and ``hidden`` are the
    cells that an earlier release has shown or hidden already: that stays.
    """

    values: NDArray[np.int64]
    relations: tuple[Relation, ...]
    weights: NDArray[np.float64] | None = None
    keys: tuple[CellKey, ...] = ()
    axes: tuple[Axis, ...] = ()
    shown: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    places: Mapping[CellKey, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if (self.values < 0).any():
            raise ValueError("a cell is below zero")
        for total, parts in self.relations:
            if self.values[total] != self.values[list(parts)].sum():
                raise ValueError(f"cell {total} is not the sum of its parts")
        object.__setattr__(self, "places", {key: place for place, key in enumerate(self.keys)})

    def costs(self) -> NDArray[np.float64]:
        """What it costs to hide each cell."""
        return np.sqrt(self.values + 1.0) if self.weights is None else self.weights

    def after(self, shown: Collection[CellKey], hidden: Collection[CellKey]) -> "CellSystem":
        """The same cells after earlier releases; raises KeyError for a cell that is not of the system.

        Their tables have to be among those the system was made of: only then is seen what adds up across releases.
        """
        return replace(
            self,
            shown=self.shown | {self.places[key] for key in shown},
            hidden=self.hidden | {self.places[key] for key in hidden},
        )


def system_of(*tables: HierarchicalTable) -> CellSystem:
    """One system out of tables over the same records: a cell shown in several of them is one cell.

    Raises ValueError when two tables count the same differently, or a code with parts is counted into.
    """
    places: dict[CellKey, int] = {}
    values: list[int] = []
    relations: dict[Relation, None] = {}
    for table in tables:
        mine = []
        for key, value in zip(table.keys(), table.values().ravel().tolist(), strict=True):
            place = places.setdefault(key, len(values))
            if place == len(values):
                values.append(value)
            elif values[place] != value:
                raise ValueError(f"two tables differ at {sorted(key)}")
            mine.append(place)
        for total, parts in table.relations():
            relations[mine[total], tuple(sorted(mine[part] for part in parts))] = None
    axes = tuple(dict.fromkeys(axis for table in tables for axis in table.axes))
    return CellSystem(np.array(values, np.int64), tuple(relations), keys=tuple(places), axes=axes)
