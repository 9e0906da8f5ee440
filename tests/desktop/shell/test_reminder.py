"""Deadlines that come near are told once a day, calmly, with a way to them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.casework.agenda import MONDAY, Agenda
from tests.desktop.running import NAME, PASSWORD, Running
from zwk_barrier.desktop.shell.reminder import Reminder, read_told, reminder_words, write_told
from zwk_barrier.store.office import open_office

WHO = UUID(int=7)


@pytest.fixture
def near(office_folder: Path) -> Path:
    """An office with deadlines today, in 3 and in 7 days, and one in 5."""
    with open_office(office_folder, NAME, PASSWORD, alone=False) as store:
        agenda = Agenda(store)
        case_id = agenda.case()
        for days in (0, 3, 5, 7):
            agenda.deadline(case_id, days + (here() - MONDAY).days)
    return office_folder


def here() -> date:
    return datetime.now(UTC).astimezone().date()


def told(running: Running) -> str:
    """What the notice says, empty when there is none."""
    shown = running.shown(QLabel, "notice_text")
    return shown[0].text() if shown else ""


def told_on(running: Running, day: date) -> None:
    """As if the person had been told on that day."""
    assert running.program.workplace is not None
    staff_id = running.program.workplace.desk.store.staff_id
    running.preferences.reminded = write_told({staff_id: day})


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({0: 1, 3: 1, 7: 1}, "3 Fristen: 1 heute, 1 in 3 Tagen, 1 in 7 Tagen"),
        ({1: 2}, "2 Fristen: 2 morgen"),
        ({-2: 1, -1: 1, 0: 1}, "3 Fristen: 2 überfällig, 1 heute"),
        ({7: 1}, "1 Frist: 1 in 7 Tagen"),
    ],
)
def test_a_reminder_says_how_many_and_when(counts: dict[int, int], words: str) -> None:
    assert reminder_words(counts) == words


def test_what_is_remembered_is_who_was_told_when_and_damage_is_forgotten() -> None:
    written = write_told({WHO: MONDAY})
    assert written == f"{WHO.hex}=2026-11-23"
    assert read_told(f"{written};nonsense;{UUID(int=8).hex}=32.13.;=") == {WHO: MONDAY}


def test_whoever_logs_in_is_told_once_a_day(running: Running, near: Path) -> None:
    running.log_in(near)
    assert (
        told(running) == "4 Fristen: 1 heute, 1 in 3 Tagen, 1 in 5 Tagen, 1 in 7 Tagen"
    )  # never told before
    running.one(QPushButton, "notice_close").click()
    assert running.program.workplace is not None
    Reminder(running.program.workplace, running.preferences)
    running.settle()
    assert told(running) == ""


def test_who_was_told_yesterday_hears_of_those_seven_three_and_no_days_away(
    running: Running, near: Path
) -> None:
    running.log_in(near)
    told_on(running, here() - timedelta(days=1))
    assert running.program.workplace is not None
    Reminder(running.program.workplace, running.preferences)
    running.settle()
    assert told(running) == "3 Fristen: 1 heute, 1 in 3 Tagen, 1 in 7 Tagen"


def test_a_new_day_while_the_program_runs_tells_again(running: Running, near: Path) -> None:
    running.log_in(near)
    assert running.program.workplace is not None
    days = [here()]
    reminder = Reminder(running.program.workplace, running.preferences, today=lambda: days[-1])
    running.settle()
    days.append(here() + timedelta(days=2))
    reminder.day_watch.look()
    running.settle()
    assert told(running) == "1 Frist: 1 in 3 Tagen"  # the others were told before


def test_on_another_page_the_way_leads_to_heute(running: Running, near: Path) -> None:
    running.preferences.page = "cases"
    running.log_in(near)
    running.qtbot.waitUntil(lambda: bool(running.shown(QPushButton, "notice_action")), timeout=60_000)
    running.one(QPushButton, "notice_action").setFocus()
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")


def test_without_a_deadline_nothing_is_said(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    assert told(running) == ""
    assert running.preferences.reminded
