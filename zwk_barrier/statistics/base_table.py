"""The joint base table of one unit: counts crossed by every dimension that is ever published of it.

Whatever is shown of a period, in whatever table, chart or share, is a sum of these cells, so that two tables
can never tell two stories.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Row = tuple[str, ...]


@dataclass(frozen=True)
class BaseTable:
    """Counts of one ``unit`` in the cells that are not empty.

    ``codes`` holds for each dimension its codes in their order, ``rows`` (n × dimensions) places in them, and
    ``counts`` (n) how many there are.
    """

    unit: str
    dimensions: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    rows: "NDArray[np.int32]"
    counts: "NDArray[np.int64]"

    @classmethod
    def of(cls, unit: str, dimensions: Sequence[str], counted: Iterable[tuple[Row, int]]) -> "BaseTable":
        """The table of rows of codes with their counts; the same row may come several times."""
        found: dict[Row, int] = defaultdict(int)
        for row, count in counted:
            found[row] += count
        columns = list(zip(*found, strict=True)) if found else [() for _name in dimensions]
        codes = tuple(tuple(sorted(set(column))) for column in columns)
        rows = np.empty((len(found), len(dimensions)), dtype=np.int32)
        for axis, column in enumerate(columns):
            places = {code: place for place, code in enumerate(codes[axis])}
            rows[:, axis] = np.fromiter(map(places.__getitem__, column), np.int32, len(found))
        return cls(unit, tuple(dimensions), codes, rows, np.array(list(found.values()), dtype=np.int64))

    def with_counts(self, counts: "NDArray[np.int64]") -> "BaseTable":
        """The same cells with other counts, e.g. rounded ones."""
        return replace(self, counts=counts)

    def column(self, dimension: str) -> "NDArray[np.int32]":
        """The places in its codes of one dimension; raises ValueError for one the unit does not have."""
        return self.rows[:, self.dimensions.index(dimension)]

    def chosen(self, where: Mapping[str, Collection[str]]) -> "NDArray[np.bool_]":
        """Which rows have one of the codes wanted, in each of the dimensions named."""
        kept = np.ones(len(self.counts), dtype=np.bool_)
        for dimension, wanted in where.items():
            codes = self.codes[self.dimensions.index(dimension)]
            is_wanted = np.array([code in wanted for code in codes], dtype=np.bool_)
            kept &= is_wanted[self.column(dimension)] if len(codes) else False
        return kept

    def total(self, where: Mapping[str, Collection[str]] | None = None) -> int:
        """How many there are."""
        return int(self.counts[self.chosen(where or {})].sum())

    def cells(self, by: Sequence[str], where: Mapping[str, Collection[str]] | None = None) -> dict[Row, int]:
        """How many there are by the codes of some dimensions; a combination that no row has is not in it."""
        kept = self.chosen(where or {})
        if not kept.any():
            return {}
        axes = [self.dimensions.index(dimension) for dimension in by]
        keys, place = np.unique(self.rows[kept][:, axes], axis=0, return_inverse=True)
        sums = np.bincount(place.ravel(), weights=self.counts[kept], minlength=len(keys))
        return {
            tuple(self.codes[axis][key] for axis, key in zip(axes, row, strict=True)): round(count)
            for row, count in zip(keys.tolist(), sums.tolist(), strict=True)
        }
