"""The one style of the program: Fusion, with what is seen most painted calmly and large enough.

Only drawing and measuring are overridden.  ``pixelMetric`` and ``styleHint`` are asked some thirty times a
widget and would cost more than all painting together; ``polish`` alone costs 25 ms at start (measured).
Big item views get plain Fusion painting: ``PagedTable`` sets it on itself.
"""

from collections.abc import Callable
from typing import Any, Final, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionTab,
    QToolButton,
    QWidget,
)

from zwk_barrier.desktop.style import paint_bars as bars
from zwk_barrier.desktop.style import paint_buttons as buttons
from zwk_barrier.desktop.style import paint_fields as fields
from zwk_barrier.desktop.style.look import Look
from zwk_barrier.overriding import override

_Control, _Primitive, _Complex, _Contents = (
    QStyle.ControlElement,
    QStyle.PrimitiveElement,
    QStyle.ComplexControl,
    QStyle.ContentsType,
)

# A painter gets (look, option, painter, widget) and says whether it painted; each element has its own option.
_Paint = Callable[[Look, Any, QPainter, QWidget | None], bool]


def _nothing(look: Look, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """The focus ring is an overlay: Fusion's own hairline stays away."""
    del look, option, painter, widget
    return True


_CONTROLS: Final[dict[QStyle.ControlElement, _Paint]] = {
    _Control.CE_PushButton: buttons.paint_button,
    _Control.CE_CheckBox: fields.paint_check,
    _Control.CE_RadioButton: fields.paint_radio,
    _Control.CE_ComboBoxLabel: fields.paint_combo_label,
    _Control.CE_TabBarTab: bars.paint_tab,
    _Control.CE_ProgressBar: bars.paint_progress,
    _Control.CE_ShapedFrame: fields.paint_shape,
}

_PRIMITIVES: Final[dict[QStyle.PrimitiveElement, _Paint]] = {
    _Primitive.PE_PanelLineEdit: fields.paint_frame,
    _Primitive.PE_FrameLineEdit: fields.paint_frame,
    _Primitive.PE_FrameTabBarBase: bars.paint_tab_base,
    _Primitive.PE_FrameFocusRect: _nothing,
}

_MENU_ITEM_HEIGHT, _ROW_HEIGHT = 36, 40
_TAB_ARROW = 36


class BarrierStyle(QProxyStyle):
    """Paints with ``look``; a theme changes that attribute and asks the application to repaint."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self.look = look

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        paint = _CONTROLS.get(element)
        if paint is None or not paint(self.look, option, painter, widget):
            super().drawControl(element, option, painter, widget)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        paint = _PRIMITIVES.get(element)
        if paint is not None:
            paint(self.look, option, painter, widget)
        elif element == _Primitive.PE_IndicatorItemViewItemCheck:
            fields.paint_check_mark(self.look, option.rect, painter, option.state)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ScrollBar:
            # Qt passes no widget where there is none; the stubs do not know it.
            part = QStyle.SubControl.SC_ScrollBarSlider
            thumb = self.subControlRect(control, option, part, cast("QWidget", widget))
            bars.paint_scroll_bar(self.look, cast("QStyleOptionSlider", option), painter, thumb)
        elif control == _Complex.CC_ToolButton and bars.is_bare_arrow(widget):
            bars.paint_arrow(self.look, cast("QToolButton", widget), option, painter)
        elif control == _Complex.CC_ComboBox and not cast("QStyleOptionComboBox", option).editable:
            fields.paint_combo(self.look, cast("QStyleOptionComboBox", option), painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    @override
    def sizeFromContents(
        self,
        type: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        look = self.look
        if type == _Contents.CT_PushButton:
            return buttons.button_size(look, cast("QStyleOptionButton", option), widget)
        if type == _Contents.CT_TabBarTab:
            return bars.tab_size(look, cast("QStyleOptionTab", option), widget)
        if type in (_Contents.CT_CheckBox, _Contents.CT_RadioButton):
            return fields.mark_size(look, cast("QStyleOptionButton", option))
        if type == _Contents.CT_ComboBox:
            return fields.combo_size(look, cast("QStyleOptionComboBox", option), size, widget)
        if type == _Contents.CT_ScrollBar:
            return bars.scroll_bar_size(cast("QStyleOptionSlider", option), size)
        plain = super().sizeFromContents(type, option, size, cast("QWidget", widget))
        return plain.expandedTo(QSize(0, self._least_height(type, widget)))

    def _least_height(self, type_: QStyle.ContentsType, widget: QWidget | None) -> int:
        if type_ == _Contents.CT_LineEdit:
            return fields.field_height(self.look, widget)
        if type_ == _Contents.CT_MenuItem:
            return self.look.px(_MENU_ITEM_HEIGHT)
        if type_ == _Contents.CT_ItemViewItem:
            return self.look.px(_ROW_HEIGHT)
        return 0


class TabStyle(BarrierStyle):
    """For tab bars alone: the arrows that show hidden tabs are wide enough to hit.

    A style of its own, because ``pixelMetric`` overridden for every widget would be felt.
    """

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TabBarScrollButtonWidth:
            return self.look.px(_TAB_ARROW)
        return super().pixelMetric(metric, option, widget)
