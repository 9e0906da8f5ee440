"""Whether letters in a colour can be read on white paper, by WCAG 2.2, success criterion 1.4.3."""

import colorsys
import re
from typing import Final

LEAST_CONTRAST: Final = 4.5
_SHAPE: Final = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS: Final = 200


def is_colour(text: str) -> bool:
    """Whether a text is a colour as ``#rrggbb``."""
    return _SHAPE.fullmatch(text) is not None


def contrast_to_white(colour: str) -> float:
    """The contrast of ``#rrggbb`` against white, 1.0 to 21.0."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def readable(colour: str) -> str:
    """The colour itself, or the nearest darker one of the same hue that has 4.5:1 against white."""
    if contrast_to_white(colour) >= LEAST_CONTRAST:
        return colour.lower()
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(1, _STEPS + 1):
        darker = _text(colorsys.hls_to_rgb(hue, lightness * (1 - step / _STEPS), saturation))
        if contrast_to_white(darker) >= LEAST_CONTRAST:
            return darker
    return "#000000"


def ground_of(colour: str) -> str:
    """The colour so pale that text over it loses next to nothing: seven parts in a hundred on white."""
    return _text(tuple(1 - 0.07 * (1 - part) for part in _parts(colour)))


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _text(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{int(part * 255 + 0.5):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
