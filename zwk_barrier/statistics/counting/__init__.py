"""Everything that is counted, one joint base table a unit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import FrozenPeriod
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import cases
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

UNITS: Final[Mapping[str, Unit]] = {unit.name: unit for unit in cases.UNITS}


def freezes_of(session: Session) -> tuple[Freeze, ...]:
    """What is frozen, and when, the first first."""
    rows = session.execute(select(FrozenPeriod.begins_on, FrozenPeriod.ends_on, FrozenPeriod.frozen_at))
    found = (Freeze(Period.between(begins_on, ends_on), at) for begins_on, ends_on, at in rows)
    return tuple(sorted(found, key=lambda one: one.at))


def booking_of(
    session: Session, quarters: Sequence[Quarter], freezes: Iterable[Freeze] | None = None
) -> Booking:
    """How what is recorded counts in these quarters, as far as ``freezes`` (those of the office) left them open."""
    return Booking(quarters, freezes_of(session) if freezes is None else freezes)


def count_base(
    session: Session, period: Period, *, frozen: Iterable[Freeze] | None = None
) -> dict[str, BaseTable]:
    """The joint base table of every unit, quarter by quarter, from the data as they are now.

    Case-quarters stand in it with those carried over in every quarter; :func:`in_period` leaves the
    ones that a period must not count twice.
    """
    booking = booking_of(session, period.quarters, frozen)
    return {name: unit.count(session, booking) for name, unit in UNITS.items()}


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
