"""A visit is prepared in the case: two clicks, or the keyboard alone."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.desktop.destinations import Destination, ToClientCopy, ToVisit, ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.model import Person
from zwk_barrier.store.office import OfficeStore


def begin(hands: CaseHands) -> None:
    """The first click."""
    hands.open("visits")
    hands.go_to("case_plan_visit")
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def words(hands: CaseHands, name: str) -> str:
    label = hands.page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def is_ticked(hands: CaseHands, kind: str) -> bool:
    check = hands.page.findChild(CheckField, f"preparation_room_{kind}")
    assert check is not None
    return check.isChecked()


def planned(hands: CaseHands) -> VisitView:
    with hands.office.reading() as session:
        [visit] = cases.load_case(session, hands.case_id).visits
        return load_visit(session, visit.id)


def know(hands: CaseHands, **values: object) -> None:
    records.keep(hands.office, Person, hands.view().person.id, **values)


def test_two_clicks_make_a_visit_with_what_is_proposed(hands: CaseHands, went: list[Destination]) -> None:
    know(hands, aids=["rollstuhl_hand"])
    begin(hands)
    assert words(hands, "preparation_reason").startswith("Rollstuhl im Profil: Maßstab R.")
    hands.go_to("preparation_make")
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    view = planned(hands)
    assert went == [ToVisit(view.visit.id)]
    assert view.visit.profile == "R"
    assert view.visit.visited_on is None
    kinds = [room.room.kind for room in view.rooms]
    assert kinds[:3] == ["aussen", "hauseingang", "treppenhaus"]
    assert "gesamt" in kinds


def test_the_keyboard_alone_gives_day_time_and_rooms_and_asks_for_the_sheet(
    hands: CaseHands, went: list[Destination]
) -> None:
    begin(hands)
    assert hands.place == "preparation_day"
    hands.type("1.12.2026")
    hands.tab()
    hands.type("10:30")
    hands.go_to("preparation_room_wc")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_B, ALT)
    hands.rest()

    view = planned(hands)
    assert went == [ToVisitSheet(view.visit.id)]
    assert (view.visit.visited_on, view.visit.begins_at) == (date(2026, 12, 1), time(10, 30))
    kinds = [room.room.kind for room in view.rooms]
    assert kinds.index("bad") < kinds.index("wc") < kinds.index("schlafzimmer")


def test_the_button_in_the_head_opens_the_same_preparation(hands: CaseHands) -> None:
    hands.open("overview")
    hands.press(Qt.Key.Key_H, ALT)
    hands.rest()

    assert hands.place == "preparation_day"
    assert hands.view().visits == ()


def test_what_is_missing_is_kept_where_it_belongs_and_stays_in_reach(hands: CaseHands) -> None:
    know(hands, aids=["rollator"])
    begin(hands)
    hands.go_to("preparation_room_wc")
    hands.press(Qt.Key.Key_Space)
    hands.go_to("preparation_aid_width_cm")
    hands.type("62")
    hands.tab()
    hands.rest()

    assert hands.view().person.aid_width_cm == 62
    assert hands.go_to("preparation_aid_width_cm").isVisible()
    assert is_ticked(hands, "wc")  # what was chosen by hand outlives the fresh proposal
    assert "Eigene Maße sind bekannt" in words(hands, "preparation_reason")


def test_the_number_of_points_follows_rooms_and_profile(hands: CaseHands) -> None:
    begin(hands)
    before = words(hands, "preparation_count")
    hands.go_to("preparation_room_bad")
    hands.press(Qt.Key.Key_Space)

    after = words(hands, "preparation_count")
    assert before.endswith("in 7 Räumen")
    assert after.endswith("in 6 Räumen")
    assert int(after.split()[0]) < int(before.split()[0])


def test_a_day_that_is_none_is_told_and_nothing_is_made(hands: CaseHands) -> None:
    begin(hands)
    hands.type("32.13.")
    hands.press(Qt.Key.Key_A, ALT)
    hands.rest()

    assert hands.place == "preparation_day"
    assert hands.view().visits == ()


def test_giving_up_leaves_nothing_behind(hands: CaseHands) -> None:
    begin(hands)
    hands.type("1.12.2026")
    hands.go_to("preparation_give_up")
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert hands.place == "case_plan_visit"
    assert hands.view().visits == ()
    begin(hands)
    assert hands.go_to("preparation_day").text() == ""  # type: ignore[attr-defined]


def test_what_was_begun_is_still_there_after_a_look_at_another_tab(hands: CaseHands) -> None:
    begin(hands)
    hands.type("1.12.2026")
    hands.case_page.leave()
    hands.open("person")
    hands.open("visits")

    assert hands.go_to("preparation_day").text() == "01.12.2026"  # type: ignore[attr-defined]


def test_one_step_back_takes_the_whole_visit_away(hands: CaseHands) -> None:
    begin(hands)
    hands.press(Qt.Key.Key_A, ALT)
    hands.rest()
    assert len(hands.view().visits) == 1
    hands.office.undo()
    assert hands.view().visits == ()


def test_a_visit_still_to_come_offers_its_sheet_and_one_begun_its_report(
    hands: CaseHands, office: OfficeStore, went: list[Destination]
) -> None:
    _changed, visit_id = visits.plan_visit(office, hands.case_id, date(2026, 12, 1))
    hands.open("visits")
    hands.tab(2)
    hands.press(Qt.Key.Key_Space)
    findings.add_finding(office, visit_id, "Wanneneinstieg 58 cm")
    hands.open("visits")
    hands.go_to("case_visit_rows_0")
    hands.tab()
    hands.press(Qt.Key.Key_Space)

    assert went == [ToVisitSheet(visit_id), ToVisitReport(visit_id)]


@pytest.mark.parametrize("aids", [["keine"], ["rollstuhl_hand", "rollator"]])
def test_the_preparation_is_there_for_everybody(
    hands: CaseHands, theme: Theme, full_case: UUID, aids: list[str]
) -> None:
    assert hands.case_id == full_case
    know(hands, aids=aids)
    begin(hands)

    assert obstacles(hands.page, theme) == []


def test_a_visit_begun_offers_its_short_report_in_the_language_of_the_person(
    hands: CaseHands, office: OfficeStore, went: list[Destination]
) -> None:
    _changed, visit_id = visits.plan_visit(office, hands.case_id, date(2026, 12, 1))
    findings.add_finding(office, visit_id, "Wanneneinstieg 58 cm")
    hands.open("visits")
    hands.go_to("case_client_copy")
    hands.press(Qt.Key.Key_Space)
    assert went == [ToClientCopy(visit_id)]
