"""Palette and text size switch at run time and reach widgets that exist already."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QFocusFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.access.pixels import grabbed
from tests.desktop.gallery import form_page
from zwk_barrier.desktop.style.look import FAMILY, current_look
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.desktop.style.tokens import CONTRAST, DARK, LIGHT
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.headings import NoteText, PageTitle
from zwk_barrier.resources import resource


def test_a_palette_is_switched_while_widgets_are_shown(qtbot: QtBot, theme: Theme) -> None:
    button = Button("save", "Los")
    qtbot.addWidget(button)
    button.show()
    bright = grabbed(button)
    theme.choose(Choice.DARK)
    assert (grabbed(button) != bright).any()
    assert QApplication.palette().window().color().name().upper() == DARK.background


def test_text_grows_on_widgets_that_exist(qtbot: QtBot, theme: Theme) -> None:
    title, button = PageTitle("Fälle"), Button("save", "Los")
    for widget in (title, button):
        qtbot.addWidget(widget)
        widget.show()
    theme.set_scale(200)
    QApplication.processEvents()  # Qt tells widgets of another font a moment later
    assert title.font().pixelSize() == 52
    assert button.sizeHint().height() == 80


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (125, 125), (400, 200)])
def test_the_text_size_stays_between_100_and_200(theme: Theme, asked: int, given: int) -> None:
    theme.set_scale(asked)
    assert theme.look.scale == given


def test_each_choice_has_its_palette(theme: Theme) -> None:
    seen = []
    for choice in (Choice.LIGHT, Choice.DARK, Choice.CONTRAST, Choice.SYSTEM):
        theme.choose(choice)
        seen.append(current_look().tokens)
    assert seen == [LIGHT, DARK, CONTRAST, LIGHT]  # the offscreen system is neither dark nor high in contrast


def test_a_switch_is_told_once_and_only_when_something_changed(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Choice.DARK)


def test_the_shipped_font_is_used_in_its_three_weights(theme: Theme) -> None:
    for weight in (400, 600, 700):
        font = theme.look.font(16)
        font.setWeight(font.Weight(weight))
        assert (QFontInfo(font).family(), QFontInfo(font).weight()) == (FAMILY, weight)


def test_soft_words_get_their_colour_from_the_theme(qtbot: QtBot, theme: Theme) -> None:
    note = NoteText("höchstens 2 cm")
    qtbot.addWidget(note)
    note.show()
    theme.choose(Choice.DARK)
    QApplication.processEvents()
    assert note.palette().windowText().color() == theme.look.colour("soft")


def test_a_form_comes_back_from_large_text_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    page = form_page()
    qtbot.addWidget(page)
    before = page.sizeHint()
    theme.set_scale(200)
    theme.set_scale(100)
    QApplication.processEvents()
    assert page.sizeHint() == before


@pytest.mark.usefixtures("theme")
def test_the_ring_surrounds_the_control_with_a_gap(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    button = Button("go", "Los")
    column.addWidget(button)
    with qtbot.waitActive(page):
        page.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    [frame] = page.findChildren(QFocusFrame)
    assert frame.geometry() == button.geometry().adjusted(-5, -5, 5, 5)
    ring = grabbed(page)[button.mapTo(page, QPoint(0, 0)).y() - 4, page.width() // 2 - 4]
    assert tuple(ring) == (0x0A, 0x56, 0x73)


@pytest.mark.usefixtures("theme")
def test_the_ring_survives_the_window_it_was_in(qtbot: QtBot) -> None:
    for _round in range(2):
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(Button("go", "Los"))
        with qtbot.waitActive(page):
            page.show()
        page.findChildren(Button)[0].setFocus()
        assert page.findChildren(QFocusFrame)
        page.close()
        page.deleteLater()
        qtbot.wait(1)


@pytest.mark.usefixtures("theme")
def test_a_window_that_has_the_focus_itself_gets_no_ring(qtbot: QtBot) -> None:
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    field = TextField("name")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    assert {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()} - before == {field}


def test_every_icon_a_page_names_is_shipped() -> None:
    package = resource("icons").parent.parent / "zwk_barrier" / "desktop"
    named = {
        name
        for file in package.rglob("*.py")
        for name in re.findall(r'\bicon="([a-z0-9-]+)"', file.read_text(encoding="utf-8"))
    }
    shipped = {file.stem for file in resource("icons").glob("*.svg")}
    assert named
    assert named <= shipped
