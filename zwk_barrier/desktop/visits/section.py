"""A part of a place of the visit: its heading, the buttons that add to it, and what is in it."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.headings import SectionTitle

_Widget = TypeVar("_Widget", bound=QWidget)


class Section(QWidget):
    """Heading and buttons in a line, parts below."""

    laid_out = Signal()
    """Parts came, went or moved."""

    def __init__(self, name: str, title: str, *buttons: Button | None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 28, 0, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(title, name=f"{name}_title"), 1)
        for button in buttons:
            if button is not None:
                head.addWidget(button)
        self._column.addLayout(head)

    def put(self, widget: _Widget) -> _Widget:
        """Appends a part and gives it back."""
        self._column.addWidget(widget)
        return widget
