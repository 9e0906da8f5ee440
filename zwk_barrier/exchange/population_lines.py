"""One line of a population table as it was read, before it is held against the others."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.exchange.population_columns import Group


@dataclass(frozen=True, slots=True)
class ReadCell:
    """Persons of a group of ages and a sex (None for all)."""

    group: Group
    sex: str | None
    persons: int


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What one line says; ``area`` None is the whole region, ``is_total`` a line that calls itself a sum."""

    number: int
    area: str | None
    is_total: bool
    day: date | None
    source: str
    cells: tuple[ReadCell, ...]
