"""The figures of a year in their first form: safe one-dimensional tables as CSV.

Each table stands in long form, one row a value, with its definition; there are no cross tables yet.
"""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from zwk_barrier import __version__
from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.counting import Table, count_all
from zwk_barrier.statistics.protection import LEAST, Cell, protect, total_may_be_shown
from zwk_barrier.store.files import disk_problems, write_whole
from zwk_barrier.wording import _

_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class SafeTable:
    """A table as it may leave the office; ``total`` is None where it would give a hidden count away."""

    name: str
    title: str
    definition: str
    cells: tuple[Cell, ...]
    total: int | None


def count_year(session: Session, year: int) -> list[SafeTable]:
    """The safe tables of a calendar year; raises InputProblem for a year that cannot be."""
    if not _FIRST_YEAR <= year <= date.today().year:  # noqa: DTZ011 - the year here
        raise InputProblem("year", _("Für das Jahr {year} gibt es keine Zahlen.").format(year=year))
    overview, *tables = count_all(session, year)
    safe = [_safe(table) for table in tables]
    secret = {table.whole for table, shown in zip(tables, safe, strict=True) if shown.total is None}
    return [_safe_overview(overview, secret), *safe]


def write_tables(tables: list[SafeTable], year: int, folder: Path) -> list[Path]:
    """Writes one CSV a table and a description of all; gives the files written.

    CSV as a German spreadsheet opens it: semicolons, UTF-8 with a byte order mark.
    """
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables:
        path = folder / f"{year}_{table.name}.csv"
        write_whole(path, _csv(table, year).encode("utf-8-sig"))
        written.append(path)
    path = folder / f"{year}_description.json"
    write_whole(path, json.dumps(_description(tables, year), ensure_ascii=False, indent=1).encode())
    return [*written, path]


def _safe_overview(table: Table, secret: set[str]) -> SafeTable:
    """The overview: its rows are no parts of one total, but some repeat the total of another table."""
    cells = tuple(
        Cell(label, None if 0 < count < LEAST or label in secret else count) for label, count in table.counts
    )
    return SafeTable(table.name, table.title, table.definition, cells, None)


def _safe(table: Table) -> SafeTable:
    cells = protect(table.counts)
    total = table.total if total_may_be_shown(cells, table.total) else None
    return SafeTable(table.name, table.title, table.definition, cells, total)


def _csv(table: SafeTable, year: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow((_("Jahr"), _("Tabelle"), _("Wert"), _("Anzahl"), _("ist_summe")))
    for cell in table.cells:
        writer.writerow((year, table.title, cell.label, _shown(cell.count), 0))
    if table.total is not None:
        writer.writerow((year, table.title, _("zusammen"), table.total, 1))
    return out.getvalue()


def _shown(count: int | None) -> str:
    return _("verdeckt") if count is None else str(count)


def _description(tables: list[SafeTable], year: int) -> dict[str, object]:
    return {
        "program": f"ZWK Barriere {__version__}",
        "year": year,
        "counted_on": date.today().isoformat(),  # noqa: DTZ011 - the day here
        "protection": _(
            "Zahlen von 1 bis {most} sind verdeckt, dazu so viele weitere, dass keine Summe sie verrät."
        ).format(most=LEAST - 1),
        "tables": [
            {"file": f"{year}_{table.name}.csv", "title": table.title, "definition": table.definition}
            for table in tables
        ],
    }
