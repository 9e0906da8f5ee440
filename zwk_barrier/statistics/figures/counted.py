"""The counts a report reads: those of a closed period as everybody may know them, or exact ones for inside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.figures.figures import LEAST, Codes
from zwk_barrier.statistics.money import MoneySum, MoneyTable
from zwk_barrier.statistics.periods.frozen import FrozenBase, PeriodBase
from zwk_barrier.statistics.totals import Totals

FULL_POSTS: Final = "full_posts"
"""Hundredths of full-time posts, averaged over the months."""

_MONTHS: Final = 3
_P_PERCENT: Final = 10
"""Nobody who knows the second largest contribution may come closer than this to the largest."""

Dotted = Callable[[str, Codes], int | None]


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """Counts out of base tables, with what concerns no persons and sums of money beside them."""

    region: str
    tables: Mapping[str, BaseTable]
    money: Mapping[str, MoneyTable]
    totals: Totals
    is_exact: bool
    least: int
    begins_a_year: bool
    months: int
    dotted: "Dotted | None" = None
    """Which counts may be told of a period frozen with dots; its tables are exact and are not read."""

    def is_about_people(self, unit: str) -> bool:
        """Everything but events and hours is."""
        return unit not in dict(self.totals.tables)

    def cells(self, unit: str, by: Sequence[str], where: Codes) -> Mapping[tuple[str, ...], int | None]:
        """The counts by the finest codes of some dimensions; what is not in it is zero."""
        if not self.is_about_people(unit):
            return dict(self.totals.by(unit, "count", by, where))
        if self.dotted is not None:
            return self._told(self.dotted, unit, by, where)
        table = self.tables.get(unit)
        return {} if table is None else dict(table.cells(by, where))

    def total(self, unit: str, where: Codes) -> int | None:
        """The count of everything with these codes."""
        if not self.is_about_people(unit):
            return self.totals.total(unit, "count", where)
        if self.dotted is not None:
            return self.dotted(unit, where)
        table = self.tables.get(unit)
        return 0 if table is None else table.total(where)

    def money_table(self, unit: str, measure: str) -> MoneyTable | None:
        """The amounts behind a sum of euro cents, for those who protect it."""
        return self.money.get(f"{unit}.{measure}")

    def _told(
        self, dotted: "Dotted", unit: str, by: Sequence[str], where: Codes
    ) -> dict[tuple[str, ...], int | None]:
        axes = [self._codes(unit, name, where) for name in by]
        return {
            codes: dotted(unit, {**where, **{name: (code,) for name, code in zip(by, codes, strict=True)}})
            for codes in product(*axes)
        }

    def _codes(self, unit: str, name: str, where: Codes) -> tuple[str, ...]:
        """The codes of a dimension that a table may have lines for."""
        of, table = dimension(name, self.region), self.tables.get(unit)
        found = table.codes[table.dimensions.index(name)] if of.is_open and table is not None else of.codes
        return tuple(code for code in found if code in where.get(name, found))

    def amount(self, unit: str, measure: str, where: Codes) -> int | None:
        """A sum; None for money of too few cases, or of which one has so large a part that it could be read off."""
        money = self.money.get(f"{unit}.{measure}")
        if money is not None:
            found = money.total(where)
            return found.total if self.is_exact or is_safe(found) else None
        if self.is_about_people(unit):
            return 0 if self.is_exact else None
        if measure == FULL_POSTS:
            return round(Fraction(self.totals.total(unit, "share", where), self.months))
        return self.totals.total(unit, measure, where)


def is_safe(found: MoneySum) -> bool:
    """Whether a sum of money may be told: five cases at least, and p% rule with ten per cent."""
    rest = found.total - found.largest - found.second
    return found.contributors >= LEAST and 100 * rest >= _P_PERCENT * found.largest


def counts_of(base: FrozenBase | PeriodBase, region: str, *, is_exact: bool) -> PeriodCounts:
    """What a report may read of a base: the protected counts, or the exact ones for inside."""
    dotted: Dotted | None = None
    if isinstance(base, FrozenBase) and base.method == "dots" and not is_exact:
        dotted = base.dotted
    told = base.exact if isinstance(base, FrozenBase) and is_exact else base
    return PeriodCounts(
        region,
        told.tables,
        told.money,
        told.totals,
        is_exact,
        base.threshold if isinstance(base, FrozenBase) and not (is_exact or dotted) else 0,
        begins_a_year=base.period.first.number == 1,
        months=_MONTHS * len(base.period.quarters),
        dotted=dotted,
    )
