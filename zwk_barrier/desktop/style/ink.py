"""The few drawing moves every control is made of: a crisp rounded box, a line of text, a sign.

All take an active painter and leave it as they found it, except for pen and brush.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from zwk_barrier.desktop.style.look import CONTROL_RADIUS

_TEXT_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def box(
    painter: QPainter,
    rect: QRect,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    width: float = 1.0,
    radius: float = CONTROL_RADIUS,
) -> None:
    """A filled rounded box inside ``rect`` with an edge of ``width`` px; ``None`` leaves one away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge is not None else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def bar(
    painter: QPainter, rect: QRect, ink: QColor, *, width: int = 4, radius: float = CONTROL_RADIUS
) -> None:
    """A bar along the left edge of the rounded box ``rect``, within its corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.fillRect(QRect(rect.x(), rect.y(), width, rect.height()), ink)
    painter.restore()


def line_of_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    ink: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    mnemonic: bool = False,
) -> None:
    """One line of ``text`` centred in the height of ``rect``; ``&`` underlines when ``mnemonic``.

    Words on a button are mnemonic, and there a line break is one.
    """
    painter.setPen(ink)
    flags = _TEXT_FLAGS | int(align)
    if mnemonic:
        flags = flags & ~int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextShowMnemonic)
    painter.drawText(rect, flags, text)


def tick(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """The tick of a box that is on."""
    w, h, left, top = rect.width(), rect.height(), rect.x(), rect.y()
    points = ((0.22, 0.54), (0.42, 0.73), (0.78, 0.30))
    _stroke(painter, [QPointF(left + x * w, top + y * h) for x, y in points], ink, max(2.0, w / 9))


def chevron(painter: QPainter, rect: QRect, ink: QColor, *, up: bool = False) -> None:
    """The sign of something that opens downwards, or upwards, in the middle of ``rect``."""
    size = min(rect.width(), rect.height())
    middle = QRectF(rect).center()
    x, y = middle.x(), middle.y()
    bend = -size / 4 if up else size / 4
    points = [QPointF(x - size / 2, y - bend), QPointF(x, y + bend), QPointF(x + size / 2, y - bend)]
    _stroke(painter, points, ink, max(2.0, size / 7))


def _stroke(painter: QPainter, points: list[QPointF], ink: QColor, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
