"""Rows shown anew under the keyboard: it follows the entry it was on, not the place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.row_item import RowItem


def focused_row(rows: RowList) -> RowItem | None:
    """The row of a list that has the keyboard, in itself or in its button."""
    widget = QApplication.focusWidget()
    item = widget if isinstance(widget, RowItem) else widget.parentWidget() if widget is not None else None
    return item if isinstance(item, RowItem) and rows.isAncestorOf(item) else None


def show_following(rows: RowList, shown: Sequence[Row]) -> None:
    """Shows rows whose keys have an ``id``; when the entry is gone, the keyboard goes to what took its place."""
    item = focused_row(rows)
    if item is None:
        rows.show_rows(shown)
        return
    before = [row.key.id for row in rows.rows()]
    entry = item.row.key.id
    place = before.index(entry)
    rows.show_rows(shown)
    now = next((index for index, row in enumerate(shown) if row.key.id == entry), min(place, len(shown) - 1))
    if now >= 0 and now != place:
        rows.focus_row(now)
