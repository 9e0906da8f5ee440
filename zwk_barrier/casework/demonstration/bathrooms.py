"""Drawn bathrooms, each different with every throw."""

from zwk_barrier.casework.demonstration import furniture as put
from zwk_barrier.casework.demonstration import sanitary
from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.drawing import Board, Camera, shade


def tub(dice: Dice) -> Board:
    """A bath with a high rim, a folding rule before it."""
    palette = put.some_palette(dice)
    board = put.room(Camera((-0.25, 1.55, -1.15), 17), 2.1, 1.9, palette, tiled=2.0)
    sanitary.tub(board, (-0.68, 0, 1.12), (1.72, 0.58, 0.76))
    sanitary.tap(board, (0.75, 0.82, 1.88))
    board.line([(0.75, 0.84, 1.86), (0.8, 1.5, 1.87), (0.8, 1.72, 1.84)], put.STEEL, 0.018)
    board.round((0.8, 1.74, 1.8), (0.06, 0.045), put.STEEL)
    board.block((-1.03, 0, 1.25), (0.3, 0.5, 0.35), (232, 230, 222))
    put.folding_rule(board, (0.05, 0, 1.08), (0.05, 0.62, 1.08))
    put.rug(board, (-0.45, 0.5), (0.8, 0.45), palette.cloth)
    return board


def shower(dice: Dice) -> Board:
    """A shower with a high tray and a curtain."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.1, 1.5, -0.9), 16), 2.0, 1.8, palette, tiled=2.1)
    board.shadow([(0.05, 0.003, 0.75), (1.0, 0.003, 0.75), (1.0, 0.003, 0.95), (0.05, 0.003, 0.95)])
    board.block((0.12, 0, 0.95), (0.88, 0.18, 0.85), (240, 240, 237))
    board.face(
        [(0.2, 0.182, 1.02), (0.95, 0.182, 1.02), (0.95, 0.182, 1.72), (0.2, 0.182, 1.72)], (204, 208, 210)
    )
    sanitary.tap(board, (0.56, 1.1, 1.78))
    board.line([(0.78, 0.95, 1.78), (0.78, 1.95, 1.78)], put.STEEL, 0.02)
    board.round((0.78, 1.98, 1.72), (0.07, 0.05), (160, 164, 170))
    board.line([(0.12, 1.95, 1.8), (0.12, 1.95, 0.95), (1.0, 1.95, 0.95)], put.STEEL, 0.025)
    for fold in range(7):
        x = 0.12 + fold * 0.045
        light = 0.84 if fold % 2 else 1.04
        board.face(
            [(x, 0.24, 0.95), (x + 0.045, 0.24, 0.95), (x + 0.045, 1.95, 0.95), (x, 1.95, 0.95)],
            shade((224, 226, 220), light),
        )
    put.folding_rule(board, (0.3, 0, 0.93), (0.3, 0.3, 0.93))
    return board


def toilet(dice: Dice) -> Board:
    """A narrow bathroom with toilet and washbasin."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.05, 1.5, -1.0), 17), 1.5, 1.75, palette, tiled=1.5)
    sanitary.toilet(board, -0.34, 1.75, high=0.4)
    sanitary.basin(board, 0.34, 1.75, wide=0.5)
    board.line([(0.74, 0.9, 1.3), (0.74, 0.9, 0.7)], put.STEEL, 0.03)
    board.face(
        [(0.735, 0.45, 0.75), (0.735, 0.9, 0.75), (0.735, 0.9, 1.2), (0.735, 0.5, 1.2)],
        shade(palette.cloth, 1.2),
    )
    put.folding_rule(board, (-0.02, 0, 1.3), (-0.02, 0.46, 1.3))
    return board


def basin(dice: Dice) -> Board:
    """A washbasin with two knobs."""
    palette = put.some_palette(dice)
    board = put.room(Camera((0.0, 1.45, -0.55), 10), 1.7, 1.7, palette, tiled=1.5)
    sanitary.basin(board, 0.05, 1.7)
    board.block((-0.75, 0, 1.3), (0.34, 0.82, 0.4), (230, 228, 220))
    board.line([(0.55, 1.02, 1.68), (0.8, 1.02, 1.68)], put.STEEL, 0.02)
    board.face(
        [(0.58, 0.55, 1.67), (0.78, 0.55, 1.67), (0.78, 1.02, 1.67), (0.58, 1.02, 1.67)],
        shade(palette.cloth, 1.25),
    )
    return board
