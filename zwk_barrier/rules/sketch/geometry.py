"""Rectangles, discs and quarter discs, and by how much one lies over another: exact, in centimetres."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias, TypeVar

TOUCHING: Final = 0.01
"""Less than this is not a collision but two things that touch."""

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    depth: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.depth

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.depth / 2

    def distance(self, x: float, y: float) -> float:
        """How far a point is from it; below zero, inside, how far from its nearest side."""
        beyond_x = max(self.x - x, x - self.right)
        beyond_y = max(self.y - y, y - self.bottom)
        if beyond_x > 0 and beyond_y > 0:
            return math.hypot(beyond_x, beyond_y)
        return max(beyond_x, beyond_y)


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle by its centre."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Swing:
    """The floor a door sweeps: a quarter disc around its hinge.

    ``right`` and ``down`` are 1 or -1: to which sides of the hinge it lies.
    """

    x: float
    y: float
    radius: float
    right: int
    down: int

    @property
    def box(self) -> Rect:
        """The square it lies in."""
        left = self.x if self.right > 0 else self.x - self.radius
        top = self.y if self.down > 0 else self.y - self.radius
        return Rect(left, top, self.radius, self.radius)


Shape: TypeAlias = Rect | Disc | Swing
S = TypeVar("S", bound=Shape)


def moved(shape: S, dx: float, dy: float) -> S:
    """The same shape elsewhere."""
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def overlap(one: Shape, other: Shape) -> float:
    """By how much two shapes lie over each other: how far one has to go away at most; 0 when they only touch.

    Of two swings it is an upper bound; that they overlap at all is exact.
    """
    depth = _depth(one, other)
    return depth if depth > TOUCHING else 0.0


def _depth(one: Shape, other: Shape) -> float:
    match one, other:
        case Rect(), Rect():
            return min(one.right - other.x, other.right - one.x, one.bottom - other.y, other.bottom - one.y)
        case (Disc() as disc, Rect() as rect) | (Rect() as rect, Disc() as disc):
            return disc.radius - rect.distance(disc.x, disc.y)
        case Disc(), Disc():
            return one.radius + other.radius - math.hypot(one.x - other.x, one.y - other.y)
        case (Swing() as swing, Rect() as rect) | (Rect() as rect, Swing() as swing):
            return _swept(swing, rect)
        case (Swing() as swing, Disc() as disc) | (Disc() as disc, Swing() as swing):
            return disc.radius - _from_swing(swing, disc.x, disc.y)
        case Swing(), Swing():
            reach = one.radius + other.radius - math.hypot(one.x - other.x, one.y - other.y)
            return reach if _swings_meet(one, other) else 0.0
    raise TypeError(f"{one} and {other}")


def common(one: Rect, other: Rect) -> Rect | None:
    """Where two rectangles lie over each other; None when they only touch."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    width, depth = min(one.right, other.right) - left, min(one.bottom, other.bottom) - top
    return Rect(left, top, width, depth) if width > TOUCHING and depth > TOUCHING else None


def _swept(swing: Swing, rect: Rect) -> float:
    """How far a door's edge would have to stay back for a rectangle."""
    part = common(swing.box, rect)
    return 0.0 if part is None else swing.radius - max(0.0, part.distance(swing.x, swing.y))


def _from_swing(swing: Swing, x: float, y: float) -> float:
    """How far a point is from a quarter disc; below zero inside."""
    along, beside = (x - swing.x) * swing.right, (y - swing.y) * swing.down
    out = math.hypot(along, beside)
    if along >= 0 and beside >= 0:
        return out - swing.radius if out > swing.radius else -min(along, beside, swing.radius - out)
    near = (min(max(along, 0.0), swing.radius), min(max(beside, 0.0), swing.radius))
    return math.hypot(along - near[0], beside - near[1])


def _swings_meet(one: Swing, other: Swing) -> bool:
    """Whether two quarter discs share more than an edge.

    What they share is convex, so it has one of these corners, or is nothing: corners of the shared box,
    where an arc leaves the box, and where the arcs cross.
    """
    box = common(one.box, other.box)
    if box is None:
        return False
    corners = [*_corners(box), *_leaving(one, box), *_leaving(other, box), *_crossings(one, other)]
    inside = [point for point in corners if _is_in(point, one, box) and _is_in(point, other, box)]
    if not inside:
        return False
    # Shapes that only touch share a point: the middle of all corners lies truly inside of both, or nowhere.
    x = sum(point[0] for point in inside) / len(inside)
    y = sum(point[1] for point in inside) / len(inside)
    return all(math.hypot(x - each.x, y - each.y) < each.radius - TOUCHING / 2 for each in (one, other))


def _corners(box: Rect) -> Iterator[tuple[float, float]]:
    for x in (box.x, box.right):
        for y in (box.y, box.bottom):
            yield x, y


def _leaving(swing: Swing, box: Rect) -> Iterator[tuple[float, float]]:
    for x in (box.x, box.right):
        rest = swing.radius**2 - (x - swing.x) ** 2
        if rest >= 0:
            yield x, swing.y + swing.down * math.sqrt(rest)
    for y in (box.y, box.bottom):
        rest = swing.radius**2 - (y - swing.y) ** 2
        if rest >= 0:
            yield swing.x + swing.right * math.sqrt(rest), y


def _crossings(one: Swing, other: Swing) -> Iterator[tuple[float, float]]:
    dx, dy = other.x - one.x, other.y - one.y
    apart = math.hypot(dx, dy)
    if apart == 0:
        return
    along = (one.radius**2 - other.radius**2 + apart**2) / (2 * apart)
    rest = one.radius**2 - along**2
    if rest < 0:
        return
    beside = math.sqrt(rest)
    for side in (beside, -beside):
        yield one.x + (along * dx - side * dy) / apart, one.y + (along * dy + side * dx) / apart


def _is_in(point: tuple[float, float], swing: Swing, box: Rect) -> bool:
    x, y = point
    is_near = math.hypot(x - swing.x, y - swing.y) <= swing.radius + _ROUNDING
    return is_near and box.distance(x, y) <= _ROUNDING
