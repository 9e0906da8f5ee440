"""The program's counts held against those of plain loops, unit by unit and dimension by dimension."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.statistics.recount_events import EventRecount
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.counting import UNITS, booking_of
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.store.office import OfficeStore

Cells = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class Twice:
    """A unit by one dimension and quarter, counted in both ways."""

    unit: str
    dimension: str
    sql: Cells
    loops: Cells

    @property
    def agree(self) -> bool:
        return self.sql == self.loops


def counted_twice(office: OfficeStore, year: int) -> Iterator[Twice]:
    """Every unit by every dimension it has."""
    with office.reading() as session:
        second = EventRecount(session)
        booking = booking_of(session, Period.year(year).quarters)
        for name, unit in UNITS.items():
            table, margins = unit.count(session, booking), second.margins(name, year)
            for one in unit.dimensions:
                loops: Counter[tuple[str, ...]] = Counter()
                for (quarter, value), count in margins.get(one, Counter()).items():
                    loops[quarter, quarter if one == "quarter" else _read(one, value)] += count
                yield Twice(name, one, table.cells(["quarter", one]), dict(loops))


def differences(office: OfficeStore, year: int) -> list[str]:
    """Every unit and dimension in which the two counts differ, or that only one of them has."""
    return [f"{one.unit} by {one.dimension}" for one in counted_twice(office, year) if not one.agree]


def _read(name: str, value: object) -> str:
    """The code of a plain value; booleans and marks as the database gives them."""
    if isinstance(value, bool):
        return dimension(name).code_of(int(value))
    is_mark = dimension(name).read is None and isinstance(value, int)
    return dimension(name).code_of(str(value) if is_mark else value)
