"""Angebote: the directory of where people can be referred to, and one offer at a time beside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from zwk_barrier.casework.network.offers import (
    OfferFilter,
    find_offers,
    has_ended,
    is_stale,
)
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToNetwork
from zwk_barrier.desktop.network.figures import counted
from zwk_barrier.desktop.network.offer_editor import OfferEditor
from zwk_barrier.desktop.network.record_list import ListWords, RecordList
from zwk_barrier.desktop.record_rows import area_choices, code_choices
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.table import Column, Order
from zwk_barrier.model import LocalOffer
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext


class OfferSource:
    """Where the rows of the directory come from; asked on a reading thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._areas: AreaTree | None = None
        self._found: Mapping[str, LocalOffer] = {}

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[str]:
        """The keys of the offers to list, hexadecimal."""
        with self._desk.store.reading() as session:
            if self._areas is None:
                self._areas = load_areas(office_settings(session).region)
            offers = find_offers(session, wanted or OfferFilter(), this_day())
        self._found = {offer.id.hex: offer for offer in offers}
        if order.column == "checked":
            offers.sort(key=lambda offer: offer.checked_on or date.min)
        return [offer.id.hex for offer in (offers[::-1] if order.is_descending else offers)]

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these offers; one that went away in between has empty ones."""
        found, today = self._found, this_day()
        return [self._cells(found[key], today) if key in found else [""] * 6 for key in ids]

    def _cells(self, offer: LocalOffer, today: date) -> list[str]:
        area = "" if self._areas is None else self._areas.label(offer.area)
        return [
            offer.name or "–",
            load_code_list("offer_kind").label(offer.kind),
            area or _("ganze Region"),
            offer.phone or "",
            _access(offer),
            _state(offer, today),
        ]


def _access(offer: LocalOffer) -> str:
    if offer.is_step_free is None:
        return ""
    return _("stufenlos") if offer.is_step_free else _("mit Stufen")


def _state(offer: LocalOffer, today: date) -> str:
    """When somebody last looked, marked by a word where that is long ago."""
    if has_ended(offer, today):
        return _("gibt es nicht mehr")
    day = "–" if offer.checked_on is None else format_near_date(offer.checked_on, today)
    return _("⚠ prüfen ({day})").format(day=day) if is_stale(offer, today) else day


class OffersTab(QStackedWidget):
    """The directory, and the page of one offer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("network_offers")
        self._desk = desk
        self.list = RecordList(desk, _words(), _columns(), OfferSource(desk), self._wanted, OfferFilter())
        self.editor = OfferEditor(desk)
        self._add_filters()
        self.addWidget(self.list)
        self.addWidget(self.editor)
        self.list.opened.connect(lambda row_id: desk.go(ToNetwork("offers", row_id)))
        self.list.beginning.connect(lambda: desk.go(ToNetwork("offers", is_fresh=True)))
        self.list.counted.connect(self._show_count)
        self.editor.opened.connect(lambda row_id: desk.be_at(ToNetwork("offers", row_id)))
        desk.changed.connect(self._changed)
        desk.ask(office_settings, then=lambda office: self._offer_areas(office.region), owner=self)

    def show_destination(self, destination: ToNetwork) -> None:
        """Shows the directory, one offer, or a fresh one."""
        if destination.is_fresh:
            self.setCurrentWidget(self.editor)
            self.editor.begin()
        elif destination.focus is not None:
            self.setCurrentWidget(self.editor)
            self.list.mark(destination.focus)
            self.editor.load(destination.focus)
        else:
            self.setCurrentWidget(self.list)
            self.list.begin()

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.editor.leave()

    def _add_filters(self) -> None:
        everything = _("Alle")
        self._words_field = self.list.add_filter(_("&Suchen"), TextField("offer_words"))
        kinds = ChoiceField("offer_kind_filter", code_choices("offer_kind"), empty=everything)
        self._kind = self.list.add_filter(_("&Art"), kinds)
        self._area = self.list.add_filter(_("S&tadtteil"), ChoiceField("offer_area_filter", empty=everything))
        languages = ChoiceField("offer_language_filter", code_choices("language"), empty=everything)
        self._language = self.list.add_filter(_("S&prache"), languages)
        shown = ChoiceField("offer_shown", _shown_choices(), empty=_("Alle, die es gibt"))
        self._shown = self.list.add_filter(_("&Zeigen"), shown)

    def _wanted(self) -> OfferFilter:
        return OfferFilter(
            self._words_field.text().strip(),
            self._kind.value(),
            self._area.value(),
            self._language.value(),
            step_free=self._shown.value() == "step_free",
            only_stale=self._shown.value() == "stale",
            with_ended=self._shown.value() == "ended",
        )

    def _show_count(self, count: int) -> None:
        told = counted(ngettext("{n} Angebot", "{n} Angebote", count), count)
        self.list.sums.setText(told if count else "")

    def _offer_areas(self, region: str) -> None:
        self._area.set_items(area_choices(load_areas(region)))

    def _changed(self, changed: Changed) -> None:
        self.list.reread(changed, "local_offer")


def _shown_choices() -> list[tuple[str, str]]:
    return [
        ("step_free", _("Nur stufenlose")),
        ("stale", _("Nur was zu prüfen ist")),
        ("ended", _("Auch was es nicht mehr gibt")),
    ]


def _words() -> ListWords:
    return ListWords(
        "offer_list",
        _("Angebote vor Ort"),
        new=_("&Neues Angebot"),
        icon="map-pin",
        empty=_("Noch kein Angebot"),
        advice=_(
            "Pflegestützpunkt, Nachbarschaftshilfe, Treffpunkt, Fahrdienst: Was hier steht, finden Sie beim "
            "Telefonat mit Strg K und können mit einem Griff dorthin verweisen. Alt N trägt das erste ein."
        ),
        no_hit=_("Dazu passt kein Angebot"),
    )


def _columns() -> list[Column]:
    return [
        Column("name", _("Angebot"), 260),
        Column("kind", _("Art"), 200, can_sort=False),
        Column("area", _("Stadtteil"), 155, can_sort=False, is_minor=True),
        Column("phone", _("Telefon"), 130, can_sort=False, is_fixed=True),
        Column("step_free", _("Zugang"), 105, can_sort=False, is_fixed=True),
        Column("checked", _("Geprüft"), 180),
    ]
