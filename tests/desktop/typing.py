"""Typing that survives German: ``qtbot.keyClicks`` aborts the whole process at ä, ö, ü, é and €."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def type_text(widget: QWidget, text: str, *, replace: bool = False) -> None:
    """Types ``text`` into ``widget``, which gets the focus; ``replace`` first selects what stands there."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if replace:
        press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, event)


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Presses and releases one key, as the window system would."""
    QTest.keyClick(widget, key, modifiers)
