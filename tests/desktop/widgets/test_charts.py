"""Bars beside their figures: readable without eyes, without a mouse, and never longer than they may tell."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.access.pixels import grabbed
from tests.desktop.access.walkers import settled
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.desktop.widgets.bar_chart import BarRow, BarTable, Figure, Reference
from zwk_barrier.desktop.widgets.line_chart import Line, LineChart, Point
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.rules.typed import format_decimal

SMALL = Figure("< 5", is_small=True, spoken="unter 5")
ROWS = (
    BarRow("Lehe", (Figure("84", 84.0, can_open=True), Figure("9,2"))),
    BarRow("Geestemünde", (Figure("42", 42.0, low=30.0, high=60.0), Figure("6,7"))),
    BarRow("Weddewarden", (SMALL, Figure("–", spoken="zu wenige"))),
    BarRow("zusammen", (Figure("128"), Figure("6,1")), is_total=True),
)
COLUMNS = ("Fälle", "je 1.000 ab 65")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    """A page to put one thing on; shown by ``put``."""
    del theme
    page = QWidget()
    page.setObjectName("page")
    QVBoxLayout(page)
    qtbot.addWidget(page)
    page.resize(640, 400)
    return page


def put(page: QWidget, widget: QWidget) -> None:
    """Shows a widget at the top of the page, with the keyboard."""
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(widget)
    column.addStretch()
    page.show()
    page.activateWindow()
    settled(page)
    widget.setFocus()


def shown(page: QWidget, rows: tuple[BarRow, ...] = ROWS) -> BarTable:
    table = BarTable("cases", "Fälle nach Stadtteil")
    table.show_table("Stadtteil", COLUMNS, rows, bars=0)
    put(page, table)
    return table


def bar_length(table: BarTable, row: int) -> int:
    """How many px of the accent a row shows in its widest line."""
    cell = table.visualRect(table.model().index(row, 1))
    corner = table.viewport().mapTo(table, QPoint(0, 0))
    pixels = grabbed(table, cell.translated(corner)).reshape(cell.height(), cell.width(), -1)
    accent = (0x0A, 0x56, 0x73)
    return max(sum(tuple(int(part) for part in pixel[:3]) == accent for pixel in line) for line in pixels)


def test_many_columns_stand_closer_before_the_last_one_is_out_of_sight(page: QWidget) -> None:
    rows = tuple(
        BarRow(row.title, (row.figures[0], *(Figure("7"),) * 6), is_total=row.is_total) for row in ROWS
    )
    table = BarTable("cases", "Fälle nach Stadtteil")
    table.show_table("Stadtteil", ("Fälle", *(f"Spalte {number}" for number in range(6))), rows, bars=0)
    put(page, table)

    assert table.horizontalScrollBar().maximum() == 0
    assert table.visualRect(table.model().index(0, 7)).right() <= table.viewport().width()


def test_bars_are_as_long_as_their_figures_and_what_may_not_be_told_has_none(page: QWidget) -> None:
    table = shown(
        page, (BarRow("A", (Figure("84", 84.0), SMALL)), BarRow("B", (Figure("42", 42.0), SMALL)), ROWS[2])
    )
    table.clearFocus()

    lengths = [bar_length(table, row) for row in range(3)]

    assert abs(lengths[0] - 2 * lengths[1]) <= 6
    assert lengths[2] == 0


def test_a_screen_reader_hears_row_column_and_value_of_each_figure(page: QWidget) -> None:
    table = shown(page)
    tree = QAccessible.queryAccessibleInterface(table)
    assert tree.role() == QAccessible.Role.Table
    said = [tree.child(place).text(QAccessible.Text.Name) for place in range(tree.childCount())]

    for wanted in (
        "Lehe, Fälle: 84, öffnet die Fälle dahinter",
        "Lehe, je 1.000 ab 65: 9,2",
        "Weddewarden, Fälle: unter 5",
        "Weddewarden, je 1.000 ab 65: zu wenige",
    ):
        assert wanted in said


def test_what_bars_are_held_against_is_named_and_read_with_the_column(page: QWidget) -> None:
    table = BarTable("reach", "Reichweite")
    row = BarRow("Klushof", (Figure("0,8", 0.8, low=0.0, high=3.5), Figure("5")), note="auffällig wenig")
    table.show_table("Ortsteil", COLUMNS, (row,), bars=0, reference=Reference("Bremerhaven 6,1", 6.1))
    put(page, table)

    assert table.figures.headerData(1, Qt.Orientation.Horizontal) == "Fälle, Bremerhaven 6,1"
    assert table.figures.longest == 6.1
    assert table.figures.data(table.figures.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Klushof. auffällig wenig. Fälle: 0,8; je 1.000 ab 65: 5"
    )


def test_the_arrows_go_from_figure_to_figure_and_enter_opens_one(page: QWidget) -> None:
    table = shown(page)
    opened: list[tuple[int, int]] = []
    explained: list[tuple[int, int]] = []
    table.opened.connect(lambda row, column: opened.append((row, column)))
    table.explained.connect(lambda row, column: explained.append((row, column)))

    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClick(table, Qt.Key.Key_Space)

    assert opened == [(0, 0)]
    assert explained == [(1, 1), (1, 1)]


def test_other_figures_leave_the_keyboard_in_its_place(page: QWidget) -> None:
    table = shown(page)
    QTest.keyClick(table, Qt.Key.Key_Down, delay=1)

    table.show_table("Stadtteil", COLUMNS, ROWS, bars=0)

    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)


def test_the_table_is_copied_as_text_and_no_cell_becomes_a_formula(page: QWidget) -> None:
    table = shown(page, (BarRow("=1+1", (Figure("84"), Figure("-9,2"))),))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Stadtteil\tFälle\tje 1.000 ab 65\n'=1+1\t84\t-9,2"


def test_the_page_follows_the_arrows_to_the_last_row(page: QWidget) -> None:
    table = BarTable("many", "Viele")
    table.show_table("Ort", COLUMNS, [ROWS[0]] * 40, bars=0)
    scroll = ScrollPage("scroll", table)
    put(page, scroll)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    place = table.viewport().mapTo(scroll, table.visualRect(table.currentIndex()).center())
    assert scroll.rect().contains(place)


def test_nothing_stands_in_anybodys_way(page: QWidget, theme: Theme) -> None:
    shown(page)
    assert not obstacles(page, theme)


def test_a_long_name_wraps_and_its_row_grows(page: QWidget, theme: Theme) -> None:
    long = BarRow("Goethestraße und das lange Viertel dahinter am Hafen", ROWS[0].figures)
    table = shown(page, (*ROWS, long))
    assert table.rowHeight(4) > table.rowHeight(0)
    theme.choose(Choice.DARK)
    theme.set_scale(200)
    assert table.rowHeight(0) > 60


LINES = (
    Line("Zählung", (Point(2020, 8400.0), Point(2025, 9100.0))),
    Line("Vorausschau", (Point(2025, 9100.0), Point(2030, 9900.0, 9400.0, 10400.0)), is_dashed=True),
)


def forecast(page: QWidget) -> LineChart:
    chart = LineChart("forecast", "Menschen ab 80")
    chart.show_lines(LINES, tell=lambda value: format_decimal(Decimal(round(value))))
    put(page, chart)
    return chart


def test_a_chart_of_lines_says_what_it_shows_and_each_point_by_the_arrows(page: QWidget) -> None:
    chart = forecast(page)
    assert chart.accessibleName() == (
        "Menschen ab 80. Zählung: 2020 8.400 bis 2025 9.100. "
        "Vorausschau: 2025 9.100 bis 2030 9.900, zwischen 9.400 und 10.400"
    )

    for _step in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleName() == "Vorausschau: 2030 9.900, zwischen 9.400 und 10.400"

    chart.clearFocus()
    assert chart.accessibleName().startswith("Menschen ab 80.")


def test_a_chart_of_lines_stands_in_nobodys_way(page: QWidget, theme: Theme) -> None:
    forecast(page)
    assert not obstacles(page, theme)
