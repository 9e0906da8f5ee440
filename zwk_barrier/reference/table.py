"""Reads a shipped table: UTF-8, ``;`` between the columns, one header row.

A mistake in shipped data is a bug, not a problem: it raises ValueError naming file and row, and a
test reads every row of every file before release.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NoReturn, TypeAlias

Confidence: TypeAlias = Literal["H", "M", "L"]
CONFIDENCES: dict[str, Confidence] = {"H": "H", "M": "M", "L": "L"}


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

    def listed(self, column: str) -> tuple[str, ...]:
        """The cell's parts between commas, without blanks around them."""
        return tuple(part.strip() for part in self.cells[column].split(",") if part.strip())


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that has at least ``columns``; raises ValueError naming file and row."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter=";", strict=True)
        header = next(lines, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise ValueError(f"{path.name}, row 1: missing {', '.join(missing)}")
        for cells in lines:
            row = Row(path.name, lines.line_num, dict(zip(header, cells, strict=False)))
            if len(cells) != len(header):
                row.fail(f"{len(cells)} cells, {len(header)} expected")
            yield row
