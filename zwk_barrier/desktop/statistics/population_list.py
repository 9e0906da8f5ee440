"""The tables of one kind an office has, with a way to look at each and to take it away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.statistics.number_words import people
from zwk_barrier.desktop.statistics.population_words import table_columns, table_figures, table_row
from zwk_barrier.desktop.widgets.bar_chart import BarRow, BarTable, Figure
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.rules.population import Inhabitants
from zwk_barrier.statistics.outlook.population import CARE_HOMES, Denominator
from zwk_barrier.wording import _

_HEIGHT = 420  # px


class PopulationList(Card):
    """Hidden while there is no table of its kind."""

    removing = Signal(object)
    """The table somebody wants to take away."""

    def __init__(self, kind: str, title: str, text: str) -> None:
        super().__init__(f"population_{kind}", title=title)
        self._kind = kind
        self._tables: tuple[Denominator, ...] = ()
        self.add(NoteText(text, name=f"population_{kind}_text"))
        self.table = self.add(BarTable(f"population_{kind}_table", title))
        buttons = self.add(Flow(f"population_{kind}_deeds"))
        self.look = buttons.add(Button(f"population_{kind}_look", _("Tabelle ansehen"), icon="eye"))
        self.remove = buttons.add(
            Button(f"population_{kind}_remove", _("Tabelle entfernen"), kind=Kind.QUIET, icon="trash-2")
        )
        self.table.opened.connect(lambda row, _column: self._open(row))
        self.look.clicked.connect(lambda: self._open(self._row()))
        self.remove.clicked.connect(self._remove)
        self.hide()

    def show_tables(self, tables: Sequence[Denominator]) -> None:
        """Shows these tables, the newest first."""
        self._tables = tuple(tables)
        self.setVisible(bool(tables))
        if self._kind == CARE_HOMES:
            rows = [
                BarRow(one.named, (Figure(people(_places(one.inhabitants))),), note=one.title)
                for one in tables
            ]
            self.table.show_table(_("Quelle, Stichtag"), (_("Plätze"),), rows)
        else:
            rows = [table_row(one, tables) for one in tables]
            self.table.show_table(_("Quelle, Stichtag"), table_columns(), rows)

    def _row(self) -> int:
        index = self.table.currentIndex()
        return index.row() if index.isValid() else 0

    def _remove(self) -> None:
        if self._tables:
            self.removing.emit(self._tables[self._row()])

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._tables):
            show_table_dialog(self.window(), self._tables[row])


def _places(inhabitants: Inhabitants) -> int:
    return sum(cell.persons for cell in inhabitants.cells if cell.age_from is None and cell.age_to is None)


def show_table_dialog(parent: QWidget, table: Denominator) -> Dialog:
    """A table area by area, as far as it tells; shares are computed."""
    dialog = Dialog(parent, "population_table", table.named)
    shown = BarTable("population_table_areas", table.named)
    rows = [
        BarRow(areas_label, figures, level=level)
        for areas_label, figures, level in _area_rows(table.inhabitants, table.kind)
    ]
    columns = (_("Plätze"),) if table.kind == CARE_HOMES else table_columns()
    shown.show_table(_("Gebiet"), columns, rows)
    page = ScrollPage("population_table_scroll", shown)
    page.setMinimumHeight(_HEIGHT)
    page.setMinimumWidth(2 * _HEIGHT)
    dialog.add(page, 1)
    if table.title:
        dialog.add(NoteText(table.title, name="population_table_title_text"))
    close = dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
    dialog.open()
    close.setFocus()
    return dialog


def _area_rows(inhabitants: Inhabitants, kind: str) -> list[tuple[str, tuple[Figure, ...], int]]:
    """District by district with its parts, in the order of the region."""
    areas, told = inhabitants.areas, inhabitants.told_areas
    rows = []
    for area in areas:
        has_own_line = area.key in told
        is_summed = any(key is not None and key != area.key and area in areas.path(key) for key in told)
        if has_own_line or is_summed:
            figures = (
                (Figure(people(inhabitants.persons(area.key))),)
                if kind == CARE_HOMES
                else table_figures(inhabitants, area.key)
            )
            rows.append((area.name(), figures, 1 if is_summed else 0))
    if not rows or None in told:
        rows.insert(0, (areas.name, table_figures(inhabitants), 1))
    return rows
