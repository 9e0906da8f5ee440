"""Ctrl+K finds a case by what is known of it, or begins a new contact."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.running import CTRL
from tests.desktop.typing import press, type_text
from zwk_barrier.casework.case.cases import open_case
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToContact
from zwk_barrier.desktop.shell.workplace import Workplace


def search(words: str) -> QLineEdit:
    """Goes into the field by its key and types."""
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_K, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "search"
    type_text(field, words)
    return field


@pytest.mark.parametrize("words", ["Müller", "mueller", "Muller", "hilde mül"])
def test_enter_opens_the_best_hit(workplace: Workplace, desk: Desk, qtbot: QtBot, words: str) -> None:
    _changed, case_id = open_case(desk.store, given_name="Hilde", family_name="Müller")
    field = search(words)
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace.here == ToCase(case_id))
    assert field.text() == ""


def test_enter_never_opens_a_hit_for_what_was_typed_before(
    workplace: Workplace, desk: Desk, qtbot: QtBot
) -> None:
    open_case(desk.store, family_name="Petersen")
    _changed, wanted = open_case(desk.store, family_name="Petrowa")
    field = search("Peter")
    qtbot.waitUntil(lambda: bool(field.accessibleDescription()))
    type_text(field, "Petrowa", replace=True)
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace.here == ToCase(wanted))


def test_what_nobody_is_called_begins_a_new_contact(workplace: Workplace, qtbot: QtBot) -> None:
    field = search("Xaver Quax")
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace.here == ToContact(typed="Xaver Quax"))
