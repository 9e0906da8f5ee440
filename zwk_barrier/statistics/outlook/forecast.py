"""How many people of 65 and older will live where: cohort change ratios (Hamilton and Perry 1962).

Two tables five years apart say how many of each group of five years were left, had died, came or went.  The same
ratios carry the present on::

    R(a) = (N(a + 5, t) + m · R_city(a)) / (N(a, t − 5) + m)        P(a + 5, t + 5) = P(a, t) · R(a)

Local ratios are drawn towards the city's by ``m`` persons and kept between 0 and 3; the open group comes from itself
and the one before.  Nobody younger than 45 is needed for 15 years ahead.  People in care homes stay where the homes
are: they are taken out first and put back, as many as there are places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.rules.population import Inhabitants
from zwk_barrier.statistics.outlook.population import OLD, VERY_OLD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

YEARS: Final = 5
HORIZON: Final = 15
FIRST_AGE: Final = 45
OPEN_AGE: Final = 85
TOWARDS_CITY: Final = 200.0
"""The persons ``m`` a city's ratio counts beside an area's own: between 100 and 300 hardly differs, measured."""

MOST_RATIO: Final = 3.0

GROUPS: Final = (*range(FIRST_AGE, OPEN_AGE, YEARS), OPEN_AGE)
"""The first age of each group; the last is open."""

_HOME_GROUPS: Final = tuple(place for place, age in enumerate(GROUPS) if age >= VERY_OLD)


@dataclass(frozen=True)
class AgeTable:
    """Persons by area (rows) and group of ages (columns, see :data:`GROUPS`) on a day."""

    areas: tuple[str, ...]
    on: date
    persons: "Floats"

    def from_age(self, age: int) -> "Floats":
        """Of each area the persons of that age and older; raises ValueError for an age no group begins with."""
        summed: Floats = self.persons[:, GROUPS.index(age) :].sum(axis=1)
        return summed


@dataclass(frozen=True)
class Projection:
    """What follows for each step of five years; ``was_clipped`` names areas where a ratio hit its bound."""

    base: AgeTable
    steps: tuple[AgeTable, ...]
    was_clipped: tuple[str, ...]


def age_table(inhabitants: Inhabitants, areas: Sequence[str]) -> AgeTable | None:
    """The groups of a table for these areas; None where one of them is not told."""
    rows = []
    for area in areas:
        row = [inhabitants.persons(area, age, None if age == OPEN_AGE else age + YEARS - 1) for age in GROUPS]
        known = [persons for persons in row if persons is not None]
        if len(known) < len(row):
            return None
        rows.append(known)
    return AgeTable(tuple(areas), inhabitants.on, np.array(rows, dtype=np.float64).reshape(-1, len(GROUPS)))


def home_residents(table: AgeTable, places: Mapping[str, int]) -> "Floats":
    """People in care homes by area and group: places are filled by those of 80 and older, as they are parted."""
    residents = np.zeros_like(table.persons)
    old = table.persons[:, _HOME_GROUPS]
    whole = old.sum(axis=1)
    wanted = np.minimum([places.get(area, 0) for area in table.areas], whole)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(whole[:, None] > 0, old / whole[:, None], 0.0)
    residents[:, _HOME_GROUPS] = shares * wanted[:, None]
    return residents


def change_ratios(earlier: "Floats", later: "Floats", m: float = TOWARDS_CITY) -> tuple["Floats", "Floats"]:
    """The ratios of each area from each group but the last two to the next, and into the open group.

    Gives them clipped, one column a group but the last (whose ratio is that of the last two together), and
    where they were clipped.
    """
    before, after = _from_and_to(earlier, later)
    whole_before, whole_after = before.sum(axis=0), after.sum(axis=0)
    city = np.divide(whole_after, whole_before, out=np.ones_like(whole_after), where=whole_before > 0)
    raw = np.divide(
        after + m * city, before + m, out=np.broadcast_to(city, after.shape).copy(), where=before + m > 0
    )
    clipped: Floats = np.clip(raw, 0.0, MOST_RATIO)
    return clipped, raw != clipped


def _from_and_to(earlier: "Floats", later: "Floats") -> tuple["Floats", "Floats"]:
    """Who was there, and what became of them five years later; the last two groups go into the open one."""
    before = np.hstack([earlier[:, :-2], earlier[:, -2:].sum(axis=1, keepdims=True)])
    return before, later[:, 1:]


def project(
    earlier: AgeTable,
    base: AgeTable,
    steps: int,
    *,
    m: float = TOWARDS_CITY,
    earlier_homes: "Floats | None" = None,
    homes: "Floats | None" = None,
) -> Projection:
    """The base carried on by so many steps of five years; groups nobody was observed for stay unknown (NaN)."""
    if steps * YEARS > HORIZON:
        raise ValueError("beyond 15 years the youngest needed were not observed")
    at_home = base.persons if homes is None else base.persons - homes
    before = earlier.persons if earlier_homes is None else earlier.persons - earlier_homes
    ratios, was_clipped = change_ratios(before, at_home, m)
    found, present = [], at_home
    for step in range(1, steps + 1):
        present = _carried(present, ratios)
        whole = present if homes is None else present + homes
        found.append(AgeTable(base.areas, _later(base.on, step * YEARS), whole))
    hit = tuple(base.areas[place] for place in np.flatnonzero(was_clipped.any(axis=1)))
    return Projection(base, tuple(found), hit)


def _carried(present: "Floats", ratios: "Floats") -> "Floats":
    following = np.full_like(present, np.nan)
    who = np.hstack([present[:, :-2], present[:, -2:].sum(axis=1, keepdims=True)])
    following[:, 1:] = who * ratios
    return following


def _later(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an official projection says of the whole region on a day; None for what it leaves out."""

    on: date
    old: float | None
    very_old: float | None


def scaled(projection: Projection, anchors: Sequence[Anchor]) -> Projection:
    """The projection brought to the official one: 65 to 79 and 80 and older each by one factor a step.

    Between the base, where nothing is scaled, and the official days the factors go in a straight line; after the
    last they stay.
    """
    latest = _later(projection.steps[-1].on, 1)
    ordered = sorted((one for one in anchors if one.on <= latest), key=lambda one: one.on)
    if not ordered:
        return projection
    steps = tuple(_scaled_step(projection, step, ordered) for step in projection.steps)
    return Projection(projection.base, steps, projection.was_clipped)


def _scaled_step(projection: Projection, step: AgeTable, anchors: Sequence[Anchor]) -> AgeTable:
    days = [projection.base.on.toordinal()]
    factors: list[tuple[float, float]] = [(1.0, 1.0)]
    for anchor in anchors:
        if anchor.on > projection.base.on:
            days.append(anchor.on.toordinal())
            factors.append(_factors(projection, anchor))
    on = step.on.toordinal()
    young = float(np.interp(on, days, [pair[0] for pair in factors]))
    old = float(np.interp(on, days, [pair[1] for pair in factors]))
    by_group = np.array([old if age >= VERY_OLD else young if age >= OLD else 1.0 for age in GROUPS])
    return AgeTable(step.areas, step.on, step.persons * by_group)


def _factors(projection: Projection, anchor: Anchor) -> tuple[float, float]:
    """By how much the region of 65–79 and of 80 and older has to be scaled on the day of the anchor."""
    tables = (projection.base, *projection.steps)
    days = [table.on.toordinal() for table in tables]
    on = anchor.on.toordinal()
    very_old = float(np.interp(on, days, [table.from_age(VERY_OLD).sum() for table in tables]))
    old = float(np.interp(on, days, [table.from_age(OLD).sum() for table in tables]))
    if anchor.very_old is None:
        factor = anchor.old / old if anchor.old is not None and old > 0 else 1.0
        return factor, factor
    of_very_old = anchor.very_old / very_old if very_old > 0 else 1.0
    younger = old - very_old
    if anchor.old is None or younger <= 0:
        return 1.0, of_very_old
    return (anchor.old - anchor.very_old) / younger, of_very_old
