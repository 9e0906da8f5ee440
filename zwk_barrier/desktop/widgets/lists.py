"""A short list with rules between its rows: contacts, deadlines, barriers.  For long lists: table.py.

    rows = RowList("history", title=_("Verlauf der Beratung"))
    rows.show_rows([Row(key, _("Tochter: Handwerker kann im Januar"), tail=" · 10 Min.", lead="18.11.", icon="phone",
                        icon_name=_("Telefon"))])
    rows.activated.connect(open_contact)      # the row's key
    rows.acted.connect(write_reminder)        # the key of the row whose button was pressed

One Tab stop; Up and Down move, Enter opens.  Buttons in rows are Tab stops of their own.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.row_item import Row, RowItem

__all__ = ["Row", "RowList"]


class RowList(QWidget):
    """Rows under each other; with ``is_clickable=False`` they are only read."""

    activated = Signal(object)
    acted = Signal(object)
    passed_top = Signal()
    """Up was pressed in the first row."""

    def __init__(self, name: str, *, title: str, is_clickable: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._is_clickable = is_clickable
        self._items: list[RowItem] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows ``rows``; the keyboard stays in its place."""
        while len(self._items) > len(rows):
            item = self._items.pop()
            self._column.removeWidget(item)
            item.deleteLater()
        for item, row in zip(self._items, rows, strict=False):
            item.show_row(row)
        for row in rows[len(self._items) :]:
            self._append(row)
        self._mark_stop(next((item for item in self._items if item.hasFocus()), None))
        self.refit()

    def rows(self) -> list[Row]:
        """What is shown."""
        return [item.row for item in self._items]

    def focus_row(self, index: int) -> None:
        """Gives the keyboard to one row."""
        self._items[
            index
        ].show()  # Qt shows a new row a moment later, and gives no keyboard to what is hidden
        self._items[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark_stop(self._items[index])

    def refit(self) -> None:
        """Gives all leads one width; the theme calls it after the text size has changed."""
        width = max((item.lead_width() for item in self._items), default=0)
        for item in self._items:
            item.set_lead_width(width)

    def _append(self, row: Row) -> None:
        item = RowItem(f"{self.objectName()}_{len(self._items)}", row, self._step)
        item.is_clickable = self._is_clickable
        item.activated.connect(self.activated)
        item.acted.connect(self.acted)
        self._items.append(item)
        self._column.addWidget(item)

    def _step(self, item: RowItem, by: int) -> None:
        index = self._items.index(item) + by
        if 0 <= index < len(self._items):
            self.focus_row(index)
        elif index < 0:
            self.passed_top.emit()

    def _mark_stop(self, stop: RowItem | None) -> None:
        """Only one row is a Tab stop: the one with the keyboard, else the first."""
        stop = stop or (self._items[0] if self._items else None)
        for item in self._items:
            policy = Qt.FocusPolicy.StrongFocus if item is stop else Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(policy)
