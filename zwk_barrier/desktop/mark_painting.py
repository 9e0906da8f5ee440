"""Paints the marks of a photo over it, large on their own page and small in a card.

paint_marks(painter, box, marks)            # ``box`` is where the picture lies
"""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from zwk_barrier.desktop.style.look import NOTE, colour, current_look
from zwk_barrier.rules.mark_shapes import EDGE, INK, Pair, Shape, fitted_plate, shape_of, stroke_width
from zwk_barrier.rules.marks import Label, Mark

_EDGE_PX: Final = 1.6
_LEAST_STROKE: Final = 2.0
_PAD: Final = 5.0
_WIDEST: Final = 0.6  # of the picture: wider words take another line
_SMALLEST, _SHARE = 12, 0.02  # px at 100 %; of the picture's diagonal


def fitted(size: QSizeF, room: QRect) -> QRectF:
    """Where a picture of this size lies, whole and in the middle of ``room``."""
    shown = size.scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
    left = room.x() + (room.width() - shown.width()) / 2
    return QRectF(QPointF(left, room.y() + (room.height() - shown.height()) / 2), shown)


def paint_marks(painter: QPainter, box: QRectF, marks: Sequence[Mark]) -> None:
    """Paints lines first and words last, so that no line runs through words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    shapes = [shape_of(mark, box.width(), box.height()) for mark in marks]
    stroke = max(_LEAST_STROKE, stroke_width(box.width(), box.height()))
    for shape in shapes:
        _paint_lines(painter, shape, stroke)
    for mark in marks:
        _paint_words(painter, mark, box)
    painter.restore()


def plate_of(mark: Mark, box: QRectF) -> QRectF:
    """Where the words of a mark stand, in the picture's own place; empty without words."""
    words = _words(mark)
    if not words:
        return QRectF()
    room = QRectF(0, 0, _WIDEST * box.width(), box.height())
    needed = QFontMetricsF(_font(box)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
    size = needed.width() + 2 * _PAD + 2, needed.height() + _PAD
    corner = fitted_plate(shape_of(mark, box.width(), box.height()), size, box.width(), box.height())
    return QRectF(*corner, *size)


def _paint_lines(painter: QPainter, shape: Shape, stroke: float) -> None:
    for ink, width in ((EDGE, stroke + 2 * _EDGE_PX), (INK, stroke)):
        pen = QPen(colour(ink), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in shape.strokes:
            painter.drawPolyline(_polygon(line))
        painter.setPen(QPen(colour(EDGE), 2 * _EDGE_PX) if ink == EDGE else Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink))
        for area in shape.areas:
            painter.drawPolygon(_polygon(area))


def _paint_words(painter: QPainter, mark: Mark, box: QRectF) -> None:
    plate = plate_of(mark, box)
    if plate.isEmpty():
        return
    painter.setPen(QPen(colour(EDGE), _EDGE_PX))
    painter.setBrush(colour(INK))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setFont(_font(box))
    painter.setPen(colour(EDGE))
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), _words(mark))


def _words(mark: Mark) -> str:
    return mark.words or ("…" if isinstance(mark, Label) else "")


def _font(box: QRectF) -> QFont:
    look = current_look()
    font = QFont(look.font(NOTE, QFont.Weight.DemiBold))
    font.setPixelSize(max(look.px(_SMALLEST), round(_SHARE * math.hypot(box.width(), box.height()))))
    return font


def _polygon(points: Sequence[Pair]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
