"""A card of one record with its form, and the button that takes it away."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.binding import Binding, Keep
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Record


class FormCard(Card):
    """The base of cards in a list of entries; a subclass adds its rows and says where typing begins."""

    removing = Signal()

    def __init__(
        self, desk: Desk, record: type[Record], name: str, *, remove: str, keep: Keep | None = None
    ) -> None:
        super().__init__(name)
        self.binding = Binding(desk, record, owner=self, keep=keep)
        self.form = self.add(FormRows(f"{name}_form", columns=3))
        self.rows = RecordRows(self.form, self.binding)
        self.add_rows(self.rows)
        self.buttons = self.add(Flow(f"{name}_buttons"))
        button = self.buttons.add(Button(f"{name}_remove", remove, kind=Kind.QUIET, icon="trash-2"))
        button.clicked.connect(self.removing)

    def add_rows(self, rows: RecordRows) -> None:
        """Adds the rows of the form."""

    def show_record(self, record: Any) -> None:
        """Shows the record as it is kept now."""
        self.binding.show(record)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        first: QWidget = next(iter(self.form.fields().values()))
        return first
