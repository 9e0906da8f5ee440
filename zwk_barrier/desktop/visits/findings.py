"""Barriers in words: free text first, hazard and activity when there is time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework import records
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.choices import choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import Finding
from zwk_barrier.wording import _


class FindingCard(Card):
    """One finding, edited in place."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(f"finding_{finding.id.hex}")
        self._desk = desk
        form = FormRows(f"{self.objectName()}_form")
        self._binding = Binding(desk, Finding, owner=self)
        self._text = form.row(
            _("Was ist im Weg?"), NoteField("finding_text", lines=2), name="finding_text", wide=True
        )
        self._binding.tie("text", self._text)
        self._binding.tie(
            "hazard", form.row(_("Gefährdung"), ChoiceField("finding_hazard", choices("hazard")))
        )
        self._binding.tie(
            "activities",
            form.row(_("Betrifft"), ManyChoiceField("finding_activities", choices("activity"))),
        )
        self.add(form)
        self.add(_remove_button(self._remove))

    def show_record(self, record: Finding) -> None:
        """Shows the finding as it is kept now."""
        self._binding.show(record)

    def first_field(self) -> QWidget:
        """The text."""
        return self._text

    def _remove(self) -> None:
        finding_id = self._binding.row_id
        if finding_id is None:
            return
        self._desk.do(
            lambda store: records.remove(store, Finding, finding_id),
            then=lambda _nothing: self._desk.say(_("Feststellung entfernt."), with_undo=True),
        )


def _remove_button(remove: object) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    button = Button("finding_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2")
    button.clicked.connect(remove)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    return holder
