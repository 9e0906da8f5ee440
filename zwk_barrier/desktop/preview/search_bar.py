"""Looks for words in the document that is shown: how often, and from one place to the next."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_PAUSE = 200  # ms without a key before the pages are searched


class SearchBar(QWidget):
    """Hidden until :meth:`begin`; Enter and F3 go on, with Shift back."""

    wanted = Signal(str)
    """What to look for; nothing when the search is over."""

    stepped = Signal(int)
    """To the next place (1) or the one before (-1)."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_search")
        self._field = TextField("preview_search_text", title=_("Im Dokument suchen"), longest=100)
        self._field.setPlaceholderText(_("Im Dokument suchen"))
        self._field.typed.connect(self._type)
        self._count = SoftText(name="preview_search_count")
        back = IconButton("preview_search_back", _("Vorige Stelle"), icon="chevron-up", shortcut="Shift+F3")
        on = IconButton("preview_search_on", _("Nächste Stelle"), icon="chevron-down", shortcut="F3")
        close = IconButton("preview_search_close", _("Suche beenden"), icon="x")
        back.clicked.connect(lambda: self._step(-1))
        on.clicked.connect(lambda: self._step(1))
        close.clicked.connect(self.end)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part, stretch in ((self._field, 2), (back, 0), (on, 0), (self._count, 1), (close, 0)):
            line.addWidget(part, stretch)
        self.hide()

    def begin(self) -> None:
        """Shows itself with the keyboard in the field, the last words marked to be typed over."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._ask()

    def end(self) -> bool:
        """Goes away, with nothing marked any more; says whether it was there."""
        was_there = not self.isHidden()
        if was_there:
            self._pause.stop()
            self.hide()
            self.wanted.emit("")
            self.ended.emit()
        return was_there

    def show_count(self, at: int, count: int) -> None:
        """Says which place is shown, counted from 0, of how many."""
        if not self._field.text().strip():
            self._count.setText("")
        elif count:
            self._count.setText(_("{at} von {count}").format(at=at + 1, count=count))
        else:
            self._count.setText(_("Kommt nicht vor"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _type(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self.wanted.emit(self._field.text().strip())

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._ask()  # the first place of what was just typed
        else:
            self.stepped.emit(by)
