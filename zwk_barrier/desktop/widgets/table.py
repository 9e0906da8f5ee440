"""A table for lists of any length: sorted in the store, paged, operable by keyboard.

    table = PagedTable("cases", _("Fälle"), columns, source, ask=lambda question, then: …)
    table.load(wanted=filter_value)              # also to read again
    table.opened.connect(open_case)              # Enter, double click: the row's id
    table.chosen.connect(preview)                # another row became current: its id
    table.set_widths(saved); table.widths()      # {code: px}; ``widths_changed`` tells when to save

Tab leaves the table, the arrows move, Enter opens, Home and End go to the first and last row.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleFactory,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zwk_barrier.desktop.style.ink import box, chevron, line_of_text
from zwk_barrier.desktop.style.look import NOTE, current_look
from zwk_barrier.desktop.widgets.paged_model import Ask, Column, Order, PagedModel, Source, ask_at_once
from zwk_barrier.overriding import override

__all__ = ["Column", "Order", "PagedTable", "Source"]

_Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT, _HEADER_HEIGHT, _PADDING = 40, 40, 12
_LEAST_WIDTH = 120  # px at 100 % that a column of words keeps


class PagedTable(QTableView):
    """Rows of ``source`` under ``columns``; ``title`` is its name for a screen reader."""

    opened = Signal(object)
    chosen = Signal(object)
    widths_changed = Signal()

    def __init__(
        self, name: str, title: str, columns: Sequence[Column], source: Source, *, ask: Ask = ask_at_once
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        # Big views keep plain Fusion: a style in Python is asked for every cell.  Palette and focus are ours.
        self._fusion = QStyleFactory.create("Fusion")
        self.setStyle(self._fusion)
        self._rows = PagedModel(columns, source, ask, self)
        self._order = Order(columns[0].code)
        self._wanted: Any = None
        self._is_loaded = False
        self._most_rows = 0
        self._can_squeeze = False
        self._current_id: Any = None
        self.setModel(self._rows)
        self.setItemDelegate(Cells(self))
        self._set_behaviour()
        self._set_header()
        self._rows.loaded.connect(self._restore_current)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._activate)
        self.refit()

    @property
    def rows(self) -> PagedModel:
        """The model: how many rows there are, and which id stands where."""
        return self._rows

    def load(self, wanted: Any = None) -> None:
        """Reads the list again, filtered by ``wanted``; the current row stays current when it is still there."""
        self._wanted, self._is_loaded = wanted, True
        self._rows.load(self._order, wanted)

    def sort_by(self, order: Order) -> None:
        """Sorts by another column; before the first :meth:`load` it only says how that will be."""
        self._order = order
        codes = [column.code for column in self._rows.columns]
        direction = Qt.SortOrder.DescendingOrder if order.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(codes.index(order.column), direction)
        if self._is_loaded:
            self._rows.load(order, self._wanted)

    def current_id(self) -> Any:
        """The id of the current row, or None."""
        return self._current_id

    def widths(self) -> dict[str, int]:
        """How wide each column is, in px of 100 % text."""
        scale = current_look().scale
        return {
            column.code: self.columnWidth(index) * 100 // scale
            for index, column in enumerate(self._rows.columns)
        }

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Gives columns a width; unknown codes are left alone."""
        for index, column in enumerate(self._rows.columns):
            self.setColumnWidth(index, current_look().px(widths.get(column.code, column.width)))

    def grow_to(self, rows: int) -> None:
        """Becomes as high as its rows need, up to so many, on a page that scrolls by itself."""
        self._most_rows = rows
        self._rows.loaded.connect(self._fit_height)
        self._fit_height()

    def let_squeeze(self) -> None:
        """Lets minor columns go and others be narrower where they do not all fit, so that the last one is seen too."""
        self._can_squeeze = True
        self._squeeze()

    def refit(self) -> None:
        """Measures rows and columns again; the theme calls it after the text size has changed."""
        look = current_look()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW_HEIGHT))
        self.set_widths({})
        if self._can_squeeze:
            self._squeeze()
        if self._most_rows:
            self._fit_height()

    def _squeeze(self) -> None:
        look, columns, room = current_look(), self._rows.columns, self.viewport().width()
        is_narrow = sum(look.px(column.width) for column in columns) > room
        for place, column in enumerate(columns):
            self.setColumnHidden(place, is_narrow and column.is_minor)
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        whole = [look.px(columns[place].width) for place in shown]
        spare = [_spare(columns[place]) for place in shown]
        missing = min(max(0, sum(whole) - room), look.px(sum(spare)))
        for place, width, part in zip(shown, whole, spare, strict=True):
            self.setColumnWidth(place, width - (-(-missing * part // sum(spare)) if missing else 0))

    def _fit_height(self) -> None:
        rows = max(1, min(self._most_rows, self._rows.rowCount()))
        header = self.horizontalHeader()
        scrolls = sum(map(self.columnWidth, range(header.count()))) > max(self.width(), 1)
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        height = header.sizeHint().height() + rows * self.verticalHeader().defaultSectionSize() + bar
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _set_behaviour(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_header(self) -> None:
        header = _Header(self)
        header.setObjectName(f"{self.objectName()}_header")
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._sort_clicked)
        header.sectionResized.connect(self.widths_changed)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    def _sort_clicked(self, section: int) -> None:
        column = self._rows.columns[section]
        if column.can_sort:
            is_again = self._order.column == column.code
            self.sort_by(Order(column.code, is_descending=is_again and not self._order.is_descending))

    def _restore_current(self) -> None:
        row = self._rows.row_of(self._current_id) if self._current_id is not None else None
        if row is not None:
            self.selectRow(row)
        else:
            self._current_id = None

    def _tell_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._current_id = self._rows.id_at(current.row())
            self.chosen.emit(self._current_id)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.id_at(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif key == Qt.Key.Key_Home and self._rows.rowCount():
            self.selectRow(0)
        elif key == Qt.Key.Key_End and self._rows.rowCount():
            self.selectRow(self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._can_squeeze:
            self._squeeze()
        if self._most_rows:
            self._fit_height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = current_look(), QPainter(self.viewport())
        width, bottom = self.viewport().width(), self.viewport().height()
        row = self.rowAt(0)
        while 0 <= row < self._rows.rowCount():
            end = self.rowViewportPosition(row) + self.rowHeight(row)
            painter.fillRect(QRect(0, end - 1, width, 1), look.colour("line"))
            row = row + 1 if end < bottom else -1
        current = self.currentIndex()
        if current.isValid():
            top = self.rowViewportPosition(current.row())
            place = QRect(0, top, width, self.rowHeight(current.row()) - 1)
            painter.fillRect(QRect(0, top, 4, place.height()), look.colour("accent"))
            if self.hasFocus():
                box(painter, place, None, look.colour("focus"), width=2, radius=4)


def _spare(column: Column) -> int:
    """How much a column can give up, in px of 100 % text."""
    return 0 if column.is_number or column.is_fixed else max(0, column.width - _LEAST_WIDTH)


class Cells(QStyledItemDelegate):
    """Paints a cell: one text, shortened; cheaper than asking the model for eight roles a cell."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = current_look(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_ground"))
        rect = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        font = look.font()
        painter.setFont(font)
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        is_number = index.data(Qt.ItemDataRole.TextAlignmentRole) is not None
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        line_of_text(painter, rect, text, look.colour("text"), side)


class _Header(QHeaderView):
    """Column names over a rule, with a sign at the one the list is sorted by."""

    def __init__(self, table: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSortIndicatorShown(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_look().px(_HEADER_HEIGHT))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = current_look()
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look.colour("border"))
        font = look.font(NOTE, QFont.Weight.DemiBold)
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        is_sorted = logicalIndex == self.sortIndicatorSection()
        if is_sorted:
            room.setRight(room.right() - look.px(16))
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        flags = self.model().headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        side = (
            Qt.AlignmentFlag.AlignRight if flags & Qt.AlignmentFlag.AlignRight else Qt.AlignmentFlag.AlignLeft
        )
        line_of_text(painter, room, shown, look.colour("soft"), side)
        if is_sorted:
            size = look.px(9)
            place = QRect(room.right() + look.px(6), rect.center().y() - size // 2, size, size)
            chevron(
                painter,
                place,
                look.colour("accent"),
                up=self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder,
            )
