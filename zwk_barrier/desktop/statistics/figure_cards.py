"""The few figures that stand first, as large ones: a row of cards, in more rows where it is narrow.

    cards = FigureCards("report_figures")
    cards.show_figures(report.highlights, threshold=5, view="protected")
    cards.opened.connect(…); cards.explained.connect(…)        # the IndicatorValue

One Tab stop; the arrows go from card to card, Enter opens the cases, F2 or Space the definition.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from zwk_barrier.desktop.statistics.shown_words import figure_of, words_of
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import FigureText, NoteText, SoftText
from zwk_barrier.model.statistics_report import IndicatorValue, View
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_LEAST, _GAP = 176, 16


class FigureCard(Card):
    """One figure; ``told`` is what a screen reader says."""

    def __init__(self, name: str, one: IndicatorValue, threshold: int, view: View) -> None:
        super().__init__(name)
        self.figure = one
        self.body.setSpacing(2)
        said = figure_of(one.now, threshold).said
        below = one.note
        if not below and one.before is not None:
            below = _("Vorjahr {figure}").format(figure=words_of(one.before, threshold))
        self.add(SoftText(one.title, name=f"{name}_title"))
        self.add(FigureText(words_of(one.now, threshold), name=f"{name}_now"))
        self.add(NoteText(below, name=f"{name}_note"))
        leads = _("öffnet die Fälle dahinter") if view == "internal" and one.origin is not None else ""
        self.setAccessibleName(", ".join(part for part in (f"{one.title}: {said}", below, leads) if part))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class FigureCards(QWidget):
    """Shows what :meth:`show_figures` is given."""

    opened = Signal(object)
    """The IndicatorValue whose cases are wanted."""

    explained = Signal(object)
    """The IndicatorValue whose definition is wanted."""

    moved = Signal(object)
    """The IndicatorValue the keyboard came to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Die wichtigsten Zahlen"))
        self._cards: list[FigureCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_figures(self, figures: Sequence[IndicatorValue], threshold: int, view: View) -> None:
        """Shows other figures; the keyboard stays in its place."""
        focus = self.window().focusWidget()
        at = next((place for place, card in enumerate(self._cards) if card is focus), None)
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            _Stop(f"{self.objectName()}_{place}", one, threshold, view, self)
            for place, one in enumerate(figures)
        ]
        self._columns = 0
        self.refit()
        self.setVisible(bool(figures))
        if at is not None and self._cards:
            self._cards[min(at, len(self._cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> bool:
        """Gives the keyboard to the first card; False where there is none."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._cards)

    def current(self) -> IndicatorValue | None:
        """The figure that has the keyboard, or gets it back from a dialog."""
        focus = self.window().focusWidget()
        return next((card.figure for card in self._cards if card is focus), None)

    def refit(self) -> None:
        """Takes as many columns as there is room for; the theme calls it after the text size has changed."""
        least = current_look().px(_LEAST)
        columns = max(1, min(len(self._cards), (self.width() + _GAP) // (least + _GAP)))
        if columns > 1 and len(self._cards) % columns == 1:
            columns = max(1, min(columns, -(-len(self._cards) // 2)))  # none alone in its row
        if columns == self._columns or not self._cards:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()  # a layout does so with the next event: too late for who is to get the keyboard
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
        self._mark_stop(next((card for card in self._cards if card.hasFocus()), self._cards[0]))

    def step(self, card: FigureCard, by: int) -> None:
        """Gives the keyboard to the card ``by`` places on."""
        place = self._cards.index(card) + by
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def note_focus(self, card: FigureCard) -> None:
        """The keyboard came to a card."""
        self._mark_stop(card)
        self.moved.emit(card.figure)

    def _mark_stop(self, stop: FigureCard) -> None:
        for card in self._cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()


class _Stop(FigureCard):
    """A card that answers keys and the mouse."""

    def __init__(
        self, name: str, one: IndicatorValue, threshold: int, view: View, cards: FigureCards
    ) -> None:
        super().__init__(name, one, threshold, view)
        self._row = cards

    def _deed(self, key: int) -> Callable[[], None] | None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self._row.opened.emit(self.figure)
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            return lambda: self._row.explained.emit(self.figure)
        step = _STEPS.get(Qt.Key(key))
        return None if step is None else lambda: self._row.step(self, step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event.key())
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._row.opened.emit(self.figure)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self._row.explained.emit(self.figure)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.note_focus(self)
