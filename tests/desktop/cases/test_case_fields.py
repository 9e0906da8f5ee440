"""Every field of a case is kept when it is left, refused with a sentence, and has a history."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.cases.conftest import CaseHands
from zwk_barrier.casework import records
from zwk_barrier.casework.office import staff
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Person

TEXT_FIELDS = [
    ("person", "person_given_name"),
    ("person", "person_email"),
    ("person", "person_insurance"),
    ("person", "person_note"),
    ("dwelling", "building_street"),
    ("dwelling", "building_escape_route_note"),
    ("dwelling", "dwelling_landlord_name"),
    ("dwelling", "dwelling_note"),
    ("intake", "case_file_concern"),
    ("intake", "case_file_summary"),
    ("intake", "case_file_privacy_version"),
    ("intake", "case_file_personal_note"),
]


def kept(hands: CaseHands, name: str) -> object:
    view = hands.view()
    tables = {
        "person": view.person,
        "building": view.building,
        "dwelling": view.dwelling,
        "case_file": view.case,
    }
    table = next(table for table in tables if name.startswith(f"{table}_"))
    return getattr(tables[table], name.removeprefix(f"{table}_"))


@pytest.mark.parametrize(("tab", "name"), TEXT_FIELDS)
def test_words_are_kept_when_their_field_is_left(hands: CaseHands, tab: CaseTab, name: str) -> None:
    hands.open(tab)
    hands.go_to(name)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type("Größer als früher")
    hands.tab()
    hands.rest()

    assert kept(hands, name) == "Größer als früher"


@pytest.mark.parametrize(
    ("tab", "name", "typed", "value"),
    [
        ("person", "person_born_on", "3.5.1945", date(1945, 5, 3)),
        ("person", "person_household_size", "2", 2),
        ("person", "person_disability_degree", "50", 50),
        ("dwelling", "building_steps_to_entrance", "3", 3),
        ("dwelling", "dwelling_floor", "-1", -1),
        ("dwelling", "dwelling_lived_since", "1998", 1998),
        ("intake", "case_file_privacy_given_on", "3.5.2026", date(2026, 5, 3)),
    ],
)
def test_numbers_and_days_are_kept_as_what_they_are(
    hands: CaseHands, tab: CaseTab, name: str, typed: str, value: object
) -> None:
    hands.open(tab)
    hands.go_to(name)
    hands.type(typed)
    hands.tab()
    hands.rest()

    assert kept(hands, name) == value


@pytest.mark.parametrize(
    ("tab", "name", "letters", "code"),
    [
        ("person", "person_care_grade", "Pflegegrad 3", "3"),
        ("person", "person_language", "Rus", "ru"),
        ("dwelling", "dwelling_landlord", "GEW", "gewoba"),
        ("dwelling", "building_area", "Lehe", "13"),
        ("intake", "case_file_urgency", "Hoch", "hoch"),
    ],
)
def test_a_choice_is_made_by_its_first_letters(
    hands: CaseHands, tab: CaseTab, name: str, letters: str, code: str
) -> None:
    hands.open(tab)
    hands.go_to(name)
    hands.type(letters)
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert kept(hands, name) == code


@pytest.mark.parametrize(
    ("tab", "name", "typed", "sentence"),
    [
        ("person", "person_born_on", "3.5.1853", "1853"),
        ("person", "person_household_size", "zwei", "keine Zahl"),
        ("person", "person_disability_degree", "55", "in Zehnern"),
        ("dwelling", "building_steps_to_entrance", "1,5", "keine ganze Zahl"),
        ("intake", "case_file_privacy_given_on", "31.2.", "Kalender nicht"),
    ],
)
def test_what_cannot_be_kept_stays_beside_its_sentence(
    hands: CaseHands, desk: Desk, tab: CaseTab, name: str, typed: str, sentence: str
) -> None:
    hands.open(tab)
    field = hands.go_to(name)
    hands.type(typed)
    hands.tab()
    hands.rest()
    person_id = hands.view().person.id

    desk.do(lambda store: records.keep(store, Person, person_id, phone="030 23125001"))
    hands.rest()

    assert kept(hands, name) is None
    assert field.property("text") == typed
    assert sentence in field.accessibleDescription()


def test_another_advisor_is_chosen_by_name(hands: CaseHands) -> None:
    _changed, other = staff.add_staff(hands.office, "Jan Meinken", "auch geheim 2", "beratung")
    hands.open("intake")
    hands.go_to("case_file_advisor_id")
    hands.type("Jan")
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert hands.view().case.advisor_id == other


def test_every_field_of_the_domain_has_a_row(hands: CaseHands) -> None:
    shown: set[str] = set()
    for tab in ("intake", "person", "dwelling"):
        hands.open(tab)
        for form in hands.page.findChildren(FormRows):
            shown |= set(form.fields())
    kept_elsewhere = {"case_file_number", "case_file_status", "case_file_opened_at", "person_birth_year"}
    kept_elsewhere |= {"case_file_closed_on", "case_file_outcome"}
    view = hands.view()
    own = {"id", "created_at", "removed_at", "person_id", "dwelling_id", "building_id"}
    wanted = {
        f"{record.__tablename__}_{column.name}"
        for record in (view.case, view.person, view.building, view.dwelling)
        for column in record.__table__.columns
        if column.name not in own
    }

    assert wanted - kept_elsewhere - shown == set()


def test_the_history_of_a_field_tells_who_and_puts_an_earlier_value_back(hands: CaseHands) -> None:
    person_id = hands.view().person.id
    for grade in ("2", "3"):
        records.keep(hands.office, Person, person_id, care_grade=grade)
    hands.open("person")
    hands.go_to("person_care_grade")

    hands.press(Qt.Key.Key_F6)
    hands.rest()
    dialog = QApplication.activeModalWidget()
    rows = None if dialog is None else dialog.findChild(RowList)
    assert rows is not None
    assert [row.title for row in rows.rows()] == ["Pflegegrad 3", "Pflegegrad 2", "leer"]
    assert {row.note for row in rows.rows()} == {"Marie Albers"}
    hands.tab()
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert kept(hands, "person_care_grade") == "2"


def test_a_case_is_closed_with_its_outcome_and_opened_again(
    hands: CaseHands, said: list[tuple[str, bool]]
) -> None:
    hands.open("intake")
    hands.go_to("closing_outcome")
    hands.type("Ma")
    hands.press(Qt.Key.Key_Return)
    press_button(hands, "case_close")
    assert (hands.view().case.status, hands.view().case.outcome) == ("closed", "massnahmen_umgesetzt")

    press_button(hands, "case_reopen")

    assert (hands.view().case.status, hands.view().case.outcome) == ("open", None)
    assert said == [("Der Fall ist abgeschlossen.", True), ("Der Fall ist wieder offen.", True)]


def test_a_case_cannot_be_closed_tomorrow(hands: CaseHands) -> None:
    hands.open("intake")
    field = hands.go_to("closing_day")
    assert isinstance(field, DateField)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type((date.today() + timedelta(days=1)).strftime("%d.%m.%Y"))  # noqa: DTZ011
    press_button(hands, "case_close")

    assert hands.view().case.status == "open"
    assert "Zukunft" in field.accessibleDescription()


def press_button(hands: CaseHands, name: str) -> None:
    button = hands.page.findChild(Button, name)
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def test_the_history_of_the_case_tells_every_change_and_goes_on_to_older_ones(hands: CaseHands) -> None:
    person_id = hands.view().person.id
    for count in range(120):
        records.keep(hands.office, Person, person_id, note=f"Stand {count}")
    hands.open("history")
    rows = hands.page.findChild(RowList, "case_history_rows")
    assert rows is not None
    assert rows.rows()[0].title == "Notiz zur Person: Stand 118 → Stand 119"
    assert rows.rows()[0].note == "Person · Marie Albers"
    assert len(rows.rows()) == 100

    press_button(hands, "case_history_older")

    assert len(rows.rows()) > 120
