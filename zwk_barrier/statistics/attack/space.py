"""One name for the same cell wherever it stands: which finest codes and which parts of time it covers, as bits.

Two tables, two formats or two releases speak of the same cell when these sets agree, whatever the tables are called;
and a cell is the sum of others when their sets add up to its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.statistics.attack.published import SEVERAL, Description, Dimension, Unit, Where

TIME: Final = ""  # time is a dimension like any other, with a name none of them has
FIRST_AND_NEW: Final = "first_and_new"

Codes = tuple[tuple[str, int], ...]  # dimension → bits of the finest codes, sorted, without totals


@dataclass(frozen=True, slots=True)
class Key:
    """A cell by what it covers; ``codes`` hold the time as the dimension TIME."""

    unit: str
    codes: Codes

    def without(self, dimension: str) -> "Key":
        """The same cell with everything of ``dimension``."""
        return Key(self.unit, tuple(pair for pair in self.codes if pair[0] != dimension))

    def at(self, dimension: str, bits: int) -> "Key":
        """The same cell at these codes of ``dimension``."""
        rest = (pair for pair in self.codes if pair[0] != dimension)
        return Key(self.unit, tuple(sorted((*rest, (dimension, bits)))))


class Space:
    """Gives every published cell its key; releases whose districts differ do not share that dimension."""

    def __init__(self, descriptions: Sequence[Description]) -> None:
        self._bits: dict[tuple[int, str, str], int] = {}
        self._names: dict[tuple[int, str], str] = {}
        self._everything: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._labels: dict[str, dict[int, str]] = {}
        self._periods: dict[int, str] = {}
        self._descriptions = descriptions
        quarters = {quarter for said in descriptions for run in said.periods.values() for quarter in run}
        self._quarters = {quarter: index for index, quarter in enumerate(sorted(quarters))}
        versions: dict[str, list[tuple[str, ...]]] = {}
        for release, said in enumerate(descriptions):
            for dimension in said.dimensions.values():
                self._add(release, dimension, versions.setdefault(dimension.name, []))

    def _add(self, release: int, dimension: Dimension, versions: list[tuple[str, ...]]) -> None:
        finest = tuple(sorted(dimension.finest()))
        if finest not in versions:
            versions.append(finest)
        version = versions.index(finest)
        name = f"{dimension.name}@{version}" if version else dimension.name
        self._names[release, dimension.name] = name
        self._everything[name] = (1 << len(finest)) - 1
        self._titles[name] = dimension.title
        for code, label in dimension.labels.items():
            bits = _bits(dimension.covered(code), finest)
            self._bits[release, dimension.name, code] = bits
            self._labels.setdefault(name, {}).setdefault(bits, label)

    def everything(self, dimension: str) -> int:
        """The bits of all codes of ``dimension``; 0 for time, which has no end."""
        return self._everything.get(dimension, 0)

    def key(self, release: int, period: str, unit: str, where: Where) -> Key:
        """The key of a cell of the ``release``-th description."""
        said = self._descriptions[release]
        about = said.units.get(unit, Unit(unit, unit))
        quarters = sorted(said.periods[period])
        codes: dict[str, int] = {}
        arrival = None
        for dimension, code in where:
            if about.over_quarters == FIRST_AND_NEW and dimension == about.arrival[0]:
                arrival = self._arrival(said.dimensions[dimension], code, about.arrival[1], arrival)
                continue
            name = self._names[release, dimension]
            codes[name] = codes.get(name, -1) & self._code(release, dimension, code)
        codes = {name: bits for name, bits in codes.items() if bits != self._everything[name]}
        codes[TIME] = self._time(quarters, about, arrival)
        self._periods.setdefault(codes[TIME], period)
        return Key(unit, tuple(sorted(codes.items())))

    def title_of_unit(self, unit: str) -> str:
        """The title of a unit in the newest release that has it."""
        titles = [said.units[unit].title for said in self._descriptions if unit in said.units]
        return titles[-1] if titles else unit

    def title_of(self, dimension: str) -> str:
        """The title of a dimension."""
        return self._titles[dimension]

    def labels_at(self, dimension: str, bits: int) -> tuple[str, ...]:
        """The code that covers just these bits, or all the finest ones in them."""
        labels = self._labels[dimension]
        if bits in labels:
            return (labels[bits],)
        return tuple(label for mask, label in labels.items() if mask & bits and mask.bit_count() == 1)

    def quarters(self, key: Key) -> tuple[str, ...]:
        """The quarters a cell counts in, whole or in part."""
        bits = dict(key.codes)[TIME]
        return tuple(quarter for quarter, index in self._quarters.items() if bits >> (2 * index) & 3)

    def period_of(self, key: Key) -> str:
        """The period as the releases call it, or its quarters."""
        bits = dict(key.codes)[TIME]
        return self._periods.get(bits, "") or ", ".join(self.quarters(key))

    def _code(self, release: int, dimension: str, code: str) -> int:
        bits = 0
        for part in code.split(SEVERAL):
            bits |= self._bits[release, dimension, part]
        return bits

    @staticmethod
    def _arrival(dimension: Dimension, code: str, new: str, before: int | None) -> int:
        # 1 = new, 2 = carried over, 3 = both
        covered = frozenset().union(*(dimension.covered(part) for part in code.split(SEVERAL)))
        said = (1 if new in covered else 0) | (2 if covered - {new} else 0)
        return said if before is None else said & before

    def _time(self, quarters: Iterable[str], unit: Unit, arrival: int | None) -> int:
        indices = [self._quarters[quarter] for quarter in quarters]
        if unit.over_quarters == "none":
            return 1 << (2 * len(self._quarters) + min(indices) * len(self._quarters) + max(indices))
        new = sum(1 << (2 * index) for index in indices)
        if unit.over_quarters != FIRST_AND_NEW:
            return new
        carried = 2 << (2 * indices[0])
        wanted = 3 if arrival is None else arrival
        return (new if wanted & 1 else 0) | (carried if wanted & 2 else 0)


def _bits(covered: frozenset[str], finest: Sequence[str]) -> int:
    return sum(1 << index for index, code in enumerate(finest) if code in covered)
