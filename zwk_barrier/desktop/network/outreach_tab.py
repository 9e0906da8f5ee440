"""Im Quartier: where consultation hours are held; a number typed at a place records the hour of the day."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.network import outreach
from zwk_barrier.casework.network.outreach import PlaceView
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToNetwork
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.network.place_card import PlaceCard
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import OutreachPlace
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping


class OutreachTab(QWidget):
    """A card for each place; the day above them is the day their hours are recorded for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("network_outreach")
        self._desk = desk
        self._areas: AreaTree | None = None
        self._views: Mapping[UUID, PlaceView] = {}
        self._begins = False
        self._asked: UUID | None = None
        self._history = FieldHistory(desk, self)
        self._day = DateField("outreach_day", latest=this_day)
        self._sums = SoftText(name="outreach_sums")
        self._add = Button("outreach_new", _("&Neuer Ort"), kind=Kind.PRIMARY, icon="plus")
        self.cards: RecordCards[OutreachPlace] = RecordCards(
            "outreach_places", self._make_card, least_width=380
        )
        self._order = TabOrder(self)
        self.cards.laid_out.connect(self._order.renew)
        self._empty = EmptyState(
            "outreach_empty",
            icon="map-pin",
            title=_("Noch kein Ort im Quartier"),
            text=_(
                "Tragen Sie ein, wo Sie regelmäßig Sprechstunde halten: Stadtteilbüro, Bücherei, Praxis. "
                "Danach genügt eine Zahl, um die Sprechstunde von heute festzuhalten."
            ),
        )
        self._lay_out()
        self._add.clicked.connect(self._new_place)
        self._day.kept.connect(lambda _day: self._read())
        desk.changed.connect(self._changed)
        desk.ask(office_settings, then=lambda office: self._take_areas(office.region), owner=self)

    def show_destination(self, destination: ToNetwork) -> None:
        """Shows the places for today; the keyboard is at the first place, at the one asked for, or in a new one."""
        self._day.set_value(this_day())
        if destination.is_fresh:
            self._new_place()
            return
        self._begins, self._asked = True, destination.focus
        self._read()

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)

    def _read(self) -> None:
        day = self._day.value() or this_day()
        self._desk.ask(lambda session: (day, outreach.load_places(session, day)), then=self._show, owner=self)

    def _show(self, found: tuple[date, tuple[PlaceView, ...]]) -> None:
        day, views = found
        if day != (self._day.value() or this_day()):
            return  # another day was chosen in between
        self._views = {view.place.id: view for view in views}
        self.cards.show_records([view.place for view in views])
        for card in self.cards.findChildren(PlaceCard):
            if card.row_id in self._views:
                card.show_view(self._views[card.row_id], day)
        self._sums.setText(_sums(views, day))
        self._empty.setVisible(not views)
        self._hint.setVisible(bool(views))
        if self._begins:
            self._begins = False
            cards = self.cards.findChildren(PlaceCard)
            asked = (card for card in cards if card.row_id == self._asked)
            first = next(asked, next(iter(cards), None))
            (self._add if first is None else first.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_card(self, place: OutreachPlace) -> PlaceCard:
        card = PlaceCard(self._desk, self._history, place.id)
        if self._areas is not None:
            card.offer_areas(self._areas)
        card.recording.connect(self._record)
        return card

    def _record(self, place_id: UUID, advised: Any) -> None:
        day = self._day.value() or this_day()
        name = self._views[place_id].place.name or _("Ort ohne Namen")
        self._desk.do(
            lambda store: outreach.record_hour(store, place_id, day, advised),
            then=lambda _id: self._desk.say(
                _("Sprechstunde festgehalten: {name}.").format(name=name), with_undo=True
            ),
            owner=self,
        )

    def _new_place(self) -> None:
        self._desk.do(lambda store: outreach.add_place(store, this_day()), then=self._made, owner=self)

    def _made(self, place_id: UUID) -> None:
        self._desk.ask(
            lambda session: (this_day(), outreach.load_places(session, this_day())),
            then=lambda found: self._open_new(place_id, found),
            owner=self,
        )

    def _open_new(self, place_id: UUID, found: tuple[date, tuple[PlaceView, ...]]) -> None:
        self._day.set_value(found[0])
        self._show(found)
        for card in self.cards.findChildren(PlaceCard):
            if card.row_id == place_id:
                card.open_details()

    def _take_areas(self, region: str) -> None:
        self._areas = load_areas(region)
        for card in self.cards.findChildren(PlaceCard):
            card.offer_areas(self._areas)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches("outreach_place", "activity"):
            self._read()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(self._sums, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        filters = FilterBar("outreach_filters")
        filters.add_field(_("Sprechstunde &am"), self._day)
        column.addLayout(head)
        self._hint = NoteText(
            _("Zahl und Eingabe: Die Sprechstunde dieses Tages ist festgehalten. 0 heißt, niemand kam."),
            name="outreach_hint",
        )
        for part in (filters, self._hint, self._empty, self.cards):
            column.addWidget(part)
        column.addStretch()
        fill_scrolling(self, "outreach_scroll", page)


def _sums(views: tuple[PlaceView, ...], day: date) -> str:
    held, advised = sum(view.held for view in views), sum(view.advised for view in views)
    if not held:
        return ""
    hours = ngettext("{n} Sprechstunde", "{n} Sprechstunden", held).format(n=held)
    people = ngettext("{n} Person beraten", "{n} Personen beraten", advised).format(n=advised)
    return _("{year}: {hours} · {people}").format(year=day.year, hours=hours, people=people)
