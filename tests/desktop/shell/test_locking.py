"""Locked by key and by idleness, and open again where one was."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.desktop.running import CTRL, NAME, PASSWORD, Running
from tests.desktop.typing import type_text
from zwk_barrier.casework.office.staff import add_staff, office_settings
from zwk_barrier.casework.office.staff_upkeep import keep_person
from zwk_barrier.desktop.destinations import ToAdministration
from zwk_barrier.store.office import OfficeStore, open_office


def go(running: Running, section: str) -> None:
    assert running.program.workplace is not None
    running.program.workplace.go(ToAdministration(section))
    running.settle()


def unlock(running: Running, password: str = PASSWORD) -> None:
    running.qtbot.waitUntil(lambda: running.focus() == "password")
    running.enter("password", password)
    running.key(Qt.Key.Key_Return)


def test_after_unlocking_one_is_where_one_was(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "safety")
    running.one(QWidget, "old_password").setFocus()
    running.key(Qt.Key.Key_L, CTRL)
    assert running.title() == "Gesperrt"
    unlock(running)
    assert running.title() == "Verwaltung"
    assert running.focus() == "old_password"


def test_what_is_being_typed_is_kept_by_locking(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "office")
    running.enter("office_town", "Bremerhaven")
    running.key(Qt.Key.Key_L, CTRL)
    with open_office(office_folder, NAME, PASSWORD) as store, store.reading() as session:
        assert office_settings(session).town == "Bremerhaven"


def test_what_cannot_be_kept_is_still_there_after_unlocking(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "safety")
    running.enter("office_lock_after_minutes", "ein paar")
    running.key(Qt.Key.Key_L, CTRL)
    unlock(running)
    assert running.one(QLineEdit, "office_lock_after_minutes").text() == "ein paar"


def test_a_locked_window_shows_and_says_nothing_of_the_office(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_L, CTRL)
    assert running.frame.windowTitle() == "ZWK Barriere"
    assert running.shown(QWidget, "workplace") == []
    assert running.shown(QWidget, "folder") == []


def test_locking_lets_go_of_the_key_and_of_the_folder(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    store = running.program.workplace.desk.store  # type: ignore[union-attr] # there is one after logging in
    running.key(Qt.Key.Key_L, CTRL)
    assert store.data_key == b""
    open_office(office_folder, NAME, PASSWORD).close()


def test_what_is_asked_while_locked_is_answered_afterwards(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    workplace = running.program.workplace
    assert workplace is not None
    running.key(Qt.Key.Key_L, CTRL)
    names: list[str] = []
    workplace.desk.ask(lambda session: office_settings(session).name, then=names.append, owner=workplace)
    running.settle()
    assert names == []
    unlock(running)
    assert names == ["Beratungsstelle Testhafen"]


def test_a_wrong_password_leaves_it_locked(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_L, CTRL)
    unlock(running, "nicht dieses")
    assert running.title() == "Gesperrt"
    unlock(running)
    assert running.title().startswith("Heute")


def test_another_person_begins_with_a_desk_of_their_own(running: Running, office: OfficeStore) -> None:
    add_staff(office, "Karl Meinken", "Deichgraf 1888", "leitung")
    office.close()
    running.log_in(office.folder)
    go(running, "safety")
    running.enter("old_password", "halb getippt")
    running.key(Qt.Key.Key_L, CTRL)
    running.enter("staff_name", "Karl Meinken")
    running.one(QLineEdit, "password").setFocus()
    unlock(running, "Deichgraf 1888")
    go(running, "safety")
    assert running.one(QLineEdit, "old_password").text() == ""
    assert "Karl Meinken" in running.one(QWidget, "status_who").property("text")


def test_who_was_renamed_unlocks_by_the_new_name(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    desk = running.program.workplace.desk  # type: ignore[union-attr] # there is one after logging in
    desk.do(lambda store: keep_person(store, store.staff_id, {"name": "Marie Ehlers"}))
    running.settle()
    running.key(Qt.Key.Key_L, CTRL)
    assert running.one(QLineEdit, "staff_name").text() == "Marie Ehlers"
    unlock(running)
    assert running.title().startswith("Heute")


def test_an_open_dialog_is_hidden_and_comes_back(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_F1, CTRL)
    dialog = running.one(QWidget, "shortcuts")
    running.program.lock()
    assert not dialog.isVisible()
    running.settle()
    unlock(running)
    assert dialog.isVisible()


def test_the_window_locks_itself_after_the_minutes_of_the_office(
    running: Running, office_folder: Path
) -> None:
    running.log_in(office_folder)
    running.clock.now += 9 * 60
    running.touch()
    running.clock.now += 9 * 60
    running.touch()
    assert running.title().startswith("Heute")
    running.clock.now += 10 * 60
    running.touch()
    assert running.title() == "Gesperrt"


def test_long_work_is_not_locked_away_and_who_came_back_meanwhile_goes_on(
    running: Running, office_folder: Path
) -> None:
    running.log_in(office_folder)
    ends = Event()
    running.program.work.ask(ends.wait)
    running.clock.now += 11 * 60
    QTest.keyClick(running.frame.windowHandle(), Qt.Key.Key_Shift)
    assert running.title().startswith("Heute")
    QTest.keyClick(running.frame.windowHandle(), Qt.Key.Key_Shift)
    ends.set()
    running.settle()
    assert running.title().startswith("Heute")
    running.clock.now += 11 * 60
    running.touch()
    assert running.title() == "Gesperrt"


def test_other_minutes_hold_at_once(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    go(running, "safety")
    running.enter("office_lock_after_minutes", "2")
    running.key(Qt.Key.Key_Tab)
    running.clock.now += 3 * 60
    running.touch()
    assert running.title() == "Gesperrt"


def test_a_phone_call_goes_on_after_locking_in_the_middle_of_a_word(
    running: Running, office_folder: Path
) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_N, CTRL)
    note = running.one(QPlainTextEdit, "contact_note")
    type_text(note, "Kommt nicht mehr in die Wa")
    running.key(Qt.Key.Key_L, CTRL)
    unlock(running)
    assert note.isVisible()
    type_text(note, "nne")
    assert note.toPlainText() == "Kommt nicht mehr in die Wanne"
