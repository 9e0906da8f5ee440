"""How much floor is free: the largest circle that fits anywhere, and the room before a fixture."""

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch.geometry import TOUCHING, Disc, Rect
from zwk_barrier.rules.sketch.plan import Fixture, Plan

_EXACT: Final = 0.25  # cm: a larger radius than that above the found one does not exist
_MOST_STEPS: Final = 4000  # cells looked at; an ordinary room takes some hundred
_USUAL_FRONT: Final = 120.0  # cm


@dataclass(frozen=True, slots=True)
class Clearance:
    """The free floor before a fixture: straight ahead ``depth``, and ``width`` as deep as should be free."""

    width: float
    depth: float


def largest_turning_circle(plan: Plan) -> Disc | None:
    """The largest circle that touches nothing solid, its radius at most 0.25 cm too small; None without room."""
    obstacles = [solid for fixture in plan.fixtures if (solid := fixture.solid) is not None]
    gap = plan.outline.missing
    if gap is not None:
        obstacles.append(gap)
    room = plan.outline.rect
    best = _free_at(room, obstacles, *room.centre)
    # Cells by the radius they could hold at most: no point of a cell is freer than its middle by more
    # than the way to its corner, because distances grow no faster than one walks.
    order = count()
    cells = [_cell(room, obstacles, next(order), middle, half) for middle, half in _squares(room)]
    heapq.heapify(cells)
    for _step in range(_MOST_STEPS):
        if not cells:
            break
        bound, _order, x, y, half = heapq.heappop(cells)
        if -bound <= best.radius + _EXACT:
            break
        found = _free_at(room, obstacles, x, y)
        if found.radius > best.radius:
            best = found
        for dx in (-half / 2, half / 2):
            for dy in (-half / 2, half / 2):
                heapq.heappush(cells, _cell(room, obstacles, next(order), (x + dx, y + dy), half / 2))
    return best if best.radius > TOUCHING else None


def _squares(room: Rect) -> Iterator[tuple[tuple[float, float], float]]:
    """The room in pieces about as wide as deep: the middle of each, and half its longer side."""
    side = min(room.width, room.depth)
    columns, rows = math.ceil(room.width / side), math.ceil(room.depth / side)
    width, depth = room.width / columns, room.depth / rows
    for row in range(rows):
        for column in range(columns):
            yield ((column + 0.5) * width, (row + 0.5) * depth), max(width, depth) / 2


def _cell(
    room: Rect, obstacles: Sequence[Rect], order: int, middle: tuple[float, float], half: float
) -> tuple[float, int, float, float, float]:
    free = _free_at(room, obstacles, *middle).radius
    return -(free + half * math.sqrt(2)), order, *middle, half


def _free_at(room: Rect, obstacles: Sequence[Rect], x: float, y: float) -> Disc:
    """The largest circle around a point; its radius is below zero where something stands."""
    to_wall = min(x, y, room.width - x, room.depth - y)
    return Disc(x, y, min([to_wall, *(one.distance(x, y) for one in obstacles)]))


def free_in_front(plan: Plan, fixture: Fixture) -> Clearance:
    """The floor before a fixture, as far as walls and other fixtures leave it free."""
    gap = plan.outline.missing
    solids = [other.solid for other in plan.fixtures if other.id != fixture.id]
    obstacles = [rect for rect in (*solids, gap) if rect is not None]
    room, body = _facing_down(plan.outline.rect, fixture), _facing_down(fixture.rect, fixture)
    others = [_facing_down(rect, fixture) for rect in obstacles]
    front, middle = body.bottom, body.x + body.width / 2
    ahead = [
        rect.y
        for rect in others
        if rect.bottom > front + TOUCHING
        and rect.x < body.right - TOUCHING
        and rect.right > body.x + TOUCHING
    ]
    depth = max(0.0, min([room.bottom, *ahead]) - front)
    needed = min(_front_of(fixture), max(depth, 1.0))
    beside = [
        rect
        for rect in others
        if rect.y < front + needed - TOUCHING and rect.bottom > front + TOUCHING and rect.depth > TOUCHING
    ]
    left = max([room.x, *(rect.right for rect in beside if rect.x + rect.width / 2 < middle)])
    right = min([room.right, *(rect.x for rect in beside if rect.x + rect.width / 2 >= middle)])
    return Clearance(max(0.0, right - left), depth)


def _front_of(fixture: Fixture) -> float:
    kind = load_fixtures().get(fixture.kind)
    return _USUAL_FRONT if kind is None or kind.front is None else float(kind.front)


def _facing_down(rect: Rect, fixture: Fixture) -> Rect:
    """A rectangle with the sheet turned so that the fixture's front looks down."""
    match fixture.rotation:
        case 0:
            return rect
        case 90:
            return Rect(rect.y, -rect.right, rect.depth, rect.width)
        case 180:
            return Rect(-rect.right, -rect.bottom, rect.width, rect.depth)
        case _:
            return Rect(-rect.bottom, rect.x, rect.depth, rect.width)
