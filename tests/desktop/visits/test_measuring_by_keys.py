"""Number, Enter, number, Enter: through a room without looking at the keyboard, nothing lost on the way."""

from decimal import Decimal
from itertools import count
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from sqlalchemy.orm import Session

from tests.casework.visiting import measure, room_of
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from tests.store.disk import full_after
from zwk_barrier.casework import records
from zwk_barrier.casework.visit import entering, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Visit
from zwk_barrier.store.journal import Changed

D = Decimal
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_visit_opens_at_its_day_and_a_room_at_what_is_not_checked_yet(newcomer: Advisor) -> None:
    view = newcomer.view()
    measure(newcomer.office, view, room_of(view, "bad"), "W04", 63)
    newcomer.begin()
    assert newcomer.place == "visit_visited_on"

    newcomer.enter_room("Bad")

    assert newcomer.place == "criterion_W07_field"


def test_number_and_enter_walk_through_the_room(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.enter("1,5")
    assert advisor.place == "criterion_D01_field_unknown"
    advisor.enter("n")
    advisor.enter("j")
    advisor.enter("110x135")

    assert advisor.place == "criterion_D11_field"
    kept = advisor.room("bad").measurements
    assert {key: (one.value, one.second_value, one.answer) for key, one in kept.items()} == {
        "W04": (D(63), None, None),
        "W07": (D("1.5"), None, None),
        "D01": (None, None, False),
        "D02": (None, None, True),
        "D03": (D(110), D(135), None),
    }


def test_the_verdict_stands_there_at_once_as_word_sign_and_reason(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    assert advisor.words("criterion_W04_verdict") == "nicht geprüft"

    advisor.type("63")
    advisor.press(Qt.Key.Key_Return)

    # before the store has answered
    assert advisor.words("criterion_W04_verdict") == "nicht erreicht"
    assert advisor.words("criterion_W04_gap") == "17 cm zu wenig"
    field = advisor.shown(QLineEdit, "criterion_W04_field")
    assert "nicht erreicht. 17" in field.accessibleDescription()


def test_coverage_goes_with_every_value_in_rail_and_sum(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    assert advisor.words("visit_coverage") == "0 von 60 geprüft"

    advisor.enter("63")
    advisor.rest()

    assert advisor.words("visit_coverage") == "1 von 60 geprüft"
    button = advisor.shown(QAbstractButton, f"station_{advisor.room_id('bad')}")
    assert button.accessibleName() == "Bad, 1 von 16 geprüft"


def test_minus_leaves_out_what_is_not_there_and_a_second_one_takes_that_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("-")

    assert advisor.place == "criterion_W04_field"
    assert not advisor.kept("W04").is_applicable
    assert advisor.words("criterion_W04_verdict") == "trifft nicht zu"
    advisor.type("-")
    assert advisor.place == "criterion_W04_field"
    assert advisor.kept("W04").is_applicable
    assert advisor.words("criterion_W04_verdict") == "nicht geprüft"


def test_a_minus_wipes_out_no_value_and_what_is_typed_after_it_stays_in_its_line(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.type("-3")

    field = advisor.shown(QLineEdit, "criterion_W04_field")
    assert advisor.place == "criterion_W04_field"
    assert field.text() == "-3"
    advisor.press(Qt.Key.Key_Return)
    assert advisor.place == "criterion_W04_field"
    assert advisor.kept("W04").value == 63


def test_minus_inside_a_number_is_typing(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("6-")

    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "6-"


def test_what_was_left_out_applies_again_with_a_value(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("-")
    advisor.enter("63")

    kept = advisor.kept("W04")
    assert (kept.value, kept.is_applicable) == (D(63), True)
    assert advisor.words("criterion_W04_verdict") == "nicht erreicht"


@pytest.mark.parametrize(("key", "answer"), [("j", True), ("N", False), ("1", True), ("0", False)])
def test_a_question_is_answered_by_a_letter_or_on_the_number_pad(
    advisor: Advisor, key: str, answer: bool
) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_Return, times=2)
    advisor.type(key)

    assert advisor.kept("D01").answer is answer
    assert advisor.words("criterion_D01_verdict") == ("erreicht" if answer else "nicht erreicht")


def test_arrows_and_shift_enter_go_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_Down)
    assert advisor.place == "criterion_W07_field"
    advisor.press(Qt.Key.Key_Up)
    assert advisor.place == "criterion_W04_field"
    advisor.press(Qt.Key.Key_Return)
    advisor.press(Qt.Key.Key_Return, SHIFT)
    assert advisor.place == "criterion_W04_field"


def test_enter_on_the_last_line_leads_to_the_next_room(advisor: Advisor) -> None:
    advisor.enter_room("Wohnungseingang")
    advisor.press(Qt.Key.Key_Return, times=4)
    assert advisor.place == "place_next"

    advisor.press(Qt.Key.Key_Return)
    advisor.rest()

    assert advisor.title == "Flur"
    assert advisor.place == "criterion_W04_field"


def test_ctrl_page_keys_walk_the_places_and_stop_at_the_ends(advisor: Advisor) -> None:
    advisor.press(Qt.Key.Key_PageUp, CTRL)
    assert advisor.title == "Angaben zum Besuch"
    titles = []
    for _step in range(9):
        advisor.press(Qt.Key.Key_PageDown, CTRL)
        titles.append(advisor.title)

    rooms = ["Hauseingang", "Treppenhaus", "Wohnungseingang", "Flur", "Bad", "Schlafzimmer", "Küche"]
    assert titles == [*rooms, "Passung", "Maßnahmen"]
    advisor.press(Qt.Key.Key_PageUp, CTRL, times=2)
    assert advisor.title == "Küche"


def test_going_to_another_room_keeps_what_is_being_typed(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("63")
    advisor.press(Qt.Key.Key_PageDown, CTRL)

    assert advisor.kept("W04").value == D(63)


def test_leaving_the_visit_keeps_what_is_being_typed(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("63")
    advisor.press(Qt.Key.Key_Return, CTRL)

    assert advisor.kept("W04").value == D(63)
    assert advisor.kept("W04").unit == "cm"


def test_wrong_input_stays_with_a_sentence_and_the_keyboard(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("breit")

    assert advisor.place == "criterion_W04_field"
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "breit"
    assert "breit" in advisor.words("criterion_W04_error_text")
    assert not advisor.sees("criterion_W04_verdict")
    assert "W04" not in advisor.room("bad").measurements

    advisor.press(Qt.Key.Key_A, CTRL)
    advisor.enter("63")
    assert not advisor.sees("criterion_W04_error_text")
    assert advisor.words("criterion_W04_verdict") == "nicht erreicht"


def test_a_change_elsewhere_comes_in_without_touching_what_is_typed(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("6")
    view = advisor.view()
    bath = room_of(view, "bad")
    advisor.desk.do(
        lambda store: entering.enter_measurement(
            store, bath.room.id, "W07", Measured(D(5)), unit="cm", method=None
        )
    )
    advisor.rest()

    assert advisor.place == "criterion_W04_field"
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "6"
    assert advisor.shown(QLineEdit, "criterion_W07_field").text() == "5"
    advisor.enter("3")
    assert advisor.kept("W04").value == D(63)


def test_what_is_wrong_in_a_field_survives_a_change_elsewhere(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("breit")
    advisor.desk.do(lambda store: visits.add_room(store, advisor.visit_id, "balkon"))
    advisor.rest()

    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "breit"
    assert advisor.sees("criterion_W04_error_text")


def test_a_reading_from_before_a_value_was_kept_does_not_take_it_off_the_screen(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    is_free = Event()
    advisor.desk.work.do(is_free.wait, 10)  # the writing thread is busy
    advisor.enter("63")
    shown: list[object] = []
    advisor.desk.ask(lambda session: session, then=shown.append, owner=advisor.visit_page)
    advisor.desk.changed.emit(Changed(rows=frozenset({("room", advisor.visit_id)})))
    advisor.qtbot.waitUntil(lambda: bool(shown))
    advisor.qtbot.wait(100)  # the visit was read, and the value is not in it yet

    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"
    assert advisor.words("criterion_W04_verdict") == "nicht erreicht"
    is_free.set()
    assert advisor.kept("W04").value == D(63)


def test_an_answer_overtaken_by_a_later_one_is_not_shown(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    advisor.enter_room("Bad")
    is_free, load, calls = Event(), visits.load_visit, count()

    def slow_at_first(session: Session, visit_id: UUID) -> VisitView:
        view = load(session, visit_id)
        if next(calls) == 0:
            is_free.wait(10)
        return view

    monkeypatch.setattr(visits, "load_visit", slow_at_first)
    changed = Changed(rows=frozenset({("room", advisor.visit_id)}))
    advisor.desk.changed.emit(changed)  # asks, and is answered late
    advisor.qtbot.wait(50)
    advisor.enter("63")
    advisor.qtbot.waitUntil(lambda: advisor.words("visit_coverage") == "1 von 60 geprüft")
    is_free.set()
    advisor.rest()

    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"
    assert advisor.words("visit_coverage") == "1 von 60 geprüft"


def test_a_value_the_full_disk_refused_stays_and_is_kept_when_there_is_space(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    with full_after(0):
        advisor.enter("63")
        advisor.rest()
    assert "W04" not in advisor.room("bad").measurements
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"
    assert advisor.sees("criterion_W04_error_text")

    advisor.press(Qt.Key.Key_PageDown, CTRL)  # also when the person has gone on meanwhile
    advisor.desk.do(lambda store: visits.add_room(store, advisor.visit_id, "balkon"))
    advisor.rest()

    assert advisor.kept("W04").value == D(63)
    advisor.enter_room("Bad")
    assert not advisor.sees("criterion_W04_error_text")
    assert advisor.words("criterion_W04_verdict") == "nicht erreicht"


def test_undo_takes_the_value_off_the_screen_and_redo_brings_it_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.rest()

    advisor.undo()
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == ""
    assert advisor.words("criterion_W04_verdict") == "nicht geprüft"

    advisor.press(Qt.Key.Key_Y, CTRL)
    advisor.rest()
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"


def test_f8_says_that_a_value_is_only_estimated_and_shows_it(advisor: Advisor) -> None:
    records.keep(advisor.office, Visit, advisor.visit_id, method="laser")
    advisor.enter_room("Bad")
    advisor.enter("63")
    assert advisor.words("criterion_W04_gap") == "17 cm zu wenig"
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F8)
    advisor.rest()

    assert advisor.kept("W04").method == "geschaetzt"
    assert advisor.words("criterion_W04_gap") == "17 cm zu wenig · Geschätzt"
    advisor.press(Qt.Key.Key_F8)
    assert advisor.kept("W04").method == "laser"


def test_f8_counts_for_what_is_being_typed(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("63")
    advisor.press(Qt.Key.Key_F8)

    assert (advisor.kept("W04").value, advisor.kept("W04").method) == (D(63), "geschaetzt")


def test_another_profile_judges_the_same_values_anew(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("85")
    advisor.desk.do(lambda store: records.keep(store, Visit, advisor.visit_id, profile="R"))
    advisor.rest()

    assert advisor.words("criterion_W04_verdict") == "teilweise"
    assert advisor.words("criterion_W04_asked") == "mindestens 90 cm"
    assert advisor.words("visit_profile_chip") == "Maßstab: DIN 18040-2 R"
    assert advisor.sees("criterion_D14")


def test_all_criteria_come_on_demand_grouped_and_without_counting(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    assert not advisor.sees("criterion_D09")
    assert advisor.words("criteria_group_0") == "Innentür"

    advisor.shown(QAbstractButton, "criteria_more").setFocus()
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()

    assert advisor.sees("criterion_D09")
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"
    assert advisor.words("visit_coverage") == "1 von 60 geprüft"
    advisor.shown(QLineEdit, "criterion_W05_field").setFocus()
    advisor.enter("200")
    advisor.rest()
    assert advisor.words("visit_coverage") == "2 von 61 geprüft"
    assert advisor.place == "criterion_W06_field"


def test_a_room_without_criteria_says_so(advisor: Advisor) -> None:
    visits.add_room(advisor.office, advisor.visit_id, "keller")
    advisor.desk.do(lambda store: visits.add_room(store, advisor.visit_id, "garten"))
    advisor.rest()
    advisor.enter_room("Keller oder Dachboden")

    assert advisor.sees("criteria_nothing")
    assert advisor.place == "place_next"


def test_the_line_with_the_keyboard_is_in_sight(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    for _line in range(12):
        advisor.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None

    assert focus.visibleRegion().boundingRect().height() == focus.height()


def test_a_length_that_cannot_be_meant_is_asked_back_and_not_taken_for_plenty_of_room(
    advisor: Advisor,
) -> None:
    advisor.enter_room("Bad")
    advisor.enter("6300")

    assert "6.300 cm ist zu viel." in advisor.words("criterion_W04_error_text")
    assert "W04" not in advisor.room("bad").measurements
