"""Shows the pages of a document one below the other; only what is visible is rendered."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from zwk_barrier.desktop.preview.pages import PdfPages, Place
from zwk_barrier.desktop.style.look import colour, current_look
from zwk_barrier.desktop.style.tokens import FOUND_ON_PAPER, SHOWN_ON_PAPER
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_GAP: Final = 16
_SCREEN_POINTS: Final = 96 / 72  # pixels per point at 100 %
_KEPT_PICTURES: Final = 8


class _Sheets(QWidget):
    """The canvas the pages are painted on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_sheets")
        self._pages: PdfPages | None = None
        self._zoom = 1.0
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._places: list[QRect] = []
        self._found: Sequence[Place] = ()
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Shows another document."""
        self._pages = pages
        self._pictures.clear()
        self._found = ()
        self.lay_out()

    def show_found(self, found: Sequence[Place], shown: int) -> None:
        """Marks places, one of them as the one shown."""
        self._found, self._shown = found, shown
        self.update()

    def box_of(self, place: Place) -> QRect:
        """Where a place is, in pixels."""
        whole = QRectF()
        for box in place.boxes:
            whole = whole.united(box)
        return self._on_page(whole, place.page)

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages ``zoom`` times their paper size on a 96-dpi screen."""
        self._zoom = zoom
        self.lay_out()

    def lay_out(self) -> None:
        """Places the pages for the present width."""
        self._places.clear()
        top = _GAP
        widest = 0
        for index in range(len(self._pages) if self._pages else 0):
            size = (
                (self._pages.size(index) * (_SCREEN_POINTS * self._zoom)).toSize() if self._pages else QSize()
            )
            left = max(_GAP, (self.width() - size.width()) // 2)
            self._places.append(QRect(left, top, size.width(), size.height()))
            top += size.height() + _GAP
            widest = max(widest, size.width())
        self.setMinimumSize(widest + 2 * _GAP, top)
        self.setFixedHeight(top)
        self.update()

    def paper_width(self) -> float:
        """How wide the widest page is at paper size, in pixels; 0 without a document."""
        pages = self._pages
        widths = [] if pages is None else [pages.size(index).width() for index in range(len(pages))]
        return max(widths, default=0.0) * _SCREEN_POINTS

    def top_of(self, index: int) -> int:
        """Where a page begins, in pixels from the top."""
        return self._places[index].top() - _GAP if index < len(self._places) else 0

    def page_at(self, height: int) -> int:
        """The page that is at ``height``, counted from 0."""
        return next((i for i, place in enumerate(self._places) if place.bottom() > height), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), current_look()
        for index, place in enumerate(self._places):
            if place.intersects(event.rect()):
                # Not scaled to the place: PDFium rounds up, and a row of pixels too many would be left out.
                picture = self._picture(index)
                seen = QRectF(QPointF(0, 0), QSizeF(place.size()) * picture.devicePixelRatio())
                painter.drawImage(QPointF(place.topLeft()), picture, seen)
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self._paint_found(painter, event.rect())

    def _paint_found(self, painter: QPainter, seen: QRect) -> None:
        for number, place in enumerate(self._found):
            for box in place.boxes:
                where = self._on_page(box, place.page).adjusted(-2, -2, 2, 2)
                if not where.intersects(seen):
                    continue
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # letters stay
                painter.fillRect(where, colour(FOUND_ON_PAPER))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if number == self._shown:
                    painter.setPen(QPen(colour(SHOWN_ON_PAPER), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(where)

    def _on_page(self, box: QRectF, page: int) -> QRect:
        factor = _SCREEN_POINTS * self._zoom
        scaled = QRectF(box.topLeft() * factor, box.size() * factor)
        return scaled.translated(self._places[page].topLeft()).toAlignedRect()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def _picture(self, index: int) -> QImage:
        assert self._pages is not None  # noqa: S101 - there are places only where there are pages
        scale = _SCREEN_POINTS * self._zoom * self.devicePixelRatioF()
        picture = self._pictures.get((index, scale))
        if picture is None:
            picture = self._pages.picture(index, scale)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[index, scale] = picture
            while len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        return picture


class PageView(QScrollArea):
    """The pages of a document; scrolled by keys like a text."""

    page_changed = Signal(int)
    """The page in view, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_pages")
        self.setAccessibleName(_("Seiten des Dokuments"))
        self.setAccessibleDescription(_("Der Text steht daneben zum Lesen."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self._zoom = 1.0
        self._fits = True
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1.0 is paper size."""
        return self._zoom

    def show_pages(self, pages: PdfPages | None) -> None:
        """Shows a document from its first page on."""
        self._sheets.show_pages(pages)
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(0)

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages larger or smaller, between 40 % and 400 %, keeping the page in view."""
        self._fits = False
        self._show_at(zoom)

    def _show_at(self, zoom: float) -> None:
        page = self._sheets.page_at(self.verticalScrollBar().value())
        self._zoom = min(4.0, max(0.4, zoom))
        self._sheets.set_zoom(self._zoom)
        self.verticalScrollBar().setValue(self._sheets.top_of(page))

    def fit_width(self) -> None:
        """Shows the pages as wide as there is room, so that nothing lies to the side, until they are zoomed."""
        self._fits = True
        widest = self._sheets.paper_width()
        if widest:
            bar = self.verticalScrollBar().sizeHint().width()
            self._show_at((self.width() - bar - 2 * _GAP - 8) / widest)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits and event.oldSize().width() != event.size().width():
            self.fit_width()

    def page(self) -> int:
        """The page in view, counted from 0."""
        return self._sheets.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    def show_found(self, found: Sequence[Place], shown: int) -> None:
        """Marks what was found and brings the place shown into view."""
        self._sheets.show_found(found, shown)
        if found:
            box = self._sheets.box_of(found[shown])
            self.ensureVisible(box.center().x(), box.center().y(), box.width() // 2 + 40, self.height() // 3)

    def go_to(self, page: int) -> None:
        """Shows a page from its top."""
        self.verticalScrollBar().setValue(self._sheets.top_of(page))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self._sheets.page_at(bar.value())
        steps = {
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Left: lambda: self.go_to(max(0, page - 1)),
            Qt.Key.Key_Right: lambda: self.go_to(page + 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            step()

    def _scrolled(self, _height: int) -> None:
        self.page_changed.emit(self.page())
