"""The few strokes by which a fixture is recognised from above; the word beside them says it."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter


def draw_symbol(painter: QPainter, symbol: str, body: QRectF) -> None:
    """Strokes with the painter's pen over ``body``, the back at its upper side; an unknown symbol is plain."""
    _SYMBOLS.get(symbol, _plain)(painter, body)


def _part(body: QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    """A part of a body, by shares of its sides."""
    return QRectF(
        body.x() + left * body.width(),
        body.y() + top * body.height(),
        (right - left) * body.width(),
        (bottom - top) * body.height(),
    )


def _inset(body: QRectF, share: float) -> QRectF:
    by = min(body.width(), body.height()) * share
    return body.adjusted(by, by, -by, -by)


def _plain(painter: QPainter, body: QRectF) -> None:
    front = _part(body, 0, 0, 1, 0.9)
    painter.drawLine(front.bottomLeft(), front.bottomRight())


def _wc(painter: QPainter, body: QRectF) -> None:
    painter.drawRect(_part(body, 0.06, 0.02, 0.94, 0.26))
    painter.drawEllipse(_part(body, 0.1, 0.28, 0.9, 0.97))


def _basin(painter: QPainter, body: QRectF) -> None:
    bowl = _part(body, 0.12, 0.22, 0.88, 0.9)
    radius = min(bowl.width(), bowl.height()) * 0.4
    painter.drawRoundedRect(bowl, radius, radius)
    tap = min(body.width(), body.height()) * 0.05
    painter.drawEllipse(QPointF(body.center().x(), body.y() + body.height() * 0.12), tap, tap)


def _tub(painter: QPainter, body: QRectF) -> None:
    inner = _inset(body, 0.11)
    radius = min(inner.width(), inner.height()) * 0.35
    painter.drawRoundedRect(inner, radius, radius)
    drain = min(body.width(), body.height()) * 0.05
    painter.drawEllipse(QPointF(inner.x() + inner.width() * 0.14, inner.center().y()), drain, drain)


def _shower(painter: QPainter, body: QRectF) -> None:
    inner = _inset(body, 0.08)
    painter.drawRect(inner)
    _cross(painter, inner)


def _cross(painter: QPainter, body: QRectF) -> None:
    painter.drawLine(QLineF(body.topLeft(), body.bottomRight()))
    painter.drawLine(QLineF(body.topRight(), body.bottomLeft()))


def _bed(painter: QPainter, body: QRectF) -> None:
    painter.drawRoundedRect(_part(body, 0.12, 0.04, 0.88, 0.2), 4, 4)
    _blanket(painter, body)


def _double_bed(painter: QPainter, body: QRectF) -> None:
    painter.drawRoundedRect(_part(body, 0.06, 0.04, 0.46, 0.2), 4, 4)
    painter.drawRoundedRect(_part(body, 0.54, 0.04, 0.94, 0.2), 4, 4)
    _blanket(painter, body)


def _blanket(painter: QPainter, body: QRectF) -> None:
    edge = _part(body, 0, 0, 1, 0.28)
    painter.drawLine(edge.bottomLeft(), edge.bottomRight())


def _stove(painter: QPainter, body: QRectF) -> None:
    radius = min(body.width(), body.height()) * 0.15
    for x in (0.28, 0.72):
        for y in (0.28, 0.72):
            centre = QPointF(body.x() + x * body.width(), body.y() + y * body.height())
            painter.drawEllipse(centre, radius, radius)


def _sink(painter: QPainter, body: QRectF) -> None:
    painter.drawRoundedRect(_part(body, 0.08, 0.16, 0.48, 0.84), 4, 4)
    for x in (0.6, 0.72, 0.84):
        groove = _part(body, x, 0.2, x, 0.8)
        painter.drawLine(groove.topLeft(), groove.bottomLeft())


def _machine(painter: QPainter, body: QRectF) -> None:
    radius = min(body.width(), body.height()) * 0.28
    painter.drawEllipse(body.center(), radius, radius)
    _plain(painter, body)


def _cupboard(painter: QPainter, body: QRectF) -> None:
    _plain(painter, body)
    middle = _part(body, 0.5, 0.9, 0.5, 1)
    painter.drawLine(middle.topLeft(), middle.bottomLeft())


def _sofa(painter: QPainter, body: QRectF) -> None:
    back = min(body.height() * 0.28, body.width() * 0.28)
    arm = min(back * 0.8, body.width() * 0.18)
    seat = body.adjusted(arm, back, -arm, 0)
    painter.drawPolyline([seat.bottomLeft(), seat.topLeft(), seat.topRight(), seat.bottomRight()])


def _seat(painter: QPainter, body: QRectF) -> None:
    back = _part(body, 0, 0, 1, 0.16)
    painter.drawLine(back.bottomLeft(), back.bottomRight())


_SYMBOLS: Final[Mapping[str, Callable[[QPainter, QRectF], None]]] = {
    "wc": _wc,
    "basin": _basin,
    "tub": _tub,
    "shower": _shower,
    "shower_level": _cross,
    "bed": _bed,
    "double_bed": _double_bed,
    "stove": _stove,
    "sink": _sink,
    "machine": _machine,
    "cupboard": _cupboard,
    "sofa": _sofa,
    "seat": _seat,
}
