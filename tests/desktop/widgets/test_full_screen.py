"""The window fills the screen by F11, and is found so again."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.shell.frame import Frame
from zwk_barrier.desktop.widgets.full_screen import toggle_full_screen

pytestmark = pytest.mark.usefixtures("theme")


def test_a_part_lets_its_window_fill_the_screen_and_back(qtbot: QtBot) -> None:
    frame, part = Frame(QByteArray()), QWidget()
    qtbot.addWidget(frame)
    frame.show_content(part, "")
    frame.show()
    toggle_full_screen(part)
    assert frame.isFullScreen()

    toggle_full_screen(part)
    assert not frame.isFullScreen()


def test_a_window_closed_in_full_screen_begins_so_the_next_time(qtbot: QtBot) -> None:
    before = Frame(QByteArray())
    qtbot.addWidget(before)
    before.show()
    toggle_full_screen(before)
    again = Frame(before.saveGeometry())
    qtbot.addWidget(again)

    assert again.isFullScreen()
