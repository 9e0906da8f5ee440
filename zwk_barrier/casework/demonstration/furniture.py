"""The parts that rooms are drawn from: shells, doors, handrails, rugs, a folding rule."""

from dataclasses import dataclass

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.drawing import Board, Camera, Colour, Point, shade

WHITE: Colour = (238, 238, 234)
DARK: Colour = (62, 58, 56)
STEEL: Colour = (176, 180, 184)
WOOD: Colour = (150, 106, 68)
_WALLS: tuple[Colour, ...] = (
    (222, 214, 198),
    (214, 219, 214),
    (226, 220, 214),
    (208, 214, 222),
    (228, 219, 196),
)
_TILES: tuple[Colour, ...] = (
    (214, 222, 220),
    (226, 214, 202),
    (198, 214, 206),
    (232, 230, 224),
    (206, 196, 190),
)
_FLOORS: tuple[Colour, ...] = (
    (150, 128, 104),
    (120, 118, 116),
    (136, 106, 80),
    (168, 156, 140),
    (110, 100, 96),
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one dwelling."""

    wall: Colour
    tile: Colour
    floor: Colour
    cloth: Colour


def some_palette(dice: Dice) -> Palette:
    """Colours that go together well enough."""
    cloth = dice.one(((118, 64, 62), (62, 88, 112), (96, 104, 70), (132, 96, 52), (92, 70, 98)))
    return Palette(dice.one(_WALLS), dice.one(_TILES), dice.one(_FLOORS), cloth)


def room(camera: Camera, width: float, depth: float, palette: Palette, *, tiled: float = 0.0) -> Board:
    """An empty room of 2.45 m height, its middle at 0; tiled up to a height on all walls."""
    high, left, right, near = 2.45, -width / 2, width / 2, -3.2
    board = Board(camera, palette.wall)
    walls = (
        (
            [(left, high, near), (right, high, near), (right, high, depth), (left, high, depth)],
            (240, 238, 232),
            0.93,
        ),
        ([(left, 0, near), (left, high, near), (left, high, depth), (left, 0, depth)], palette.wall, 0.86),
        (
            [(right, 0, near), (right, high, near), (right, high, depth), (right, 0, depth)],
            palette.wall,
            0.93,
        ),
        ([(left, 0, depth), (right, 0, depth), (right, high, depth), (left, high, depth)], palette.wall, 1.0),
        ([(left, 0, near), (right, 0, near), (right, 0, depth), (left, 0, depth)], palette.floor, 0.97),
    )
    for corners, colour, light in walls:
        board.face(corners, shade(colour, light))
    if tiled:
        _tile(board, width, depth, tiled, palette.tile)
    board.shadow(
        [(left, high, depth), (right, high, depth), (right, high - 0.1, depth), (left, high - 0.1, depth)],
        dark=0.2,
    )
    board.shadow(
        [(left, 0, depth - 0.25), (right, 0, depth - 0.25), (right, 0.02, depth), (left, 0.02, depth)],
        dark=0.35,
    )
    board.glow(
        [(left, 0.4, depth - 2), (left, 2.2, depth - 2), (left, 2.2, depth - 0.7), (left, 0.4, depth - 0.7)],
        bright=0.25,
    )
    return board


def _tile(board: Board, width: float, depth: float, high: float, colour: Colour) -> None:
    left, right, near, tile = -width / 2, width / 2, -1.8, 0.15
    joint = shade(colour, 0.86)
    across, up, away = int(width / tile), int(high / tile), int((depth - near) / tile)
    top = up * tile
    for x, light in ((left, 0.88), (right, 0.94)):
        board.face([(x, 0, near), (x, top, near), (x, top, depth), (x, 0, depth)], shade(colour, light))
        board.grid((x, 0, depth), (0, 0, -tile), (0, tile, 0), (away, up), shade(joint, light))
    board.face([(left, 0, depth), (right, 0, depth), (right, top, depth), (left, top, depth)], colour)
    board.grid((left, 0, depth), (width / across, 0, 0), (0, tile, 0), (across, up), joint)
    board.grid(
        (left, 0.002, depth),
        (width / across, 0, 0),
        (0, 0, -0.2),
        (across, int((depth - near) / 0.2)),
        (120, 112, 106),
    )


def floor_boards(board: Board, width: float, depth: float, palette: Palette, *, wide: float = 0.16) -> None:
    """The joints of a wooden floor."""
    count = int(width / wide)
    board.grid(
        (-width / 2, 0.002, depth),
        (width / count, 0, 0),
        (0, 0, -(depth + 2.4)),
        (count, 1),
        shade(palette.floor, 0.84),
    )


def skirting(board: Board, width: float, depth: float, colour: Colour = WHITE) -> None:
    """A skirting board along the far wall."""
    board.block((-width / 2, 0, depth - 0.02), (width, 0.09, 0.02), shade(colour, 0.92))


def door(
    board: Board, x: float, z: float, width: float, *, open_by: float = 0.0, colour: Colour = WHITE
) -> None:
    """A door in the far wall with its frame; open ones show the dark behind and the leaf swung away."""
    high = 2.0
    frame = 0.07
    board.face(
        [
            (x - frame, 0, z),
            (x + width + frame, 0, z),
            (x + width + frame, high + frame, z),
            (x - frame, high + frame, z),
        ],
        shade(colour, 0.88),
    )
    if not open_by:
        board.face([(x, 0, z), (x + width, 0, z), (x + width, high, z), (x, high, z)], shade(colour, 0.97))
        for low, top in ((0.14, 0.86), (1.08, 1.84)):
            panel = [
                (x + 0.11, low, z),
                (x + width - 0.11, low, z),
                (x + width - 0.11, top, z),
                (x + 0.11, top, z),
            ]
            board.face(panel, shade(colour, 0.9))
        handle(board, x + width - 0.12, z)
        return
    _bathroom_behind(board, x, z, width, high)
    reach = width * open_by
    board.face(
        [(x, 0, z), (x, high, z), (x - 0.1, high, z - reach), (x - 0.1, 0, z - reach)], shade(colour, 0.8)
    )
    board.line([(x - 0.085, 1.04, z - reach + 0.08), (x - 0.06, 1.04, z - reach + 0.2)], STEEL, 0.022)


def _bathroom_behind(board: Board, x: float, z: float, width: float, high: float) -> None:
    """What one sees of a bathroom through its door: tiles, floor, and half a washbasin with its mirror."""
    right = x + width
    board.face([(x, 0, z), (right, 0, z), (right, high, z), (x, high, z)], (186, 196, 196))
    board.grid((x, 0.38, z), (0.09, 0, 0), (0, 0.09, 0), (int(width / 0.09), 12), (166, 178, 178))
    board.face([(x, 0, z), (right, 0, z), (right, 0.38, z), (x, 0.38, z)], (120, 112, 106))
    board.face(
        [(right - 0.3, 0.62, z), (right, 0.62, z), (right, 0.74, z), (right - 0.27, 0.74, z)], (240, 240, 237)
    )
    board.face(
        [(right - 0.2, 0.38, z), (right - 0.1, 0.38, z), (right - 0.1, 0.62, z), (right - 0.2, 0.62, z)],
        (222, 223, 220),
    )
    board.face(
        [(right - 0.26, 0.98, z), (right, 0.98, z), (right, 1.4, z), (right - 0.26, 1.4, z)], (150, 168, 178)
    )


def handle(board: Board, x: float, z: float) -> None:
    """A door handle with its plate."""
    board.face(
        [(x - 0.02, 0.92, z), (x + 0.02, 0.92, z), (x + 0.02, 1.14, z), (x - 0.02, 1.14, z)], (150, 152, 154)
    )
    board.line([(x, 1.06, z - 0.03), (x - 0.12, 1.06, z - 0.03)], STEEL, 0.022)


def folding_rule(board: Board, begin: Point, end: Point) -> None:
    """A yellow folding rule with its black marks."""
    board.line([begin, end], (236, 196, 52), 0.03)
    steps = 12
    for step in range(1, steps):
        share = step / steps
        x, y, z = (b + share * (e - b) for b, e in zip(begin, end, strict=True))
        board.line([(x, y, z - 0.001), (x + 0.004, y + 0.004, z - 0.001)], DARK, 0.016)


def handrail(board: Board, points: list[Point], colour: Colour = (96, 62, 40)) -> None:
    """A handrail along points, on posts down to 0.86 m below."""
    for x, y, z in points:
        board.line([(x, y - 0.86, z), (x, y, z)], shade(colour, 0.8), 0.022)
    board.line(points, colour, 0.05)
    board.line([(x, y + 0.012, z) for x, y, z in points], shade(colour, 1.4), 0.012)


def rug(board: Board, at: tuple[float, float], size: tuple[float, float], colour: Colour) -> None:
    """A runner on the floor with one corner up."""
    x, z = at
    w, d = size
    board.shadow(
        [
            (x - 0.03, 0.002, z - 0.03),
            (x + w + 0.04, 0.002, z - 0.03),
            (x + w + 0.04, 0.002, z + d),
            (x - 0.03, 0.002, z + d),
        ],
        dark=0.3,
        soft=0.01,
    )
    board.face([(x, 0.006, z), (x + w, 0.006, z), (x + w, 0.006, z + d), (x, 0.006, z + d)], colour)
    for inset, light in ((0.05, 1.35), (0.1, 0.8), (0.14, 1.2)):
        corners = [
            (x + inset, 0.007, z + inset),
            (x + w - inset, 0.007, z + inset),
            (x + w - inset, 0.007, z + d - inset),
            (x + inset, 0.007, z + d - inset),
        ]
        board.line([*corners, corners[0]], shade(colour, light), 0.018)
    board.face(
        [(x + w - 0.2, 0.008, z), (x + w, 0.05, z - 0.02), (x + w + 0.01, 0.008, z + 0.22)],
        shade(colour, 1.3),
    )
