"""What a table with bars shows: figures in rows, and what a screen reader hears of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zwk_barrier.desktop.widgets.row_words import RowWords
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROLE = Qt.ItemDataRole
PADDING, LEAST_PADDING = 10, 6
"""px at both sides of a cell, and where the columns would not fit otherwise."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in words; without ``value`` it has no bar, ``is_small`` draws a dashed box instead.

    ``spoken`` is what a screen reader says where the words are signs, ``can_open`` whether Enter leads on.  A column
    of words (``is_text``) stands at the left, one of figures at the right.
    """

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    before: float | None = None
    is_small: bool = False
    spoken: str = ""
    can_open: bool = False
    is_text: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.spoken or self.text


@dataclass(frozen=True, slots=True)
class BarRow:
    """A line of figures; ``level`` 0 is the finest, a higher one sums others; ``note`` stands below the title."""

    title: str
    figures: tuple[Figure, ...]
    level: int = 0
    is_total: bool = False
    note: str = ""

    @property
    def stands_out(self) -> bool:
        """Whether it sums others."""
        return self.is_total or self.level > 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line through all bars: what they are held against, e.g. the rate of the whole city."""

    title: str
    value: float


class FigureModel(QAbstractTableModel):
    """Names of rows in the first column, figures in the others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.head = ""
        self.columns: tuple[str, ...] = ()
        self.rows: tuple[BarRow, ...] = ()
        self.words: tuple[RowWords, ...] = ()
        self.bars: int | None = None
        self.reference: Reference | None = None
        self.padding = PADDING

    def show(
        self,
        head: str,
        columns: Sequence[str],
        rows: Sequence[BarRow],
        bars: int | None,
        reference: Reference | None,
    ) -> None:
        """Shows other figures."""
        self.beginResetModel()
        self.head, self.columns, self.rows = head, tuple(columns), tuple(rows)
        self.words = tuple(RowWords(row.title, note=row.note, is_strong=row.stands_out) for row in self.rows)
        self.bars, self.reference = bars, reference
        self.endResetModel()

    def figure(self, row: int, column: int) -> Figure:
        """The figure in a row, counted without the names."""
        return self.rows[row].figures[column]

    def is_text(self, column: int) -> bool:
        """Whether a column is of words, counted without the names."""
        return any(row.figures[column].is_text for row in self.rows)

    @property
    def deepest(self) -> int:
        """The highest level of a row: so far the finest stand in."""
        return max((row.level for row in self.rows if not row.is_total), default=0)

    @property
    def longest(self) -> float:
        """What the longest bar, whisker or mark tells; 0 where there are none."""
        if self.bars is None:
            return 0.0
        least = self.reference.value if self.reference is not None else 0.0
        drawn = [row.figures[self.bars] for row in self.rows if not row.is_total]
        ends = [
            end for figure in drawn for end in (figure.value, figure.high, figure.before) if end is not None
        ]
        return max([least, *ends])

    def as_text(self) -> str:
        """The table as a spreadsheet takes it from the clipboard."""
        lines = [(self.head, *self.columns)]
        lines += [(row.title, *(figure.text for figure in row.figures)) for row in self.rows]
        return "\n".join("\t".join(_harmless(cell) for cell in line) for line in lines)

    def _said(self, row: BarRow, column: int) -> str:
        if column == 0:
            told = [f"{name}: {figure.said}" for name, figure in zip(self.columns, row.figures, strict=True)]
            return ". ".join(part for part in (row.title, row.note, "; ".join(told)) if part)
        figure = row.figures[column - 1]
        hint = "" if not figure.can_open else ", " + _("öffnet die Fälle dahinter")
        return f"{row.title}, {self.columns[column - 1]}: {figure.said}{hint}"

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    @override
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return row.figures[column - 1].text if column else row.title
        if role == _ROLE.AccessibleTextRole:
            return self._said(row, column)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if role != _ROLE.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.rows[section].title
        if section == 0:
            return self.head
        title = self.columns[section - 1]
        return f"{title}, {self.reference.title}" if self.reference and section - 1 == self.bars else title


def _harmless(cell: str) -> str:
    """Without tabs and breaks; what a spreadsheet would take for a formula becomes text."""
    plain = " ".join(cell.split())
    return (
        f"'{plain}" if plain[:1] in {"=", "+", "@"} or (plain[:1] == "-" and plain[1:2].isalpha()) else plain
    )
