"""The handbook in a window of its own, beside the one somebody works in."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.handbook.contents import Contents
from zwk_barrier.desktop.handbook.reading import ReadingPage
from zwk_barrier.desktop.handbook.saving import SavingHandbook
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.dialogs import tell_problem
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.voice import Voice
from zwk_barrier.overriding import override
from zwk_barrier.reference.handbook import HandbookPage, load_handbook
from zwk_barrier.wording import _

_WIDTH, _HEIGHT = 1120, 760
_LEAST_WIDTH: Final = 500  # px at 100 %: two columns need the more room the larger the text
_LEAST_HEIGHT: Final = 420  # px
_SAVE_KEYS: Final = "Ctrl+S"
_WORDS_UP_TO: Final = 125  # per cent: beyond, the picture on the button has to do


class HandbookWindow(QWidget):
    """Contents at the left, a page at the right, back and forward as in a browser.  Escape closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget, work: Work, appearance: Appearance) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("handbook")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._handbook = load_handbook()
        self._history: list[HandbookPage] = []
        self._at = -1
        self._contents = Contents(self._handbook)
        self._page = ReadingPage()
        self._said = NoteText(name="handbook_said")
        self._voice = Voice("handbook_voice", self)
        self._saving = SavingHandbook(self, work)
        self._make_buttons()
        self._lay_out()
        self._connect(appearance)
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self.refit()

    def show_place(self, place: str, tabs: Iterable[str] = (), dialogs: Iterable[str] = ()) -> None:
        """Opens the page about a place of the program or a dialog over it, and gives it the keyboard."""
        page, heading = self._handbook.page_about(place, tabs, dialogs)
        self._follow(page.code, heading)

    def show_page(self, code: str, heading: str = "") -> None:
        """Opens a page, at one of its headings if one is named; an unknown one is the first."""
        page = self._handbook.by_code.get(code) or self._handbook.pages[0]
        if self._at < 0 or self._history[self._at] != page:
            self._history[self._at + 1 :] = [page]
            self._at += 1
        self._show(page, heading)

    def refit(self) -> None:
        """Makes room where the text is large; the theme calls it after a switch."""
        look = current_look()
        widest = self.screen().availableGeometry().width()
        self.setMinimumSize(min(look.px(_LEAST_WIDTH), widest), _LEAST_HEIGHT)
        self._save.setText(_("Als PDF speichern …") if look.scale <= _WORDS_UP_TO else "")
        self._save.setShortcut(QKeySequence(_SAVE_KEYS))  # Qt forgets it with the words

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._contents.refit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

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

    def _follow(self, code: str, heading: str = "") -> None:
        """Opens what was chosen, to be read at once."""
        self.show_page(code, heading)
        self._page.focus(heading)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._voice.say(sentence)

    def _connect(self, appearance: Appearance) -> None:
        self._back.clicked.connect(lambda: self._go(-1))
        self._forward.clicked.connect(lambda: self._go(1))
        self._smaller.clicked.connect(lambda: appearance.step_scale(-1))
        self._larger.clicked.connect(lambda: appearance.step_scale(1))
        self._save.clicked.connect(self._saving.ask)
        self._close.clicked.connect(self.close)
        self._saving.said.connect(self._say)
        self._saving.failed.connect(lambda problem: tell_problem(self, problem))
        self._contents.chosen.connect(self._follow)
        self._page.followed.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._contents.begin_search)

    def _make_buttons(self) -> None:
        self._back = IconButton("handbook_back", _("Zurück"), icon="arrow-left", shortcut="Alt+Left")
        self._forward = IconButton(
            "handbook_forward", _("Vorwärts"), icon="arrow-right", shortcut="Alt+Right"
        )
        self._smaller = IconButton(
            "handbook_smaller", _("Kleinere Schrift"), icon="zoom-out", shortcut="Ctrl+-"
        )
        self._larger = IconButton("handbook_larger", _("Größere Schrift"), icon="zoom-in", shortcut="Ctrl++")
        self._save = IconButton("handbook_save", _("Als PDF speichern"), icon="download", shortcut=_SAVE_KEYS)
        self._close = IconButton("handbook_close", _("Schließen (Esc)"), icon="x")

    def _lay_out(self) -> None:
        tools = Flow("handbook_tools")
        for button in (self._back, self._forward, self._smaller, self._larger, self._save):
            tools.add(button)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 0)
        bar.addWidget(tools, 1)
        bar.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        note = QHBoxLayout()
        note.setContentsMargins(24, 4, 24, 0)
        note.addWidget(self._said)
        self._said.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(bar)
        right.addLayout(note)
        right.addWidget(self._page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addLayout(right, 1)
