"""All requirements in one table: searched by any word, the current row told in full below it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.visit.requirement_list import RequirementLine
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.rules.folding import fold
from zwk_barrier.wording import _, ngettext

_PAUSE: Final = 150  # ms without a key before the list is searched
_HEIGHT: Final = 420  # px at 100 %: about ten rows


class RequirementSource:
    """Lines that are there already, in order and searched by words; every word must occur in a line."""

    def __init__(self) -> None:
        self._lines: dict[str, RequirementLine] = {}
        self._folded: dict[str, str] = {}
        self._places: dict[str, int] = {}

    def set_lines(self, lines: Sequence[RequirementLine]) -> None:
        """Other lines from now on."""
        self._lines = {f"{place}/{line.key}": line for place, line in enumerate(lines)}
        self._folded = {key: fold(line.text()) for key, line in self._lines.items()}
        self._places = {key: place for place, key in enumerate(self._lines)}

    def line(self, key: str) -> RequirementLine:
        """One line."""
        return self._lines[key]

    def fetch_ids(self, order: Order, wanted: str | None) -> Sequence[str]:
        """The keys of the lines that match, in order; equal ones as the tables have them."""
        words = fold(wanted or "").split()
        found = [key for key, text in self._folded.items() if all(word in text for word in words)]
        if order.column != "number":
            found.sort(key=lambda key: fold(str(getattr(self._lines[key], order.column))))
        return found[::-1] if order.is_descending else found

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """One text for each column."""
        return [[str(getattr(self._lines[key], column.code)) for column in columns()] for key in ids]


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column("number", _("Nr."), 64),
        Column("what", _("Anforderung"), 300),
        Column("level", _("Maßstab"), 154),
        Column("required", _("Erforderlich"), 190),
        Column("confidence", _("Verlässlichkeit"), 130),
        Column("source", _("Quelle"), 200),
        Column("edition", _("Fassung"), 180),
        Column("valid_from", _("Gilt ab"), 110, can_sort=False),
        Column("checked_on", _("Geprüft am"), 110, can_sort=False),
    )


class RequirementTable(QWidget):
    """A field to search in, the table, and the whole of the current row in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("requirement_list")
        self._source = RequirementSource()
        form = FormRows("requirement_search_form")
        self._search = form.row(_("&Suchen"), TextField("requirement_search"))
        self._count = SoftText(name="requirement_count")
        self._table = PagedTable("requirement_table", _("Alle Anforderungen"), columns(), self._source)
        self._whole = BodyText(name="requirement_whole")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._load)
        self._search.typed.connect(self._pause.start)
        self._table.rows.loaded.connect(self._tell)
        self._table.chosen.connect(lambda key: self._whole.setText(self._source.line(key).text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (form, self._count, self._table, self._whole):
            column.addWidget(part)
        self.refit()

    def show_lines(self, lines: Sequence[RequirementLine]) -> None:
        """Shows these lines; what is searched for stays."""
        self._source.set_lines(lines)
        self._load()

    def refit(self) -> None:
        """Keeps about ten rows in sight; the theme calls it after the text size has changed."""
        self._table.setFixedHeight(current_look().px(_HEIGHT))

    def _load(self) -> None:
        self._table.load(self._search.text().strip())

    def _tell(self) -> None:
        count = self._table.rows.rowCount()
        self._count.setText(
            ngettext("{count} Anforderung", "{count} Anforderungen", count).format(count=count)
        )
