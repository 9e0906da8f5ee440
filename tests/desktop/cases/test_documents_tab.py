"""The documents of a case: letters with their state, the way to a new one, and what was passed on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.lettering import Lettered, full_case
from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import one
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case.disclosures import disclosures_of
from zwk_barrier.casework.printing import letters
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToLetter
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Application
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    return full_case(office)


@pytest.fixture
def open_tab(qtbot: QtBot, desk: Desk, case: Lettered) -> Callable[[], CaseHands]:
    """Opens the tab of the case."""

    def opened() -> CaseHands:
        page = CasePage(desk)
        qtbot.addWidget(page)
        hands = CaseHands(qtbot, desk, page, case.case_id)
        hands.open("documents")
        hands.rest()
        return hands

    return opened


def choose(hands: CaseHands, name: str, code: str) -> None:
    field = hands.go_to(name)
    assert isinstance(field, ChoiceField)
    field.set_value(code)
    field.kept.emit(code)


def test_letters_stand_there_with_what_became_of_them(
    open_tab: Callable[[], CaseHands], case: Lettered
) -> None:
    case.send(case.start("landlord_consent"))
    letters.printed(case.office, case.start("objection"), "ab")
    case.start("referral")
    rows = one(open_tab(), RowList, "case_letter_rows").rows()
    assert [row.title for row in rows] == [
        "Weitervermittlung an eine andere Stelle",
        "Widerspruch zur Wahrung der Frist",
        "Bitte um Zustimmung der Vermietung (§\N{NO-BREAK SPACE}554\N{NO-BREAK SPACE}BGB)",
    ]
    assert rows[0].note == "Entwurf"
    assert rows[1].note.startswith("Gedruckt oder gespeichert am")
    assert rows[2].note == "Abgeschickt am 22.11.2026, Mit der Post"


def test_enter_opens_a_letter(
    open_tab: Callable[[], CaseHands], case: Lettered, went: list[Destination]
) -> None:
    letter_id = case.start("objection")
    hands = open_tab()
    hands.go_to("case_letter_rows_0")
    hands.press(Qt.Key.Key_Return)
    assert went == [ToLetter(case.case_id, letter_id=letter_id)]


def test_a_new_letter_is_about_the_one_application_there_is(
    open_tab: Callable[[], CaseHands], case: Lettered, went: list[Destination]
) -> None:
    hands = open_tab()
    choose(hands, "new_letter_template", "reminder")
    hands.go_to("new_letter")
    hands.press(Qt.Key.Key_Return)
    assert went == [ToLetter(case.case_id, "reminder", case.application_id)]


def test_of_several_applications_one_is_chosen(
    open_tab: Callable[[], CaseHands], case: Lettered, went: list[Destination]
) -> None:
    records.add(case.office, Application, case_id=case.case_id, programme="SGB5-33", position=1)
    hands = open_tab()
    assert not one(hands, QWidget, "new_letter_application").isVisible()
    choose(hands, "new_letter_template", "objection")
    choose(hands, "new_letter_application", case.application_id.hex)
    hands.go_to("new_letter")
    hands.press(Qt.Key.Key_Return)
    assert went == [ToLetter(case.case_id, "objection", case.application_id)]


def test_without_a_template_the_choice_opens(
    open_tab: Callable[[], CaseHands], went: list[Destination]
) -> None:
    hands = open_tab()
    hands.go_to("new_letter")
    hands.press(Qt.Key.Key_Return)
    choice = one(hands, ChoiceField, "new_letter_template")
    assert choice.view().isVisible()
    assert went == []
    choice.hidePopup()


def test_a_phone_call_is_noted_as_passed_on_and_a_missing_consent_is_named(
    open_tab: Callable[[], CaseHands], case: Lettered
) -> None:
    hands = open_tab()
    hands.go_to("case_disclosures_add")
    hands.press(Qt.Key.Key_Return)
    hands.go_to("disclosure_recipient")
    hands.type("Tischlerei Krone")
    choose(hands, "disclosure_purpose", "weitergabe_handwerk")
    choose(hands, "disclosure_basis", "einwilligung")
    hands.rest()
    hands.rest()
    with case.office.reading() as session:
        [row] = disclosures_of(session, case.case_id)
    assert (row.recipient, row.purpose, row.basis) == (
        "Tischlerei Krone",
        "weitergabe_handwerk",
        "einwilligung",
    )
    warning = one(hands, QLabel, "disclosure_warnings_0")
    assert warning.text() == "Es fehlt die Einwilligung „Weitergabe an Handwerk und Planung“."


def test_nothing_stands_in_the_way_of_the_documents(
    open_tab: Callable[[], CaseHands], case: Lettered, theme: Theme
) -> None:
    case.send(case.start("landlord_consent"))
    case.start("objection")
    assert obstacles(open_tab().page, theme) == []
