"""Invented inhabitants: three tables five years apart, a competing total, care homes and a projection.

The newest table is made from a line of each Ortsteil and the ages of a common town, the older ones by going back
from group to group, so that they fit to one another as real ones do.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import moment
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.model import PopulationCount, PopulationTable
from zwk_barrier.resources import resource

REGISTER: Final = "Einwohnermelderegister (erfunden)"
EXTRAPOLATED: Final = "Bevölkerungsfortschreibung (erfunden)"
HOMES: Final = "Heimaufsicht (erfunden)"
PROJECTED: Final = "Statistisches Landesamt (erfunden)"
_TITLE: Final = "Erfundene Einwohnerzahlen"
_NOTE: Final = "Alle Zahlen sind ausgedacht."

_YOUNG: Final = ((0, 17, 182), (18, 44, 330), (45, 49, 62), (50, 54, 70), (55, 59, 74), (60, 64, 64))
_OLD: Final = ((65, 69, 56), (70, 74, 47), (75, 79, 38), (80, 84, 41), (85, None, 36))
"""First and last age, and how many of a thousand inhabitants."""

_LEFT: Final = (0.985, 0.975, 0.965, 0.95, 0.925, 0.885, 0.81, 0.50)
"""How many of 45–49, 50–54, … and of 80 and older are there five years later."""

_OTHER: Final = 0.961
"""An extrapolated number beside that of the register."""

_SPLIT: Final = 0.53
"""The part of those of 80 and older who are under 85."""

_ROUNDS: Final = 3
_YEARS: Final = 5
_OFFICIAL: Final = ((65, 1.11), (80, 1.04))
"""What the invented office expects in ten years, beside today."""


@dataclass(frozen=True, slots=True)
class _Ortsteil:
    area: str
    inhabitants: int
    old: float
    trend: float
    homes: int


def population_rows(rows: Rows, today: date) -> None:
    """Tables of the last end of a year, five and ten years before, and what stands beside them."""
    days = [date(today.year - 1 - back * _YEARS, 12, 31) for back in range(_ROUNDS)]
    made_at = moment(today - timedelta(days=30), time(10))
    tables = [_table(rows, made_at, "einwohner", REGISTER, day) for day in days]
    homes = _table(rows, made_at, "heimplaetze", HOMES, days[0])
    newest: dict[str, list[float]] = {}
    for place, line in enumerate(_lines()):
        newest[line.area] = _today(line)
        told = _backwards(newest[line.area], line.trend, Dice("population", place))
        for table, counts in zip(tables, told, strict=True):
            _put(rows, made_at, table, line.area, counts)
        if line.homes:
            _cell(rows, made_at, homes, line.area, (None, None), line.homes)
    _competing(rows, made_at, days[0], newest)
    _official(rows, made_at, days[0], newest)


@cache
def _lines() -> tuple[_Ortsteil, ...]:
    with resource("demonstration", "population.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=";")
        return tuple(
            _Ortsteil(
                line["area"],
                int(line["inhabitants"]),
                float(line["old"]),
                float(line["trend"]),
                int(line["homes"]),
            )
            for line in lines
        )


def _today(line: _Ortsteil) -> list[float]:
    """Inhabitants by group; where many are old, fewer are young."""
    old = sum(part for _first, _last, part in _OLD) * line.old
    young = (1_000 - old) / sum(part for _first, _last, part in _YOUNG)
    parts = [part * young for _first, _last, part in _YOUNG] + [part * line.old for _f, _l, part in _OLD]
    return [line.inhabitants * part / 1_000 for part in parts]


def _backwards(counts: list[float], trend: float, dice: Dice) -> Iterator[list[float]]:
    """The same area now, five and ten years ago; ``trend`` and some chance go beside what is usual."""
    for _round in range(_ROUNDS):
        yield counts
        moved = trend * dice.between(0.95, 1.05, 0.01)
        left = [ratio * moved * dice.between(0.96, 1.04, 0.005) for ratio in _LEFT]
        before = [counts[place + 3] / ratio for place, ratio in enumerate(left)]
        young = [count * dice.between(0.96, 1.04, 0.01) for count in counts[:2]]
        counts = [*young, *before[:-1], before[-1] * _SPLIT, before[-1] * (1 - _SPLIT)]


def _put(rows: Rows, made_at: datetime, table: UUID, area: str, counts: list[float]) -> None:
    for (first, last, _part), count in zip((*_YOUNG, *_OLD), counts, strict=True):
        _cell(rows, made_at, table, area, (first or None, last), count)


def _competing(rows: Rows, made_at: datetime, day: date, newest: dict[str, list[float]]) -> None:
    """The other official number of the same day: it is lower, and only known by Stadtteil."""
    table = _table(rows, made_at, "einwohner", EXTRAPOLATED, day)
    districts = sorted({area[:2] for area in newest})
    for district in districts:
        inside = [counts for area, counts in newest.items() if area.startswith(district)]
        whole, old = sum(map(sum, inside)), sum(sum(counts[len(_YOUNG) :]) for counts in inside)
        _cell(rows, made_at, table, district, (None, None), whole * _OTHER)
        _cell(rows, made_at, table, district, (65, None), old * _OTHER)


def _official(rows: Rows, made_at: datetime, day: date, newest: dict[str, list[float]]) -> None:
    table = _table(rows, made_at, "prognose", PROJECTED, date(day.year + 2 * _YEARS, 12, 31))
    for first, factor in _OFFICIAL:
        place = len(_YOUNG) + [group[0] for group in _OLD].index(first)
        now = sum(sum(counts[place:]) for counts in newest.values())
        _cell(rows, made_at, table, None, (first, None), now * factor)


def _table(rows: Rows, made_at: datetime, kind: str, source: str, day: date) -> UUID:
    return rows.add(
        PopulationTable,
        made_at,
        kind=kind,
        title=_TITLE,
        source=source,
        counted_on=day,
        is_rounded=False,
        note=_NOTE,
    )


def _cell(
    rows: Rows,
    made_at: datetime,
    table: UUID,
    area: str | None,
    ages: tuple[int | None, int | None],
    persons: float,
) -> None:
    first, last = ages
    rows.add(
        PopulationCount,
        made_at,
        table_id=table,
        area=area,
        age_from=first,
        age_to=last,
        persons=round(persons),
    )
