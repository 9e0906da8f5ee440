"""When the visit was, who was there, what it is measured against."""

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.measuring import LEVELS, level_label
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.choices import choices
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.fields import DurationField, TextField, TimeField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import Visit
from zwk_barrier.wording import _


class VisitDetails(FormRows):
    """The form for the visit itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("visit_details")
        self._binding = Binding(desk, Visit, owner=self)
        tie = self._binding.tie
        self._date = self.row(_("&Datum"), DateField("visit_date"))
        tie("visited_on", self._date)
        tie("begins_at", self.row(_("&Beginn"), TimeField("visit_begin")))
        tie("minutes", self.row(_("Da&uer"), DurationField("visit_minutes"), hint=_("z. B. 70 oder 1:10")))
        tie("travel_minutes", self.row(_("Fa&hrzeit"), DurationField("visit_travel")))
        people = ManyChoiceField("visit_participants", choices("participant"))
        tie("participants", self.row(_("&Wer ist dabei"), people))
        tie("participants_note", self.row(_("Na&men dazu"), TextField("visit_participants_note")))
        profile = ChoiceField(
            "visit_profile", [(level, level_label(level)) for level in LEVELS], is_optional=False
        )
        tie("profile", self.row(_("Maß&stab"), profile, hint=_("Ziel im Bestand, keine Pflicht")))
        method = ChoiceField("visit_method", choices("measuring_method"))
        tie("method", self.row(_("Mess&gerät"), method, hint=_("Gilt für alle neuen Messwerte")))
        summary = NoteField("visit_summary", lines=3)
        tie("summary", self.row(_("&Zusammenfassung"), summary, hint=_("Steht im Bericht oben"), wide=True))
        note = NoteField("visit_note", lines=3)
        tie("note", self.row(_("Notiz &für uns"), note, hint=_("Steht nicht im Bericht"), wide=True))

    def show_visit(self, visit: Visit) -> None:
        """Shows the visit as it is kept now."""
        self._binding.show(visit)

    def first_field(self) -> QWidget:
        """The date."""
        return self._date
