"""Documents of a case for colleagues, those who lead, and craftsmen, each on its way to the preview."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.printing.office_documents import Offered, offered
from zwk_barrier.desktop.cases.case_report_choice import CaseReportChoice
from zwk_barrier.desktop.cases.craft_plan_choice import CraftPlanChoice
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCaseReport, ToCraftPlan, ToHandover
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle
from zwk_barrier.model.case_report import ReportChoice
from zwk_barrier.wording import _


class OfficeDocumentsSection(QWidget):
    """The ways to the sheet „In 30 Sekunden“, the case report and the plan for craftsmen."""

    def __init__(self, desk: Desk, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.setObjectName("office_documents")
        self._desk = desk
        self._case_id: UUID | None = None
        handover = Button("handover_show", _("&In 30 Sekunden"), kind=Kind.SECONDARY, icon="users")
        handover.clicked.connect(self._show_handover)
        self._report = CaseReportChoice(preferences)
        self._report.wanted.connect(self._show_report)
        self._refused = NoteText(
            _("Den Fallbericht dürfen nur die Leitung und die zuständige Beratung sehen."),
            name="case_report_refused",
        )
        self._plan = CraftPlanChoice()
        self._plan.wanted.connect(self._show_plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Für Team, Leitung und Handwerk"), name="office_documents_title"))
        hint = NoteText(
            _("Eine Seite für die Vertretung: Stand, Fristen, nächste Schritte."), name="handover_hint"
        )
        for part in (handover, hint, self._report, self._refused, self._plan):
            column.addWidget(part)

    def show_case(self, case_id: UUID) -> None:
        """Offers what there is for a case."""
        me = self._desk.store.staff_id
        self._case_id = case_id
        self._desk.ask(lambda session: offered(session, case_id, me), then=self._show, owner=self)

    def _show(self, found: Offered) -> None:
        if found.case_id != self._case_id:
            return  # the person went on to another case in between
        self._report.setVisible(found.may_report)
        self._refused.setVisible(not found.may_report)
        self._plan.show_choices(found.trades, found.photos)

    def _show_handover(self) -> None:
        if self._case_id is not None:
            self._desk.go(ToHandover(self._case_id))

    def _show_report(self, choice: ReportChoice) -> None:
        if self._case_id is not None:
            self._desk.go(
                ToCaseReport(
                    self._case_id,
                    choice.sections,
                    choice.with_diagnoses,
                    choice.with_photos,
                    choice.is_redacted,
                    choice.with_texts,
                )
            )

    def _show_plan(self, trade: str | None, photos: tuple[UUID, ...]) -> None:
        if self._case_id is not None:
            self._desk.go(ToCraftPlan(self._case_id, trade, photos))
