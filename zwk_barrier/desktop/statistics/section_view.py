"""One section of a report: its figures with the year before, its tables with bars, and what the office says."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.shown_words import indicator_row, table_rows
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.model.statistics_report import (
    IndicatorValue,
    Origin,
    ReportSection,
    ReportTable,
    StatisticsReport,
)
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Told:
    """A figure somebody is at: what it is called, how it is counted, and which cases are behind it.

    ``indicator`` is there when it can be counted in another way.
    """

    title: str
    definition: str
    origin: Origin | None = None
    indicator: IndicatorValue | None = None

    @classmethod
    def of(cls, one: IndicatorValue) -> "Told":
        """A figure that stands for itself."""
        return cls(one.title, one.definition, one.origin, one)


Teller = Callable[[int, int], Told]
"""What a row and column of a table tell."""


class SectionView(QWidget):
    """Shows what :meth:`show_section` is given."""

    opened = Signal(object)
    """A :class:`Told`: its cases are wanted."""

    explained = Signal(object)
    """A :class:`Told`: its definition is wanted."""

    moved = Signal(object)
    """A :class:`Told`: the keyboard came to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[object, ...] = ()
        self._tables: list[BarTable] = []
        self._tellers: dict[str, Teller] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_section(self, report: StatisticsReport, section: ReportSection) -> None:
        """Shows one section of a report; the same one again keeps the keyboard in its place."""
        shape = (
            section.key,
            tuple(table.name for table in section.tables),
            section.note,
            bool(section.indicators),
        )
        if shape != self._shown:
            self._rebuild(report, section)
            self._shown = shape
        tables = iter(self._tables)
        if section.indicators:
            self._fill_figures(next(tables), report, section)
        for table, widget in zip(section.tables, tables, strict=True):
            self._fill_table(widget, report, table)

    def first_table(self) -> BarTable | None:
        """Where the keyboard begins."""
        return self._tables[0] if self._tables else None

    def current(self) -> Told | None:
        """The figure that has the keyboard, or gets it back from a dialog."""
        focus = self.window().focusWidget()
        for table in self._tables:
            place = table.currentIndex()
            if table is focus and place.isValid():
                return self._tellers[table.objectName()](place.row(), max(0, place.column() - 1))
        return None

    def _rebuild(self, report: StatisticsReport, section: ReportSection) -> None:
        _clear(self._column)
        self._tables = []
        if section.note:
            self._column.addWidget(SoftText(section.note, name="report_section_note"))
        if section.indicators:
            self._add_card("report_indicators", section.title, "")
        for table in section.tables:
            self._add_card(f"report_table_{table.name}", table.title, _note(report, table))
        if not self._tables:
            self._column.addWidget(
                SoftText(_("Hierzu ist in diesem Zeitraum nichts gezählt."), name="report_section_empty")
            )

    def _add_card(self, name: str, title: str, note: str) -> None:
        card = Card(f"{name}_card", title=title)
        table = card.add(BarTable(name, title))
        if note:
            card.add(NoteText(note, name=f"{name}_note"))
        for signal, mine in (
            (table.opened, self.opened),
            (table.explained, self.explained),
            (table.moved, self.moved),
        ):
            signal.connect(lambda row, column, mine=mine: mine.emit(self._tellers[name](row, column)))
        self._tables.append(table)
        self._column.addWidget(card)

    def _fill_figures(self, widget: BarTable, report: StatisticsReport, section: ReportSection) -> None:
        threshold, figures = report.protection.threshold, section.indicators
        columns = [period_title(report.period)]
        if any(one.before is not None for one in figures):
            columns.append(period_title(report.period.previous()))
        rows = [indicator_row(one, threshold, report.view, len(columns)) for one in figures]
        widget.show_table(_("Kennzahl"), columns, rows)
        self._tellers[widget.objectName()] = lambda row, _column: Told.of(figures[row])

    def _fill_table(self, widget: BarTable, report: StatisticsReport, table: ReportTable) -> None:
        rows = table_rows(table, report.protection.threshold, report.view, _compared(report, table))
        widget.show_table(table.head, table.columns, rows, bars=table.chart)
        self._tellers[widget.objectName()] = lambda row, column: _told_of(table, row, column)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _told_of(table: ReportTable, row: int, column: int) -> Told:
    line = table.rows[row]
    origin = line.origins[column] if column < len(line.origins) else None
    title = _("{table}: {row}, {column}").format(
        table=table.title, row=line.label, column=table.columns[column]
    )
    return Told(title, table.definition, origin)


def _compared(report: StatisticsReport, table: ReportTable) -> int | None:
    """The column of the year before, when the one drawn is that of the period."""
    before = period_title(report.period.previous())
    if table.chart is None or before not in table.columns:
        return None
    return table.columns.index(before)


def _note(report: StatisticsReport, table: ReportTable) -> str:
    marks = ""
    if _compared(report, table) is not None:
        marks = _("Der Strich am Balken steht für {year}.").format(
            year=period_title(report.period.previous())
        )
    return " ".join(part for part in (table.note, marks) if part)
