"""The Tab key follows the eye, whatever was made when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order, tab_stops
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page whose middle came last: its lines read a, b, c, then the question, then d."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for name in ("a", "d"):
        column.addWidget(Button(name, name))
    inner = QHBoxLayout()
    for name in ("b", "c"):
        inner.addWidget(TextField(name))
    column.insertLayout(1, inner)
    column.insertWidget(2, BodyText("Worte sind kein Halt."))
    column.insertWidget(3, YesNoField("question"))
    with qtbot.waitActive(page):
        page.show()
    return page


def walked(steps: int) -> list[str]:
    names = []
    for _step in range(steps):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        press(focus, Qt.Key.Key_Tab)
    return names


def test_stops_are_found_in_the_order_they_are_read(page: QWidget) -> None:
    names = [stop.objectName() for stop in tab_stops(page)]

    assert names == ["a", "b", "c", "question", "d"]


def test_tab_goes_where_the_eye_goes(page: QWidget) -> None:
    first = page.findChild(Button, "a")
    assert first is not None
    first.setFocus()
    assert walked(5) != ["a", "b", "c", "question_unknown", "d"]

    tab_in_reading_order(page)
    first.setFocus()

    assert walked(6) == ["a", "b", "c", "question_unknown", "d", "a"]
