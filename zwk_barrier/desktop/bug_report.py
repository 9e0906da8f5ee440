"""What happens when the program itself makes a mistake: a line in the log, and one window that says so.

Neither tells the words of an exception, for they may hold what somebody typed about a person; the places in
the program where it happened are enough to find the mistake.
"""

import logging
import sys
import threading
import traceback
from pathlib import Path
from pkgutil import resolve_name
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.dialogs import Dialog

_LARGEST_LOG: Final = 1_000_000  # bytes

_log = logging.getLogger(__name__)
_Told = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _PlacesOnly(logging.Formatter):
    """Writes where an exception was raised, and not what it says."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have written the words already and left them for the next.
        known, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = known

    @override
    def formatException(self, ei: _Told) -> str:
        return places_of(ei[1]) if ei[1] is not None else ""


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


def places_of(bug: BaseException) -> str:
    """The kind of an exception and the lines it came through, with those of its causes."""
    lines = []
    each: BaseException | None = bug
    while each is not None:
        lines += [
            f"{type(each).__module__}.{type(each).__qualname__}\n",
            *traceback.format_tb(each.__traceback__),
        ]
        each = each.__cause__ or each.__context__
    return "".join(lines)


def begin_log(path: Path) -> None:
    """Writes warnings and worse to ``path``; an old log that has grown large is put aside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _LARGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(_PlacesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
