"""An icon as a widget, beside a word that says the same; for painting and QIcons see style/images.py."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.look import colour, current_look
from zwk_barrier.overriding import override


class Picture(QWidget):
    """The icon ``icon_name`` in the colour of ``use`` (a token, or a verdict's as ``"unmet"``)."""

    def __init__(self, icon_name: str, use: str = "text", *, size: int = 20) -> None:
        super().__init__()
        self.icon_name, self.use, self._size = icon_name, use, size
        self.setObjectName(f"picture_{icon_name}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = current_look().px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = getattr(current_look().tokens, self.use)
        draw_icon(QPainter(self), self.icon_name, self.rect(), colour(getattr(ink, "ink", ink)))
