"""What can be done to a sketch; each gives a new plan, and what adds gives the new thing's id besides."""

from dataclasses import replace
from typing import Any, Final, TypeVar

from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch.placing import (
    along_walls,
    best,
    freest,
    held_in,
    hinges,
    in_the_middle,
    offsets,
    on_the_floor,
    snapped,
    to_half,
    walls_from,
)
from zwk_barrier.rules.sketch.plan import (
    LEAST_ROOM,
    MOST,
    ROTATIONS,
    Aid,
    Circle,
    Door,
    DoorSwing,
    Fixture,
    Hinge,
    Notch,
    Outline,
    Plan,
    Thing,
    WallCode,
    Window,
)

DOOR_WIDTH, WINDOW_WIDTH = 80.0, 100.0  # cm
_NEAR: Final = 0.5  # cm: so near a wall, a thing stands at it and goes with it
_TURNS: Final[tuple[tuple[DoorSwing, Hinge], ...]] = (
    ("in", "start"),
    ("in", "end"),
    ("out", "start"),
    ("out", "end"),
    ("sliding", "start"),
)

T = TypeVar("T", Door, Window, Fixture)
Opening = TypeVar("Opening", Door, Window)


def add_door(plan: Plan, width: float | None = None) -> tuple[Plan, str]:
    """A door where there is room for one, else over what is there."""
    wide = DOOR_WIDTH if width is None else width
    thing_id = _fresh_id(plan, "d")
    places = (
        Door(thing_id, wall.code, offset, wide, "in", hinge)
        for wall in walls_from(plan, "bottom")
        for offset in offsets(wall, wide)
        for hinge in hinges(wall, offset, wide)
    )
    return best(plan, places, lambda door: replace(plan, doors=(*plan.doors, door))), thing_id


def add_window(plan: Plan, width: float = WINDOW_WIDTH) -> tuple[Plan, str]:
    """A window where there is room for one."""
    thing_id = _fresh_id(plan, "w")
    places = []
    for wall in walls_from(plan, "top"):
        wide = min(width, wall.length)
        middle = max(0.0, (wall.length - wide) / 2)
        places += [Window(thing_id, wall.code, offset, wide) for offset in (middle, *offsets(wall, wide))]
    return best(plan, places, lambda one: replace(plan, windows=(*plan.windows, one))), thing_id


def add_fixture(plan: Plan, code: str) -> tuple[Plan, str]:
    """Something of the palette, its back at a wall where it belongs there, in the first place that is free.

    Raises KeyError for a code the palette does not have.
    """
    kind = load_fixtures()[code]
    thing_id = _fresh_id(plan, "f")
    first = in_the_middle(plan, Fixture(thing_id, code, 0, 0, float(kind.width), float(kind.depth)))
    places = along_walls(plan, first) if kind.is_at_wall else on_the_floor(plan, first)
    choices = [*places, first] if kind.is_at_wall else [first, *places]
    return best(plan, choices, lambda one: replace(plan, fixtures=(*plan.fixtures, one))), thing_id


def add_aid(plan: Plan, kind: str, width: float, length: float, *, is_assumed: bool = False) -> Plan:
    """The plan with this aid on the freest floor; it replaces another."""
    x, y = freest(plan)
    return replace(
        plan, aid=Aid(kind, to_half(x - width / 2), to_half(y - length / 2), width, length, 0, is_assumed)
    )


def add_circle(plan: Plan, diameter: float, *, is_assumed: bool = False) -> Plan:
    """The plan with a turning circle on the freest floor; it replaces another."""
    x, y = freest(plan)
    return replace(plan, circle=Circle(to_half(x), to_half(y), diameter, is_assumed))


def move(plan: Plan, thing_id: str, dx: float, dy: float, *, snaps: bool = False) -> Plan:
    """The plan with a thing moved, an opening along its wall; ``snaps`` puts it right to what is near."""
    thing = plan.thing(thing_id)
    match thing:
        case None:
            return plan
        case Door() | Window():
            wall = plan.wall_of(thing)
            along = dx if wall.is_across else dy
            most = max(0.0, wall.length - thing.width)
            return put(plan, replace(thing, wall=wall.code, offset=min(max(0.0, thing.offset + along), most)))
        case Circle():
            return put(plan, replace(thing, x=thing.x + dx, y=thing.y + dy))
        case _:
            there = replace(thing, x=thing.x + dx, y=thing.y + dy)
            return put(plan, snapped(plan, there) if snaps else there)


def turn(plan: Plan, thing_id: str) -> Plan:
    """The plan with a thing turned clockwise around its middle; a door opens another way."""
    thing = plan.thing(thing_id)
    match thing:
        case Door():
            way = (thing.swing, "start" if thing.swing == "sliding" else thing.hinge)
            swing, hinge = _TURNS[(_TURNS.index(way) + 1) % len(_TURNS)] if way in _TURNS else _TURNS[0]
            return put(plan, replace(thing, swing=swing, hinge=hinge))
        case Fixture() | Aid():
            before = thing.rect
            rotation = ROTATIONS[(ROTATIONS.index(thing.rotation) + 1) % len(ROTATIONS)]
            turned = replace(thing, rotation=rotation)
            x = to_half(before.x + (before.width - turned.rect.width) / 2)
            y = to_half(before.y + (before.depth - turned.rect.depth) / 2)
            return put(plan, held_in(plan, replace(turned, x=x, y=y)))
        case _:
            return plan


def remove(plan: Plan, thing_id: str) -> Plan:
    """The plan without a thing."""
    return replace(
        plan,
        doors=tuple(one for one in plan.doors if one.id != thing_id),
        windows=tuple(one for one in plan.windows if one.id != thing_id),
        fixtures=tuple(one for one in plan.fixtures if one.id != thing_id),
        aid=None if plan.aid is None or plan.aid.id == thing_id else plan.aid,
        circle=None if plan.circle is None or plan.circle.id == thing_id else plan.circle,
    )


def change(plan: Plan, thing_id: str, **values: Any) -> Plan:
    """The plan with some of a thing's own values changed; a measure typed for an aid is no assumption any more."""
    thing = plan.thing(thing_id)
    if thing is None:
        return plan
    if isinstance(thing, Aid | Circle) and {"width", "length", "diameter"} & set(values):
        values["is_assumed"] = False
    return put(plan, replace(thing, **values))


def put(plan: Plan, thing: Thing) -> Plan:
    """The plan with a thing in the place of the one with its id."""
    match thing:
        case Door():
            return replace(plan, doors=_swapped(plan.doors, thing))
        case Window():
            return replace(plan, windows=_swapped(plan.windows, thing))
        case Fixture():
            return replace(plan, fixtures=_swapped(plan.fixtures, thing))
        case Aid():
            return replace(plan, aid=thing)
        case Circle():
            return replace(plan, circle=thing)


def resize(plan: Plan, outline: Outline) -> Plan:
    """The plan in another room: what stood at the right or lower wall goes with it, openings stay in their walls."""
    width, depth = (min(max(LEAST_ROOM, side), MOST) for side in (outline.width, outline.depth))
    notch = outline.notch
    if notch is not None:
        notch = Notch(notch.corner, min(notch.width, width - 1), min(notch.depth, depth - 1))
    before, after = plan.outline, Outline(width, depth, notch)
    fixtures = []
    for fixture in plan.fixtures:
        rect = fixture.rect
        dx = width - before.width if abs(rect.right - before.width) < _NEAR < rect.x else 0.0
        dy = depth - before.depth if abs(rect.bottom - before.depth) < _NEAR < rect.y else 0.0
        fixtures.append(replace(fixture, x=fixture.x + dx, y=fixture.y + dy))
    moved = replace(plan, outline=after, fixtures=tuple(fixtures))
    walls = after.walls()

    def kept(opening: Opening) -> Opening:
        wall: WallCode = opening.wall if opening.wall in walls else "top"
        return replace(
            opening, wall=wall, offset=min(opening.offset, max(0.0, walls[wall].length - opening.width))
        )

    return replace(moved, doors=tuple(map(kept, plan.doors)), windows=tuple(map(kept, plan.windows)))


def _fresh_id(plan: Plan, letter: str) -> str:
    taken = {thing.id for thing in plan.things()}
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def _swapped(things: tuple[T, ...], thing: T) -> tuple[T, ...]:
    return tuple(thing if one.id == thing.id else one for one in things)
