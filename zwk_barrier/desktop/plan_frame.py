"""Where a room to scale lies on the screen: centimetres become pixels, and back."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from zwk_barrier.rules.sketch import Aid, Circle, Fixture, Plan, Thing
from zwk_barrier.rules.sketch.extent import extent
from zwk_barrier.rules.sketch.geometry import Rect

WALL = 9.0
"""cm a wall is drawn thick; how thick it is nobody measured."""


@dataclass(frozen=True, slots=True)
class PlanFrame:
    """``scale`` is px a cm; ``left`` and ``top`` are where the room's corner lies, in px."""

    scale: float
    left: float
    top: float

    def point(self, x: float, y: float) -> QPointF:
        """A place of the room in px."""
        return QPointF(self.left + x * self.scale, self.top + y * self.scale)

    def rect(self, rect: Rect) -> QRectF:
        """A rectangle of the room in px."""
        corner = self.point(rect.x, rect.y)
        return QRectF(corner.x(), corner.y(), rect.width * self.scale, rect.depth * self.scale)

    def centimetres(self, px: float) -> float:
        """A distance on the screen in cm of the room."""
        return px / self.scale


def frame_in(area: QRectF, plan: Plan, margin: float) -> PlanFrame:
    """The largest scale at which the room and what its doors sweep lie in ``area`` with ``margin`` px around."""
    all_of_it = extent(plan)
    width, height = max(1.0, area.width() - 2 * margin), max(1.0, area.height() - 2 * margin)
    scale = min(width / all_of_it.width, height / all_of_it.depth)
    left = area.x() + (area.width() - all_of_it.width * scale) / 2 - all_of_it.x * scale
    top = area.y() + (area.height() - all_of_it.depth * scale) / 2 - all_of_it.y * scale
    return PlanFrame(scale, left, top)


def floor_of(plan: Plan, thing: Thing) -> Rect:
    """The floor a thing is touched on: of an opening the strip in its wall."""
    match thing:
        case Fixture() | Aid():
            return thing.rect
        case Circle():
            radius = thing.diameter / 2
            return Rect(thing.x - radius, thing.y - radius, thing.diameter, thing.diameter)
        case _:
            return plan.opening_rect(thing, WALL, is_outside=True)
