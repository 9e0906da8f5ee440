"""Paints push buttons: primary filled, secondary outlined, quiet bare; with icon and shortcut chip.

The buttons of Qt's own dialogs are painted too: the default one as primary, the others as secondary.
``widgets/buttons.py`` sets the attributes read here: ``kind``, ``icon_name``, ``chip``, ``large``.
"""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QWidget

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import LARGE_TARGET, NOTE, TARGET, Look, colour

PADDING, GAP, ICON = 16, 8, 20
CHIP_PADDING = 7
_SEMIBOLD = QFont.Weight.DemiBold


class Kind(Enum):
    """How much a button asks for attention; one primary button a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


class Colours(NamedTuple):
    """What a button is painted with in its present state."""

    fill: QColor | None
    edge: QColor | None
    ink: QColor


def kind_of(widget: QWidget | None, option: QStyleOptionButton) -> Kind:
    """The kind a button was given, else what Qt's own dialogs say about it."""
    kind = getattr(widget, "kind", None)
    if isinstance(kind, Kind):
        return kind
    features = option.features
    if features & QStyleOptionButton.ButtonFeature.Flat:
        return Kind.QUIET
    is_default = bool(features & QStyleOptionButton.ButtonFeature.DefaultButton)
    return Kind.PRIMARY if is_default else Kind.SECONDARY


def colours(look: Look, kind: Kind, state: QStyle.StateFlag) -> Colours:
    """Fill, edge and ink of a button of ``kind`` in ``state``."""
    tokens = look.tokens
    if not state & QStyle.StateFlag.State_Enabled:
        edge = None if kind is Kind.QUIET else colour(tokens.line)
        return Colours(None, edge, colour(tokens.disabled))
    is_warm = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))
    if kind is Kind.PRIMARY:
        return Colours(
            colour(tokens.accent_strong if is_warm else tokens.accent), None, colour(tokens.on_accent)
        )
    if state & QStyle.StateFlag.State_On:
        return Colours(colour(tokens.accent_ground), colour(tokens.accent), colour(tokens.accent))
    fill = colour(tokens.hover) if is_warm else None
    if kind is Kind.QUIET:
        return Colours(fill, None, colour(tokens.text))
    return Colours(fill or colour(tokens.surface), colour(tokens.border), colour(tokens.text))


def paint_button(look: Look, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> bool:
    """Paints the whole button; always True."""
    fill, edge, ink = colours(look, kind_of(widget, option), option.state)
    rect = option.rect
    if fill is not None or edge is not None:
        box(painter, rect, fill, edge)
    icon_name: str = getattr(widget, "icon_name", "")
    chip: str = getattr(widget, "chip", "")
    font = look.font(weight=_SEMIBOLD)
    left = rect.x() + (rect.width() - _content_width(look, option.text, icon_name, chip)) // 2
    if icon_name:
        size = _icon_size(look, widget)
        draw_icon(painter, icon_name, QRect(left, rect.center().y() - size // 2 + 1, size, size), ink)
        left += size + look.px(GAP)
    painter.setFont(font)
    text_width = QFontMetrics(font).size(int(Qt.TextFlag.TextShowMnemonic), option.text).width()
    line_of_text(
        painter, QRect(left, rect.y(), text_width + 2, rect.height()), option.text, ink, mnemonic=True
    )
    if chip:
        paint_chip(look, painter, left + text_width + look.px(GAP), rect.center().y(), chip, ink)
    return True


def paint_chip(look: Look, painter: QPainter, left: int, middle: int, text: str, ink: QColor) -> None:
    """The small box that names a key, with its left edge and its vertical middle given."""
    font = look.font(NOTE - 1, _SEMIBOLD)
    width = chip_width(look, text)
    height = look.px(20)
    rect = QRect(left, middle - height // 2 + 1, width, height)
    edge = colour(look.tokens.line) if ink == colour(look.tokens.text) else ink
    box(painter, rect, None, edge, radius=4)
    painter.setFont(font)
    line_of_text(painter, rect, text, ink, Qt.AlignmentFlag.AlignHCenter)


def chip_width(look: Look, text: str) -> int:
    """How wide the box around a key's name is, in px."""
    font = look.font(NOTE - 1, _SEMIBOLD)
    return QFontMetrics(font).horizontalAdvance(text) + 2 * look.px(CHIP_PADDING)


def button_size(look: Look, option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """The size a button needs: at least a target high and wide, and higher with each further line."""
    target = look.px(LARGE_TARGET if getattr(widget, "large", False) else TARGET)
    chip: str = getattr(widget, "chip", "")
    icon_name: str = getattr(widget, "icon_name", "")
    width = _content_width(look, option.text, icon_name, chip)
    padding = PADDING if option.text else (TARGET - ICON) // 2
    more = option.text.count("\n") * QFontMetrics(look.font(weight=_SEMIBOLD)).lineSpacing()
    return QSize(max(target, width + 2 * look.px(padding)), target + more)


def _content_width(look: Look, text: str, icon_name: str, chip: str) -> int:
    metrics = QFontMetrics(look.font(weight=_SEMIBOLD))
    width = metrics.size(int(Qt.TextFlag.TextShowMnemonic), text).width() if text else 0
    if icon_name:
        width += look.px(ICON) + (look.px(GAP) if text else 0)
    if chip:
        width += chip_width(look, chip) + look.px(GAP)
    return width


def _icon_size(look: Look, widget: QWidget | None) -> int:
    return look.px(ICON + 4 if getattr(widget, "large", False) else ICON)
