"""Marks over a photo: arrows, dimension lines, words and frames, editable as long as the photo is kept.

A mark's points are fractions of the picture (0 to 1, from its upper left corner), so that it lies in the same
place on a tablet, in a small card and on paper.  What is kept of them is one JSON object with a version.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from zwk_barrier import wording

VERSION: Final = 1
LONGEST: Final = 200  # characters of a mark's words


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the picture: 0, 0 is its upper left corner and 1, 1 its lower right one."""

    x: float
    y: float

    def moved(self, right: float, down: float) -> "Spot":
        """The place so far away, at most at the picture's edge."""
        return Spot(_inside(self.x + right), _inside(self.y + down))


@dataclass(frozen=True, slots=True)
class Arrow:
    """From its words to what is meant."""

    start: Spot
    end: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A measured stretch between two points; its words are the measure, e.g. ``63 cm``."""

    start: Spot
    end: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box around something, given by two opposite corners."""

    start: Spot
    end: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words, their middle at a place."""

    start: Spot
    words: str = ""


Mark = Arrow | Dimension | Frame | Label

_KINDS: Final[Mapping[str, type[Mark]]] = {
    "arrow": Arrow,
    "dimension": Dimension,
    "frame": Frame,
    "label": Label,
}


def read_marks(drawing: Mapping[str, Any] | None) -> tuple[Mark, ...]:
    """The marks that can be understood; what is damaged or of a later kind is left out."""
    return tuple(mark for mark in map(_read, _items(drawing)) if mark is not None)


def as_drawing(marks: Sequence[Mark], before: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    """The marks as they are kept, None for none; what could not be read in ``before`` is carried along."""
    items = [_written(mark) for mark in marks]
    items += [item for item in _items(before) if _read(item) is None]
    return {"version": VERSION, "marks": items} if items else None


def in_words(marks: Sequence[Mark], _: Callable[[str], str] = wording._) -> str:
    """The marks for somebody who does not see them, e.g. ``Pfeil: Stufe; Maß: 63 cm``; empty for none."""
    return "; ".join(spoken(mark, _) for mark in marks)


def spoken(mark: Mark, _: Callable[[str], str] = wording._) -> str:
    """One mark in words: its kind, and what stands at it."""
    kind = kind_label(mark, _)
    return _("{kind}: {words}").format(kind=kind, words=mark.words) if mark.words else kind


def kind_label(mark: Mark, _: Callable[[str], str] = wording._) -> str:
    """What a mark of this kind is called."""
    match mark:
        case Arrow():
            return _("Pfeil")
        case Dimension():
            return _("Maß")
        case Frame():
            return _("Rahmen")
        case Label():
            return _("Text")


def spots(mark: Mark) -> tuple[Spot, ...]:
    """The points a mark is held by: one or two."""
    return (mark.start,) if isinstance(mark, Label) else (mark.start, mark.end)


def with_spot(mark: Mark, index: int, spot: Spot) -> Mark:
    """The mark with one of its points elsewhere."""
    if index == 0 or isinstance(mark, Label):
        return replace(mark, start=spot)
    return replace(mark, end=spot)


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The whole mark so far away; at the picture's edge it stops and keeps its form."""
    xs, ys = [spot.x for spot in spots(mark)], [spot.y for spot in spots(mark)]
    right = min(max(right, -min(xs)), 1 - max(xs))
    down = min(max(down, -min(ys)), 1 - max(ys))
    for index, spot in enumerate(spots(mark)):
        mark = with_spot(mark, index, spot.moved(right, down))
    return mark


def with_words(mark: Mark, words: str) -> Mark:
    """The mark with other words, on one line and at most 200 characters."""
    return replace(mark, words=" ".join(words.split())[:LONGEST])


def _items(drawing: object) -> list[Any]:
    items = drawing.get("marks") if isinstance(drawing, Mapping) else None
    return items if isinstance(items, list) else []


def _read(item: object) -> Mark | None:
    if not isinstance(item, Mapping):
        return None
    kind, words = item.get("kind"), item.get("words", "")
    made = _KINDS.get(kind) if isinstance(kind, str) else None
    start, end = _spot(item.get("start")), _spot(item.get("end"))
    if made is None or start is None or not isinstance(words, str):
        return None
    if made is Label:
        return with_words(Label(start), words)
    return None if end is None else with_words(made(start, end), words)  # type: ignore[arg-type]


def _written(mark: Mark) -> dict[str, Any]:
    kind = next(name for name, made in _KINDS.items() if made is type(mark))
    ends = dict(zip(("start", "end"), ([_short(s.x), _short(s.y)] for s in spots(mark)), strict=False))
    return {"kind": kind, **ends, "words": mark.words}


def _spot(value: Any) -> Spot | None:
    match value:
        case [x, y] if _is_fraction(x) and _is_fraction(y):
            return Spot(_inside(x), _inside(y))
    return None


def _is_fraction(value: object) -> bool:
    """Whether it is a number near the picture; a comparison with NaN is false."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -1 <= value <= 2  # noqa: PLR2004


def _short(fraction: float) -> float:
    return round(fraction, 4)  # a sixth of a pixel of the largest picture kept


def _inside(fraction: float) -> float:
    return min(max(float(fraction), 0.0), 1.0)
