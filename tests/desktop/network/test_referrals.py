"""Somebody is referred to an offer by typing a few letters: in a case, in a contact, with the letter that asks."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.builders import a_case
from tests.desktop.typist import Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.case.contacts import begin_contact
from zwk_barrier.casework.network import offers
from zwk_barrier.casework.network.referrals import Source, refer
from zwk_barrier.desktop.contacts.page import ContactsPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToContact, ToLetter, ToNetwork
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.referral_list import ReferralList
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.model import Letter, Referral
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def offer(office: OfficeStore) -> UUID:
    _changed, offer_id = offers.begin_offer(
        office,
        date(2026, 11, 1),
        name="Nachbarn Müller",
        kind="ehrenamt",
        address="Am Markt 1\n27570 Bremerhaven",
    )
    return offer_id


def shown(qtbot: QtBot, desk: Desk, source: Source) -> Typist:
    page = QWidget()
    qtbot.addWidget(page)
    made = ReferralList(desk, "referrals", FieldHistory(desk, page))
    made.setParent(page)
    made.setFixedWidth(600)
    made.show_source(source)
    hands = Typist(qtbot, desk, page)
    hands.show(640, 600)
    hands.rest()
    return hands


def choose(hands: Typist, typed: str) -> None:
    hands.go_to("referrals_search")
    hands.type(typed)
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    hands.rest()


def the_referral(office: OfficeStore) -> Referral:
    with office.reading() as session:
        return session.scalars(select(Referral).where(Referral.removed_at.is_(None))).one()


def test_a_few_letters_refer_the_person_of_a_case(
    qtbot: QtBot, desk: Desk, office: OfficeStore, offer: UUID, said: list[tuple[str, bool]]
) -> None:
    case = a_case(office, "2026-0001", date(2026, 11, 2))
    choose(shown(qtbot, desk, Source(case_id=case)), "muel")
    row = the_referral(office)
    assert (row.offer_id, row.case_id, row.referred_on, row.outcome) == (offer, case, this_day(), "offen")
    assert said[-1] == ("Verweis festgehalten.", True)


def test_what_became_of_it_is_chosen_beside_it(
    qtbot: QtBot, desk: Desk, office: OfficeStore, offer: UUID
) -> None:
    case = a_case(office, "2026-0001", date(2026, 11, 2))
    refer(office, Source(case_id=case), offer, date(2026, 11, 3))
    hands = shown(qtbot, desk, Source(case_id=case))
    hands.go_to("referral_outcome")
    hands.press(Qt.Key.Key_I)  # „In Anspruch genommen“
    hands.tab()
    hands.rest()
    assert the_referral(office).outcome == "angenommen"


def test_the_letter_is_begun_with_the_address_of_the_offer(
    qtbot: QtBot, desk: Desk, office: OfficeStore, offer: UUID, went: list[Destination]
) -> None:
    case = a_case(office, "2026-0001", date(2026, 11, 2), family_name="Petrova")
    refer(office, Source(case_id=case), offer, date(2026, 11, 3))
    hands = shown(qtbot, desk, Source(case_id=case))
    hands.go_to("referral_write")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    with office.reading() as session:
        letter = session.scalars(select(Letter)).one()
    assert letter.recipient == "Nachbarn Müller\nAm Markt 1\n27570 Bremerhaven"
    assert went == [ToLetter(case, letter_id=letter.id)]


@pytest.mark.usefixtures("office")
def test_the_name_of_an_offer_leads_to_it(
    qtbot: QtBot, desk: Desk, office: OfficeStore, offer: UUID, went: list[Destination]
) -> None:
    _changed, contact = begin_contact(office, note="Auskunft")
    refer(office, Source(contact_id=contact), offer, date(2026, 11, 3))
    hands = shown(qtbot, desk, Source(contact_id=contact))
    hands.go_to("referral_offer")
    hands.press(Qt.Key.Key_Space)
    assert went == [ToNetwork("offers", offer)]


def test_a_contact_without_a_case_refers_too(
    qtbot: QtBot, theme: Theme, desk: Desk, office: OfficeStore, offer: UUID
) -> None:
    _changed, contact = begin_contact(office, note="Sucht Hilfe")
    refer(office, Source(contact_id=contact), offer, date(2026, 11, 3))
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    page.show_destination(ToContact(contact))
    hands = Typist(qtbot, desk, page)
    hands.show()
    hands.rest()
    cards = [each for each in page.findChildren(QWidget, "referral_card") if each.isVisible()]
    assert len(cards) == 1
    assert obstacles(page, theme) == []
