"""A list of records edited in place on the page of a case: related people, tasks, consents, measures.

A new entry is a card without a record; it becomes one with its first kept field, so that an entry begun by
mistake leaves nothing behind.  What is typed in a card is never touched by another change of the list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.model import Record
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

Create = Callable[[OfficeStore, UUID, Mapping[str, Any]], tuple[Changed, UUID]]


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What one list is called and says; ``name`` is its objectName."""

    name: str
    title: str
    add: str
    empty: str
    removed: str


class EntryCard(Protocol):
    """What a list asks of its cards, which are QWidgets besides."""

    binding: Binding
    removing: Any  # Signal()

    def first_field(self) -> QWidget:
        """Where typing begins."""

    def show_record(self, record: Any) -> None:
        """Shows the record as it is kept now."""


class Entries(QWidget):
    """Heading, the button that begins a new one, and a card for each record."""

    begun = Signal()

    def __init__(
        self,
        desk: Desk,
        history: FieldHistory,
        record: type[Record],
        words: EntryWords,
        make: Callable[[], QWidget],
        create: Create,
    ) -> None:
        super().__init__()
        self.setObjectName(words.name)
        self._desk, self._history, self._record = desk, history, record
        self._words, self._make, self._create = words, make, create
        self._case_id: UUID | None = None
        self._cards: dict[UUID, QWidget] = {}
        self._fresh: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._add = Button(f"{words.name}_add", words.add, kind=Kind.QUIET, icon="plus")
        self._add.clicked.connect(self.begin)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(words.title, name=f"{words.name}_title"), 1)
        self._tools = Flow(f"{words.name}_tools", to_right=True)
        self._tools.add(self._add)
        head.addWidget(self._tools)
        self._column.addLayout(head)
        self._empty = SoftText(words.empty, name=f"{words.name}_empty")
        self._column.addWidget(self._empty)

    def add_tool(self, button: Button) -> None:
        """Puts a further button beside the one that begins an entry."""
        self._tools.add(button)

    def show_entries(self, case_id: UUID, shown: Sequence[Record]) -> None:
        """Shows these records of a case; a card begun for another case goes away."""
        if case_id != self._case_id:
            self._case_id = case_id
            self._drop_fresh()
        wanted = {record.id for record in shown}
        for gone in [key for key in self._cards if key not in wanted]:
            self._discard(self._cards.pop(gone))
        for place, record in enumerate(shown):
            if record.id not in self._cards:
                self._cards[record.id] = self._new_card()
            self._put(self._cards[record.id], place)
            _card(self._cards[record.id]).show_record(record)
        self._empty.setVisible(not shown and self._fresh is None)

    def begin(self) -> None:
        """Begins a new entry with the keyboard in it."""
        case_id = self._case_id
        if case_id is None:
            return
        if self._fresh is None:
            self._fresh = card = self._new_card()
            _card(card).binding.begin(lambda store, values: self._create(store, case_id, values))
            _card(card).binding.created.connect(lambda row_id: self._adopt(card, row_id))
            self._column.addWidget(card)
            self._empty.hide()
        _card(self._fresh).first_field().setFocus(Qt.FocusReason.TabFocusReason)
        self.begun.emit()

    def _new_card(self) -> QWidget:
        card = self._make()
        self._history.watch(_card(card).binding)
        _card(card).removing.connect(lambda: self._remove(card))
        return card

    def _adopt(self, card: QWidget, row_id: UUID) -> None:
        if card is self._fresh:
            self._cards[row_id], self._fresh = card, None

    def _put(self, card: QWidget, place: int) -> None:
        index = place + 2  # after heading and empty sentence
        if self._column.indexOf(card) != index:
            self._column.removeWidget(card)
            self._column.insertWidget(index, card)

    def _remove(self, card: QWidget) -> None:
        row_id = _card(card).binding.row_id
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        if row_id is None:
            self._drop_fresh()
            self._empty.setVisible(not self._cards)
            return
        remove_record(self._desk, self._record, row_id, self._words.removed, owner=self)

    def _drop_fresh(self) -> None:
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self._discard(fresh)

    def _discard(self, card: QWidget) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()


def _card(widget: QWidget) -> EntryCard:
    return widget  # type: ignore[return-value] # made by the list's own ``make``
