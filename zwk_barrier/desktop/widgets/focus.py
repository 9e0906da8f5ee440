"""Lets Orca speak line edits that are reached by Tab.

Qt selects the text before it tells the focus, and Orca then swallows the focus.  The cure: give the line the focus
with another reason and select afterwards.  Our own fields do so themselves; for line edits inside Qt's own dialogs

    speak_lines(dialog)

(One filter over the whole application would cost 40 % of the time a page takes to build: measured.)
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zwk_barrier.overriding import override

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def focus_told_first(line: QLineEdit, event: QFocusEvent) -> QFocusEvent:
    """The event a line edit shall handle instead of ``event``; what Tab would select is selected a moment later."""
    if event.reason() not in _KEYBOARD_REASONS:
        return event
    if line.text():
        _SelectsSoon(line)
    return QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)


class _SelectsSoon(QObject):
    """Selects a line as soon as there is time, and before the next key at the latest.

    Whoever types faster than the machine shows would otherwise add to the old text what was meant to replace it.
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line: QLineEdit | None = line
        line.installEventFilter(self)
        QTimer.singleShot(0, self, self._select)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._select()
        return False

    def _select(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.removeEventFilter(self)
            line.selectAll()
            self.deleteLater()


def speak_lines(root: QWidget) -> None:
    """Cures every line edit that is inside ``root`` now."""
    cure = _Cure(root)
    for line in root.findChildren(QLineEdit):
        line.installEventFilter(cure)


class _Cure(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(watched, QLineEdit) and isinstance(event, QFocusEvent) and event.gotFocus()):
            return False
        replacement = focus_told_first(watched, event)
        if replacement is event:
            return False
        watched.event(replacement)  # reaches focusInEvent without passing this filter again
        return True
