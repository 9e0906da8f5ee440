"""What is in the way, in words: under the drawing, and said when it changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.notice import NoticeText
from zwk_barrier.desktop.widgets.row_item import RowItem
from zwk_barrier.rules.sketch import Plan, largest_turning_circle, sentence
from zwk_barrier.rules.sketch.words import centimetres, collision_count
from zwk_barrier.wording import _

_FINGER = 44  # px at 100 %


class SketchFindings(QWidget):
    """The collisions as rows one can choose, and how large a circle the room has."""

    chosen = Signal(str)
    """The thing a row is about."""

    def __init__(self, editor: SketchEditor) -> None:
        super().__init__()
        self.setObjectName("sketch_findings")
        self._editor = editor
        self._added = ""
        self._status = NoticeText(name="sketch_said")
        self._rows = RowList("sketch_collisions", title=_("Was anstößt"))
        self._rows.activated.connect(lambda place: self.chosen.emit(str(place)))
        self._free = NoteText(name="sketch_free")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SectionTitle(_("Was im Weg ist"), name="sketch_findings_title"))
        for part in (self._status, self._rows, self._free):
            column.addWidget(part)
        column.addStretch()
        editor.changed.connect(self.show_found)
        editor.finished.connect(self._speak)

    def show_found(self) -> None:
        """Shows what collides now."""
        plan, found = self._editor.plan, self._editor.found
        self._rows.show_rows(
            [
                Row(one.first, sentence(plan, one), icon="triangle-alert", icon_name=_("Achtung"))
                for one in found
            ]
        )
        for item in self._rows.findChildren(RowItem):
            item.setMinimumHeight(current_look().px(_FINGER))
        self._rows.setVisible(bool(found))
        self._free.setText(free_words(plan))
        self._status.setText(self._summary())

    def say_added(self, words: str) -> None:
        """Says what was put into the room, together with what it collides with."""
        self._added = words
        self._speak()

    def _summary(self) -> str:
        number, plan = len(self._editor.found), self._editor.plan
        if not (number or plan.fixtures or plan.aid or plan.circle):
            return _("Noch steht nichts im Raum. Breite und Tiefe eintippen, dann etwas einsetzen.")
        told = f"{collision_count(number)}." if number else _("Es stößt nichts an.")
        return f"{self._added} {told}" if self._added else told

    def _speak(self) -> None:
        """Hidden, set and shown, so that a screen reader says it; on the screen it is seen anyway."""
        plan = self._editor.plan
        spoken = ". ".join((self._summary(), *(sentence(plan, one) for one in self._editor.found)))
        self._added = ""
        if spoken != self._status.accessibleName():
            self._status.hide()
            self._status.setAccessibleName(spoken)
            self._status.show()


def free_words(plan: Plan) -> str:
    """How large the largest circle is that fits into the room."""
    disc = largest_turning_circle(plan)
    if disc is None:
        return _("Es ist kein Platz frei.")
    return _("Der größte freie Kreis hat {diameter} Durchmesser.").format(
        diameter=centimetres(int(2 * disc.radius))
    )
