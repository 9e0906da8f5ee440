"""A short list whose rows open below it to be edited: the checklist of documents, and what is asked for besides.

Up and Down move, Enter opens a row's fields, Escape closes them again with the keyboard back in its row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.binding import Binding, Keep
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import GroupTitle, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.model import Record
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

Create = Callable[[OfficeStore, UUID, Mapping[str, Any]], tuple[Changed, UUID]]


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What one list is called and says; ``name`` begins its objectNames."""

    name: str
    title: str
    add: str
    empty: str
    fresh: str
    remove: str
    removed: str


class EditCard(QWidget):
    """The fields of the row that is open."""

    leaving = Signal()
    removing = Signal()

    def __init__(self, words: EditorWords, add_rows: Callable[[FormRows], QWidget]) -> None:
        super().__init__()
        self.setObjectName(f"{words.name}_open")
        self._title = GroupTitle(name=f"{words.name}_open_title")
        form = FormRows(f"{words.name}_form", columns=3)
        self.first = add_rows(form)
        done = Button(f"{words.name}_done", _("Fertig"), icon="check")
        remove = Button(f"{words.name}_remove", words.remove, kind=Kind.QUIET, icon="trash-2")
        done.clicked.connect(self.leaving)
        remove.clicked.connect(self.removing)
        buttons = Flow(f"{words.name}_buttons")
        buttons.add(done)
        buttons.add(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        for part in (self._title, form, buttons):
            column.addWidget(part)

    def show_title(self, title: str) -> None:
        """Says whose fields these are."""
        self._title.setText(title)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)


class RowEditor(Card):
    """The card with the list; ``acted`` tells the id of the row whose own button was pressed."""

    acted = Signal(object)
    laid_out = Signal()
    """The open row came or went: the Tab key has to be told."""

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        words: EditorWords,
        add_rows: Callable[[RecordRows], QWidget],
        *,
        keep: Keep,
        create: Create,
    ) -> None:
        super().__init__(words.name)
        self._desk, self._record, self._words, self._create = desk, record, words, create
        self._parent_id: UUID | None = None
        self._records: dict[UUID, Record] = {}
        self._titles: dict[UUID, str] = {}
        self._seen: frozenset[UUID] = frozenset()
        self._is_open = False
        self.binding = Binding(desk, record, owner=self, keep=keep)
        self._open = EditCard(words, lambda form: add_rows(RecordRows(form, self.binding)))
        self._empty = SoftText(words.empty, name=f"{words.name}_empty")
        self._rows = RowList(f"{words.name}_rows", title=words.title)
        self._tools = Flow(f"{words.name}_tools", to_right=True)
        self._add = self._tools.add(Button(f"{words.name}_add", words.add, kind=Kind.QUIET, icon="plus"))
        self._lay_out()
        self._connect()

    def add_tool(self, button: Button) -> Button:
        """Puts a further button beside the one that begins an entry."""
        return self._tools.add(button)

    def watch(self, history: FieldHistory) -> None:
        """Gives every field its history."""
        history.watch(self.binding)

    def show_entries(self, parent_id: UUID, shown: Sequence[tuple[Row, Record]]) -> None:
        """Shows the rows of one application; the open one stays open as long as it is there."""
        if parent_id != self._parent_id:
            self._parent_id = parent_id
            self._close()
        self._records = {record.id: record for _row, record in shown}
        self._titles = {record.id: row.title for row, record in shown}
        self._rows.show_rows([row for row, _record in shown])
        self._rows.setVisible(bool(shown))
        self._empty.setVisible(not shown and not self._is_open)
        row_id = self.binding.row_id
        if self._is_open and row_id is not None:
            if row_id in self._records:
                self._show_open(row_id)
            elif row_id in self._seen:
                self._close()
        self._seen = frozenset(self._records)

    def open_row(self, row_id: UUID) -> None:
        """Opens the fields of a row with the keyboard in them."""
        if row_id in self._records:
            self._show_open(row_id)
            self._begin_typing()

    def begin(self) -> None:
        """Begins a new entry; it becomes one with its first kept field."""
        parent_id = self._parent_id
        if parent_id is None:
            return
        self.binding.begin(lambda store, values: self._create(store, parent_id, values))
        self._open.show_title(self._words.fresh)
        self._empty.hide()
        self._begin_typing()

    def _begin_typing(self) -> None:
        self._is_open = True
        self._open.show()
        self.laid_out.emit()
        self._open.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_open(self, row_id: UUID) -> None:
        self.binding.show(self._records[row_id])
        self._open.show_title(self._titles[row_id])

    def _leave(self) -> None:
        row_id = self.binding.row_id
        keys = [row.key for row in self._rows.rows()]
        self._close()
        if row_id in keys:
            self._rows.focus_row(keys.index(row_id))
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.binding.begin()  # what is typed is kept in the row it was typed for
        self._is_open = False
        self._open.hide()
        self._empty.setVisible(not self._records)
        self.laid_out.emit()

    def _remove(self) -> None:
        row_id = self.binding.row_id
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()
        remove_record(self._desk, self._record, row_id, self._words.removed, owner=self)

    def _connect(self) -> None:
        self._add.clicked.connect(self.begin)
        self._rows.activated.connect(self.open_row)
        self._rows.acted.connect(self.acted)
        self._open.leaving.connect(self._leave)
        self._open.removing.connect(self._remove)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionTitle(self._words.title, name=f"{self._words.name}_title"), 1)
        head.addWidget(self._tools)
        self.body.addLayout(head)
        for part in (self._empty, self._rows, self._open):
            self.body.addWidget(part)
        self._open.hide()
