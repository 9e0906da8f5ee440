"""A room to scale in the program's look: walls, openings, what stands in it, and what is in the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from zwk_barrier.desktop.plan_dimensions import paint_place, paint_room_sizes, paint_scale_bar
from zwk_barrier.desktop.plan_frame import WALL, PlanFrame, floor_of
from zwk_barrier.desktop.plan_symbols import draw_symbol
from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.look import NOTE, Look, colour, current_look, thinned
from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch import Aid, Circle, Collision, Door, Fixture, Plan, Thing, Window, label_of
from zwk_barrier.rules.sketch.words import centimetres

_GRID = 50  # cm
_SIGN = 22  # px
_BEYOND = 1.4  # times its own width a thing's name may take at most
_SMALL = 12  # px at 100 %: the smallest a name is written


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands out: what collides, what is chosen, and what has the keyboard."""

    found: tuple[Collision, ...] = ()
    chosen: str = ""
    focused: str = ""
    colliding: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        ids = frozenset(each for one in self.found for each in (one.first, one.second))
        object.__setattr__(self, "colliding", ids)


class PlanPainter:
    """Paints one plan once; give it a painter over a ground of the look's surface."""

    def __init__(self, painter: QPainter, frame: PlanFrame, plan: Plan, marked: Marked | None = None) -> None:
        self._painter, self._frame, self._plan = painter, frame, plan
        self._marked = marked or Marked()
        self._look: Look = current_look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, *, sizes: bool = True, names: bool = True) -> None:
        """Everything; ``sizes`` are the dimension lines, ``names`` the words in things."""
        self._floor()
        for fixture in self._plan.fixtures:
            self._fixture(fixture)
        if self._plan.circle is not None:
            self._circle(self._plan.circle)
        if self._plan.aid is not None:
            self._aid(self._plan.aid)
        self._walls()
        for window in self._plan.windows:
            self._opening(window)
        for door in self._plan.doors:
            self._opening(door)
        if names:
            for thing in self._named():
                self._name(thing)
        self._signs()
        if sizes:
            paint_room_sizes(self._painter, self._look, self._frame, self._plan)
        self._chosen(with_place=sizes)

    def scale_bar(self, right: float, bottom: float) -> None:
        """A bar of a metre, its right end and base at this place."""
        paint_scale_bar(self._painter, self._look, self._frame, right, bottom)

    def _ink(self, use: str) -> QColor:
        ink = getattr(self._look.tokens, use)
        return colour(getattr(ink, "ink", ink))

    def _room(self) -> QPolygonF:
        outline = self._plan.outline
        corners = [(0.0, 0.0), (outline.width, 0.0), (outline.width, outline.depth), (0.0, outline.depth)]
        room = QPolygonF([self._frame.point(*corner) for corner in corners])
        gap = outline.missing
        if gap is not None:
            room = room.subtracted(QPolygonF(self._frame.rect(gap)))
        return room

    def _floor(self) -> None:
        painter, frame, outline = self._painter, self._frame, self._plan.outline
        path = QPainterPath()
        path.addPolygon(self._room())
        path.closeSubpath()
        painter.fillPath(path, self._ink("surface"))
        painter.save()
        painter.setClipPath(path)
        pen = QPen(self._ink("line"), 1)
        if self._look.tokens.has_outlines:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for x in range(_GRID, int(outline.width), _GRID):
            painter.drawLine(frame.point(x, 0), frame.point(x, outline.depth))
        for y in range(_GRID, int(outline.depth), _GRID):
            painter.drawLine(frame.point(0, y), frame.point(outline.width, y))
        painter.restore()

    def _walls(self) -> None:
        room, thick = QPainterPath(), WALL * self._frame.scale
        room.addPolygon(self._room())
        room.closeSubpath()
        pen = QPen(self._ink("text"), 2 * thick, Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.save()
        outside = QPainterPath()
        outside.addRect(room.boundingRect().adjusted(-3 * thick, -3 * thick, 3 * thick, 3 * thick))
        self._painter.setClipPath(outside.subtracted(room))
        self._painter.strokePath(room, pen)
        self._painter.restore()

    def _opening(self, opening: Door | Window) -> None:
        painter, frame = self._painter, self._frame
        gap = frame.rect(self._plan.opening_rect(opening, WALL, is_outside=True))
        painter.fillRect(gap, self._ink("surface"))
        ink = self._ink("unmet") if opening.id in self._marked.colliding else self._ink("text")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(opening, Window):
            painter.drawRect(gap)
            middle = gap.center()
            is_across = self._plan.wall_of(opening).is_across
            line = QLineF(gap.left(), middle.y(), gap.right(), middle.y())
            painter.drawLine(line if is_across else QLineF(middle.x(), gap.top(), middle.x(), gap.bottom()))
        else:
            self._leaf(opening, ink)

    def _leaf(self, door: Door, ink: QColor) -> None:
        painter, frame, swing = self._painter, self._frame, self._plan.swing_of(door)
        thick = QPen(ink, max(2.5, 4 * frame.scale), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if swing is None:
            wall = self._plan.wall_of(door)
            x, y = wall.point(door.offset)
            dx, dy = (door.width, 0.0) if wall.is_across else (0.0, door.width)
            inside = 3.0
            x, y = x + wall.inward[0] * inside, y + wall.inward[1] * inside
            painter.setPen(thick)
            painter.drawLine(
                frame.point(x + dx * 0.35, y + dy * 0.35), frame.point(x + dx * 1.3, y + dy * 1.3)
            )
            return
        across = self._plan.wall_of(door).is_across
        open_x, open_y = (0.0, float(swing.down)) if across else (float(swing.right), 0.0)
        hinge = frame.point(swing.x, swing.y)
        painter.setPen(thick)
        edge = frame.point(swing.x + open_x * swing.radius, swing.y + open_y * swing.radius)
        painter.drawLine(hinge, edge)
        radius = swing.radius * frame.scale
        circle = QRectF(hinge.x() - radius, hinge.y() - radius, 2 * radius, 2 * radius)
        begin = {(1, 1): 270, (-1, 1): 180, (-1, -1): 90, (1, -1): 0}[swing.right, swing.down]
        if door.id in self._marked.colliding:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.drawPie(circle, begin * 16, 90 * 16)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        painter.drawArc(circle, begin * 16, 90 * 16)

    def _fixture(self, fixture: Fixture) -> None:
        painter, rect = self._painter, self._frame.rect(fixture.rect)
        is_colliding = fixture.id in self._marked.colliding
        painter.setPen(QPen(self._ink("unmet" if is_colliding else "text"), 2.5 if is_colliding else 1.5))
        painter.setBrush(self._ink("background"))
        painter.drawRect(rect)
        kind = load_fixtures().get(fixture.kind)
        painter.save()
        painter.setPen(QPen(self._ink("soft"), 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(rect.center())
        painter.rotate(fixture.rotation)
        width, depth = fixture.width * self._frame.scale, fixture.depth * self._frame.scale
        draw_symbol(
            painter, "" if kind is None else kind.symbol, QRectF(-width / 2, -depth / 2, width, depth)
        )
        painter.restore()
        if is_colliding:
            painter.fillRect(rect, QBrush(self._ink("unmet"), Qt.BrushStyle.BDiagPattern))

    def _circle(self, circle: Circle) -> None:
        radius = circle.diameter / 2 * self._frame.scale
        self._moving(circle.id)
        self._painter.drawEllipse(self._frame.point(circle.x, circle.y), radius, radius)

    def _aid(self, aid: Aid) -> None:
        painter, rect = self._painter, self._frame.rect(aid.rect)
        self._moving(aid.id)
        painter.drawRoundedRect(rect, 6, 6)
        painter.save()
        painter.translate(rect.center())
        painter.rotate(aid.rotation)
        front = -aid.length / 2 * self._frame.scale
        wing = min(aid.width, aid.length) * self._frame.scale * 0.16
        painter.setPen(QPen(self._ink("accent"), 2))
        painter.drawPolyline(
            [QPointF(-wing, front + 2 * wing), QPointF(0, front + wing), QPointF(wing, front + 2 * wing)]
        )
        painter.restore()

    def _moving(self, thing_id: str) -> None:
        is_colliding = thing_id in self._marked.colliding
        ink = self._ink("unmet" if is_colliding else "accent")
        ground = thinned(ink, 36)
        self._painter.setPen(QPen(ink, 2.5, Qt.PenStyle.DashLine))
        self._painter.setBrush(QBrush(ground))

    def _named(self) -> Iterable[Thing]:
        yield from self._plan.fixtures
        if self._plan.circle is not None:
            yield self._plan.circle
        if self._plan.aid is not None:
            yield self._plan.aid

    def _name(self, thing: Thing) -> None:
        """The name in the middle of a thing, small or upright where it is narrow; nothing where it is too small."""
        painter, look = self._painter, self._look
        place = self._frame.rect(floor_of(self._plan, thing))
        words = label_of(self._plan, thing.id)
        if isinstance(thing, Circle):
            words = f"Ø {centimetres(thing.diameter)}"
        is_upright = place.width() < place.height()
        tries = (
            (NOTE, False, 1.0),
            (NOTE, is_upright, 1.0),
            (_SMALL, is_upright, 1.0),
            (_SMALL, False, _BEYOND),
        )
        for size, upright, stretch in tries:
            font = look.font(size)
            metrics = QFontMetricsF(font)
            room, high = (place.height(), place.width()) if upright else (place.width(), place.height())
            width = metrics.horizontalAdvance(words) + 8
            if width <= room * stretch - 4 and metrics.height() <= high:
                plate = QRectF(-width / 2, -metrics.height() / 2, width, metrics.height())
                painter.save()
                painter.translate(self._name_place(thing, place))
                painter.rotate(-90 if upright else 0)
                painter.fillRect(plate, self._ink("surface"))
                painter.setFont(font)
                painter.setPen(self._ink("accent" if isinstance(thing, Circle | Aid) else "text"))
                painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)
                painter.restore()
                return

    def _name_place(self, thing: Thing, place: QRectF) -> QPointF:
        """The middle; of a circle its lower part, where the aid in its middle leaves it readable."""
        middle = place.center()
        is_circle = isinstance(thing, Circle)
        return QPointF(middle.x(), place.bottom() - place.height() * 0.12) if is_circle else middle

    def _signs(self) -> None:
        """A warning sign on everything that collides, beside hatching and colour."""
        size = self._look.px(_SIGN)
        for thing in self._plan.things():
            if thing.id not in self._marked.colliding:
                continue
            place = self._frame.rect(floor_of(self._plan, thing))
            corner = place.topRight()
            if isinstance(thing, Circle):
                corner = QPointF(place.center().x() + place.width() * 0.35, place.y() + place.height() * 0.15)
            elif isinstance(thing, Door | Window):
                corner = place.center()
            box = QRect(round(corner.x() - size / 2), round(corner.y() - size / 2), size, size)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._ink("surface"))
            self._painter.drawEllipse(QRectF(box).adjusted(-3, -3, 3, 3))
            draw_icon(self._painter, "triangle-alert", box, self._ink("unmet"))

    def _chosen(self, *, with_place: bool) -> None:
        thing = self._plan.thing(self._marked.chosen)
        if thing is None:
            return
        if with_place:
            paint_place(self._painter, self._look, self._frame, self._plan, thing)
        is_focused = self._marked.focused == thing.id
        place = self._frame.rect(floor_of(self._plan, thing)).adjusted(-4, -4, 4, 4)
        pen = QPen(self._ink("focus" if is_focused else "accent"), 3 if is_focused else 2)
        pen.setStyle(Qt.PenStyle.SolidLine if is_focused else Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(thing, Circle):
            self._painter.drawEllipse(place)
        else:
            self._painter.drawRoundedRect(place, 6, 6)
