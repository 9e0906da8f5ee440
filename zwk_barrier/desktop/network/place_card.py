"""A place in a quarter: the number that records its hour, and its particulars in a fold."""

from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.network.outreach import PlaceView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows, area_choices
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.whole_field import WholeField
from zwk_barrier.model import OutreachPlace
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _, ngettext

_MOST: Final = 10_000
_COLUMN: Final = 160  # px at 100 %: a number needs no more


class PlaceCard(Card):
    """Typing a number and leaving it records the hour; 0 says that nobody came."""

    recording = Signal(object, object)
    """The place and how many were advised there."""

    def __init__(self, desk: Desk, history: FieldHistory, place_id: UUID) -> None:
        super().__init__("outreach_place")
        self._desk, self.row_id = desk, place_id
        self._areas: AreaTree | None = None
        self._binding = Binding(desk, OutreachPlace, owner=self)
        self._name = self.add(SectionTitle("", name="outreach_place_title"))
        self._where = self.add(SoftText(name="outreach_place_where"))
        self._count = self.add(SoftText(name="outreach_place_count"))
        self._today = FormRows("outreach_place_today", column_width=_COLUMN)
        self._advised = WholeField("outreach_advised", least=0, most=_MOST)
        self._today.row(_("Beratene Personen"), self._advised)
        self.add(self._today)
        self._fold = self.add(Fold("outreach_place_details", _("Angaben zum Ort")))
        self._form = self._fold.add(FormRows("outreach_place_form"))
        self._add_rows(RecordRows(self._form, self._binding))
        history.watch(self._binding)
        remove = Button("outreach_place_remove", _("Ort löschen"), kind=Kind.QUIET, icon="trash-2")
        remove.clicked.connect(
            lambda: remove_record(desk, OutreachPlace, self.row_id, _("Ort gelöscht."), owner=desk)
        )
        self._fold.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._advised.kept.connect(self._record)

    def show_record(self, record: OutreachPlace) -> None:
        """Shows the place as it is kept now; what is being typed stays."""
        self._binding.show(record)
        name = record.name or _("Ort ohne Namen")
        self._name.setText(name)
        label = _("Beratene Personen: {place}").format(place=name)
        self._advised.setAccessibleName(label)
        self._show_where(record)

    def show_view(self, view: PlaceView, day: date) -> None:
        """Shows what happened there, and what is kept for the day."""
        self._advised.set_value(None if view.today is None else view.today.advised)
        self._today.setVisible(view.is_open(day))
        self._count.setText(_held(view, day))
        self._show_where(view.place)

    def first_field(self) -> QWidget:
        """Where typing begins: the number of today."""
        return self._advised

    def offer_areas(self, areas: AreaTree) -> None:
        """Offers the places of the office's region."""
        self._areas = areas
        self._area.set_items(area_choices(areas))

    def open_details(self) -> None:
        """Opens the particulars with the keyboard in the name."""
        self._fold.open(True)
        first = next(iter(self._form.fields().values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_rows(self, rows: RecordRows) -> None:
        rows.text("name")
        self._area = rows.offered("area", [])
        rows.text("address")
        rows.text("hours", hint=_("Zum Beispiel: jeden ersten Dienstag, 10 bis 12\N{NO-BREAK SPACE}Uhr"))
        rows.yes_no("is_step_free")
        rows.day("begins_on")
        rows.day("ends_on")
        rows.note("note", lines=2)

    def _show_where(self, place: OutreachPlace) -> None:
        area = "" if self._areas is None else self._areas.label(place.area)
        step_free = _("stufenlos") if place.is_step_free else ""
        told = [part for part in (area, place.hours, step_free) if part]
        self._where.setText(" · ".join(told))
        self._where.setVisible(bool(told))

    def _record(self, advised: object) -> None:
        if advised is not None:
            self.recording.emit(self.row_id, advised)


def _held(view: PlaceView, day: date) -> str:
    """How often there were hours in the year of ``day``, and when last."""
    if not view.is_open(day):
        return _("Hier findet an diesem Tag keine Sprechstunde statt.")
    if not view.held:
        return _("{year} noch keine Sprechstunde").format(year=day.year)
    hours = ngettext("{n} Sprechstunde", "{n} Sprechstunden", view.held).format(n=view.held)
    people = ngettext("{n} Person beraten", "{n} Personen beraten", view.advised).format(n=view.advised)
    last = "" if view.last_on is None else format_near_date(view.last_on, this_day(), weekday=True)
    return _("{year}: {hours}, {people}, zuletzt {day}").format(
        year=day.year, hours=hours, people=people, day=last
    )
