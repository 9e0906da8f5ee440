"""Drawn rooms, stairs and entrances, each different with every throw."""

from zwk_barrier.casework.demonstration import furniture as put
from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.drawing import Board, Camera, shade


def door(dice: Dice) -> Board:
    """A narrow door to the bathroom, often ajar."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.12, 1.45, -0.95), 9), 1.5, 1.9, palette)
    put.floor_boards(board, 1.5, 1.9, palette)
    put.skirting(board, 1.5, 1.9)
    put.door(board, -0.28, 1.9, 0.63, open_by=0.85 if dice.chance(65) else 0)
    board.block((0.5, 0, 0.9), (0.25, 0.85, 0.62), put.WOOD)
    board.shadow(
        [(0.35, 0.003, 0.85), (0.5, 0.003, 0.85), (0.5, 0.003, 1.6), (0.4, 0.003, 1.6)], dark=0.4, soft=0.02
    )
    put.folding_rule(board, (-0.3, 0.02, 1.55), (0.36, 0.02, 1.5))
    return board


def threshold(dice: Dice) -> Board:
    """A threshold from above, a folding rule beside it."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.15, 0.62, -0.5), 26), 1.5, 1.4, palette)
    put.floor_boards(board, 1.5, 0.62, palette, wide=0.13)
    board.face(
        [(-0.75, 0.004, 0.74), (0.75, 0.004, 0.74), (0.75, 0.004, 1.4), (-0.75, 0.004, 1.4)], palette.tile
    )
    board.grid((-0.75, 0.005, 0.74), (0.15, 0, 0), (0, 0, 0.15), (10, 4), shade(palette.tile, 0.84))
    board.shadow(
        [(-0.75, 0.004, 0.52), (0.75, 0.004, 0.52), (0.75, 0.004, 0.62), (-0.75, 0.004, 0.62)],
        dark=0.45,
        soft=0.012,
    )
    board.block((-0.75, 0, 0.62), (1.5, 0.04, 0.12), put.WOOD)
    board.block((-0.75, 0, 0.6), (0.16, 2.3, 0.14), (236, 234, 228))
    board.block((0.6, 0, 0.6), (0.16, 2.3, 0.14), (236, 234, 228))
    put.folding_rule(board, (0.08, 0, 0.6), (0.08, 0.2, 0.6))
    return board


def hall(dice: Dice) -> Board:
    """A narrow hall with a runner, sometimes dark."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.05, 1.55, -1.3), 10), 1.22, 2.9, palette)
    put.floor_boards(board, 1.22, 2.9, palette)
    put.skirting(board, 1.22, 2.9)
    put.door(board, -0.36, 2.9, 0.72)
    board.block((0.36, 0, 1.1), (0.25, 0.92, 1.0), put.WOOD)
    board.line([(0.6, 1.68, 0.7), (0.6, 1.68, 1.9)], (92, 66, 46), 0.05)
    for z in (0.85, 1.15, 1.5):
        coat = shade(palette.cloth, dice.between(70, 130) / 100)
        board.face(
            [(0.58, 0.95, z), (0.5, 0.95, z + 0.26), (0.56, 1.66, z + 0.16), (0.6, 1.66, z + 0.06)], coat
        )
    put.rug(board, (-0.42, 0.1), (0.66, 2.0), palette.cloth)
    if dice.chance(45):
        board.shadow(
            [(-0.61, 0, -1), (0.61, 0, -1), (0.61, 2.4, 2.9), (-0.61, 2.4, 2.9)], dark=0.32, soft=0.12
        )
    board.round((0, 2.36, 1.4), (0.13, 0.06), (255, 246, 214))
    return board


def stairs(dice: Dice) -> Board:
    """A flight of stairs with one handrail."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.15, 1.5, -1.7), -6), 2.0, 4.2, palette)
    count, rise, tread = 9, 0.18, 0.28
    stone = dice.one(((150, 146, 140), (128, 120, 112), (140, 104, 74)))
    for step in reversed(range(count)):
        low, near = step * rise, 0.5 + step * tread
        top, far = low + rise, near + tread
        board.face(
            [(-0.7, top, near), (0.7, top, near), (0.7, top, far), (-0.7, top, far)], shade(stone, 1.12)
        )
        board.face(
            [(-0.7, low, near), (0.7, low, near), (0.7, top, near), (-0.7, top, near)], shade(stone, 0.78)
        )
        board.line([(-0.7, top - 0.01, near), (0.7, top - 0.01, near)], shade(stone, 1.25), 0.02)
        for side in (-0.7, 0.7):
            board.face(
                [(side, 0, near), (side, top, near), (side, top, far), (side, 0, far)], shade(stone, 0.62)
            )
    rail = [(-0.64, 0.9 + (step + 1) * rise, 0.6 + step * tread) for step in range(0, count, 2)]
    put.handrail(board, rail)
    board.face([(0.25, 1.9, 4.18), (0.8, 1.9, 4.18), (0.8, 2.4, 4.18), (0.25, 2.4, 4.18)], (214, 228, 236))
    board.glow([(-0.4, 0.9, 3), (0.7, 0.9, 3), (0.8, 2.4, 4.1), (0.2, 2.4, 4.1)], bright=0.3, soft=0.08)
    return board


def entrance(dice: Dice) -> Board:
    """Steps before a front door in brick."""
    brick = dice.one(((142, 74, 58), (158, 96, 70), (122, 66, 58)))
    board = Board(Camera((-0.4, 1.5, -1.6), 4, 0.95), (168, 190, 208))
    board.face([(-6, 0, -3), (6, 0, -3), (6, 0, 2), (-6, 0, 2)], (142, 138, 132))
    board.grid((-3, 0.002, 2), (0.4, 0, 0), (0, 0, -0.4), (15, 10), (118, 114, 110))
    board.face([(-6, 0, 2), (6, 0, 2), (6, 5, 2), (-6, 5, 2)], brick)
    for row in range(44):
        board.line([(-3, row * 0.085, 1.999), (3, row * 0.085, 1.999)], shade(brick, 1.3), 0.008)
        shift = 0.12 if row % 2 else 0.0
        for column in range(26):
            x = -3 + column * 0.24 + shift
            board.line([(x, row * 0.085, 1.999), (x, row * 0.085 + 0.085, 1.999)], shade(brick, 1.3), 0.008)
    steps = int(dice.between(2, 4))
    for step in reversed(range(steps)):
        board.shadow(
            [(-0.85, 0.003, 0.85 - 0.3 * step), (0.85, 0.003, 0.85), (0.85, 0.003, 2), (-0.85, 0.003, 2)],
            dark=0.12,
        )
    for step in range(steps):
        low, near = step * 0.17, 1.0 - (steps - 1 - step) * 0.3
        board.block((-0.75, low, near), (1.5, 0.17, 2 - near), (150, 146, 140))
        board.face(
            [(-0.75, low, near), (0.75, low, near), (0.75, low + 0.17, near), (-0.75, low + 0.17, near)],
            (118, 114, 110),
        )
        board.line([(-0.75, low + 0.165, near), (0.75, low + 0.165, near)], (184, 180, 174), 0.014)
    base = steps * 0.17
    leaf = dice.one(((54, 78, 70), (92, 58, 44), (60, 66, 84)))
    board.face(
        [(-0.56, base, 1.99), (0.56, base, 1.99), (0.56, base + 2.2, 1.99), (-0.56, base + 2.2, 1.99)],
        put.WHITE,
    )
    board.face(
        [(-0.48, base, 1.985), (0.48, base, 1.985), (0.48, base + 2.1, 1.985), (-0.48, base + 2.1, 1.985)],
        leaf,
    )
    board.face(
        [
            (-0.3, base + 0.95, 1.98),
            (0.3, base + 0.95, 1.98),
            (0.3, base + 1.9, 1.98),
            (-0.3, base + 1.9, 1.98),
        ],
        (170, 190, 200),
    )
    put.handle(board, 0.4, 1.97)
    for row in range(3):
        board.block((0.86, 1.05 + row * 0.2, 1.86), (0.5, 0.18, 0.12), (196, 198, 200))
        board.line([(0.95, 1.16 + row * 0.2, 1.855), (1.27, 1.16 + row * 0.2, 1.855)], put.DARK, 0.012)
    return board


def kitchen(dice: Dice) -> Board:
    """A kitchenette with a cooker and high cupboards."""
    palette = put.some_palette(dice)
    front = dice.one(((226, 220, 204), (196, 206, 200), (214, 198, 176)))
    board = put.room(Camera((-0.2, 1.5, -1.5), 8), 2.6, 2.0, palette)
    board.face([(-1.3, 0.9, 1.99), (1.3, 0.9, 1.99), (1.3, 1.42, 1.99), (-1.3, 1.42, 1.99)], palette.tile)
    board.grid((-1.3, 0.9, 1.985), (0.13, 0, 0), (0, 0.13, 0), (20, 4), shade(palette.tile, 0.86))
    board.shadow(
        [(-1.3, 0.002, 1.2), (1.3, 0.002, 1.2), (1.3, 0.002, 1.45), (-1.3, 0.002, 1.45)], dark=0.4, soft=0.02
    )
    for x, wide in ((-1.3, 0.6), (-0.7, 0.6), (0.5, 0.8)):
        board.block((x, 0.08, 1.42), (wide, 0.78, 0.58), front)
        board.line([(x + 0.08, 0.76, 1.415), (x + wide - 0.08, 0.76, 1.415)], put.STEEL, 0.016)
        board.line([(x, 0.08, 1.414), (x, 0.86, 1.414)], shade(front, 0.72), 0.012)
        board.line([(x, 0.66, 1.414), (x + wide, 0.66, 1.414)], shade(front, 0.78), 0.01)
    board.block((-0.1, 0, 1.4), (0.6, 0.88, 0.6), (236, 236, 234))
    board.face(
        [(-0.04, 0.16, 1.398), (0.44, 0.16, 1.398), (0.44, 0.6, 1.398), (-0.04, 0.6, 1.398)], (44, 46, 52)
    )
    for knob in range(4):
        board.round((0.0 + knob * 0.13, 0.76, 1.396), (0.028, 0.028), (60, 60, 62))
    board.block((-1.3, 0.86, 1.38), (1.2, 0.04, 0.62), (120, 92, 66))
    board.block((0.5, 0.86, 1.38), (0.8, 0.04, 0.62), (120, 92, 66))
    for x, z in ((0.06, 1.56), (0.34, 1.56), (0.06, 1.82), (0.34, 1.82)):
        board.round((x, 0.884, z), (0.1, 0.08), (52, 50, 52), lies=True)
    board.block((0.26, 0.89, 1.5), (0.18, 0.11, 0.14), (150, 60, 54))
    for x in (-1.3, -0.7, 0.7):
        board.block((x, 1.44, 1.68), (0.6, 0.7, 0.32), shade(front, 1.02))
        board.line([(x + 0.06, 1.52, 1.675), (x + 0.06, 1.7, 1.675)], put.STEEL, 0.014)
        board.line([(x, 1.44, 1.674), (x, 2.14, 1.674)], shade(front, 0.74), 0.012)
    return board


def bedroom(dice: Dice) -> Board:
    """A low bed, a bedside table, a window."""
    palette = put.some_palette(dice)
    board = put.room(Camera((-0.2, 1.5, -1.5), 13), 2.9, 2.4, palette)
    put.floor_boards(board, 2.9, 2.4, palette)
    put.skirting(board, 2.9, 2.4)
    board.face([(-1.0, 1.0, 2.39), (-0.1, 1.0, 2.39), (-0.1, 2.1, 2.39), (-1.0, 2.1, 2.39)], put.WHITE)
    board.face(
        [(-0.93, 1.07, 2.385), (-0.17, 1.07, 2.385), (-0.17, 2.03, 2.385), (-0.93, 2.03, 2.385)],
        (196, 216, 230),
    )
    board.line([(-0.55, 1.07, 2.38), (-0.55, 2.03, 2.38)], put.WHITE, 0.04)
    board.shadow(
        [(0.2, 0.003, 0.4), (1.45, 0.003, 0.4), (1.45, 0.003, 2.4), (0.2, 0.003, 2.4)], dark=0.4, soft=0.03
    )
    board.block((0.3, 0, 2.3), (1.1, 0.95, 0.08), put.WOOD)
    board.block((0.32, 0.12, 0.45), (1.06, 0.14, 1.85), put.WOOD)
    board.block((0.32, 0.26, 0.45), (1.06, 0.16, 1.85), (232, 230, 224))
    board.block((0.38, 0.42, 1.82), (0.9, 0.11, 0.42), (246, 245, 240))
    board.block((0.3, 0.3, 0.43), (1.1, 0.15, 1.2), palette.cloth)
    board.block((-0.28, 0, 1.9), (0.46, 0.52, 0.42), put.WOOD)
    board.block((-0.12, 0.52, 2.05), (0.05, 0.2, 0.05), (120, 110, 96))
    board.block((-0.19, 0.7, 1.98), (0.19, 0.17, 0.18), (244, 226, 176))
    board.glow([(-0.5, 0.4, 2.3), (0.4, 0.4, 2.3), (0.4, 1.2, 2.3), (-0.5, 1.2, 2.3)], bright=0.22, soft=0.06)
    put.folding_rule(board, (0.24, 0, 0.9), (0.24, 0.5, 0.9))
    return board


def balcony(dice: Dice) -> Board:
    """A balcony door behind a step."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.0, 1.35, -0.9), 15), 2.2, 1.7, palette)
    put.floor_boards(board, 2.2, 1.7, palette)
    put.skirting(board, 2.2, 1.7)
    board.face([(-0.62, 0, 1.7), (0.5, 0, 1.7), (0.5, 2.15, 1.7), (-0.62, 2.15, 1.7)], put.WHITE)
    board.face(
        [(-0.52, 0.12, 1.69), (0.4, 0.12, 1.69), (0.4, 2.05, 1.69), (-0.52, 2.05, 1.69)], (186, 208, 226)
    )
    board.face(
        [(-0.52, 0.12, 1.69), (0.4, 0.12, 1.69), (0.4, 0.75, 1.69), (-0.52, 0.75, 1.69)], (150, 164, 150)
    )
    for bar in range(9):
        board.line([(-0.5 + bar * 0.11, 0.3, 1.685), (-0.5 + bar * 0.11, 1.0, 1.685)], (92, 98, 100), 0.016)
    board.line([(-0.52, 1.0, 1.685), (0.4, 1.0, 1.685)], (72, 78, 80), 0.03)
    board.line([(-0.06, 0.12, 1.68), (-0.06, 2.05, 1.68)], put.WHITE, 0.06)
    put.handle(board, 0.02, 1.66)
    board.block((-0.66, 0, 1.58), (1.2, 0.13, 0.14), (206, 200, 190))
    board.glow(
        [(-0.5, 0.01, 0.2), (0.7, 0.01, 0.2), (0.4, 0.01, 1.5), (-0.5, 0.01, 1.5)], bright=0.35, soft=0.03
    )
    put.folding_rule(board, (0.22, 0, 1.55), (0.22, 0.24, 1.55))
    return board


def living(dice: Dice) -> Board:
    """A living room wall with a low socket."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.0, 1.2, -0.8), 14), 2.8, 2.0, palette)
    put.floor_boards(board, 2.8, 2.0, palette)
    put.skirting(board, 2.8, 2.0)
    board.shadow(
        [(-1.2, 0.003, 0.8), (-0.1, 0.003, 0.8), (-0.1, 0.003, 1.9), (-1.2, 0.003, 1.9)], dark=0.4, soft=0.03
    )
    board.block((-1.15, 0.12, 1.05), (0.95, 0.3, 0.8), palette.cloth)
    board.block((-1.15, 0.12, 1.72), (0.95, 0.8, 0.2), shade(palette.cloth, 0.95))
    for x in (-1.25, -0.28):
        board.block((x, 0.1, 1.05), (0.16, 0.5, 0.82), shade(palette.cloth, 0.9))
    board.block((0.95, 0, 1.5), (0.4, 1.7, 0.48), put.WOOD)
    board.face(
        [(0.3, 0.22, 1.99), (0.42, 0.22, 1.99), (0.42, 0.34, 1.99), (0.3, 0.34, 1.99)], (250, 250, 248)
    )
    board.round((0.36, 0.28, 1.985), (0.042, 0.042), (216, 216, 212))
    put.folding_rule(board, (0.2, 0, 1.95), (0.2, 0.5, 1.95))
    return board
