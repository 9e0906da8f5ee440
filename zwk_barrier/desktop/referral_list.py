"""Where somebody was referred to, in a case or a contact: an offer found by typing, its day and what became of it.

referrals = ReferralList(desk, "case_referrals", history)
referrals.show_source(Source(case_id=case_id))       # reads by itself, and again when something changed
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.network import referrals
from zwk_barrier.casework.network.offers import OfferFilter, find_offers
from zwk_barrier.casework.network.referrals import ReferralView, Source, recipient_of
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.letter_draft import Wanted
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToLetter, ToNetwork
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.search_box import Hit, SearchBox
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import LocalOffer, Referral
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_MOST_HITS = 8
_COLUMN = 190  # px at 100 %: a day with its weekday, or an outcome
_LETTER = "referral"


class ReferralCard(QWidget):
    """One referral: the way to its offer, its day and outcome, and the letter where there is a case."""

    writing = Signal()

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("referral_card")
        self._desk = desk
        self._offer: LocalOffer | None = None
        self.binding = Binding(desk, Referral, owner=self)
        self._name = Button("referral_offer", "", kind=Kind.QUIET, icon="map-pin")
        self._name.clicked.connect(self._go_to_offer)
        self._write = Button("referral_write", _("Schreiben verfassen"), kind=Kind.QUIET, icon="mail")
        self._write.clicked.connect(self.writing)
        remove = IconButton("referral_remove", _("Verweis entfernen"), icon="x")
        remove.clicked.connect(
            lambda: remove_record(desk, Referral, self.binding.row_id, _("Verweis entfernt."), owner=desk)
        )
        self.form = FormRows("referral_form", column_width=_COLUMN)
        rows = RecordRows(self.form, self.binding)
        rows.past_day("referred_on")
        rows.choice("outcome", is_optional=False)
        history.watch(self.binding)
        head = Flow("referral_head")
        for part in (self._name, self._write):
            head.add(part)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.form)

    def show_record(self, record: Referral) -> None:
        """Shows the referral as it is kept now; what is being typed stays."""
        self.binding.show(record)
        self._write.setVisible(record.case_id is not None)

    def show_offer(self, offer: LocalOffer) -> None:
        """Says where it leads."""
        self._offer = offer
        self._name.setText(offer.name or _("Angebot ohne Namen"))

    @property
    def offer(self) -> LocalOffer | None:
        """Where it leads, once that is known."""
        return self._offer

    def first_field(self) -> QWidget:
        """Where typing begins."""
        first: QWidget = next(iter(self.form.fields().values()))
        return first

    def _go_to_offer(self) -> None:
        if self._offer is not None:
            self._desk.go(ToNetwork("offers", self._offer.id))


class ReferralList(QWidget):
    """Heading, a field that finds offers, and a card for each referral."""

    def __init__(self, desk: Desk, name: str, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk, self._history = desk, history
        self._source: Source | None = None
        self.box = SearchBox(
            f"{name}_search",
            title=_("Verweisen an"),
            placeholder=_("Verweisen an: Name oder Art …"),
        )
        self._empty = SoftText(_("Noch an niemanden verwiesen."), name=f"{name}_empty")
        self.cards: RecordCards[Referral] = RecordCards(f"{name}_cards", self._make_card)
        self._order = TabOrder(self)
        self.cards.laid_out.connect(self._order.renew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Verweise"), name=f"{name}_title"))
        for part in (self.box, self._empty, self.cards):
            column.addWidget(part)
        self.box.asked.connect(self._find)
        self.box.chosen.connect(self._chosen)
        desk.changed.connect(self._changed)

    def show_source(self, source: Source) -> None:
        """Shows the referrals of a case or contact."""
        if source != self._source:
            self.cards.show_records([])
            self._source = source
        self._read()

    def _read(self) -> None:
        source = self._source
        if source is not None:
            self._desk.ask(
                lambda session: (source, referrals.referrals_of(session, source)),
                then=self._show,
                owner=self,
            )

    def _show(self, found: tuple[Source, Sequence[ReferralView]]) -> None:
        source, views = found
        if source != self._source:
            return  # the person went on to another case in between
        self.cards.show_records([view.referral for view in views])
        offers = {view.referral.id: view.offer for view in views}
        for card in self.cards.findChildren(ReferralCard):
            if (offer := offers.get(card.binding.row_id or UUID(int=0))) is not None:
                card.show_offer(offer)
        self._empty.setVisible(not views)

    def _make_card(self, _referral: Referral) -> ReferralCard:
        card = ReferralCard(self._desk, self._history)
        card.writing.connect(lambda: self._write(card))
        return card

    def _find(self, typed: str) -> None:
        def question(session: Any) -> list[Hit]:
            kinds = load_code_list("offer_kind")
            found = find_offers(session, OfferFilter(words=typed), this_day())[:_MOST_HITS]
            return [Hit(offer.id, offer.name or "–", kinds.label(offer.kind), "map-pin") for offer in found]

        self._desk.ask(question, then=lambda hits: self.box.show_hits(typed, hits), owner=self)

    def _chosen(self, offer_id: UUID) -> None:
        source, day = self._source, this_day()
        if source is not None:
            self._desk.do(
                lambda store: referrals.refer(store, source, offer_id, day), then=self._referred, owner=self
            )

    def _referred(self, referral_id: UUID) -> None:
        self._desk.say(_("Verweis festgehalten."), with_undo=True)
        self.cards.focus_next(referral_id)

    def _write(self, card: ReferralCard) -> None:
        source, offer, day = self._source, card.offer, this_day()
        if source is None or source.case_id is None or offer is None:
            return
        case_id = source.case_id

        def deed(store: OfficeStore) -> tuple[Changed, UUID]:
            wanted = Wanted(case_id, _LETTER)
            return letters.start(store, wanted, day, {"recipient": recipient_of(offer)})

        self._desk.do(
            deed, then=lambda letter_id: self._desk.go(ToLetter(case_id, letter_id=letter_id)), owner=self
        )

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches("referral", "local_offer"):
            self._read()
