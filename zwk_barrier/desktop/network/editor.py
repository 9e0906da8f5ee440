"""One record of a list on a page of its own: its fields, and the way back to the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework import records
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.model import Record
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

Create = Callable[[OfficeStore, Mapping[str, Any]], tuple[Changed, UUID]]


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What the page says; ``name`` is its objectName."""

    name: str
    fresh: str
    unnamed: str
    remove: str
    removed: str
    kept: str


class RecordEditor(QWidget):
    """The base: a subclass adds its rows, and says how a fresh record is made and what it is called."""

    opened = Signal(object)
    """The id a fresh record has got."""

    def __init__(self, desk: Desk, record: type[Record], words: EditorWords) -> None:
        super().__init__()
        self.setObjectName(words.name)
        self.desk, self._record, self._words = desk, record, words
        self.binding = Binding(desk, record, owner=self)
        self.form = FormRows(f"{words.name}_form")
        self.more = FormRows(f"{words.name}_more")
        self._title = SectionTitle("", name=f"{words.name}_title")
        self._line = SoftText(name=f"{words.name}_line")
        self._finish = Button(f"{words.name}_finish", _("&Fertig"), kind=Kind.PRIMARY, icon="check")
        self._remove = Button(f"{words.name}_remove", words.remove, kind=Kind.QUIET, icon="trash-2")
        self.side = QWidget()
        self.side.setObjectName(f"{words.name}_side")
        self.add_rows(RecordRows(self.form, self.binding), RecordRows(self.more, self.binding))
        FieldHistory(desk, self).watch(self.binding)
        self._lay_out()
        self._finish.clicked.connect(self._done)
        self._remove.clicked.connect(self._remove_record)
        self.binding.created.connect(self._made)
        desk.changed.connect(self._changed)

    def add_rows(self, quick: RecordRows, more: RecordRows) -> None:
        """Adds the rows: what is asked first, and what may follow."""

    def maker(self) -> Create:
        """How the first kept value makes a record."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Shows what is kept now; what is being typed stays."""
        record: Any = self.record_of(found)
        self.binding.show(record)
        self._title.setText(getattr(record, self.named_by) or self._words.unnamed)
        self._line.setText(self.subtitle(record))
        self._line.setVisible(bool(self._line.text()))
        self._remove.show()

    named_by = "title"
    """The column a record is called by."""

    def subtitle(self, record: Any) -> str:
        """What stands below the title."""
        del record
        return ""

    def begin(self, **known: object) -> None:
        """Makes ready for a fresh record; ``known`` columns are set as if they had been typed first."""
        make = self.maker()
        self.binding.begin(lambda store, values: make(store, {**known, **values}))
        for column, value in known.items():
            self._field(column).set_value(value)
        self._title.setText(self._words.fresh)
        self._line.setText(_("Jedes Feld wird behalten, sobald Sie es verlassen."))
        self._line.show()
        self._remove.hide()
        self.side.hide()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self, row_id: UUID) -> None:
        """Reads and shows a record; goes back when it is not there any more."""
        self.desk.ask(self.question(row_id), then=self._loaded, failed=self._gone, owner=self)

    def question(self, row_id: UUID) -> Callable[[Any], Any]:
        """What is asked of the office to show a record."""
        return lambda session: records.get(session, self._record, row_id)

    def record_of(self, found: Any) -> Record:
        """The record in what :meth:`question` gave."""
        record: Record = found
        return record

    def first_field(self) -> QWidget:
        """Where typing begins."""
        first: QWidget = next(iter(self.form.fields().values()))
        return first

    def leave(self) -> bool:
        """Keeps what is being typed; False when a field holds something that cannot be kept."""
        return settle_all(self)

    def _field(self, column: str) -> Any:
        name = f"{self.binding.table}_{column}"
        return {**self.form.fields(), **self.more.fields()}[name]

    def _loaded(self, found: Any) -> None:
        is_other = self.binding.row_id != self.record_of(found).id
        self.show_found(found)
        if is_other and self.isVisible():
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, row_id: UUID) -> None:
        self.opened.emit(row_id)
        self.load(row_id)

    def _changed(self, changed: Changed) -> None:
        row_id = self.binding.row_id
        if row_id is not None and self.isVisible() and self.is_touched(changed, row_id):
            self.load(row_id)

    def is_touched(self, changed: Changed, row_id: UUID) -> bool:
        """Whether a change is to be seen here."""
        return (self.binding.table, row_id) in changed.rows

    def _gone(self, problem: Problem) -> None:
        self.desk.failing.emit(problem)
        self.desk.go(Back())

    def _done(self) -> None:
        if not self.leave():
            return
        promise = self.binding.promise()

        def told(is_kept: bool) -> None:
            if is_kept:
                self.desk.say(self._words.kept)
            self.desk.go(Back())

        # Behind every deed on its way: said only when the record stands in the office.
        self.desk.do(lambda _store: (Changed(), promise() is not None), then=told, owner=self)

    def _remove_record(self) -> None:
        row_id = self.binding.row_id
        self.binding.begin()
        remove_record(self.desk, self._record, row_id, self._words.removed, owner=self)
        self.desk.go(Back())

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName(f"{self._words.name}_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self._line)
        head.addLayout(said, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        finishing = Flow(f"{self._words.name}_finishing")
        finishing.add(self._finish)
        left = QWidget()
        fields = QVBoxLayout(left)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(16)
        for part in (self.form, finishing, self.more):
            fields.addWidget(part)
        columns = Columns(f"{self._words.name}_columns", gap=24)
        columns.add(left, 9)
        columns.add(self.side, 5)
        column.addWidget(columns)
        column.addStretch()
        fill_scrolling(self, f"{self._words.name}_scroll", page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # a field with something to take back has taken the key already
            self._done()
            event.accept()
            return
        super().keyPressEvent(event)
