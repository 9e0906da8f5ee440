"""The rooms of a visit at the left, each with how much of it was looked at."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import Look, current_look
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.chips import chip_size, paint_chip
from zwk_barrier.overriding import override

_HEIGHT, _WIDTH, _LEFT, _GAP = 48, 230, 14, 8
_MOVING: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Station:
    """One place in the rail: its key, its name, and the badge that says how far one is."""

    key: str
    name: str
    badge: str = ""
    verdict: Verdict = Verdict.UNKNOWN
    spoken: str = ""


class StationButton(QAbstractButton):
    """One place to work at, with its badge at the right; Up and Down walk to its neighbours."""

    stepped = Signal(int)
    """The keyboard goes to the next place (1) or the one before (-1)."""

    moved = Signal(int)
    """The place is to go down (1) or up (-1) in the order."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)  # to a screen reader one of several, not a box to tick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.station = station
        self.show_station(station)

    def show_station(self, station: Station) -> None:
        """Shows another name or badge."""
        self.station = station
        self.setText(station.name)
        self.setToolTip(station.name)
        self.setAccessibleName(f"{station.name}, {station.spoken}" if station.spoken else station.name)
        self.setObjectName(f"station_{station.key}")
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = UP_OR_DOWN.get(Qt.Key(event.key()), 0)
        if not steps:
            super().keyPressEvent(event)
        elif event.modifiers() & _MOVING == _MOVING:
            self.moved.emit(steps)
        else:
            self.stepped.emit(steps)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        width = self.width() if self.width() > look.px(100) else look.px(_WIDTH)
        lines = self._words(look, width).height() + look.px(16)
        if self._is_below(look, width):
            lines += chip_size(look, self.station.badge).height()
        return QSize(look.px(120), max(look.px(_HEIGHT), lines))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        self._paint_ground(look, painter)
        painter.setFont(self._font(look))
        words = self._words(look, self.width())
        badge = chip_size(look, self.station.badge) if self.station.badge else QSize(0, 0)
        below = badge.height() if self._is_below(look, self.width()) else 0
        words.moveTop((self.height() - words.height() - below) // 2)
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self.text())
        if self.station.badge:
            left = words.left() if below else self.width() - look.px(_LEFT) - badge.width()
            top = words.bottom() + 1 if below else (self.height() - badge.height()) // 2
            ink = look.tokens.verdict(self.station.verdict)
            paint_chip(look, painter, QRect(QPoint(left, top), badge), self.station.badge, ink)

    def _font(self, look: Look) -> QFont:
        return look.font(weight=QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)

    def _words(self, look: Look, width: int) -> QRect:
        """Where the name goes, wrapped; beside its badge, or above it at large text."""
        room = width - 2 * look.px(_LEFT)
        if self.station.badge and not self._is_below(look, width):
            room -= chip_size(look, self.station.badge).width() + look.px(_GAP)
        metrics = QFontMetrics(look.font(weight=QFont.Weight.Bold))
        text = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, self.text())
        return QRect(look.px(_LEFT), 0, room, text.height())

    def _is_below(self, look: Look, width: int) -> bool:
        """Whether the badge goes under the name: at large text, or where the longest word would be cut."""
        if not self.station.badge:
            return False
        metrics = QFontMetrics(look.font(weight=QFont.Weight.Bold))
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        badge = chip_size(look, self.station.badge).width()
        return look.is_large or longest > width - 2 * look.px(_LEFT) - badge - look.px(_GAP)

    def _paint_ground(self, look: Look, painter: QPainter) -> None:
        if self.isChecked():
            box(painter, self.rect(), look.colour("accent_ground"))
            painter.fillRect(QRect(0, 4, 4, self.height() - 8), look.colour("accent"))
        elif self.underMouse():
            box(painter, self.rect(), look.colour("hover"))


class StationRail(QWidget):
    """The places of a visit, in the order they are walked."""

    chosen = Signal(str)

    moving = Signal(str, int)
    """The key of a place, and whether it is to go down (1) or up (-1)."""

    laid_out = Signal()
    """Places came, went or moved."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit_stations")
        self._buttons: dict[str, StationButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._current = ""
        self._went_to = ""

    def show_stations(self, stations: list[Station]) -> None:
        """Shows these places; the current one stays the current one when it is still there."""
        wanted = {station.key for station in stations}
        is_same = [station.key for station in stations] == list(self._buttons)
        for key in [key for key in self._buttons if key not in wanted]:
            self._buttons.pop(key).deleteLater()
        for place, station in enumerate(stations):
            button = self._buttons.get(station.key)
            if button is None:
                button = self._buttons[station.key] = StationButton(station)
                button.toggled.connect(lambda is_on, key=station.key: self._toggled(key, is_on=is_on))
                button.clicked.connect(lambda _checked=False, key=station.key: self._clicked(key))
                button.stepped.connect(lambda steps, key=station.key: self._step(key, steps))
                button.moved.connect(lambda steps, key=station.key: self.moving.emit(key, steps))
            button.show_station(station)
            if self._column.indexOf(button) != place:
                self._column.removeWidget(button)
                self._column.insertWidget(place, button)
        self.set_current(self._current)
        if not is_same:
            self._buttons = {station.key: self._buttons[station.key] for station in stations}
            self.laid_out.emit()

    def _toggled(self, key: str, *, is_on: bool) -> None:
        """Goes there: a screen reader or a switch toggles a place without a click."""
        if is_on and key != self._current:
            self._went_to = key
            self.chosen.emit(key)

    def _clicked(self, key: str) -> None:
        """Goes to where one is already, too: back into its first field."""
        if self._went_to != key:
            self.chosen.emit(key)
        self._went_to = ""

    def _step(self, key: str, steps: int) -> None:
        keys = list(self._buttons)
        place = keys.index(key) + steps
        if 0 <= place < len(keys):
            self._buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def set_current(self, key: str) -> bool:
        """Marks where one is; False when that is where one was."""
        is_new = key != self._current
        self._current = key
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        return is_new

    def button(self, key: str) -> StationButton:
        """The button of a place."""
        return self._buttons[key]
