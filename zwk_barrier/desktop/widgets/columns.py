"""Parts of a page side by side while there is room, one below the other at large text or in a narrow window.

columns = Columns("today_columns")
columns.add(deadlines_card, 9)        # nine parts of the width …
columns.add(side, 5)                  # … and five
"""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.overriding import override

_Widget = TypeVar("_Widget", bound=QWidget)


class Columns(QWidget):
    """A row of parts that becomes a column below ``fold_at`` px of 100 % text."""

    def __init__(self, name: str, *, fold_at: int = 760, gap: int = 16) -> None:
        super().__init__()
        self.setObjectName(name)
        self._fold_at = fold_at
        self._parts: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)

    def add(self, widget: _Widget, stretch: int = 1, *, fills: bool = False) -> _Widget:
        """Appends a part with its share of the width and gives it back; with ``fills`` as high as the highest."""
        self._parts.append(widget)
        top = Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignTop
        self._box.addWidget(widget, stretch, top)
        return widget

    def clear(self) -> None:
        """Takes every part away for good."""
        for part in self._parts:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def refit(self) -> None:
        """Folds or unfolds; the theme calls it after the text size has changed."""
        is_wide = self.width() >= current_look().px(self._fold_at)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)

    @override
    def minimumSizeHint(self) -> QSize:
        # The widest part alone: else the page could never become narrow enough to fold.
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
