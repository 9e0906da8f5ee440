"""Pictures of widgets as arrays, and the contrasts in them (WCAG 2.2, relative luminance)."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Pixels = NDArray[np.uint8]
Ratios = NDArray[np.float64]

FEWEST_PIXELS = 4  # of one colour: the cores of letters, even of „Ja“


def grabbed(widget: QWidget, rect: QRect | None = None) -> Pixels:
    """What ``rect`` of ``widget`` looks like now, as height × width × (red, green, blue); nothing outside of it."""
    place = widget.rect() if rect is None else rect.intersected(widget.rect())
    if place.isEmpty():
        return np.zeros((0, 0, 3), dtype=np.uint8)
    picture = widget.grab(place)
    return as_pixels(picture.toImage())


def as_pixels(image: QImage) -> Pixels:
    """The image as height × width × (red, green, blue)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width = plain.height(), plain.width()
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(height, plain.bytesPerLine())
    return rows[:, : width * 3].reshape(height, width, 3).copy()


def luminance(colours: Pixels) -> Ratios:
    """The relative luminance of each colour, 0.0 to 1.0."""
    part = colours.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    weights = np.array([0.2126, 0.7152, 0.0722])
    result: Ratios = linear @ weights
    return result


def ratio(one: Ratios | float, other: Ratios | float) -> Ratios:
    """The contrast between luminances."""
    high, low = np.maximum(one, other), np.minimum(one, other)
    result: Ratios = np.asarray((high + 0.05) / (low + 0.05))
    return result


def text_contrast(pixels: Pixels) -> float | None:
    """The contrast of the ground (most frequent colour) with the colour that differs most from it.

    Letters are drawn with soft edges, so only colours with enough pixels count; None when there is nothing.
    """
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    if not flat.size:
        return None
    codes, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    enough = counts >= FEWEST_PIXELS
    if enough.sum() < 2:
        return None
    codes, counts = codes[enough], counts[enough]
    colours = np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=1).astype(np.uint8)
    light = luminance(colours)
    return float(ratio(light, light[counts.argmax()]).max())


def edge_contrast(strip: Pixels) -> float:
    """The strongest contrast in a strip across an edge against its first pixel, the ground outside."""
    light = luminance(strip.reshape(-1, 3))
    return float(ratio(light, light[0]).max())


def difference(before: Pixels, after: Pixels) -> tuple[int, float]:
    """How many pixels changed by at least 3:1, and the strongest change."""
    changed = (before != after).any(axis=2)
    if not changed.any():
        return 0, 1.0
    ratios = ratio(luminance(before[changed]), luminance(after[changed]))
    return int((ratios >= 3.0).sum()), float(ratios.max())
