"""A card: what belongs together, on one surface.

card = Card("deadlines", title=_("Fristen und Wiedervorlagen"))
card.add(row_list)
Card("thirty_seconds", accent=True)      # with the accent's bar at its left edge
"""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.ink import bar, box
from zwk_barrier.desktop.style.look import CARD_RADIUS, current_look
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.overriding import override

_PADDING, _BAR = 18, 5

_Widget = TypeVar("_Widget", bound=QWidget)


class _TopColumn(QVBoxLayout):
    """Leaves spare height below its content, but does not ask for any."""

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return super().expandingDirections() & ~Qt.Orientation.Vertical


class Card(QFrame):
    """A surface with rounded corners; ``body`` is its column, which stands at the top unless ``fills``."""

    def __init__(self, name: str, *, title: str = "", accent: bool = False, fills: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._accent = accent
        column = QVBoxLayout(self) if fills else _TopColumn(self)
        left = _PADDING + (_BAR if accent else 0)
        column.setContentsMargins(left, _PADDING - 4, _PADDING, _PADDING - 4)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        if not fills:
            column.addStretch()
        if title:
            self.body.addWidget(SectionTitle(title, name=f"{name}_title"))

    def add(self, widget: _Widget, stretch: int = 0) -> _Widget:
        """Appends a widget and gives it back."""
        self.body.addWidget(widget, stretch)
        return widget

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        rect = self.rect()
        box(painter, rect, look.colour("surface"), look.colour("line"), radius=CARD_RADIUS)
        if self._accent:
            bar(painter, rect, look.colour("accent"), width=_BAR, radius=CARD_RADIUS)
