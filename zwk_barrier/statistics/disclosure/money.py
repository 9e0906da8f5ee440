"""Sums of money: shown only where enough records stand behind them and nobody's share can be told.

A sum is hidden where fewer than five records have an amount, or where the second largest could estimate the
largest to within p percent (p%-rule); and others beside it until every hidden sum may lie anywhere in an interval
at least p percent wide.  A mean is shown only beside a shown sum of ten records or more, and is made with the
rounded count, because sum by mean would tell the exact one.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import CellKey, CellSystem, HierarchicalTable, system_of
from zwk_barrier.statistics.disclosure.hiding import Floats, Hiding, Missing, Progress

LEAST_RECORDS: Final = 5
LEAST_FOR_A_MEAN: Final = 10
P_PERCENT: Final = 10
_CENTS: Final = 100.0
_NEARLY: Final = 1 - 1e-6  # the solver reaches what is asked for only so nearly

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class SumTable:
    """Amounts: ``table`` counts cents, one row an amount; ``who`` says whose record (case) each row belongs to."""

    table: HierarchicalTable
    who: Integers


@dataclass(frozen=True, slots=True)
class ProtectedSums:
    """Which sums of the system are shown, in cents, and of how many records each is.

    ``primary`` are hidden for themselves, ``secondary`` beside them; ``unprotected`` could not be hidden, for
    earlier releases show too much: such sums must not leave the house.
    """

    system: CellSystem
    records: Integers
    shown: NDArray[np.bool_]
    primary: NDArray[np.bool_]
    secondary: NDArray[np.bool_]
    low: Floats
    high: Floats
    unprotected: tuple[int, ...] = ()

    @property
    def is_safe(self) -> bool:
        """Whether every hidden sum has the interval promised."""
        return not self.unprotected

    def means(self, rounded_counts: Integers) -> list[int | None]:
        """For each cell the mean in whole cents by its rounded count; None where it must not be shown."""
        return [
            round(cents / count) if is_shown and min(count, records) >= LEAST_FOR_A_MEAN else None
            for cents, count, records, is_shown in zip(
                self.system.values.tolist(),
                rounded_counts.tolist(),
                self.records.tolist(),
                self.shown.tolist(),
                strict=True,
            )
        ]


@dataclass(frozen=True, slots=True)
class _Shares:
    """Per cell: how many records have an amount in it, the two largest, and who is alone in it (else -1)."""

    records: Integers
    largest: Integers
    second: Integers
    alone: Integers


def protect_sums(
    tables: Sequence[SumTable],
    *,
    least_records: int = LEAST_RECORDS,
    p_percent: float = P_PERCENT,
    most_each: int | None = None,
    earlier: tuple[Collection[CellKey], Collection[CellKey]] = ((), ()),
    progress: Progress | None = None,
) -> ProtectedSums:
    """Hides sums over all tables together.

    ``most_each`` is an amount in cents that everybody knows no record goes beyond (a cap in law): then a hidden
    sum may lie less high.  ``earlier`` are the keys of sums shown, and of sums hidden, by earlier releases.
    """
    system = system_of(*(one.table for one in tables)).after(*earlier)
    shares = _shares(system, tables)
    rest = system.values - shares.largest - shares.second
    is_few = (shares.records > 0) & (shares.records < least_records)
    primary = is_few | ((shares.records > 0) & (100 * rest < p_percent * shares.largest))
    # In euros: what the solver allows itself to be wrong by is then far below a cent.
    values = system.values / _CENTS
    told = np.maximum(p_percent / 100 * shares.largest - rest, 0) / _CENTS
    missing = _missing(values, np.where(primary, told, 0.0), p_percent)
    hiding = Hiding(system, values, _bounds(values, shares, most_each), primary, missing, is_whole=False)
    order = np.argsort(values, kind="stable")
    _hide_all(hiding, order, _groups(shares), progress or (lambda _done, _all: None))
    return _protected(hiding, shares)


def _protected(hiding: Hiding, shares: _Shares) -> ProtectedSums:
    return ProtectedSums(
        hiding.system,
        shares.records,
        ~hiding.hidden,
        hiding.primary,
        hiding.hidden & ~hiding.primary,
        hiding.witnesses.low * _CENTS,
        hiding.witnesses.high * _CENTS,
        tuple(sorted(hiding.unprotected)),
    )


def _missing(values: Floats, least_up: Floats, p_percent: float) -> Missing:
    """How far sums have still to rise: by ``least_up``, and until their interval is wide enough; euros."""
    width = np.maximum(p_percent / (100 - p_percent) * values, 1 / _CENTS)

    def missing(cells: NDArray[np.intp], low: Floats, high: Floats) -> Floats:
        need = np.maximum(least_up[cells], width[cells] - (values[cells] - low))
        return np.where(high - values[cells] >= need * _NEARLY, 0.0, need)

    return missing


def _bounds(values: Floats, shares: _Shares, most_each: int | None) -> tuple[Floats, Floats]:
    """By how much each sum may be lower and higher, as anybody knows; euros.  Nothing moves without records."""
    up = np.full(values.size, np.inf)
    if most_each is not None:
        up = np.maximum(shares.records * (most_each / _CENTS) - values, 0)
    return np.where(shares.records > 0, values, 0), np.where(shares.records > 0, up, 0)


def _hide_all(
    hiding: Hiding, order: NDArray[np.intp], alone: list[frozenset[int]], progress: Callable[[int, int], None]
) -> None:
    hiding.protect_primary(order[hiding.primary[order]], alone, progress)
    hiding.protect_hidden(np.ones(order.size, np.bool_), progress)


def _groups(shares: _Shares) -> list[frozenset[int]]:
    """For everybody who is alone in a cell: the cells that hold nobody else."""
    found: dict[int, set[int]] = {}
    for cell in np.flatnonzero(shares.alone >= 0).tolist():
        found.setdefault(int(shares.alone[cell]), set()).add(cell)
    return [frozenset(cells) for _who, cells in sorted(found.items())]


def _shares(system: CellSystem, tables: Sequence[SumTable]) -> _Shares:
    size = system.values.size
    shares = _Shares(*(np.full(size, start, np.int64) for start in (0, 0, 0, -1)))
    for one in tables:
        places = np.array([system.places[key] for key in one.table.keys()])  # noqa: SIM118 - a method, no mapping
        cells, rows = _expanded(one.table)
        cells = places[cells]
        pairs, number = np.unique(np.stack([cells, one.who[rows]], 1), axis=0, return_inverse=True)
        amounts = np.zeros(len(pairs), np.int64)
        np.add.at(amounts, number.ravel(), one.table.counts[rows])
        pairs, amounts = pairs[amounts > 0], amounts[amounts > 0]
        order = np.lexsort((-amounts, pairs[:, 0]))
        cell, first, records = np.unique(pairs[order, 0], return_index=True, return_counts=True)
        shares.records[cell] = records
        shares.largest[cell] = amounts[order][first]
        several = records > 1
        shares.second[cell[several]] = amounts[order][first[several] + 1]
        shares.alone[cell[~several]] = pairs[order][first[~several], 1]
    return shares


def _expanded(table: HierarchicalTable) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Each row in each cell it counts into: the places of the cells in the table, and of the rows."""
    cells, rows = np.zeros(len(table.counts), np.intp), np.arange(len(table.counts))
    for number, axis in enumerate(table.axes):
        above = [np.array(axis.above(place)) for place in range(len(axis.codes))]
        mine = table.rows[rows, number]
        times = np.array([len(way) for way in above])[mine]
        cells, rows = np.repeat(cells * len(axis.codes), times), np.repeat(rows, times)
        cells = cells + (np.concatenate([above[place] for place in mine]) if len(mine) else 0)
    return cells, rows
