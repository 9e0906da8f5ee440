"""F1: the handbook, at the page about what is in view; nothing of it is loaded before somebody asks.

A dialog holds the keys of the window under it back, so each that gets the keyboard is given an ear of its own.
"""

from collections.abc import Callable, Iterator
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.background import Work
from zwk_barrier.wording import language

if TYPE_CHECKING:
    from zwk_barrier.desktop.handbook.window import HandbookWindow

HANDBOOK_KEY: Final = "F1"
_START: Final = "Start"  # what the contents call the pages before the office
_WINDOW: Final = "zwk_barrier.desktop.handbook.window:HandbookWindow"
_EAR: Final = "handbook_key"


class _Somewhere(Protocol):
    """What is asked of the workplace, which is a QWidget besides."""

    @property
    def here(self) -> object:
        """The destination in view."""


class HandbookKey(QObject):
    """Listens to F1 in the window ``frame``, before the office and in it, and in every dialog over it."""

    def __init__(
        self,
        application: QApplication,
        frame: QWidget,
        workplace: Callable[[], QWidget | None],
        work: Work,
        appearance: Appearance,
    ) -> None:
        super().__init__(frame)
        self._frame, self._workplace = frame, workplace
        self._work, self._appearance = work, appearance
        self._window: HandbookWindow | None = None
        self._asked_in: QWidget = frame
        self._language = ""
        self._listen(frame)
        application.focusChanged.connect(self._follow)

    def open(self) -> None:
        """Shows the handbook beside the window, or brings it to the front, at the page for this place."""
        self._open(self._frame)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._listen(new.window())

    def _listen(self, window: QWidget) -> None:
        is_known = window.findChild(QShortcut, _EAR, Qt.FindChildOption.FindDirectChildrenOnly) is not None
        if not is_known and not any(each is self._window for each in _windows(window)):
            ear = QShortcut(QKeySequence(HANDBOOK_KEY), window)
            ear.setObjectName(_EAR)
            ear.activated.connect(lambda: self._open(window))

    def _open(self, asked_in: QWidget) -> None:
        self._asked_in = asked_in
        if asked_in.windowType() == Qt.WindowType.Popup:  # e.g. a calendar: it would stay in front
            asked_in.close()
            self._asked_in = next(_windows(asked_in.parentWidget()), self._frame)
        window = self._living_window()
        window.show_place(*_place(self._workplace()), (*_names(self._asked_in), *_start_page(self._frame)))
        window.show()
        self._set_free(window)
        window.raise_()
        window.activateWindow()

    def _set_free(self, window: QWidget) -> None:
        """Lets it be used while a dialog is open, which holds back the window under it and all that is that one's."""
        is_over_dialog = self._asked_in is not self._frame
        over: Any = self._asked_in.windowHandle() if is_over_dialog else None  # the stubs forbid None
        window.windowHandle().setTransientParent(over)

    def _come_back(self) -> None:
        """Gives the keyboard to where it was when somebody asked; each window knows its own place."""
        asked_in = self._asked_in if shiboken6.isValid(self._asked_in) else self._frame
        (asked_in if asked_in.isVisible() else self._frame).activateWindow()

    def _living_window(self) -> "HandbookWindow":
        window = self._window
        if window is not None and shiboken6.isValid(window) and self._language == language():
            return window
        if window is not None and shiboken6.isValid(window):
            window.close()
            window.deleteLater()
        made: HandbookWindow = resolve_name(_WINDOW)(self._frame, self._work, self._appearance)
        made.closed.connect(self._come_back)
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


def _windows(widget: QWidget | None) -> Iterator[QWidget]:
    """The window a widget is in, and those over which it was opened."""
    while widget is not None:
        yield widget.window()
        widget = widget.window().parentWidget()


def _names(window: QWidget) -> Iterator[str]:
    yield from (each.objectName() for each in _windows(window))


def _start_page(frame: QWidget) -> Iterator[str]:
    """The name of the page before the office, when that is in view."""
    for start in frame.findChildren(QStackedWidget, "start_pages"):
        page = start.currentWidget()
        if start.isVisible() and page is not None:
            yield page.objectName()
