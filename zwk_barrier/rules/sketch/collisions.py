"""What is in the way of what in a sketch.

- Fixtures do not stand in each other (a chair may stand under a table) nor in a wall.
- The turning circle and the aid keep clear of walls and of what is solid in a fixture.  A level shower, and
  the room for feet below a washbasin, are floor to them.  One turns with the door closed, so its swing is
  no matter to the circle.
- A door opens without hitting anything, and nothing stands in its way through.
- An aid passes a door with a centimetre to spare on each side, as resources/requirements/individual.csv asks.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeAlias

from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch.geometry import TOUCHING, Disc, Rect, Swing, overlap
from zwk_barrier.rules.sketch.plan import Aid, Circle, Door, Fixture, Plan, Window

WALL: Final = "wall"
"""The second of a collision with the room itself."""

PLAY: Final = 2.0
"""cm a door should be wider than the aid."""

_WAY_THROUGH: Final = 40.0  # cm behind a door that have to be free to step through

Kind: TypeAlias = Literal[
    "overlap", "in_wall", "bump", "swing", "doorway", "narrow", "tight", "off_wall", "same_place"
]


@dataclass(frozen=True, slots=True)
class Collision:
    """Two things by their ids, and by how many centimetres; ``second`` may be :data:`WALL`."""

    kind: Kind
    first: str
    second: str
    by: float = 0.0

    def is_about(self, thing_id: str) -> bool:
        """Whether a thing takes part in it."""
        return thing_id in (self.first, self.second)


def collisions(plan: Plan) -> tuple[Collision, ...]:
    """Everything that collides: first what moves, then doors, then what stands; each pair once."""
    found = [*_of_circle(plan), *_of_aid(plan), *_of_doors(plan), *_of_openings(plan), *_of_fixtures(plan)]
    return tuple(found)


def in_walls(plan: Plan, shape: Rect | Disc) -> float:
    """By how much a shape lies outside the room."""
    box = shape if isinstance(shape, Rect) else _box(shape)
    out = max(-box.x, -box.y, box.right - plan.outline.width, box.bottom - plan.outline.depth)
    gap = plan.outline.missing
    deepest = max(out, 0.0 if gap is None else overlap(shape, gap))
    return deepest if deepest > TOUCHING else 0.0


def _box(disc: Disc) -> Rect:
    return Rect(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius)


def _of_circle(plan: Plan) -> Iterator[Collision]:
    circle = plan.circle
    if circle is not None:
        yield from _bumps(plan, circle, Disc(circle.x, circle.y, circle.diameter / 2))


def _of_aid(plan: Plan) -> Iterator[Collision]:
    aid = plan.aid
    if aid is None:
        return
    for door in plan.doors:
        if door.width < aid.width - TOUCHING:
            yield Collision("narrow", aid.id, door.id, aid.width - door.width)
        elif door.width < aid.width + PLAY - TOUCHING:
            yield Collision("tight", aid.id, door.id, aid.width + PLAY - door.width)
    yield from _bumps(plan, aid, aid.rect)


def _bumps(plan: Plan, thing: Circle | Aid, shape: Rect | Disc) -> Iterator[Collision]:
    """Where what moves meets walls and what is solid."""
    into_wall = in_walls(plan, shape)
    if into_wall:
        yield Collision("bump", thing.id, WALL, into_wall)
    for fixture in plan.fixtures:
        solid = fixture.solid
        by = 0.0 if solid is None else overlap(shape, solid)
        if by:
            yield Collision("bump", thing.id, fixture.id, by)


def _of_doors(plan: Plan) -> Iterator[Collision]:
    for door in plan.doors:
        swing = plan.swing_of(door)
        hit = set()
        if swing is not None and door.swing == "in":
            for found in _hit_by(plan, door, swing):
                hit.add(found.second)
                yield found
        way = plan.opening_rect(door, _WAY_THROUGH)
        for fixture in plan.fixtures:
            solid = fixture.solid
            by = 0.0 if solid is None else overlap(way, solid)
            if by and fixture.id not in hit:
                yield Collision("doorway", fixture.id, door.id, by)
    for one, other in combinations(plan.doors, 2):
        swings = plan.swing_of(one), plan.swing_of(other)
        if one.swing == other.swing and swings[0] is not None and swings[1] is not None:
            by = overlap(swings[0], swings[1])
            if by:
                yield Collision("swing", one.id, other.id, by)


def _hit_by(plan: Plan, door: Door, swing: Swing) -> Iterator[Collision]:
    """What a door that opens into the room hits."""
    box, gap = swing.box, plan.outline.missing
    into_wall = max(-box.x, -box.y, box.right - plan.outline.width, box.bottom - plan.outline.depth)
    if gap is not None:
        into_wall = max(into_wall, overlap(swing, gap))
    if into_wall > TOUCHING:
        yield Collision("swing", door.id, WALL, into_wall)
    for fixture in plan.fixtures:
        # A raised edge is in the way, a level shower is not; nothing opens below a washbasin.
        by = 0.0 if fixture.solid is None else overlap(swing, fixture.rect)
        if by:
            yield Collision("swing", door.id, fixture.id, by)
    if plan.aid is not None:
        by = overlap(swing, plan.aid.rect)
        if by:
            yield Collision("swing", door.id, plan.aid.id, by)


def _of_openings(plan: Plan) -> Iterator[Collision]:
    openings: tuple[Door | Window, ...] = (*plan.doors, *plan.windows)
    for opening in openings:
        length = plan.wall_of(opening).length
        out = max(-opening.offset, opening.offset + opening.width - length)
        if out > TOUCHING:
            yield Collision("off_wall", opening.id, WALL, out)
    for one, other in combinations(openings, 2):
        by = min(one.offset + one.width - other.offset, other.offset + other.width - one.offset)
        if plan.wall_of(one) == plan.wall_of(other) and by > TOUCHING:
            yield Collision("same_place", one.id, other.id, by)


def _of_fixtures(plan: Plan) -> Iterator[Collision]:
    for fixture in plan.fixtures:
        into_wall = in_walls(plan, fixture.rect)
        if into_wall:
            yield Collision("in_wall", fixture.id, WALL, into_wall)
    for one, other in combinations(plan.fixtures, 2):
        by = 0.0 if _fits_under(one, other) or _fits_under(other, one) else overlap(one.rect, other.rect)
        if by:
            yield Collision("overlap", one.id, other.id, by)


def _fits_under(small: Fixture, large: Fixture) -> bool:
    kind = load_fixtures().get(small.kind)
    return kind is not None and large.kind in kind.slides_under


def whole_centimetres(by: float) -> int:
    """An overlap as it is spoken: whole centimetres, at least one."""
    return max(1, math.floor(by + 0.5))
