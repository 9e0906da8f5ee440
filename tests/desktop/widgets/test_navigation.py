"""Getting around with the keyboard: lists, tabs, rail, search, pages that scroll."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, key_text
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.rail import Rail
from zwk_barrier.desktop.widgets.row_item import RowItem
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.search_box import Hit, SearchBox
from zwk_barrier.desktop.widgets.tabs import TabbedPages

pytestmark = pytest.mark.usefixtures("theme")


def active(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def three_rows() -> RowList:
    rows = RowList("rows", title="Verlauf")
    rows.show_rows([Row(key, f"Kontakt {key}", lead=f"{key}.11.", action="Ansehen") for key in (1, 2, 3)])
    return rows


def test_arrows_move_through_a_list_and_enter_opens(qtbot: QtBot) -> None:
    rows = three_rows()
    active(qtbot, rows)
    rows.focus_row(0)
    press(focus(), Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.activated) as activated:
        press(focus(), Qt.Key.Key_Return)
    assert activated.args == [2]


def test_the_button_of_a_row_tells_the_rows_key(qtbot: QtBot) -> None:
    rows = three_rows()
    active(qtbot, rows)
    with qtbot.waitSignal(rows.acted) as acted:
        press(rows.findChildren(Button)[2], Qt.Key.Key_Space)
    assert acted.args == [3]


def test_a_rows_button_goes_below_the_words_when_there_is_no_room_beside_them(qtbot: QtBot) -> None:
    rows = RowList("rows", title="Fristen")
    rows.show_rows([Row(1, "Entscheidung der Pflegekasse", lead="23.11.", action="Erinnerung schreiben")])
    active(qtbot, rows)
    button, item = rows.findChildren(Button)[0], rows.findChildren(RowItem)[0]
    rows.setFixedWidth(900)
    rows.adjustSize()
    beside = item.height()
    assert button.x() > 450

    rows.setFixedWidth(420)
    rows.adjustSize()
    assert button.x() < 150
    assert item.height() >= beside + 20
    assert button.geometry().bottom() <= item.height()


def test_a_reload_keeps_the_keyboard_in_its_row(qtbot: QtBot) -> None:
    rows = three_rows()
    active(qtbot, rows)
    rows.focus_row(1)
    rows.show_rows([Row(key, "neu") for key in (1, 2)])
    assert focus().objectName() == "rows_1"


def test_a_row_is_spoken_with_what_only_its_icon_says() -> None:
    row = Row(1, "Tochter", " · 10 Min.", lead="18.11.", icon="phone", icon_name="Telefon")
    assert row.words() == "18.11., Telefon, Tochter · 10 Min."


def test_a_list_and_its_rows_say_what_they_are(qtbot: QtBot) -> None:
    rows = three_rows()
    active(qtbot, rows)
    interface = QAccessible.queryAccessibleInterface(rows)
    roles = [interface.child(index).role() for index in range(interface.childCount())]
    assert interface.role() == QAccessible.Role.List
    assert roles == [QAccessible.Role.ListItem] * 3


def test_tabs_build_a_page_when_it_is_wanted_and_ctrl_tab_switches(qtbot: QtBot) -> None:
    pages = TabbedPages("case", title="Bereiche")
    built: list[str] = []

    def build(code: str) -> QWidget:
        built.append(code)
        return Button(code, code)

    for code in ("person", "dwelling"):
        pages.add(code, code, partial(build, code), count=4)
    active(qtbot, pages)
    assert built == ["person"]
    pages.tabs.setFocus()
    press(focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert (built, pages.tabs.current()) == (["person", "dwelling"], "dwelling")
    assert pages.tabs.tabText(0) == "person\N{NO-BREAK SPACE}4"


def a_rail(qtbot: QtBot) -> Rail:
    rail = Rail("rail", brand="ZWK Barriere", title="Bereiche")
    for code, text in (("today", "Heute"), ("cases", "Fälle"), ("admin", "Verwaltung")):
        rail.add(code, text, "sun")
    active(qtbot, rail)
    return rail


def test_the_rail_is_one_tab_stop_and_arrows_do_not_leave_the_page(qtbot: QtBot) -> None:
    rail = a_rail(qtbot)
    stops = [each for each in rail.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.objectName() for stop in stops] == ["rail_today"]
    with qtbot.assertNotEmitted(rail.chosen):
        stops[0].setFocus()
        press(focus(), Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.chosen) as chosen:
        press(focus(), Qt.Key.Key_Return)
    assert chosen.args == ["cases"]


def test_the_rail_gives_way_to_large_text(qtbot: QtBot, theme: Theme) -> None:
    rail = a_rail(qtbot)
    wide = rail.sizeHint().width()
    theme.set_scale(200)
    assert rail.sizeHint().width() < wide


HITS = [Hit(1, "Olga Petrova", "2026-0147"), Hit(2, "Petra Cordes", "3.11.")]


def a_search(qtbot: QtBot) -> tuple[QWidget, SearchBox]:
    page = QWidget()
    page.resize(700, 400)
    column = QVBoxLayout(page)
    search = SearchBox("search", title="Suche", placeholder="Person …", shortcut="Ctrl+K")
    column.addWidget(search)
    column.addWidget(Button("other", "Anderes"))
    column.addStretch()
    active(qtbot, page)
    return page, search


def test_search_asks_once_after_a_pause(qtbot: QtBot) -> None:
    _page, search = a_search(qtbot)
    asked: list[str] = []
    search.asked.connect(asked.append)
    type_text(search, "Mü")
    qtbot.waitUntil(lambda: asked == ["Mü"])


def test_ctrl_k_goes_to_the_search_from_anywhere(qtbot: QtBot) -> None:
    page, search = a_search(qtbot)
    other = page.findChild(Button)
    assert other is not None
    other.setFocus()
    press(other, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()


def test_enter_takes_the_first_hit_and_down_the_next(qtbot: QtBot) -> None:
    page, search = a_search(qtbot)
    search.setFocus()
    search.setText("petr")
    search.show_hits("petr", HITS)
    with qtbot.waitSignal(search.chosen) as chosen:
        press(search, Qt.Key.Key_Return)
    assert chosen.args == [1]
    search.setText("petr")
    search.show_hits("petr", HITS)
    press(search, Qt.Key.Key_Down)
    entries = page.findChild(QListWidget)
    assert entries is not None
    press(entries, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.chosen) as chosen:
        press(entries, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_letters_in_the_list_go_on_typing_and_escape_closes(qtbot: QtBot) -> None:
    page, search = a_search(qtbot)
    search.setFocus()
    search.setText("petr")
    search.show_hits("petr", HITS)
    press(search, Qt.Key.Key_Down)
    entries = page.findChild(QListWidget)
    assert entries is not None
    press(entries, Qt.Key.Key_O)
    assert (search.text().lower(), search.hasFocus()) == ("petro", True)
    press(search, Qt.Key.Key_Escape)
    assert not entries.isVisible()


def test_an_answer_to_an_older_question_is_not_shown(qtbot: QtBot) -> None:
    page, search = a_search(qtbot)
    search.setText("cordes")
    search.show_hits("petr", HITS)
    assert page.findChild(QListWidget) is None


def test_a_page_scrolls_to_what_gets_the_keyboard(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(40):
        column.addWidget(Button(f"b{number}", str(number)))
    scroll = ScrollPage("page", page)
    scroll.resize(300, 200)
    active(qtbot, scroll)
    last = page.findChild(Button, "b39")
    assert last is not None
    last.setFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_keys_are_named_as_on_a_german_keyboard() -> None:
    assert key_text("Ctrl+Shift+K") == "Strg Umschalt K"


def test_a_button_answers_its_key_and_an_icon_has_a_name(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    photo = Button("photo", "Foto", icon="camera", shortcut="F2")
    printing = IconButton("print", "Drucken", icon="printer")
    column.addWidget(photo)
    column.addWidget(printing)
    active(qtbot, page)
    with qtbot.waitSignal(photo.clicked):
        press(page, Qt.Key.Key_F2)
    assert QAccessible.queryAccessibleInterface(printing).text(QAccessible.Text.Name) == "Drucken"
    assert page.findChildren(QLabel) == []
