"""Opens the window: start-up, read from top to bottom."""

import gc
import signal
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from zwk_barrier.desktop.appearance import Appearance, speak
from zwk_barrier.desktop.bug_report import BugReport
from zwk_barrier.desktop.preferences import Preferences, user_preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.log import begin_log, log_file
from zwk_barrier.resources import resource

_STANDS: Final = 150  # ms until the window is drawn and takes keys; nothing else may use the processor before


def run(office: Path | None = None, *, name: str = "", password: str = "", backup: Path | None = None) -> int:
    """Opens the window and gives the exit code once it is closed.

    ``office`` is opened instead of the usual one; ``name`` and ``password`` are filled in, so that Enter is enough.
    ``backup`` is offered to be laid into a folder.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("zwk-barriere")
    application.setApplicationDisplayName("ZWK Barriere")
    application.setDesktopFileName("zwk-barriere")  # by which Wayland finds the icon
    application.setWindowIcon(QIcon(str(resource("program", "zwk-barriere.svg"))))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program at once
    begin_log(log_file())
    preferences = user_preferences()
    speak(application, preferences.language)
    bugs = BugReport(application)
    bugs.install()
    program = assemble(application, preferences)
    program.work.bug.connect(bugs.show)
    application.commitDataRequest.connect(lambda _session: program.keep_now())
    application.aboutToQuit.connect(program.work.close)
    program.begin(office, name, password, backup=backup)
    QTimer.singleShot(_STANDS, program, lambda: _settle(program))
    return application.exec()


def assemble(application: QApplication, preferences: Preferences) -> Program:
    """The program with its look, ready to begin."""
    theme = Theme(application, choice=_choice(preferences.theme), scale=preferences.scale)
    return Program(application, preferences, Appearance(application, theme, preferences))


def _settle(program: Program) -> None:
    """The window stands: what was made for it stays for good, and the collector need never look at it."""
    gc.freeze()
    gc.enable()
    program.warm_up()


def _choice(value: str) -> Choice:
    return next((choice for choice in Choice if choice.value == value), Choice.SYSTEM)
