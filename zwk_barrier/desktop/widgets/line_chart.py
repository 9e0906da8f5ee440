"""Lines over years with a band around each: a forecast, what it was worked out from, and how sure it is.

    chart = LineChart("forecast", _("Menschen ab 80"))
    chart.show_lines(
        (Line(_("Zählung"), (Point(2020, 8_400.0), Point(2025, 9_100.0))),
         Line(_("Vorausschau"), (Point(2025, 9_100.0), Point(2030, 9_900.0, 9_500.0, 10_400.0)), is_dashed=True)),
        tell=lambda value: format_decimal(Decimal(round(value))),
    )

It is a picture with a name that says what it shows, never the only place of a number: a BarTable with the same
figures stands beside it.  One Tab stop; Left and Right go from point to point and a screen reader hears each.  Lines
differ by their dashes and the words at their ends, not by colour alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import NOTE, Look, current_look, thinned
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_HEIGHT, _LEFT, _TOP, _BOTTOM, _RIGHT, _DOT = 260, 68, 16, 34, 24, 9
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MARKS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LINES_WANTED = 4
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Point:
    """What a line tells of one year, and between which values that probably lies."""

    year: int
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``is_dashed`` for what is reckoned and not counted."""

    title: str
    points: tuple[Point, ...]
    is_dashed: bool = False


class LineChart(QWidget):
    """Paints what :meth:`show_lines` is given; ``title`` is what it is about."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._lines: tuple[Line, ...] = ()
        self._tell: Callable[[float], str] = str
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_lines(self, lines: Sequence[Line], *, tell: Callable[[float], str]) -> None:
        """Shows other lines; ``tell`` puts a value into words."""
        self._lines, self._tell, self._at = tuple(lines), tell, -1
        self._name()
        self.update()

    def refit(self) -> None:
        """Takes its height anew; the theme calls it after the text size has changed."""
        self.updateGeometry()

    @property
    def summary(self) -> str:
        """What the lines say from their first point to their last."""
        told = [
            _("{line}: {first} bis {last}").format(
                line=line.title, first=self._said(line.points[0]), last=self._said(line.points[-1])
            )
            for line in self._lines
            if line.points
        ]
        return ". ".join([self._title, *told])

    def _points(self) -> list[tuple[Line, Point]]:
        return [(line, point) for line in self._lines for point in line.points]

    def _said(self, point: Point) -> str:
        told = _("{year} {value}").format(year=point.year, value=self._tell(point.value))
        if point.low is None or point.high is None:
            return told
        return _("{told}, zwischen {low} und {high}").format(
            told=told, low=self._tell(point.low), high=self._tell(point.high)
        )

    def _name(self) -> None:
        points = self._points()
        if 0 <= self._at < len(points):
            line, point = points[self._at]
            self.setAccessibleName(f"{line.title}: {self._said(point)}")
        else:
            self.setAccessibleName(self.summary)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(480), look.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(200), look.px(_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(len(self._points()) - 1, self._at + step))
        self._name()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._at = -1
        self._name()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        if not self._points():
            return
        frame = _Frame.around(self._points(), self._room(look))
        self._paint_ground(look, painter, frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            _paint_band(look, painter, frame, line)
        for line in self._lines:
            _paint_line(look, painter, frame, line)
        self._paint_chosen(look, painter, frame)

    def _room(self, look: Look) -> QRect:
        return self.rect().adjusted(look.px(_LEFT), look.px(_TOP), -look.px(_RIGHT), -look.px(_BOTTOM))

    def _paint_ground(self, look: Look, painter: QPainter, frame: "_Frame") -> None:
        """Rules with their values, and the years below."""
        painter.setFont(look.font(NOTE))
        height = QFontMetrics(look.font(NOTE)).height()
        for mark in frame.marks:
            y = round(frame.y(mark))
            painter.fillRect(QRect(frame.room.left(), y, frame.room.width(), 1), look.colour("line"))
            place = QRect(0, y - height // 2, frame.room.left() - look.px(8), height)
            line_of_text(painter, place, self._tell(mark), look.colour("soft"), Qt.AlignmentFlag.AlignRight)
        taken = -look.px(100)
        for year in sorted({point.year for _line, point in self._points()}):
            x, half = round(frame.x(year)), look.px(30)
            if x - taken < 2 * half:
                continue
            taken = x
            place = QRect(x - half, frame.room.bottom() + look.px(8), 2 * half, height)
            line_of_text(painter, place, str(year), look.colour("soft"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_chosen(self, look: Look, painter: QPainter, frame: "_Frame") -> None:
        points = self._points()
        if not 0 <= self._at < len(points):
            return
        line, point = points[self._at]
        spot = QPointF(frame.x(point.year), frame.y(point.value))
        painter.setPen(QPen(look.colour("focus"), 3))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(spot, look.px(_DOT), look.px(_DOT))
        self._paint_words(look, painter, f"{line.title}: {self._said(point)}", round(spot.x()))

    def _paint_words(self, look: Look, painter: QPainter, words: str, middle: int) -> None:
        font, pad = look.font(NOTE, QFont.Weight.DemiBold), look.px(8)
        painter.setFont(font)
        room = QRect(0, 0, self.width() - 2 * pad - 4, self.height())
        place = (
            QFontMetrics(font).boundingRect(room, _WRAPPED, words).adjusted(-pad, -pad // 2, pad, pad // 2)
        )
        place.moveTo(max(2, min(middle - place.width() // 2, self.width() - place.width() - 2)), 2)
        box(painter, place, look.colour("surface"), look.colour("border"))
        painter.setPen(look.colour("text"))
        painter.drawText(place.adjusted(pad, 0, -pad, 0), _WRAPPED, words)


@dataclass(frozen=True, slots=True)
class _Frame:
    """From years and values to px."""

    room: QRect
    first: int
    last: int
    marks: tuple[float, ...]

    @classmethod
    def around(cls, points: Sequence[tuple[Line, Point]], room: QRect) -> "_Frame":
        years = [point.year for _line, point in points]
        most = max(point.high or point.value for _line, point in points)
        return cls(room, min(years), max(years), _marks(most))

    def x(self, year: int) -> float:
        share = (year - self.first) / max(1, self.last - self.first)
        return self.room.left() + share * self.room.width()

    def y(self, value: float) -> float:
        return self.room.bottom() - value / self.marks[-1] * self.room.height()


def _marks(most: float) -> tuple[float, ...]:
    """Round values from 0 to ``most`` or a little over: a scale that does not begin at 0 makes little look much."""
    if most <= 0:
        return (0.0, 1.0)
    power = 1.0
    while power * 10 <= most / _LINES_WANTED:
        power *= 10
    while power > most / _LINES_WANTED:
        power /= 10
    step = next(power * each for each in _MARKS if power * each * _LINES_WANTED >= most)
    count = next(n for n in range(1, _LINES_WANTED + 1) if n * step >= most)
    return tuple(step * n for n in range(count + 1))


def _paint_band(look: Look, painter: QPainter, frame: _Frame, line: Line) -> None:
    known = [
        (frame.x(point.year), point.low if point.low is not None else point.value, point.high or point.value)
        for point in line.points
    ]
    if all(point.low is None for point in line.points):
        return
    upper = [QPointF(x, frame.y(high)) for x, _low, high in known]
    lower = [QPointF(x, frame.y(low)) for x, low, _high in reversed(known)]
    painter.setPen(QPen(look.colour("border"), 1, Qt.PenStyle.DotLine))
    painter.setBrush(thinned(look.colour("accent"), 48))
    painter.drawPolygon(QPolygonF([*upper, *lower]))


def _paint_line(look: Look, painter: QPainter, frame: _Frame, line: Line) -> None:
    style = Qt.PenStyle.DashLine if line.is_dashed else Qt.PenStyle.SolidLine
    spots = [QPointF(frame.x(point.year), frame.y(point.value)) for point in line.points]
    painter.setPen(QPen(look.colour("accent"), 3, style))
    painter.drawPolyline(QPolygonF(spots))
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(look.colour("surface") if line.is_dashed else look.colour("accent"))
    for spot in spots:
        painter.drawEllipse(spot, 4, 4)
    if not spots:
        return
    words = QFontMetrics(look.font(NOTE, QFont.Weight.DemiBold))
    width = words.horizontalAdvance(line.title)
    right = min(round(spots[-1].x()), frame.room.right())
    place = QRectF(
        right - width, spots[-1].y() - words.height() - look.px(8), width + 2, words.height()
    ).toRect()
    painter.setFont(look.font(NOTE, QFont.Weight.DemiBold))
    line_of_text(painter, place, line.title, look.colour("text"))
