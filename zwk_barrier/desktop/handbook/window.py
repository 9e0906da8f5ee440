"""The handbook in a window of its own, beside the one somebody works in."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.handbook.contents import Contents
from zwk_barrier.desktop.handbook.reading import ReadingPage
from zwk_barrier.desktop.widgets.buttons import Button, IconButton
from zwk_barrier.reference.handbook import HandbookPage, load_handbook
from zwk_barrier.wording import _

_WIDTH, _HEIGHT = 1120, 760
_LEAST: Final = (640, 420)


class HandbookWindow(QWidget):
    """Contents at the left, a page at the right, back and forward as in a browser.  Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("handbook")
        self._handbook = load_handbook()
        self._history: list[HandbookPage] = []
        self._at = -1
        self._back = IconButton("handbook_back", _("Zurück"), icon="arrow-left", shortcut="Alt+Left")
        self._forward = IconButton(
            "handbook_forward", _("Vorwärts"), icon="arrow-right", shortcut="Alt+Right"
        )
        self._close = Button("handbook_close", _("Schließen"))
        self._contents = Contents(self._handbook)
        self._page = ReadingPage()
        self._lay_out()
        self._connect()
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(*_LEAST)
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def show_place(self, place: str, tabs: tuple[str, ...] = ()) -> None:
        """Opens the page about a place of the program, and gives it the keyboard."""
        exact = (page for tab in tabs for page in self._handbook.pages if f"{place}:{tab}" in page.places)
        self.show_page((next(exact, None) or self._handbook.page_for(place)).code)
        self._page.focus()

    def show_page(self, code: str, heading: str = "") -> None:
        """Opens a page, at one of its headings if one is named; an unknown one is the first."""
        page = self._handbook.by_code.get(code) or self._handbook.pages[0]
        if self._at < 0 or self._history[self._at] != page:
            self._history[self._at + 1 :] = [page]
            self._at += 1
        self._show(page, heading)

    def _go(self, by: int) -> None:
        if 0 <= self._at + by < len(self._history):
            self._at += by
            self._show(self._history[self._at], "")
            self._page.focus()

    def _show(self, page: HandbookPage, heading: str) -> None:
        self._page.show_parts(page.parts(), heading)
        self._contents.show_current(page.code)
        self._back.setEnabled(self._at > 0)
        self._forward.setEnabled(self._at < len(self._history) - 1)
        self.setWindowTitle(_("{title} – Handbuch").format(title=page.title))

    def _follow(self, code: str) -> None:
        self.show_page(code)
        self._page.focus()

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self._go(-1))
        self._forward.clicked.connect(lambda: self._go(1))
        self._close.clicked.connect(self.close)
        self._contents.chosen.connect(self.show_page)
        self._page.followed.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._contents.begin_search)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 0)
        bar.addWidget(self._back)
        bar.addWidget(self._forward)
        bar.addStretch()
        bar.addWidget(self._close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(bar)
        right.addWidget(self._page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addLayout(right, 1)
