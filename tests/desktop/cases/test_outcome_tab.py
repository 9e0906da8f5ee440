"""What the advice achieved, seen and answered in the window with the keyboard alone."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget

from tests.casework.visiting import picture
from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.case.achieved import surveys_of
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import entering, findings, photo_pairs, photos, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.desktop.cases.compared_list import ComparedRow
from zwk_barrier.desktop.cases.photo_strip import PhotoTile
from zwk_barrier.desktop.destinations import Destination, ToCase, ToVisit
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Measure, OutcomeSurvey
from zwk_barrier.store.office import OfficeStore

TODAY = date.today()  # noqa: DTZ011
THEN = TODAY - timedelta(days=120)


def door(office: OfficeStore, visit_id: UUID, kind: str, value: int) -> None:
    with office.reading() as session:
        view = visits.load_visit(session, visit_id)
    room = next(room.room for room in view.rooms if room.room.kind == kind)
    entering.enter_measurement(office, room.id, "W04", Measured(Decimal(value)), unit="cm", method=None)


@pytest.fixture
def visited(office: OfficeStore, case_id: UUID) -> UUID:
    """Olga Petrova's home as it was: two narrow doors and an edge of a carpet."""
    _changed, visit_id = visits.plan_visit(office, case_id, THEN)
    for kind in ("bad", "flur"):
        door(office, visit_id, kind, 63)
    findings.add_finding(office, visit_id, "Teppichkante im Flur", hazard="3")
    _changed, measure_id = measures.recommend(
        office, case_id, title="Tür verbreitern", cost_low=80_000, cost_high=120_000
    )
    records.keep(
        office, Measure, measure_id, status="umgesetzt", done_on=TODAY - timedelta(30), cost_actual=110_000
    )
    return visit_id


@pytest.fixture
def checked(office: OfficeStore, visited: UUID) -> UUID:
    """The same home some weeks after: one door is wide."""
    _changed, visit_id = outcomes.plan_follow_up(office, visited, "abnahme", TODAY - timedelta(days=2))
    door(office, visit_id, "bad", 95)
    door(office, visit_id, "flur", 63)
    return visit_id


def shown(hands: CaseHands, name: str) -> str:
    label = hands.page.findChild(QLabel, name)
    assert label is not None
    return label.text().replace("\N{NO-BREAK SPACE}", " ") if label.isVisible() else ""


def surveys(office: OfficeStore, case_id: UUID) -> list[OutcomeSurvey]:
    with office.reading() as session:
        return list(surveys_of(session, case_id))


@pytest.mark.usefixtures("checked")
def test_the_result_stands_in_a_sentence_and_on_both_sides(hands: CaseHands) -> None:
    hands.open("outcome")

    assert shown(hands, "outcome_sentence") == "1 von 3 Barrieren gelöst, 1 noch da; 1 nicht nachgeprüft."
    assert shown(hands, "outcome_solved_rows_0_before") == "63 cm"
    assert shown(hands, "outcome_solved_rows_0_after") == "95 cm"
    assert shown(hands, "outcome_cost") == "1.100 € für 1 Maßnahme; erwartet: 800–1.200 €."


@pytest.mark.usefixtures("checked")
def test_a_row_is_heard_with_both_verdicts(hands: CaseHands) -> None:
    hands.open("outcome")
    row = hands.go_to("outcome_solved_rows_0")

    assert row.accessibleName().replace("\N{NO-BREAK SPACE}", " ") == (
        "Bad · Innentür: Lichte Breite der Tür, vorher 63 cm, nicht erreicht, nachher 95 cm, erreicht, "
        "gebraucht: mindestens 80 cm"
    )


@pytest.mark.usefixtures("checked")
def test_what_became_of_words_is_said_by_one_key(hands: CaseHands, said: list[tuple[str, bool]]) -> None:
    hands.open("outcome")
    hands.go_to("outcome_not_checked_rows_0_solved")
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert shown(hands, "outcome_sentence") == "2 von 3 Barrieren gelöst, 1 noch da; alles nachgeprüft."
    assert said[-1][1]


def test_five_questions_are_answered_with_digits_and_enter(hands: CaseHands, office: OfficeStore) -> None:
    hands.open("outcome")
    before = hands.keys
    hands.press(Qt.Key.Key_F, ALT)
    for digit in "45355":
        hands.type(digit)
        hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert hands.keys - before == 11
    (survey,) = surveys(office, hands.case_id)
    answers = (survey.safety, survey.independence, survey.relief, survey.staying, survey.satisfaction)
    assert answers == (4, 5, 3, 5, 5)
    assert survey.asked_on == TODAY


def test_an_answer_is_taken_back_with_delete(hands: CaseHands, office: OfficeStore) -> None:
    hands.open("outcome")
    hands.press(Qt.Key.Key_F, ALT)
    hands.type("4")
    hands.press(Qt.Key.Key_Return)
    hands.type("2")
    hands.press(Qt.Key.Key_Delete)
    hands.rest()

    (survey,) = surveys(office, hands.case_id)
    assert (survey.safety, survey.independence) == (4, None)


def test_an_answer_is_heard_with_what_it_means(hands: CaseHands) -> None:
    hands.open("outcome")
    hands.press(Qt.Key.Key_F, ALT)
    hands.type("5")
    focus = QApplication.focusWidget()

    assert isinstance(focus, QRadioButton)
    assert focus.accessibleName() == "5: trifft voll zu"


@pytest.mark.usefixtures("visited")
def test_a_follow_up_is_planned_and_gone_to(hands: CaseHands, went: list[Destination]) -> None:
    hands.open("outcome")
    hands.press(Qt.Key.Key_N, ALT)
    hands.rest()

    planned = next(visit for visit in hands.view().visits if visit.purpose == "nach_3_monaten")
    assert went == [ToVisit(planned.id)]
    assert [task.title for task in hands.view().tasks] == ["Nachbesuch nach 3 Monaten"]
    assert "Geplant: Nachbesuch nach 3 Monaten" in shown(hands, "outcome_visits")


def test_an_empty_case_says_what_to_do_first(hands: CaseHands) -> None:
    hands.open("outcome")

    assert "es gab noch keinen" in shown(hands, "outcome_visits")
    button = hands.page.findChild(QWidget, "outcome_acceptance")
    assert button is not None
    assert not button.isEnabled()


@pytest.mark.usefixtures("checked")
def test_the_head_of_the_case_tells_the_result(hands: CaseHands) -> None:
    hands.open()

    assert "1 von 3 Barrieren gelöst" in shown(hands, "case_brief_text")


@pytest.mark.usefixtures("visited")
def test_closing_offers_a_check_that_was_not_done_and_forces_nothing(
    hands: CaseHands, went: list[Destination]
) -> None:
    hands.open("intake")
    hands.go_to("closing_check")
    hands.press(Qt.Key.Key_Return)
    assert went == [ToCase(hands.case_id, "outcome")]

    hands.go_to("case_close")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert hands.view().case.status == "closed"


@pytest.mark.usefixtures("checked")
def test_closing_offers_nothing_that_was_done(hands: CaseHands) -> None:
    hands.open("intake")

    assert not [each for each in hands.page.findChildren(QWidget, "closing_check") if each.isVisible()]


@pytest.mark.usefixtures("checked")
def test_the_tab_is_there_for_everybody(hands: CaseHands, theme: Theme, office: OfficeStore) -> None:
    outcomes.begin_survey(office, hands.case_id, {"safety": 4, "relief": 2}, TODAY)
    hands.open("outcome")

    assert obstacles(hands.page, theme) == []


def test_the_empty_tab_is_there_for_everybody(hands: CaseHands, theme: Theme) -> None:
    hands.open("outcome")

    assert obstacles(hands.page, theme) == []


def test_photos_before_and_after_stand_side_by_side(hands: CaseHands, visited: UUID, checked: UUID) -> None:
    before, after = (photos.take_photo(hands.office, one, picture())[1] for one in (visited, checked))
    photo_pairs.keep_before(hands.office, after, before)
    hands.open("outcome")

    tiles = [tile for tile in hands.page.findChildren(PhotoTile) if tile.isVisible()]
    assert [tile.accessibleName().partition(".")[0] for tile in tiles] == ["Vorher", "Nachher"]


def test_a_follow_up_is_named_among_the_visits(hands: CaseHands, checked: UUID) -> None:
    assert hands.view().visits[0].id == checked
    hands.open("visits")

    row = hands.page.findChild(QWidget, "case_visit_rows_0")
    assert row is not None
    assert "Abnahme nach der Umsetzung" in row.accessibleName()


def test_a_long_list_begins_short_and_goes_on_where_it_ended(hands: CaseHands, visited: UUID) -> None:
    for number in range(10):
        findings.add_finding(hands.office, visited, f"Schwelle {number}", hazard="2")
    _changed, later = outcomes.plan_follow_up(hands.office, visited, "abnahme", TODAY)
    door(hands.office, later, "bad", 95)
    hands.open("outcome")
    hands.go_to("outcome_not_checked_rows_more")
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    assert hands.place == "outcome_not_checked_rows_8"
    rows = hands.page.findChildren(ComparedRow)
    assert len([row for row in rows if row.isVisible() and "not_checked" in row.objectName()]) == 12
