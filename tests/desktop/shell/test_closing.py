"""Closing keeps what is typed, and the next start begins where the last one ended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.running import ALT, CTRL, NAME, PASSWORD, Running
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.destinations import ToAdministration
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.store.office import open_office


def go(running: Running, section: str) -> None:
    assert running.program.workplace is not None
    running.program.workplace.go(ToAdministration(section))
    running.settle()


def close(running: Running) -> None:
    QApplication.sendEvent(running.frame, QCloseEvent())
    running.settle()


def test_closing_keeps_what_is_being_typed(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "office")
    running.enter("office_department", "Amt für Menschen mit Behinderung")
    close(running)
    assert not running.frame.isVisible()
    with open_office(office_folder, NAME, PASSWORD) as store, store.reading() as session:
        assert office_settings(session).department == "Amt für Menschen mit Behinderung"


@pytest.mark.parametrize("minutes", ["bald", "0"])
def test_closing_asks_before_something_typed_is_lost(
    running: Running, office_folder: Path, minutes: str
) -> None:
    running.log_in(office_folder)
    go(running, "safety")
    running.enter("office_lock_after_minutes", minutes)
    close(running)
    assert running.frame.isVisible()
    running.one(QPushButton, "unkept_no").click()
    assert running.one(QLineEdit, "office_lock_after_minutes").text() == minutes
    close(running)
    running.one(QPushButton, "unkept_yes").click()
    running.settle()
    assert not running.frame.isVisible()


def test_closing_asks_when_the_office_refused_what_was_typed(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "office")
    town = running.one(QLineEdit, "office_town")
    town.setMaxLength(30_000)
    town.setText("Bremerhaven " * 2_000)  # more than 20,000 characters
    close(running)
    assert running.shown(QPushButton, "unkept_yes")
    running.one(QPushButton, "unkept_yes").click()


def test_a_locked_window_closes_without_a_password(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_L, CTRL)
    close(running)
    assert not running.frame.isVisible()


def test_the_key_to_leave_closes_the_office_and_the_window(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_Q, CTRL)
    assert not running.frame.isVisible()
    open_office(office_folder, NAME, PASSWORD).close()


def test_the_system_shutting_down_keeps_what_is_being_typed(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "office")
    running.enter("office_town", "Bremerhaven")
    running.program.keep_now()
    running.end()
    with open_office(office_folder, NAME, PASSWORD) as store, store.reading() as session:
        assert office_settings(session).town == "Bremerhaven"


def test_the_next_start_has_the_same_size_and_begins_on_the_same_page(
    qtbot: QtBot, theme: Theme, office_folder: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.ini"
    first = Running(qtbot, theme, settings)
    first.log_in(office_folder)
    first.frame.resize(1111, 666)
    first.key(Qt.Key.Key_6, ALT)
    qtbot.waitUntil(lambda: first.title() == "Verwaltung")
    first.end()
    second = Running(qtbot, theme, settings)
    second.log_in(office_folder)
    assert second.title() == "Verwaltung"
    assert (second.frame.width(), second.frame.height()) == (1111, 666)
    second.end()


def test_nothing_about_the_people_advised_is_remembered_outside_the_office(
    running: Running, office_folder: Path, tmp_path: Path
) -> None:
    running.log_in(office_folder)
    go(running, "office")
    running.enter("office_town", "Bremerhaven")
    running.end()
    remembered = (tmp_path / "preferences.ini").read_text(encoding="utf-8")
    assert "administration" in remembered
    assert "Bremerhaven" not in remembered


def test_damaged_preferences_count_as_none(running: Running) -> None:
    running.preferences.store.setValue("look/scale", "riesig")
    assert running.preferences.scale == 100
