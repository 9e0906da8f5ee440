"""The note that is being written right now: there at once, kept as it is left, from then on one of the others."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from zwk_barrier.casework.visit.findings import add_note
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import VisitNote
from zwk_barrier.overriding import override
from zwk_barrier.wording import _


class _Paper(NoteField):
    """Escape leads back to the measuring and keeps what is written: nobody throws away a note by it."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the page knows the way back
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class DraftNote(Card):
    """Hidden until a note is begun; made in the store by the first words that are kept."""

    left = Signal()
    """The keyboard has gone; what was written is on its way to the store."""

    def __init__(self, desk: Desk, visit_id: UUID, room_id: UUID | None) -> None:
        super().__init__("draft_note")
        self._visit_id, self._room_id = visit_id, room_id
        self._binding = Binding(desk, VisitNote, owner=self)
        self._paper = self.add(_Paper("draft_note_text", title=_("Neue Notiz"), lines=2))
        self._paper.setPlaceholderText(_("Neue Notiz – Esc führt zurück zur Messung"))
        self._binding.tie("text", self._paper)
        self._paper.left.connect(self._leave)
        self.hide()

    @property
    def note_id(self) -> UUID | None:
        """The note being written here, once it is in the store."""
        return self._binding.row_id

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is in it."""
        return self._paper.hasFocus()

    def begin(self) -> NoteField:
        """Shows an empty note with the keyboard in it, and gives that."""
        visit_id, room_id = self._visit_id, self._room_id
        self._binding.begin(lambda store, values: add_note(store, visit_id, values["text"], room_id=room_id))
        self.show()
        self._paper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._paper

    def _leave(self) -> None:
        if not self._paper.toPlainText().strip():
            self.hide()
        self.left.emit()
