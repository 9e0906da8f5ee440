"""A sheet of figures as both spreadsheet formats write it: beside each code its name, numbers as numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.statistics.files.file_table import FileRow, FileTable, Number
from zwk_barrier.statistics.files.texts import definitions, hints
from zwk_barrier.wording import _

Value = str | Number | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first line, the lines below, and how many digits each column has (None for text)."""

    header: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]
    decimals: tuple[int | None, ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What a file says of itself; the same ``moment`` (aware) gives the same file."""

    title: str
    language: str = "de"
    moment: datetime | None = None


Texts = Sequence[tuple[str, ...]]
"""Lines of text in columns."""

Parts = Sequence[tuple[str, Sheet | Texts]]
"""The sheets of a file in their order, by name."""


def parts_of(report: StatisticsReport, tables: Sequence[FileTable], names: Mapping[str, str]) -> Parts:
    """The sheets of a report: how to read it, a sheet a table, what each figure counts."""
    return [
        (_("Hinweise"), [(text,) for text in hints(report)]),
        *((names[table.name], sheet_of(table)) for table in tables),
        (_("Begriffe"), definitions(report)),
    ]


def cover_of(report: StatisticsReport) -> Cover:
    """What the files of a report say of themselves."""
    return Cover(report.title, report.language, report.frozen_at)


def sheet_of(table: FileTable) -> Sheet:
    """The sheet of a table."""
    header = tuple(_header(table))
    lines = tuple(tuple(_line(table, row)) for row in table.rows)
    columns = range(len(header))
    widths = tuple(
        max([len(header[at]), *(len(str(line[at])) for line in lines if line[at] is not None)])
        for at in columns
    )
    return Sheet(header, lines, tuple(_digits([line[at] for line in lines]) for at in columns), widths)


def _header(table: FileTable) -> Iterator[str]:
    before, after = table.header[:3], table.header[3 + len(table.dimensions) :]
    yield from before
    for name, heading in zip(table.dimensions, table.headings, strict=True):
        yield from (name, heading)
    yield from after


def _line(table: FileTable, row: FileRow) -> Iterator[Value]:
    line = table.line(row)
    yield from line[:3]
    for code, labels in zip(row.codes, table.labels, strict=True):
        yield from (code, labels.get(code, code))
    yield from line[3 + len(table.dimensions) :]


def _digits(values: list[Value]) -> int | None:
    numbers = [value for value in values if value is not None and not isinstance(value, str)]
    if not numbers:
        return None
    return max(
        max(0, -int(number.as_tuple().exponent)) if not isinstance(number, int) else 0 for number in numbers
    )
