"""What the outlook means for the office's work: visits a year at the rate of use there is, or at a higher one.

Cases of a group of ages per inhabitant of the region give the rate of each age; a district's own use beside that is
drawn towards the region's (Poisson and gamma).  Cases times the visits a case had are visits.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.outlook.forecast import GROUPS, AgeTable
from zwk_barrier.statistics.outlook.outlook import Outlook
from zwk_barrier.statistics.outlook.poisson import gamma_strength, shrunk_ratio
from zwk_barrier.statistics.outlook.population import OLD
from zwk_barrier.statistics.outlook.reach import area_of_level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Scenario = Literal["constant", "more", "best"]
SCENARIOS: Final[tuple[Scenario, ...]] = ("constant", "more", "best")
"""The rate of use as it is; a quarter higher; everywhere as high as in the district where it is highest."""

MORE: Final = 1.25
_AGES: Final = tuple(age for age in GROUPS if age >= OLD)
_AGE_OF_CODE: Final[Mapping[str, int]] = {
    "65_69": 65,
    "70_74": 70,
    "75_79": 75,
    "80_84": 80,
    "85_89": 85,
    "90_plus": 85,
}
_QUARTERS_OF_YEAR: Final = 4
_ENOUGH: Final = 10
"""A district with fewer expected cases is no example for others."""


@dataclass(frozen=True, slots=True)
class UseOfAge:
    """Cases a year of people of an age group (its first age), and how many that is per 1,000 inhabitants."""

    age: int
    cases: float
    per_1000: float


@dataclass(frozen=True, slots=True)
class DistrictUse:
    """How much a district uses the office, 1 being as much as its people's ages let expect; ``visits`` a year now."""

    area: str
    use: float
    visits: float


@dataclass(frozen=True, slots=True)
class DemandStep:
    """Visits a year on a day: to people of 65 and older, with the band of the outlook, and to the younger."""

    on: date
    visits: float
    low: float | None
    high: float | None
    younger: float

    @property
    def whole(self) -> float:
        """All of them."""
        return self.visits + self.younger


@dataclass(frozen=True)
class Demand:
    """The visits of each scenario at each step, the first being today; what they were computed from.

    ``best`` is the district whose use the third scenario takes, None where none has enough cases.
    """

    period: Period
    steps: Mapping[Scenario, tuple[DemandStep, ...]]
    ages: tuple[UseOfAge, ...]
    districts: tuple[DistrictUse, ...]
    best: str | None
    cases: int
    visits: int
    visits_per_case: float
    strength: float


def demand(outlook: Outlook, cases: BaseTable, visits: BaseTable, period: Period) -> Demand | None:
    """The demand, from the tables of a period (already without what is carried twice); None without old cases.

    People younger than 65 and those of unknown age are taken to need as many visits as now.
    """
    years = len(period.quarters) / _QUARTERS_OF_YEAR
    counted = _counted(outlook, cases)
    whole_cases, whole_visits = cases.total(), visits.total()
    old_cases = float(sum(counted.values()))
    if not whole_cases or not old_cases:
        return None
    return _Making(outlook, counted, period, whole_cases, whole_visits, years).demand()


def _counted(outlook: Outlook, cases: BaseTable) -> dict[tuple[str | None, int], int]:
    """Cases by district (None: not in the region's districts or not known) and age."""
    areas = outlook.base.inhabitants.areas
    found: dict[tuple[str | None, int], int] = defaultdict(int)
    for (code, age), count in cases.cells(("area", "age")).items():
        if age in _AGE_OF_CODE:
            found[area_of_level(areas, code, areas.district_level), _AGE_OF_CODE[age]] += count
    return dict(found)


class _Making:
    def __init__(
        self,
        outlook: Outlook,
        counted: Mapping[tuple[str | None, int], int],
        period: Period,
        cases: int,
        visits: int,
        years: float,
    ) -> None:
        self._outlook, self._counted, self._period = outlook, counted, period
        self._cases, self._visits, self._years = cases, visits, years
        self._per_case = visits / cases
        self._areas = outlook.base.inhabitants.areas
        self._keys = tuple(row.area for row in outlook.districts if row.area is not None)
        base = self._by_district(outlook.projection.base)
        of_age = np.array(
            [sum(count for (_area, one), count in counted.items() if one == age) for age in _AGES]
        )
        people = base.sum(axis=0)
        self._rates = np.divide(of_age / years, people, out=np.zeros(len(_AGES)), where=people > 0)
        self._base = base

    def demand(self) -> Demand:
        """Everything put together."""
        own = [sum(self._counted.get((key, age), 0) for age in _AGES) for key in self._keys]
        expected = (self._base @ self._rates) * self._years
        known, whole = sum(own), sum(self._counted.values())
        # Cases whose district nobody knows count for the region, but for no district.
        in_districts = expected * (known / whole)
        strength = gamma_strength([float(one) for one in own], list(in_districts))
        use = np.array(
            [
                shrunk_ratio(one, float(each), 1.0, strength)
                for one, each in zip(own, in_districts, strict=True)
            ]
        )
        use = use * (expected.sum() / (expected @ use)) if expected @ use > 0 else use
        best = self._best(use, in_districts)
        factors: dict[Scenario, Floats] = {
            "constant": use,
            "more": use * MORE,
            "best": np.maximum(use, use[best]) if best is not None else use,
        }
        now = (self._base @ self._rates) * use * self._per_case
        return Demand(
            self._period,
            {scenario: self._steps(factor) for scenario, factor in factors.items()},
            self._uses(),
            tuple(
                DistrictUse(key, float(each), float(visits))
                for key, each, visits in zip(self._keys, use, now, strict=True)
            ),
            None if best is None else self._keys[best],
            self._cases,
            self._visits,
            self._per_case,
            float(strength),
        )

    def _best(self, use: "Floats", expected: "Floats") -> int | None:
        possible = [place for place, count in enumerate(expected) if count >= _ENOUGH]
        return max(possible, key=lambda place: float(use[place]), default=None)

    def _steps(self, factors: "Floats") -> tuple[DemandStep, ...]:
        younger = (self._cases - sum(self._counted.values())) / self._years * self._per_case
        test = self._outlook.tests.get(f"district_{OLD}")
        steps = []
        for number, table in enumerate((self._outlook.projection.base, *self._outlook.projection.steps)):
            visits = float((self._by_district(table) @ self._rates) @ factors) * self._per_case
            low, high = (None, None) if test is None else test.band(visits, number)
            steps.append(DemandStep(table.on, visits, low, high, younger))
        return tuple(steps)

    def _uses(self) -> tuple[UseOfAge, ...]:
        people = self._base.sum(axis=0)
        return tuple(
            UseOfAge(age, float(rate * count), float(rate * 1_000))
            for age, rate, count in zip(_AGES, self._rates, people, strict=True)
        )

    def _by_district(self, table: AgeTable) -> "Floats":
        """People of 65 and older by district and group."""
        old = table.persons[:, GROUPS.index(OLD) :]
        rows = [
            [place for place, area in enumerate(table.areas) if self._lies_in(area, key)]
            for key in self._keys
        ]
        return np.array([old[inside].sum(axis=0) for inside in rows], dtype=np.float64)

    def _lies_in(self, area: str, key: str) -> bool:
        return any(one.key == key for one in self._areas.path(area))


def is_steady(strength: float) -> bool:
    """Whether the districts differ no more in their use than chance gives."""
    return math.isinf(strength)
