"""What happens when the program itself makes a mistake: a line in the log, and one window that says so.

Neither tells the words of an exception, for they may hold what somebody typed about a person; the places in
the program where it happened are enough to find the mistake.
"""

import logging
import sys
import threading
from pkgutil import resolve_name
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from zwk_barrier.log import places_of
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.dialogs import Dialog

_log = logging.getLogger(__name__)


class BugReport(QObject):
    """Catches what nobody else does; the window is shown once, however many mistakes follow each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: Dialog | None = None

    def install(self) -> None:
        """From now on every exception that nobody caught comes here."""
        sys.excepthook = self._caught
        threading.excepthook = lambda told: _log.critical(
            "a bug in a thread: %s", told.exc_type.__name__, exc_info=told.exc_value
        )

    def show(self, bug: BaseException) -> None:
        """Tells the person, over whatever window is in front."""
        window = QApplication.activeWindow()
        if window is None or self._dialog is not None:
            return
        tell_problem = resolve_name(
            "zwk_barrier.desktop.widgets.dialogs:tell_problem"
        )  # not before it is needed
        dialog: Dialog = tell_problem(
            window,
            Problem(
                _("Das Programm hat einen Fehler gemacht. Was behalten war, ist sicher."),
                advice=_("Arbeiten Sie weiter; wenn etwas nicht stimmt, starten Sie das Programm neu."),
            ),
            title=_("Das hätte nicht passieren dürfen"),
            details=places_of(bug),
        )
        dialog.destroyed.connect(self._forget)
        self._dialog = dialog

    def _forget(self) -> None:
        self._dialog = None

    def _caught(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.critical("a bug: %s", kind.__name__, exc_info=(kind, bug, trace))
        self.show(bug)
