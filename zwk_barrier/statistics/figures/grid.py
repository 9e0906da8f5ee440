"""The counts of a table at the levels it shows, with their sums: what stands in its lines and columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.model.statistics_report import Origin
from zwk_barrier.reference.indicator import TableSpec
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import Dimension, Level
from zwk_barrier.statistics.figures.figures import Figures

TOTAL: Final = "*"
"""The code of the line or column that sums the others, here and in files."""

_FEW_COLUMNS: Final = 5


@dataclass(frozen=True, slots=True)
class Cut:
    """One dimension at one of its levels: its codes in their order, and which finest ones each stands for."""

    name: str
    title: str
    codes: tuple[str, ...]
    inside: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    leftover: frozenset[str]
    """Codes that only matter where somebody has them: not recorded, or in no group of the level."""


def cut_of(name: str, level: str, region: str, period: Period) -> Cut:
    """A dimension as a table shows it; the quarters of the period are the codes of ``quarter``."""
    of = dimension(name, region)
    chosen = of.level(level) if level else None
    if of.is_open:
        codes = tuple(quarter.code for quarter in period.quarters)
    else:
        codes = of.codes if chosen is None else chosen.codes
    inside = {code: (code,) if chosen is None else of.finest(code) for code in codes}
    title = of.title if chosen is None else chosen.title
    named = {code: of.label(code) for code in codes}
    return Cut(name, title, codes, inside, named, frozenset() if of.is_open else _leftover(of, chosen))


def _leftover(of: Dimension, chosen: Level | None) -> frozenset[str]:
    codes = of.codes if chosen is None else chosen.codes
    grouped = of.codes if chosen is None else tuple(group.code for group in chosen.groups)
    return frozenset(code for code in codes if code == of.unknown or code not in grouped)


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by line and column, each with :data:`TOTAL`; None is one that must not be told."""

    spec: TableSpec
    lines: Cut
    places: Cut | None
    counts: Mapping[tuple[str, str], int | None]
    figures: Figures

    @property
    def place_codes(self) -> tuple[str, ...]:
        """The columns without their sum, of many only those somebody has; none of a table that is not crossed."""
        codes = () if self.places is None else self.places.codes
        if len(codes) <= _FEW_COLUMNS:
            return codes
        return tuple(code for code in codes if self.counts[TOTAL, code] != 0)

    def is_empty(self, line: str) -> bool:
        """Whether nobody has this code."""
        return self.counts[line, TOTAL] == 0

    def is_left_out(self, line: str) -> bool:
        """Whether a code has no line because nobody has it."""
        return self.is_empty(line) and (self.spec.omits_empty or line in self.lines.leftover)

    def origin(self, line: str, place: str = TOTAL) -> Origin:
        """Which records stand there."""
        return Origin(self.spec.unit, tuple(self._where(line, place).items()))

    def _where(self, line: str, place: str) -> dict[str, tuple[str, ...]]:
        return {**self.figures.codes(self.spec.where), **_narrowed(self.lines, line, self.places, place)}


def grid_of(figures: Figures, spec: TableSpec, period: Period) -> Grid:
    """The counts of a table in one period."""
    region = figures.counted.region
    lines = cut_of(spec.by, spec.level, region, period)
    places = cut_of(spec.across, "", region, period) if spec.across else None
    where = figures.codes(spec.where)
    by = (spec.by,) if places is None else (spec.by, spec.across)
    cells = figures.counted.cells(spec.unit, by, where)
    across: Sequence[str] = () if places is None else places.codes
    counts: dict[tuple[str, str], int | None] = {}
    for line in (*lines.codes, TOTAL):
        for place in (*across, TOTAL):
            narrowed = _narrowed(lines, line, places, place)
            parts = [cells.get(code, 0) for code in _within(lines, line, places, place)]
            counts[line, place] = _sum(parts)
            if None in parts or line == TOTAL:  # a sum may be told although its parts are not
                counts[line, place] = figures.counted.total(spec.unit, {**where, **narrowed})
    return Grid(spec, lines, places, counts, figures)


def _narrowed(lines: Cut, line: str, places: Cut | None, place: str) -> dict[str, tuple[str, ...]]:
    found = {} if line == TOTAL else {lines.name: lines.inside[line]}
    if places is not None and place != TOTAL:
        found[places.name] = places.inside[place]
    return found


def _within(lines: Cut, line: str, places: Cut | None, place: str) -> Iterator[tuple[str, ...]]:
    for code in lines.codes if line == TOTAL else (line,):
        for fine in lines.inside[code]:
            if places is None:
                yield (fine,)
                continue
            for there in places.codes if place == TOTAL else (place,):
                yield from ((fine, other) for other in places.inside[there])


def _sum(counts: Sequence[int | None]) -> int | None:
    told = [count for count in counts if count is not None]
    return sum(told) if len(told) == len(counts) else None
