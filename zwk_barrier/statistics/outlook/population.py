"""Which table of inhabitants a rate refers to: several may compete, and each says where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import Office, PopulationCount, PopulationTable
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.rules.population import Inhabitants, PopulationCell
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

INHABITANTS: Final = "einwohner"
PROJECTION: Final = "prognose"
CARE_HOMES: Final = "heimplaetze"
OLD: Final = 65
VERY_OLD: Final = 80


@dataclass(frozen=True, slots=True)
class Denominator:
    """A table of the office with its source and day; ``is_rounded`` is None where nobody said so."""

    table_id: UUID
    kind: str
    title: str
    source: str
    counted_on: date
    is_rounded: bool | None
    inhabitants: Inhabitants

    @property
    def named(self) -> str:
        """Source and day as they stand beside every rate, e.g. ``Melderegister, 31.12.2024``."""
        source = self.source or self.title or _("ohne Quelle")
        return f"{source}, {format_date(self.counted_on)}"

    def share(self, area: str | None, first: int, last: int | None = None) -> float | None:
        """The share of an age group in all of an area, from 0 to 1; computed, never typed."""
        part, whole = self.inhabitants.persons(area, first, last), self.inhabitants.persons(area)
        return None if part is None or not whole else part / whole


def region_areas(session: Session) -> AreaTree:
    """The areas of the office's region."""
    return load_areas(session.scalars(select(Office.region)).first() or "bremerhaven")


def population_tables(session: Session, kind: str = INHABITANTS) -> tuple[Denominator, ...]:
    """Every table of a kind (code population_kind), the newest first; of one day the most detailed first."""
    areas = region_areas(session)
    tables = session.scalars(
        select(PopulationTable).where(PopulationTable.kind == kind, PopulationTable.removed_at.is_(None))
    ).all()
    cells = _cells(session, [table.id for table in tables])
    found = [
        Denominator(
            table.id,
            table.kind,
            table.title or "",
            table.source or "",
            table.counted_on,
            table.is_rounded,
            Inhabitants(cells.get(table.id, ()), areas, table.counted_on),
        )
        for table in sorted(tables, key=lambda table: table.created_at)
    ]
    return tuple(sorted(found, key=lambda one: (-one.counted_on.toordinal(), -_detail(one))))


def _detail(table: Denominator) -> int:
    return len(table.inhabitants.cells)


def _cells(session: Session, table_ids: Sequence[UUID]) -> dict[UUID, list[PopulationCell]]:
    cells: dict[UUID, list[PopulationCell]] = {}
    columns = (
        PopulationCount.table_id,
        PopulationCount.area,
        PopulationCount.sex,
        PopulationCount.age_from,
        PopulationCount.age_to,
        PopulationCount.persons,
    )
    wanted = select(*columns).where(
        PopulationCount.table_id.in_(table_ids), PopulationCount.removed_at.is_(None)
    )
    for table_id, area, sex, first, last, persons in session.execute(wanted):
        cells.setdefault(table_id, []).append(PopulationCell(area, sex, first, last, persons))
    return cells


def choose_denominator(tables: Sequence[Denominator], day: date) -> Denominator | None:
    """The table counted closest to ``day``, the earlier of two as close; of one day the most detailed."""
    return min(tables, key=lambda table: (abs((table.counted_on - day).days), table.counted_on), default=None)


def denominator_for(session: Session, day: date) -> Denominator | None:
    """The table a rate of a period ending on ``day`` refers to; None where the office has none."""
    return choose_denominator(population_tables(session), day)


def competing_tables(tables: Sequence[Denominator], chosen: Denominator) -> tuple[Denominator, ...]:
    """The other tables of the same year that give another number of people of 65 and older, or of all."""
    return tuple(
        table
        for table in tables
        if table.table_id != chosen.table_id
        and table.counted_on.year == chosen.counted_on.year
        and _totals(table) != _totals(chosen)
    )


def _totals(table: Denominator) -> tuple[int | None, int | None]:
    return table.inhabitants.persons(None), table.inhabitants.persons(None, OLD)


def places_in(homes: Sequence[Denominator], day: date, keys: Sequence[str]) -> dict[str, int]:
    """Places in care homes by area, from the table closest to ``day``; an area nobody names has none.

    What is told of an area and of its parts counts once, as told of the area.
    """
    if not homes:
        return {}
    closest = min(homes, key=lambda table: abs((table.counted_on - day).days)).inhabitants
    return {key: _places(closest, key) for key in keys}


def _places(homes: Inhabitants, key: str) -> int:
    if key in homes.told_areas:
        return homes.persons(key) or 0
    return sum(_places(homes, child) for child in homes.children(key))
