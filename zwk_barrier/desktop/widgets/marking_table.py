"""A table in which several rows are marked: by Space, by Shift with the arrows, by Ctrl+A, or by a click.

Where rows are mostly opened (``by_box``), a click marks on the box alone, or anywhere with Ctrl.

    table = MarkingTable("team_cases", _("Fälle"), columns, source)
    table.marks_changed.connect(tell)       # how many are marked
    table.marks()                           # their ids, in the order of the rows

Moving about leaves the marks alone, and so does reading again.  A mark is a ticked box as well as a colour.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.style.paint_fields import paint_check_mark
from zwk_barrier.desktop.widgets.table import Cells, PagedTable
from zwk_barrier.overriding import override

_Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_BOX, _GAP = 18, 10
_TO_THE_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class MarkingTable(PagedTable):
    """A PagedTable whose selection is what was marked, apart from the current row."""

    marks_changed = Signal(int)

    def __init__(self, *args: Any, by_box: bool = False, **named: Any) -> None:
        self._marks: set[Any] = set()
        self._by_box = by_box
        super().__init__(*args, **named)
        self.setItemDelegate(_MarkedCells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.selectionModel().selectionChanged.connect(self._note_marks)

    def marks(self) -> list[Any]:
        """The ids of the marked rows, from the top."""
        return [
            row_id for row_id in map(self.rows.id_at, range(self.rows.rowCount())) if row_id in self._marks
        ]

    def clear_marks(self) -> None:
        """Marks nothing any more."""
        self.clearSelection()

    def go_to_row(self, row: int) -> None:
        """Makes a row the current one and leaves the marks alone."""
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _Flag.NoUpdate)
        self.scrollTo(self.rows.index(row, 0))

    def _note_marks(self, gained: QItemSelection, lost: QItemSelection) -> None:
        self._marks |= {self.rows.id_at(index.row()) for index in gained.indexes()}
        self._marks -= {self.rows.id_at(index.row()) for index in lost.indexes()}
        self.marks_changed.emit(len(self._marks))

    @override
    def _restore_current(self) -> None:
        places = {row_id: self.rows.row_of(row_id) for row_id in self._marks}
        self._marks = {row_id for row_id, place in places.items() if place is not None}
        self._mark_all([place for place in places.values() if place is not None])
        current = self.rows.row_of(self.current_id()) if self.current_id() is not None else None
        if self.rows.rowCount():
            self.go_to_row(current or 0)
        self.marks_changed.emit(len(self._marks))

    def _mark_all(self, rows: Iterable[int]) -> None:
        """In one go: a list may have tens of thousands."""
        wanted = QItemSelection()
        last = len(self.rows.columns) - 1
        for row in rows:
            wanted.append(QItemSelectionRange(self.rows.index(row, 0), self.rows.index(row, last)))
        self.selectionModel().select(wanted, _Flag.Select)

    def _is_on_box(self, index: _Index, event: QMouseEvent) -> bool:
        left = self.visualRect(index).x() if index.isValid() else 0
        reach = current_look().px(_BOX + 2 * _GAP)
        return index.column() == 0 and event.position().x() - left <= reach

    def _mark(self, row: int, how: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.rows.index(row, 0), how | _Flag.Rows)

    @override
    def selectionCommand(
        self, index: _Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return _Flag.NoUpdate
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._by_box and not has_ctrl and not self._is_on_box(index, event):
            return _Flag.NoUpdate
        return _Flag.Toggle | _Flag.Rows

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            if rows := self.rows.rowCount():
                first, last = self.rows.index(0, 0), self.rows.index(rows - 1, len(self.rows.columns) - 1)
                self.selectionModel().select(QItemSelection(first, last), _Flag.Select)
        elif key == Qt.Key.Key_Space and row >= 0:
            self._mark(row, _Flag.Toggle)
        elif key in _TO_THE_ENDS and self.rows.rowCount():
            self.go_to_row(0 if key == Qt.Key.Key_Home else self.rows.rowCount() - 1)
        elif key in _UP_AND_DOWN and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and row >= 0:
            self._mark(row, _Flag.Select)
            following = row + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= following < self.rows.rowCount():
                self._mark(following, _Flag.Select)
                self.go_to_row(following)
        else:
            super().keyPressEvent(event)


class _MarkedCells(Cells):
    """The first cell of a row begins with a box, ticked when the row is marked."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column():
            super().paint(painter, option, index)
            return
        look = current_look()
        is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_marked:
            painter.fillRect(option.rect, look.colour("accent_ground"))
        size = look.px(_BOX)
        box = QRect(option.rect.x() + look.px(_GAP), option.rect.center().y() - size // 2, size, size)
        state = QStyle.StateFlag.State_On if is_marked else QStyle.StateFlag.State_Off
        paint_check_mark(look, box, painter, QStyle.StateFlag.State_Enabled | state)
        rest = QStyleOptionViewItem(option)
        rest.rect = option.rect.adjusted(size + look.px(_GAP), 0, 0, 0)
        super().paint(painter, rest, index)
