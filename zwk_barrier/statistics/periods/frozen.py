"""The counts of a period as everybody may know them: out of what was frozen, or live for those who may open cases."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import FrozenPeriod
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS, booking_of, count_base, in_period
from zwk_barrier.statistics.counting.amounts import count_money, count_totals
from zwk_barrier.statistics.counting.derived import needed_for, stacked, with_derived
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.money import MoneyTable
from zwk_barrier.statistics.periods.content import Content, unpacked_content
from zwk_barrier.statistics.periods.dots import told_count
from zwk_barrier.statistics.totals import Totals

Method = Literal["rounding", "dots"]


@dataclass(frozen=True)
class PeriodBase:
    """The exact counts of a period: every sum over a table is a figure of it."""

    period: Period
    tables: Mapping[str, BaseTable]
    money: Mapping[str, MoneyTable] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True)
class FrozenBase:
    """The counts of a closed period: ``tables`` protected, ``exact`` for the internal view alone.

    With the method ``dots`` the tables are exact and must not be told: only ``shown`` may.  ``digests`` are those
    of the frozen periods it is made of, ``ids`` their ids.
    """

    period: Period
    method: Method
    threshold: int
    frozen_at: datetime
    tables: Mapping[str, BaseTable]
    exact: PeriodBase
    shown: Mapping[str, Any]
    areas_edition: str
    definitions_edition: str
    ids: tuple[UUID, ...]
    digests: tuple[str, ...]
    revisions: Mapping[str, int]
    region: str

    def dotted(self, unit: str, where: Mapping[str, tuple[str, ...]]) -> int | None:
        """With the method ``dots``: a count that is shown, None for a dot and for what no table has.

        A code that nobody has counts 0: a dot says that there is somebody, and sums would show that it lies.
        """
        return 0 if self._has_nobody(unit, where) else told_count(self.shown, self.region, unit, where)

    def _has_nobody(self, unit: str, where: Mapping[str, tuple[str, ...]]) -> bool:
        table = self.tables[unit]
        return any(
            not set(dimension(name, self.region).expanded(codes)) & set(table.codes[place])
            for place, name in enumerate(table.dimensions)
            if (codes := where.get(name))
        )

    @property
    def money(self) -> Mapping[str, MoneyTable]:
        """Exact sums of money, frozen too; whoever tells them checks number and size of contributions."""
        return self.exact.money

    @property
    def totals(self) -> Totals:
        """What concerns no persons."""
        return self.exact.totals


def live_base(session: Session, period: Period) -> PeriodBase:
    """The exact counts as the data are now; only for the internal view."""
    booking = booking_of(session, period.quarters)
    counted = count_base(session, booking)
    return PeriodBase(
        period,
        with_derived({name: in_period(table, period) for name, table in counted.items()}),
        count_money(session, booking),
        count_totals(session, booking),
    )


def live_unit(session: Session, period: Period, unit: str, crossed: Collection[str]) -> PeriodBase:
    """The same for one unit by some dimensions only, without money: for a question, whose answer is waited for."""
    booking = booking_of(session, period.quarters)
    wanted = {"quarter", "arrival", *crossed}
    tables = {
        name: in_period(
            each.count(session, booking, [one for one in each.dimensions if one in wanted]), period
        )
        for name in needed_for(unit)
        if (each := UNITS.get(name)) is not None
    }
    return PeriodBase(period, with_derived(tables), {}, count_totals(session, booking))


def frozen_base(session: Session, period: Period) -> FrozenBase | None:
    """The frozen counts of a period; None unless each of its quarters is frozen.

    A period frozen with rounding may be part of what was frozen together, or put together from several; one
    frozen with dots is only there as it was frozen.
    """
    found = standing(session)
    parts = [row for row in found if _overlaps(row, period)]
    covered = {quarter for row in parts for quarter in period_of(row).quarters}
    if not set(period.quarters) <= covered:
        return None
    if any(row.method == "dots" for row in parts) and [period_of(row) for row in parts] != [period]:
        return None
    return _put_together(parts, period, region_of(session))


def standing(session: Session) -> tuple[FrozenPeriod, ...]:
    """What is frozen and has not been followed by a revision, the first quarters first."""
    rows = session.scalars(select(FrozenPeriod).order_by(FrozenPeriod.begins_on)).all()
    replaced = {row.replaces_id for row in rows}
    return tuple(row for row in rows if row.id not in replaced)


def period_of(row: FrozenPeriod) -> Period:
    """The quarters of a frozen period."""
    return Period.between(row.begins_on, row.ends_on)


def content_of(row: FrozenPeriod) -> Content:
    """The counts that were frozen; raises ValueError when they are not those any more."""
    return unpacked_content(row.content, row.digest)


def _overlaps(row: FrozenPeriod, period: Period) -> bool:
    return row.begins_on <= period.last_day and row.ends_on >= period.first_day


def _put_together(rows: Iterable[FrozenPeriod], period: Period, region: str) -> FrozenBase:
    parts = list(rows)
    contents = [content_of(row) for row in parts]
    quarters = {quarter.code for quarter in period.quarters}
    last = max(parts, key=lambda row: row.frozen_at)
    exact = PeriodBase(
        period,
        _stacked([content.exact for content in contents], period),
        _money(contents, quarters),
        reduce(Totals.joined, (content.totals for content in contents)).in_quarters(quarters),
    )
    return FrozenBase(
        period,
        "dots" if last.method == "dots" else "rounding",
        last.threshold,
        last.frozen_at,
        _stacked([content.protected for content in contents], period),
        exact,
        contents[0].shown,
        last.areas_edition,
        last.definitions_edition,
        tuple(row.id for row in parts),
        tuple(row.digest for row in parts),
        {
            quarter.code: row.revision
            for row in parts
            for quarter in period_of(row).quarters
            if quarter.code in quarters
        },
        region,
    )


def _money(contents: Iterable[Content], quarters: set[str]) -> dict[str, MoneyTable]:
    found: dict[str, MoneyTable] = {}
    for content in contents:
        for name, table in content.money.items():
            inside = table.in_quarters(quarters)
            found[name] = found[name].joined(inside) if name in found else inside
    return found


def _stacked(parts: Iterable[Mapping[str, BaseTable]], period: Period) -> dict[str, BaseTable]:
    """Every unit over all parts, by the dimensions all of them have."""
    found: dict[str, list[BaseTable]] = {}
    for part in parts:
        for name, table in part.items():
            found.setdefault(name, []).append(table)
    return with_derived({name: in_period(_one(tables), period) for name, tables in found.items()})


def _one(tables: list[BaseTable]) -> BaseTable:
    if len(tables) == 1:
        return tables[0]
    names = tuple(name for name in tables[0].dimensions if all(name in one.dimensions for one in tables))
    return stacked(tables[0].unit, names, tables)
