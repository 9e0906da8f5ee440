"""One recommended measure: what every plan needs at once, the rest when it is asked for."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.early_start_question import ask_before_early_start
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.quote_list import QUOTE_COLUMN, QuoteList
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.model import Measure
from zwk_barrier.wording import _


class MeasureCard(Card):
    """One measure, edited in place."""

    def __init__(self, desk: Desk, measure: Measure, view: VisitView) -> None:
        super().__init__(f"measure_{measure.id.hex}")
        self._desk, self._measure, self._view = desk, measure, view
        self._binding = Binding(desk, Measure, owner=self)
        ask_before_early_start(desk, self._binding, self, lambda: self.show_record(self._measure))
        form = VisitForm(f"{self.objectName()}_form")
        rows = RecordRows(form, self._binding)
        self._title = rows.text("title", wide=True)
        self._room = form.row(_("Raum"), ChoiceField("measure_room", empty=_("Wohnung insgesamt")))
        self._binding.tie_several(
            self._room,
            lambda key: {"room_id": UUID(key) if key else None},
            lambda one: str(one.room_id) if one.room_id else None,
        )
        rows.choice("priority")
        rows.money_range(_("Kosten von–bis"), "cost_low", "cost_high")
        rows.choice("status", is_optional=False)
        rows.note("reason", lines=2)
        self.add(form)
        history = FieldHistory(desk, self)
        self._facts = self.add(SoftText(name="measure_facts"))
        self._rest = self.add(self._make_rest())
        self._warnings = self.add(WarningLines("measure_warnings"))
        self._quotes = self.add(QuoteList(desk, history, _quote_form, large=True))
        self._quotes.laid_out.connect(TabOrder(self).renew)
        self._more = Button("measure_more", "", kind=Kind.QUIET, large=True)
        self._more.clicked.connect(lambda: self._show_rest(is_shown=self._rest.isHidden()))
        self.add(self._make_buttons())
        history.watch(self._binding)
        self._show_rest(is_shown=False)
        self.show_visit(view)

    def show_visit(self, view: VisitView) -> None:
        """Offers the rooms of the visit; shows the quotes, and what to mind in this home."""
        self._view = view
        self._room.set_items([(str(room.room.id), room_name(room.room)) for room in view.rooms])
        self._measure = next((one for one in view.measures if one.id == self._measure.id), self._measure)
        self._show_around()

    def show_record(self, record: Measure) -> None:
        """Shows the measure as it is kept now."""
        self._measure = record
        self._binding.show(record)
        self._show_around()

    def first_field(self) -> QWidget:
        """The title."""
        return self._title

    def _show_around(self) -> None:
        measure, view = self._measure, self._view
        self._facts.setText(_facts_of(measure))
        self._show_facts()
        self._warnings.show_lines(measures.warnings_for(measure, view.dwelling, view.building))
        self._quotes.show_quotes(measure, view.quotes.get(measure.id, ()))

    def _show_facts(self) -> None:
        self._facts.setVisible(self._rest.isHidden() and bool(self._facts.text()))

    def _make_rest(self) -> VisitForm:
        form = VisitForm(f"{self.objectName()}_rest")
        rows = RecordRows(form, self._binding)
        rows.choice("kind")
        rows.choice("trade")
        rows.yes_no("needs_consent")
        rows.many("payers", wide=True, ranks=True, hint=_("Wer am ehesten zahlt, steht zuerst."))
        rows.text("payer_note")
        rows.day("due_on")
        return form

    def _show_rest(self, *, is_shown: bool) -> None:
        self._rest.setVisible(is_shown)
        self._show_facts()
        self._more.setText(_("Weniger Angaben") if is_shown else _("Mehr Angaben"))
        self._more.set_icon("chevron-up" if is_shown else "chevron-down")

    def _make_buttons(self) -> Flow:
        line = Flow(f"{self.objectName()}_buttons")
        line.add(self._more)
        line.add(self._quotes.add)
        up = line.add(IconButton("measure_up", _("Weiter nach oben"), icon="arrow-up", large=True))
        up.clicked.connect(lambda: self._move(-1))
        down = line.add(IconButton("measure_down", _("Weiter nach unten"), icon="arrow-down", large=True))
        down.clicked.connect(lambda: self._move(1))
        remove = line.add(
            Button("measure_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2", large=True)
        )
        remove.clicked.connect(self._remove)
        return line

    def _move(self, steps: int) -> None:
        measure_id = self._binding.row_id
        if measure_id is not None:
            visit_id = self._view.visit.id
            self._desk.do(lambda store: measures.move(store, measure_id, steps, visit_id=visit_id))

    def _remove(self) -> None:
        remove_record(self._desk, Measure, self._binding.row_id, _("Maßnahme entfernt."))


def _facts_of(measure: Measure) -> str:
    """Who could pay and who does it, in a line: what else stands behind „Mehr Angaben“."""
    named = ((column, getattr(measure, column)) for column in ("payers", "trade"))
    parts = [value_in_words("measure", column, value) for column, value in named]
    if measure.needs_consent:
        parts.append(_("Zustimmung nötig"))
    return " · ".join(part for part in parts if part)


def _quote_form(name: str) -> VisitForm:
    return VisitForm(name, columns=5, column_width=QUOTE_COLUMN)
