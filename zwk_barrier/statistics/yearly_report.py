"""Gathers the yearly report: the same safe tables that are exported, with what they count."""

from datetime import date

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.model.yearly_report import ShownCount, YearLine, YearlyReport, YearTable
from zwk_barrier.statistics.protection import LEAST, Cell
from zwk_barrier.statistics.wordings import definition
from zwk_barrier.statistics.yearly import OVERVIEW, SafeTable, count_year


def gather_yearly_report(session: Session, year: int, day: date, letterhead: Letterhead) -> YearlyReport:
    """The figures of ``year`` as they may leave the office; raises InputProblem for a year that cannot be."""
    safe = count_year(session, year)
    return YearlyReport(
        letterhead=letterhead,
        year=year,
        counted_on=day,
        least=LEAST,
        overview=tuple(
            YearLine(label, _shown(cell), definition(code))
            for table in safe
            if table.name == OVERVIEW
            for code, label, cell in table.lines
        ),
        tables=tuple(_table(table) for table in safe if table.name != OVERVIEW),
        language=wording.language(),
    )


def _table(table: SafeTable) -> YearTable:
    return YearTable(
        table.title,
        definition(table.of),
        tuple(YearLine(label, _shown(cell)) for _code, label, cell in table.lines),
        None if table.total is None else _shown(table.total),
    )


def _shown(cell: Cell) -> ShownCount:
    return ShownCount(cell.count, cell.mark)
