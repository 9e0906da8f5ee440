"""The home visits of a case."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.fields import value_in_words
from zwk_barrier.casework.overview import CaseOverview
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisit, ToVisitReport
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.model import Visit
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class VisitsTab(QWidget):
    """Each visit in a line; Enter opens it, its button shows the report."""

    planning = Signal()

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        del history  # nothing is typed here
        self.setObjectName("case_visits")
        self._visits = RowList("case_visit_rows", title=_("Hausbesuche"))
        self._visits.activated.connect(lambda row_id: desk.go(ToVisit(row_id)))
        self._visits.acted.connect(lambda row_id: desk.go(ToVisitReport(row_id)))
        self._plan = Button("case_plan_visit", _("Neuer Hausbesuch"), icon="plus")
        self._plan.clicked.connect(self.planning)
        self._empty = EmptyState(
            "case_no_visits",
            icon="house",
            title=_("Noch kein Hausbesuch"),
            text=_("Beim Besuch wird Raum für Raum gemessen. Daraus entstehen Bericht und Maßnahmen."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._empty)
        column.addWidget(self._visits)
        column.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the visits of the case, newest first."""
        view = overview.view
        today = this_day()
        self._visits.show_rows([_row(visit, view.staff_names, today) for visit in view.visits])
        self._visits.setVisible(bool(view.visits))
        self._empty.setVisible(not view.visits)


def _row(visit: Visit, staff: dict[UUID, str], today: date) -> Row:
    who = value_in_words("visit", "participants", visit.participants)
    by = staff.get(visit.staff_id, "") if visit.staff_id else ""
    is_coming = visit.visited_on is not None and visit.visited_on > today
    state = _("geplant") if is_coming else _("abgeschlossen") if visit.finished_on else _("noch offen")
    return Row(
        visit.id,
        visit.summary or _("Hausbesuch"),
        tail=f" · {state}",
        note=" · ".join(part for part in (by, who) if part),
        lead=_("ohne Datum") if visit.visited_on is None else format_date(visit.visited_on),
        icon="house",
        icon_name=_("Hausbesuch"),
        action=_("Bericht"),
    )
