"""When the visit was, who was there, what it is measured against; and what concerns the dwelling as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.visits.findings import FindingSection
from zwk_barrier.desktop.visits.next_button import NextButton
from zwk_barrier.desktop.visits.notes import NoteSection
from zwk_barrier.desktop.visits.photo_cards import PhotoSection
from zwk_barrier.desktop.visits.photo_intake import PhotoIntake
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Visit
from zwk_barrier.wording import _


class DetailsPanel(QWidget):
    """The visit itself."""

    going_on = Signal()
    """The person is through and wants the next place."""

    def __init__(self, desk: Desk, intake: PhotoIntake, view: VisitView) -> None:
        super().__init__()
        self.setObjectName("visit_details")
        self._binding = Binding(desk, Visit, owner=self)
        form = self._make_form(desk, view)
        self._next = NextButton()
        self._next.clicked.connect(self.going_on)
        self.notes = NoteSection(desk, "notes_section", _("Noch nicht zugeordnet"), view)
        self._of_measures = NoteSection(desk, "notes_of_measures", _("Notizen zu Maßnahmen"), view)
        self.findings = FindingSection(desk, view, None)
        self.findings.wanted.connect(self.findings.add)
        self.photos = PhotoSection(desk, intake, view.visit.id, None)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(0)
        column.addWidget(form)
        column.addSpacing(16)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignRight)
        order = TabOrder(self)
        for section in (self.notes, self._of_measures, self.findings, self.photos):
            column.addWidget(section)
            section.laid_out.connect(order.renew)
        column.addStretch()
        order.renew()

    def _make_form(self, desk: Desk, view: VisitView) -> VisitForm:
        form = VisitForm("visit_details_form")
        rows = RecordRows(form, self._binding)
        self._date = rows.day("visited_on", key="D")
        rows.time("begins_at", key="B")
        rows.minutes("minutes", key="u")
        rows.minutes("travel_minutes", key="h")
        rows.many("participants", key="W")
        rows.text("participants_note", key="m")
        levels = [(one.code, one.label()) for one in view.basis.requirements.profiles.values()]
        profile = ChoiceField("visit_profile", levels, is_optional=False)
        self._binding.tie(
            "profile", form.row(_("Maß&stab"), profile, hint=_("Im Bestand ein Ziel, keine Pflicht"))
        )
        rows.choice("method", key="g", hint=_("Gilt für alle neuen Messwerte"))
        rows.note("summary", key="Z", hint=_("Steht im Bericht ganz oben"))
        rows.note("note", key="I", hint=_("Steht nicht im Bericht"))
        FieldHistory(desk, form).watch(self._binding)
        return form

    def show_visit(self, view: VisitView) -> None:
        """Shows the visit as it is kept now; what is being typed stays."""
        self._binding.show(view.visit)
        self.notes.show_notes(view, [one for one in view.notes if one.measure_id is None])
        self._of_measures.show_notes(view, [one for one in view.notes if one.measure_id is not None])
        self.findings.show_findings(view, view.findings)
        self.photos.show_photos(view.photos, view)

    def show_next(self, name: str) -> None:
        """Names the place that comes next."""
        self._next.show_next(name)

    def focus_first(self) -> None:
        """Puts the focus on the day."""
        self._date.setFocus(Qt.FocusReason.TabFocusReason)
