"""The program's icons: Lucide drawings tinted with a palette's colour, rendered once for each size.

    draw_icon(painter, "phone", rect, look.colour("text"))     # while painting
    picture("phone", look.colour("soft"), 20, ratio=2.0)       # a QPixmap of 20 × 20 logical px
    qt_icon("phone", look.colour("text"))                      # where Qt wants a QIcon (actions, item views)

``name`` is the file's name in resources/icons without ``.svg``; an unknown name raises FileNotFoundError.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zwk_barrier.resources import resource


def draw_icon(painter: QPainter, name: str, rect: QRect, ink: QColor) -> None:
    """Draws the icon over ``rect`` in ``ink``, as fine as the painter's device allows."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), picture(name, ink, rect.width(), ratio))


def picture(name: str, ink: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap of ``size`` logical px, for a screen of ``ratio`` device px a logical px."""
    return _render(name, ink.name(), size, ratio)


def qt_icon(name: str, ink: QColor, size: int = 20) -> QIcon:
    """The icon for Qt's own classes; ask again after the palette has changed."""
    icon = QIcon(picture(name, ink, size))
    icon.addPixmap(picture(name, ink, size, 2.0))
    return icon


@lru_cache(maxsize=256)
def _render(name: str, code: str, size: int, ratio: float) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", code)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
