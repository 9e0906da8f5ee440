"""The large picture with its marks: drawn with mouse, finger or keys; each finished change is kept at once.

It is a field of its record like any other: ``value()`` is the drawing as it is kept.
"""

from typing import Any, Final, cast

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent

from zwk_barrier.desktop.photos.editing import MIDDLE, Editing, drawn, put_down
from zwk_barrier.desktop.photos.marked_picture import MarkedPicture
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.arrow_keys import WAYS
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override
from zwk_barrier.rules.marks import Dimension, Mark, Spot, as_drawing, read_marks, spots
from zwk_barrier.wording import _

_PAUSE: Final = 800  # ms after the last arrow key until a change counts as finished
_STEP, _BIG_STEP = 4.0, 24.0  # px at 100 %
_DRAG = 8  # px at 100 %: from here it is a stroke and no tap


class MarkCanvas(MarkedPicture, SettlesItself):
    """One photo, its marks, and the one that is selected."""

    kept = Signal(object)
    failed = Signal(str)

    altered = Signal()
    """Marks or selection are others: ask ``editing``."""

    tool_used = Signal()
    """A mark was put down: the tool is laid aside."""

    words_wanted = Signal(str)
    """The words of the selected mark are to be typed, beginning with these letters."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mark_canvas")
        self.setAccessibleName(_("Bild mit Markierungen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.tool: type[Mark] | None = None
        self.measured = ""
        """What a new dimension says at first."""
        self._drawing: dict[str, Any] | None = None
        self._pressed: QPointF | None = None
        self._began: tuple[Mark, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.settle)

    def value(self) -> dict[str, Any] | None:
        """The drawing as it was kept last."""
        return self._drawing

    def set_value(self, value: dict[str, Any] | None) -> None:
        """Shows the marks of the store; a change that is not finished yet stays."""
        if value == self._drawing or self._pressed is not None or self._pause.isActive():
            return
        self._drawing = value
        self.editing.show(read_marks(value))
        self._alter()

    @override
    def settle(self) -> bool:
        self._pause.stop()
        drawing = as_drawing(self.editing.marks, self._drawing)
        if drawing != self._drawing:
            self._drawing = drawing
            self.kept.emit(drawing)
        return True

    @override
    def forget(self) -> None:
        self._pause.stop()
        self._drawing, self._pressed = None, None
        self.editing = Editing()
        self._alter()

    def select(self, index: int | None) -> None:
        """Selects a mark; what was done to another one counts as finished."""
        self.settle()
        self.editing.select(index)
        self._alter()

    def write(self, words: str, *, is_done: bool) -> None:
        """Shows other words at the selected mark, and keeps them when they are done."""
        self.editing.write(words)
        self._alter()
        if is_done:
            self.settle()

    def remove(self) -> None:
        """Takes the selected mark away."""
        self.editing.remove()
        self._finish()

    def put_down(self, spot: Spot = MIDDLE) -> None:
        """Puts a mark of the tool's kind down at a place."""
        if self.tool is not None:
            self._add(put_down(self.tool, spot, self._first_words()))

    def _add(self, mark: Mark) -> None:
        self.editing.add(mark)
        self.tool_used.emit()
        self._finish()
        if len(spots(mark)) == 1:
            self.words_wanted.emit("")

    def _first_words(self) -> str:
        return self.measured if self.tool is Dimension else ""

    def _finish(self) -> None:
        self._alter()
        self.settle()

    def _alter(self) -> None:
        self.update()
        self.altered.emit()

    @override
    def event(self, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and cast("QKeyEvent", event).matches(QKeySequence.StandardKey.Undo):
            self.settle()  # what is taken back is the last change, not the one before it
        return super().event(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on from mark to mark once one is selected, and after the last one out of the picture."""
        if self.editing.selected is not None:
            self.settle()
            is_there = self.editing.step(1 if forward else -1)
            self._alter()
            if is_there:
                return True
        return super().focusNextPrevChild(forward)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._did(event):
            super().keyPressEvent(event)

    def _did(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        editing = self.editing
        if key in WAYS and editing.mark is not None:
            self._nudge(*WAYS[key], is_big=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.settle()
            editing.step(1 if key == Qt.Key.Key_PageDown else -1)
            self._alter()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.tool is not None:
            self.put_down()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and editing.mark is not None:
            self.words_wanted.emit("")
        elif key == Qt.Key.Key_Space and editing.mark is not None:
            editing.next_grip()
            self._alter()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and editing.mark is not None:
            self.remove()
        elif key == Qt.Key.Key_Escape and (self.tool is not None or editing.mark is not None):
            self._step_back()
        else:
            return self._began_words(event)
        return True

    def _step_back(self) -> None:
        if self.tool is not None:
            self.tool_used.emit()
        else:
            self.select(None)

    def _began_words(self, event: QKeyEvent) -> bool:
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        letters = event.text()
        is_word = bool(letters.strip()) and letters.isprintable() and not event.modifiers() & commands
        if not is_word or self.editing.mark is None:
            return False
        self.words_wanted.emit(letters)
        return True

    def _nudge(self, right: int, down: int, *, is_big: bool) -> None:
        box, look = self.box(), current_look()
        step = (_BIG_STEP if is_big else _STEP) * look.scale / 100
        self.editing.move_by(right * step / box.width(), down * step / box.height())
        self._alter()
        self._pause.start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.pixmap.isNull():
            return
        self.settle()
        self._pressed, self._began = event.position(), self.editing.marks
        if self.tool is None:
            self._grasp(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._show_pointer(event.position())
            return
        if not self._is_stroke(event.position()):
            return
        if self.tool is not None:
            start, end = self.spot_at(self._pressed), self.spot_at(event.position())
            self.editing.marks = (*self._began, drawn(self.tool, start, end, self._first_words()))
        else:
            self._drag(event.position())
        self._alter()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.tool is None:
            self._finish()
            return
        marks, self.editing.marks = self.editing.marks, self._began
        if len(marks) > len(self._began):
            self._add(marks[-1])
        else:
            self.put_down(self.spot_at(event.position()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.editing.mark is not None:
            self.words_wanted.emit("")

    def _grasp(self, at: QPointF) -> None:
        """Selects what lies under the pointer: an end of the selected mark, another mark, or nothing."""
        grip = self.grip_at(at)
        if grip is not None:
            self.editing.grip = grip
        else:
            self.editing.select(self.mark_at(at))
        self._alter()

    def _drag(self, at: QPointF) -> None:
        if self._pressed is None or self.editing.mark is None:
            return
        box = self.box()
        self.editing.marks = self._began  # from where it began, so that the edge holds nothing back
        self.editing.move_by(
            (at.x() - self._pressed.x()) / box.width(), (at.y() - self._pressed.y()) / box.height()
        )

    def _is_stroke(self, at: QPointF) -> bool:
        return self._pressed is not None and (at - self._pressed).manhattanLength() >= current_look().px(
            _DRAG
        )

    def _show_pointer(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.tool is not None:
            shape = Qt.CursorShape.CrossCursor
        elif self.grip_at(at) is not None or self.mark_at(at) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        self.setCursor(shape)
