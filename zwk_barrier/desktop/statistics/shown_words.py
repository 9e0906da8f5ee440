"""Figures of a report as this window shows and says them."""

from typing import Final

from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.model.statistics_report import (
    IndicatorValue,
    ReportTable,
    Shown,
    StatisticsReport,
    TableRow,
    View,
)
from zwk_barrier.reports.setting.figure_words import FigureWords
from zwk_barrier.wording import _, language

_SMALL: Final = frozenset({"small", "hidden"})


def words_of(shown: Shown | None, threshold: int = 5) -> str:
    """The number with its unit, or why it is not told."""
    return FigureWords(_, language(), threshold).said(shown)


def figure_of(shown: Shown | None, threshold: int = 5, *, can_open: bool = False) -> Figure:
    """The number for a table with bars; what may not be told has no length."""
    text = words_of(shown, threshold)
    if shown is None:
        return Figure(text, spoken=_("nichts zum Vergleich"))
    if shown.mark == "small":
        return Figure(text, is_small=True, spoken=_("unter {least}").format(least=threshold))
    if shown.value is None:
        return Figure(text, is_small=shown.mark in _SMALL)
    return Figure(
        text,
        float(shown.value),
        None if shown.low is None or shown.high is None else float(shown.low),
        None if shown.low is None or shown.high is None else float(shown.high),
        can_open=can_open,
    )


def indicator_row(one: IndicatorValue, threshold: int, view: View, columns: int) -> BarRow:
    """A figure, in two columns with the one of the year before, with what qualifies it below its name."""
    can_open = view == "internal" and one.origin is not None
    now, before = figure_of(one.now, threshold, can_open=can_open), figure_of(one.before, threshold)
    return BarRow(one.title, (now, before)[:columns], note=one.note)


def table_rows(table: ReportTable, threshold: int, view: View, compared: int | None) -> list[BarRow]:
    """The lines of a table; a mark across each bar says what stands in the column ``compared``."""
    return [_row(table, row, threshold, view, compared) for row in table.rows]


def small_words(report: StatisticsReport) -> str:
    """What „< 5“ means, in one sentence, and what to do about many; empty where none stands in the report."""
    small, least = report.protection.small, report.protection.threshold
    if not small:
        return ""
    told = _(
        "„< {least}“ heißt: keiner oder nur wenige; die genaue Zahl bleibt verborgen, damit niemand zu erkennen ist."
    ).format(least=least)
    rows = [row for section in report.sections for table in section.tables for row in table.rows]
    shown = sum(cell.mark == "shown" for row in rows for cell in row.cells)
    if small < shown:
        return told
    longer = _("Über einen längeren Zeitraum werden die Zahlen größer.")
    return f"{told} {longer}"


def _row(table: ReportTable, row: TableRow, threshold: int, view: View, compared: int | None) -> BarRow:
    origins = row.origins or (None,) * len(row.cells)
    figures = [
        figure_of(cell, threshold, can_open=view == "internal" and origin is not None)
        for cell, origin in zip(row.cells, origins, strict=True)
    ]
    if table.chart is not None and compared is not None:
        drawn, before = figures[table.chart], figures[compared].value
        figures[table.chart] = Figure(
            drawn.text,
            drawn.value,
            before=before,
            is_small=drawn.is_small,
            spoken=drawn.spoken,
            can_open=drawn.can_open,
        )
    return BarRow(row.label, tuple(figures), level=row.level, is_total=row.is_total)
