"""Sanitary objects to draw: bath, taps, toilet, washbasin."""

from zwk_barrier.casework.demonstration.drawing import Board, Point, shade
from zwk_barrier.casework.demonstration.furniture import STEEL


def tub(board: Board, at: Point, size: Point) -> None:
    """A built-in bath, lengthwise to the right, tiled in front."""
    x, y, z = at
    w, h, d = size
    board.shadow(
        [(x - 0.05, 0.003, z - 0.16), (x + w, 0.003, z - 0.16), (x + w, 0.003, z), (x - 0.05, 0.003, z)]
    )
    board.block(at, size, (224, 226, 224))
    board.grid((x, y, z - 0.001), (0.15, 0, 0), (0, (h - 0.04) / 4, 0), (int(w / 0.15), 4), (196, 200, 198))
    board.block((x, y + h - 0.04, z - 0.02), (w, 0.04, d), (246, 246, 243))
    board.round((x + w / 2, y + h + 0.001, z + d / 2), (w * 0.44, d * 0.36), (222, 225, 226), lies=True)
    board.round(
        (x + w / 2 + 0.02, y + h + 0.002, z + d / 2 + 0.03), (w * 0.4, d * 0.29), (200, 206, 210), lies=True
    )
    board.round(
        (x + w / 2 + 0.05, y + h + 0.003, z + d / 2 + 0.06), (w * 0.3, d * 0.18), (186, 194, 200), lies=True
    )


def tap(board: Board, at: Point) -> None:
    """A tap with two knobs on the wall."""
    x, y, z = at
    board.line([(x - 0.09, y, z), (x + 0.09, y, z)], STEEL, 0.035)
    for side in (-0.11, 0.11):
        board.round((x + side, y, z - 0.02), (0.032, 0.032), (148, 152, 158))
        board.round((x + side - 0.006, y + 0.006, z - 0.03), (0.016, 0.016), (214, 218, 222))
    board.line([(x, y, z - 0.02), (x, y - 0.02, z - 0.16)], STEEL, 0.026)


def toilet(board: Board, x: float, z: float, *, high: float = 0.4) -> None:
    """A toilet before the far wall, its cistern behind it."""
    board.shadow(
        [(x - 0.28, 0.003, z - 0.7), (x + 0.3, 0.003, z - 0.7), (x + 0.26, 0.003, z), (x - 0.24, 0.003, z)]
    )
    board.block((x - 0.2, high, z - 0.17), (0.4, 0.38, 0.17), (236, 236, 232))
    board.block((x - 0.03, high + 0.38, z - 0.11), (0.06, 0.015, 0.06), (180, 184, 188))
    for level in range(9):
        width = 0.115 + 0.011 * level
        board.round(
            (x, level * (high - 0.04) / 8, z - 0.4),
            (width, width * 1.28),
            shade((228, 229, 226), 0.84 + level * 0.018),
            lies=True,
        )
    board.round((x, high - 0.03, z - 0.42), (0.205, 0.275), (214, 216, 214), lies=True)
    board.round((x, high, z - 0.42), (0.2, 0.27), (250, 250, 247), lies=True)
    board.round((x, high + 0.001, z - 0.44), (0.13, 0.19), (188, 194, 198), lies=True)
    board.block((x - 0.18, high + 0.02, z - 0.2), (0.36, 0.37, 0.025), (247, 247, 244))


def basin(board: Board, x: float, z: float, *, wide: float = 0.56) -> None:
    """A washbasin with two taps, mirror and shelf at the far wall."""
    board.shadow(
        [
            (x - wide / 2, 0.3, z),
            (x + wide / 2 + 0.1, 0.3, z),
            (x + wide / 2 + 0.1, 0.84, z),
            (x - wide / 2, 0.84, z),
        ],
        dark=0.25,
    )
    board.block((x - 0.09, 0, z - 0.24), (0.18, 0.72, 0.18), (226, 227, 224))
    board.block((x - wide / 2, 0.7, z - 0.46), (wide, 0.15, 0.46), (240, 240, 237))
    board.round((x, 0.852, z - 0.24), (wide * 0.4, 0.15), (206, 211, 214), lies=True)
    board.round((x + 0.01, 0.853, z - 0.21), (wide * 0.3, 0.1), (190, 197, 202), lies=True)
    tap(board, (x, 0.98, z - 0.04))
    board.face(
        [(x - 0.27, 1.2, z), (x + 0.27, 1.2, z), (x + 0.27, 1.82, z), (x - 0.27, 1.82, z)], (166, 182, 190)
    )
    board.glow(
        [(x - 0.25, 1.5, z), (x - 0.02, 1.8, z), (x + 0.1, 1.8, z), (x - 0.25, 1.32, z)],
        bright=0.4,
        soft=0.012,
    )
    board.block((x - 0.3, 1.1, z - 0.13), (0.6, 0.015, 0.13), (214, 220, 224))
