"""The look of everything the office prints: colours, type and distances, named once."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Literal

MM: Final = 72 / 25.4

# The light palette of the screen; on white the soft text has 7.9:1, every verdict more than 6:1.
TEXT: Final = "#17212B"
SOFT: Final = "#46535F"
LINE: Final = "#C9D1DA"
ACCENT: Final = "#0A5673"
ACCENT_GROUND: Final = "#EDF4F7"
PLATE_GROUND: Final = "#EDF0F3"
MET: Final = "#17653A"
PARTLY: Final = "#7A4F00"
NOT_MET: Final = "#A01F1B"


LARGE_PRINT: Final = 16.0  # points at least; guides to large print ask for no less
EASY_PRINT: Final = 14.0  # for easy German: BITV 2.0 asks for 120 % of the usual size
_GROWS_FROM: Final = 12.8  # headings grow by a quarter in large print


class Face(Enum):
    """One of the faces a text can be set in."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set; sizes and distances in points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: str = TEXT
    align: Literal["left", "right"] = "left"
    before: float = 0
    after: float = 0
    even: bool = False  # lines of about the same length, as headings and cells want them
    leftward: bool = False  # runs from right to left and stands at the right

    def enlarged(self, least: float) -> "TextStyle":
        """The style where nothing is smaller than ``least`` points; what is larger grows a little with it."""
        factor = max(1.0, least / _GROWS_FROM, least / self.size)
        return replace(self, size=self.size * factor, leading=self.leading * factor)


BODY: Final = TextStyle(11, 16, after=6)
SMALL: Final = TextStyle(9.5, 13, colour=SOFT, even=True)
HEADINGS: Final = {
    1: TextStyle(23, 28, Face.BOLD, before=26, after=8, even=True),
    2: TextStyle(15, 19, Face.BOLD, ACCENT, before=22, after=7, even=True),
    3: TextStyle(12.5, 16, Face.BOLD, before=19, after=5, even=True),
    4: TextStyle(10.5, 14, Face.SEMIBOLD, SOFT, before=13, after=4, even=True),
}
CELL: Final = TextStyle(10.5, 14.5, even=True)
CELL_STRONG: Final = TextStyle(10.5, 14.5, Face.SEMIBOLD, even=True)
CELL_NOTE: Final = TextStyle(9.5, 12.5, colour=SOFT, even=True)
SMALL_CELL: Final = TextStyle(9.5, 12.5, even=True)
COLUMN_HEAD: Final = TextStyle(9.5, 12.5, Face.SEMIBOLD, SOFT)
CAPTION: Final = TextStyle(11, 15, Face.SEMIBOLD, even=True)
RUNNING: Final = TextStyle(9, 11, colour=SOFT)
# So pale that text over it keeps more than 12:1.
WATERMARK: Final = TextStyle(84, 100, Face.BOLD, "#F0F3F6")


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A4 with the margins of a German business letter, in points from the page's edges."""

    width: float = 210 * MM
    height: float = 297 * MM
    left: float = 25 * MM
    right: float = 20 * MM
    first_top: float = 18 * MM
    top: float = 28 * MM
    bottom: float = 27 * MM
    header: float = 15 * MM
    footer: float = 14 * MM

    @property
    def text_width(self) -> float:
        """The width of a full line in points."""
        return self.width - self.left - self.right


A4: Final = PageFormat()
