"""Rows and columns of a question: the groups they show, and the counts that fall into each pair."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.dimensions.dimension import Dimension
from zwk_barrier.statistics.figures.counted import PeriodCounts

TOTAL = ""
"""The code of all rows, and of all columns, together."""


@dataclass(frozen=True)
class Cut:
    """The groups of one axis: ``group_of`` names for each finest code its group; others are not shown."""

    dimension: str
    labels: tuple[tuple[str, str], ...]
    group_of: Mapping[str, str]

    @classmethod
    def nothing(cls) -> Self:
        """An axis that is not asked for: only the total."""
        return cls("", (), {})

    @classmethod
    def at(cls, of: Dimension, level: str, wanted: Collection[str] | None) -> Self:
        """A dimension at a level, or as fine as it is; ``wanted`` are the finest codes a filter leaves."""
        parents = of.level(level).parents if level else {code: code for code in of.codes}
        order = of.level(level).codes if level else of.codes
        kept = {fine: group for fine, group in parents.items() if wanted is None or fine in wanted}
        groups = set(kept.values())
        return cls(of.name, tuple((code, of.label(code)) for code in order if code in groups), kept)

    @classmethod
    def quarters(cls, of: Dimension, period: Period, wanted: Collection[str] | None) -> Self:
        """The quarters of a period."""
        codes = [one.code for one in period.quarters if wanted is None or one.code in wanted]
        return cls(of.name, tuple((code, of.label(code)) for code in codes), {code: code for code in codes})

    def finest(self, group: str) -> tuple[str, ...]:
        """The finest codes of a group."""
        return tuple(fine for fine, found in self.group_of.items() if found == group)


def cells_of(
    counts: PeriodCounts, unit: str, rows: Cut, columns: Cut, where: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, str], int | None]:
    """The count of every pair of groups and of their totals; None where one of the counts must not be told."""
    by = [cut.dimension for cut in (rows, columns) if cut.dimension]
    found: dict[tuple[str, str], int | None] = defaultdict(int)
    for row in (*(code for code, _label in rows.labels), TOTAL):
        for column in (*(code for code, _label in columns.labels), TOTAL):
            found[row, column] = 0
    for key, count in counts.cells(unit, by, where).items():
        codes = dict(zip(by, key, strict=True))
        for row in _groups(rows, codes):
            for column in _groups(columns, codes):
                _add(found, (row, column), count)
    return dict(found)


def _groups(cut: Cut, codes: Mapping[str, str]) -> tuple[str, ...]:
    """The groups a cell belongs to on one axis: its own and the total."""
    if not cut.dimension:
        return (TOTAL,)
    group = cut.group_of.get(codes[cut.dimension])
    return () if group is None else (group, TOTAL)


def _add(found: dict[tuple[str, str], int | None], key: tuple[str, str], count: int | None) -> None:
    before = found[key]
    found[key] = None if before is None or count is None else before + count
