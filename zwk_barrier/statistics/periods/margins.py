"""The sums that rounding keeps close: all of one dimension, the usual ones of two, and those of the reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting.unit import Unit, packed
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.periods.published import Crossing

if TYPE_CHECKING:
    from numpy.typing import NDArray


_AREA: Final = "area:district"


def crossings_of(unit: Unit, region: str, wanted: Iterable[Crossing] = ()) -> tuple[Crossing, ...]:
    """Every crossing of a unit whose sums are kept close; ``wanted`` are those of the reports besides."""
    found: list[Crossing] = [()]
    for name in unit.dimensions:
        if name != "quarter":
            found.append((name,))
            found += [(f"{name}:{level.name}",) for level in dimension(name, region).levels]
    for pair in unit.pairs:
        coarse = tuple(_AREA if name == "area" else name for name in pair)
        found += [coarse] if coarse == pair else [coarse, pair]
    known = {frozenset(each) for each in found}
    return (*found, *(each for each in wanted if frozenset(each) not in known))


def margins_of(
    table: BaseTable, unit: Unit, region: str, counted: "NDArray[np.bool_]", wanted: Iterable[Crossing] = ()
) -> "list[NDArray[np.int32]]":
    """For each crossing the cell every row is summed into; -1 for rows ``counted`` leaves out of the period.

    First those of the whole period, then those of each quarter, where there are several; of case-quarters also
    those of the new ones, and of persons, alone.
    """
    columns = _Columns(table, region)
    found = []
    for crossing in crossings_of(unit, region, wanted):
        cells = columns.cells(crossing)
        found.append(np.where(counted, cells, -1).astype(np.int32))
        if len(crossing) < 2:  # noqa: PLR2004 - one dimension: by quarter and by what persons are counted with
            found += [columns.cells((*crossing, name)) for name in _besides(table)]
    return found


def sums_of(
    table: BaseTable, unit: Unit, region: str, counted: "NDArray[np.bool_]", wanted: Iterable[Crossing]
) -> "Iterator[NDArray[np.int32]]":
    """The same for the whole period alone."""
    columns = _Columns(table, region)
    for crossing in crossings_of(unit, region, wanted):
        yield np.where(counted, columns.cells(crossing), -1).astype(np.int32)


def _besides(table: BaseTable) -> Iterator[str]:
    for name in ("quarter", "arrival", "first_of_person"):
        if name in table.dimensions and (name != "quarter" or len(table.codes[0]) > 1):
            yield name


class _Columns:
    """The columns of a table, also at coarser levels, each worked out once."""

    def __init__(self, table: BaseTable, region: str) -> None:
        self._table = table
        self._region = region
        self._known: dict[str, tuple[NDArray[np.int32], int]] = {}

    def cells(self, crossing: Crossing) -> "NDArray[np.int32]":
        """The place of each row among the cells of a crossing."""
        rows = len(self._table.counts)
        if not crossing:
            return np.zeros(rows, np.int32)
        parts = [self._column(name) for name in crossing]
        if len(parts) == 1:
            return parts[0][0]
        keys = packed(np.column_stack([part for part, _size in parts]), [size for _part, size in parts])
        return _ranked(keys)

    def _column(self, name: str) -> "tuple[NDArray[np.int32], int]":
        if name not in self._known:
            self._known[name] = self._worked_out(name)
        return self._known[name]

    def _worked_out(self, name: str) -> "tuple[NDArray[np.int32], int]":
        base, _colon, level = name.partition(":")
        codes = self._table.codes[self._table.dimensions.index(base)]
        column = self._table.column(base)
        if not level:
            return column, len(codes)
        parents: Mapping[str, str] = dimension(base, self._region).level(level).parents
        coarse = [parents.get(code, code) for code in codes]
        places = {code: place for place, code in enumerate(dict.fromkeys(coarse))}
        if not places:
            return column, 0
        return np.array([places[code] for code in coarse], np.int32)[column], len(places)


def _ranked(keys: "Sequence[NDArray[np.int64]]") -> "NDArray[np.int32]":
    """The rank of each row among all that are different."""
    if len(keys) == 1:
        return np.unique(keys[0], return_inverse=True)[1].astype(np.int32).ravel()
    return np.unique(np.column_stack(keys), axis=0, return_inverse=True)[1].astype(np.int32).ravel()
