"""A list of the page Netzwerk: filters over a table, sums beside it, and what an empty one says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.desktop.widgets.scroll import ScrollPage, fill_scrolling
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable, Source
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_PAUSE = 200  # ms without a key before the list is asked for again
_LEAST_HEIGHT = 240  # px: at large text the filters leave no more, and the page scrolls

_Widget = TypeVar("_Widget", bound=QWidget)


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list is called and says while it is empty; ``name`` is its objectName."""

    name: str
    title: str
    new: str
    icon: str
    empty: str
    advice: str
    no_hit: str


class RecordList(QWidget):
    """Filters, table and sums; ``wanted`` gives the filter as it stands."""

    opened = Signal(object)
    """The id of the record to show."""

    beginning = Signal()
    """Somebody wants a new one."""

    counted = Signal(int)
    """How many are listed now."""

    def __init__(
        self,
        desk: Desk,
        words: ListWords,
        columns: list[Column],
        source: Source,
        wanted: Callable[[], Any],
        nothing: Any,
    ) -> None:
        super().__init__()
        self.setObjectName(words.name)
        self._desk, self._words, self._wanted, self._nothing = desk, words, wanted, nothing
        self.filters = FilterBar(f"{words.name}_filters")
        self.sums = SoftText(name=f"{words.name}_sums")
        self.table = PagedTable(
            f"{words.name}_table",
            words.title,
            columns,
            source,
            ask=lambda question, then: desk.work.ask(question, then=then, owner=self),
        )
        self.table.let_squeeze()
        self._fields: list[Any] = []
        self._body = QStackedWidget()
        self._body.setObjectName(f"{words.name}_body")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.table.opened.connect(lambda key: self.opened.emit(UUID(key)))
        self.table.rows.loaded.connect(self._show_count)
        self._lay_out()

    def add_filter(self, label: str, field: _Widget) -> _Widget:
        """Appends a filter; the list follows it."""
        self.filters.add_field(label, field)
        return self._follow(field)

    def reload(self) -> None:
        """Reads the list again, with the filter as it is."""
        self.table.load(self._wanted())

    def reread(self, changed: Changed, *tables: str) -> None:
        """Reads the list again when one of these tables was changed while it is seen."""
        if self.isVisible() and changed.touches(*tables):
            self.reload()

    def begin(self) -> None:
        """Reads the list and gives it the keyboard: the row that was left, or else the first filter."""
        self.reload()
        place = self.table if self.table.current_id() is not None else self._fields[0]
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, row_id: UUID) -> None:
        """Makes a row the one the keyboard comes back to."""
        row = self.table.rows.row_of(row_id.hex)
        if row is not None:
            self.table.selectRow(row)

    def _follow(self, field: _Widget) -> _Widget:
        self._fields.append(field)
        if isinstance(field, LineField):
            field.typed.connect(self._pause.start)
        else:
            field.kept.connect(lambda _value: self.reload())  # type: ignore[attr-defined] # every field has it
        return field

    def _show_count(self, count: int) -> None:
        is_filtered = self._wanted() != self._nothing
        self._body.setCurrentIndex(0 if count else (2 if is_filtered else 1))
        self.counted.emit(count)

    def _forget_filter(self) -> None:
        for field in self._fields:
            if isinstance(field, LineField):
                field.clear()
            else:
                field.set_value(None)
        self.reload()
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words = self._words
        new = Button(f"{words.name}_new", words.new, kind=Kind.PRIMARY, icon="plus")
        new.clicked.connect(self.beginning)
        head = QHBoxLayout()
        head.addWidget(self.sums, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(new, 0, Qt.AlignmentFlag.AlignTop)
        all_again = Button(f"{words.name}_all", _("Alle zeigen"))
        all_again.clicked.connect(self._forget_filter)
        for part in (self.table, self._nothing_yet(), self._no_hit(all_again)):
            self._body.addWidget(part)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._body, 1)
        self._body.setMinimumHeight(_LEAST_HEIGHT)
        fill_scrolling(self, f"{words.name}_scroll", page)
        self.table.sort_by(Order(self.table.rows.columns[0].code, is_descending=self.is_newest_first))

    is_newest_first = False
    """Whether the list begins with what its first column holds last."""

    def _nothing_yet(self) -> ScrollPage:
        words = self._words
        state = EmptyState(f"{words.name}_empty", icon=words.icon, title=words.empty, text=words.advice)
        return ScrollPage(f"{words.name}_empty_scroll", state)

    def _no_hit(self, button: Button) -> ScrollPage:
        state = EmptyState(
            f"{self._words.name}_nothing",
            icon="search",
            title=self._words.no_hit,
            text=_("Versuchen Sie es mit weniger Buchstaben, oder sehen Sie alle an."),
            button=button,
        )
        return ScrollPage(f"{self._words.name}_nothing_scroll", state)
