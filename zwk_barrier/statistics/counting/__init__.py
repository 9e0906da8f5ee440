"""Everything that is counted, one joint base table a unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased, load_only

from zwk_barrier.model import FrozenPeriod, JournalEntry
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import cases, contacts, funding, measures, outcomes
from zwk_barrier.statistics.counting.booking import Booking, Freeze
from zwk_barrier.statistics.counting.unit import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "UNITS",
    "Booking",
    "Freeze",
    "Unit",
    "booking_of",
    "count_base",
    "counted_rows",
    "freezes_of",
    "in_period",
]

UNITS: Final[Mapping[str, Unit]] = {
    unit.name: unit
    for units in (cases.UNITS, contacts.UNITS, measures.UNITS, funding.UNITS, outcomes.UNITS)
    for unit in units
}


def freezes_of(session: Session) -> tuple[Freeze, ...]:
    """What is frozen, and when, the first first."""
    made = aliased(JournalEntry)
    rows = session.execute(
        select(FrozenPeriod, func.max(made.position))
        .options(
            load_only(
                FrozenPeriod.begins_on, FrozenPeriod.ends_on, FrozenPeriod.frozen_at, FrozenPeriod.revision
            )
        )
        .outerjoin(made, made.row_id == FrozenPeriod.id)
        .group_by(FrozenPeriod.id)
    )
    found = (
        Freeze(Period.between(row.begins_on, row.ends_on), row.frozen_at, entry or 0, row.revision > 0)
        for row, entry in rows
    )
    return tuple(sorted(found, key=lambda one: one.at))


def booking_of(
    session: Session, quarters: Sequence[Quarter], freezes: Iterable[Freeze] | None = None
) -> Booking:
    """How what is recorded counts in these quarters, as far as ``freezes`` (those of the office) left them open."""
    return Booking(quarters, freezes_of(session) if freezes is None else freezes)


def count_base(
    session: Session, booking: Booking, progress: Callable[[float], object] = lambda _share: None
) -> dict[str, BaseTable]:
    """The joint base table of every unit, quarter by quarter, from the data as they are now.

    Case-quarters stand in it with those carried over in every quarter; :func:`in_period` leaves out the ones
    that a period must not count twice.  ``progress`` is told the share that is done, and may raise to stop.
    """
    found = {}
    for place, (name, unit) in enumerate(UNITS.items()):
        progress(place / len(UNITS))
        found[name] = unit.count(session, booking)
    return found


def in_period(table: BaseTable, period: Period) -> BaseTable:
    """The part of one table that a period counts."""
    inside = counted_rows(table, period)
    return BaseTable(table.unit, table.dimensions, table.codes, table.rows[inside], table.counts[inside])


def counted_rows(table: BaseTable, period: Period) -> "NDArray[np.bool_]":
    """Which rows a period counts: of what is carried over, only that of its first quarter."""
    inside = table.chosen({"quarter": {quarter.code for quarter in period.quarters}})
    unit = UNITS.get(table.unit)
    if unit is not None and unit.over_quarters == "first_and_new":
        inside &= table.chosen({"quarter": {period.first.code}}) | table.chosen({"arrival": {"new"}})
    return inside
