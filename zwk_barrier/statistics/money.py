"""Sums of money with who they come from, so that nobody's own amount can be read off a sum."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneySum:
    """A sum in euro cents, of how many cases, and the two largest that one case contributes."""

    total: int = 0
    contributors: int = 0
    largest: int = 0
    second: int = 0


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What one case contributes to one cell: codes, a number that stands for the case here alone, and cents."""

    codes: Row
    contributor: int
    amount: int


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Amounts of one measure, such as ``notices.granted``, by dimensions and case."""

    name: str
    dimensions: tuple[str, ...]
    rows: tuple[MoneyRow, ...]

    def sums(
        self, by: Sequence[str] = (), where: Mapping[str, Collection[str]] | None = None
    ) -> dict[Row, MoneySum]:
        """The exact sums by the codes of some dimensions; cells without an amount are not in it."""
        axes = [self.dimensions.index(name) for name in by]
        wanted = [(self.dimensions.index(name), codes) for name, codes in (where or {}).items()]
        of_case: dict[Row, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for row in self.rows:
            if all(row.codes[axis] in codes for axis, codes in wanted):
                of_case[tuple(row.codes[axis] for axis in axes)][row.contributor] += row.amount
        return {key: _sum(sorted(amounts.values(), reverse=True)) for key, amounts in of_case.items()}

    def total(self, where: Mapping[str, Collection[str]] | None = None) -> MoneySum:
        """The exact sum of all."""
        return self.sums((), where).get((), MoneySum())

    def in_quarters(self, quarters: Collection[str]) -> "MoneyTable":
        """Only what counts in some quarters."""
        axis = self.dimensions.index("quarter")
        kept = tuple(row for row in self.rows if row.codes[axis] in quarters)
        return MoneyTable(self.name, self.dimensions, kept)

    def joined(self, other: "MoneyTable") -> "MoneyTable":
        """Both together, each with contributors of its own."""
        first = 1 + max((row.contributor for row in self.rows), default=-1)
        moved = tuple(MoneyRow(row.codes, row.contributor + first, row.amount) for row in other.rows)
        return MoneyTable(self.name, self.dimensions, self.rows + moved)

    def as_words(self) -> dict[str, Any]:
        """As it is frozen."""
        rows = [[*row.codes, row.contributor, row.amount] for row in self.rows]
        return {"dimensions": list(self.dimensions), "rows": rows}

    @classmethod
    def from_words(cls, name: str, words: Mapping[str, Any]) -> "MoneyTable":
        """As it was frozen."""
        rows = tuple(MoneyRow(tuple(codes), who, cents) for *codes, who, cents in words["rows"])
        return cls(name, tuple(words["dimensions"]), rows)


def _sum(amounts: Sequence[int]) -> MoneySum:
    second = amounts[1] if len(amounts) > 1 else 0
    return MoneySum(sum(amounts), len(amounts), amounts[0], second)
