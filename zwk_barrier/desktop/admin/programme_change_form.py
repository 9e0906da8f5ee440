"""Proposing a value of a programme: which, what, from when, from where; first its effects, then the proposal."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.payers.programme_changes import checked_change, propose
from zwk_barrier.casework.payers.programme_views import ProgrammeView
from zwk_barrier.casework.payers.programme_words import states
from zwk_barrier.desktop.admin.change_effects import ChangeEffects
from zwk_barrier.desktop.admin.section import WIDE, Section
from zwk_barrier.desktop.admin.way_back import WayBack
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.fields import MoneyField, TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.desktop.widgets.whole_field import WholeField
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.reference.programme import STATUS, unit_of
from zwk_barrier.reference.programmes import Change
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_MOST: Final = 1000  # people, months or percent: more is a slip of the hand


class ProgrammeChangeForm(Section):
    """A form for one programme; what was typed stays until it is proposed or the programme is another."""

    closed = Signal()
    """The person is done here, or has had enough."""

    proposed = Signal()
    """A change waits for a second person now."""

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__("programme_change", width=WIDE)
        self._desk, self._today = desk, today
        self._view: ProgrammeView | None = None
        self._shown: Change | None = None
        self._asked: Change | None = None
        self._back = WayBack("programme_change_back", _("Zurück zum Programm"))
        self._back.taken.connect(self.closed)
        self._column.insertWidget(0, self._back)
        card = self.add_card("card", "", "")
        self._title = card.add(SectionTitle(name="programme_change_title"))
        self._form = card.add(FormRows("programme_change_form"))
        self._build_fields(today)
        line = card.add(Flow("programme_change_actions"))
        self._look = line.add(Button("programme_change_look", _("&Auswirkung zeigen"), icon="search"))
        self._look.clicked.connect(self._ask)
        self._effects = card.add(ChangeEffects(desk, "change_effects", today=today))
        self._effects.known.connect(self._offer)
        self._effects.refused.connect(self._refuse)
        end = card.add(Flow("programme_change_end"))
        self._propose = end.add(
            Button("programme_change_propose", _("Zur &Bestätigung vorlegen"), icon="send", kind=Kind.PRIMARY)
        )
        self._propose.clicked.connect(self._do)
        self._propose.hide()

    def show_programme(self, view: ProgrammeView) -> None:
        """Begins a change of this programme."""
        if self._view is not None and self._view.line.code != view.line.code:
            self._clear()
        self._view = view
        self._title.setText(_("Änderung vorschlagen: {programme}").format(programme=view.line.title))
        self._field.set_items(view.fields)
        if self._field.value() is None:
            self._field.set_value(next((code for code, _title in view.fields if code != STATUS), STATUS))
        self._turn_to_field()

    def focus_first(self) -> None:
        """Puts the keyboard into the first field."""
        self._field.setFocus()

    def _build_fields(self, today: Callable[[], date]) -> None:
        form = self._form
        self._field = form.row(_("&Welche Angabe"), ChoiceField("change_field", is_optional=False))
        self._money = form.row(_("Ne&uer Wert"), MoneyField("change_money"))
        self._whole = form.row(_("Ne&uer Wert"), WholeField("change_whole", least=0, most=_MOST))
        self._state = form.row(_("Ne&uer Wert"), ChoiceField("change_state", states()))
        self._now = form.add(BodyText(name="programme_change_now"))
        self._from = form.row(
            _("&Gilt ab"),
            DateField("change_from", today=today),
            hint=_("Anträge davor bleiben beim alten Wert"),
        )
        self._source = form.row(
            _("&Quelle"),
            TextField("change_source"),
            hint=_("Gesetz, Bekanntmachung oder Merkblatt mit Stand"),
        )
        self._note = form.row(_("&Notiz"), NoteField("change_note"), wide=True)
        self._field.kept.connect(lambda _code: self._turn_to_field())
        for field in (self._money, self._whole, self._source):
            field.typed.connect(self._forget)
        self._from.typed.connect(self._forget)
        self._state.kept.connect(lambda _code: self._forget())

    @property
    def _value_field(self) -> Any:
        unit = unit_of(self._field.value() or "")
        return {"state": self._state, "cents": self._money}.get(unit or "", self._whole)

    def _turn_to_field(self) -> None:
        wanted = self._value_field
        for field in (self._money, self._whole, self._state):
            row = field.parentWidget()
            if row is not None:
                row.setVisible(field is wanted)
        self._whole.set_suffix("%" if unit_of(self._field.value() or "") == "percent" else "")
        self._tell_now()
        self._forget()

    def _tell_now(self) -> None:
        """What holds today, so that a slip is seen at once."""
        rows = () if self._view is None else self._view.values
        row = next((row for row in rows if row.field == self._field.value() and row.is_now), None)
        if row is None:
            self._now.setText(_("Heute ist dazu kein Wert hinterlegt."))
            return
        told = (
            _("Heute gilt: {value}, seit {day} ({source})")
            if row.begin
            else _("Heute gilt: {value} ({source})")
        )
        sentences = [told.format(value=row.value, day=row.begin, source=row.source)]
        together = [
            one.title for one in rows if one.is_now and one.begin == row.begin and one.field != row.field
        ]
        if together and row.begin and row.field != STATUS:
            also = _("Am selben Tag änderte sich zuletzt auch: {fields}.").format(fields=", ".join(together))
            sentences.append(also)
        self._now.setText("\n".join(sentences))

    def _forget(self) -> None:
        """What was shown of another value says nothing any more."""
        self._shown = self._asked = None
        self._effects.clear()
        self._propose.hide()

    def _clear(self) -> None:
        for field in (self._money, self._whole, self._state, self._from, self._source, self._note):
            field.set_value(None)
            field.failed.emit("")
        self._field.set_value(None)
        self._forget()

    def _read(self) -> Change | None:
        """What is typed; None, with the reason beside the field, when that is no change."""
        self._complain({})
        if self._view is None or not self._form.settle():
            return None
        day, value = self._from.value(), self._value_field.value()
        if day is None:
            self._complain({self._from: _("Bitte einen Tag eingeben.")})
            return None
        text = "" if value is None else str(value)
        return Change(self._view.line.code, self._field.value(), text, day, self._source.value() or "")

    def _ask(self) -> None:
        change = self._read()
        if change is None:
            return
        self._asked = change
        self._desk.ask(
            lambda session: (change, checked_change(session, change, self._today())),
            then=self._show_effects,
            failed=self._refuse,
            owner=self,
        )

    def _show_effects(self, found: tuple[Change, Change]) -> None:
        asked, change = found
        if asked is self._asked:  # else something else was typed in between
            self._shown = change
            self._effects.ask(change)

    def _offer(self) -> None:
        self._propose.show()
        self._propose.setFocus()

    def _do(self) -> None:
        change, note = self._shown, self._note.value() or ""
        if change is None:
            return

        def deed(store: OfficeStore) -> Any:
            return propose(store, change, note, today=self._today())

        self._desk.do(deed, then=lambda _id: self._is_proposed(), failed=self._refuse, owner=self)

    def _is_proposed(self) -> None:
        self._clear()
        self._desk.say(
            _("Die Änderung wartet jetzt auf die Bestätigung durch eine zweite Person."), with_undo=True
        )
        self.proposed.emit()

    def _refuse(self, problem: Problem) -> None:
        places = {
            "field": self._field,
            "value": self._value_field,
            "valid_from": self._from,
            "source": self._source,
        }
        if isinstance(problem, InputProblem) and problem.field in places:
            self._complain({places[problem.field]: str(problem)})
        else:
            self._desk.failing.emit(problem)

    def _complain(self, sentences: Mapping[QWidget, str]) -> None:
        """Puts each sentence beside its field, and the keyboard into the first of them."""
        fields: tuple[Any, ...] = (
            self._field,
            self._money,
            self._whole,
            self._state,
            self._from,
            self._source,
        )
        for field in fields:
            field.failed.emit(sentences.get(field, ""))
        first = next((field for field in fields if field in sentences), None)
        if first is not None:
            first.setFocus()
