"""A table of lines that are there already, as high as it needs, with the current line told in full below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.overriding import override

_ROW, _HEAD, _ROOM = 40, 40, 4  # px at 100 %

Wanted = Callable[["Line"], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what comes back when it is opened, a text for each column, and the whole in words."""

    key: Any
    cells: tuple[str, ...]
    told: str


class Lines:
    """Lines that are there already, in their order."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Other lines from now on."""
        self._lines = dict(enumerate(lines))

    def line(self, place: int) -> Line:
        """One line."""
        return self._lines[place]

    def fetch_ids(self, order: Order, wanted: Wanted | None) -> Sequence[int]:  # noqa: ARG002 - their own order
        """The places of the lines that match."""
        return [place for place, line in self._lines.items() if wanted is None or wanted(line)]

    def fetch_rows(self, ids: Sequence[int]) -> Sequence[Sequence[str]]:
        """One text for each column."""
        return [self._lines[place].cells for place in ids]


class ToldTable(QWidget):
    """Shows up to ``most`` rows at once and scrolls for more; hidden parts take no room."""

    opened = Signal(object)
    """Enter or a double click: the line's key."""

    def __init__(self, name: str, title: str, columns: Sequence[Column], *, most: int = 10) -> None:
        super().__init__()
        self.setObjectName(f"{name}_part")
        self._most: Final = most
        self._wanted: Wanted | None = None
        self._source = Lines()
        self._width = sum(column.width for column in columns)
        self.table = PagedTable(name, title, [replace(one, can_sort=False) for one in columns], self._source)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._told = BodyText(name=f"{name}_told")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addWidget(self._told)
        self.table.rows.loaded.connect(self._fit)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(lambda place: self.opened.emit(self._source.line(place).key))
        self._told.hide()
        self.refit()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these lines; the place of the cursor stays."""
        self._source.set_lines(lines)
        self.table.load(self._wanted)
        place = self.table.current_id()
        if place is not None:
            self._tell(place)
        else:
            self._told.hide()

    def filter_by(self, wanted: Wanted | None) -> None:
        """Shows only the lines that match."""
        self._wanted = wanted
        self.table.load(wanted)

    def count(self) -> int:
        """How many lines are shown."""
        return self.table.rows.rowCount()

    def refit(self) -> None:
        """Measures its height again; the theme calls it after the text size has changed."""
        rows = max(1, min(self._most, self.count()))
        look, scroll = current_look(), self.table.horizontalScrollBar()
        height = look.px(_HEAD) + rows * look.px(_ROW) + _ROOM
        aside = self.table.verticalScrollBar().sizeHint().width() if self.count() > rows else 0
        if look.px(self._width) > self.width() - aside:
            height += scroll.sizeHint().height()
        if height != self.table.height():
            self.table.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _fit(self, _count: int) -> None:
        self.refit()

    def _tell(self, place: int) -> None:
        line = self._source.line(place)
        self._told.setText(line.told)
        self._told.setVisible(bool(line.told))
