"""A small table of amounts: a name in each row, sums to the right; where it is too narrow, a row tells them in words.

table = AmountTable("financing_table", title=_("Wer zahlt was"))
table.show_table((_("Kosten"), _("Eigenanteil")), [AmountRow("Bad", ("5.000 €", "820 €"), …)])

One Tab stop; Up and Down move, and a screen reader hears each row whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.ink import line_of_text
from zwk_barrier.desktop.style.look import NOTE, Look, current_look
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.row_words import RowWords
from zwk_barrier.overriding import override

_PADDING, _GAP, _ROOM = 10, 24, 9
_NAME_LEAST = 200
_HEAD_FLAGS = int(
    Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A row: its name, an amount for each column (empty for none), and a soft note below the name."""

    title: str
    amounts: tuple[str, ...]
    note: str = ""
    is_sum: bool = False


class AmountTable(QWidget):
    """Column names over rows of amounts."""

    def __init__(self, name: str, *, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._columns: tuple[str, ...] = ()
        self._header = _Header(self)
        self._items: list[AmountItem] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_table(self, columns: Sequence[str], rows: Sequence[AmountRow]) -> None:
        """Shows ``rows`` under ``columns``; the keyboard stays in its place."""
        self._columns = tuple(columns)
        while len(self._items) > len(rows):
            item = self._items.pop()
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        while len(self._items) < len(rows):
            item = AmountItem(f"{self.objectName()}_{len(self._items)}", self, self._step)
            self._items.append(item)
            self._column.addWidget(item)
        for item, row in zip(self._items, rows, strict=True):
            item.show_row(row)
        self._mark_stop(next((item for item in self._items if item.hasFocus()), None))
        self.refit()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._columns

    def rows(self) -> list[AmountRow]:
        """What is shown."""
        return [item.row for item in self._items]

    def refit(self) -> None:
        """Folds or unfolds; the theme calls it after the text size has changed."""
        self._header.setVisible(self.is_wide(self.width()))
        self._header.updateGeometry()
        for item in self._items:
            item.updateGeometry()

    def is_wide(self, width: int) -> bool:
        """Whether the columns stand side by side at this width."""
        look = current_look()
        return width >= look.px(_NAME_LEAST) + sum(self.widths(look)) + 2 * _PADDING

    def widths(self, look: Look) -> list[int]:
        """How wide each column is, by its amounts and the longest word of its name."""
        bold, note = QFontMetrics(look.font(weight=QFont.Weight.DemiBold)), QFontMetrics(_head_font(look))
        found = []
        for place, name in enumerate(self._columns):
            amounts = [bold.horizontalAdvance(row.amounts[place]) for row in self.rows()]
            words = [note.horizontalAdvance(word) for word in name.split()]
            found.append(max([*amounts, *words, look.px(84)]) + look.px(_GAP))
        return found

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _step(self, item: "AmountItem", by: int) -> None:
        index = self._items.index(item) + by
        if 0 <= index < len(self._items):
            self._items[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self._mark_stop(self._items[index])

    def _mark_stop(self, stop: "AmountItem | None") -> None:
        stop = stop or (self._items[0] if self._items else None)
        for item in self._items:
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if item is stop else Qt.FocusPolicy.ClickFocus)


class AmountItem(QWidget):
    """Paints one row."""

    focus_ring = "inside"

    def __init__(self, name: str, table: AmountTable, move: Callable[["AmountItem", int], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._table, self._move = table, move
        self.row = AmountRow("", ())
        self._wide, self._narrow = RowWords(""), RowWords("")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_row(self, row: AmountRow) -> None:
        """Shows other words in the same place."""
        self.row = row
        told = [f"{name} {one}" for name, one in zip(self._table.columns, row.amounts, strict=True) if one]
        self.setAccessibleName(", ".join(part for part in (row.title, *told, row.note) if part))
        self._wide = RowWords(row.title, note=row.note, is_strong=row.is_sum)
        words = "\N{LINE SEPARATOR}".join((*told, *((row.note,) if row.note else ())))
        self._narrow = RowWords(row.title, note=words, is_strong=True)
        self.updateGeometry()
        self.update()

    def _room(self, look: Look, width: int) -> int:
        amounts = sum(self._table.widths(look)) if self._table.is_wide(width) else 0
        return max(width - amounts - 2 * _PADDING, look.px(120))

    def _words(self, width: int) -> RowWords:
        return self._wide if self._table.is_wide(width) else self._narrow

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        look = current_look()
        text = self._words(width).height(look, self._room(look, width))
        return max(text, look.px(24)) + 2 * _ROOM + 1

    @override
    def sizeHint(self) -> QSize:
        width = current_look().px(400)
        return QSize(width, self.heightForWidth(self.width() or width))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(140) + 2 * _PADDING, look.px(40))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, width = current_look(), QPainter(self), self.width()
        if self.row.is_sum:
            painter.fillRect(QRect(0, 0, width, 1), look.colour("border"))
        painter.fillRect(QRect(0, self.height() - 1, width, 1), look.colour("line"))
        middle = (self.height() - 1) / 2
        self._words(width).draw(look, painter, _PADDING, middle, self._room(look, width))
        if not self._table.is_wide(width):
            return
        weight = QFont.Weight.DemiBold if self.row.is_sum else QFont.Weight.Normal
        painter.setFont(look.font(weight=weight))
        for place, rect in enumerate(column_rects(self._table, look, width, self.height() - 1)):
            line_of_text(
                painter, rect, self.row.amounts[place], look.colour("text"), Qt.AlignmentFlag.AlignRight
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in UP_OR_DOWN:
            self._move(self, UP_OR_DOWN[key])
        else:
            super().keyPressEvent(event)


class _Header(QWidget):
    """The names of the columns, each in as many lines as it needs, over a rule."""

    def __init__(self, table: AmountTable) -> None:
        super().__init__()
        self.setObjectName(f"{table.objectName()}_header")
        self._table = table
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        words = QFontMetrics(_head_font(look))
        heights = [
            words.boundingRect(QRect(0, 0, width - look.px(_GAP), 2000), _HEAD_FLAGS, name).height()
            for name, width in zip(self._table.columns, self._table.widths(look), strict=True)
        ]
        return QSize(look.px(200), max([words.lineSpacing(), *heights]) + look.px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setFont(_head_font(look))
        painter.setPen(look.colour("soft"))
        rects = column_rects(self._table, look, self.width(), self.height() - look.px(4))
        for name, rect in zip(self._table.columns, rects, strict=True):
            painter.drawText(rect, _HEAD_FLAGS, name)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("border"))


def column_rects(table: AmountTable, look: Look, width: int, height: int) -> list[QRect]:
    """Where each column's amounts stand, in px from the left."""
    rects, right = [], width - _PADDING
    for one in reversed(table.widths(look)):
        rects.append(QRect(right - one + look.px(_GAP), 0, one - look.px(_GAP), height))
        right -= one
    return rects[::-1]


def _head_font(look: Look) -> QFont:
    return look.font(NOTE, QFont.Weight.DemiBold)
