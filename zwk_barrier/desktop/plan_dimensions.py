"""Dimension lines in centimetres and the scale bar of a room to scale."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from zwk_barrier.desktop.plan_frame import WALL, PlanFrame
from zwk_barrier.desktop.style.look import NOTE, Look
from zwk_barrier.rules.sketch import Circle, Door, Plan, Thing, Window
from zwk_barrier.rules.sketch.words import centimetres, figure
from zwk_barrier.wording import _

_OUT = 20  # px from the wall's outer side to the line
_TICK = 4.0  # px
_BESIDE = 0.84  # share of a thing's side where the distance to a wall is shown
_BARS = (100.0, 50.0, 200.0)  # cm a scale bar may stand for, the most readable first
_SHORTEST_BAR, _LONGEST_BAR = 48, 240  # px


def paint_room_sizes(painter: QPainter, look: Look, frame: PlanFrame, plan: Plan) -> None:
    """The room's width and depth, and how a notch divides them."""
    outline, gap = plan.outline, plan.outline.missing
    corner = "" if outline.notch is None else outline.notch.corner
    away = look.px(_OUT) + WALL * frame.scale
    top, left = frame.point(0, 0).y() - away, frame.point(0, 0).x() - away
    bottom = frame.point(0, outline.depth).y() + away
    right = frame.point(outline.width, 0).x() + away
    notch_top, notch_left = corner.startswith("top"), corner.endswith("left")
    _across(painter, look, frame, (0, outline.width), bottom if notch_top else top)
    _down(painter, look, frame, (0, outline.depth), right if notch_left else left)
    if gap is None:
        return
    for span in (
        (0.0, gap.right if notch_left else gap.x),
        (gap.right if notch_left else gap.x, outline.width),
    ):
        _across(painter, look, frame, span, top if notch_top else bottom)
    for span in (
        (0.0, gap.bottom if notch_top else gap.y),
        (gap.bottom if notch_top else gap.y, outline.depth),
    ):
        _down(painter, look, frame, span, left if notch_left else right)


def paint_place(painter: QPainter, look: Look, frame: PlanFrame, plan: Plan, thing: Thing) -> None:
    """How far the chosen thing is from the left and the upper wall, or an opening from the end of its wall."""
    if isinstance(thing, Door | Window):
        wall = plan.wall_of(thing)
        inside = 12.0 / frame.scale
        start, end = wall.point(0), wall.point(thing.offset)
        if wall.is_across:
            y = frame.point(0, wall.start[1] + wall.inward[1] * inside).y()
            _across(painter, look, frame, (start[0], end[0]), y, strong=True)
        else:
            x = frame.point(wall.start[0] + wall.inward[0] * inside, 0).x()
            _down(painter, look, frame, (start[1], end[1]), x, strong=True)
        return
    if isinstance(thing, Circle):
        x, y = thing.x, thing.y
        middle_x, middle_y = x, y
    else:
        rect = thing.rect
        x, y = rect.x, rect.y
        # Beside the middle, where names stand.
        middle_x, middle_y = rect.x + _BESIDE * rect.width, rect.y + _BESIDE * rect.depth
    _across(painter, look, frame, (0.0, x), frame.point(0, middle_y).y(), strong=True)
    _down(painter, look, frame, (0.0, y), frame.point(middle_x, 0).x(), strong=True)


def paint_scale_bar(painter: QPainter, look: Look, frame: PlanFrame, right: float, bottom: float) -> None:
    """A bar that shows how long a metre is drawn, its right end and base at this place."""
    length = next((cm for cm in _BARS if _SHORTEST_BAR <= cm * frame.scale <= _LONGEST_BAR), _BARS[0])
    width = length * frame.scale
    painter.setPen(QPen(look.colour("text"), 1.5))
    half = width / 2
    painter.setBrush(look.colour("text"))
    painter.drawRect(QRectF(right - width, bottom - 6, half, 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(right - half, bottom - 6, half, 5))
    words = _("{metres}\N{NO-BREAK SPACE}m").format(metres=figure(length / 100))
    painter.setFont(look.font(NOTE))
    room = QFontMetricsF(painter.font()).boundingRect(words)
    painter.drawText(QPointF(right - width - room.width() - 8, bottom), words)


def _across(
    painter: QPainter,
    look: Look,
    frame: PlanFrame,
    span: tuple[float, float],
    y: float,
    *,
    strong: bool = False,
) -> None:
    start, end = frame.point(span[0], 0).x(), frame.point(span[1], 0).x()
    _dimension(painter, look, QLineF(start, y, end, y), centimetres(span[1] - span[0]), strong=strong)


def _down(
    painter: QPainter,
    look: Look,
    frame: PlanFrame,
    span: tuple[float, float],
    x: float,
    *,
    strong: bool = False,
) -> None:
    start, end = frame.point(0, span[0]).y(), frame.point(0, span[1]).y()
    _dimension(painter, look, QLineF(x, start, x, end), centimetres(span[1] - span[0]), strong=strong)


def _dimension(painter: QPainter, look: Look, line: QLineF, words: str, *, strong: bool) -> None:
    """A line with ticks and its length in the middle; beside it where it is too short for its words."""
    ink = look.colour("accent" if strong else "soft")
    if abs(line.length()) < 1:
        return
    painter.setPen(QPen(ink, 1.5 if strong else 1.2))
    painter.drawLine(line)
    for end in (line.p1(), line.p2()):
        painter.drawLine(QLineF(end.x() - _TICK, end.y() + _TICK, end.x() + _TICK, end.y() - _TICK))
    painter.setFont(look.font(NOTE))
    metrics = QFontMetricsF(painter.font())
    size = metrics.boundingRect(words)
    painter.save()
    painter.translate(line.center())
    if line.dx() == 0:
        painter.rotate(-90)
    plate = QRectF(-size.width() / 2 - 4, -metrics.height() / 2, size.width() + 8, metrics.height())
    if plate.width() + 10 > line.length():
        plate.moveTop(-metrics.height() - 5)
    painter.fillRect(plate, look.colour("surface"))
    painter.setPen(ink)
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
