"""The pages, each made when it is first wanted and kept with its place and its typing."""

from collections.abc import Callable
from typing import cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.desktop.shell.places import MakePage, Page
from zwk_barrier.desktop.widgets.dialogs import ask_first
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.desktop.widgets.rail import Rail
from zwk_barrier.wording import _


class PageStack(QStackedWidget):
    """One page in view at a time."""

    def __init__(self, desk: Desk, make: MakePage) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._desk = desk
        self._make = make
        self._pages: dict[str, QWidget] = {}
        self._focus: QWidget | None = None

    def title(self) -> str:
        """What the page in view is about."""
        page = self.currentWidget()
        return cast("Page", page).title() if page is not None else ""

    def show_destination(self, name: str, destination: Destination) -> None:
        """Shows a destination on the page of that name and gives it the keyboard, unless the rail has it."""
        if name not in self._pages:
            self._pages[name] = self._make(name, self._desk)
            self.addWidget(self._pages[name])
        page = self._pages[name]
        had_rail = _is_in_rail(QApplication.focusWidget())
        self.setCurrentWidget(page)
        self._focus = None
        cast("Page", page).show_destination(destination)
        if not had_rail:
            self.focus()

    def leave(self) -> None:
        """Keeps what is being typed, and remembers where the keyboard was."""
        page = self.currentWidget()
        if page is None:
            return
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and page.isAncestorOf(focus) else None
        cast("Page", page).leave()

    def leave_then(self, then: Callable[[], None], stay: Callable[[], None]) -> None:
        """Keeps what is being typed and calls ``then``; asks first when a field holds what cannot be kept."""
        self.leave()
        page = self.currentWidget()
        unkept = [] if page is None else _unsettled(page)
        if page is None or not (unkept or _has_refused(page)):
            then()
            return
        stay()
        ask_first(
            self,
            "unkept",
            _("Ein Feld ist noch nicht zu verstehen"),
            _what_would_be_lost(unkept),
            yes=_("Trotzdem weiter"),
            no=_("Hierbleiben"),
            then=then,
        )

    def focus(self) -> None:
        """Gives the keyboard to where it was left, else to the first control of the page."""
        page, now = self.currentWidget(), QApplication.focusWidget()
        if page is None or (now is not None and page.isAncestorOf(now) and now.isVisible()):
            return
        left = self._focus if self._focus is not None and shiboken6.isValid(self._focus) else None
        target = left if left is not None and left.isVisible() else _first_control(page)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def _unsettled(page: QWidget) -> list[QWidget]:
    """The fields that hold what cannot be kept, also those out of view; every field gets its turn."""
    fields = [field for field in page.findChildren(QWidget) if isinstance(field, SettlesItself)]
    return [field for field in fields if not field.settle()]


def _what_would_be_lost(fields: list[QWidget]) -> str:
    """Names the fields, which may stand at another place of the page."""
    names = ", ".join(dict.fromkeys(filter(None, (field.accessibleName() for field in fields))))
    sentence = _("Was dort steht, kann so nicht behalten werden und ginge verloren.")
    return f"{names}: {sentence}" if names else sentence


def _has_refused(page: QWidget) -> bool:
    """Whether the office refused something typed that still stands in its field."""
    return any(binding.has_unkept for binding in page.findChildren(Binding))


def _first_control(page: QWidget) -> QWidget | None:
    """The first thing Tab would reach inside ``page``."""
    control = page
    while True:
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isEnabled() and control.isVisible():
            return control
        following = control.nextInFocusChain()
        if following is None or following is page or not page.isAncestorOf(following):
            return None
        control = following


def _is_in_rail(widget: QWidget | None) -> bool:
    return widget is not None and isinstance(widget.parentWidget(), Rail)
