"""A phone call in ninety seconds, with the keyboard alone."""

from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typist import ALT, CTRL, Typist
from zwk_barrier.casework.case import cases, contacts, tasks
from zwk_barrier.casework.case.contacts import ContactView
from zwk_barrier.desktop.contacts.page import ContactsPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToCase, ToContact
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.headings import StrongText
from zwk_barrier.model import Contact
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.store.office import OfficeStore

W = TypeVar("W", bound=QWidget)
NOTE = "Kommt nach einem Sturz nicht mehr in die Wanne."


@pytest.fixture
def call(qtbot: QtBot, desk: Desk) -> Typist:
    """The telephone rings: a fresh contact is open."""
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    page.show_destination(ToContact())
    typist = Typist(qtbot, desk, page)
    typist.show()
    return typist


def all_contacts(office: OfficeStore) -> list[ContactView]:
    with office.reading() as session:
        return [contacts.contact_view(session, row_id) for row_id in contacts.contact_ids(session)]


def the_contact(office: OfficeStore) -> Contact:
    [view] = all_contacts(office)
    return view.contact


def known_case(office: OfficeStore) -> UUID:
    _changed, case_id = cases.open_case(
        office, given_name="Olga", family_name="Petrova", phone="030 23125001"
    )
    return case_id


def one(call: Typist, kind: type[W], name: str) -> W:
    found = call.page.findChild(kind, name)
    assert found is not None
    return found


def test_a_whole_call_takes_few_keys_beside_its_words(
    call: Typist, office: OfficeStore, went: list[Destination], said: list[tuple[str, bool]]
) -> None:
    words = (NOTE, "lehe", "Olga", "Petrova", "030 23125001", "Zurückrufen", "+14")
    call.type(NOTE)
    call.press(Qt.Key.Key_T, ALT)  # opens the list
    call.press(Qt.Key.Key_Space)  # ticks „Bad“
    call.press(Qt.Key.Key_Return)
    call.press(Qt.Key.Key_S, ALT)
    call.type("lehe")
    call.press(Qt.Key.Key_Return)
    call.press(Qt.Key.Key_V, ALT)
    call.type("Olga")
    call.tab()
    call.type("Petrova")
    call.tab()
    call.type("030 23125001")
    call.tab()
    call.type("Zurückrufen")
    call.tab()
    call.type("+14")
    call.press(Qt.Key.Key_F, ALT)
    call.rest()

    kept = the_contact(office)
    assert (kept.channel, kept.note, kept.topics) == ("tel", NOTE, ["bad"])
    assert (kept.caller_name, kept.caller_phone) == ("Olga Petrova", "030 23125001")
    assert load_areas("bremerhaven").label(kept.area) == "Lehe"
    with office.reading() as session:
        [step] = tasks.open_tasks(session)
    assert (step.title, step.due_on) == ("Zurückrufen", date.today() + timedelta(days=14))  # noqa: DTZ011
    assert call.keys - sum(map(len, words)) <= 11
    assert went == [Back()]
    assert said == [("Kontakt behalten.", False)]


def test_a_call_that_leaves_no_word_leaves_no_contact(
    call: Typist, office: OfficeStore, went: list[Destination], said: list[tuple[str, bool]]
) -> None:
    call.tab(4)
    call.press(Qt.Key.Key_F, ALT)
    call.rest()

    assert all_contacts(office) == []
    assert (went, said) == ([Back()], [])


def test_tab_goes_through_the_form_as_it_is_read_and_on_to_the_end(call: Typist) -> None:
    stops = [call.place]
    for _step in range(9):
        call.tab()
        stops.append(call.place)

    assert stops == [
        "contact_note",
        "contact_area",
        "contact_enquirer",
        "contact_is_anonymous",
        "contact_caller_given_name",
        "contact_caller_family_name",
        "contact_caller_phone",
        "next_step_title",
        "next_step_due",
        "contact_finish",
    ]


def test_fields_left_in_a_hurry_make_one_contact(call: Typist, office: OfficeStore) -> None:
    call.type("Bad")
    call.tab(4)
    for word in ("Olga", "Petrova", "030 23125001", "Zurückrufen"):
        call.type(word)
        call.tab()
    call.rest()

    assert the_contact(office).caller_name == "Olga Petrova"


def test_a_name_that_is_known_is_offered_and_one_key_files_the_contact_there(
    call: Typist, office: OfficeStore, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    case_id = known_case(office)
    call.type(NOTE)
    call.press(Qt.Key.Key_N, ALT)
    call.type("Petrowa")  # as it was heard
    qtbot.wait(200)
    call.rest()

    call.press(Qt.Key.Key_1, CTRL)
    call.rest()

    assert the_contact(office).case_id == case_id
    assert the_contact(office).note == NOTE
    assert said == [("Der Kontakt gehört jetzt zu diesem Fall.", True)]
    assert one(call, StrongText, "contact_case_name").text() == "Olga Petrova"


def test_the_arrow_leads_from_the_name_into_the_matches_and_back(
    call: Typist, office: OfficeStore, qtbot: QtBot
) -> None:
    case_id = known_case(office)
    call.press(Qt.Key.Key_N, ALT)
    call.type("Petrova")
    qtbot.wait(200)
    call.rest()

    call.press(Qt.Key.Key_Down)
    assert call.place == "contact_matches_rows_0"
    call.press(Qt.Key.Key_Up)
    assert call.place == "contact_caller_family_name"
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_Return)
    call.rest()

    assert the_contact(office).case_id == case_id


def test_a_phone_number_recognises_too(call: Typist, office: OfficeStore, qtbot: QtBot) -> None:
    case_id = known_case(office)
    call.press(Qt.Key.Key_E, ALT)
    call.type("+49 30 23125001")
    qtbot.wait(200)
    call.rest()
    call.press(Qt.Key.Key_1, CTRL)
    call.rest()

    assert the_contact(office).case_id == case_id


def test_a_case_is_made_without_typing_anything_again(
    call: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    call.type(NOTE)
    call.tab(4)
    call.type("Olga")
    call.tab()
    call.type("Petrova")  # still being typed when the case is asked for

    call.press(Qt.Key.Key_Return, CTRL)
    call.rest()

    [view] = all_contacts(office)
    assert view.case is not None
    assert view.case.person.full_name == "Olga Petrova"
    assert view.case.case.concern == NOTE
    assert went == [ToCase(view.case.case.id, "person")]


def test_becoming_anonymous_lets_go_of_the_name_and_undo_brings_it_back(
    call: Typist, desk: Desk, office: OfficeStore, said: list[tuple[str, bool]]
) -> None:
    call.tab(4)
    call.type("Olga")
    call.press(Qt.Key.Key_A, ALT)
    call.rest()
    assert said == [("Name und Telefon sind entfernt.", True)]
    assert (the_contact(office).is_anonymous, the_contact(office).caller_given_name) == (True, None)

    desk.undo()
    call.rest()

    assert (the_contact(office).is_anonymous, the_contact(office).caller_given_name) == (False, "Olga")


def test_who_calls_for_somebody_else_is_asked_for_their_own_name(call: Typist, office: OfficeStore) -> None:
    asked = call.page.findChild(QWidget, "contact_enquirer_name")
    assert asked is not None
    assert not asked.isVisible()
    call.press(Qt.Key.Key_W, ALT)
    call.type("Toch")
    call.press(Qt.Key.Key_Return)
    call.rest()
    assert asked.isVisible()

    call.go_to("contact_caller_family_name")
    call.type("Petrova")
    call.go_to("contact_enquirer_name")
    call.type("Anna Petrova")
    call.press(Qt.Key.Key_Return, CTRL)
    call.rest()

    [view] = all_contacts(office)
    assert view.case is not None
    assert [(who.name, who.relation) for who in view.case.related] == [("Anna Petrova", "kind")]


def test_a_date_nobody_understands_keeps_its_text_and_the_page(
    call: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    call.type(NOTE)
    call.tab(8)
    call.type("31.2.")
    call.press(Qt.Key.Key_F, ALT)
    call.rest()

    assert went == []
    field = one(call, DateField, "next_step_due")
    assert field.text() == "31.2."
    assert "Kalender nicht" in field.accessibleDescription()
    assert the_contact(office).note == NOTE


def test_what_was_typed_into_the_search_need_not_be_typed_again(
    qtbot: QtBot, desk: Desk, office: OfficeStore
) -> None:
    page = ContactsPage(desk)
    qtbot.addWidget(page)
    for typed in ("Olga Petrova", "Cordes, Gerda", "030 23125001"):
        page.show_destination(ToContact(typed=typed))
        desk.work.wait_idle()

    found = {(view.contact.caller_name, view.contact.caller_phone) for view in all_contacts(office)}
    assert found == {("Olga Petrova", None), ("Gerda Cordes", None), ("", "030 23125001")}
