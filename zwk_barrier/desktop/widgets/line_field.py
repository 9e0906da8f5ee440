"""The one-line field all typed fields are made of, with its unit or a button inside its right end.

    LineField("door_width", parse=parse_length, show=format_length, suffix="cm", title=_("Türbreite"))

``title`` is only for fields outside a form: there ``FormRows`` says the name to a screen reader.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import MEASURE, current_look
from zwk_barrier.desktop.style.paint_fields import PADDING
from zwk_barrier.desktop.widgets.focus import focus_told_first
from zwk_barrier.desktop.widgets.keeping import DELAY, Keeper, SettlesItself, Surface
from zwk_barrier.overriding import override

_GAP = 6


class InnerButton(QAbstractButton):
    """A bare icon inside a field's right end, named for the screen reader by ``title``."""

    def __init__(self, field: QLineEdit, name: str, icon_name: str, title: str) -> None:
        super().__init__(field)
        self.icon_name = icon_name
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        side = current_look().px(32)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        if self.underMouse() or self.isDown():
            box(painter, self.rect(), look.colour("hover"), radius=6)
        size = look.px(20)
        place = QRect((self.width() - size) // 2, (self.height() - size) // 2, size, size)
        draw_icon(painter, self.icon_name, place, look.colour("text" if self.isEnabled() else "disabled"))


class LineField(QLineEdit, SettlesItself):
    """A line somebody types in; ``parse`` turns text into a value or raises InputProblem, ``show`` back."""

    kept = Signal(object)
    failed = Signal(str)
    typed = Signal()
    """Somebody changed the text, by keys or by dictation; not said when a value from the store is shown."""

    def __init__(
        self,
        name: str,
        *,
        parse: Callable[[str], Any],
        show: Callable[[Any], str],
        suffix: str = "",
        title: str = "",
        large: bool = False,
        delay: float = DELAY,
    ) -> None:
        super().__init__()
        self.invalid = False
        self.large = large
        self._is_writing = False
        self._parse, self._show, self._suffix = parse, show, suffix
        self._inner: InnerButton | None = None
        self._keeper = Keeper(
            self, Surface(self._read, self._write, self.kept.emit, self._tell_failure), delay=delay
        )
        self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Not textEdited: what dictation or a braille keyboard enters through the accessibility tree is typed too.
        self.textChanged.connect(self._touch)
        self.refit()

    def value(self) -> Any:
        """What was kept last; None when empty."""
        return self._keeper.value

    def set_value(self, value: Any) -> None:
        """Shows a value; newer typing of the person who is in the field stays."""
        self._keeper.put(value)

    @override
    def settle(self) -> bool:
        return self._keeper.settle()

    @override
    def forget(self) -> None:
        self._keeper.forget()

    def set_suffix(self, suffix: str) -> None:
        """Changes the unit or note inside the right end."""
        if suffix != self._suffix:
            self._suffix = suffix
            self.refit()
            self.update()

    def type_for(self, text: str) -> None:
        """Enters ``text`` as if the person had typed it, for a picker beside the field."""
        self.setText(text)
        self._keeper.settle()

    def add_inner_button(self, name: str, icon_name: str, title: str) -> InnerButton:
        """A button inside the right end."""
        self._inner = InnerButton(self, name, icon_name, title)
        self.refit()
        return self._inner

    def _read(self) -> Any:
        text = self.text().strip()
        return self._parse(text) if text else None

    def _write(self, value: Any) -> None:
        text = "" if value is None else self._show(value)
        if text != self.text():
            self._is_writing = True
            self.setText(text)
            self._is_writing = False
        if not self.hasFocus():
            self.setCursorPosition(0)  # of a text longer than its field the beginning is read

    def _touch(self) -> None:
        if not self._is_writing:
            self._keeper.touch()
            self.typed.emit()

    def _tell_failure(self, sentence: str) -> None:
        if self.invalid != bool(sentence):
            self.invalid = bool(sentence)
            self.update()
        self.failed.emit(sentence)

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        look = current_look()
        if self.large:
            self.setFont(look.font(MEASURE, QFont.Weight.DemiBold))
        padding = look.px(PADDING) - 2  # Qt keeps two pixels of its own
        right = padding
        if self._suffix:
            right += QFontMetrics(look.font()).horizontalAdvance(self._suffix) + look.px(_GAP)
        if self._inner is not None:
            right += look.px(32) - padding + 4
        self.setTextMargins(padding, 0, right, 0)
        self._place_inner()

    def _place_inner(self) -> None:
        if self._inner is not None:
            size = self._inner.sizeHint().boundedTo(QSize(self.height() - 4, self.height() - 4))
            size = size.expandedTo(QSize(24, 24))
            left = self.width() - size.width() - 4
            self._inner.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(96), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._suffix:
            return
        look, painter = current_look(), QPainter(self)
        right = look.px(PADDING) if self._inner is None else self._inner.width() + 8
        painter.setFont(look.font())
        rect = self.rect().adjusted(0, 0, -right, 0)
        line_of_text(painter, rect, self._suffix, look.colour("soft"), Qt.AlignmentFlag.AlignRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_inner()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(focus_told_first(self, event))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._keeper.restore():
            self.selectAll()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        super().keyPressEvent(event)


def plain_text(text: str) -> str:
    """What was typed, as it is: the parser and formatter of free text."""
    return text
