"""The open tasks of a case: a line each, ticked off with one key."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.case import tasks
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import ErrorText
from zwk_barrier.model import Task
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_DAY_WIDTH = 200  # px at 100 %: 25 Nov 2026 Wed, and the calendar


class TaskCard(QWidget):
    """Done, what, by when."""

    removing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("task_card")
        self._desk = desk
        self.binding = Binding(desk, Task, owner=self)
        self._done = CheckField("task_done", "")
        self._done.setAccessibleName(_("Aufgabe erledigt"))
        self._title = TextField("task_title", title=_("Was ist zu tun"), placeholder=_("Was ist zu tun?"))
        self._due = DateField("task_due_on", title=_("Bis wann"))
        self._due.setPlaceholderText(_("bis wann"))
        self._error = ErrorText(name="task_error")
        self._error.hide()
        self.binding.tie("title", self._title)
        self.binding.tie("due_on", self._due)
        for field in (self._title, self._due):
            field.failed.connect(self._show_error)
        self._done.kept.connect(self._tick)
        remove = IconButton("task_remove", _("Aufgabe entfernen"), icon="x")
        remove.clicked.connect(self.removing)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._done)
        line.addWidget(self._title, 1)
        line.addWidget(self._due)
        line.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._error)
        self.refit()

    def refit(self) -> None:
        """Gives the day room for date, weekday and calendar; the theme calls it after the text size has changed."""
        self._due.setFixedWidth(current_look().px(_DAY_WIDTH))

    def show_record(self, record: Task) -> None:
        """Shows the task as it is kept now."""
        self.binding.show(record)
        self._done.set_value(record.done_at is not None)
        self._done.setAccessibleName(_("Erledigt: {task}").format(task=record.title or _("Aufgabe")))

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._title

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._due.setAccessibleDescription(sentence)

    def _tick(self, done: object) -> None:
        promise = self.binding.promise()

        def deed(store: OfficeStore) -> Changed:
            task_id = promise()
            return Changed() if task_id is None else tasks.set_done(store, task_id, done=bool(done))

        self._title.settle()
        self._desk.do(
            deed, then=lambda _nothing: self._desk.say(_("Aufgabe erledigt."), with_undo=True), owner=self
        )


def task_entries(desk: Desk, history: FieldHistory) -> Entries:
    """The list of open tasks."""
    words = EntryWords(
        "case_tasks",
        _("Aufgaben"),
        add=_("Neue A&ufgabe"),
        empty=_("Nichts offen."),
        removed=_("Aufgabe entfernt."),
    )
    return Entries(desk, history, Task, words, lambda: TaskCard(desk), _create)


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return tasks.add_task(store, case_id, values.get("title") or "", values.get("due_on"))
