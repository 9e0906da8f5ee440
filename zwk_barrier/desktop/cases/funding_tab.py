"""Who pays: what may be applied for, the applications of the case, and how its measures are paid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework import applications
from zwk_barrier.casework.application_views import ApplicationRow, application_rows
from zwk_barrier.casework.overview import CaseOverview
from zwk_barrier.desktop.cases.financing_section import FinancingSection
from zwk_barrier.desktop.cases.funding_check_section import FundingCheckSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToApplication
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class ApplicationsSection(QWidget):
    """The applications of a case, each a row that opens, and the way to a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_applications")
        self._desk = desk
        self._case_id: UUID | None = None
        self._rows = RowList("case_application_rows", title=_("Anträge"))
        self._rows.activated.connect(lambda key: desk.go(ToApplication(key)))
        self._empty = SoftText(
            _("Noch kein Antrag. Programm wählen und anlegen, oder oben aus der Förderprüfung."),
            name="case_applications_empty",
        )
        self._programme = ChoiceField(
            "new_application_programme", title=_("Förderprogramm"), empty=_("Programm wählen")
        )
        self._add = Button("new_application", _("Neuer &Antrag"), kind=Kind.QUIET, icon="plus")
        self._add.clicked.connect(self._start)
        self._lay_out()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the applications of the case."""
        self._case_id = case_id = overview.view.case.id
        if not self._programme.count() > 1:
            self._programme.set_items([(each.code, each.title()) for each in load_programmes()])
        today = this_day()
        self._desk.ask(lambda session: application_rows(session, case_id, today), then=self._show, owner=self)

    def _show(self, found: tuple[ApplicationRow, ...]) -> None:
        self._rows.show_rows([_row(each) for each in found])
        self._rows.setVisible(bool(found))
        self._empty.setVisible(not found)

    def _start(self) -> None:
        case_id, programme = self._case_id, self._programme.value()
        if case_id is None:
            return
        if programme is None:
            self._programme.setFocus(Qt.FocusReason.OtherFocusReason)
            self._programme.showPopup()
            return
        self._desk.do(
            lambda store: applications.start(store, case_id, programme),
            then=lambda application_id: self._desk.go(ToApplication(application_id)),
            owner=self,
        )
        self._programme.set_value(None)

    def _lay_out(self) -> None:
        line = Flow("new_application_line")
        line.add(self._programme)
        line.add(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Anträge"), name="case_applications_title"))
        for part in (self._rows, self._empty, line):
            column.addWidget(part)


class FundingTab(QWidget):
    """The sections of the tab, one below the other."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_funding")
        del history  # its sections tie no field of the case
        self._sections = (FundingCheckSection(desk), FinancingSection(desk), ApplicationsSection(desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(20)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows who pays for what in this case."""
        for section in self._sections:
            section.show_case(overview)


def _row(found: ApplicationRow) -> Row:
    application = found.application
    return Row(application.id, found.title, note=application.recipient or "")
