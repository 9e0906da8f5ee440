"""Rows are marked by the keyboard, and a mark outlives moving about and reading again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.gallery import COLUMNS, Cases
from tests.desktop.typing import press
from zwk_barrier.desktop.widgets.marking_table import MarkingTable
from zwk_barrier.desktop.widgets.table import Order

pytestmark = pytest.mark.usefixtures("theme")
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> MarkingTable:
    table = MarkingTable("cases", "Fälle", COLUMNS, Cases(8))
    qtbot.addWidget(table)
    table.resize(800, 500)
    with qtbot.waitActive(table):
        table.show()
    table.load()
    QApplication.processEvents()
    return table


def test_space_marks_and_unmarks_and_arrows_leave_marks_alone(table: MarkingTable) -> None:
    press(table, Qt.Key.Key_Space)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Space)
    assert table.marks() == [0, 2]
    press(table, Qt.Key.Key_Space)
    assert table.marks() == [0]


def test_shift_with_an_arrow_marks_both_rows_and_stops_at_the_end(table: MarkingTable) -> None:
    for _time in range(2):
        press(table, Qt.Key.Key_Down, SHIFT)
    assert table.marks() == [0, 1, 2]
    press(table, Qt.Key.Key_End)
    press(table, Qt.Key.Key_Down, SHIFT)
    assert table.marks() == [0, 1, 2, 7]


def test_all_are_marked_by_one_key_and_none_by_one_call(table: MarkingTable) -> None:
    told: list[int] = []
    table.marks_changed.connect(told.append)
    press(table, Qt.Key.Key_A, CTRL)
    table.clear_marks()
    assert (max(told), told[-1], table.marks()) == (8, 0, [])


def test_a_click_marks_one_more(table: MarkingTable) -> None:
    for row in (1, 3):
        place = table.visualRect(table.rows.index(row, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert table.marks() == [1, 3]


def test_where_rows_are_opened_a_click_marks_on_the_box_alone(qtbot: QtBot) -> None:
    table = MarkingTable("cases", "Fälle", COLUMNS, Cases(8), by_box=True)
    qtbot.addWidget(table)
    table.resize(800, 500)
    table.load()
    opened: list[object] = []
    table.opened.connect(opened.append)
    left = Qt.MouseButton.LeftButton
    cell = table.visualRect(table.rows.index(3, 0))
    box, words = QPoint(cell.x() + 15, cell.center().y()), QPoint(cell.right() - 5, cell.center().y())
    QTest.mouseClick(table.viewport(), left, pos=words)
    assert (table.marks(), table.current_id()) == ([], 3)
    QTest.mouseClick(table.viewport(), left, pos=box)
    assert table.marks() == [3]
    QTest.mouseClick(table.viewport(), left, CTRL, pos=words)
    QTest.mouseDClick(table.viewport(), left, pos=words)
    assert (table.marks(), opened) == ([], [3])


def test_marks_and_place_outlive_another_order_and_reading_again(table: MarkingTable) -> None:
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Space)
    table.sort_by(Order(COLUMNS[1].code, is_descending=True))
    table.load()
    assert (table.marks(), table.current_id()) == ([1], 1)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [table.rows.row_of(1)]


def test_a_screen_reader_hears_what_is_marked(table: MarkingTable) -> None:
    press(table, Qt.Key.Key_Space)
    told = QAccessible.queryAccessibleInterface(table)
    cells = [told.child(place) for place in range(told.childCount())]
    numbers = {cell.text(QAccessible.Text.Name): cell.state().selected for cell in cells}
    assert [numbers[f"2026-000{row}"] for row in range(3)] == [1, 0, 0]


def test_the_table_grows_with_its_rows_up_to_a_limit(table: MarkingTable) -> None:
    table.grow_to(4)
    high = table.height()
    table.grow_to(20)
    QApplication.processEvents()
    assert table.height() == high + 4 * table.verticalHeader().defaultSectionSize()
