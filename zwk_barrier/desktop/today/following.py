"""Where the keyboard is on the first page: rows shown anew under it, it follows the entry and not the place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.row_item import RowItem


def row_with_keyboard() -> RowItem | None:
    """The row that has the keyboard, in itself or in its button."""
    widget = QApplication.focusWidget()
    item = widget if isinstance(widget, RowItem) else widget.parentWidget() if widget is not None else None
    return item if isinstance(item, RowItem) else None


def focused_row(rows: RowList) -> RowItem | None:
    """The same when it is a row of this list."""
    item = row_with_keyboard()
    return item if item is not None and rows.isAncestorOf(item) else None


def begin_at_first(page: QWidget, rows: RowList) -> None:
    """Puts the keyboard on the first row, unless it is on one already or outside ``page``, e.g. in the rail."""
    focus = QApplication.focusWidget()
    if (
        rows.rows()
        and row_with_keyboard() is None
        and (focus is None or focus is page or page.isAncestorOf(focus))
    ):
        rows.focus_row(0)


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
