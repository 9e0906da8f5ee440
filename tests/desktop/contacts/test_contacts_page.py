"""The list of contacts and one contact: found again, changed elsewhere, locked, gone."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.desktop.contacts.page import ContactsPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToContact, ToContacts
from zwk_barrier.model import Contact
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ContactsPage:
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, page: ContactsPage) -> Typist:
    return Typist(qtbot, desk, page)


def call(office: OfficeStore, **values: Any) -> UUID:
    _changed, contact_id = contacts.begin_contact(office, **{"channel": "tel", **values})
    return contact_id


def kept(office: OfficeStore, contact_id: UUID) -> Contact:
    with office.reading() as session:
        return contacts.load_contact(session, contact_id)[0]


def cells(page: ContactsPage, row: int = 0) -> list[str]:
    model = page.list.table.rows
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def body(page: ContactsPage) -> str:
    """What the list shows: its table, or what is said instead."""
    stack = page.findChild(QStackedWidget, "contact_list_body")
    shown = None if stack is None else stack.currentWidget()
    return "" if shown is None else shown.objectName()


def test_the_list_tells_who_called_about_what_and_what_comes_next(
    page: ContactsPage, hands: Typist, office: OfficeStore
) -> None:
    day = date.today() + timedelta(days=3)  # noqa: DTZ011
    contact_id = call(office, caller_family_name="Petrova", topics=["bad", "wc"], area="13")
    contacts.set_next_step(office, contact_id, "Zurückrufen", day)
    contacts.make_case(office, contact_id)
    page.show_destination(ToContacts())
    hands.show()
    cells(page)
    hands.rest()

    _when, kind, who, topics, area, step = cells(page)
    assert (kind, topics, area) == ("Telefonat", "Bad, WC", "Lehe")
    assert who.startswith("Petrova · ")
    assert step.endswith(f"{day.day}.{day.month}. Zurückrufen")


def test_words_filter_the_list_while_they_are_typed(
    page: ContactsPage, hands: Typist, office: OfficeStore, qtbot: QtBot
) -> None:
    wanted = call(office, note="Treppe zu steil")
    call(office, note="Badewanne")
    page.show_destination(ToContacts())
    hands.show()

    hands.type("steil")
    qtbot.wait(250)
    hands.rest()

    assert page.list.table.rows.rowCount() == 1
    assert page.list.table.rows.id_at(0) == wanted.hex


def test_an_empty_office_says_what_to_do_first(page: ContactsPage, hands: Typist) -> None:
    page.show_destination(ToContacts())
    hands.show()

    assert body(page) == "contact_list_empty_scroll"


def test_a_filter_without_a_hit_leads_back_to_all(
    page: ContactsPage, hands: Typist, office: OfficeStore, qtbot: QtBot
) -> None:
    call(office, note="Badewanne")
    page.show_destination(ToContacts())
    hands.show()
    hands.type("steil")
    qtbot.wait(250)
    hands.rest()
    assert body(page) == "contact_list_nothing_scroll"

    hands.tab(2)
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert page.list.table.rows.rowCount() == 1


def test_enter_opens_the_contact(
    page: ContactsPage, hands: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    contact_id = call(office, note="Badewanne")
    page.show_destination(ToContacts())
    hands.show()

    hands.tab(2)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)

    assert went == [ToContact(contact_id)]


def test_a_change_from_elsewhere_shows_and_leaves_the_cursor_alone(
    page: ContactsPage, hands: Typist, office: OfficeStore, desk: Desk
) -> None:
    contact_id = call(office, note="Badewanne", caller_family_name="Petrova")
    page.show_destination(ToContact(contact_id))
    hands.show()
    hands.press(Qt.Key.Key_Home)
    hands.type("Die ")

    desk.do(lambda store: records.keep(store, Contact, contact_id, caller_family_name="Petrowa", minutes=9))
    hands.rest()
    hands.type("hohe ")
    page.leave()
    hands.rest()

    assert kept(office, contact_id).note == "Die hohe Badewanne"
    assert page.editor.title() == "Petrowa"


def test_what_is_being_typed_is_kept_when_the_window_locks_or_closes(
    page: ContactsPage, hands: Typist, office: OfficeStore
) -> None:
    page.show_destination(ToContact())
    hands.show()
    hands.type("Badewanne zu ho")

    page.leave()
    hands.rest()

    with office.reading() as session:
        [contact_id] = contacts.contact_ids(session)
    assert kept(office, contact_id).note == "Badewanne zu ho"


def test_what_is_typed_stays_with_its_contact_when_the_next_call_comes_in(
    page: ContactsPage, hands: Typist, office: OfficeStore
) -> None:
    first = call(office, note="Erster")
    page.show_destination(ToContact(first))
    hands.show()
    hands.press(Qt.Key.Key_End)
    hands.type(" Anruf")

    page.show_destination(ToContact())
    hands.rest()
    hands.type("Zweiter")
    page.leave()
    hands.rest()

    assert kept(office, first).note == "Erster Anruf"
    with office.reading() as session:
        assert len(contacts.contact_ids(session)) == 2


def test_the_way_back_to_a_fresh_contact_leads_to_what_it_became(
    page: ContactsPage, hands: Typist, office: OfficeStore, desk: Desk
) -> None:
    places: list[Destination] = []
    desk.arrived.connect(places.append)
    page.show_destination(ToContact())
    hands.show()
    hands.type("Badewanne")
    page.leave()
    hands.rest()

    with office.reading() as session:
        assert places == [ToContact(contacts.contact_ids(session)[0])]


def test_a_contact_taken_back_elsewhere_says_so_and_leads_to_the_list(
    page: ContactsPage, hands: Typist, office: OfficeStore, desk: Desk, went: list[Destination]
) -> None:
    contact_id = call(office, note="Badewanne")
    problems: list[str] = []
    desk.failing.connect(lambda problem: problems.append(str(problem)))
    page.show_destination(ToContact(contact_id))
    hands.show()

    desk.undo()
    hands.rest()

    assert went == [ToContacts()]
    assert problems == ["Dieser Eintrag ist nicht mehr da."]


def test_a_contact_can_be_deleted_and_undone(
    page: ContactsPage, hands: Typist, office: OfficeStore, desk: Desk, went: list[Destination]
) -> None:
    said: list[tuple[str, bool]] = []
    desk.saying.connect(lambda sentence, with_undo: said.append((sentence, with_undo)))
    contact_id = call(office, note="Badewanne")
    page.show_destination(ToContact(contact_id))
    hands.show()

    page.editor._remove.click()
    hands.rest()

    assert (said, went) == ([("Kontakt gelöscht.", True)], [Back()])
    with office.reading() as session:
        assert contacts.contact_ids(session) == []


def test_a_fresh_contact_in_a_case_needs_no_name(
    page: ContactsPage, hands: Typist, office: OfficeStore
) -> None:
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    page.show_destination(ToContact(case_id=case_id))
    hands.show()

    hands.type("Handwerker kann im Januar")
    hands.tab(3)
    assert hands.place == "next_step_title"
    hands.rest()

    with office.reading() as session:
        [contact_id] = contacts.contact_ids(session)
    assert kept(office, contact_id).case_id == case_id


def test_the_history_of_a_field_opens_by_one_key_and_puts_a_value_back(
    page: ContactsPage, hands: Typist, office: OfficeStore
) -> None:
    contact_id = call(office, note="Badewanne")
    contacts.keep_contact(office, contact_id, note="Dusche")
    page.show_destination(ToContact(contact_id))
    hands.show()

    hands.press(Qt.Key.Key_F6)
    hands.rest()
    hands.press(Qt.Key.Key_Tab)
    assert hands.place == "field_history_rows_1_action"
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert kept(office, contact_id).note == "Badewanne"
