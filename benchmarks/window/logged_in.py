"""Goes in with the password, and tells how long that took and how much memory the window takes then."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.window.offices import PASSWORD
from benchmarks.window.reporting import rest, tell_memory, wait_for_focus
from zwk_barrier.desktop.program import Program

_TYPING: Final = 1.0  # seconds: nobody types a password faster
_PATIENCE: Final = 60.0
_RESTS: Final = 3


def at_the_window(application: QApplication) -> None:
    """Logs in and tells."""
    seconds = log_in(application)
    tell_memory(application, seconds=seconds)


def log_in(application: QApplication) -> float:
    """Types the password and waits until the first page stands there in full; gives the seconds from Enter."""
    field = wait_for_focus(application, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(PASSWORD)
    until = time.monotonic() + _TYPING
    while time.monotonic() < until:
        rest(application)
    began = time.monotonic()
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(field, enter)
    program = the_program(application)
    come_to_rest(application, program, lambda: program.workplace is not None)
    return time.monotonic() - began


def come_to_rest(application: QApplication, program: Program, question: Callable[[], bool]) -> None:
    """Runs the window until the answer is yes and nothing is under way; drawing may ask for more to draw."""
    until = time.monotonic() + _PATIENCE
    rests = 0
    while rests < _RESTS:
        assert time.monotonic() < until, "the window does not come to rest"
        rest(application)
        rests = rests + 1 if question() and not program.work.is_busy else 0


def the_program(application: QApplication) -> Program:
    """The program's parts, for what has no key."""
    program = application.findChild(Program)
    assert program is not None
    return program
