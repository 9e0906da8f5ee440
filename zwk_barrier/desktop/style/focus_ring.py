"""The ring around whatever has the keyboard: 3 px, 2 px away from the control, above everything.

A widget may carry ``focus_ring``: ``"outside"`` (the default), ``"inside"`` (it fills its place to the edge,
as a table) or ``"own"`` (it marks the focused part itself, as a tab bar).
"""

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTabBar,
    QWidget,
)

from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import CONTROL_RADIUS, current_look
from zwk_barrier.overriding import override

WIDTH, GAP = 3, 2
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class _RingStyle(QProxyStyle):
    """Only the ring itself has this style, so its Python hooks cost no other widget anything."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.margin = WIDTH + GAP

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return self.margin if metric in _MARGINS else super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_FocusFrame:
            radius = CONTROL_RADIUS + self.margin - WIDTH / 2
            box(painter, option.rect, None, current_look().colour("focus"), width=WIDTH, radius=radius)


class FocusRing(QObject):
    """Follows the keyboard focus of ``application`` with a ring, through every window and dialog."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._style = _RingStyle()
        self._style.setParent(self)
        self._frame: QFocusFrame | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        place = _place(new)
        if new is None or new.isWindow() or place == "own":
            if self._frame is not None and shiboken6.isValid(self._frame):
                self._frame.setWidget(None)  # type: ignore[arg-type] # Qt: no widget hides the frame
            return
        self._style.margin = WIDTH + GAP if place == "outside" else 0
        frame = self._living_frame()
        frame.setWidget(new)
        # Qt leaves the frame hidden when its place is scrolled out of view, also after it was scrolled in.
        frame.show()

    def _living_frame(self) -> QFocusFrame:
        # The frame is a child of the window it was last shown in and dies with it.
        if self._frame is None or not shiboken6.isValid(self._frame):
            self._frame = QFocusFrame()
            self._frame.setObjectName("focus_ring")
            self._frame.setStyle(self._style)
        return self._frame


def _place(widget: QWidget | None) -> str:
    if widget is None:
        return "own"
    if bool(widget.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup):
        return "own"  # a popup's list marks its row
    wanted = getattr(widget, "focus_ring", "")
    if wanted:
        return str(wanted)
    if isinstance(widget, QTabBar):
        return "own"
    return "inside" if isinstance(widget, QAbstractItemView) else "outside"
