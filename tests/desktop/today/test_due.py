"""Each entry of the first page has its next step, on a button and on a key."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.agenda import MONDAY, Agenda, in_days
from tests.desktop.today.conftest import settle, show
from tests.desktop.typing import press
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToApplication,
    ToCase,
    ToContact,
    ToLetter,
)
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.today.page import TodayPage
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tab_order import tab_stops
from zwk_barrier.model import Deadline, Staff, Task
from zwk_barrier.store.office import OfficeStore


def rows_of(page: TodayPage, name: str = "today_due") -> RowList:
    found = page.findChild(RowList, name)
    assert found is not None
    return found


def rows(page: TodayPage, name: str = "today_due") -> list[Row]:
    return rows_of(page, name).rows()


def key(page: TodayPage, key: Qt.Key, place: int = 0, name: str = "today_due") -> None:
    """Presses a key on one row."""
    rows_of(page, name).focus_row(place)
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, key)


def text(page: TodayPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


def is_shown(page: TodayPage, name: str) -> bool:
    return page.findChildren(QWidget, name)[0].isVisible()


def test_rows_say_in_the_words_of_the_field_what_is_due(page: TodayPage, desk: Desk, agenda: Agenda) -> None:
    agenda.deadline(agenda.case("Brandt"), -2)
    agenda.deadline(agenda.case("Janßen"), 3, "objection")
    agenda.deadline(agenda.case("Petrova"), 9)
    show(page, desk)
    said = [
        (row.badge, row.title, row.note.replace("\N{NO-BREAK SPACE}", " "), row.action) for row in rows(page)
    ]
    assert said == [
        (
            "überfällig 2 T",
            "2026-0001 · Hilde Brandt",
            "Pflegekasse: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen",
            "Erinnerung schreiben",
        ),
        (
            "in 3 Tagen",
            "2026-0002 · Hilde Janßen",
            "Pflegekasse: Widerspruchsfrist endet Do 26.11.",
            "Widerspruch",
        ),
        (
            "in 9 Tagen",
            "2026-0003 · Hilde Petrova",
            "Pflegekasse: Entscheidung der Pflegekasse bis Mi 2.12., Eingang 11.11.",
            "Ansehen",
        ),
    ]


def test_space_takes_the_next_step_and_enter_opens(
    page: TodayPage, desk: Desk, agenda: Agenda, gone: list[Destination]
) -> None:
    late, objection, waits, asked = (agenda.case() for _ in range(4))
    applications = [agenda.application(case_id) for case_id in (late, objection, waits)]
    agenda.deadline(late, -2, application_id=applications[0])
    agenda.deadline(objection, 3, "objection", application_id=applications[1])
    agenda.deadline(waits, 9, application_id=applications[2])
    agenda.done(asked, date(2025, 12, 5))
    show(page, desk)
    for place in range(4):
        key(page, Qt.Key.Key_Space, place)
    assert gone == [
        ToLetter(late, "reminder", applications[0]),
        ToLetter(objection, "objection", applications[1]),
        ToApplication(applications[2]),
        ToCase(asked, "outcome"),
    ]
    gone.clear()
    key(page, Qt.Key.Key_Return, 0)
    assert gone == [ToApplication(applications[0])]


def test_the_button_of_a_row_does_what_space_does(
    page: TodayPage, desk: Desk, agenda: Agenda, gone: list[Destination]
) -> None:
    case_id = agenda.case()
    application_id = agenda.application(case_id)
    agenda.deadline(case_id, -2, application_id=application_id)
    show(page, desk)
    button = page.findChild(QPushButton, "today_due_0_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == [ToLetter(case_id, "reminder", application_id)]


def test_k_writes_a_contact_in_the_case_of_any_row(
    page: TodayPage, desk: Desk, agenda: Agenda, gone: list[Destination]
) -> None:
    case_id, silent = agenda.case(), agenda.quiet_case(opened=in_days(-90))
    agenda.deadline(case_id, 1)
    show(page, desk)
    key(page, Qt.Key.Key_K)
    key(page, Qt.Key.Key_K, name="today_silent")
    assert gone == [ToContact(case_id=case_id), ToContact(case_id=silent)]


def test_deadlines_of_the_next_seven_days_carry_a_bell_tasks_never(
    page: TodayPage, desk: Desk, agenda: Agenda
) -> None:
    case_id = agenda.case()
    for days in (-1, 0, 7, 8):
        agenda.deadline(case_id, days)
    agenda.task(case_id, 0)
    show(page, desk)
    assert [(row.badge_icon, row.tone) for row in rows(page)] == [
        ("bell", Tone.LATE),
        ("bell", Tone.SOON),
        ("", Tone.SOON),
        ("bell", Tone.ACCENT),
        ("", Tone.ACCENT),
    ]


def test_the_summary_counts_what_is_not_shown_as_well(page: TodayPage, desk: Desk, agenda: Agenda) -> None:
    case_id = agenda.case()
    agenda.deadline(case_id, -2)
    for days in (1, 2):
        agenda.deadline(case_id, days)
    agenda.task(case_id, 5)
    agenda.visit(case_id, 0)
    show(page, desk)
    assert text(page, "today_summary") == (
        "1 überfällig · 2 Fristen in den nächsten 14 Tagen · 1 Hausbesuch · 1 Wiedervorlage"
    )


def test_queues_say_how_many_wait_how_long(
    page: TodayPage, desk: Desk, agenda: Agenda, gone: list[Destination]
) -> None:
    for days in (31, 40, 50, 60):
        agenda.quiet_case(f"Vor {days}", opened=in_days(-days))
    show(page, desk)
    assert (text(page, "today_unvisited_figure"), text(page, "today_unvisited_words")) == (
        "4",
        "Menschen, im Mittel 45 Tage",
    )
    assert [row.lead for row in rows(page, "today_unvisited")] == ["60 T", "50 T", "40 T"]
    assert "<b>4 Fälle</b> ohne Kontakt seit über 30 Tagen" in text(page, "today_silent_words")
    assert not is_shown(page, "today_answers_card")
    key(page, Qt.Key.Key_Return, name="today_unvisited")
    key(page, Qt.Key.Key_Return, name="today_silent")
    assert [type(one) for one in gone] == [ToCase, ToCase]
    assert [one.tab for one in gone if isinstance(one, ToCase)] == ["visits", "overview"]


def test_more_of_a_queue_comes_on_request(page: TodayPage, desk: Desk, agenda: Agenda) -> None:
    for days in range(1, 6):
        agenda.case(opened=in_days(-days))
    show(page, desk)
    more = page.findChild(QPushButton, "today_unvisited_more")
    assert more is not None
    assert more.text() == "2 weitere"
    more.setFocus()
    press(more, Qt.Key.Key_Space)
    settle(desk)
    assert len(rows(page, "today_unvisited")) == 5
    assert not more.isVisible()


def test_an_answer_opens_where_it_is_waited_for(
    page: TodayPage, desk: Desk, agenda: Agenda, gone: list[Destination]
) -> None:
    asked, landlord = agenda.case(), agenda.case()
    application_id = agenda.application(asked, received_on=in_days(-9))
    letter_id = agenda.letter(landlord, "landlord_consent", in_days(-5))
    show(page, desk)
    for place in range(2):
        key(page, Qt.Key.Key_Return, place, "today_answers")
    assert gone == [ToApplication(application_id), ToLetter(landlord, letter_id=letter_id)]


def test_only_the_first_visits_are_shown_until_more_are_wanted(
    page: TodayPage, desk: Desk, agenda: Agenda
) -> None:
    for days in range(7):
        agenda.visit(agenda.case(), days)
    show(page, desk)
    assert len(rows(page, "today_visits")) == 5
    more = page.findChild(QPushButton, "today_more_visits")
    assert more is not None
    assert more.text() == "2 weitere"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    settle(desk)
    assert len(rows(page, "today_visits")) == 7


def test_the_keyboard_follows_its_entry_when_another_comes_before_it(
    page: TodayPage, desk: Desk, agenda: Agenda
) -> None:
    case_id = agenda.case()
    agenda.task(case_id, 3, "Mitte")
    agenda.task(case_id, 5, "Ende")
    show(page, desk)
    rows_of(page).focus_row(0)
    agenda.task(case_id, 0, "Neu davor")
    show(page, desk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "Mitte" in focus.accessibleName()


def test_the_keyboard_stays_in_the_list_when_the_last_entry_is_ticked_off(
    page: TodayPage, desk: Desk, agenda: Agenda
) -> None:
    case_id = agenda.case()
    agenda.task(case_id, 3, "Erste")
    agenda.task(case_id, 5, "Letzte")
    show(page, desk)
    key(page, Qt.Key.Key_Space, 1)
    settle(desk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "Erste" in focus.accessibleName()


def test_undo_brings_a_ticked_off_task_back_for_everybody(
    page: TodayPage, desk: Desk, agenda: Agenda, office: OfficeStore
) -> None:
    task_id = agenda.task(agenda.case(), 0)
    show(page, desk)
    key(page, Qt.Key.Key_Space)
    settle(desk)
    desk.undo()
    settle(desk)
    assert [row.key.id for row in rows(page)] == [task_id]
    with office.reading() as session:
        assert session.get_one(Task, task_id).done_at is None


def test_a_settled_deadline_goes_from_the_page_at_once(page: TodayPage, desk: Desk, agenda: Agenda) -> None:
    deadline_id = agenda.deadline(agenda.case(), 1)
    show(page, desk)
    with agenda.office.deed("settled") as deed:
        deed.session.get_one(Deadline, deadline_id).settled_on = MONDAY
    desk.changed.emit(deed.changed)
    settle(desk)
    assert rows(page) == []
    assert is_shown(page, "today_all_done")


def whole_page(qtbot: QtBot, desk: Desk, preferences: Preferences) -> TodayPage:
    page = TodayPage(desk, preferences=preferences, today=lambda: MONDAY)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    show(page, desk)
    return page


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


def test_an_advisor_sees_their_own_and_those_they_stand_in_for_and_may_see_all(
    qtbot: QtBot, theme: Theme, desk: Desk, agenda: Agenda, preferences: Preferences
) -> None:
    assert theme.look.scale == 100
    agenda.set(Staff, agenda.office.staff_id, role="beratung")
    away, other = agenda.colleague("Jens Petersen"), agenda.colleague("Ayşe Demir")
    agenda.away(away, agenda.office.staff_id, -1, 2)
    agenda.deadline(agenda.case("Vertretung", advisor_id=away), 1)
    agenda.deadline(agenda.case("Fremd", advisor_id=other), 2)
    page = whole_page(qtbot, desk, preferences)
    (row,) = rows(page)
    assert row.note.endswith(" – in Vertretung für Jens Petersen")
    assert text(page, "today_stands_in") == "Sie vertreten Jens Petersen."
    box = page.findChild(QCheckBox, "today_all")
    assert box is not None
    assert not box.isChecked()
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    settle(desk)
    assert [row.tail for row in rows(page)] == [" · Jens Petersen", " · Ayşe Demir"]
    again = whole_page(qtbot, desk, preferences)
    assert len(rows(again)) == 2
    assert preferences.today_view == "all"


def test_the_keyboard_begins_at_the_first_row_and_tab_reaches_its_button_before_the_side(
    qtbot: QtBot, theme: Theme, desk: Desk, agenda: Agenda, preferences: Preferences
) -> None:
    assert theme.look.scale == 100
    agenda.deadline(agenda.case("Petrova"), 1)
    page = whole_page(qtbot, desk, preferences)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "today_due_0"
    assert [one.objectName() for one in tab_stops(page) if one.isVisible()][:4] == [
        *("today_all", "today_calendar", "today_due_0", "today_due_0_action"),
    ]
    press(focus, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert now.objectName() == "today_due_0_action"


def test_a_clock_that_lags_behind_is_told_and_nothing_is_hidden(
    qtbot: QtBot, theme: Theme, desk: Desk, agenda: Agenda
) -> None:
    assert theme.look.scale == 100
    agenda.deadline(agenda.case(), 0)
    page = TodayPage(desk, today=lambda: date(2026, 10, 1))
    qtbot.addWidget(page)
    page.show()
    show(page, desk)
    assert "Die Uhr dieses Rechners geht nach: Sie zeigt den 1. Oktober 2026" in text(page, "today_clock_0")
    assert len(rows(page)) == 1


def test_a_day_that_begins_while_the_page_is_open_is_shown(
    qtbot: QtBot, theme: Theme, desk: Desk, agenda: Agenda
) -> None:
    assert theme.look.scale == 100
    days = [MONDAY]
    agenda.deadline(agenda.case(), 1)
    page = TodayPage(desk, today=lambda: days[-1])
    qtbot.addWidget(page)
    page.show()
    show(page, desk)
    days.append(in_days(1))
    page.day_watch.look()
    settle(desk)
    assert [row.badge for row in rows(page)] == ["heute"]


def test_the_calendar_file_is_one_button_away(page: TodayPage, desk: Desk, agenda: Agenda) -> None:
    agenda.case()
    show(page, desk)
    button = page.findChild(QPushButton, "today_calendar")
    assert button is not None
    assert button.isEnabled()


@pytest.mark.parametrize("is_empty", [False, True])
def test_the_page_is_there_for_everybody(
    page: TodayPage, desk: Desk, theme: Theme, agenda: Agenda, *, is_empty: bool
) -> None:
    if not is_empty:
        case_id = agenda.case()
        for days in (-2, 0, 3, 9):
            agenda.deadline(case_id, days)
        agenda.task(case_id, 1, "Vermieter wegen Rampe anrufen (§ 554 BGB)")
        agenda.visit(case_id, 0)
        for days in (40, 50):
            agenda.quiet_case(opened=in_days(-days))
    show(page, desk)
    assert obstacles(page, theme) == []
