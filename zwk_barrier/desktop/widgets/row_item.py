"""One row of a RowList: lead (date, time or pill), icon, a title with what follows it, a second line, a button."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import Look, colour, current_look
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.chips import Tone, chip_size, paint_chip, tone_ink
from zwk_barrier.desktop.widgets.row_words import RowWords
from zwk_barrier.overriding import override

_PADDING, _GAP, _ROOM = 10, 18, 9  # px: beside, between the parts, above and below
_LEAST_TEXT = 240  # px at 100 %: with less left for the words, the button stands below them
_ICON = 20


@dataclass(frozen=True)
class Row:
    """What a row shows; ``key`` comes back when the row or its button is used.

    ``spoken`` replaces the composed text for a screen reader, and names what only the icon says.
    """

    key: Any
    title: str
    tail: str = ""  # soft, on the title's line
    note: str = ""  # soft, on a line of its own
    lead: str = ""  # a date or a time
    badge: str = ""  # a pill in the place of the lead
    tone: Tone = Tone.PLAIN
    badge_icon: str = ""
    icon: str = ""
    icon_name: str = ""  # what the icon says, e.g. „Telefon“
    strong: bool = False
    action: str = ""
    spoken: str = ""

    def words(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.badge or self.lead, self.icon_name, f"{self.title}{self.tail}", self.note)
        return self.spoken or ", ".join(part for part in parts if part)


class RowItem(QWidget):
    """Paints one row; Enter, Space or a click activate it."""

    activated = Signal(object)
    acted = Signal(object)
    focus_ring = "inside"

    def __init__(self, name: str, row: Row, move: Callable[["RowItem", int], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._move = move
        self._lead_width = self._laid_out_width = 0
        self._words = RowWords(row.title)
        self._button: Button | None = None
        self.row = row
        self.is_clickable = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Shows other words in the same place."""
        self.row = row
        self._words = RowWords(row.title, row.tail, row.note, is_strong=row.strong)
        self.setAccessibleName(row.words())
        self._fit_button()
        self.updateGeometry()
        self.update()

    def lead_width(self) -> int:
        """How wide this row's lead would like to be, in px."""
        look = current_look()
        if self.row.badge:
            return chip_size(look, self.row.badge, self.row.badge_icon).width()
        return QFontMetrics(look.font()).horizontalAdvance(self.row.lead) if self.row.lead else 0

    def set_lead_width(self, width: int) -> None:
        """Gives the lead the width all rows of the list share."""
        if width != self._lead_width:
            self._lead_width = width
            self.updateGeometry()

    def _fit_button(self) -> None:
        if not self.row.action:
            if self._button is not None:
                self._button.deleteLater()
                self._button = None
            return
        if self._button is None:
            self._button = Button(f"{self.objectName()}_action", self.row.action)
            self._button.setParent(self)
            self._button.clicked.connect(lambda: self.acted.emit(self.row.key))
        self._button.setText(self.row.action)
        self._button.setAccessibleDescription(self.row.title)
        self._button.setVisible(True)
        self._place_button()

    def _place_button(self) -> None:
        if self._button is None:
            return
        size, look = self._button.sizeHint(), current_look()
        if self._is_stacked(look, self.width()):
            left, top = self._text_left(look), self.height() - size.height() - _ROOM - 1
        else:
            left, top = self.width() - size.width() - _PADDING, (self.height() - size.height()) // 2
        self._button.setGeometry(left, top, size.width(), size.height())

    def _is_stacked(self, look: Look, width: int) -> bool:
        """Whether the button stands below the words, which else would have too little room beside it."""
        if self._button is None:
            return False
        beside = self._button.sizeHint().width() + look.px(_GAP)
        return width - self._text_left(look) - _PADDING - beside < look.px(_LEAST_TEXT)

    def _text_left(self, look: Look) -> int:
        left = _PADDING
        if self._lead_width:
            left += self._lead_width + look.px(_GAP)
        if self.row.icon:
            left += look.px(_ICON) + look.px(_GAP)
        return left

    def _text_room(self, look: Look, width: int) -> int:
        room = width - self._text_left(look) - _PADDING
        if self._button is not None and not self._is_stacked(look, width):
            room -= self._button.sizeHint().width() + look.px(_GAP)
        return max(room, look.px(80))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        look = current_look()
        text = self._words.height(look, self._text_room(look, width))
        button = self._button.sizeHint().height() if self._button is not None else 0
        if self._is_stacked(look, width):
            return text + button + 3 * _ROOM + 1
        return max(text, button, look.px(24)) + 2 * _ROOM + 1

    @override
    def sizeHint(self) -> QSize:
        # As high as at the width it has: a fixed row is never given more than its hint, however often it wraps.
        width = current_look().px(400)
        return QSize(width, self.heightForWidth(self._laid_out_width or width))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        button = self._button.sizeHint().width() if self._button is not None else 0
        return QSize(self._text_left(look) + max(look.px(120), button) + _PADDING, look.px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        if self.is_clickable and self.underMouse():
            box(painter, self.rect().adjusted(0, 2, 0, -3), look.colour("hover"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("line"))
        self._paint_lead(look, painter)
        left = _PADDING + (self._lead_width + look.px(_GAP) if self._lead_width else 0)
        if self.row.icon:
            size = look.px(_ICON)
            draw_icon(
                painter,
                self.row.icon,
                QRect(left, (self.height() - size) // 2, size, size),
                look.colour("text"),
            )
        middle, room = (self.height() - 1) / 2, self._text_room(look, self.width())
        if self._button is not None and self._is_stacked(look, self.width()):
            middle -= (self._button.height() + _ROOM) / 2
        self._words.draw(look, painter, self._text_left(look), middle, room)

    def _paint_lead(self, look: Look, painter: QPainter) -> None:
        row = self.row
        if row.badge:
            size = chip_size(look, row.badge, row.badge_icon)
            place = QRect(_PADDING, (self.height() - size.height()) // 2, size.width(), size.height())
            paint_chip(look, painter, place, row.badge, tone_ink(look, row.tone), row.badge_icon)
        elif row.lead:
            painter.setFont(look.font())
            place = QRect(_PADDING, 0, self._lead_width, self.height())
            line_of_text(painter, place, row.lead, colour(look.tokens.soft))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()
        if event.size().width() != self._laid_out_width:
            self._laid_out_width = event.size().width()
            self.updateGeometry()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_clickable and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self.row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in UP_OR_DOWN:
            self._move(self, UP_OR_DOWN[key])
        elif self.is_clickable and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.row.key)
        else:
            super().keyPressEvent(event)
