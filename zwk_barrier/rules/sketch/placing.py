"""Finds a place for something new, and puts what is dragged right to what it nearly touches."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch.collisions import collisions, in_walls
from zwk_barrier.rules.sketch.geometry import Rect, overlap
from zwk_barrier.rules.sketch.plan import Aid, Fixture, Hinge, Plan, Rotation, Wall, WallCode
from zwk_barrier.rules.sketch.space import largest_turning_circle

SNAP: Final = 6.0
"""cm: so near a wall or a neighbour, a thing that is dragged is put right to it."""

_STEP: Final = 5.0  # cm between the places tried for something new
_STANDING: Final = 60.0  # cm before a fixture nothing new is put
_AT_END: Final = 10.0  # cm a new door stays away from the corner
_FACING: Final[dict[tuple[int, int], Rotation]] = {(0, 1): 0, (-1, 0): 90, (0, -1): 180, (1, 0): 270}
_ROUND: Final[tuple[WallCode, ...]] = ("top", "right", "bottom", "left", "notch_across", "notch_along")

P = TypeVar("P")
B = TypeVar("B", bound=Fixture | Aid)


def best(before: Plan, places: Iterable[P], planned: Callable[[P], Plan]) -> Plan:
    """The plan with the first place that adds no collision, else the one that adds fewest."""
    chosen: Plan | None = None
    already, fewest = len(collisions(before)), 0
    for place in places:
        plan = planned(place)
        number = len(collisions(plan))
        if chosen is None or number < fewest:
            chosen, fewest = plan, number
        if number == already:
            break
    if chosen is None:
        raise ValueError("no place to choose from")
    return chosen


def walls_from(plan: Plan, first: WallCode) -> list[Wall]:
    """The walls in the order they are tried, from this one clockwise."""
    walls, place = plan.outline.walls(), _ROUND.index(first)
    return [walls[code] for code in (*_ROUND[place:], *_ROUND[:place]) if code in walls]


def offsets(wall: Wall, width: float) -> Iterator[float]:
    """Places for an opening along a wall, first near its ends."""
    most = max(0.0, wall.length - width)
    yield from (min(_AT_END, most), max(0.0, most - _AT_END))
    for step in range(int(most // _STEP) + 1):
        yield step * _STEP


def hinges(wall: Wall, offset: float, width: float) -> tuple[Hinge, Hinge]:
    """The hinge towards the nearer corner first: so a door opens against the wall beside it."""
    return ("start", "end") if offset < wall.length - offset - width else ("end", "start")


def along_walls(plan: Plan, fixture: Fixture) -> list[Fixture]:
    """A fixture with its back at each wall in turn; first the places where its neighbours leave it air."""
    return sorted(_at_walls(plan, fixture), key=lambda there: _is_cramped(plan, there))


def _is_cramped(plan: Plan, fixture: Fixture) -> bool:
    """Whether a wall or a neighbour is nearer to one of its sides than it should be."""

    def side(one: Fixture) -> int:
        kind = load_fixtures().get(one.kind)
        return 0 if kind is None else kind.side

    own, air = fixture.rect, _widened(fixture, side(fixture))
    near = [overlap(_widened(fixture, max(side(fixture), side(one))), one.rect) for one in plan.fixtures]
    before = [overlap(_before(one), own) + overlap(_before(fixture), one.rect) for one in plan.fixtures]
    return in_walls(plan, air) > in_walls(plan, own) or any(near) or any(before)


def _before(fixture: Fixture) -> Rect:
    """The floor one stands on before a fixture."""
    rect, kind = fixture.rect, load_fixtures().get(fixture.kind)
    deep = 0.0 if kind is None or kind.front is None else _STANDING
    match fixture.rotation:
        case 0:
            return Rect(rect.x, rect.bottom, rect.width, deep)
        case 90:
            return Rect(rect.x - deep, rect.y, deep, rect.depth)
        case 180:
            return Rect(rect.x, rect.y - deep, rect.width, deep)
        case _:
            return Rect(rect.right, rect.y, deep, rect.depth)


def _widened(fixture: Fixture, by: float) -> Rect:
    rect = fixture.rect
    if fixture.rotation in (0, 180):
        return Rect(rect.x - by, rect.y, rect.width + 2 * by, rect.depth)
    return Rect(rect.x, rect.y - by, rect.width, rect.depth + 2 * by)


def _at_walls(plan: Plan, fixture: Fixture) -> Iterator[Fixture]:
    for wall in walls_from(plan, "top"):
        turned = replace(fixture, rotation=_FACING[wall.inward])
        size = turned.rect
        most = wall.length - (size.width if wall.is_across else size.depth)
        steps = [step * _STEP for step in range(int(max(0.0, most) // _STEP) + 1)]
        for along in (*steps, max(0.0, most)):
            x, y = wall.point(along)
            if wall.is_across:
                y -= 0 if wall.inward[1] > 0 else size.depth
            else:
                x -= 0 if wall.inward[0] > 0 else size.width
            yield replace(turned, x=x, y=y)


def on_the_floor(plan: Plan, fixture: Fixture) -> Iterator[Fixture]:
    """A fixture anywhere on the floor, on a coarse grid."""
    step = max(2 * _STEP, min(plan.outline.width, plan.outline.depth) / 12)
    for row in range(int(plan.outline.depth // step)):
        for column in range(int(plan.outline.width // step)):
            yield replace(fixture, x=to_half(column * step), y=to_half(row * step))


def in_the_middle(plan: Plan, fixture: Fixture) -> Fixture:
    """A fixture around the middle of the freest floor."""
    x, y = freest(plan)
    size = fixture.rect
    return held_in(plan, replace(fixture, x=to_half(x - size.width / 2), y=to_half(y - size.depth / 2)))


def freest(plan: Plan) -> tuple[float, float]:
    """Where there is most room."""
    disc = largest_turning_circle(plan)
    return plan.outline.rect.centre if disc is None else (disc.x, disc.y)


def to_half(value: float) -> float:
    """A length to the half centimetre, as a tape is read."""
    return round(value * 2) / 2


def held_in(plan: Plan, thing: B) -> B:
    """The thing pushed back between the outer walls, as far as it fits."""
    rect = thing.rect
    x = max(0.0, min(rect.x, plan.outline.width - rect.width))
    y = max(0.0, min(rect.y, plan.outline.depth - rect.depth))
    return replace(thing, x=x, y=y)


def snapped(plan: Plan, thing: B) -> B:
    """The thing put right to a wall, or to a neighbour, that it nearly touches."""
    rect = thing.rect
    neighbours = [one.rect for one in plan.fixtures if one.id != thing.id]
    gap = plan.outline.missing
    boxes = [*neighbours, *([] if gap is None else [gap])]
    beside = [box for box in boxes if box.y < rect.bottom and rect.y < box.bottom]
    above = [box for box in boxes if box.x < rect.right and rect.x < box.right]
    xs = [0.0, plan.outline.width - rect.width]
    xs += [edge for box in beside for edge in (box.right, box.x - rect.width)]
    ys = [0.0, plan.outline.depth - rect.depth]
    ys += [edge for box in above for edge in (box.bottom, box.y - rect.depth)]
    there = replace(thing, x=_nearest(rect.x, xs), y=_nearest(rect.y, ys))
    return there if not in_walls(plan, there.rect) or in_walls(plan, rect) else thing


def _nearest(value: float, edges: list[float]) -> float:
    edge = min(edges, key=lambda each: abs(each - value))
    return edge if abs(edge - value) <= SNAP else to_half(value)
