"""The home visits of a case, and the next one as it is prepared."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.visit.preparation import begun_visits
from zwk_barrier.desktop.cases.visit_preparation import VisitPreparation
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToClientCopy, ToVisit, ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.model import Visit
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class VisitsTab(QWidget):
    """Each visit in a line; Enter opens it, its button shows the report, or the sheet of one still to come."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        del history  # what is typed here has none yet, or shows it in the person's tab
        self._desk = desk
        self._overview: CaseOverview | None = None
        self._begun: frozenset[UUID] = frozenset()
        self.setObjectName("case_visits")
        self._visits = RowList("case_visit_rows", title=_("Hausbesuche"))
        self._visits.activated.connect(lambda row_id: desk.go(ToVisit(row_id)))
        self._visits.acted.connect(self._show_document)
        self._plan = Button("case_plan_visit", _("Neuer Hausbesuch"), icon="plus")
        self._plan.clicked.connect(self.prepare)
        self._copy = Button("case_client_copy", _("Kurzbericht in der Sprache der Person"), icon="languages")
        self._copy.clicked.connect(self._show_copy)
        self._copy.hide()
        self._preparation = VisitPreparation(desk)
        self._preparation.hide()
        self._preparation.ended.connect(self._end_preparation)
        self._empty = EmptyState(
            "case_no_visits",
            icon="house",
            title=_("Noch kein Hausbesuch"),
            text=_("Beim Besuch wird Raum für Raum gemessen. Daraus entstehen Bericht und Maßnahmen."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._preparation)
        column.addWidget(self._empty)
        column.addWidget(self._visits)
        buttons = Flow("case_visit_buttons")
        buttons.add(self._plan)
        buttons.add(self._copy)
        column.addWidget(buttons)
        column.addStretch(1)

    def prepare(self) -> None:
        """Opens the preparation of the next visit, with the keyboard in it."""
        if self._overview is None:
            return
        self._preparation.show()
        self._plan.hide()
        self._empty.hide()
        self._preparation.begin(self._overview.view.case.id)

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the visits of the case, newest first."""
        is_other = self._overview is not None and self._overview.view.case.id != overview.view.case.id
        self._overview = overview
        if is_other:
            self._begun = frozenset()
            self._end_preparation()
        case_id = overview.view.case.id
        self._show_rows()
        self._desk.ask(
            lambda session: (case_id, begun_visits(session, case_id)), then=self._know_begun, owner=self
        )
        if not self._preparation.isHidden():
            self._preparation.reread()

    def _know_begun(self, told: tuple[UUID, frozenset[UUID]]) -> None:
        if self._overview is not None and told[0] == self._overview.view.case.id and told[1] != self._begun:
            self._begun = told[1]
            self._show_rows()

    def _show_rows(self) -> None:
        if self._overview is None:
            return
        view, today = self._overview.view, this_day()
        self._visits.show_rows(
            [
                _row(visit, view.staff_names, today, has_report=visit.id in self._begun)
                for visit in view.visits
            ]
        )
        self._copy.setVisible(any(visit.id in self._begun for visit in view.visits))
        self._visits.setVisible(bool(view.visits))
        self._empty.setVisible(not view.visits and self._preparation.isHidden())
        tab_in_reading_order(self)

    def _show_document(self, visit_id: UUID) -> None:
        self._desk.go(ToVisitReport(visit_id) if visit_id in self._begun else ToVisitSheet(visit_id))

    def _show_copy(self) -> None:
        """The short report of the last visit that has begun."""
        visits = () if self._overview is None else self._overview.view.visits
        newest = next((visit for visit in visits if visit.id in self._begun), None)
        if newest is not None:
            self._desk.go(ToClientCopy(newest.id))

    def _end_preparation(self) -> None:
        had_keyboard = self._preparation.isAncestorOf(QApplication.focusWidget() or self)
        self._preparation.forget()
        self._preparation.hide()
        self._plan.show()
        self._show_rows()
        if had_keyboard:
            self._plan.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(visit: Visit, staff: dict[UUID, str], today: date, *, has_report: bool) -> Row:
    who = value_in_words("visit", "participants", visit.participants)
    by = staff.get(visit.staff_id, "") if visit.staff_id else ""
    is_coming = visit.visited_on is not None and visit.visited_on > today
    state = _("geplant") if is_coming else _("abgeschlossen") if visit.finished_on else _("noch offen")
    return Row(
        visit.id,
        visit.summary or value_in_words("visit", "purpose", visit.purpose) or _("Hausbesuch"),
        tail=f" · {state}",
        note=" · ".join(part for part in (by, who) if part),
        lead=_("ohne Datum") if visit.visited_on is None else format_date(visit.visited_on),
        icon="house",
        icon_name=_("Hausbesuch"),
        action=_("Bericht") if has_report else _("Bogen"),
    )
