"""Reach: how many people of 65 and older in each district the office knows, and where it knows too few.

Cases of people of 65 and older per 1,000 inhabitants of that age, in a period, with the exact limits of a Poisson
count.  An area is a *blind spot* where even the upper limit lies below the rate of the whole, or where nobody came
although five or more were to be expected.  Small areas are put together, for their rates say little and might tell
on people.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.outlook.poisson import gamma_strength, poisson_limits, shrunk_ratio
from zwk_barrier.statistics.outlook.population import OLD, Denominator

Finding = Literal["", "blind", "nobody", "many", "unknown"]
"""``blind`` and ``many`` are fewer and more than chance gives, ``nobody`` none where five were to be expected."""

LEAST_INHABITANTS: Final = 1_000
EXPECTED_ENOUGH: Final = 5
ROUNDED_AWAY: Final = 4
"""What a 0 may stand for in rounded counts, and by how much others are taken to be off."""

_PER: Final = 1_000
_WITHOUT_PART: Final = "_ohne"
"""How the counts mark that of an area only the district is known."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One area, or several small ones together; rates are per 1,000 inhabitants of 65 and older in the period.

    ``rate`` is None where it may not be told: unknown inhabitants, too few of them, or a small rounded count.
    ``is_small`` says of a rounded count of 0 that it may stand for up to 4.
    """

    areas: tuple[str, ...]
    cases: int
    inhabitants: int | None
    rate: float | None
    low: float | None
    high: float | None
    shrunk: float | None
    expected: float | None
    finding: Finding
    is_small: bool = False
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """The areas of one level, with the rate of them together and what is in none of them.

    ``strength`` is how many expected cases the common rate is worth against an area's own.
    """

    level: str
    areas: tuple[Reached, ...]
    whole: Reached
    without_area: int
    without_age: int
    denominator: Denominator
    strength: float
    is_rounded: bool

    @property
    def blind_spots(self) -> tuple[Reached, ...]:
        """The areas that are known too little of, those with the most people missing first."""
        found = [area for area in self.areas if area.finding in ("blind", "nobody")]
        return tuple(sorted(found, key=lambda area: area.cases - (area.expected or 0)))

    @property
    def strong_places(self) -> tuple[Reached, ...]:
        """The areas from which more came than chance gives."""
        found = [area for area in self.areas if area.finding == "many"]
        return tuple(sorted(found, key=lambda area: (area.expected or 0) - area.cases))


def old_ages() -> frozenset[str]:
    """The codes of age_group from 65 on."""
    groups = load_code_list("age_group")
    return frozenset(code.code for code in groups if int(code.extras["age_from"] or 0) >= OLD)


def levels_of(areas: AreaTree) -> tuple[str, ...]:
    """The levels a reach can be shown by: districts, and what lies in them as far as there is anything."""
    inner = [
        level.key
        for level in areas.levels
        if any(area.level == level.key and areas.district(area.key) not in (None, area) for area in areas)
    ]
    return (areas.district_level, *inner)


def reach(cases: BaseTable, denominator: Denominator, level: str, *, is_rounded: bool) -> Reach:
    """The reach by the areas of a level, from the case table of a period (already without what is carried twice)."""
    areas = denominator.inhabitants.areas
    of_age = cases.cells(("area",), {"age": old_ages()})
    by_area: dict[str, int] = defaultdict(int)
    outside = 0
    for (code,), count in of_age.items():
        key = area_of_level(areas, code, level)
        if key is None:
            outside += count
        else:
            by_area[key] += count
    keys = [area.key for area in areas if area.level == level and area.is_valid_on(denominator.counted_on)]
    raw = _merged([_raw((key,), by_area[key], denominator) for key in keys], denominator)
    whole = _whole(raw)
    strength = gamma_strength(*_observed(raw, whole)) if whole.rate is not None else math.inf
    told = tuple(_told(area, whole, strength, is_rounded=is_rounded) for area in raw)
    without_age = cases.total({"age": {"unbekannt"}})
    return Reach(level, told, whole, outside, without_age, denominator, strength, is_rounded)


def area_of_level(areas: AreaTree, code: str, level: str) -> str | None:
    """The area of a level what was counted lies in; None for places outside, and where only the district is known."""
    path = areas.path(code.removesuffix(_WITHOUT_PART))
    return next((area.key for area in path if area.level == level), None)


def _raw(keys: tuple[str, ...], cases: int, denominator: Denominator) -> Reached:
    told = [denominator.inhabitants.persons(key, OLD) for key in keys]
    known = [persons for persons in told if persons is not None]
    inhabitants = sum(known) if len(known) == len(told) else None
    return Reached(keys, cases, inhabitants, None, None, None, None, None, "", is_merged=len(keys) > 1)


def _merged(areas: Sequence[Reached], denominator: Denominator) -> list[Reached]:
    """Areas with fewer than a thousand inhabitants in one line; ``unknown`` where even they are too few."""
    small = [area for area in areas if _is_small(area, denominator)]
    rest = [area for area in areas if area not in small]
    if not small:
        return rest
    together = _raw(
        tuple(key for area in small for key in area.areas), sum(area.cases for area in small), denominator
    )
    if _is_small(together, denominator):
        together = replace(together, finding="unknown")
    return [*rest, together]


def _is_small(area: Reached, denominator: Denominator) -> bool:
    """By all inhabitants; a table that only tells the old ones makes an area small below a fifth of that."""
    told = [denominator.inhabitants.persons(key) for key in area.areas]
    known = [persons for persons in told if persons is not None]
    if len(known) == len(told):
        return sum(known) < LEAST_INHABITANTS
    return area.inhabitants is not None and area.inhabitants < LEAST_INHABITANTS // 5


def _whole(areas: Iterable[Reached]) -> Reached:
    """All areas with known inhabitants together, hidden ones as well."""
    known = [area for area in areas if area.inhabitants is not None]
    cases = sum(area.cases for area in known)
    inhabitants = sum(area.inhabitants or 0 for area in known)
    whole = Reached((), cases, inhabitants, None, None, None, None, None, "")
    return _with_rate(whole, 0) if inhabitants else whole


def _observed(areas: Sequence[Reached], whole: Reached) -> tuple[list[float], list[float]]:
    known = [area for area in areas if area.inhabitants]
    rate = (whole.rate or 0) / _PER
    return [float(area.cases) for area in known], [(area.inhabitants or 0) * rate for area in known]


def _with_rate(area: Reached, slack: int) -> Reached:
    """With rate and limits, of which each is that of as many fewer or more cases as rounding may hide."""
    people = area.inhabitants or 0
    low, high = poisson_limits(max(0, area.cases - slack))[0], poisson_limits(area.cases + slack)[1]
    return replace(area, rate=area.cases * _PER / people, low=low * _PER / people, high=high * _PER / people)


def _told(area: Reached, whole: Reached, strength: float, *, is_rounded: bool) -> Reached:
    if area.finding == "unknown":  # too few people live there, even together
        return area
    if not area.inhabitants or whole.rate is None:
        return replace(area, finding="unknown")
    expected = area.inhabitants * whole.rate / _PER
    is_small = is_rounded and area.cases == 0
    counted = _with_rate(area, ROUNDED_AWAY if is_rounded else 0)
    found = replace(
        counted,
        rate=None if is_small else counted.rate,
        low=None if is_small else counted.low,
        shrunk=whole.rate * shrunk_ratio(area.cases, expected, 1.0, strength),
        expected=expected,
        is_small=is_small,
    )
    return replace(found, finding=_finding(found, counted, whole.rate))


def _finding(area: Reached, counted: Reached, rate: float) -> Finding:
    if area.cases == 0 and not area.is_small and (area.expected or 0) >= EXPECTED_ENOUGH:
        return "nobody"
    if counted.high is not None and counted.high < rate:
        return "blind"
    return "many" if counted.low is not None and counted.low > rate else ""
