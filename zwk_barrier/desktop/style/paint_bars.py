"""Paints tabs (underlined), scroll bars, progress bars and tool tips."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QToolButton,
    QWidget,
)

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import BODY, TARGET, Look, colour

TAB_PADDING = 14
SCROLL_EXTENT, THUMB = 24, 10  # px: what can be hit, what is seen
_SEMIBOLD = QFont.Weight.DemiBold


def tab_size(look: Look, option: QStyleOptionTab, widget: QWidget | None = None) -> QSize:
    """The size of a tab; measured in the weight of the selected one, so that nothing jumps.

    A row of many tabs may ask for less room by its ``tab_padding`` and ``tab_text``, in px at 100 %.
    """
    font = look.font(getattr(widget, "tab_text", BODY), _SEMIBOLD)
    padding = look.px(getattr(widget, "tab_padding", TAB_PADDING))
    return QSize(QFontMetrics(font).horizontalAdvance(option.text) + 2 * padding, look.px(TARGET + 8))


def paint_tab(look: Look, option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> bool:
    """A tab: its text, and when selected bold in the accent over a thick line."""
    tokens = look.tokens
    rect = option.rect
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if option.state & QStyle.StateFlag.State_MouseOver and not is_selected:
        box(painter, rect.adjusted(2, 4, -2, -4), colour(tokens.hover))
    if option.state & QStyle.StateFlag.State_HasFocus and is_selected:
        ring(look, painter, rect.adjusted(0, 1, 0, -5))
    weight = _SEMIBOLD if is_selected else QFont.Weight.Normal
    painter.setFont(look.font(getattr(widget, "tab_text", BODY), weight))
    ink = tokens.accent if is_selected else tokens.soft
    if not option.state & QStyle.StateFlag.State_Enabled:
        ink = tokens.disabled
    line_of_text(painter, rect, option.text, colour(ink), Qt.AlignmentFlag.AlignHCenter, mnemonic=True)
    if is_selected:
        painter.fillRect(QRect(rect.x(), rect.bottom() - 2, rect.width(), 3), colour(tokens.accent))
    return True


def paint_tab_base(look: Look, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """The rule the tabs stand on."""
    rect = widget.rect() if widget is not None else option.rect
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look.colour("line"))
    return True


def ring(look: Look, painter: QPainter, rect: QRect) -> None:
    """The focus ring inside ``rect``, for parts that no overlay can surround."""
    box(painter, rect, None, look.colour("focus"), width=3, radius=6)


def paint_scroll_bar(look: Look, option: QStyleOptionSlider, painter: QPainter, thumb: QRect) -> None:
    """A round thumb on the bare ground."""
    tokens = look.tokens
    is_flat = option.orientation == Qt.Orientation.Horizontal
    spare = ((thumb.height() if is_flat else thumb.width()) - THUMB) // 2
    rect = thumb.adjusted(2, spare, -2, -spare) if is_flat else thumb.adjusted(spare, 2, -spare, -2)
    is_warm = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))
    box(painter, rect, colour(tokens.text if is_warm else tokens.border), radius=THUMB / 2)


def scroll_bar_size(option: QStyleOptionSlider, size: QSize) -> QSize:
    """As long as asked for, a target across."""
    if option.orientation == Qt.Orientation.Horizontal:
        return QSize(size.width(), SCROLL_EXTENT)
    return QSize(SCROLL_EXTENT, size.height())


def is_bare_arrow(widget: QWidget | None) -> bool:
    """Whether a tool button is nothing but an arrow, as those of a tab bar with too many tabs."""
    return isinstance(widget, QToolButton) and widget.arrowType() != Qt.ArrowType.NoArrow


def paint_arrow(look: Look, button: QToolButton, option: QStyleOptionComplex, painter: QPainter) -> None:
    """An arrow on the ground of what it belongs to."""
    tokens = look.tokens
    painter.fillRect(option.rect, colour(tokens.background))
    if option.state & QStyle.StateFlag.State_MouseOver and option.state & QStyle.StateFlag.State_Enabled:
        box(painter, option.rect.adjusted(1, 4, -1, -4), colour(tokens.hover))
    icons = {Qt.ArrowType.LeftArrow: "chevron-left", Qt.ArrowType.RightArrow: "chevron-right"}
    icons |= {Qt.ArrowType.UpArrow: "chevron-up", Qt.ArrowType.DownArrow: "chevron-down"}
    size = look.px(20)
    place = QRect(option.rect.center().x() - size // 2, option.rect.center().y() - size // 2, size, size)
    ink = tokens.text if option.state & QStyle.StateFlag.State_Enabled else tokens.disabled
    draw_icon(painter, icons[button.arrowType()], place, colour(ink))


def paint_progress(
    look: Look, option: QStyleOptionProgressBar, painter: QPainter, widget: QWidget | None
) -> bool:
    """A thin round bar; False while the length is unknown, which Fusion animates."""
    del widget
    if option.maximum <= option.minimum:
        return False
    tokens = look.tokens
    height = look.px(10)
    rect = QRect(option.rect.x(), option.rect.center().y() - height // 2, option.rect.width(), height)
    box(painter, rect, colour(tokens.unknown.ground), colour(tokens.border), radius=height / 2)
    share = (option.progress - option.minimum) / (option.maximum - option.minimum)
    if share > 0:
        done = QRect(rect.x(), rect.y(), max(height, round(rect.width() * min(share, 1.0))), height)
        box(painter, done, colour(tokens.accent), radius=height / 2)
    return True
