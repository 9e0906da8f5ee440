"""The pages of a document in small: where somebody is, and the quick way to another page by keys or mouse."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from zwk_barrier.desktop.preview.pages import PdfPages
from zwk_barrier.desktop.style.ink import box, line_of_text
from zwk_barrier.desktop.style.look import NOTE, current_look
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_WIDTH: Final = 84  # px a page is shown wide, at every text size: it is a picture
_PADDING: Final = 10
_Index = QModelIndex | QPersistentModelIndex


class Thumbnails(QListWidget):
    """One entry for each page; drawn one by one while nothing else is to do, so that long documents open at once."""

    chosen = Signal(int)
    """The page somebody went to, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_thumbnails")
        self.setAccessibleName(_("Seiten im Kleinen"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_PageDelegate(self))
        self._pages: PdfPages | None = None
        self._next = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._draw_next)
        self.currentRowChanged.connect(self._tell)
        self.refit()

    def show_pages(self, pages: PdfPages | None) -> None:
        """Shows the pages of another document, or none."""
        self._timer.stop()
        self._pages, self._next = pages, 0
        self.blockSignals(True)
        self.clear()
        count = 0 if pages is None else len(pages)
        for number in range(1, count + 1):
            self.addItem(QListWidgetItem(_("Seite {page}").format(page=number)))
        self.blockSignals(False)
        if count:
            self.show_current(0)
            self._timer.start()

    def show_current(self, page: int) -> None:
        """Marks the page that is in view, without going there."""
        if page == self.currentRow() or page >= self.count():
            return
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        words = QFontMetrics(current_look().font(NOTE)).horizontalAdvance(_("Seite {page}").format(page=100))
        self.setFixedWidth(max(_WIDTH, words) + 2 * _PADDING + 16)
        self.scheduleDelayedItemsLayout()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _draw_next(self) -> None:
        item = self.item(self._next)
        if self._pages is None or item is None:
            self._timer.stop()
            return
        scale = _WIDTH * self.devicePixelRatioF() / self._pages.size(self._next).width()
        picture = QPixmap.fromImage(self._pages.picture(self._next, scale))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        item.setData(Qt.ItemDataRole.DecorationRole, picture)
        self._next += 1

    def _tell(self, page: int) -> None:
        if page >= 0:
            self.chosen.emit(page)


class _PageDelegate(QStyledItemDelegate):
    """A page with its number below; the one in view on the accent's ground with a bar at its side."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        number = QFontMetrics(current_look().font(NOTE)).height()
        return QSize(_WIDTH + 2 * _PADDING, round(_WIDTH * 1.414) + number + 2 * _PADDING + 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = current_look(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            edge = look.colour("accent") if look.tokens.has_outlines else None
            box(painter, rect.adjusted(2, 2, -2, -2), look.colour("accent_ground"), edge, radius=6)
            painter.fillRect(QRect(rect.x() + 2, rect.y() + 10, 3, rect.height() - 20), look.colour("accent"))
        left = rect.x() + (rect.width() - _WIDTH) // 2
        place = QRect(left, rect.y() + _PADDING, _WIDTH, round(_WIDTH * 1.414))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            place.setHeight(round(picture.deviceIndependentSize().height()))
            painter.drawPixmap(place, picture)
        else:
            painter.fillRect(place, look.colour("surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setFont(look.font(NOTE))
        words = QRect(rect.x(), place.bottom() + 2, rect.width(), rect.bottom() - place.bottom() - 4)
        line_of_text(painter, words, str(index.data()), look.colour("text"), Qt.AlignmentFlag.AlignHCenter)
