"""Paints what is filled in: line edits, frames of text areas, combo boxes, check boxes, radio buttons.

``widgets`` sets the attributes read here: ``invalid`` (what is typed cannot be kept), ``large`` (for visits).
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from zwk_barrier.desktop.style.ink import box, chevron, line_of_text, tick
from zwk_barrier.desktop.style.look import LARGE_TARGET, MEASURE, TARGET, Look, colour

PADDING = 12
ARROW_ROOM = 36  # right end of a combo box
MARK, MARK_GAP = 22, 10
_ENABLED = QStyle.StateFlag.State_Enabled


def paint_frame(look: Look, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """The box of a line edit or text area; red and thicker when what it holds cannot be kept."""
    tokens = look.tokens
    state = option.state
    if getattr(widget, "invalid", False):
        box(painter, option.rect, colour(tokens.surface), colour(tokens.unmet.ink), width=2)
        return True
    is_enabled = bool(state & _ENABLED)
    is_fixed = not is_enabled or bool(state & QStyle.StateFlag.State_ReadOnly)
    fill = tokens.background if is_fixed else tokens.surface
    edge = tokens.line if is_fixed else tokens.border
    if state & QStyle.StateFlag.State_MouseOver and not is_fixed:
        edge = tokens.text
    box(painter, option.rect, colour(fill), colour(edge))
    return True


def paint_shape(look: Look, option: QStyleOptionFrame, painter: QPainter, widget: QWidget | None) -> bool:
    """The box of anything framed as a styled panel; False for lines and plain boxes."""
    if option.frameShape != QFrame.Shape.StyledPanel:
        return False
    return paint_frame(look, option, painter, widget)


def field_height(look: Look, widget: QWidget | None) -> int:
    """How high a field is, in px."""
    return look.px(LARGE_TARGET if getattr(widget, "large", False) else TARGET)


def combo_size(look: Look, option: QStyleOptionComboBox, size: QSize, widget: QWidget | None) -> QSize:
    """Room for the widest choice, the arrow and a target's height."""
    del option
    width = size.width() + look.px(2 * PADDING + ARROW_ROOM)
    return QSize(width, max(size.height(), field_height(look, widget)))


def paint_combo(look: Look, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> bool:
    """Box and arrow; the text follows as a label."""
    paint_frame(look, option, painter, widget)
    rect = option.rect
    room, size = look.px(ARROW_ROOM), look.px(11)
    left = rect.x() if option.direction == Qt.LayoutDirection.RightToLeft else rect.right() - room
    place = QRect(left + (room - size) // 2, rect.center().y() - size // 2, size, size)
    ink = look.tokens.text if option.state & _ENABLED else look.tokens.disabled
    chevron(painter, place, colour(ink))
    return True


def paint_combo_label(
    look: Look, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None
) -> bool:
    """The chosen text, shortened at its end when the box is narrow."""
    if option.editable:
        return False
    font = look.font(MEASURE, QFont.Weight.DemiBold) if getattr(widget, "large", False) else painter.font()
    padding = look.px(PADDING)
    rect = option.rect.adjusted(padding, 0, -look.px(ARROW_ROOM), 0)
    use = "disabled" if not option.state & _ENABLED else "text"
    if getattr(widget, "shows_nothing", False):
        use = "soft"
    text = QFontMetrics(font).elidedText(option.currentText, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    line_of_text(painter, rect, text, look.colour(use))
    return True


def paint_check(look: Look, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> bool:
    """Check box and its text."""
    del widget
    paint_check_mark(look, _mark_rect(look, option.rect), painter, option.state)
    _paint_mark_text(look, option, painter)
    return True


def paint_check_mark(look: Look, rect: QRect, painter: QPainter, state: QStyle.StateFlag) -> None:
    """The square of a check box in ``state``."""
    tokens = look.tokens
    is_on = bool(state & QStyle.StateFlag.State_On)
    is_partly = bool(state & QStyle.StateFlag.State_NoChange)
    is_enabled = bool(state & _ENABLED)
    filled = tokens.accent if is_enabled else tokens.disabled
    if not (is_on or is_partly):
        edge = tokens.border if is_enabled else tokens.line
        box(painter, rect, colour(tokens.surface), colour(edge), width=2, radius=5)
        return
    box(painter, rect, colour(filled), None, radius=5)
    if is_on:
        tick(painter, rect, colour(tokens.on_accent))
    else:
        dash = QRect(rect.x() + rect.width() // 4, rect.center().y() - 1, rect.width() // 2, 3)
        painter.fillRect(dash, colour(tokens.on_accent))


def paint_radio(look: Look, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> bool:
    """Radio button and its text."""
    del widget
    tokens = look.tokens
    rect = _mark_rect(look, option.rect)
    is_enabled = bool(option.state & _ENABLED)
    is_on = bool(option.state & QStyle.StateFlag.State_On)
    edge = tokens.accent if is_on else tokens.border
    radius = rect.width() / 2
    box(
        painter,
        rect,
        colour(tokens.surface),
        colour(edge if is_enabled else tokens.line),
        width=2,
        radius=radius,
    )
    if is_on:
        inner = rect.adjusted(*(sign * rect.width() // 4 for sign in (1, 1, -1, -1)))
        box(painter, inner, colour(tokens.accent if is_enabled else tokens.disabled), radius=radius)
    _paint_mark_text(look, option, painter)
    return True


def mark_size(look: Look, option: QStyleOptionButton) -> QSize:
    """The size of a check box or radio button with its text."""
    text = option.fontMetrics.size(int(Qt.TextFlag.TextShowMnemonic), option.text)
    width = look.px(MARK) + (look.px(MARK_GAP) + text.width() + 4 if option.text else 0)
    return QSize(width, max(look.px(TARGET), text.height()))


def _mark_rect(look: Look, rect: QRect) -> QRect:
    size = look.px(MARK)
    return QRect(QPoint(rect.x() + 1, rect.y() + (rect.height() - size) // 2), QSize(size, size))


def _paint_mark_text(look: Look, option: QStyleOptionButton, painter: QPainter) -> None:
    ink = look.colour("text" if option.state & _ENABLED else "disabled")
    rect = option.rect.adjusted(look.px(MARK) + look.px(MARK_GAP), 0, 0, 0)
    line_of_text(painter, rect, option.text, ink, mnemonic=True)
