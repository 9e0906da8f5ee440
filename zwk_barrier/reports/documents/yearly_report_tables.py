"""The tables of a yearly report: numbered, with a caption, bars beside the column that is drawn, and the sum below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from zwk_barrier.model.statistics_report import ReportTable, Shown, TableRow
from zwk_barrier.reports.setting.bars import Bar, Chart, ChartedTable
from zwk_barrier.reports.setting.figure_words import FigureWords
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, CELL, CELL_NOTE, CELL_STRONG, MM, SMALL, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain

_GAP: Final = 6 * MM
_BARS: Final = 42 * MM
_MOST_CHARTED: Final = 4
"""With more columns than these the numbers need the room of the bars."""

_NAME: Final = TextStyle(CELL.size, CELL.leading)
_LATER: Final = TextStyle(CELL.size, CELL.leading, colour=CELL_NOTE.colour)
_REMARK: Final = replace(SMALL, after=6, even=False)
_DEEPER: Final = 10.0
_BETWEEN: Final = 18.0


class FigureTables:
    """Writes tables into one story, counting them."""

    def __init__(self, story: Story, translate: Callable[[str], str], words: FigureWords) -> None:
        self._story, self._, self._words = story, translate, words
        self._number = 0

    def write(self, table: ReportTable) -> None:
        """One table with its bars; a sentence instead where it has no lines."""
        self._number += 1
        if not table.rows:
            nothing = self._("Im Zeitraum gab es nichts zu zählen.")
            self._story.paragraph(f"{self._numbered()}: {table.title}. {nothing}")
            return
        chart = table.chart if len(table.columns) < _MOST_CHARTED else None
        drawn = [row for row in table.rows if not row.is_total]
        has_bars = chart is not None and any(row.cells[chart].value for row in drawn)
        is_wide = len(table.columns) >= _MOST_CHARTED
        width = A4.text_width - (0 if is_wide else _GAP + _BARS)
        part = self._story.part()
        columns = _columns(table, is_wide=is_wide)
        block = self._story.table_block(
            columns,
            [self._row(table, row) for row in drawn],
            next((self._row(table, row) for row in table.rows if row.is_total), ()),
            width,
            caption=f"{self._numbered()}: {table.title}",
            part=part,
        )
        block.before, block.after = _BETWEEN, _BETWEEN
        if has_bars and chart is not None:
            bars = [self._bar(row, chart) for row in drawn]
            longest = max(bar.length or 0 for bar in bars)
            told = self._teller(table, chart)
            self._story.add(ChartedTable(block, Chart(part, width + _GAP, _BARS, longest, told), bars))
        else:
            self._story.add(block)
        if table.note:
            self._story.paragraph(table.note, _REMARK)

    def _numbered(self) -> str:
        return self._("Tabelle {number}").format(number=self._number)

    def _row(self, table: ReportTable, row: TableRow) -> list[Cell]:
        is_strong = row.is_total or row.level > 0
        style = CELL_STRONG if is_strong else _NAME
        deepest = max(each.level for each in table.rows if not each.is_total) if not row.is_total else 0
        indent = _DEEPER * (deepest - row.level) if not row.is_total else 0.0
        cells = [Cell([(row.label, style)], header=True, indent=indent)]
        for place, shown in enumerate(row.cells):
            quiet = place and not is_strong and table.chart == 0
            cells.append(plain(self._words.briefly(shown), _LATER if quiet else style))
        return cells

    def _bar(self, row: TableRow, chart: int) -> Bar:
        shown = row.cells[chart]
        return Bar(_length(shown), f"{row.label}: {self._words.said(shown)}")

    def _teller(self, table: ReportTable, chart: int) -> Callable[[Sequence[Bar]], str]:
        title = f"{table.title}, {table.columns[chart]}"

        def told(bars: Sequence[Bar]) -> str:
            lines = "; ".join(bar.said for bar in bars)
            return self._("Balken: {title}. {lines}.").format(title=title, lines=lines)

        return told


def _length(shown: Shown) -> int | None:
    """How long its bar is; None draws the same dashed stroke for everything that is not told."""
    return None if shown.value is None else round(shown.value * 100)


def _columns(table: ReportTable, *, is_wide: bool) -> list[Column]:
    """The names take what the numbers leave; narrow numbers stand close together, never far from their name."""
    count = len(table.columns)
    has_money = any(shown.measure == "euro" for row in table.rows for shown in row.cells)
    each = min(18, 74 / count) if is_wide else min(21 if has_money else 15.5, 60 / count)
    return [
        Column(table.head, 100 - each * count),
        *(Column(title, each, "right") for title in table.columns),
    ]
