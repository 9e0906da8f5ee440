"""Plain sums of what concerns no persons: events, hours, cost of staff. They are told exactly."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TotalsTable:
    """One kind of work by dimensions; each row has a number for every one of ``sums``."""

    dimensions: tuple[str, ...]
    sums: tuple[str, ...]
    rows: tuple[tuple[Row, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """``activities`` and ``hours`` by quarter."""

    tables: tuple[tuple[str, TotalsTable], ...] = ()

    def by(
        self,
        unit: str,
        measure: str,
        dimensions: Sequence[str] = (),
        where: Mapping[str, Collection[str]] | None = None,
    ) -> dict[Row, int]:
        """The sums of a measure (``count`` among them) by some dimensions; empty for an unknown unit."""
        table = dict(self.tables).get(unit)
        if table is None:
            return {}
        axes = [table.dimensions.index(name) for name in dimensions]
        wanted = [(table.dimensions.index(name), codes) for name, codes in (where or {}).items()]
        place = table.sums.index(measure)
        found: dict[Row, int] = {}
        for codes, numbers in table.rows:
            if all(codes[axis] in allowed for axis, allowed in wanted):
                key = tuple(codes[axis] for axis in axes)
                found[key] = found.get(key, 0) + numbers[place]
        return found

    def total(
        self, unit: str, measure: str = "count", where: Mapping[str, Collection[str]] | None = None
    ) -> int:
        """The sum of a measure."""
        return self.by(unit, measure, (), where).get((), 0)

    def in_quarters(self, quarters: Collection[str]) -> "Totals":
        """Only what counts in some quarters."""
        return Totals(tuple((name, _inside(table, quarters)) for name, table in self.tables))

    def joined(self, other: "Totals") -> "Totals":
        """Both together."""
        theirs = dict(other.tables)
        mine = dict(self.tables)
        names = dict.fromkeys((*mine, *theirs))
        return Totals(tuple((name, _joined(mine.get(name), theirs.get(name))) for name in names))

    def as_words(self) -> dict[str, Any]:
        """As they are frozen."""
        return {
            name: {
                "dimensions": list(table.dimensions),
                "sums": list(table.sums),
                "rows": [[list(codes), list(numbers)] for codes, numbers in table.rows],
            }
            for name, table in self.tables
        }

    @classmethod
    def from_words(cls, words: Mapping[str, Any]) -> "Totals":
        """As they were frozen."""
        return cls(
            tuple(
                (
                    name,
                    TotalsTable(
                        tuple(table["dimensions"]),
                        tuple(table["sums"]),
                        tuple((tuple(codes), tuple(numbers)) for codes, numbers in table["rows"]),
                    ),
                )
                for name, table in words.items()
            )
        )


def _inside(table: TotalsTable, quarters: Collection[str]) -> TotalsTable:
    axis = table.dimensions.index("quarter")
    kept = tuple(row for row in table.rows if row[0][axis] in quarters)
    return TotalsTable(table.dimensions, table.sums, kept)


def _joined(mine: TotalsTable | None, theirs: TotalsTable | None) -> TotalsTable:
    if mine is None or theirs is None:
        found = mine or theirs
        assert found is not None  # noqa: S101 - the name comes from one of both
        return found
    return TotalsTable(mine.dimensions, mine.sums, mine.rows + theirs.rows)
