"""Rooms come and go, notes and findings are one key away, and what is removed comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit

from tests.desktop.shell.placeholders import Placeholder
from tests.desktop.typist import ALT, CTRL
from tests.desktop.visits.advisor import Advisor
from tests.store.disk import full_after
from zwk_barrier.casework import records
from zwk_barrier.casework.visit import findings
from zwk_barrier.desktop.destinations import ToCase, ToVisit, ToVisitReport
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.model import Room, Visit


def stations(advisor: Advisor) -> list[str]:
    return [room.room.kind for room in advisor.view().rooms]


def press_button(advisor: Advisor, name: str) -> None:
    advisor.shown(QAbstractButton, name).setFocus()
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()


def choose(advisor: Advisor, words: str) -> None:
    """Walks an open menu down to an entry and chooses it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _step in menu.actions():
        if menu.activeAction().text().startswith(words):
            break
        advisor.press(Qt.Key.Key_Down)
    advisor.press(Qt.Key.Key_Return)


def add_room(advisor: Advisor, letters: str) -> None:
    """Ctrl+R, the first letters, Enter."""
    advisor.press(Qt.Key.Key_R, CTRL)
    advisor.type(letters)
    advisor.press(Qt.Key.Key_Return)
    advisor.rest()


def test_a_room_is_added_by_keys_and_work_goes_on_in_it(advisor: Advisor) -> None:
    add_room(advisor, "ba")

    assert stations(advisor)[-1] == "bad"
    assert advisor.title == "Bad"
    assert advisor.place == "criterion_W04_field"


def test_the_same_room_twice_keeps_its_values_apart(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    add_room(advisor, "ba")
    advisor.enter("80")

    assert [advisor.room("bad", place).measurements["W04"].value for place in (0, 1)] == [63, 80]


def test_a_room_gets_a_name_of_its_own(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.shown(QLineEdit, "room_name").setFocus()
    advisor.enter("Bad oben")
    advisor.rest()

    assert advisor.title == "Bad oben"
    assert advisor.place == "room_name"


def test_a_removed_room_comes_back_by_undo_and_so_does_the_person(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    press_button(advisor, "room_remove")
    assert "bad" not in stations(advisor)
    assert advisor.title == "Flur"
    assert advisor.words("notice_text") == "Raum entfernt."

    press_button(advisor, "notice_action")

    assert "bad" in stations(advisor)
    assert advisor.title == "Bad"
    assert advisor.shown(QLineEdit, "criterion_W04_field").text() == "63"


def test_a_room_that_somebody_else_removes_leads_back_to_the_visit(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    room_id = advisor.room_id("bad")
    advisor.desk.do(lambda store: records.remove(store, Room, room_id))
    advisor.rest()

    assert advisor.title == "Angaben zum Besuch"
    assert advisor.place == "visit_visited_on"


def test_f4_adds_a_finding_and_typing_goes_on_there(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_F4)  # on the next line, which is still empty
    advisor.rest()
    assert advisor.place == "finding_text"

    advisor.type("Wannenrand 58 cm, kein Griff")
    advisor.tab()

    (finding,) = advisor.room("bad").findings
    assert (finding.text, finding.criterion) == ("Wannenrand 58 cm, kein Griff", None)


def test_f4_on_a_measured_line_begins_with_what_was_measured(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F4)
    advisor.rest()
    advisor.type(" Der Rollator passt nicht durch.")
    advisor.tab()

    (finding,) = advisor.room("bad").findings
    assert finding.criterion == "W04"
    assert (finding.text or "").replace("\N{NO-BREAK SPACE}", " ") == (
        "Lichte Breite der Tür: 63 cm, 17 cm zu wenig. Der Rollator passt nicht durch."
    )


def test_a_removed_finding_comes_back_with_its_words(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    bath = advisor.room_id("bad")
    advisor.desk.do(lambda store: findings.add_finding(store, advisor.visit_id, "Wanne", room_id=bath))
    advisor.rest()
    press_button(advisor, "finding_remove")
    assert not advisor.sees("finding_text")

    advisor.undo()

    assert advisor.shown(QPlainTextEdit, "finding_text").toPlainText() == "Wanne"


def test_words_the_full_disk_refused_are_kept_when_there_is_space_also_from_another_room(
    advisor: Advisor,
) -> None:
    advisor.enter_room("Bad")
    advisor.shown(QAbstractButton, "finding_add").click()
    advisor.rest()
    with full_after(0):
        advisor.type("Wannenrand zu hoch")
        advisor.press(Qt.Key.Key_PageDown, CTRL)
        advisor.rest()
    assert [finding.text for finding in advisor.room("bad").findings] == [None]

    advisor.enter("63")
    advisor.rest()

    assert [finding.text for finding in advisor.room("bad").findings] == ["Wannenrand zu hoch"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_Escape])
def test_f3_writes_a_note_at_once_and_leads_back_to_the_line(advisor: Advisor, key: Qt.Key) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_F3)
    advisor.type("Heizung hinter der Tür")
    advisor.press(key)

    assert advisor.place == "criterion_W07_field"
    assert [note.text for note in advisor.room("bad").notes] == ["Heizung hinter der Tür"]
    advisor.rest()
    assert advisor.shown(QPlainTextEdit, "visit_note_text").toPlainText() == "Heizung hinter der Tür"
    assert not advisor.sees("draft_note")


def test_f3_without_a_word_leaves_nothing_behind(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_F3)
    advisor.press(Qt.Key.Key_Escape)

    assert advisor.place == "criterion_W04_field"
    assert advisor.room("bad").notes == ()
    assert not advisor.sees("notes_section")


def test_a_note_without_a_place_waits_with_the_visit_and_is_tied_to_a_room_later(advisor: Advisor) -> None:
    advisor.press(Qt.Key.Key_F3)
    advisor.type("Hund im Haus")
    advisor.press(Qt.Key.Key_F3)
    advisor.rest()
    assert advisor.place == "visit_visited_on"
    assert [note.text for note in advisor.view().notes] == ["Hund im Haus"]
    assert advisor.words("notes_section_title") == "Noch nicht zugeordnet"

    advisor.go_to("visit_note_place")
    advisor.type("bad")
    advisor.press(Qt.Key.Key_Return)

    assert [note.text for note in advisor.room("bad").notes] == ["Hund im Haus"]
    advisor.rest()
    assert not advisor.sees("notes_section")


def test_a_line_takes_a_note_of_its_own_from_its_menu(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    press_button(advisor, "criterion_W04_more")
    choose(advisor, "Notiz zum Wert")
    assert advisor.place == "criterion_W04_remark"
    advisor.enter("Tür klemmt")

    assert advisor.kept("W04").note == "Tür klemmt"
    advisor.enter_room("Flur")
    advisor.enter_room("Bad")
    assert advisor.shown(QLineEdit, "criterion_W04_remark").text() == "Tür klemmt"


def test_the_menu_of_a_line_leaves_it_out(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    press_button(advisor, "criterion_W04_more")
    advisor.press(Qt.Key.Key_Return)

    assert not advisor.kept("W04").is_applicable


def test_the_menu_says_how_a_value_was_found(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    press_button(advisor, "criterion_W04_more")
    advisor.press(Qt.Key.Key_Down)
    advisor.press(Qt.Key.Key_Right)
    advisor.press(Qt.Key.Key_Down, times=2)
    advisor.press(Qt.Key.Key_Return)

    assert advisor.kept("W04").method == "laser"
    assert advisor.words("criterion_W04_gap") == "17 cm zu wenig · Laser"


def test_tab_reaches_a_new_finding_where_the_eye_finds_it(advisor: Advisor) -> None:
    advisor.enter_room("Wohnungseingang")
    advisor.shown(QAbstractButton, "finding_add").setFocus()
    advisor.press(Qt.Key.Key_F4)
    advisor.rest()
    advisor.shown(QAbstractButton, "finding_add").setFocus()
    places = []
    for _step in range(8):
        advisor.tab()
        places.append(advisor.place)

    assert places == [
        "finding_text",
        "finding_hazard",
        "finding_activities",
        "finding_frequency",
        "finding_room",
        "finding_is_wanted",
        "finding_remove",
        "room_measure_search",
    ]


def test_the_day_and_the_device_of_the_visit_are_kept_as_they_are_left(advisor: Advisor) -> None:
    advisor.press(Qt.Key.Key_A, CTRL)
    advisor.type("10.11.2026")
    advisor.press(Qt.Key.Key_G, ALT)
    assert advisor.place == "visit_method"
    advisor.type("las")
    advisor.press(Qt.Key.Key_Return)

    visit = advisor.view().visit
    assert (str(visit.visited_on), visit.method) == ("2026-11-10", "laser")
    assert advisor.words("visit_when") == "Hausbesuch 10.11.2026"
    assert advisor.shown(Button, "visit_method_chip").text() == "Laser"


def test_a_visit_in_1853_is_refused_beside_the_field(advisor: Advisor) -> None:
    advisor.press(Qt.Key.Key_A, CTRL)
    advisor.type("9.11.1853")
    advisor.tab()
    advisor.rest()

    assert "1853" in advisor.words("visit_visited_on_error_text")
    assert str(advisor.view().visit.visited_on) == "2026-11-09"


def test_f6_tells_the_history_of_a_field(advisor: Advisor) -> None:
    advisor.go_to("visit_summary")
    advisor.type("Hund")
    advisor.tab()
    advisor.go_to("visit_summary")
    advisor.press(Qt.Key.Key_F6)
    advisor.rest()

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.objectName() == "field_history"
    dialog.close()


@pytest.mark.parametrize(("has_content", "finished"), [(False, None), (True, True)])
def test_done_goes_to_the_case_and_notes_the_day_when_something_was_recorded(
    advisor: Advisor, has_content: bool, finished: bool | None
) -> None:
    records.keep(advisor.office, Visit, advisor.visit_id, visited_on=None)
    if has_content:
        findings.add_finding(advisor.office, advisor.visit_id, "Kein Handlauf")
    advisor.press(Qt.Key.Key_Return, CTRL)
    advisor.rest()

    assert advisor.workplace.here == ToCase(advisor.case_id, "visits", advisor.visit_id)
    assert (advisor.view().visit.finished_on is not None) is bool(finished)


def test_back_from_somewhere_else_the_keyboard_is_where_it_was(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_Return, times=5)
    assert advisor.place == "criterion_D11_field"
    advisor.press(Qt.Key.Key_Return, CTRL)
    advisor.rest()
    assert isinstance(advisor.workplace.findChild(Placeholder), Placeholder)

    advisor.workplace.go(ToVisit(advisor.visit_id))
    advisor.rest()

    assert advisor.title == "Bad"
    assert advisor.place == "criterion_D11_field"


def test_the_report_is_one_key_away_and_esc_comes_back(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.type("63")
    advisor.press(Qt.Key.Key_P, CTRL)
    advisor.rest()
    assert advisor.workplace.here == ToVisitReport(advisor.visit_id)
    assert "17 cm zu wenig" in advisor.shown(QPlainTextEdit, "preview_text").toPlainText().replace(
        "\N{NO-BREAK SPACE}", " "
    )

    advisor.press(Qt.Key.Key_Escape)
    advisor.rest()

    assert advisor.title == "Bad"
    assert advisor.place == "criterion_W04_field"


def test_a_note_being_written_is_in_sight(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_F3)
    advisor.type("Heizkörper hinter der Tür")
    advisor.rest()
    paper = advisor.shown(QPlainTextEdit, "draft_note_text")

    assert paper.visibleRegion().boundingRect().height() == paper.height()
