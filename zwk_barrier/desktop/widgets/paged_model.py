"""The rows of a long list: all ids at once, the rows themselves in pages of 256 when they are looked at.

So the scroll bar and „Zeile 7 von 100.000“ are true, every order and filter is one question to the store, and the
memory stays the same at any length.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zwk_barrier.overriding import override

PAGE_ROWS, PAGES_KEPT = 256, 40

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_WAITING = "…"
_NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column; ``code`` is what the source sorts by, ``width`` px at 100 % text."""

    code: str
    title: str
    width: int = 160
    is_number: bool = False  # stands at the right
    can_sort: bool = True
    is_fixed: bool = False  # in a table that squeezes it keeps its width, as numbers do
    is_minor: bool = False  # and there it is the first to go


@dataclass(frozen=True)
class Order:
    """What the list is sorted by."""

    column: str
    is_descending: bool = False


class Source(Protocol):
    """Where rows come from; called on a reading thread when the table was given ``ask``."""

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[Any]:
        """The ids of all rows that match ``wanted`` (the table's filter, None for all), in order."""

    def fetch_rows(self, ids: Sequence[Any]) -> Sequence[Sequence[str]]:
        """One text for each column for each id, in the order of ``ids``."""


Ask = Callable[[Callable[[], Any], Callable[[Any], None]], None]


def ask_at_once(question: Callable[[], Any], then: Callable[[Any], None]) -> None:
    """Asks on the thread of the window: for short lists and tests."""
    then(question())


class PagedModel(QAbstractTableModel):
    """Shows what ``source`` has; ``ask(question, then)`` decides where it is asked."""

    loaded = Signal(int)  # how many rows there are now

    def __init__(
        self, columns: Sequence[Column], source: Source, ask: Ask = ask_at_once, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source, self._ask = source, ask
        self._ids: Sequence[Any] = ()
        self._places: dict[Any, int] | None = None
        self._pages: OrderedDict[int, Sequence[Sequence[str]]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0
        self._order = Order(self.columns[0].code)
        self._wanted: Any = None

    def load(self, order: Order | None = None, wanted: Any = None) -> None:
        """Asks for the ids again; the old rows stay until the new ones are there."""
        self._order, self._wanted = order or self._order, wanted
        self._generation += 1
        generation, order, source = self._generation, self._order, self._source
        self._ask(lambda: source.fetch_ids(order, wanted), lambda ids: self._take_ids(generation, ids))

    def id_at(self, row: int) -> Any:
        """The id of a row."""
        return self._ids[row]

    def row_of(self, row_id: Any) -> int | None:
        """Where an id stands, or None."""
        if self._places is None:
            self._places = {each: row for row, each in enumerate(self._ids)}
        return self._places.get(row_id)

    def _take_ids(self, generation: int, ids: Sequence[Any]) -> None:
        if generation != self._generation:
            return  # a newer question is on its way
        self.beginResetModel()
        self._ids, self._places = ids, None
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()
        self.loaded.emit(len(ids))

    def _text(self, row: int, column: int) -> str:
        number = row // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            self._ask_page(number)
            page = self._pages.get(number)
            if page is None:
                return _WAITING
        else:
            self._pages.move_to_end(number)
        return page[row % PAGE_ROWS][column]

    def _ask_page(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        ids = self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
        generation, source = self._generation, self._source
        self._ask(lambda: source.fetch_rows(ids), lambda rows: self._take_page(generation, number, rows))

    def _take_page(self, generation: int, number: int, rows: Sequence[Sequence[str]]) -> None:
        self._asked.discard(number)
        if generation != self._generation:
            return
        self._pages[number] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = self.index(number * PAGE_ROWS, 0)
        last = self.index(number * PAGE_ROWS + len(rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(first, last)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        if role == _ROLE.DisplayRole:
            return self._text(index.row(), index.column())
        if role == _ROLE.TextAlignmentRole and self.columns[index.column()].is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if role == _ROLE.DisplayRole:
            return self.columns[section].title if orientation == Qt.Orientation.Horizontal else section + 1
        if role == _ROLE.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = (
                Qt.AlignmentFlag.AlignRight if self.columns[section].is_number else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
