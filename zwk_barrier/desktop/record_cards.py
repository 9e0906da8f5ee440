"""A list of records that are edited in place: related people, findings, photos, measures.

    cards = RecordCards("findings", lambda finding: FindingCard(desk, finding))
    cards.show_records(view.findings)      # keeps the cards that are there, with cursor and typing

A card is a widget with ``show_record(record)``; a new one gets the focus when ``focus_next`` was asked for.
"""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.model import Record

R = TypeVar("R", bound=Record)
R_contra = TypeVar("R_contra", bound=Record, contravariant=True)


class Card(Protocol[R_contra]):
    """What a list asks of its cards, which are QWidgets besides."""

    def show_record(self, record: R_contra) -> None:
        """Shows the record as it is kept now; what is being typed stays."""

    def first_field(self) -> QWidget:
        """Where typing begins in a fresh card."""


class RecordCards(QWidget, Generic[R]):
    """One card for each record, in the order of the records."""

    def __init__(self, name: str, make: Callable[[R], Card[R]], *, gap: int = 12) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make = make
        self._cards: dict[UUID, Card[R]] = {}
        self._wants_focus: UUID | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def focus_next(self, record_id: UUID) -> None:
        """Puts the focus into this record's card, now or as soon as it is shown."""
        self._wants_focus = record_id
        self._give_focus()

    def show_records(self, records: Sequence[R]) -> None:
        """Shows these records; cards of others go away."""
        wanted = [record.id for record in records]
        for gone in [key for key in self._cards if key not in wanted]:
            self._drop(gone)
        for place, record in enumerate(records):
            card = self._cards.get(record.id)
            if card is None:
                card = self._cards[record.id] = self._make(record)
            self._place(_widget(card), place)
            card.show_record(record)
        self.setVisible(bool(records))
        self._give_focus()

    def _place(self, widget: QWidget, place: int) -> None:
        if self._column.indexOf(widget) != place:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)

    def _drop(self, record_id: UUID) -> None:
        widget = _widget(self._cards.pop(record_id))
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _give_focus(self) -> None:
        card = None if self._wants_focus is None else self._cards.get(self._wants_focus)
        if card is not None:
            self._wants_focus = None
            card.first_field().setFocus(Qt.FocusReason.TabFocusReason)


def _widget(card: object) -> QWidget:
    if not isinstance(card, QWidget):
        raise TypeError("a card is a widget")
    return card
