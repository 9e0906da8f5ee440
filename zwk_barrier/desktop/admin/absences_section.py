"""Who is away and who stands in: what lets a deputy see an absent colleague's deadlines."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.team.absences import Absences, begin_absence, keep_absence, load_absences
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.day_watch import this_day
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.model import Absence
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

Names = list[tuple[str, str]]


class AbsenceList(QWidget):
    """One card for each absence, and the button that begins one; who leads sees those of all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("absences")
        self._desk = desk
        self._known: Absences | None = None
        self._empty = SoftText(_("Zurzeit ist niemand abwesend gemeldet."), name="absences_empty")
        self._cards = RecordCards[Absence]("absence_cards", self._make)
        self._add = Button("absences_add", _("&Abwesenheit eintragen"), icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._empty)
        column.addWidget(self._cards)
        buttons = Flow("absences_buttons")
        buttons.add(self._add)
        column.addWidget(buttons)
        self._add.clicked.connect(self._begin)
        desk.changed.connect(self._reread)
        self._read()

    def _read(self) -> None:
        staff_id = self._desk.store.staff_id
        self._desk.ask(lambda session: load_absences(session, staff_id), then=self._show, owner=self)

    def _reread(self, changed: Changed) -> None:
        if changed.touches("absence", "staff"):
            self._read()

    def _show(self, known: Absences) -> None:
        self._known = known
        self._empty.setHidden(bool(known.rows))
        for card in self.findChildren(AbsenceCard):
            card.offer(_names(known), may_name_others=known.may_name_others)
        self._cards.show_records(known.rows)

    def _make(self, absence: Absence) -> "AbsenceCard":
        del absence
        card = AbsenceCard(self._desk)
        if self._known is not None:
            card.offer(_names(self._known), may_name_others=self._known.may_name_others)
        card.removing.connect(self._remove)
        return card

    def _begin(self) -> None:
        self._desk.do(
            lambda store: begin_absence(store, {"first_on": this_day()}),
            then=self._cards.focus_next,
            owner=self,
        )

    def _remove(self, absence_id: UUID) -> None:
        self._add.setFocus()
        remove_record(self._desk, Absence, absence_id, _("Abwesenheit entfernt."), owner=self)


class AbsenceCard(Card):
    """Who, from when to when, and who stands in."""

    removing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("absence_card")
        self._binding = Binding(desk, Absence, owner=self, keep=keep_absence)
        rows = RecordRows(self.add(FormRows("absence_form")), self._binding)
        self._who = rows.form.row(_("Wer ist abwesend"), ChoiceField("absence_staff_id", is_optional=False))
        self._deputy = rows.form.row(
            _("Vertretung"), ChoiceField("absence_deputy_id", empty=_("– niemand –"))
        )
        self._binding.tie_several(self._who, _split("staff_id"), _join("staff_id"), columns=("staff_id",))
        self._binding.tie_several(
            self._deputy, _split("deputy_id"), _join("deputy_id"), columns=("deputy_id",)
        )
        rows.day("first_on")
        rows.day("last_on", hint=_("Leer, solange das Ende nicht feststeht"))
        rows.text("note", wide=True)
        self._warnings = self.add(WarningLines("absence_warnings"))
        remove = Button("absence_remove", _("Abwesenheit entfernen"), kind=Kind.QUIET, icon="trash-2")
        remove.clicked.connect(lambda: self.removing.emit(self._binding.row_id))
        self.add(Flow("absence_buttons")).add(remove)

    def offer(self, names: Names, *, may_name_others: bool) -> None:
        """Whom one can choose; who is away cannot be chosen by those who enter only their own absence."""
        self._who.set_items(names)
        self._deputy.set_items(names)
        self._who.setEnabled(may_name_others)

    def show_record(self, record: Absence) -> None:
        """Shows the absence as it is kept now."""
        self._binding.show(record)
        self._warnings.show_lines(_warnings(record, this_day()))

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._who if self._who.isEnabled() else self._deputy


def _names(known: Absences) -> Names:
    return [(str(person.id), person.name) for person in known.staff]


def _warnings(absence: Absence, today: date) -> list[str]:
    """What keeps anybody from standing in, as long as it still matters."""
    if absence.last_on is not None and absence.last_on < today:
        return []
    found = []
    if absence.deputy_id is None:
        found.append(
            _("Ohne Vertretung sieht diese Fristen nur, wer unter „Heute“ auch die Fälle anderer zeigt.")
        )
    elif absence.deputy_id == absence.staff_id:
        found.append(_("Niemand kann sich selbst vertreten."))
    if absence.first_on is None:
        found.append(_("Ohne ersten Tag beginnt die Vertretung nicht."))
    return found


def _split(column: str) -> Any:
    return lambda code: {column: None if code is None else UUID(code)}


def _join(column: str) -> Any:
    return lambda absence: None if getattr(absence, column) is None else str(getattr(absence, column))
