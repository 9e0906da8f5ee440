"""The head of a report: what it is, whether its figures are final, and the ways to hand it on."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.report_reading import ReportTold
from zwk_barrier.desktop.statistics.shown_words import words_of
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

_CASES: Final = "cases"


class ReportHead(QWidget):
    """Title and state on the left, buttons on the right."""

    pdf_wanted = Signal()
    files_wanted = Signal()
    release_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._heading = PageTitle(_("Bericht"), name=f"{name}_title")
        self._state = SoftText(name=f"{name}_state")
        self._inside = Chip(_("Interne Zahlen – nicht weitergeben"), Tone.SOON, icon="eye")
        self._inside.setObjectName(f"{name}_inside")
        self.pdf = Button("report_pdf", _("&PDF"), icon="file-text")
        self.files = Button("report_files", _("&XLSX, ODS, CSV"), icon="download")
        self.release = Button("report_release", _("&Weitergeben …"), kind=Kind.PRIMARY, icon="shield-check")
        self._can_release = False
        self._deeds = Flow(f"{name}_deeds", to_right=True)
        for button, signal in (
            (self.pdf, self.pdf_wanted),
            (self.files, self.files_wanted),
            (self.release, self.release_wanted),
        ):
            self._deeds.add(button)
            button.clicked.connect(signal)
        self._lay_out()

    def heading(self) -> str:
        """What the report is called."""
        return self._heading.text()

    def offer_release(self) -> None:
        """Offers the wizard for handing figures on."""
        self._can_release = True

    def show_told(self, told: ReportTold) -> None:
        """Says what is shown."""
        report = told.report
        self._heading.setText(
            report.title
            if report is not None
            else _("Bericht {period}").format(period=period_title(told.wanted.period))
        )
        self._state.setText(_state(told))
        self._inside.setVisible(report is not None and report.view == "internal")
        can_hand_on = report is not None and report.view == "protected" and told.may_count
        self._deeds.setVisible(can_hand_on)
        self.release.setVisible(can_hand_on and self._can_release)

    def _lay_out(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        chips = Flow(f"{self.objectName()}_marks")
        chips.add(self._inside)
        for part in (self._heading, self._state, chips):
            column.addWidget(part)
        head = Columns(f"{self.objectName()}_columns", fold_at=880)
        head.add(words)
        head.add(self._deeds, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(head)
        self._inside.hide()
        self._deeds.hide()


def _state(told: ReportTold) -> str:
    report, closing = told.report, told.closing
    parts = [_("Noch nicht abgeschlossen")]
    if closing.frozen_at is not None:
        day = format_date(closing.frozen_at.astimezone().date())
        parts = [
            _("Stand eingefroren am {day}").format(day=day)
            if report is not None and report.view == "protected"
            else _("Abgeschlossen am {day}").format(day=day)
        ]
    if report is not None:
        parts.append(_("Vorlage {template}").format(template=report.template_title or report.template))
        cases = _cases(report)
        if cases:
            parts.append(_("{cases} Fälle").format(cases=cases))
    return " · ".join(parts)


def _cases(report: StatisticsReport) -> str:
    everything = [*report.highlights, *(one for section in report.sections for one in section.indicators)]
    cases = next((one.now for one in everything if one.key == _CASES), None)
    return words_of(cases, report.protection.threshold) if cases is not None and cases.mark == "shown" else ""
