"""Invented inhabitants and counts for tests of rates and outlooks."""

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from zwk_barrier.model.ids import new_id
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.rules.population import Inhabitants, PopulationCell
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.outlook.forecast import GROUPS, OPEN_AGE
from zwk_barrier.statistics.outlook.population import Denominator

AREAS: Final = load_areas("bremerhaven")
STADTTEILE: Final = tuple(area.key for area in AREAS if area.level == "stadtteil")
ORTSTEILE: Final = tuple(area.key for area in AREAS if area.level == "ortsteil")


def a_table(
    cells: list[PopulationCell], on: date, *, kind: str = "einwohner", source: str = "Melderegister"
) -> Denominator:
    """A table of the office that was never in a database."""
    return Denominator(UUID(int=new_id().int), kind, "", source, on, False, Inhabitants(cells, AREAS, on))


def told(numbers: Mapping[str, tuple[int, int]], on: date = date(2024, 12, 31)) -> Denominator:
    """A table of all inhabitants and those of 65 and older by area."""
    cells = [PopulationCell(area, None, None, None, whole) for area, (whole, _old) in numbers.items()]
    cells += [PopulationCell(area, None, 65, None, old) for area, (_whole, old) in numbers.items()]
    return a_table(cells, on)


def aged(
    groups: Mapping[str, list[int]], on: date, *, younger: int = 5_000, source: str = "Melderegister"
) -> Denominator:
    """A table of groups of five years from 45 by area, and one of everybody younger."""
    cells = [PopulationCell(area, None, 0, 44, younger) for area in groups]
    cells += [
        PopulationCell(area, None, age, None if age == OPEN_AGE else age + 4, persons)
        for area, row in groups.items()
        for age, persons in zip(GROUPS, row, strict=True)
    ]
    return a_table(cells, on, source=source)


def cases_of(numbers: Mapping[tuple[str, str], int], unit: str = "cases") -> BaseTable:
    """Counts by area and age group."""
    return BaseTable.of(unit, ("area", "age"), numbers.items())
