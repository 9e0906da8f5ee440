"""A card: what belongs together, on one surface.

card = Card("deadlines", title=_("Fristen und Wiedervorlagen"))
card.add(row_list)
Card("thirty_seconds", accent=True)      # with the accent's bar at its left edge
"""

from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import CARD_RADIUS, current_look
from zwk_barrier.desktop.widgets.headings import SectionTitle

_PADDING, _BAR = 18, 5

_Widget = TypeVar("_Widget", bound=QWidget)


class Card(QFrame):
    """A surface with rounded corners; ``body`` is its column."""

    def __init__(self, name: str, *, title: str = "", accent: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._accent = accent
        self.body = QVBoxLayout(self)
        left = _PADDING + (_BAR if accent else 0)
        self.body.setContentsMargins(left, _PADDING - 4, _PADDING, _PADDING - 4)
        self.body.setSpacing(12)
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
            path = QPainterPath()
            path.addRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(path)
            painter.fillRect(QRect(rect.x(), rect.y(), _BAR, rect.height()), look.colour("accent"))
