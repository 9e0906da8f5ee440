"""Writes releases as the program does, and as it must not: by a hand of its own, so that a test can craft any leak."""

import csv
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Code = str
Codes = tuple[Code, ...]
Record = Mapping[str, Code]  # dimension → finest code; "quarter" → quarter
Counts = dict[tuple[Codes, str], int]  # codes and period → count
Hierarchy = Mapping[Code, Sequence[Code]]  # code → coarser codes it belongs to

YEAR = "2025"
QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")
PERIODS: Mapping[str, Sequence[str]] = {YEAR: QUARTERS, **{quarter: (quarter,) for quarter in QUARTERS}}

AREAS: Hierarchy = {
    "nord": (), "lehe": ("nord",), "klushof": ("nord",), "sued": (), "mitte": ("sued",), "geest": ("sued",),
}  # fmt: skip
AGES: Hierarchy = {"65+": (), "0-64": (), "65-79": ("65+",), "80+": ("65+",)}
CARE: Hierarchy = {"none": (), "low": (), "high": ()}
DIMENSIONS: Mapping[str, Hierarchy] = {"area": AREAS, "age": AGES, "care": CARE}


@dataclass(frozen=True)
class Line:
    """A row of a table: period, codes, count or nothing, mark, further columns."""

    period: str
    codes: Codes
    count: int | None
    mark: str = ""
    values: tuple[str, ...] = ()


@dataclass
class TableFile:
    """A table to be written."""

    name: str
    dimensions: Sequence[str]
    lines: list[Line]
    unit: str = "visits"
    where: Mapping[str, Sequence[Code]] = field(default_factory=dict)
    values: Sequence[Mapping[str, Any]] = ()

    @property
    def header(self) -> list[str]:
        """The first row."""
        extra = [said["column"] for said in self.values]
        return ["Zeitraum", "Tabelle", "Einheit", *self.dimensions, "Anzahl", "Zeichen", "Summe", *extra]

    def rows(self) -> list[list[str]]:
        """All other rows."""
        return [
            [
                line.period, self.name, self.unit, *line.codes,
                "" if line.count is None else str(line.count), line.mark,
                "1" if "*" in line.codes else "0", *line.values,
            ]
            for line in self.lines
        ]  # fmt: skip


ROUNDING = {"name": "rounding", "base": 5}
DOTS = {"name": "dots", "threshold": 5}
UNITS: Mapping[str, Any] = {
    "visits": {"title": "Hausbesuche", "people": True, "over_quarters": "sum"},
    "cases": {
        "title": "Fälle", "people": True, "over_quarters": "first_and_new",
        "arrival": {"dimension": "arrival", "new": "new"},
    },
    "events": {"title": "Veranstaltungen", "people": False, "over_quarters": "sum"},
}  # fmt: skip


def metadata(
    tables: Sequence[TableFile],
    method: Mapping[str, Any],
    dimensions: Mapping[str, Hierarchy] = DIMENSIONS,
    **more: Any,
) -> dict[str, Any]:
    """What goes along with the tables."""
    described = {
        name: {"title": name.capitalize(), "codes": {code: {"label": code, "parents": list(parents)}
                                                     for code, parents in codes.items()}}
        for name, codes in dimensions.items()
    }  # fmt: skip
    release = {
        "layout": 1, "kind": "tables", "periods": {name: list(run) for name, run in PERIODS.items()},
        "method": dict(method), "units": UNITS, "dimensions": described, **more,
    }  # fmt: skip
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "zwk:release": release,
        "tables": [
            {"url": f"2025_{table.name}.csv", "zwk:table": {
                "name": table.name, "title": table.name, "sheet": table.name, "unit": table.unit,
                "dimensions": list(table.dimensions), "where": table.where, "values": list(table.values)}}
            for table in tables
        ],
    }  # fmt: skip


def write_release(
    folder: Path,
    tables: Sequence[TableFile],
    method: Mapping[str, Any],
    dimensions: Mapping[str, Hierarchy] = DIMENSIONS,
    **more: Any,
) -> Path:
    """Writes metadata and one CSV a table into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    said = metadata(tables, method, dimensions, **more)
    (folder / "metadata.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    for table in tables:
        with (folder / f"2025_{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(table.header)
            writer.writerows(table.rows())
    return folder


def finest(codes: Hierarchy) -> list[Code]:
    """The codes that are nobody's parent."""
    coarser = {parent for parents in codes.values() for parent in parents}
    return [code for code in codes if code not in coarser]


def count(
    records: Iterable[Record],
    by: Sequence[str],
    periods: Mapping[str, Sequence[str]] = PERIODS,
    dimensions: Mapping[str, Hierarchy] = DIMENSIONS,
) -> Counts:
    """How many records each cell of the table by these dimensions has, all levels, totals and zeros included."""
    listed = [(*dimensions[name], "*") for name in by]
    counts: Counter[tuple[Codes, str]] = Counter(
        {(codes, period): 0 for codes in itertools.product(*listed) for period in periods}
    )
    for record in records:
        levels = [(record[name], *dimensions[name][record[name]], "*") for name in by]
        when = [period for period, run in periods.items() if record["quarter"] in run]
        counts.update((codes, period) for codes in itertools.product(*levels) for period in when)
    return dict(counts)


def as_table(
    name: str, by: Sequence[str], counts: Counts, hidden: Iterable[tuple[Codes, str]] = ()
) -> TableFile:
    """A table of these counts, with a dot for each that is hidden."""
    dots = set(hidden)
    lines = [
        Line(period, codes, None, ".") if (codes, period) in dots else Line(period, codes, number)
        for (codes, period), number in counts.items()
    ]
    return TableFile(name, by, lines)


def one_way(numbers: Mapping[Code, int]) -> Counts:
    """The counts of a table by one dimension, for the year."""
    return {((code,), YEAR): number for code, number in numbers.items()}
