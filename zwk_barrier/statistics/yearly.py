"""The figures of a year in their first form: an overview and one-dimensional tables, each safe to pass on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.protection import LEAST, Cell, protect, single
from zwk_barrier.statistics.yearly_counting import Figure, Table, Year, count_figures, count_tables
from zwk_barrier.wording import _

OVERVIEW: Final = "overview"
_FIRST_YEAR: Final = 1990


@dataclass(frozen=True, slots=True)
class SafeTable:
    """A table as it may leave the office: code, label and cell of each line, and the total.

    The overview has no total, for its lines are no parts of one whole; ``of`` names what the lines of a
    table are parts of.
    """

    name: str
    title: str
    of: str
    lines: tuple[tuple[str, str, Cell], ...]
    total: Cell | None


def count_year(session: Session, year: int) -> tuple[SafeTable, ...]:
    """The overview and the tables of a calendar year; raises InputProblem for a year that cannot be."""
    if not _FIRST_YEAR <= year <= datetime.now().astimezone().year:
        raise InputProblem(
            "year",
            _("Für das Jahr {year} gibt es keine Zahlen.").format(year=year),
            advice=_("Nennen Sie ein Jahr, in dem die Beratungsstelle gearbeitet hat."),
        )
    span = Year(year)
    return safe_tables(count_figures(session, span), count_tables(session, span))


def safe_tables(figures: Sequence[Figure], tables: Sequence[Table]) -> tuple[SafeTable, ...]:
    """All of them protected; a table is left out whose total must not be known."""
    overview = _overview(figures)
    secret = {code for code, _label, cell in overview.lines if cell.mark == "hidden"}
    return overview, *(_safe(table) for table in tables if table.of not in secret)


def _overview(figures: Sequence[Figure]) -> SafeTable:
    """A part is hidden where what is left of its whole would be small: one can subtract."""
    counts = {figure.name: figure.count for figure in figures}
    lines = []
    for figure in figures:
        cell = single(figure.count)
        if any(0 < counts[whole] - figure.count < LEAST for whole in figure.part_of) and cell.count:
            cell = replace(cell, count=None, mark="hidden")
        lines.append((figure.name, figure.title, cell))
    return SafeTable(OVERVIEW, _("Überblick"), "", tuple(lines), None)


def _safe(table: Table) -> SafeTable:
    protected = protect([count for _code, _label, count in table.lines])
    lines = (
        (code, label, cell) for (code, label, _count), cell in zip(table.lines, protected.cells, strict=True)
    )
    return SafeTable(table.name, table.title, table.of, tuple(lines), protected.total)
