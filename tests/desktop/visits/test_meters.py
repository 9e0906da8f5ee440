"""A laser meter that types like a keyboard, the method, and the voice that tells what a value means."""

import time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.casework.visit import visits
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.model import Visit


def said(advisor: Advisor) -> str:
    """What the voice said last."""
    return advisor.shown(QWidget, "visit_voice").accessibleName().replace("\N{NO-BREAK SPACE}", " ")


def by_laser(advisor: Advisor) -> None:
    """The visit is measured with a laser."""
    advisor.desk.do(lambda store: records.keep(store, Visit, advisor.visit_id, method="laser"))
    advisor.rest()


@pytest.mark.parametrize("shot", ["0.635 m", "635 mm", "63,5cm", "0.635"])
def test_a_shot_lands_in_the_line_in_its_own_unit(advisor: Advisor, shot: str) -> None:
    by_laser(advisor)
    advisor.enter_room("Bad")
    advisor.enter(shot)

    assert str(advisor.kept("W04").value) == "63.5"
    assert advisor.kept("W04").method == "laser"
    assert advisor.place == "criterion_W07_field"


def test_metres_that_were_guessed_are_told(advisor: Advisor) -> None:
    by_laser(advisor)
    advisor.enter_room("Bad")
    advisor.enter("0.635")

    assert "in Metern gelesen" in advisor.words("criterion_W04_gap")


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_pair_takes_two_shots_one_after_the_other(advisor: Advisor, end: Qt.Key) -> None:
    by_laser(advisor)
    advisor.enter_room("Bad")
    advisor.go_to("criterion_D03_field")
    advisor.type("1.100 m")
    advisor.press(end)
    assert advisor.place == "criterion_D03_field"
    assert said(advisor) == "Breite 110 cm. Jetzt die Tiefe."
    advisor.type("1.350 m")
    advisor.press(end)

    kept = advisor.kept("D03")
    assert (kept.value, kept.second_value) == (Decimal(110), Decimal(135))
    assert advisor.place != "criterion_D03_field"


def test_half_a_pair_holds_nobody(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.go_to("criterion_D03_field")
    advisor.type("110")
    advisor.tab(2)

    assert advisor.place == "criterion_D03_more"
    assert advisor.sees("criterion_D03_error_text")


@pytest.mark.parametrize("place", ["criterion_W04_more", "visit_photo", "criteria_more"])
def test_a_shot_that_no_field_waits_for_goes_to_the_next_open_line(advisor: Advisor, place: str) -> None:
    advisor.enter_room("Bad")
    advisor.go_to(place)
    advisor.enter("63")

    assert advisor.kept("W04").value == 63


def test_after_tab_the_next_shot_goes_to_the_next_line(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    for shot in ("63", "1.5"):
        advisor.type(shot)
        advisor.tab()

    kept = advisor.room("bad").measurements
    assert (kept["W04"].value, str(kept["W07"].value)) == (Decimal(63), "1.5")


def test_a_shot_at_a_question_is_no_answer(advisor: Advisor) -> None:
    by_laser(advisor)
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_Return, times=2)
    assert advisor.place == "criterion_D01_field_unknown"
    advisor.enter("0.635 m")

    assert advisor.room("bad").measurements["D01"].answer is None
    text = advisor.shown(QLineEdit, "criterion_D03_field").text().replace("\N{NO-BREAK SPACE}", " ")
    assert (advisor.place, text) == ("criterion_D03_field", "63,5 cm × ")


def test_an_answer_and_a_later_one_are_two_answers(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_Return, times=2)
    advisor.type("0")
    time.sleep(0.2)
    advisor.type("1")

    assert advisor.kept("D01").answer is True


@pytest.mark.parametrize(("digit", "grade"), [("0", "keine"), ("2", "B")])
def test_a_class_is_chosen_by_its_digit(advisor: Advisor, digit: str, grade: str) -> None:
    advisor.enter_room("Bad")
    advisor.go_to("criteria_more")
    advisor.press(Qt.Key.Key_Return)
    advisor.go_to("criterion_D09_field")
    advisor.type(digit)
    advisor.press(Qt.Key.Key_Return)

    assert advisor.kept("D09").grade == grade
    assert not advisor.place.startswith("criterion_D09")


def test_f9_changes_the_method_and_says_so(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    methods = []
    for _press in range(4):
        advisor.press(Qt.Key.Key_F9)
        methods.append(advisor.view().visit.method)

    assert methods == ["zollstock", "massband", "laser", "zollstock"]
    assert said(advisor) == "Gemessen wird mit: Zollstock"
    assert advisor.shown(Button, "visit_method_chip").text() == "Zollstock"


def test_the_button_in_the_head_offers_every_method_and_says_what_is_chosen(advisor: Advisor) -> None:
    button = advisor.shown(Button, "visit_method_chip")
    assert button.text() == button.accessibleName() == "Messgerät wählen"
    assert button.height() >= 44

    advisor.go_to("visit_method_chip")
    advisor.press(Qt.Key.Key_Return)
    menu = advisor.workplace.findChild(QMenu, "visit_methods")
    assert menu is not None
    assert [one.text() for one in menu.actions()][:3] == ["Zollstock", "Maßband", "Laser"]
    advisor.press(Qt.Key.Key_Down, times=2)
    advisor.press(Qt.Key.Key_Return)

    assert advisor.view().visit.method == "laser"
    assert button.accessibleName() == f"Messgerät: {button.text()}"
    assert advisor.place == "visit_method_chip"


def test_the_next_visit_begins_with_the_method_of_the_last_one(advisor: Advisor) -> None:
    by_laser(advisor)
    _changed, visit_id = visits.plan_visit(advisor.office, advisor.case_id, None)
    with advisor.office.reading() as session:
        assert visits.load_visit(session, visit_id).visit.method == "laser"


def test_the_verdict_of_the_line_just_left_is_spoken(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")

    assert said(advisor).startswith(
        "Lichte Breite der Tür: nicht erreicht. 17 cm zu wenig. R: nicht erreicht, 27"
    )


def test_a_whole_room_is_walked_on_the_number_pad(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    for _line in range(40):
        if advisor.place == "place_next":
            break
        advisor.type("1" if "_field_" in advisor.place else "100")
        advisor.press(Qt.Key.Key_Enter)
    advisor.rest()

    assert advisor.place == "place_next"
    assert advisor.words("visit_coverage").startswith("16 von")


def test_pageing_on_while_a_pair_waits_says_what_is_missing(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.go_to("criterion_D03_field")
    advisor.enter("110")
    advisor.press(Qt.Key.Key_PageDown, CTRL)

    assert "D03" not in advisor.room("bad").measurements
