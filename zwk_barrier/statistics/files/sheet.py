"""A sheet of figures as both spreadsheet formats write it: beside each code its name, numbers as numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from zwk_barrier.statistics.files.file_table import FileRow, FileTable, Number

Value = str | Number | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first line, the lines below, and how many digits each column has (None for text)."""

    header: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]
    decimals: tuple[int | None, ...]
    widths: tuple[int, ...]


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
