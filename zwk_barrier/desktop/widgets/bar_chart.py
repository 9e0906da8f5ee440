"""Figures in a table with bars in one of its columns: the bars are for the eye, the table is what is read aloud.

    table = BarTable("cases_by_district", _("Fälle nach Stadtteil"))
    table.show_table(
        _("Stadtteil"),                                        # what the lines are
        (_("Fälle"), _("je 1.000 ab 65")),                     # the other columns
        [
            BarRow("Lehe", (Figure("84", 84.0), Figure("9,2", 9.2, low=7.4, high=11.2))),
            BarRow("Weddewarden", (Figure("< 5", is_small=True, spoken=_("unter 5")), Figure("–"))),
            BarRow(_("zusammen"), (Figure("261"), Figure("6,1")), is_total=True),
        ],
        bars=0,                                                # the column with bars; None for none
        reference=Reference(_("Stadt 6,1"), 6.1),              # or no line through the bars
    )
    table.opened.connect(lambda row, column: …)                # Enter or double click: where a figure comes from
    table.explained.connect(lambda row, column: …)             # F2, Space or the context menu key: its definition

A ``Figure`` is its words; ``value`` is how long its bar is, ``low`` and ``high`` the ends of a whisker over it, and
``before`` where a mark across the bar stands, for what it was before (a note beside the table says so).  What may not
be told has no value and no bar: ``is_small`` draws an empty dashed box beside its words.  A total has no bar, for
beside it no other would be seen.  ``level`` of a row: 0 is the finest; what sums others stands out.

One Tab stop; the arrows move from figure to figure, Ctrl+C copies the table as a spreadsheet takes it.  It is as high
as its rows need and lets the page scroll; where its columns do not fit, it scrolls sideways by itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStyleFactory,
    QTableView,
)

from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.bar_figures import (
    LEAST_PADDING,
    PADDING,
    BarRow,
    Figure,
    FigureModel,
    Reference,
)
from zwk_barrier.desktop.widgets.bar_painting import BarCells, BarHeader, head_height, measure, row_height
from zwk_barrier.overriding import override

__all__ = ["BarRow", "BarTable", "Figure", "Reference"]

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EXPLAINING_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Space)
_ROOM = 16  # px kept visible around the figure the arrows came to


class BarTable(QTableView):
    """Shows what :meth:`show_table` is given; ``title`` is its name for a screen reader."""

    opened = Signal(int, int)
    """Row and column of a figure, counted without the names of the rows."""

    explained = Signal(int, int)
    """Row and column of a figure, counted without the names of the rows."""

    moved = Signal(int, int)
    """Row and column of the figure the arrows came to."""

    focus_ring = "own"

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        # A style in Python would be asked for every cell: views keep plain Fusion and paint their cells themselves.
        self._fusion = QStyleFactory.create("Fusion")
        self.setStyle(self._fusion)
        self._figures = FigureModel(self)
        self.setModel(self._figures)
        self._cells = BarCells(self._figures, self)
        self.setItemDelegate(self._cells)
        header = BarHeader(self._figures, self)
        header.setObjectName(f"{name}_header")
        self.setHorizontalHeader(header)
        self._set_behaviour()

    @property
    def figures(self) -> FigureModel:
        """The rows and columns shown."""
        return self._figures

    def show_table(
        self,
        head: str,
        columns: Sequence[str],
        rows: Sequence[BarRow],
        *,
        bars: int | None = None,
        reference: Reference | None = None,
    ) -> None:
        """Shows ``rows`` under ``head`` and ``columns``; the keyboard stays in its place where there is one."""
        place = self.currentIndex()
        at = (place.row(), place.column()) if place.isValid() else None
        self._figures.show(head, columns, rows, bars, reference)
        self.refit()
        if at is not None and rows:
            self._go(min(at[0], len(rows) - 1), min(at[1], len(columns)))

    def refit(self) -> None:
        """Measures rows and columns again; the theme calls it after the text size has changed."""
        look, table, room = current_look(), self._figures, self.viewport().width()
        table.padding = PADDING
        widths = measure(look, table, room)
        if sum(widths) > room:
            table.padding = LEAST_PADDING
            widths = measure(look, table, room)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        heights = [row_height(look, table, place, widths[0]) for place in range(len(table.rows))]
        for place, height in enumerate(heights):
            self.setRowHeight(place, height)
        header = head_height(look, table, widths)
        self.horizontalHeader().setFixedHeight(header)
        has_bar = sum(widths) > room
        whole = header + sum(heights) + (self.horizontalScrollBar().sizeHint().height() if has_bar else 0)
        if whole != self.height() or whole != self.minimumHeight():
            self.setFixedHeight(whole)

    def copy(self, before: str = "") -> None:
        """Puts the whole table into the clipboard, its cells parted by tabs, after a line that goes with it."""
        lines = [before] if before else []
        QGuiApplication.clipboard().setText("\n".join([*lines, self._figures.as_text()]))

    def _set_behaviour(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda index: self._tell(self.opened, index))
        self.selectionModel().currentChanged.connect(self._follow)

    def _go(self, row: int, column: int) -> None:
        self.setCurrentIndex(self._figures.index(row, column))

    def _follow(self, index: QModelIndex) -> None:
        self.viewport().update()
        if not index.isValid():
            return
        self._bring_into_view(index)
        if index.column() > 0:
            self.moved.emit(index.row(), index.column() - 1)

    def _bring_into_view(self, index: QModelIndex) -> None:
        """The page scrolls and not the table, so that the bars keep their places."""
        rect = self.visualRect(index)
        bar = self.horizontalScrollBar()
        if rect.left() < 0:
            bar.setValue(bar.value() + rect.left())
        elif rect.right() > self.viewport().width():
            bar.setValue(bar.value() + min(rect.left(), rect.right() - self.viewport().width()))
        parent = self.parentWidget()
        while parent is not None and self.hasFocus():
            content = parent.widget() if isinstance(parent, QScrollArea) else None
            if isinstance(parent, QScrollArea) and content is not None:
                corner = self.viewport().mapTo(content, QPoint(0, 0))
                for bottom in (rect.bottom(), rect.top()):
                    parent.ensureVisible(corner.x(), corner.y() + bottom, 0, _ROOM)
            parent = parent.parentWidget()

    def _tell(self, signal: SignalInstance, index: QModelIndex) -> None:
        if index.isValid():
            signal.emit(index.row(), max(0, index.column() - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _OPENING_KEYS:
            self._tell(self.opened, self.currentIndex())
        elif event.key() in _EXPLAINING_KEYS:
            self._tell(self.explained, self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        self._tell(self.explained, self.currentIndex())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Space explains a figure; letters look for no row."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._figures.rows:
            self._go(0, min(1, self._figures.columnCount() - 1))
        super().focusInEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = current_look(), QPainter(self.viewport())
        width = self.viewport().width()
        for place, row in enumerate(self._figures.rows):
            top = self.rowViewportPosition(place)
            if row.is_total:
                painter.fillRect(QRect(0, top - 1, width, 1), look.colour("border"))
            painter.fillRect(QRect(0, top + self.rowHeight(place) - 1, width, 1), look.colour("line"))
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            place_of = self.visualRect(current).adjusted(1, 1, -1, -2)
            box(painter, place_of, None, look.colour("focus"), width=3, radius=5)
