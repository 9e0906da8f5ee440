"""Random offices and their releases: three dimensions with hierarchies, protected as the program does it, in files.

The attacker reads the files; he knows nothing of what is here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import numpy as np

from tests.statistics.attack.release_files import (
    CARE,
    DOTS,
    QUARTERS,
    ROUNDING,
    YEAR,
    Codes,
    Counts,
    Hierarchy,
    TableFile,
    as_table,
    finest,
    write_release,
)
from zwk_barrier.statistics.attack import Release, read_release
from zwk_barrier.statistics.disclosure.cells import Axis, CellKey, CellSystem, HierarchicalTable, system_of
from zwk_barrier.statistics.disclosure.rounding import round_small_counts
from zwk_barrier.statistics.disclosure.suppression import Suppressed, suppress

Base = Counter[Codes]  # area, age, care, quarter → count
NO_DRIFT: Base = Counter()
BY = ("area", "age", "care")
LINKED = (("area", "age"), ("area", "care"))
SINGLE = (("area", "age"),)
EVERYTHING = (YEAR, *QUARTERS)


@dataclass(frozen=True)
class Office:
    """An invented office: its districts and ages, and what it counted."""

    dimensions: dict[str, Hierarchy]
    base: Base
    dice: np.random.Generator = field(compare=False)

    @classmethod
    def invented(
        cls, seed: int, cases: int, districts: tuple[int, int] = (3, 3), ages: tuple[int, int] = (2, 2)
    ) -> "Office":
        """An office of so many cases, unevenly spread over districts of districts and groups of age groups."""
        dice = np.random.default_rng(seed)
        dimensions: dict[str, Hierarchy] = {
            "area": _tree("d", *districts),
            "age": _tree("g", *ages),
            "care": CARE,
        }
        office = cls(dimensions, Counter(), dice)
        office.base.update(office.some(cases, QUARTERS))
        return office

    def some(self, cases: int, quarters: Sequence[str]) -> Iterable[Codes]:
        """As many random cases of these quarters."""
        columns = []
        for name in BY:
            codes = finest(self.dimensions[name])
            weights = np.random.default_rng(len(codes)).gamma(2.0, size=len(codes))
            columns.append(self.dice.choice(codes, cases, p=weights / weights.sum()).tolist())
        columns.append(self.dice.choice(quarters, cases).tolist())
        return list(zip(*columns, strict=True))

    def later(self, cases: int, booked: Sequence[str]) -> "Office":
        """The office after late cases, counted in the quarters ``booked``."""
        return Office(self.dimensions, self.base + Counter(self.some(cases, booked)), self.dice)

    def only(self, quarters: Sequence[str]) -> Base:
        """What was counted in these quarters."""
        return Counter({row: number for row, number in self.base.items() if row[-1] in quarters})


def _tree(name: str, groups: int, each: int) -> dict[str, Sequence[str]]:
    tree: dict[str, Sequence[str]] = {}
    for group in range(groups):
        tree[f"{name}{group}"] = ()
        tree |= {f"{name}{group}-{part}": (f"{name}{group}",) for part in range(each)}
    return tree


def counted(office: Office, base: Base, by: Sequence[str], periods: Sequence[str]) -> Counts:
    """Every cell of a table, all levels, totals and zeros included."""
    listed = [(*office.dimensions[name], "*") for name in by]
    counts: Counts = {(codes, period): 0 for codes in product(*listed) for period in periods}
    places = [BY.index(name) for name in by]
    for row, number in base.items():
        levels = [(row[place], *office.dimensions[BY[place]][row[place]], "*") for place in places]
        when = [period for period in periods if period in (YEAR, row[-1])]
        for cell in product(product(*levels), when):
            counts[cell] += number
    return counts


def rounded(
    office: Office, base: Base, tables: Sequence[Sequence[str]], seed: int, drift: Base = NO_DRIFT
) -> Base:
    """The base table with its small counts rounded so that the cells of ``tables`` stay close.

    ``drift`` is by how much every count of other quarters was rounded up: the sums of the year stay close with it.
    """
    rows = list(base)
    margins, offsets = [], []
    for by in tables:
        for depths in product(range(3), repeat=len(by)):
            for timed in (True, False):
                names = [_levels(office, row, by, depths, timed=timed) for row in rows]
                known = {name: place for place, name in enumerate(dict.fromkeys(names))}
                margins.append(np.array([known[name] for name in names], np.int32))
                before = np.zeros(len(known), np.int64)
                for row, up in drift.items():
                    cell = _levels(office, row, by, depths, timed=timed)
                    if cell in known:
                        before[known[cell]] += up
                offsets.append(before)
    counts = np.array([base[row] for row in rows], np.int64)
    told = round_small_counts(counts, margins, seed=seed, offset=offsets).tolist()
    return Counter(dict(zip(rows, told, strict=True)))


def _levels(office: Office, row: Codes, by: Sequence[str], depths: Sequence[int], *, timed: bool) -> Codes:
    chosen = [row[-1] if timed else YEAR]
    for name, depth in zip(by, depths, strict=True):
        code = row[BY.index(name)]
        levels = [code, *office.dimensions[name][code], "*"]
        chosen.append(levels[min(depth, len(levels) - 1)])
    return tuple(chosen)


def system(office: Office, base: Base, tables: Sequence[Sequence[str]], period: str = YEAR) -> CellSystem:
    """The cells of the tables of a quarter, or of a year with its quarters."""
    made = []
    for by in tables:
        axes = [_axis(office, name) for name in by]
        if period == YEAR:
            axes.append(Axis.tree("time", dict.fromkeys(QUARTERS, YEAR), YEAR))
        counts: Counter[Codes] = Counter()
        for row, number in base.items():
            counts[(*(row[BY.index(name)] for name in by), *((row[-1],) if period == YEAR else ()))] += number
        places = [[axis.codes.index(code) for axis, code in zip(axes, row, strict=True)] for row in counts]
        rows = np.array(places, np.int32).reshape(len(counts), len(axes))
        filters: CellKey = frozenset() if period == YEAR else frozenset({("time", period)})
        made.append(HierarchicalTable(tuple(axes), rows, np.array(list(counts.values()), np.int64), filters))
    return system_of(*made)


def _axis(office: Office, name: str) -> Axis:
    return Axis.tree(name, {code: next(iter(above), "*") for code, above in office.dimensions[name].items()})


def key(by: Sequence[str], codes: Codes, period: str) -> CellKey:
    """The cell as the protection calls it."""
    where = {(name, code) for name, code in zip(by, codes, strict=True) if code != "*"}
    return frozenset(where | ({("time", period)} if period != YEAR else set()))


def protected(cells: CellSystem) -> Suppressed:
    """Dots whatever their share: a release the program would advise against has to be safe, too."""
    result = suppress(cells, most_primary=1.0)
    assert isinstance(result, Suppressed)
    return result


def dotted(
    office: Office,
    base: Base,
    cells: CellSystem,
    dots: Suppressed,
    tables: Sequence[Sequence[str]],
    period: str,
) -> list[TableFile]:
    """The tables with a dot for every cell that is not shown."""
    periods = EVERYTHING if period == YEAR else (period,)
    files = []
    for by in tables:
        counts = counted(office, base, by, periods)
        hidden = [cell for cell in counts if not dots.shown[cells.places[key(by, *cell)]]]
        files.append(as_table("-".join(by), by, counts, hidden))
    return files


def plain(
    office: Office, base: Base, tables: Sequence[Sequence[str]], periods: Sequence[str] = EVERYTHING
) -> list[TableFile]:
    """The tables of a base table as it is."""
    return [as_table("-".join(by), by, counted(office, base, by, periods)) for by in tables]


def published(
    folder: Path, office: Office, files: Sequence[TableFile], *, dots: bool = False, revision: int = 0
) -> Release:
    """The release as it is read back from its files."""
    revisions = dict.fromkeys(QUARTERS, revision)
    method = DOTS if dots else ROUNDING
    return read_release(write_release(folder, files, method, office.dimensions, revisions=revisions))


def alone_in(office: Office, by: Sequence[str]) -> list[list[tuple[str, str, frozenset[tuple[str, str]]]]]:
    """Everybody who is alone in a finest cell of the year, with all cells that hold nobody else."""
    ones = [cell for cell, number in counted(office, office.base, by, EVERYTHING).items() if number == 1]
    found = []
    for row, number in office.base.items():
        levels = [(row[BY.index(name)], *office.dimensions[name][row[BY.index(name)]], "*") for name in by]
        mine = set(product(product(*levels), (YEAR, row[-1])))
        cells = [cell for cell in ones if cell in mine]
        if number == 1 and cells:
            found.append([(period, "visits", _where(by, codes)) for codes, period in cells])
    return found


def _where(by: Sequence[str], codes: Codes) -> frozenset[tuple[str, str]]:
    return frozenset((name, code) for name, code in zip(by, codes, strict=True) if code != "*")
