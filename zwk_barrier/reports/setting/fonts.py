"""The fonts documents are set in, and which of them has a letter the first one lacks.

Atkinson Hyperlegible Next → Noto Sans (Cyrillic, Greek, Vietnamese) → Vazirmatn (Arabic scripts) → DejaVu Sans
(nearly everything else).
A character none of them has becomes a visible box that a screen reader still speaks, and a log line.
"""

import logging
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final, NamedTuple

from zwk_barrier.reports.setting.pdf_objects import EmbeddedFont
from zwk_barrier.reports.setting.right_to_left import parts, visual
from zwk_barrier.reports.setting.styles import Face
from zwk_barrier.reports.setting.text import NO_BREAK, NO_JOIN, SOFT_HYPHEN, clusters
from zwk_barrier.resources import resource

logger = logging.getLogger(__name__)

PLACEHOLDER: Final = "\u25a1"
_CHAINS: Final = {
    Face.REGULAR: (
        "AtkinsonHyperlegibleNext_400Regular",
        "NotoSans_400Regular",
        "Vazirmatn-Regular",
        "DejaVuSans",
    ),
    Face.SEMIBOLD: (
        "AtkinsonHyperlegibleNext_600SemiBold",
        "NotoSans_700Bold",
        "Vazirmatn-Bold",
        "DejaVuSans-Bold",
    ),
    Face.BOLD: ("AtkinsonHyperlegibleNext_700Bold", "NotoSans_700Bold", "Vazirmatn-Bold", "DejaVuSans-Bold"),
}
# Drawn like their plain sisters: they only forbid a line end, and a search for "63 cm" must find them.
_DRAWN_AS: Final = str.maketrans({NO_BREAK: " ", "\u202f": " ", "\u2011": "-", "\u2010": "-", NO_JOIN: None})


@dataclass(frozen=True, eq=False)
class Font:
    """One font file; widths in thousandths of the size."""

    filename: str

    @cached_property
    def embedded(self) -> Any:
        """ReportLab's font object, which takes part in one document only."""
        font = EmbeddedFont(self.filename, resource("fonts", f"{self.filename}.ttf"), asciiReadable=False)
        # A hyphen that only parts a word at the line's end is drawn as one and read as none.
        face = font.face
        face.charToGlyph.setdefault(ord(SOFT_HYPHEN), face.charToGlyph[ord("-")])
        face.charWidths.setdefault(ord(SOFT_HYPHEN), face.charWidths[ord("-")])
        return font

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """Glyph numbers by code point."""
        return dict(self.embedded.face.charToGlyph)

    @cached_property
    def widths(self) -> dict[int, float]:
        """Advance widths by code point."""
        return dict(self.embedded.face.charWidths)

    def has(self, text: str) -> bool:
        """Whether every character can be drawn."""
        return all(ord(char) in self.glyphs for char in text)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths = self.widths
        return sum(widths[ord(char)] for char in text) * size / 1000


class Run(NamedTuple):
    """A stretch of text in one font; ``spoken`` is what is meant when what is drawn differs."""

    font: Font
    text: str
    spoken: str = ""


class FontBook:
    """The fonts of one document, read when first needed.

    One book a document, because ReportLab's fonts cannot be shared by documents set at the same time;
    reading the usual three takes about 3 ms.
    """

    def __init__(self) -> None:
        self._fonts: dict[str, Font] = {}
        self._missing: set[str] = set()

    def font(self, face: Face) -> Font:
        """The font a face is usually set in."""
        return self._font(_CHAINS[face][0])

    def runs(self, text: str, face: Face) -> list[Run]:
        """The text cut into stretches of one font each; letters and their marks stay together."""
        first, drawn = self.font(face), text.translate(_DRAWN_AS)
        if first.has(drawn):
            return [Run(first, drawn)] if drawn else []
        return self.fitted(
            "".join(visual(part) if leftwards else part for part, leftwards in parts(text)), face
        )

    def fitted(self, shown: str, face: Face) -> list[Run]:
        """The same for a text whose letters are in the order they are drawn."""
        found = [self._cluster(cluster, face) for cluster in clusters(shown.translate(_DRAWN_AS))]
        joined = []
        for (font, spoken), group in groupby(found, key=lambda run: (run.font, run.spoken)):
            if spoken:
                joined += list(group)
            else:
                joined.append(Run(font, "".join(run.text for run in group)))
        return joined

    def _cluster(self, cluster: str, face: Face) -> Run:
        for filename in _CHAINS[face]:
            if (font := self._font(filename)).has(cluster):
                return Run(font, cluster)
        if cluster not in self._missing:
            self._missing.add(cluster)
            points = " ".join(f"U+{ord(char):04X}" for char in cluster)
            logger.warning("no shipped font has %s; a box is printed instead", points)
        unknown = any(unicodedata.category(char) in {"Co", "Cn"} for char in cluster)
        return Run(self._font(_CHAINS[face][-1]), PLACEHOLDER, "\ufffd" if unknown else cluster)

    def _font(self, filename: str) -> Font:
        if filename not in self._fonts:
            self._fonts[filename] = Font(filename)
        return self._fonts[filename]
