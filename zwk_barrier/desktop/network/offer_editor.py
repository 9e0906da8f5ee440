"""One local offer: what it is and how to reach it, when somebody last made sure, and how many were referred."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from zwk_barrier.casework.network import offers
from zwk_barrier.casework.network.offers import OfferView
from zwk_barrier.casework.office.roles import SEEING_CASES, role_of
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.network.editor import Create, EditorWords, RecordEditor
from zwk_barrier.desktop.record_rows import RecordRows, area_choices
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.model import LocalOffer, Record
from zwk_barrier.overriding import override
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext


class OfferEditor(RecordEditor):
    """Beside the fields stands whether they were looked at lately, and who was referred in numbers."""

    named_by = "name"

    def __init__(self, desk: Desk) -> None:
        words = EditorWords(
            "offer",
            fresh=_("Neues Angebot"),
            unnamed=_("Angebot ohne Namen"),
            remove=_("Angebot löschen"),
            removed=_("Angebot gelöscht."),
            kept=_("Angebot behalten."),
        )
        self._checked = Card("offer_checked", title=_("Stimmt das noch?"))
        self._referred = Card("offer_referred", title=_("Wie viele wir verwiesen haben"))
        self._state = Chip("", name="offer_state")
        self._since = SoftText(name="offer_since")
        self._sum = BodyText(name="offer_sum")
        self._parts = SoftText(name="offer_parts")
        self._mark = Button("offer_mark_checked", _("&Heute geprüft"), icon="check")
        super().__init__(desk, LocalOffer, words)
        self._mark.clicked.connect(self._mark_checked)
        desk.ask(office_settings, then=lambda office: self._offer_areas(office.region), owner=self)

    @override
    def add_rows(self, quick: RecordRows, more: RecordRows) -> None:
        quick.text("name", key="N", wide=True)
        quick.choice("kind", key="A")
        self._area = quick.offered("area", [], hint=_("Leer heißt: für die ganze Region"))
        quick.phone("phone", key="T")
        quick.text("contact_person")
        quick.note("address", lines=2)
        quick.text("hours")
        quick.yes_no("is_step_free")
        more.form.section(_("Mehr dazu"), name="offer_more_title")
        more.text("organisation")
        more.text("email")
        more.text("website")
        more.text("costs")
        more.many("languages")
        more.past_day("checked_on")
        more.day("ended_on", hint=_("Es bleibt in den Zahlen, wird aber nicht mehr vorgeschlagen."))
        more.note("note", lines=3)
        self._fill_side()

    @override
    def maker(self) -> Create:
        return _create

    @override
    def question(self, row_id: UUID) -> Callable[[Any], Any]:
        me = self.desk.store.staff_id

        def ask(session: Any) -> tuple[OfferView, bool]:
            return offers.load_offer(session, row_id), role_of(session, me) in SEEING_CASES

        return ask

    @override
    def record_of(self, found: Any) -> Record:
        view: OfferView = found[0]
        return view.offer

    @override
    def show_found(self, found: Any) -> None:
        super().show_found(found)
        view, may_see = found
        self.side.show()
        self._referred.setVisible(may_see)
        self._show_state(view.offer)
        self._show_referred(view)

    @override
    def subtitle(self, record: Any) -> str:
        kind = load_code_list("offer_kind").label(record.kind)
        return " · ".join(part for part in (kind, record.organisation) if part)

    @override
    def is_touched(self, changed: Changed, row_id: UUID) -> bool:
        return super().is_touched(changed, row_id) or changed.touches("referral")

    def _show_state(self, offer: LocalOffer) -> None:
        day = this_day()
        if offers.has_ended(offer, day):
            self._state.show_fact(_("gibt es nicht mehr"), Tone.PLAIN, icon="x")
        elif offers.is_stale(offer, day):
            self._state.show_fact(_("bitte prüfen"), Tone.SOON, icon="triangle-alert")
        else:
            self._state.show_fact(_("aktuell"), Tone.GOOD, icon="check")
        self._since.setText(
            _("Es hat noch niemand geprüft, ob alles stimmt.")
            if offer.checked_on is None
            else _("Zuletzt geprüft am {day}.").format(day=format_date(offer.checked_on))
        )

    def _show_referred(self, view: OfferView) -> None:
        count = view.referred
        self._sum.setText(
            ngettext("{n} Verweis", "{n} Verweise", count).format(n=count)
            if count
            else _("Bisher niemanden.")
        )
        labels = load_code_list("referral_outcome")
        told = [f"{labels.label(code)}: {number}" for code, number in sorted(view.outcomes.items())]
        years = [f"{year}: {number}" for year, number in sorted(view.years.items(), reverse=True) if year]
        self._parts.setText("\n".join(part for part in (" · ".join(told), " · ".join(years)) if part))
        self._parts.setVisible(bool(count))

    def _mark_checked(self) -> None:
        row_id, day = self.binding.row_id, this_day()
        if row_id is not None and self.leave():
            self.desk.do(
                lambda store: offers.mark_checked(store, row_id, day),
                then=lambda _nothing: self.desk.say(_("Als heute geprüft behalten."), with_undo=True),
                owner=self,
            )

    def _offer_areas(self, region: str) -> None:
        self._area.set_items(area_choices(load_areas(region)))

    def _fill_side(self) -> None:
        for part in (self._state, self._since):
            self._checked.add(part)
        self._checked.body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        self._referred.add(self._sum)
        self._referred.add(self._parts)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._checked)
        column.addWidget(self._referred)
        column.addStretch()


def _create(store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return offers.begin_offer(store, this_day(), **values)
