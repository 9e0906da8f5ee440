"""Bericht: the figures of a period for one reader, section by section, each with its definition one key away."""

from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pkgutil import resolve_name
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToDataQuality, ToStatistics, ToYearlyReport
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics.case_list import CaseListDialog
from zwk_barrier.desktop.statistics.changes_fold import ChangesFold
from zwk_barrier.desktop.statistics.closing_dialog import ClosingDialog
from zwk_barrier.desktop.statistics.closing_strip import ClosingStrip
from zwk_barrier.desktop.statistics.comment_card import CommentCard
from zwk_barrier.desktop.statistics.definition_dialog import show_definition
from zwk_barrier.desktop.statistics.figure_cards import FigureCards
from zwk_barrier.desktop.statistics.files_dialog import FilesDialog
from zwk_barrier.desktop.statistics.own_template_dialog import OwnTemplateDialog
from zwk_barrier.desktop.statistics.report_choice import ReportChoice
from zwk_barrier.desktop.statistics.report_head import ReportHead
from zwk_barrier.desktop.statistics.report_reading import ReportTold, read_report
from zwk_barrier.desktop.statistics.report_side import ReportSide
from zwk_barrier.desktop.statistics.section_view import SectionView, Told
from zwk_barrier.desktop.statistics.shown_words import small_words
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.model.statistics_report import ReportSection, StatisticsReport
from zwk_barrier.problems import Problem
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_FROZEN: Final = ("frozen_period", "population_table", "population_count", "staff", "office")
_WIZARD: Final = "zwk_barrier.desktop.statistics.export_wizard:open_export_wizard"


class ReportTab(QWidget):
    """The tab „Bericht“; ``today`` is asked whenever it reads."""

    def __init__(
        self,
        desk: Desk,
        *,
        preferences: Preferences | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__()
        self.setObjectName("report_tab")
        self._desk, self._today = desk, today
        self._told: ReportTold | None = None
        self._begins = False  # the button that brought the figures goes: they get the keyboard
        self.head = ReportHead("report_head")
        self.choice = ReportChoice("report_choice", today(), preferences)
        self._progress = ProgressStrip("report_progress")
        self._notes = WarningLines("report_notes")
        self.closing = ClosingStrip("report_closing")
        self.changes = ChangesFold(desk, "report_changes")
        self.cards = FigureCards("report_figures")
        self._small = SoftText(name="report_small")
        self.section = SectionView("report_section")
        self.comment = CommentCard(desk, "report_comment")
        self.side = ReportSide("report_side")
        self._onward = Button("report_next", "", kind=Kind.QUIET, icon="chevron-right")
        self._body = QWidget()
        self._lay_out()
        self._connect()
        if find_spec(_WIZARD.partition(":")[0]) is not None:
            self.head.offer_release()

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return self.head.heading()

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; period, reader and section stay as they were chosen."""
        del destination
        self._read()

    def leave(self) -> None:
        """Keeps the comment that is being typed."""
        self.comment.field.settle()

    def show_told(self, told: ReportTold) -> None:
        """Shows a report as it was read."""
        self._progress.finish()
        self._told = told
        self.choice.show_offer(told.templates, sees_cases=told.sees_cases, may_count=told.may_count)
        self.head.show_told(told)
        self.closing.show_told(told)
        self.changes.show_told(told)
        report = told.report
        self._body.setVisible(report is not None)
        self.choice.show_sections(report.sections if report is not None else ())
        if report is None:
            return
        self._notes.show_lines(report.notes)
        self._small.setText(small_words(report))
        self._small.setVisible(bool(self._small.text()))
        self.cards.show_figures(report.highlights, report.protection.threshold, report.view)
        self.side.show_report(report)
        self._show_section()
        if self._begins:
            self._begins = False
            self._give_keyboard()

    def _give_keyboard(self) -> None:
        """To the first of the figures."""
        table = self.section.first_table()
        if not self.cards.begin() and table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        wanted, me, day = self.choice.wanted(), self._desk.store.staff_id, self._today()
        self._progress.begin(_("{period} wird ausgezählt …").format(period=period_title(wanted.period)))
        self._desk.ask(
            lambda session: read_report(session, wanted, me, day),
            then=self.show_told,
            failed=self._refuse,
            owner=self,
        )

    def _refuse(self, problem: Problem) -> None:
        self._progress.finish()
        self._desk.failing.emit(problem)

    def _reread(self, changed: Changed) -> None:
        if not self.isVisible():
            return
        is_live = (
            self._told is not None and self._told.report is not None and self._told.report.frozen_at is None
        )
        if changed.touches("report_comment"):
            self._read_comment()
        elif is_live or changed.touches(*_FROZEN):
            self._read()

    def _shown(self) -> tuple[StatisticsReport, ReportSection] | None:
        """The report and its section in view."""
        report = self._told.report if self._told is not None else None
        if report is None or not report.sections:
            return None
        wanted = self.choice.section()
        section = next((one for one in report.sections if one.key == wanted), report.sections[0])
        return report, section

    def _show_section(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        report, section = shown
        self.section.show_section(report, section)
        self._show_told_at(section, report)
        self._read_comment()
        place = report.sections.index(section) + 1
        is_last = place == len(report.sections)
        self._onward.setVisible(not is_last)
        if not is_last:
            self._onward.setText(_("Weiter: {section}").format(section=report.sections[place].title))

    def _show_told_at(self, section: ReportSection, report: StatisticsReport) -> None:
        """How the figure with the keyboard is counted, or else the first one."""
        at = self.cards.current() or next(iter((*section.indicators, *report.highlights)), None)
        told = self.section.current() or (None if at is None else Told.of(at))
        if told is not None:
            self.side.show_told(told)

    def _read_comment(self) -> None:
        shown = self._shown()
        if shown is not None:
            self.comment.show_section(shown[0].period, shown[0].template, shown[1].key)

    def _go_on(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        report, section = shown
        self.comment.field.settle()
        self.choice.choose_section(report.sections[report.sections.index(section) + 1].key)
        self._show_section()
        table = self.section.first_table()
        if table is not None:
            table.setFocus()

    def _explain(self, told: Told) -> None:
        self.side.show_told(told)
        show_definition(self.window(), told, self._count_as)

    def _open(self, told: Told) -> None:
        report = self._told.report if self._told is not None else None
        if report is None or report.view != "internal" or told.origin is None:
            self._explain(told)
            return
        CaseListDialog(self._desk, self.window(), report.period, told.title, told.origin).begin()

    def _close_period(self) -> None:
        if self._told is None or not self._told.closing.open_runs:
            return
        run = self._told.closing.open_runs[0]
        dialog = ClosingDialog(self._desk, self.window(), run, self._today())
        dialog.closed.connect(self._closed)
        dialog.begin()

    def _closed(self) -> None:
        """Shows the figures there are now; what the closing has changed is about to be told and lets them be read."""
        self.choice.choose_view("protected")
        self._begins = True
        self._desk.say(_("Der Zeitraum ist abgeschlossen; seine Zahlen bleiben jetzt gleich."))

    def _count_as(self, key: str, variant: str) -> None:
        self.choice.count_as(key, variant)
        self._read()

    def _compose(self) -> None:
        OwnTemplateDialog(self._desk, self.window(), self._read).begin()

    def _look_inside(self) -> None:
        self.choice.choose_view("internal")
        self._begins = True
        self._read()

    def _preview(self) -> None:
        wanted = self.choice.wanted()
        period, definitions = wanted.period, tuple(sorted(wanted.definitions.items()))
        self._desk.go(
            ToYearlyReport(period.first_day, period.last_day, wanted.template, definitions=definitions)
        )

    def _write_files(self) -> None:
        FilesDialog(self._desk, self.window(), self.choice.wanted(), self._today()).begin()

    def _hand_on(self) -> None:
        resolve_name(_WIZARD)(self._desk, self.window(), self.choice.wanted())

    def _lay_out(self) -> None:
        self._lay_out_body()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 20, 24, 96)  # the last row can be scrolled past the notice
        column.setSpacing(16)
        parts: tuple[QWidget, ...] = (self.head, self.choice, self._progress, self.closing, self._body)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self.closing.hide()
        self._body.hide()
        fill_scrolling(self, "report_scroll", ground)

    def _lay_out_body(self) -> None:
        left = QWidget()
        main = QVBoxLayout(left)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(16)
        onward = Flow("report_onward")
        onward.add(self._onward)
        main.addWidget(self.section)
        main.addWidget(self.comment)
        main.addWidget(onward)
        columns = Columns("report_columns", fold_at=880)
        columns.add(left, 9)
        columns.add(self.side, 5)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        parts: tuple[QWidget, ...] = (self._notes, self.changes, self.cards, self._small, columns)
        for part in parts:
            inner.addWidget(part)

    def _connect(self) -> None:
        self.choice.changed.connect(self._read)
        self.choice.section_chosen.connect(self._show_section)
        self.choice.composing_wanted.connect(self._compose)
        self.section.explained.connect(self._explain)
        self.section.opened.connect(self._open)
        self.cards.opened.connect(lambda one: self._open(Told.of(one)))
        self.closing.closing_wanted.connect(self._close_period)
        self.section.moved.connect(self.side.show_told)
        self.cards.explained.connect(lambda one: self._explain(Told.of(one)))
        self.cards.moved.connect(lambda one: self.side.show_told(Told.of(one)))
        self.side.variant_wanted.connect(self._explain)
        self.side.quality.clicked.connect(lambda: self._desk.go(ToDataQuality()))
        self.closing.inside_wanted.connect(self._look_inside)
        self.head.pdf_wanted.connect(self._preview)
        self.head.files_wanted.connect(self._write_files)
        self.head.release_wanted.connect(self._hand_on)
        self._onward.clicked.connect(self._go_on)
        self._desk.changed.connect(self._reread)
