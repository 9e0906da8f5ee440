"""What one takes hold of: every thing of a sketch has a place for keyboard, mouse and finger, drawn by the canvas."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.widgets.arrow_keys import WAYS
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_LONG_STEP = 10
_DRAG_FROM = 4.0  # px: less is a click


class Handle(QWidget):
    """Invisible over its thing; the canvas paints what is chosen and what has the keyboard."""

    focus_ring = "own"

    stepped = Signal(int, int)
    """Moved by keys, in cm to the right and down."""

    dragged = Signal(QPointF)
    """Moved by mouse or finger since it was pressed, in px."""

    dropped = Signal()
    pressed = Signal()
    focused = Signal()
    left = Signal()
    turned = Signal()
    removed = Signal()
    undoing = Signal()
    """Ctrl+Z comes: what is still in progress has to be finished first."""

    def __init__(self, parent: QWidget, thing_id: str) -> None:
        super().__init__(parent)
        self.thing_id = thing_id
        self.setObjectName(f"thing_{thing_id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleDescription(
            _("Pfeiltasten bewegen, mit Umschalt um 10\N{NO-BREAK SPACE}cm; R dreht, Entf entfernt")
        )
        self._from: QPointF | None = None
        self._is_dragging = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            self.undoing.emit()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = WAYS.get(Qt.Key(event.key()))
        shift = Qt.KeyboardModifier.ShiftModifier
        if way is not None and not event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier):
            step = _LONG_STEP if event.modifiers() & shift else 1
            self.stepped.emit(way[0] * step, way[1] * step)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_R:
            self.turned.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._is_dragging = event.globalPosition(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        by = event.globalPosition() - self._from
        self._is_dragging = self._is_dragging or by.manhattanLength() >= _DRAG_FROM
        if self._is_dragging:
            self.dragged.emit(by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        if self._is_dragging:
            self._is_dragging = False
            self.dropped.emit()
