"""A table of any length: what it asks the store for, and how the keyboard gets through it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.gallery import COLUMNS, Cases
from tests.desktop.typing import press
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.paged_model import PAGES_KEPT, PagedModel
from zwk_barrier.desktop.widgets.table import Order, PagedTable

pytestmark = pytest.mark.usefixtures("theme")


Waiting: TypeAlias = list[tuple[Callable[[], Any], Callable[[Any], None]]]


def shown(qtbot: QtBot, source: Cases) -> PagedTable:
    table = PagedTable("cases", "Fälle", COLUMNS, source)
    qtbot.addWidget(table)
    table.resize(800, 400)
    with qtbot.waitActive(table):
        table.show()
    table.load()
    QApplication.processEvents()
    return table


def test_only_the_pages_in_sight_are_fetched(qtbot: QtBot) -> None:
    source = Cases(100_000)
    table = shown(qtbot, source)
    table.grab()
    assert source.asked_pages == [0]
    table.scrollToBottom()
    table.grab()
    assert source.asked_pages == [0, 99_840]


def test_a_long_walk_keeps_a_fixed_number_of_pages() -> None:
    model = PagedModel(COLUMNS, Cases(100_000))
    model.load()
    for row in range(0, 100_000, 256):
        model.data(model.index(row, 0))
    assert len(model._pages) == PAGES_KEPT


def test_where_there_is_no_room_minor_columns_go_and_the_last_one_is_still_seen(qtbot: QtBot) -> None:
    columns = tuple(replace(column, is_minor=column.code == "district") for column in COLUMNS)
    table = PagedTable("cases", "Fälle", columns, Cases(10))
    qtbot.addWidget(table)
    table.let_squeeze()
    table.resize(sum(column.width for column in columns) + 40, 300)
    table.show()
    assert not table.isColumnHidden(2)

    table.resize(520, 300)
    QApplication.processEvents()
    assert table.isColumnHidden(2)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(4) >= columns[4].width  # numbers are never cut


def test_a_header_sorts_in_the_store_and_again_backwards(qtbot: QtBot) -> None:
    table = shown(qtbot, Cases(10))
    table.horizontalHeader().sectionClicked.emit(1)
    assert table.rows.id_at(0) == 0
    table.horizontalHeader().sectionClicked.emit(1)
    assert table.rows.id_at(0) == 9


def test_the_current_row_stays_current_when_the_order_changes(qtbot: QtBot) -> None:
    table = shown(qtbot, Cases(10))
    table.selectRow(2)
    table.sort_by(Order("number", is_descending=True))
    assert (table.currentIndex().row(), table.current_id()) == (7, 2)


def test_an_order_given_beforehand_waits_for_the_first_filter(qtbot: QtBot) -> None:
    asked: list[object] = []
    table = PagedTable(
        "cases", "Fälle", COLUMNS, Cases(10), ask=lambda question, _then: asked.append(question)
    )
    qtbot.addWidget(table)
    table.sort_by(Order("number", is_descending=True))
    assert asked == []
    table.load(wanted="Lehe")
    assert len(asked) == 1


def test_a_filter_is_a_question_to_the_store(qtbot: QtBot) -> None:
    table = shown(qtbot, Cases(100))
    table.load(wanted="Lehe")
    assert table.rows.rowCount() == 10


def test_enter_opens_the_row_and_end_goes_to_the_last(qtbot: QtBot) -> None:
    table = shown(qtbot, Cases(1000))
    press(table, Qt.Key.Key_End)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [999]


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table, after = PagedTable("cases", "Fälle", COLUMNS, Cases(10)), Button("after", "Danach")
    column.addWidget(table)
    column.addWidget(after)
    table.load()
    with qtbot.waitActive(page):
        page.show()
    table.setFocus()
    press(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_an_answer_that_comes_too_late_is_dropped() -> None:
    waiting: Waiting = []
    model = PagedModel(COLUMNS, Cases(100), lambda question, then: waiting.append((question, then)))
    model.load(wanted=None)
    model.load(wanted="Lehe")
    for question, then in reversed(waiting):
        then(question())
    assert model.rowCount() == 10


def test_a_row_that_is_on_its_way_shows_that_it_is(qtbot: QtBot) -> None:
    waiting: Waiting = []
    model = PagedModel(COLUMNS, Cases(100), lambda question, then: waiting.append((question, then)))
    model.load()
    question, then = waiting.pop()
    then(question())
    assert model.data(model.index(0, 0)) == "…"
    question, then = waiting.pop()
    with qtbot.waitSignal(model.dataChanged):
        then(question())
    assert model.data(model.index(0, 0)) == "2026-0000"


def test_column_widths_come_back(qtbot: QtBot) -> None:
    table = shown(qtbot, Cases(10))
    table.set_widths({"name": 333})
    assert table.widths()["name"] == 333
    assert table.widths()["number"] == 130
