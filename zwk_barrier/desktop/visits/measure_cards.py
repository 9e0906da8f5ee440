"""Recommended measures of a visit: from the catalogue or in own words, ordered, with cost and priority."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework import measures, records
from zwk_barrier.casework.visit_report import room_name
from zwk_barrier.casework.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.choices import choices
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import MoneyRangeField, TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measure
from zwk_barrier.wording import _


class MeasureCard(Card):
    """One measure, edited in place."""

    def __init__(self, desk: Desk, measure: Measure, view: VisitView) -> None:
        super().__init__(f"measure_{measure.id.hex}")
        self._desk = desk
        self._binding = Binding(desk, Measure, owner=self)
        form = FormRows(f"{self.objectName()}_form")
        self._title = form.row(_("Maßnahme"), TextField("measure_title"), wide=True)
        self._binding.tie("title", self._title)
        self._tie_choices(form, view)
        cost = form.row(_("Kosten von–bis"), MoneyRangeField("measure_cost"), hint=_("z. B. 500–1.500"))
        self._binding.tie_several(cost, _split_cost, _join_cost)
        self._binding.tie(
            "needs_consent",
            form.row(
                _("Zustimmung von Vermieter oder Eigentümern nötig"), YesNoField("measure_needs_consent")
            ),
        )
        self._binding.tie("payer_note", form.row(_("Wer könnte zahlen"), TextField("measure_payer_note")))
        self._binding.tie(
            "reason", form.row(_("Begründung"), NoteField("measure_reason", lines=2), wide=True)
        )
        self.add(form)
        self.add(self._make_buttons())

    def show_record(self, record: Measure) -> None:
        """Shows the measure as it is kept now."""
        self._binding.show(record)

    def first_field(self) -> QWidget:
        """The title."""
        return self._title

    def _tie_choices(self, form: FormRows, view: VisitView) -> None:
        rooms = [(str(room.room.id), room_name(room.room)) for room in view.rooms]
        room = form.row(_("Raum"), ChoiceField("measure_room", rooms, empty=_("Wohnung insgesamt")))
        self._binding.tie_several(
            room,
            lambda key: {"room_id": UUID(key) if key else None},
            lambda measure: str(measure.room_id) if measure.room_id else None,
        )
        for column, label, code_list in (
            ("priority", _("Priorität"), "priority"),
            ("status", _("Stand"), "measure_status"),
            ("kind", _("Art"), "measure_kind"),
            ("trade", _("Gewerk"), "trade"),
        ):
            field = ChoiceField(f"measure_{column}", choices(code_list), is_optional=column != "status")
            self._binding.tie(column, form.row(label, field))

    def _make_buttons(self) -> Flow:
        line = Flow(f"{self.objectName()}_buttons")
        up = line.add(IconButton("measure_up", _("Weiter nach oben"), icon="arrow-up"))
        up.clicked.connect(lambda: self._move(-1))
        down = line.add(IconButton("measure_down", _("Weiter nach unten"), icon="arrow-down"))
        down.clicked.connect(lambda: self._move(1))
        remove = line.add(Button("measure_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2"))
        remove.clicked.connect(self._remove)
        return line

    def _move(self, steps: int) -> None:
        measure_id = self._binding.row_id
        if measure_id is not None:
            self._desk.do(lambda store: measures.move(store, measure_id, steps))

    def _remove(self) -> None:
        measure_id = self._binding.row_id
        if measure_id is not None:
            self._desk.do(
                lambda store: records.remove(store, Measure, measure_id),
                then=lambda _nothing: self._desk.say(_("Maßnahme entfernt."), with_undo=True),
            )


def _split_cost(value: tuple[int, int] | None) -> dict[str, Any]:
    low, high = value or (None, None)
    return {"cost_low": low, "cost_high": high}


def _join_cost(measure: Measure) -> tuple[int, int] | None:
    if measure.cost_low is None and measure.cost_high is None:
        return None
    low = measure.cost_low if measure.cost_low is not None else measure.cost_high
    high = measure.cost_high if measure.cost_high is not None else low
    return (low or 0, high or 0)
