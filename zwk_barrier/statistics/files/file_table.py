"""A table as it stands in files: one row a number, with the codes of its dimensions, in every format alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

TOTAL: Final = "*"
SMALL: Final = "<5"
DOT: Final = "."

PERIOD: Final = "Zeitraum"
TABLE: Final = "Tabelle"
UNIT: Final = "Einheit"
COUNT: Final = "Anzahl"
SIGN: Final = "Zeichen"
IS_SUM: Final = "Summe"
VALUE: Final = "Wert"
INDICATOR: Final = "Kennzahl"
"""The headings of every file; they stay the same in every language of the screen, because programs read them."""

Number = Decimal | int


@dataclass(frozen=True, slots=True)
class FileRow:
    """One number: ``codes`` of the table's dimensions, ``count`` or the ``sign`` that stands for it, further values."""

    period: str
    unit: str
    codes: tuple[str, ...]
    count: int | None
    sign: str = ""
    values: tuple[Number | None, ...] = ()

    @property
    def is_sum(self) -> bool:
        """Whether at least one dimension is summed."""
        return TOTAL in self.codes


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of shares or rates: what it is computed from, and with how many digits it is told."""

    heading: str
    aggregate: str
    decimals: int
    total_over: tuple[str, ...] = ()
    constants: tuple[tuple[str, int], ...] = ()
    measure: str = ""


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of a release; ``where`` narrows all of it, ``labels`` name the codes in the order of ``dimensions``.

    ``headings`` are the titles of the dimensions for people.
    """

    name: str
    title: str
    definition: str
    unit: str
    dimensions: tuple[str, ...]
    headings: tuple[str, ...]
    where: tuple[tuple[str, tuple[str, ...]], ...]
    values: tuple[ValueColumn, ...]
    rows: Sequence[FileRow]
    labels: tuple[dict[str, str], ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The first line of its CSV."""
        further = tuple(column.heading for column in self.values)
        return (PERIOD, TABLE, UNIT, *self.dimensions, COUNT, SIGN, IS_SUM, *further)

    def line(self, row: FileRow) -> tuple[str | Number | None, ...]:
        """One line of its CSV, in the order of the header."""
        return (
            row.period,
            self.name,
            row.unit,
            *row.codes,
            row.count,
            row.sign,
            int(row.is_sum and INDICATOR not in self.dimensions),
            *row.values,
        )
