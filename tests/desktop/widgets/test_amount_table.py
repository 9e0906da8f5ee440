"""A small table of amounts: read whole, walked by arrows, told in words where it is too narrow."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.widgets.amount_table import AmountRow, AmountTable
from zwk_barrier.desktop.widgets.fold import Fold

ROWS = [AmountRow("Bad", ("5.000 €", "4.180 €"), note="geschätzt"), AmountRow("Rampe", ("200 €", ""))]


def shown(qtbot: QtBot, width: int = 700) -> AmountTable:
    table = AmountTable("payers", title="Wer zahlt was")
    qtbot.addWidget(table)
    table.show_table(("Kosten", "Pflegekasse"), ROWS)
    table.resize(width, table.sizeHint().height())
    with qtbot.waitExposed(table):
        table.show()
    return table


def row(table: AmountTable, place: int) -> QWidget:
    found = table.findChild(QWidget, f"payers_{place}")
    assert isinstance(found, QWidget)
    return found


def test_a_row_is_spoken_with_the_names_of_its_columns_and_without_empty_ones(qtbot: QtBot) -> None:
    table = shown(qtbot)
    assert row(table, 0).accessibleName() == "Bad, Kosten 5.000 €, Pflegekasse 4.180 €, geschätzt"
    assert row(table, 1).accessibleName() == "Rampe, Kosten 200 €"


def test_it_is_one_tab_stop_walked_by_arrows(qtbot: QtBot) -> None:
    table = shown(qtbot)
    row(table, 0).setFocus()
    QTest.keyClick(row(table, 0), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(table, 1)
    assert [bool(row(table, place).focusPolicy() & Qt.FocusPolicy.TabFocus) for place in (0, 1)] == [
        False,
        True,
    ]


def test_a_narrow_row_grows_to_hold_its_amounts_in_words(qtbot: QtBot) -> None:
    table = shown(qtbot)
    assert table.is_wide(700)
    assert not table.is_wide(240)
    assert row(table, 0).heightForWidth(240) > row(table, 0).heightForWidth(700)


def test_fewer_rows_leave_none_behind(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.show_table(("Kosten", "Pflegekasse"), ROWS[:1])
    assert [one.title for one in table.rows()] == ["Bad"]


def test_a_fold_opens_and_closes_by_space_and_says_so(qtbot: QtBot) -> None:
    fold = Fold("others", "Trifft nicht zu")
    qtbot.addWidget(fold)
    fold.set_count(3)
    assert (fold.is_open, fold.button.text()) == (False, "Trifft nicht zu\N{NO-BREAK SPACE}(3)")
    with qtbot.waitExposed(fold):
        fold.show()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert (fold.is_open, fold.button.accessibleDescription()) == (True, "aufgeklappt")
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert not fold.is_open
