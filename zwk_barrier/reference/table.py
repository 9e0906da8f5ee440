"""Reads a shipped table: UTF-8, ``;`` between the columns, one header row.

A mistake in shipped data is a bug, not a problem: it raises ValueError naming file and row, and a
test reads every row of every file before release.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple, NoReturn, TypeAlias

Confidence: TypeAlias = Literal["H", "M", "L"]
CONFIDENCES: dict[str, Confidence] = {"H": "H", "M": "M", "L": "L"}


class Validity(NamedTuple):
    """From when to when something holds, both days included; ``None`` is an open end."""

    begin: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day <= self.end)

    def meets(self, other: "Validity") -> bool:
        """Whether both hold on some day."""
        begins, ends = (
            (self.begin or date.min, other.begin or date.min),
            (self.end or date.max, other.end or date.max),
        )
        return max(begins) <= min(ends)


ALWAYS: Final = Validity()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a shipped table; ``number`` counts lines as an editor does, the header being 1."""

    file: str
    number: int
    cells: dict[str, str]

    def fail(self, why: str) -> NoReturn:
        """Raises ValueError naming file and row."""
        raise ValueError(f"{self.file}, row {self.number}: {why}")

    def text(self, column: str) -> str:
        """The cell as it stands, possibly empty."""
        return self.cells[column]

    def required(self, column: str) -> str:
        """The cell; raises ValueError when it is empty."""
        value = self.cells[column]
        if not value:
            self.fail(f"{column} is empty")
        return value

    def whole(self, column: str) -> int | None:
        """The cell as a whole number, ``None`` when empty; raises ValueError otherwise."""
        value = self.cells[column]
        if not value:
            return None
        if not value.isdecimal():
            self.fail(f"{column} is no whole number: {value}")
        return int(value)

    def day(self, column: str) -> date | None:
        """The cell as an ISO date, ``None`` when empty; raises ValueError otherwise."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{column} is no date: {value}")

    def confidence(self) -> Confidence:
        """H(igh), M(edium) or L(ow), the last to be shown as "zu prüfen"; raises ValueError otherwise."""
        value = CONFIDENCES.get(self.cells["confidence"])
        if value is None:
            self.fail(f"unknown confidence {self.cells['confidence']}")
        return value

    def valid(self) -> "Validity":
        """From when to when the row holds; a file without these columns holds always."""
        begin = self.day("valid_from") if "valid_from" in self.cells else None
        end = self.day("valid_to") if "valid_to" in self.cells else None
        if begin is not None and end is not None and end < begin:
            self.fail("valid_to lies before valid_from")
        return Validity(begin, end)

    def listed(self, column: str) -> tuple[str, ...]:
        """The cell's parts between commas, without blanks around them."""
        return tuple(part.strip() for part in self.cells[column].split(",") if part.strip())


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that has at least ``columns``; raises ValueError naming file and row."""
    return read_rows(path.name, path.read_text("utf-8"), columns)


def read_rows(name: str, text: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table's text, as :func:`read_table`; ``name`` is what the file is called in messages."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        header = next(lines, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise ValueError(f"{name}, row 1: missing {', '.join(missing)}")
        for cells in lines:
            row = Row(name, lines.line_num, dict(zip(header, cells, strict=False)))
            if len(cells) != len(header):
                row.fail(f"{len(cells)} cells, {len(header)} expected")
            yield row
    except csv.Error as error:
        raise ValueError(f"{name}, row {lines.line_num}: {error}") from error
