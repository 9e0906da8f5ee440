"""A call in the window: it comes in anywhere, and Fertig leads back to where one was."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.desktop.running import ALT, CTRL, Running
from tests.desktop.typing import type_text


def type_here(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, text)


def finish(running: Running) -> None:
    running.key(Qt.Key.Key_F, ALT)
    running.qtbot.wait(150)  # the button shows itself pressed first
    running.settle()


def test_a_call_interrupts_and_leads_back(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_2, ALT)
    running.qtbot.waitUntil(lambda: running.title() == "Fälle")
    assert running.title() == "Fälle"

    running.key(Qt.Key.Key_N, CTRL)
    type_here("Badewanne zu hoch")
    finish(running)

    assert running.title() == "Fälle"


def test_a_second_call_in_the_middle_of_the_first_leads_back_to_the_first(
    running: Running, office_folder: Path
) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_N, CTRL)
    type_here("Erster Anruf")
    running.key(Qt.Key.Key_Tab)
    running.key(Qt.Key.Key_N, CTRL)
    type_here("Zweiter Anruf")
    running.key(Qt.Key.Key_Tab)
    finish(running)

    assert running.one(QPlainTextEdit, "contact_note").toPlainText() == "Erster Anruf"


def test_back_from_a_fresh_case_is_the_contact_it_came_from(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    running.key(Qt.Key.Key_N, CTRL)
    type_here("Badewanne zu hoch")
    running.key(Qt.Key.Key_V, ALT)
    type_here("Olga")
    running.key(Qt.Key.Key_Return, CTRL)
    running.qtbot.wait(150)
    running.settle()
    assert running.title() == "Olga"

    running.key(Qt.Key.Key_Left, ALT)

    assert running.one(QPlainTextEdit, "contact_note").toPlainText() == "Badewanne zu hoch"
