"""Beside the picture: its marks as a list to read and choose from, the words of one of them, and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.photos.editing import Editing
from zwk_barrier.desktop.style.look import LARGE_TARGET, current_look
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.rules.marks import LONGEST, kind_label, spoken
from zwk_barrier.wording import _


class MarkSide(QWidget):
    """Shows what is being edited in words."""

    chosen = Signal(object)
    """The place of a mark in the list."""

    written = Signal(str, bool)
    """Other words for the selected mark, and whether they are done."""

    through = Signal()
    """Enter was pressed in the words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mark_side")
        self._rows = RowList("mark_list", title=_("Markierungen im Bild"))
        self._rows.activated.connect(self.chosen)
        self._empty = SoftText(
            _(
                "Noch keine. Wählen Sie Pfeil, Maß, Text oder Rahmen und ziehen Sie im Bild; "
                "ohne Maus setzt die Eingabetaste sie in die Mitte."
            ),
            name="marks_empty",
        )
        self._words = TextField("mark_words", longest=LONGEST)
        self._words.textChanged.connect(lambda text: self.written.emit(text, False))
        self._words.kept.connect(lambda value: self.written.emit(value or "", True))
        self._words.returnPressed.connect(self.through)
        self._form = FormRows("mark_form", columns=1)
        self._form.row(_("Te&xt der Markierung"), self._words)
        self._form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self.refit()

    def show_editing(self, editing: Editing) -> None:
        """Shows the marks as they are now; what is being typed stays."""
        rows = [
            Row(
                index,
                kind_label(mark),
                note=mark.words,
                strong=index == editing.selected,
                spoken=spoken(mark),
            )
            for index, mark in enumerate(editing.marks)
        ]
        if rows != self._rows.rows():
            self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._words.setEnabled(editing.mark is not None)
        if not self._words.hasFocus():
            self._words.set_value(editing.mark.words or None if editing.mark is not None else None)

    def ask_words(self, letters: str) -> None:
        """Puts the keyboard into the words; letters typed already come at their end."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.selectAll()
        if letters:
            self._words.insert(letters)

    def refit(self) -> None:
        """Keeps the field high enough for a finger; the theme calls it after the text size has changed."""
        self._words.setMinimumHeight(current_look().px(LARGE_TARGET - 2))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Markierungen"), name="marks_title"))
        column.addWidget(self._empty)
        column.addWidget(self._rows)
        column.addWidget(self._form)
        column.addWidget(
            NoteText(
                _(
                    "Pfeiltasten bewegen, mit Umschalt weit. Leertaste wechselt zwischen Anfang, Ende und Ganzem. "
                    "Tabulator geht zur nächsten Markierung, Entf löscht, Tippen ändert den Text."
                ),
                name="mark_keys",
            )
        )
        column.addStretch()
