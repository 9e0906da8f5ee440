"""The notice at the lower edge of the window, over the page, so that nothing jumps when it appears."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.notice import Notice
from zwk_barrier.overriding import override

_WIDTH, _MARGIN = 720, 24


class Banner(Notice):
    """Lies in ``area``, as wide as reads well."""

    def __init__(self, area: QWidget) -> None:
        super().__init__("notice")
        self._area = area
        self.setParent(area)

    def place(self) -> None:
        """Goes to the lower edge of the area; called when that changes its size."""
        width = min(current_look().px(_WIDTH), self._area.width() - 2 * _MARGIN)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        top = self._area.height() - height - _MARGIN
        self.setGeometry((self._area.width() - width) // 2, top, width, height)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # other words, or other text size: another height
            self.place()
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()
        self.raise_()
