"""A room drawn to scale on paper: vectors in one tagged Figure, everything it shows said in its alternative."""

from collections.abc import Callable, Sequence
from typing import Final

from zwk_barrier.model.visit_report import FloorPlan
from zwk_barrier.reference.fixtures import load_fixtures
from zwk_barrier.reports.setting.canvas import TaggedCanvas, circle, path
from zwk_barrier.reports.setting.flowables import Block, OwnedLine
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import (
    ACCENT,
    ACCENT_GROUND,
    LINE,
    MM,
    NOT_MET,
    PLATE_GROUND,
    SOFT,
    TEXT,
    Face,
    TextStyle,
)
from zwk_barrier.rules.sketch import Aid, Circle, Door, Fixture, Plan, Thing, Window, collisions
from zwk_barrier.rules.sketch.extent import extent
from zwk_barrier.rules.sketch.geometry import Rect
from zwk_barrier.rules.sketch.words import centimetres

Point = tuple[float, float]
Owned = Callable[[Element, str, TextStyle, float], list[OwnedLine]]

SCALES: Final = (20, 25, 30, 40, 50, 75, 100, 150, 200)
"""One to how many; the largest drawing that fits is made."""

_NAME: Final = TextStyle(8, 9.5, Face.SEMIBOLD)
_SIZE: Final = TextStyle(8, 9.5, colour=SOFT)
_HIGHEST: Final = 96 * MM
_BESIDE: Final = 4 * MM
_LEFT, _TOP, _EDGE = 20 * MM, 9 * MM, 3 * MM  # room for sizes, and for the walls
_WALL: Final = 9.0  # cm
_POINTS_A_CM: Final = 72 / 2.54
_BEND: Final = 0.5523  # the handle of a Bézier quarter circle
_HATCH: Final = 4.5
_WORDS: Final = 90 * MM  # wider than any name in a room


def scale_for(plan: Plan, width: float) -> int:
    """The scale at which a room fits into ``width`` points and two fifths of a page: 20 means 1:20."""
    paper = _paper(plan)
    for scale in SCALES:
        wide, high = (cm * _POINTS_A_CM / scale for cm in (paper.width, paper.depth))
        if wide <= width - _LEFT - _EDGE and high <= _HIGHEST - _TOP - _EDGE:
            return scale
    return SCALES[-1]


def _paper(plan: Plan) -> Rect:
    """The room with its right and lower wall, and what its doors sweep outside."""
    swept, outline = extent(plan), plan.outline
    right, bottom = max(swept.right, outline.width + _WALL), max(swept.bottom, outline.depth + _WALL)
    return Rect(swept.x, swept.y, right - swept.x, bottom - swept.y)


class PlanDrawing(Block):
    """The drawing of one floor plan."""

    before = 4
    after = 8
    keeps_with_next = True

    def __init__(self, figure: FloorPlan, element: Element, width: float, owned: Owned) -> None:
        element.alternative = figure.alternative
        self._plan, self._element, self._paper = figure.plan, element, _paper(figure.plan)
        self._unit = _POINTS_A_CM / scale_for(figure.plan, width)  # points a cm of the room
        self._corner = (0.0, 0.0)
        names = dict(figure.names)
        outline = figure.plan.outline
        self._names = {
            thing.id: owned(element, self._words_in(thing, names), _NAME, _WORDS)
            for thing in figure.plan.things()
            if not isinstance(thing, Door | Window)
        }
        self._sizes = [
            owned(element, centimetres(cm), _SIZE, _WORDS) for cm in (outline.width, outline.depth)
        ]
        self._colliding = {each for one in collisions(figure.plan) for each in (one.first, one.second)}

    @property
    def height(self) -> float:
        """The room, its walls and sizes, and its open doors."""
        return _TOP + self._paper.depth * self._unit + _EDGE

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws the room below ``top``."""
        paper = self._paper
        self._corner = (left + _LEFT - paper.x * self._unit, top - _TOP + paper.y * self._unit)
        right = left + _LEFT + paper.width * self._unit + _EDGE
        self._element.box = (left, top - self.height, right, top)
        with canvas.tagged(self._element):
            self._floor(canvas)
            for fixture in self._plan.fixtures:
                self._fixture(canvas, fixture)
            self._moving(canvas)
            self._openings(canvas)
            self._room_sizes(canvas)
            for thing in self._plan.things():
                self._name(canvas, thing)
            for thing in self._plan.things():
                if thing.id in self._colliding:
                    self._sign(canvas, thing)

    def _words_in(self, thing: Thing, names: dict[str, str]) -> str:
        if isinstance(thing, Circle):
            return f"Ø {centimetres(thing.diameter)}"
        return names.get(thing.id, "")

    def _at(self, x: float, y: float) -> Point:
        return self._corner[0] + x * self._unit, self._corner[1] - y * self._unit

    def _box(self, rect: Rect) -> str:
        corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
        return f"{path(*(self._at(*corner) for corner in corners))} h"

    def _ink(self, thing: Thing, usual: str) -> str:
        return NOT_MET if thing.id in self._colliding else usual

    def _floor(self, canvas: TaggedCanvas) -> None:
        """The walls as one dark ground with the room cut out of it."""
        outline, gap = self._plan.outline, self._plan.outline.missing
        outer = Rect(-_WALL, -_WALL, outline.width + 2 * _WALL, outline.depth + 2 * _WALL)
        canvas.stroke(f"{self._box(outer)} f", TEXT, 0.5)
        canvas.stroke(f"{self._box(outline.rect)} f", "#FFFFFF", 0.5)
        for x in range(50, int(outline.width), 50):
            canvas.stroke(f"{path(self._at(x, 0), self._at(x, outline.depth))} S", LINE, 0.4)
        for y in range(50, int(outline.depth), 50):
            canvas.stroke(f"{path(self._at(0, y), self._at(outline.width, y))} S", LINE, 0.4)
        if gap is None:
            return
        canvas.stroke(f"{self._box(gap)} f", TEXT, 0.5)
        away_x, away_y = (-_WALL if gap.x == 0 else _WALL), (-_WALL if gap.y == 0 else _WALL)
        cut = Rect(gap.x + away_x, gap.y + away_y, gap.width, gap.depth)
        canvas.stroke(f"{self._box(cut)} f", "#FFFFFF", 0.5)

    def _fixture(self, canvas: TaggedCanvas, fixture: Fixture) -> None:
        canvas.stroke(f"{self._box(fixture.rect)} f", PLATE_GROUND, 0.5)
        for strokes in self._symbol(fixture):
            canvas.stroke(strokes, SOFT, 0.5)
        if fixture.id in self._colliding:
            canvas.stroke(self._hatching(fixture.rect), NOT_MET, 0.5)
        canvas.stroke(f"{self._box(fixture.rect)} S", self._ink(fixture, TEXT), 1.0)

    def _symbol(self, fixture: Fixture) -> list[str]:
        """A few strokes by which it is recognised: bowl, tub, shower, else the edge of its front."""
        kind, rect = load_fixtures().get(fixture.kind), fixture.rect
        symbol = "" if kind is None else kind.symbol
        inset = min(rect.width, rect.depth) * 0.12
        inner = Rect(rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.depth - 2 * inset)
        middle = self._at(*rect.centre)
        if symbol in ("wc", "machine"):
            return [f"{circle(*middle, min(inner.width, inner.depth) / 2 * self._unit)} S"]
        if symbol in ("tub", "basin", "sink"):
            return [f"{self._box(inner)} S"]
        if symbol.startswith("shower"):
            across = path(self._at(rect.x, rect.y), self._at(rect.right, rect.bottom))
            back = path(self._at(rect.right, rect.y), self._at(rect.x, rect.bottom))
            return [f"{across} S", f"{back} S"]
        return []

    def _hatching(self, rect: Rect) -> str:
        """Slanted strokes over a rectangle."""
        left, top = self._at(rect.x, rect.y)
        right, bottom = self._at(rect.right, rect.bottom)
        strokes, shift = [], left - (top - bottom)
        while shift < right:
            start_x, end_x = max(left, shift), min(right, shift + top - bottom)
            start, end = (start_x, bottom + start_x - shift), (end_x, bottom + end_x - shift)
            strokes.append(f"{path(start, end)} S")
            shift += _HATCH
        return " ".join(strokes)

    def _moving(self, canvas: TaggedCanvas) -> None:
        for thing in (self._plan.circle, self._plan.aid):
            if thing is None:
                continue
            ink = self._ink(thing, ACCENT)
            if isinstance(thing, Circle):
                shape = circle(*self._at(thing.x, thing.y), thing.diameter / 2 * self._unit)
            else:
                shape = self._box(thing.rect)
                canvas.stroke(f"{shape} f", ACCENT_GROUND, 0.5)
            canvas.stroke(f"[4 2.5] 0 d {shape} S", ink, 1.3)

    def _openings(self, canvas: TaggedCanvas) -> None:
        for window in self._plan.windows:
            gap = self._plan.opening_rect(window, _WALL, is_outside=True)
            canvas.stroke(f"{self._box(gap)} f", "#FFFFFF", 0.5)
            canvas.stroke(f"{self._box(gap)} S", TEXT, 0.8)
            half = self._plan.opening_rect(window, _WALL / 2, is_outside=True)
            canvas.stroke(f"{self._box(half)} S", TEXT, 0.5)
        for door in self._plan.doors:
            gap = self._plan.opening_rect(door, _WALL, is_outside=True)
            canvas.stroke(f"{self._box(gap)} f", "#FFFFFF", 0.5)
            self._leaf(canvas, door)

    def _leaf(self, canvas: TaggedCanvas, door: Door) -> None:
        ink, swing, wall = self._ink(door, TEXT), self._plan.swing_of(door), self._plan.wall_of(door)
        if swing is None:
            strip = self._plan.opening_rect(door, 3)
            canvas.stroke(f"{self._box(strip)} f", ink, 0.5)
            return
        way = (0.0, float(swing.down)) if wall.is_across else (float(swing.right), 0.0)
        shut = (float(swing.right), 0.0) if wall.is_across else (0.0, float(swing.down))
        radius, bend = swing.radius, swing.radius * _BEND

        def place(along: float, out: float) -> Point:
            return self._at(
                swing.x + shut[0] * along + way[0] * out, swing.y + shut[1] * along + way[1] * out
            )

        canvas.stroke(f"{path(place(0, 0), place(0, radius))} S", ink, 2.2)
        handles = (place(bend, radius), place(radius, bend), place(radius, 0))
        curve = " ".join(f"{x:.3f} {y:.3f}" for x, y in handles)
        canvas.stroke(f"[2.5 2] 0 d {path(place(0, radius))} {curve} c S", ink, 0.7)

    def _room_sizes(self, canvas: TaggedCanvas) -> None:
        outline = self._plan.outline
        away = _WALL + 3 * MM / self._unit
        ends = self._at(0, -away), self._at(outline.width, -away)
        canvas.stroke(self._dimension(*ends), SOFT, 0.7)
        self._write(canvas, self._sizes[0], ((ends[0][0] + ends[1][0]) / 2, ends[0][1]))
        away += _BESIDE / self._unit  # its words stand across it and must not touch the wall
        ends = self._at(-away, 0), self._at(-away, outline.depth)
        canvas.stroke(self._dimension(*ends), SOFT, 0.7)
        self._write(canvas, self._sizes[1], (ends[0][0], (ends[0][1] + ends[1][1]) / 2))

    def _dimension(self, start: Point, end: Point) -> str:
        ticks = [path((x - 2, y - 2), (x + 2, y + 2)) for x, y in (start, end)]
        return " ".join(f"{one} S" for one in (path(start, end), *ticks))

    def _name(self, canvas: TaggedCanvas, thing: Thing) -> None:
        lines = self._names.get(thing.id)
        if not lines:
            return
        match thing:
            case Circle():
                # Below the middle, where the aid leaves it readable.
                self._write(canvas, lines, self._at(thing.x, thing.y + thing.diameter * 0.38))
            case Fixture() | Aid():
                self._write(canvas, lines, self._at(*thing.rect.centre))
            case _:
                return

    def _write(self, canvas: TaggedCanvas, lines: Sequence[OwnedLine], middle: Point) -> None:
        """Words on a white plate around a point."""
        wide = max(owned.line.width for owned in lines)
        high = sum(owned.line.style.leading for owned in lines)
        left, top = middle[0] - wide / 2, middle[1] + high / 2
        canvas.ground(left - 1.5, top - high, wide + 3, high, "#FFFFFF")
        canvas.lines([owned.line for owned in lines], left, top, wide)

    def _sign(self, canvas: TaggedCanvas, thing: Thing) -> None:
        """A warning triangle at what collides."""
        match thing:
            case Circle():
                x, y = self._at(thing.x + thing.diameter * 0.35, thing.y - thing.diameter * 0.35)
            case Fixture() | Aid():
                x, y = self._at(thing.rect.right, thing.rect.y)
            case _:
                x, y = self._at(*self._plan.opening_rect(thing, _WALL, is_outside=True).centre)
        triangle = path((x - 5, y - 4), (x + 5, y - 4), (x, y + 5))
        canvas.stroke(f"{triangle} h f", "#FFFFFF", 0.5)
        canvas.stroke(f"{triangle} h S", NOT_MET, 1.2)
        canvas.stroke(f"{path((x, y + 1.6), (x, y - 0.6))} S {circle(x, y - 2.4, 0.5)} f", NOT_MET, 0.9)
