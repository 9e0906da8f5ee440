"""A list of records that are edited in place: related people, findings, photos, measures.

    cards = RecordCards("findings", lambda finding: FindingCard(desk, finding))
    cards.show_records(view.findings)      # keeps the cards that are there, with cursor and typing

A card is a widget with ``show_record(record)``; a new one gets the focus when ``focus_next`` was asked for.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.model import Record
from zwk_barrier.overriding import override

R = TypeVar("R", bound=Record)
R_contra = TypeVar("R_contra", bound=Record, contravariant=True)


class Card(Protocol[R_contra]):
    """What a list asks of its cards, which are QWidgets besides."""

    def show_record(self, record: R_contra) -> None:
        """Shows the record as it is kept now; what is being typed stays."""

    def first_field(self) -> QWidget:
        """Where typing begins in a fresh card."""


class RecordCards(QWidget, Generic[R]):
    """One card for each record, in the order of the records.

    With ``least_width`` (px at 100 %) as many cards stand side by side as are that wide.  With ``at_once``
    further new cards come a few at a time, so that a long list holds up no typing.
    """

    laid_out = Signal()
    """Cards came, went or moved: the Tab key has to be told."""

    def __init__(
        self,
        name: str,
        make: Callable[[R], Card[R]],
        *,
        gap: int = 12,
        least_width: int = 0,
        at_once: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make = make
        self._cards: dict[UUID, Card[R]] = {}
        self._placed: tuple[int, list[QWidget]] = (1, [])
        self._wants_focus: UUID | None = None
        self._least_width = least_width
        self._at_once = at_once
        self._records: Sequence[R] = ()
        self._shown: dict[UUID, list[Any]] = {}
        self._further: QTimer | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def focus_next(self, record_id: UUID) -> None:
        """Puts the focus into this record's card, now or as soon as it is shown."""
        self._wants_focus = record_id
        self._give_focus()

    def show_records(self, records: Sequence[R]) -> None:
        """Shows these records; cards of others go away."""
        self._records = records
        wanted = {record.id for record in records}
        for gone in [key for key in self._cards if key not in wanted]:
            self._drop(gone)
        for record in records:
            if record.id in self._cards:
                self._show(record)
        self._make_missing()
        self.setVisible(bool(records))

    def _make_missing(self) -> None:
        """Makes the cards that are not there yet, or the first few of them."""
        missing = [record for record in self._records if record.id not in self._cards]
        for record in missing[: self._at_once or None]:
            self._cards[record.id] = self._make(record)
            self._show(record)
        cards = self._cards
        self._place([_widget(cards[record.id]) for record in self._records if record.id in cards])
        self._give_focus()
        if len(cards) < len(self._records):
            self._go_on_soon()

    def _show(self, record: R) -> None:
        # Most of a page is as it was when one value of it was kept; a card costs a millisecond.
        values = [getattr(record, column) for column in record.__table__.columns.keys()]  # noqa: SIM118
        if self._shown.get(record.id) != values:
            self._shown[record.id] = values
            self._cards[record.id].show_record(record)

    def _go_on_soon(self) -> None:
        if self._further is None:
            self._further = QTimer(self, singleShot=True, interval=0)
            self._further.timeout.connect(self._make_missing)
        self._further.start()

    def refit(self) -> None:
        """Places the cards for the width there is; the theme calls it after the text size has changed."""
        self._place(self._placed[1])

    def _place(self, shown: list[QWidget]) -> None:
        room = current_look().px(self._least_width)
        columns = max(1, self.width() // room) if room else 1
        if self._placed == (columns, shown):
            return
        for widget in self._placed[1]:
            self._grid.removeWidget(widget)
        for index, widget in enumerate(shown):
            self._grid.addWidget(widget, *divmod(index, columns))
        for column in range(max(columns, self._placed[0])):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._placed = (columns, shown)
        self.laid_out.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        # One card's width: else the page could never become narrow enough to have fewer side by side.
        widest = max((widget.minimumSizeHint().width() for widget in self._placed[1]), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _drop(self, record_id: UUID) -> None:
        widget = _widget(self._cards.pop(record_id))
        self._shown.pop(record_id, None)
        self._grid.removeWidget(widget)
        rest = [each for each in self._placed[1] if each is not widget]
        self._placed = (0, rest)  # no number of columns: the others move up
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
