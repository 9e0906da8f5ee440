"""The colours of the window: three palettes of plain hex strings, without Qt.

``LIGHT``, ``DARK`` and ``CONTRAST`` hold the same names; a page never names a colour, it names a *use*:

    tokens.text, tokens.soft        what is read (≥ 7:1 and ≥ 4.5:1 on page and card)
    tokens.background, surface      the page; card, rail and field
    tokens.line, tokens.border      a rule between rows; the edge of a control (≥ 3:1)
    tokens.accent, accent_ground    the one next step, selection; its pale ground
    tokens.verdict(Verdict.MET)     ink and ground of a verdict, which always has a word and a sign too
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Verdict(Enum):
    """What a requirement's check came to; the values are the codes other layers use."""

    MET = "met"
    PARTLY = "partly"
    UNMET = "unmet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour for text and signs, and the ground it is read on."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette; every colour is ``#RRGGBB``."""

    name: str
    is_dark: bool
    has_outlines: bool  # grounds alone do not carry a shape here: chips and selections get an edge
    background: str
    surface: str
    text: str
    soft: str
    disabled: str
    line: str
    border: str
    hover: str
    accent: str
    accent_strong: str  # the accent under the pointer
    accent_ground: str
    on_accent: str
    focus: str
    met: Ink
    partly: Ink
    unmet: Ink
    unknown: Ink

    def verdict(self, verdict: Verdict) -> Ink:
        """Ink and ground of ``verdict``."""
        return {
            Verdict.MET: self.met,
            Verdict.PARTLY: self.partly,
            Verdict.UNMET: self.unmet,
            Verdict.UNKNOWN: self.unknown,
        }[verdict]


LIGHT: Final = Tokens(
    name="light",
    is_dark=False,
    has_outlines=False,
    background="#F3F5F7",
    surface="#FFFFFF",
    text="#17212B",
    soft="#46535F",
    disabled="#7C8895",
    line="#C9D1DA",
    border="#66748A",
    hover="#E9EEF2",
    accent="#0A5673",
    accent_strong="#07415A",
    accent_ground="#E3F0F5",
    on_accent="#FFFFFF",
    focus="#0A5673",
    met=Ink("#17653A", "#E4F3EA"),
    partly=Ink("#7A4F00", "#FFF3DB"),
    unmet=Ink("#A01F1B", "#FBE9E7"),
    unknown=Ink("#46535F", "#EDF0F3"),
)

DARK: Final = Tokens(
    name="dark",
    is_dark=True,
    has_outlines=False,
    background="#12181E",
    surface="#1B232B",
    text="#EEF2F5",
    soft="#B9C5D0",
    disabled="#7C8A97",
    line="#36434F",
    border="#8FA0B2",
    hover="#26313B",
    accent="#7CC8E6",
    accent_strong="#A9DDF1",
    accent_ground="#17333F",
    on_accent="#12181E",
    focus="#7CC8E6",
    met=Ink("#7FD6A2", "#16301F"),
    partly=Ink("#F2C36B", "#33270D"),
    unmet=Ink("#FF9B94", "#3A1916"),
    unknown=Ink("#B9C5D0", "#27313B"),
)

CONTRAST: Final = Tokens(
    name="contrast",
    is_dark=True,
    has_outlines=True,
    background="#000000",
    surface="#000000",
    text="#FFFFFF",
    soft="#FFFFFF",
    disabled="#A8A8A8",
    line="#FFFFFF",
    border="#FFFFFF",
    hover="#2B2B2B",
    accent="#8AE3FF",
    accent_strong="#FFFFFF",
    accent_ground="#00303F",
    on_accent="#000000",
    focus="#FFE800",
    met=Ink("#8CFFB8", "#000000"),
    partly=Ink("#FFD977", "#000000"),
    unmet=Ink("#FFB0AA", "#000000"),
    unknown=Ink("#FFFFFF", "#000000"),
)

PALETTES: Final = (LIGHT, DARK, CONTRAST)


def contrast(one: str, other: str) -> float:
    """The contrast of two ``#RRGGBB`` colours, 1.0 to 21.0 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Iterator[float]:
    for start in (1, 3, 5):
        part = int(colour[start : start + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


# Over white paper in every palette: a ground for all words that were found, and an edge of 4.8:1 for those shown.
FOUND_ON_PAPER: Final = "#FFD24A"
SHOWN_ON_PAPER: Final = "#B3400A"
