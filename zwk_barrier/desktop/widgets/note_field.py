"""The field for long text: Tab moves on, the field grows with what is written."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.keeping import DELAY, Keeper, SettlesItself, Surface
from zwk_barrier.overriding import override
from zwk_barrier.rules.typed import NBSP

_FEWEST_LINES, _MOST_LINES = 3, 14
_ROOM_ABOVE, _ROOM_BESIDE = 8, 8


class NoteField(QPlainTextEdit, SettlesItself):
    """Several lines of free text; the value is a str, or None when empty."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(
        self, name: str, *, title: str = "", lines: int = _FEWEST_LINES, delay: float = DELAY
    ) -> None:
        super().__init__()
        self.invalid = False
        self._lines = lines
        self._is_writing = False
        self._keeper = Keeper(
            self, Surface(self._read, self._write, self.kept.emit, self.failed.emit), delay=delay
        )
        self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setViewportMargins(_ROOM_BESIDE, _ROOM_ABOVE, 2, _ROOM_ABOVE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._touch)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def value(self) -> Any:
        """What was kept last; None when empty."""
        return self._keeper.value

    def set_value(self, value: Any) -> None:
        """Shows a text; newer typing of the person who is in the field stays."""
        self._keeper.put(value)

    @override
    def settle(self) -> bool:
        return self._keeper.settle()

    @override
    def forget(self) -> None:
        self._keeper.forget()

    def _read(self) -> str | None:
        return self.toPlainText().strip() or None

    def _write(self, value: Any) -> None:
        text = value or ""
        if text.replace(NBSP, " ") != self.toPlainText():  # Qt tells such a space as an ordinary one
            self._is_writing = True
            self.setPlainText(text)
            self._is_writing = False

    def _touch(self) -> None:
        if not self._is_writing:
            self._keeper.touch()

    @override
    def sizeHint(self) -> QSize:
        lines = max(self._lines, min(_MOST_LINES, round(self.document().size().height())))
        # The layout rounds each line up: else the last one would lie behind a scroll bar.
        height = (QFontMetrics(current_look().font()).lineSpacing() + 1) * lines + 1
        margins = 2 * (_ROOM_ABOVE + self.frameWidth()) + round(2 * self.document().documentMargin())
        return QSize(current_look().px(320), height + margins)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(120), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # the same text breaks into other lines now

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._keeper.restore():
            event.accept()
            return
        super().keyPressEvent(event)
