"""What every painting widget asks for: the palette in use and how large text is.

    look = current_look()
    painter.setPen(look.colour("soft"))
    height = look.px(40)            # 40 px at 100 %, 80 px at 200 %

A widget asks while it paints or measures and keeps nothing, so a switch needs no restart.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from zwk_barrier.desktop.style.tokens import LIGHT, Tokens

FAMILY: Final = "Atkinson Hyperlegible Next"

# Pixels at 100 %; mocks/README: text, notes, section, page title, measured values, figures.
BODY, NOTE, SECTION, TITLE, MEASURE, FIGURE = 16, 14, 18, 26, 20, 28

CONTROL_RADIUS, CARD_RADIUS = 8, 12
TARGET, LARGE_TARGET = 40, 48  # px a control is high; large ones are for the visit


@lru_cache(maxsize=256)
def colour(code: str) -> QColor:
    """The QColor of ``#RRGGBB``, made once."""
    return QColor(code)


def thinned(ink: QColor, alpha: int) -> QColor:
    """A colour that lets through what lies below; ``alpha`` 0 to 255."""
    thin = QColor(ink)
    thin.setAlpha(alpha)
    return thin


@dataclass(frozen=True)
class Look:
    """A palette at a text size in per cent (100 to 200)."""

    tokens: Tokens = LIGHT
    scale: int = 100
    _fonts: dict[tuple[int, int], QFont] = field(default_factory=dict, compare=False, repr=False)

    def px(self, base: int) -> int:
        """``base`` pixels, grown with the text."""
        return base * self.scale // 100

    def colour(self, use: str) -> QColor:
        """The colour of a use, e.g. ``"accent"``; raises AttributeError for a use that is none."""
        return colour(getattr(self.tokens, use))

    def font(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at ``size`` px of 100 % text; do not change what comes back."""
        key = (size, int(weight))
        font = self._fonts.get(key)
        if font is None:
            font = QFont(FAMILY)
            font.setPixelSize(self.px(size))
            font.setWeight(weight)
            self._fonts[key] = font
        return font

    @property
    def is_large(self) -> bool:
        """Whether text is so large that rails shrink and columns fold."""
        return self.scale >= 150  # from here two columns and a rail no longer fit 1280 px


_PLAIN: Final = Look()


def current_look() -> Look:
    """The look of the running application; light at 100 % before a theme was applied."""
    look: Look = getattr(QApplication.style(), "look", _PLAIN)
    return look
