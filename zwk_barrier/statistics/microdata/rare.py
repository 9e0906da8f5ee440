"""Values that too few people have: put together in the columns that are told, and amounts of money made coarser."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.statistics.dimensions.kinds import said
from zwk_barrier.statistics.microdata.cases import CaseRows
from zwk_barrier.statistics.microdata.columns import OTHER, Told
from zwk_barrier.wording import N_

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = (100, 250, 500, 1000, 2000, 5000)
"""To how many euros amounts are rounded: the first of these with which each amount is that of enough people."""


def together(rows: CaseRows, least: int) -> CaseRows:
    """The same rows with every told value that fewer than ``least`` have as „other“, and it is at least as many."""
    said_columns, told = rows.said.copy(), list(rows.told)
    for place, column in enumerate(rows.told):
        counts = np.bincount(rows.said[:, place], minlength=len(column.of.codes))
        merged = _merged(counts, least)
        if merged.any():
            said_columns[merged[rows.said[:, place]], place] = len(column.of.codes)
            told[place] = _with_other(column)
    return replace(rows, said=said_columns, told=tuple(told))


def _merged(counts: "NDArray[np.int64]", least: int) -> "NDArray[np.bool_]":
    """Which values go together: the rare ones, and as many of the next as make them enough."""
    merged = (counts > 0) & (counts < least)
    for place in np.argsort(counts, kind="stable"):
        if not merged.any() or counts[merged].sum() >= least:
            break
        merged[place] |= counts[place] > 0
    return merged


def _with_other(column: Told) -> Told:
    entries = (*column.of.entries, said(OTHER, N_("anderes, zu selten")))
    return replace(column, of=replace(column.of, entries=entries))


def coarse_amounts(cents: "NDArray[np.int64]", least: int) -> tuple["NDArray[np.int64]", int, int]:
    """Euros (-1 for none) so that ``least`` share each amount, the step they are rounded to, and the highest told.

    What lies higher is told as the highest; the step is 0 where too few have an amount, and then none is told.
    """
    given = cents >= 0
    nothing = np.full(len(cents), -1, np.int64)
    for step in _STEPS:
        euros = np.where(given, (cents + 50 * step) // (100 * step) * step, -1)
        values, counts = np.unique(euros[given], return_counts=True)
        if not len(values):
            break
        above = counts[::-1].cumsum()[::-1]
        tops = values[above >= least]
        if not len(tops):
            break
        capped = np.where(given, np.minimum(euros, tops[-1]), -1)
        if np.unique(capped[given], return_counts=True)[1].min() >= least:
            return capped, step, int(tops[-1])
    return nothing, 0, 0
