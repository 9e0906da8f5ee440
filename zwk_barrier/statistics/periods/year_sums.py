"""Keeps the sums of a calendar year close whose quarters are closed one by one: what rounding did before counts on.

Rounded each for itself, the errors of four quarters add up.  So the sums of the year so far, with the deviation they
have from the quarters that are closed, are kept close along with those of the quarter itself.  Nothing more is told
by that than by a year closed at once, which keeps the same sums close.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy.orm import Session

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import counted_rows
from zwk_barrier.statistics.counting.derived import stacked
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.statistics.disclosure.rounding import deviations
from zwk_barrier.statistics.periods.content import Content
from zwk_barrier.statistics.periods.frozen import content_of, period_of, standing
from zwk_barrier.statistics.periods.margins import sums_of
from zwk_barrier.statistics.periods.published import Crossing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Margin = tuple[NDArray[np.int32], NDArray[np.int64]]


def closed_beside(session: Session, period: Period) -> tuple[Content, ...]:
    """What of the calendar year of a period was closed with rounding before; nothing for a period of several years."""
    year = Period.year(period.first.year)
    if period.last > year.last or period == year:
        return ()
    return tuple(
        content_of(row)
        for row in standing(session)
        if row.method == "rounding" and _is_beside(period_of(row), period, year)
    )


def year_margins(
    table: BaseTable,
    beside: Sequence[Content],
    unit: Unit,
    period: Period,
    region: str,
    wanted: Iterable[Crossing],
) -> "Iterator[Margin]":
    """The sums of the calendar year each row of a quarter's table is in, and by how much they deviate already."""
    parts = [(one.exact[unit.name], one.protected[unit.name]) for one in beside if unit.name in one.exact]
    parts = [part for part in parts if part[0].dimensions == table.dimensions and len(part[0].counts)]
    if not parts:
        return
    own = len(table.counts)
    whole = stacked(unit.name, table.dimensions, [table, *(exact for exact, _rounded in parts)])
    rounded = np.concatenate([table.counts, *(rounded.counts for _exact, rounded in parts)])
    counted = counted_rows(whole, Period.year(period.first.year))
    for cells in sums_of(whole, unit, region, counted, wanted):
        drift = np.zeros(int(cells.max(initial=-1)) + 1, np.int64)
        before = deviations(whole.counts[own:], rounded[own:], cells[own:])
        drift[: len(before)] = before
        yield cells[:own], drift


def _is_beside(closed: Period, period: Period, year: Period) -> bool:
    is_apart = closed.last < period.first or closed.first > period.last
    return is_apart and closed.first <= year.last and closed.last >= year.first
