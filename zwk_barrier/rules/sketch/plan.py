"""What a sketch consists of: the room's outline, openings in its walls, and what stands and moves in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.rules.sketch.geometry import Rect, Swing

VERSION: Final = 1
LEAST_ROOM, MOST = 20.0, 10_000.0
"""cm: no room is narrower, and nothing is larger or farther away."""
AID, CIRCLE = "aid", "circle"
"""The ids of the one aid and the one turning circle a plan may have."""

Corner: TypeAlias = Literal["top_left", "top_right", "bottom_left", "bottom_right"]
CORNERS: Final[tuple[Corner, ...]] = ("top_left", "top_right", "bottom_right", "bottom_left")
WallCode: TypeAlias = Literal["top", "right", "bottom", "left", "notch_across", "notch_along"]
DoorSwing: TypeAlias = Literal["in", "out", "sliding"]
Hinge: TypeAlias = Literal["start", "end"]
Rotation: TypeAlias = Literal[0, 90, 180, 270]

ROTATIONS: Final[tuple[Rotation, ...]] = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Wall:
    """A straight piece of wall from its left or upper end; ``inward`` points into the room."""

    code: WallCode
    start: tuple[float, float]
    end: tuple[float, float]
    inward: tuple[int, int]

    @property
    def is_across(self) -> bool:
        """Whether it runs from left to right."""
        return self.inward[0] == 0

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end[0] - self.start[0] + self.end[1] - self.start[1]

    def point(self, along: float) -> tuple[float, float]:
        """The place ``along`` centimetres from its start."""
        x, y = self.start
        return (x + along, y) if self.is_across else (x, y + along)


@dataclass(frozen=True, slots=True)
class Notch:
    """The corner that is missing from an L-shaped room."""

    corner: Corner
    width: float
    depth: float


@dataclass(frozen=True, slots=True)
class Outline:
    """The room between its walls: a rectangle, or one with a notch; its upper left corner is at 0, 0."""

    width: float
    depth: float
    notch: Notch | None = None

    @property
    def rect(self) -> Rect:
        """The rectangle, the notch included."""
        return Rect(0, 0, self.width, self.depth)

    @property
    def missing(self) -> Rect | None:
        """The notch as a rectangle."""
        notch = self.notch
        if notch is None:
            return None
        left = 0.0 if notch.corner.endswith("left") else self.width - notch.width
        top = 0.0 if notch.corner.startswith("top") else self.depth - notch.depth
        return Rect(left, top, notch.width, notch.depth)

    def walls(self) -> Mapping[WallCode, Wall]:
        """The walls clockwise from the upper one, then the two of the notch."""
        width, depth, gap = self.width, self.depth, self.missing
        cut_x, cut_y = (0.0, 0.0) if gap is None else (gap.width, gap.depth)
        corner = "" if self.notch is None else self.notch.corner

        def span(length: float, cut: float, start: Corner, end: Corner) -> tuple[float, float]:
            return (cut if corner == start else 0.0), (length - cut if corner == end else length)

        top = span(width, cut_x, "top_left", "top_right")
        bottom = span(width, cut_x, "bottom_left", "bottom_right")
        left = span(depth, cut_y, "top_left", "bottom_left")
        right = span(depth, cut_y, "top_right", "bottom_right")
        found = [
            Wall("top", (top[0], 0), (top[1], 0), (0, 1)),
            Wall("right", (width, right[0]), (width, right[1]), (-1, 0)),
            Wall("bottom", (bottom[0], depth), (bottom[1], depth), (0, -1)),
            Wall("left", (0, left[0]), (0, left[1]), (1, 0)),
        ]
        if gap is not None:
            is_top, is_left = corner.startswith("top"), corner.endswith("left")
            y, x = (gap.bottom, gap.right) if is_top else (gap.y, gap.right)
            x = gap.right if is_left else gap.x
            found += [
                Wall("notch_across", (gap.x, y), (gap.right, y), (0, 1 if is_top else -1)),
                Wall("notch_along", (x, gap.y), (x, gap.bottom), (1 if is_left else -1, 0)),
            ]
        return {wall.code: wall for wall in found}


@dataclass(frozen=True, slots=True)
class Door:
    """A door by its clear width; ``hinge`` is at the start (left, upper) or end of the opening."""

    id: str
    wall: WallCode
    offset: float
    width: float
    swing: DoorSwing = "in"
    hinge: Hinge = "start"


@dataclass(frozen=True, slots=True)
class Window:
    """A window by its width."""

    id: str
    wall: WallCode
    offset: float
    width: float


@dataclass(frozen=True, slots=True)
class Fixture:
    """Something that stands in the room; x, y is the upper left corner of the floor it covers.

    Unturned its back is at the upper wall; it turns clockwise.  A ``kind`` the palette does not know stays.
    """

    id: str
    kind: str
    x: float
    y: float
    width: float
    depth: float
    rotation: Rotation = 0
    name: str = ""

    @property
    def rect(self) -> Rect:
        """The floor it covers."""
        is_turned = self.rotation in (90, 270)
        width, depth = (self.depth, self.width) if is_turned else (self.width, self.depth)
        return Rect(self.x, self.y, width, depth)

    @property
    def solid(self) -> Rect | None:
        """The part nothing can drive over or reach below; None for a level shower."""
        kind = load_fixtures().get(self.kind)
        rest = self.depth - (0 if kind is None else kind.under)
        if rest <= 0:
            return None
        rect, under = self.rect, self.depth - rest
        match self.rotation:
            case 0:
                return Rect(rect.x, rect.y, rect.width, rest)
            case 90:
                return Rect(rect.x + under, rect.y, rest, rect.depth)
            case 180:
                return Rect(rect.x, rect.y + under, rect.width, rest)
            case _:
                return Rect(rect.x, rect.y, rest, rect.depth)


@dataclass(frozen=True, slots=True)
class Aid:
    """The floor an aid and the person with it take; assumed when nobody measured it.  Unturned it looks up."""

    kind: str
    x: float
    y: float
    width: float
    length: float
    rotation: Rotation = 0
    is_assumed: bool = False
    id: str = AID

    @property
    def rect(self) -> Rect:
        """The floor it covers."""
        is_turned = self.rotation in (90, 270)
        width, depth = (self.length, self.width) if is_turned else (self.width, self.length)
        return Rect(self.x, self.y, width, depth)


@dataclass(frozen=True, slots=True)
class Circle:
    """A turning circle by its centre; assumed when nobody measured it."""

    x: float
    y: float
    diameter: float
    is_assumed: bool = False
    id: str = CIRCLE


Thing: TypeAlias = Door | Window | Fixture | Aid | Circle


@dataclass(frozen=True, slots=True)
class Plan:
    """A room to scale; ``others`` is what a later version of the program wrote and this one only keeps."""

    outline: Outline
    doors: tuple[Door, ...] = ()
    windows: tuple[Window, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    aid: Aid | None = None
    circle: Circle | None = None
    others: tuple[tuple[str, Any], ...] = ()

    def things(self) -> Iterator[Thing]:
        """Everything in it, in the order the keyboard goes: doors, windows, fixtures, aid, circle."""
        yield from self.doors
        yield from self.windows
        yield from self.fixtures
        if self.aid is not None:
            yield self.aid
        if self.circle is not None:
            yield self.circle

    def thing(self, thing_id: str) -> Thing | None:
        """The thing of that id, None when there is none."""
        return next((thing for thing in self.things() if thing.id == thing_id), None)

    def wall_of(self, opening: Door | Window) -> Wall:
        """The wall an opening is in; the upper one when its own is gone with the notch."""
        walls = self.outline.walls()
        return walls.get(opening.wall, walls["top"])

    def opening_rect(self, opening: Door | Window, depth: float, *, is_outside: bool = False) -> Rect:
        """The strip along an opening, ``depth`` into the room, or out of it."""
        wall = self.wall_of(opening)
        x, y = wall.point(opening.offset)
        side = -1 if is_outside else 1
        if wall.is_across:
            return Rect(x, y if wall.inward[1] * side > 0 else y - depth, opening.width, depth)
        return Rect(x if wall.inward[0] * side > 0 else x - depth, y, depth, opening.width)

    def swing_of(self, door: Door) -> Swing | None:
        """The floor a door sweeps, inside or outside; None for a sliding door."""
        if door.swing == "sliding":
            return None
        wall = self.wall_of(door)
        x, y = wall.point(door.offset if door.hinge == "start" else door.offset + door.width)
        along = 1 if door.hinge == "start" else -1
        side = 1 if door.swing == "in" else -1
        if wall.is_across:
            return Swing(x, y, door.width, along, wall.inward[1] * side)
        return Swing(x, y, door.width, wall.inward[0] * side, along)
