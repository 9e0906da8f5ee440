"""What a unit is: where its records stand, and the SQL of each dimension it is crossed by.

Counting is one statement a unit: the database groups, and only the cells come here.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count as count_up
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import numpy as np
from sqlalchemy.orm import Session

from zwk_barrier.statistics.base_table import BaseTable, Row
from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from numpy.typing import NDArray

OverQuarters = Literal["sum", "first_and_new"]
Where = Mapping[str, Collection[str]]
People = Mapping[Row, Mapping[str | int, int]]
"""Records by cell and person."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is counted.

    ``source`` gives, for a booking, what stands between SELECT and GROUP BY; ``columns`` the SQL of each
    dimension, ``quarter`` first.  ``case_id`` is the SQL of the case behind a record, empty where there is none.
    """

    name: str
    title_text: str
    source: Callable[[Booking], str]
    columns: Mapping[str, str]
    case_id: str = ""
    over_quarters: OverQuarters = "sum"
    pairs: tuple[tuple[str, str], ...] = ()
    """The pairs of dimensions that are usually asked for together; their sums are kept close, too."""

    @property
    def title(self) -> str:
        """What is counted, in the plural."""
        return _(self.title_text)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of its dimensions."""
        return tuple(self.columns)

    def statement(self, booking: Booking, dimensions: Sequence[str]) -> str:
        """The statement that counts this unit by these dimensions."""
        chosen = ", ".join(self.columns[name] for name in dimensions)
        places = ", ".join(str(place + 1) for place in range(len(dimensions)))
        return f"WITH {booking.table()} SELECT {chosen}, count(*) {self.source(booking)} GROUP BY {places}"

    def count(self, session: Session, booking: Booking, dimensions: Sequence[str] | None = None) -> BaseTable:
        """The joint base table of the quarters of a booking, or the table of some dimensions only."""
        names = tuple(dimensions or self.dimensions)
        rows = session.connection().exec_driver_sql(self.statement(booking, names)).fetchall()
        return coded(self.name, names, rows, region_of(session))

    def people(self, session: Session, booking: Booking, dimensions: Sequence[str]) -> People:
        """For each cell how many of its records each person has; where nobody is known, a record is a person."""
        person = "c.person_id" if self.case_id else "NULL"
        chosen = ", ".join((*(self.columns[name] for name in dimensions), person))
        places = ", ".join(str(place + 1) for place in range(len(dimensions) + 1))
        statement = (
            f"WITH {booking.table()} SELECT {chosen}, count(*) {self.source(booking)} GROUP BY {places}"
        )
        region = region_of(session)
        reads = [dimension(name, region).code_of for name in dimensions]
        found: dict[Row, dict[str | int, int]] = {}
        unknown = count_up()
        for *values, who, count in session.connection().exec_driver_sql(statement):
            row = tuple(code_of(value) for code_of, value in zip(reads, values, strict=True))
            known = found.setdefault(row, {})
            for whose, times in [(who, count)] if who else [(next(unknown), 1) for _one in range(count)]:
                known[whose] = known.get(whose, 0) + times
        return found

    def cases(self, session: Session, booking: Booking, where: Where) -> set[UUID]:
        """The ids of the cases behind what is counted by these codes; none for a unit without cases."""
        if not self.case_id:
            return set()
        chosen = ", ".join(("", *(self.columns[name] for name in where)))
        statement = f"WITH {booking.table()} SELECT DISTINCT {self.case_id}{chosen} {self.source(booking)}"
        region = region_of(session)
        read = [(dimension(name, region).code_of, frozenset(codes)) for name, codes in where.items()]
        found = session.connection().exec_driver_sql(statement)
        return {
            UUID(row[0])
            for row in found
            if row[0]
            and all(code_of(value) in codes for value, (code_of, codes) in zip(row[1:], read, strict=True))
        }


def coded(unit: str, names: Sequence[str], rows: Sequence[Sequence[Any]], region: str) -> BaseTable:
    """The base table of counted rows, whose last place is the count; what falls together is added up."""
    if not rows:
        empty = np.zeros((0, len(names)), np.int32)
        return BaseTable(unit, tuple(names), ((),) * len(names), empty, np.zeros(0, np.int64))
    *columns, counts = zip(*rows, strict=True)
    parts = [_column(name, values, region) for name, values in zip(names, columns, strict=True)]
    codes = tuple(known for known, _places, _merged in parts)
    table = np.column_stack([places for _known, places, _merged in parts])
    total = np.array(counts, np.int64)
    if any(merged for _known, _places, merged in parts):
        table, total = _together(table, total, [len(known) for known in codes])
    return BaseTable(unit, tuple(names), codes, table, total)


def _column(
    name: str, values: Iterable[Any], region: str
) -> tuple[tuple[str, ...], "NDArray[np.int32]", bool]:
    """The codes that occur in their order, the place of each value in them, and whether two values are one code."""
    of = dimension(name, region)
    held = tuple(values)
    code_of = {value: of.code_of(value) for value in set(held)}
    known = sorted(set(code_of.values()), key=lambda code: (of.order.get(code, -1), code))
    places = {code: place for place, code in enumerate(known)}
    place_of = {value: places[code] for value, code in code_of.items()}
    found = np.fromiter((place_of[value] for value in held), np.int32, len(held))
    return tuple(known), found, len(known) < len(code_of)


def _together(
    table: "NDArray[np.int32]", counts: "NDArray[np.int64]", sizes: Sequence[int]
) -> tuple["NDArray[np.int32]", "NDArray[np.int64]"]:
    """The rows each once, with their counts added up."""
    order = np.lexsort(packed(table, sizes))
    ordered = table[order]
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = (ordered[1:] != ordered[:-1]).any(1)
    return ordered[is_new], np.add.reduceat(counts[order], np.flatnonzero(is_new))


def packed(table: "NDArray[np.int32]", sizes: Sequence[int]) -> list["NDArray[np.int64]"]:
    """The columns packed into as few whole numbers as hold them, so that rows are sorted quickly."""
    keys: list[NDArray[np.int64]] = []
    room = 0
    for column, size in zip(table.T, sizes, strict=True):
        if size > room:
            keys.append(np.zeros(len(table), np.int64))
            room = 1 << 62
        keys[-1] = keys[-1] * max(size, 1) + column
        room //= max(size, 1)
    return keys
