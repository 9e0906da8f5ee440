"""Somebody at the keyboard: every key goes where the focus is, and is counted.

Keys are sent to the window and not to a widget, as the window system does: Qt finds an open list by itself.
"""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.desk import Desk

W = TypeVar("W", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def one(typist: "Typist", kind: type[W], name: str = "") -> W:
    """A widget of the page by its class and name, shown or not."""
    found = typist.page.findChild(kind, name) if name else typist.page.findChild(kind)
    assert isinstance(found, kind), f"no {kind.__name__} {name}"
    return found


class Typist:
    """Works on ``page`` with the keyboard alone; ``keys`` counts, a key with Ctrl or Alt as one."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: QWidget) -> None:
        self._qtbot, self._desk, self.page = qtbot, desk, page
        self._popup: QWidget | None = None
        self._modal: QWidget | None = None
        self.keys = 0

    def show(self, width: int = 1104, height: int = 736) -> None:
        """Brings the page onto the screen, with the keyboard."""
        self.page.resize(width, height)
        with self._qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self._qtbot.waitUntil(self.page.isActiveWindow)
        self.rest()

    def type(self, text: str) -> None:
        """Types text, letter by letter, where the focus is."""
        for letter in text:
            self.keys += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(self._window, QKeyEvent(kind, 0, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Presses a key."""
        for _time in range(times):
            self.keys += 1
            QTest.keyClick(self._window, key, modifiers)
            # A button pressed by its Alt key or shortcut shows itself pressed for 100 ms first.
            self._qtbot.wait(1 if modifiers == NONE else 130)

    def tab(self, times: int = 1) -> None:
        """Presses Tab."""
        self.press(Qt.Key.Key_Tab, times=times)

    def go_to(self, name: str, place: int = 0) -> QWidget:
        """Puts the keyboard into a widget on the screen, as many Tabs would; gives it back."""
        self.page.activateWindow()
        QApplication.processEvents()
        found = [each for each in self.page.findChildren(QWidget, name) if each.isVisible()]
        found[place].setFocus(Qt.FocusReason.TabFocusReason)
        return found[place]

    def rest(self) -> None:
        """Waits until everything that was done and asked is done and shown."""
        self._qtbot.wait(5)
        self._qtbot.waitUntil(lambda: not self._desk.work.is_busy, timeout=60_000)
        QApplication.processEvents()

    @property
    def place(self) -> str:
        """The name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.objectName()

    @property
    def _window(self) -> QWindow:
        # Held on to: PySide lets go of the window together with the widget it was asked from.
        self._popup = QApplication.activePopupWidget()
        if self._popup is None and QApplication.activeModalWidget() is None:
            self.page.activateWindow()  # without a window manager nobody does so when a list has closed
        self._modal = QApplication.activeModalWidget()
        window = (self._popup or self._modal or self.page.window()).windowHandle()
        assert window is not None, "the page is not shown"
        return window
