"""The lines a mark is drawn with, for screen and paper alike: who paints them only knows strokes, areas and words."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from zwk_barrier.rules.marks import Arrow, Dimension, Frame, Label, Mark, Spot

INK: Final = "#FFD400"
EDGE: Final = "#111111"
"""Yellow with a black edge is seen on any picture: one of the two always stands out by more than 4.5:1."""

_HEAD_LONG, _HEAD_HALF, _TICK = 4.6, 2.1, 2.6  # strokes

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """Strokes and filled areas of one mark, and where the middle of its words lies; y grows downwards."""

    strokes: tuple[tuple[Pair, ...], ...] = ()
    areas: tuple[tuple[Pair, ...], ...] = ()
    words: str = ""
    words_at: Pair = (0.0, 0.0)
    away: Pair = (0.0, 0.0)
    """Where the words move by half of their own size, so that they do not cover what is meant."""


def stroke_width(width: float, height: float) -> float:
    """How thick a mark's strokes are in a picture of this size, in the same unit."""
    return max(1.0, 0.0055 * math.hypot(width, height))


def shape_of(mark: Mark, width: float, height: float) -> Shape:
    """The lines of a mark in a picture of this size."""
    match mark:
        case Arrow():
            return _arrow(mark, width, height)
        case Dimension():
            return _dimension(mark, width, height)
        case Frame():
            return _frame(mark, width, height)
        case Label():
            return Shape(words=mark.words, words_at=_place(mark.start, width, height))


def distance_to(mark: Mark, at: Pair, width: float, height: float) -> float:
    """How far a place in the picture is from a mark's lines; words count by their middle."""
    shape = shape_of(mark, width, height)
    return min(
        [
            *(_to_line(at, a, b) for line in shape.strokes for a, b in pairwise(line)),
            *([math.dist(at, shape.words_at)] if shape.words or not shape.strokes else []),
        ]
    )


def fitted_plate(shape: Shape, plate: Pair, width: float, height: float) -> Pair:
    """The upper left corner of the words' plate of this size, inside the picture as far as it fits."""
    left = shape.words_at[0] + (shape.away[0] - 1) * plate[0] / 2
    top = shape.words_at[1] + (shape.away[1] - 1) * plate[1] / 2
    return max(0.0, min(left, width - plate[0])), max(0.0, min(top, height - plate[1]))


def _arrow(mark: Arrow, width: float, height: float) -> Shape:
    start, end = _place(mark.start, width, height), _place(mark.end, width, height)
    stroke = stroke_width(width, height)
    along = _direction(start, end)
    across = (-along[1], along[0])
    neck = _on(end, along, -_HEAD_LONG * stroke)
    head = (
        end,
        _on(neck, across, _HEAD_HALF * stroke),
        _on(neck, across, -_HEAD_HALF * stroke),
    )
    return Shape(((start, neck),), (head,), mark.words, start, (-along[0], -along[1]))


def _dimension(mark: Dimension, width: float, height: float) -> Shape:
    start, end = _place(mark.start, width, height), _place(mark.end, width, height)
    along = _direction(start, end)
    across = (-along[1], along[0])
    tick = _TICK * stroke_width(width, height)
    ticks = tuple((_on(one, across, -tick), _on(one, across, tick)) for one in (start, end))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return Shape(((start, end), *ticks), (), mark.words, middle)


def _frame(mark: Frame, width: float, height: float) -> Shape:
    (x1, y1), (x2, y2) = _place(mark.start, width, height), _place(mark.end, width, height)
    left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    box = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return Shape((box,), (), mark.words, ((left + right) / 2, top), (0.0, -1.0))


def _place(spot: Spot, width: float, height: float) -> Pair:
    return spot.x * width, spot.y * height


def _direction(start: Pair, end: Pair) -> Pair:
    length = math.dist(start, end)
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length) if length else (1.0, 0.0)


def _on(place: Pair, direction: Pair, by: float) -> Pair:
    return place[0] + direction[0] * by, place[1] + direction[1] * by


def _to_line(at: Pair, start: Pair, end: Pair) -> float:
    length = math.dist(start, end)
    if not length:
        return math.dist(at, start)
    along = _direction(start, end)
    share = (at[0] - start[0]) * along[0] + (at[1] - start[1]) * along[1]
    return math.dist(at, _on(start, along, min(max(share, 0.0), length)))
