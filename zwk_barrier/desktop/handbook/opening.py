"""F1: the handbook, at the page about what is in view; nothing of it is loaded before somebody asks."""

from collections.abc import Callable, Iterator
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final, Protocol, cast

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from zwk_barrier.wording import language

if TYPE_CHECKING:
    from zwk_barrier.desktop.handbook.window import HandbookWindow

HANDBOOK_KEY: Final = "F1"
_START: Final = "Start"  # what the contents call the pages before the office
_WINDOW: Final = "zwk_barrier.desktop.handbook.window:HandbookWindow"


class _Somewhere(Protocol):
    """What is asked of the workplace, which is a QWidget besides."""

    @property
    def here(self) -> object:
        """The destination in view."""


class HandbookKey(QObject):
    """Listens to F1 in the whole window ``frame``, before the office and in it."""

    def __init__(self, frame: QWidget, workplace: Callable[[], QWidget | None]) -> None:
        super().__init__(frame)
        self._frame, self._workplace = frame, workplace
        self._window: HandbookWindow | None = None
        self._language = ""
        QShortcut(QKeySequence(HANDBOOK_KEY), frame).activated.connect(self.open)

    def open(self) -> None:
        """Shows the handbook beside the window, or brings it to the front, at the page for this place."""
        window = self._living_window()
        window.show_place(*_place(self._workplace()))
        window.show()
        window.raise_()
        window.activateWindow()

    def _living_window(self) -> "HandbookWindow":
        window = self._window
        if window is not None and shiboken6.isValid(window) and self._language == language():
            return window
        if window is not None and shiboken6.isValid(window):
            window.close()
            window.deleteLater()
        made: HandbookWindow = resolve_name(_WINDOW)(self._frame)
        self._window, self._language = made, language()
        return made


def _place(workplace: QWidget | None) -> tuple[str, tuple[str, ...]]:
    """What is in view, as the contents of the handbook call it, and the tabs chosen there."""
    if workplace is None or not workplace.isVisible():
        return _START, ()
    return type(cast("_Somewhere", workplace).here).__name__, tuple(_chosen_tabs(workplace))


def _chosen_tabs(workplace: QWidget) -> Iterator[str]:
    for tabs in workplace.findChildren(QTabBar):
        if tabs.isVisible():
            yield str(tabs.tabData(tabs.currentIndex()))
