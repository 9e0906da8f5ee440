"""The large picture as it is painted: the photo, its marks, and the handles of the one that is selected."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.mark_painting import fitted, paint_marks, plate_of
from zwk_barrier.desktop.photos.editing import Editing
from zwk_barrier.desktop.style.look import CARD_RADIUS, current_look
from zwk_barrier.overriding import override
from zwk_barrier.rules.mark_shapes import distance_to
from zwk_barrier.rules.marks import Spot, spots

_REACH: Final = 14  # px at 100 %: how near a mark is hit
_LEAST_HEIGHT: Final = 280


class MarkedPicture(QWidget):
    """Shows ``editing`` over a photo and knows what lies where."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.editing = Editing()
        self.pixmap = QPixmap()

    def show_picture(self, picture: QImage) -> None:
        """Shows the photo itself."""
        self.pixmap = QPixmap.fromImage(picture)
        self.update()

    def box(self) -> QRectF:
        """Where the photo lies in the widget."""
        size = QSizeF(self.pixmap.size()) if not self.pixmap.isNull() else QSizeF(4, 3)
        return fitted(size, self.rect())

    def spot_at(self, at: QPointF) -> Spot:
        """The place in the photo under a point of the widget, at most at its edge."""
        box = self.box()
        spot = Spot((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())
        return spot.moved(0, 0)

    def point_of(self, spot: Spot) -> QPointF:
        """Where a place of the photo lies in the widget."""
        box = self.box()
        return QPointF(box.x() + spot.x * box.width(), box.y() + spot.y * box.height())

    def grip_at(self, at: QPointF) -> int | None:
        """Which end of the selected mark is there."""
        mark, reach = self.editing.mark, current_look().px(_REACH)
        if mark is None or len(spots(mark)) == 1:
            return None
        near = [
            ((self.point_of(spot) - at).manhattanLength(), index) for index, spot in enumerate(spots(mark))
        ]
        distance, index = min(near)
        return index if distance <= reach * 1.5 else None

    def mark_at(self, at: QPointF) -> int | None:
        """Which mark is there, the topmost first."""
        box, reach = self.box(), current_look().px(_REACH)
        local = at - box.topLeft()
        for index in reversed(range(len(self.editing.marks))):
            mark = self.editing.marks[index]
            is_near = distance_to(mark, (local.x(), local.y()), box.width(), box.height()) <= reach
            if is_near or plate_of(mark, box).contains(local):
                return index
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(240), look.px(_LEAST_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, box = QPainter(self), current_look(), self.box()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(self.rect(), CARD_RADIUS, CARD_RADIUS)
        if self.pixmap.isNull():
            return
        painter.drawPixmap(box, self.pixmap, QRectF(self.pixmap.rect()))
        paint_marks(painter, box, self.editing.marks)
        self._paint_grips(painter)

    def _paint_grips(self, painter: QPainter) -> None:
        mark, look = self.editing.mark, current_look()
        if mark is None:
            return
        points = [self.point_of(spot) for spot in spots(mark)]
        if self.editing.grip is None:
            plate = plate_of(mark, self.box()).translated(self.box().topLeft())
            around = QRectF(points[0], points[-1]).normalized().united(plate).adjusted(-9, -9, 9, 9)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ink, style in (("on_accent", Qt.PenStyle.SolidLine), ("accent", Qt.PenStyle.DashLine)):
                painter.setPen(QPen(look.colour(ink), 2.5, style))
                painter.drawRoundedRect(around, 4, 4)
        for index, point in enumerate(points if len(points) > 1 else []):
            is_held = index == self.editing.grip
            radius = look.px(10 if is_held else 7)
            painter.setPen(QPen(look.colour("on_accent" if is_held else "accent"), 2.5))
            painter.setBrush(look.colour("accent" if is_held else "on_accent"))
            painter.drawEllipse(point, radius, radius)
