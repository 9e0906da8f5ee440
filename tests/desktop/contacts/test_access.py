"""Nothing on the pages of contacts stands in anybody's way."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.desktop.contacts.page import ContactsPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToContact, ToContacts
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.store.office import OfficeStore


def called(office: OfficeStore) -> UUID:
    _changed, contact_id = contacts.begin_contact(
        office, note="Badewanne", caller_family_name="Petrova", enquirer="kind", topics=["bad", "wc"]
    )
    return contact_id


@pytest.mark.parametrize("place", ["list", "empty list", "fresh", "known", "in a case"])
def test_a_page_of_contacts_is_there_for_everybody(
    qtbot: QtBot, theme: Theme, desk: Desk, office: OfficeStore, place: str
) -> None:
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    hands = Typist(qtbot, desk, page)
    contact_id = None if place in ("empty list", "fresh") else called(office)
    if place == "in a case" and contact_id is not None:
        contacts.make_case(office, contact_id)
    is_list = place in ("list", "empty list")
    page.show_destination(ToContacts() if is_list else ToContact(contact_id))
    hands.show(1104, 736)

    assert obstacles(page, theme) == []


def test_the_matches_are_there_for_everybody(
    qtbot: QtBot, theme: Theme, desk: Desk, office: OfficeStore
) -> None:
    cases.open_case(office, given_name="Olga", family_name="Petrova")
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    page.show_destination(ToContact(typed="Olga Petrova"))
    hands = Typist(qtbot, desk, page)
    hands.show(1104, 736)
    qtbot.wait(200)
    hands.rest()
    assert page.editor.side.matches.isVisible()

    assert obstacles(page, theme) == []
