"""The marks over a photo, as vectors: sharp at every size, and the photo below them untouched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas, path
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import Face, TextStyle
from zwk_barrier.reports.setting.typesetting import Line
from zwk_barrier.rules.mark_shapes import EDGE, INK, Pair, Shape, fitted_plate, shape_of, stroke_width
from zwk_barrier.rules.marks import Mark

WORDS: Final = TextStyle(8.5, 10.5, Face.SEMIBOLD, EDGE, even=True)
_WIDEST: Final = 0.6  # of the picture: wider words take another line
_PAD: Final = 2.5
_EDGE: Final = 0.7
_SMALLEST_STROKE: Final = 1.1

SetLines = Callable[[str, TextStyle, float], list[Line]]


@dataclass(frozen=True, slots=True)
class SetMark:
    """A mark with its words broken into lines."""

    mark: Mark
    lines: tuple[Line, ...]


def set_marks(marks: Sequence[Mark], width: float, set_lines: SetLines) -> tuple[SetMark, ...]:
    """Marks ready to draw over a picture ``width`` points wide."""
    return tuple(
        SetMark(mark, tuple(set_lines(mark.words, WORDS, _WIDEST * width)) if mark.words else ())
        for mark in marks
    )


def draw_marks(
    canvas: TaggedCanvas,
    element: Element,
    marks: Sequence[SetMark],
    box: tuple[float, float, float, float],
) -> None:
    """Draws marks over the picture in ``box`` (left, bottom, width, height), as content of its Figure."""
    if not marks:
        return
    left, bottom, width, height = box
    stroke = max(_SMALLEST_STROKE, stroke_width(width, height))
    with canvas.tagged(element):
        for each in marks:
            shape = shape_of(each.mark, width, height)
            _draw_lines(canvas, shape, (left, bottom + height), stroke)
        for each in marks:  # words last: no line of another mark runs through them
            if each.lines:
                _draw_words(canvas, each, box)


def _draw_lines(canvas: TaggedCanvas, shape: Shape, corner: Pair, stroke: float) -> None:
    strokes = [f"{path(*_placed(line, corner))} S" for line in shape.strokes]
    areas = [f"{path(*_placed(area, corner))} h B" for area in shape.areas]
    if not strokes + areas:
        return
    canvas.stroke(" ".join(strokes + areas), EDGE, stroke + 2 * _EDGE)
    canvas.stroke(" ".join(strokes), INK, stroke)
    if areas:
        canvas.stroke(" ".join(areas), INK, 0.2)


def _draw_words(canvas: TaggedCanvas, each: SetMark, box: tuple[float, float, float, float]) -> None:
    left, bottom, width, height = box
    lines = each.lines
    inner = max(line.width for line in lines)
    edged = inner + 2 * _PAD, sum(line.style.leading for line in lines) + _PAD
    x, y = fitted_plate(shape_of(each.mark, width, height), edged, width, height)
    x, top = left + x, bottom + height - y
    canvas.ground(x, top - edged[1], *edged, EDGE)
    canvas.ground(x + _EDGE, top - edged[1] + _EDGE, edged[0] - 2 * _EDGE, edged[1] - 2 * _EDGE, INK)
    canvas.lines(lines, x + _PAD, top - _PAD / 2, inner)


def _placed(points: Sequence[Pair], corner: Pair) -> list[Pair]:
    """Points on the page, whose y grows upwards."""
    return [(corner[0] + x, corner[1] - y) for x, y in points]
