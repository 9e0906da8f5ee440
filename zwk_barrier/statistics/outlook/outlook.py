"""The outlook of a region: which tables it stands on, every area's numbers with their band, and what to beware of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID

import numpy as np

from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.statistics.outlook.back_test import LARGE, BackTest, back_test, projected_before
from zwk_barrier.statistics.outlook.forecast import (
    HORIZON,
    YEARS,
    AgeTable,
    Anchor,
    Projection,
    age_table,
    home_residents,
    project,
    scaled,
)
from zwk_barrier.statistics.outlook.population import OLD, VERY_OLD, Denominator, places_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Caution = Literal[
    "no_back_test", "not_five_years", "other_source", "rounded", "reform", "small", "homes", "clipped"
]
Tendency = Literal["", "rising", "falling", "level"]

_YEAR: Final = 365.25
_LEAST_GAP, _MOST_GAP = 3.9, 6.1
_EXACT: Final = 0.25
_NOTABLE: Final = 0.1
_ENOUGH_TO_TEND: Final = 50
_OLD_OF_SMALL: Final = LARGE // 5
"""People of 65 and older of an area taken as small where nobody told its inhabitants."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A projected number of persons with its band, which is None without a back-test."""

    persons: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class AreaOutlook:
    """One area (None: the region) today and at each step; ``homes`` are its places in care homes.

    ``very_old`` is empty below the districts, where only the ``tendency`` can be told.
    """

    area: str | None
    old_now: int
    very_old_now: int
    old: tuple[Estimate, ...]
    very_old: tuple[Estimate, ...]
    tendency: Tendency
    homes: int = 0
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """Everything that is shown; ``days`` are those of the steps, ``by_group`` feeds the demand.

    ``parts`` are the Ortsteile, empty where a table only tells districts.
    """

    tables: tuple[Denominator, ...]
    days: tuple[date, ...]
    region: AreaOutlook
    districts: tuple[AreaOutlook, ...]
    parts: tuple[AreaOutlook, ...]
    cautions: tuple[Caution, ...]
    tests: Mapping[str, BackTest]
    anchors: tuple[Denominator, ...]
    projection: Projection = field(repr=False)

    @property
    def base(self) -> Denominator:
        """The newest table, from which is counted on."""
        return self.tables[0]


def usable_bases(tables: Sequence[Denominator]) -> tuple[Denominator, ...]:
    """The tables with groups of five years from 45 on for every district, and an older one to compare with."""
    told = [table for table in tables if _of_level(table, _districts(table.inhabitants.areas)) is not None]
    return tuple(table for table in told if earlier_of(table, told) is not None)


def earlier_of(table: Denominator, tables: Sequence[Denominator]) -> Denominator | None:
    """The table closest to five years before, of the same source if there is a choice; None outside 4 to 6."""
    possible = [
        other
        for other in tables
        if _LEAST_GAP <= _gap(other, table) <= _MOST_GAP
        and _of_level(other, _districts(other.inhabitants.areas)) is not None
    ]
    return min(
        possible,
        key=lambda other: (round(abs(_gap(other, table) - YEARS) * 2), other.source != table.source),
        default=None,
    )


def outlook(
    tables: Sequence[Denominator],
    homes: Sequence[Denominator] = (),
    official: Sequence[Denominator] = (),
    base_id: UUID | None = None,
) -> Outlook | None:
    """The outlook from a table and the one five years before; None where there are no two such tables.

    ``homes`` are tables of places in care homes, ``official`` projections of the region to scale to.
    """
    bases = usable_bases(tables)
    base = next((table for table in bases if table.table_id == base_id), bases[0] if bases else None)
    earlier = None if base is None else earlier_of(base, tables)
    if base is None or earlier is None:
        return None
    chosen = [base, earlier]
    earliest = earlier_of(earlier, tables)
    if earliest is not None:
        chosen.append(earliest)
    return _Making(chosen, homes, official).outlook()


class _Making:
    """Makes one outlook; its rows are the finest areas all its tables tell."""

    def __init__(
        self, tables: Sequence[Denominator], homes: Sequence[Denominator], official: Sequence[Denominator]
    ) -> None:
        self._tables = tuple(tables)
        self._areas = tables[0].inhabitants.areas
        self._districts = _districts(self._areas)
        finest = _finest(tables[0])
        read = [_of_level(table, finest) for table in tables[:2]]
        self._has_parts = len(finest) > len(self._districts) and all(table is not None for table in read)
        self._is_cut = len(finest) > len(self._districts) and not self._has_parts
        keys = finest if self._has_parts else self._districts
        self._read = [table for one in tables if (table := _of_level(one, keys)) is not None]
        self._homes = [places_in(homes, table.counted_on, keys) for table in tables]
        self._official = official

    def outlook(self) -> Outlook:
        """Everything put together."""
        base, earlier = self._read[0], self._read[1]
        residents = [
            home_residents(table, places) for table, places in zip(self._read, self._homes, strict=False)
        ]
        projection = project(earlier, base, HORIZON // YEARS, earlier_homes=residents[1], homes=residents[0])
        anchors = tuple(one for one in self._official if one.counted_on > base.on)
        projection = scaled(projection, [_anchor(one) for one in anchors])
        tests = self._tests()
        districts = tuple(self._row(key, projection, tests, "district") for key in self._districts)
        parts = (
            tuple(self._row(key, projection, tests, "part") for key in base.areas) if self._has_parts else ()
        )
        return Outlook(
            self._tables,
            tuple(step.on for step in projection.steps),
            self._row(None, projection, tests, "district"),
            districts,
            parts,
            self._cautions(tests),
            tests,
            anchors,
            projection,
        )

    def _tests(self) -> dict[str, BackTest]:
        """By level and age, from the three tables where there are three.

        One comparison is no measure for the region: it takes the band of its districts, which is rather too wide.
        """
        if len(self._read) < 3:  # noqa: PLR2004 - two to project from, one to hold it against
            return {}
        projected, actual = projected_before(self._read[2], self._read[1]), self._read[0]
        found: dict[str, BackTest] = {}
        for level, keys in (("part", actual.areas), ("district", self._districts)):
            people = [self._tables[0].inhabitants.persons(key) for key in keys]
            for age in (OLD, VERY_OLD):
                test = back_test(self._summed(projected, keys, age), self._summed(actual, keys, age), people)
                if test is not None:
                    found[f"{level}_{age}"] = test
        return found

    def _summed(self, table: AgeTable, keys: Sequence[str | None], age: int) -> "Floats":
        """Of areas of any level the persons of an age and older."""
        by_row = table.from_age(age)
        return np.array([by_row[self._rows_of(table, key)].sum() for key in keys], dtype=np.float64)

    def _rows_of(self, table: AgeTable, key: str | None) -> list[int]:
        return [
            place
            for place, area in enumerate(table.areas)
            if key is None or any(one.key == key for one in self._areas.path(area))
        ]

    def _row(
        self, key: str | None, projection: Projection, tests: Mapping[str, BackTest], level: str
    ) -> AreaOutlook:
        now = {age: float(self._summed(projection.base, [key], age)[0]) for age in (OLD, VERY_OLD)}
        later = {age: [float(self._summed(step, [key], age)[0]) for step in projection.steps] for age in now}
        places = sum(
            self._homes[0].get(projection.base.areas[row], 0) for row in self._rows_of(projection.base, key)
        )
        very_old = () if level == "part" else _estimates(later[VERY_OLD], tests.get(f"district_{VERY_OLD}"))
        return AreaOutlook(
            key,
            round(now[OLD]),
            round(now[VERY_OLD]),
            _estimates(later[OLD], tests.get(f"{level}_{OLD}")),
            very_old,
            _tendency(now[VERY_OLD], later[VERY_OLD]),
            places,
            self._of_area(key, now[OLD], places, projection) if key is not None else (),
        )

    def _of_area(self, key: str, old: float, places: int, projection: Projection) -> tuple[Caution, ...]:
        people = self._tables[0].inhabitants.persons(key)
        is_small = people < LARGE if people is not None else old < _OLD_OF_SMALL
        found: list[Caution] = ["small"] if is_small else []
        if places:
            found.append("homes")
        if key in projection.was_clipped:
            found.append("clipped")
        return tuple(found)

    def _cautions(self, tests: Mapping[str, BackTest]) -> tuple[Caution, ...]:
        found: list[Caution] = [] if tests else ["no_back_test"]
        pairs = list(zip(self._tables[1:], self._tables, strict=False))
        if any(abs(_gap(older, newer) - YEARS) > _EXACT for older, newer in pairs):
            found.append("not_five_years")
        if len({table.source for table in self._tables}) > 1:
            found.append("other_source")
        if any(table.is_rounded for table in self._tables):
            found.append("rounded")
        if self._is_cut:
            found.append("reform")
        return tuple(found)


def _gap(older: Denominator, newer: Denominator) -> float:
    return (newer.counted_on - older.counted_on).days / _YEAR


def _districts(areas: AreaTree) -> tuple[str, ...]:
    return tuple(area.key for area in areas if area.level == areas.district_level)


def _finest(table: Denominator) -> tuple[str, ...]:
    """The areas without further parts a table tells of, and districts it tells as a whole."""
    areas, told = table.inhabitants.areas, table.inhabitants.told_areas
    found: list[str] = []
    for district in _districts(areas):
        parts = [key for key in table.inhabitants.children(district) if key in told]
        found += parts or [district]
    return tuple(found)


def _of_level(table: Denominator, keys: Sequence[str]) -> AgeTable | None:
    return age_table(table.inhabitants, keys)


def _anchor(table: Denominator) -> Anchor:
    old, very_old = (table.inhabitants.persons(None, age) for age in (OLD, VERY_OLD))
    return Anchor(
        table.counted_on, None if old is None else float(old), None if very_old is None else float(very_old)
    )


def _estimates(later: Sequence[float], test: BackTest | None) -> tuple[Estimate, ...]:
    if test is None:
        return tuple(Estimate(persons) for persons in later)
    return tuple(Estimate(persons, *test.band(persons, step)) for step, persons in enumerate(later, 1))


def _tendency(now: float, later: Sequence[float]) -> Tendency:
    """Where the number goes within ten years; changes below a tenth are none, those of a few people tell nothing."""
    if now < _ENOUGH_TO_TEND:
        return ""
    change = later[min(1, len(later) - 1)] / now - 1
    return "rising" if change > _NOTABLE else "falling" if change < -_NOTABLE else "level"
