"""Photos in a row: equally high, captions below, each with its text alternative."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, OwnedLine, draw_owned, height_of
from zwk_barrier.reports.setting.images import Picture, UnreadablePicture, photo
from zwk_barrier.reports.setting.marks import SetLines, SetMark, draw_marks, set_marks
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import CELL_NOTE, MM, NOT_MET, PLATE_GROUND, TextStyle
from zwk_barrier.reports.setting.typesetting import Span, Text, spans
from zwk_barrier.rules.marks import Mark

logger = logging.getLogger(__name__)

Owned = Callable[[Element, Text, TextStyle, float], list[OwnedLine]]

GUTTER: Final = 7 * MM
_HIGHEST: Final = 84 * MM
_CAPTION_GAP: Final = 4.0
_SMALLEST: Final = 0.75  # a row of pictures may shrink that far to stay on its page
_USUAL_RATIO: Final = 4 / 3
_USUAL_WIDTH: Final = 90 * MM


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; without a picture the caption says why."""

    picture: Picture | None
    element: Element | None
    caption: Sequence[OwnedLine]
    width: float
    height: float
    column: float  # the width its caption was set in
    marks: tuple[SetMark, ...] = ()


class FigureRow(Block):
    """Figures side by side."""

    before = 5
    after = 12

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures

    @property
    def height(self) -> float:
        """The pictures and the longest caption."""
        captions = max(height_of(figure.caption) for figure in self.figures)
        return max(figure.height for figure in self.figures) + _CAPTION_GAP + captions

    @property
    def least(self) -> float:
        """The height with the pictures as small as they may become."""
        return self.height - max(figure.height for figure in self.figures) * (1 - _SMALLEST)

    def squeezed(self, room: float) -> Block | None:
        """The same pictures a little smaller, where that spares a page half empty."""
        highest = max(figure.height for figure in self.figures)
        scale = 1 - (self.height - room) / highest
        if scale < _SMALLEST:
            return None
        smaller = [
            replace(figure, width=figure.width * scale, height=figure.height * scale)
            for figure in self.figures
        ]
        return FigureRow(smaller)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws each picture followed by its caption."""
        for figure in self.figures:
            bottom = top - figure.height
            if figure.picture and figure.element:
                canvas.picture(figure.element, figure.picture, left, bottom, figure.width, figure.height)
                place = (left, bottom, figure.width, figure.height)
                draw_marks(canvas, figure.element, figure.marks, place)
            else:
                canvas.ground(left, bottom, figure.width, figure.height, PLATE_GROUND)
            draw_owned(canvas, figure.caption, left, bottom - _CAPTION_GAP, figure.column)
            left += figure.column + GUTTER


def sizes(ratios: Sequence[float], width: float, in_a_row: int = 2) -> list[tuple[float, float]]:
    """Width and height of pictures that share a row: equally high, at most 84 mm.

    Fewer than a row takes are no larger than if it were full.
    """
    column = (width - GUTTER * (in_a_row - 1)) / in_a_row
    height = min(column * len(ratios) / sum(ratios), _HIGHEST)
    return [(height * ratio, height) for ratio in ratios]


@dataclass(frozen=True, slots=True)
class Plate:
    """A photo as a document sets it: JPEG, caption, text alternative, and the marks over it."""

    jpeg: bytes
    caption: Text
    alternative: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlateSetter:
    """Sets photos in rows: ``owned`` sets a caption, ``set_lines`` the words of a mark.

    ``unreadable`` is said of a picture that cannot be read and leaves a marked place.
    """

    width: float
    unreadable: str
    owned: Owned
    set_lines: SetLines
    in_a_row: int = 2

    def row(self, plates: Sequence[Plate], parent: Element) -> FigureRow:
        """One row of photos, their elements below ``parent``."""
        pictures = [_picture(plate.jpeg) for plate in plates]
        measures = sizes(
            [each.ratio if each else _USUAL_RATIO for each in pictures], self.width, self.in_a_row
        )
        return FigureRow(
            [
                self._figure(plate, each, size, parent)
                for plate, each, size in zip(plates, pictures, measures, strict=True)
            ]
        )

    def _figure(
        self, plate: Plate, picture: Picture | None, size: tuple[float, float], parent: Element
    ) -> Figure:
        wide, high = size
        element = parent.add("Figure") if picture else None
        if element:
            element.alternative = plate.alternative
        caption = plate.caption
        if not picture:
            caption = [*spans(caption), Span(f" {self.unreadable}", colour=NOT_MET)]
        lines = self.owned(parent.add("P"), caption, CELL_NOTE, wide)
        return Figure(picture, element, lines, wide, high, wide, set_marks(plate.marks, wide, self.set_lines))


def _picture(jpeg: bytes) -> Picture | None:
    try:
        return photo(jpeg, _USUAL_WIDTH)
    except UnreadablePicture as reason:
        logger.warning("a photo cannot be read and is left out: %s", reason)
        return None
