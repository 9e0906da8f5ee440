"""The page of a case: the head that answers the phone, and where it leads."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT, CTRL
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.plan.measures import recommend
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.desktop.cases.measures_tab import MeasureCard
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToCases, ToContact, ToVisit, ToVisitReport
from zwk_barrier.desktop.widgets.chips import Chip
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.desktop.widgets.tabs import Tabs
from zwk_barrier.model import Person
from zwk_barrier.store.office import OfficeStore


def text(page: CasePage, name: str) -> str:
    label = page.findChild(QLabel, name)
    return "" if label is None else label.text()


def rows(page: CasePage, name: str) -> list[str]:
    found = page.findChild(RowList, name)
    return [] if found is None else [row.words() for row in found.rows()]


def test_the_head_says_who_it_is_and_how_to_talk_with_them(hands: CaseHands, full_case: UUID) -> None:
    del full_case
    hands.open()

    number = hands.view().case.number
    assert text(hands.case_page, "case_line").startswith(f"Fall {number} · offen seit")
    assert hands.case_page.title() == "Olga Petrova, 81"
    assert [chip.text() for chip in hands.page.findChildren(Chip)] == [
        "Pflegegrad 3",
        "Rollator",
        "Goethestraße 41",
        "Russisch",
    ]


def test_in_thirty_seconds_one_knows_what_to_say(hands: CaseHands, full_case: UUID) -> None:
    del full_case
    hands.open()

    brief = hands.page.findChild(QLabel, "case_brief_text")
    assert brief is not None
    assert "2. Stock ohne Aufzug." in brief.accessibleName()
    assert "Kasse anrufen bis" in brief.accessibleName()
    assert "Handwerker" in text(hands.case_page, "case_brief_last")


def test_the_overview_shows_what_was_spoken_and_what_is_in_the_way(hands: CaseHands, full_case: UUID) -> None:
    del full_case
    hands.open()

    [contact] = rows(hands.case_page, "case_contacts")
    assert contact.endswith("Telefonat, Tochter: Handwerker kann im Januar")
    assert rows(hands.case_page, "case_barriers") == ["nicht erreicht, Wanneneinstieg 58 cm"]


def test_an_empty_case_says_what_to_do_first(hands: CaseHands) -> None:
    hands.open()

    assert "nichts vereinbart" in text(hands.case_page, "case_brief_text")
    assert "Hausbesuch" in text(hands.case_page, "case_no_barriers")


def test_a_visit_is_planned_once_and_then_gone_on_with(hands: CaseHands, went: list[Destination]) -> None:
    hands.open()
    hands.press(Qt.Key.Key_H, ALT)
    hands.rest()
    hands.press(Qt.Key.Key_A, ALT)
    hands.rest()
    hands.press(Qt.Key.Key_H, ALT)
    hands.rest()

    [visit] = hands.view().visits
    assert went == [ToVisit(visit.id), ToVisit(visit.id)]


def test_one_key_prints_the_report_of_the_last_visit(
    hands: CaseHands, full_case: UUID, went: list[Destination]
) -> None:
    del full_case
    hands.open()
    hands.press(Qt.Key.Key_P, CTRL)

    assert went == [ToVisitReport(hands.view().visits[0].id)]


def test_without_a_visit_there_is_no_report(hands: CaseHands, went: list[Destination]) -> None:
    hands.open()
    hands.press(Qt.Key.Key_P, CTRL)

    assert went == []


def test_a_contact_of_the_case_is_one_key_away(hands: CaseHands, went: list[Destination]) -> None:
    hands.open()
    hands.press(Qt.Key.Key_K, ALT)

    assert went == [ToContact(case_id=hands.case_id)]


def test_tabs_count_and_are_gone_through_by_keys(hands: CaseHands, full_case: UUID) -> None:
    del full_case
    hands.open()
    tabs = hands.page.findChild(Tabs, "case_tabs")
    assert tabs is not None
    assert [tabs.tabText(index).replace("\N{NO-BREAK SPACE}", " ") for index in range(tabs.count())] == [
        "Übersicht",
        "Anfrage",
        "Person",
        "Wohnung",
        "Hausbesuche 1",
        "Maßnahmen 2",
        "Förderung",
        "Dokumente",
        "Wirkung",
        "Verlauf",
    ]

    hands.press(Qt.Key.Key_Tab, CTRL, times=2)
    assert tabs.current() == "person"


def test_a_word_half_typed_survives_the_change_of_the_tab(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_N, ALT)
    hands.press(Qt.Key.Key_End)
    hands.type("-Cordes")

    hands.press(Qt.Key.Key_Tab, CTRL)
    hands.rest()

    assert hands.view().person.family_name == "Petrova-Cordes"


def test_what_is_typed_stays_with_its_case_when_another_is_opened(
    hands: CaseHands, office: OfficeStore
) -> None:
    _changed, other = cases.open_case(office, family_name="Cordes")
    hands.open("person")
    hands.press(Qt.Key.Key_T, ALT)
    hands.type("030 23125001")

    hands.case_page.show_destination(ToCase(other, "person"))
    hands.rest()

    assert hands.view().person.phone == "030 23125001"
    with office.reading() as session:
        assert cases.load_case(session, other).person.phone is None
    assert hands.case_page.title() == "Cordes"


@pytest.mark.parametrize("letters", ["Ol", "Olg"])
def test_another_change_of_the_case_leaves_cursor_and_typing_alone(
    hands: CaseHands, desk: Desk, letters: str
) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_V, ALT)
    hands.press(Qt.Key.Key_A, CTRL)
    hands.type(letters)
    hands.press(Qt.Key.Key_Left)
    person_id = hands.view().person.id

    desk.do(lambda store: records.keep(store, Person, person_id, phone="030 23125001"))
    hands.rest()

    field = hands.page.findChild(TextField, "person_given_name")
    assert field is not None
    assert (field.text(), field.cursorPosition()) == (letters, len(letters) - 1)


def test_what_is_being_typed_is_kept_when_the_window_locks_or_closes(hands: CaseHands) -> None:
    hands.open("person")
    hands.press(Qt.Key.Key_T, ALT)
    hands.type("030 231")

    hands.case_page.leave()
    hands.rest()

    assert hands.view().person.phone == "030 231"


def test_a_case_taken_back_elsewhere_says_so_and_leads_to_the_list(
    hands: CaseHands, desk: Desk, went: list[Destination]
) -> None:
    problems: list[str] = []
    desk.failing.connect(lambda problem: problems.append(str(problem)))
    hands.open()

    desk.undo()
    hands.rest()

    assert went == [ToCases()]
    assert problems == ["Dieser Eintrag ist nicht mehr da."]


def test_a_visit_in_the_list_opens_and_shows_its_report(
    hands: CaseHands, office: OfficeStore, went: list[Destination]
) -> None:
    _changed, visit_id = visits.plan_visit(office, hands.case_id, None)
    findings.add_finding(office, visit_id, "Wanneneinstieg 58 cm")
    hands.open("visits")
    hands.tab()
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert went == [ToVisit(visit_id), ToVisitReport(visit_id)]


def test_the_way_back_leads_to_the_tab_one_left(hands: CaseHands, desk: Desk) -> None:
    arrived: list[Destination] = []
    desk.arrived.connect(arrived.append)
    hands.open()

    hands.case_page.findChild(Tabs).choose("measures")  # type: ignore[union-attr]
    hands.rest()

    assert arrived == [ToCase(hands.view().case.id, "measures")]


def test_ctrl_tab_goes_on_from_any_field_and_keeps_what_was_typed_there(hands: CaseHands) -> None:
    hands.open("person")
    hands.go_to("person_phone")
    hands.type("030 23125 467")
    hands.press(Qt.Key.Key_Tab, CTRL)
    assert hands.place == "case_tabs"
    hands.press(Qt.Key.Key_Tab, CTRL, times=2)
    hands.rest()

    tabs = hands.page.findChild(Tabs)
    assert tabs is not None
    assert tabs.current() == "measures"
    assert hands.view().person.phone == "030 23125 467"


def test_a_jump_to_one_of_many_measures_lands_in_the_first_that_lacks_it_and_shows_it(
    hands: CaseHands,
) -> None:
    for trade in (*("tischler",) * 6, None):
        recommend(hands.office, hands.case_id, title="Handlauf", trade=trade)
    hands.open()
    hands.case_page.show_destination(ToCase(hands.case_id, "measures", field="measure_trade"))
    hands.rest()

    field = hands.page.focusWidget()
    assert isinstance(field, ChoiceField)
    assert (field.objectName(), field.value()) == ("measure_trade", None)
    assert field.visibleRegion().boundingRect().size() == field.size()


def test_a_jump_to_one_measure_lands_in_its_own_field_and_not_in_the_first_empty_one(
    hands: CaseHands,
) -> None:
    meant = [recommend(hands.office, hands.case_id, title="Handlauf")[1] for _measure in range(4)][2]
    hands.open()
    hands.case_page.show_destination(ToCase(hands.case_id, "measures", meant, "measure_trade"))
    hands.rest()

    (card,) = (card for card in hands.page.findChildren(MeasureCard) if card.binding.row_id == meant)
    assert hands.place == "measure_trade"
    assert card.isAncestorOf(hands.page.focusWidget())


def test_where_there_is_no_measure_a_jump_leads_to_beginning_one(hands: CaseHands) -> None:
    hands.open()
    hands.case_page.show_destination(ToCase(hands.case_id, "measures", field="case_measure_list_add"))
    hands.rest()
    assert hands.place == "case_measure_list_add"
