"""The walkers find what they are for: each is shown one page with one defect."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStandardItemModel
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.access import walkers
from zwk_barrier.desktop.widgets.buttons import Button

pytestmark = pytest.mark.usefixtures("theme")


def page_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    for widget in widgets:
        column.addWidget(widget)
    with qtbot.waitExposed(page):
        page.show()
    return walkers.settled(page)


def test_a_field_without_a_name_is_found(qtbot: QtBot) -> None:
    nameless = QLineEdit()
    nameless.setObjectName("nameless")
    assert walkers.unnamed(page_with(qtbot, nameless)) == [
        "QLineEdit „nameless“ has no name for a screen reader"
    ]


def test_a_control_without_an_object_name_is_found(qtbot: QtBot) -> None:
    assert walkers.unnamed(page_with(qtbot, QPushButton("Los"))) == [
        "QPushButton „without name“ has no objectName"
    ]


def test_a_text_area_that_keeps_the_tab_key_is_found(qtbot: QtBot) -> None:
    trap = QPlainTextEdit()
    trap.setObjectName("trap")
    found = walkers.keyboard_gaps(page_with(qtbot, trap, Button("after", "Danach")))
    assert "QPlainTextEdit „trap“ keeps the Tab key" in found


def test_a_table_that_keeps_the_tab_key_is_found(qtbot: QtBot) -> None:
    table = QTableView()
    table.setObjectName("table")
    table.setModel(QStandardItemModel(3, 2, table))
    found = walkers.keyboard_gaps(page_with(qtbot, table, Button("after", "Danach")))
    assert "QTableView „table“ keeps the Tab key" in found


def test_a_button_no_key_reaches_is_found(qtbot: QtBot) -> None:
    mouse_only = Button("mouse_only", "Nur Maus")
    mouse_only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found = walkers.keyboard_gaps(page_with(qtbot, Button("one", "Eins"), mouse_only))
    assert found == ["Button „mouse_only“ is not reached by Tab"]


def test_pale_words_are_found(qtbot: QtBot) -> None:
    pale = QLabel("Kaum zu lesen")
    pale.setObjectName("pale")
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#A0A8B0"))
    pale.setPalette(palette)
    [sentence] = walkers.faint(page_with(qtbot, pale))
    assert sentence.startswith("QLabel „pale“ has a contrast of 2.")


def test_a_control_that_is_hard_to_hit_is_found(qtbot: QtBot) -> None:
    tiny = Button("tiny", "x")
    tiny.setFixedSize(20, 20)
    assert walkers.small_targets(page_with(qtbot, tiny)) == ["Button „tiny“ is 20 × 20 px, needed are 24"]


def test_a_focus_that_does_not_show_is_found(qtbot: QtBot) -> None:
    secret = Button("secret", "Ohne Ring")
    secret.focus_ring = "own"  # type: ignore[attr-defined] # it promises to paint one and does not
    found = walkers.hidden_focus(page_with(qtbot, secret, Button("open", "Mit Ring")))
    assert [sentence.split(" shows")[0] for sentence in found] == ["Button „secret“"]


def test_a_word_that_is_cut_is_found(qtbot: QtBot) -> None:
    cut = QLabel("Wohnungsanpassungsmaßnahme")
    cut.setObjectName("cut")
    cut.setFixedWidth(60)
    [sentence] = walkers.clipped(page_with(qtbot, cut))
    assert sentence.startswith("QLabel „cut“ is cut: it has 60 ×")
