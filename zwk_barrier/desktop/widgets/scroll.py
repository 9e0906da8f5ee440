"""A page that scrolls, and brings whatever gets the keyboard into view."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from zwk_barrier.overriding import override

_ROOM = 24  # px kept visible around the control with the focus, so that its ring shows


class _Holder(QWidget):
    """Holds the page and asks for no more height than its text needs at the width it has.

    Left to itself a scroll area makes a page with wrapping text as high as it would be at its narrowest.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least

    @override
    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        # A page that grows no wider than it reads well breaks its text there: Qt would measure it at the full width.
        return self._page.heightForWidth(min(width, self._page.maximumWidth()))


class ScrollPage(QScrollArea):
    """Shows ``page`` in full width on whatever ground lies behind; ``name`` is its own objectName."""

    def __init__(self, name: str, page: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # An own one: asked for Qt's, PySide first learns every kind of widget there is, which takes 8 ms.
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        self.setViewport(viewport)
        self._page = page
        self._holder = _Holder(page)
        self.setWidget(self._holder)
        self._holder.setAutoFillBackground(False)
        viewport.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if new is not None and self._holder.isAncestorOf(new):
            self.show_all_of(new)

    def settle_layout(self) -> None:
        """Gives the page the size it needs now instead of with the next event, so that one can scroll in it."""
        layout, page_layout = self._holder.layout(), self._page.layout()
        for each in (layout, page_layout):
            if each is not None:
                each.activate()

    def show_all_of(self, widget: QWidget) -> None:
        """Scrolls until ``widget`` is seen whole, or from its top; Qt's own way shows only a text's cursor."""
        corner = widget.mapTo(self._holder, QPoint(0, 0))
        self.ensureVisible(corner.x(), corner.y() + widget.height(), _ROOM, _ROOM)
        self.ensureVisible(corner.x(), corner.y(), _ROOM, _ROOM)


def fill_scrolling(whole: QWidget, name: str, page: QWidget) -> None:
    """Fills ``whole`` with ``page``, which scrolls where it is higher; ``name`` is the scroll area's objectName."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(ScrollPage(name, page))
