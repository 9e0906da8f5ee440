"""A row of a form sets label, name, hint, unit and error at once, and folds when there is no room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.fields import LengthField, MoneyField, TextField
from zwk_barrier.desktop.widgets.forms import FormRows

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def form(qtbot: QtBot) -> FormRows:
    rows = FormRows("form")
    qtbot.addWidget(rows)
    rows.row("&Badtür", LengthField("door"), hint="lichte Breite")
    rows.row("&Miete", MoneyField("rent"), unit="je Monat")
    rows.row("&Name", TextField("person"))
    rows.resize(900, 400)
    with qtbot.waitActive(rows):
        rows.show()
    return rows


def test_a_row_names_and_describes_its_field(form: FormRows) -> None:
    door, rent = form.fields()["door"], form.fields()["rent"]
    assert (door.accessibleName(), door.accessibleDescription()) == ("Badtür", "lichte Breite")
    assert rent.accessibleDescription() == "je Monat"
    label = QAccessible.queryAccessibleInterface(door)
    assert [pair[0].text(QAccessible.Text.Name) for pair in label.relations()] == ["Badtür"]


def test_a_screen_reader_hears_which_key_opens_the_calendar(form: FormRows) -> None:
    due = form.row("Fällig", DateField("due"))
    assert due.accessibleDescription() == "F4 öffnet den Kalender."


def test_a_labels_key_goes_to_its_field(form: FormRows) -> None:
    press(form, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    focus = QApplication.focusWidget()
    assert focus is form.fields()["person"]


def test_a_failure_stands_beside_its_field_in_words_and_for_the_screen_reader(form: FormRows) -> None:
    door = form.fields()["door"]
    type_text(door, "breit")
    assert not form.settle()
    sentence = form.findChild(QLabel, "door_error_text")
    assert sentence is not None
    assert sentence.isVisible()
    assert "breit" in sentence.text()
    assert door.accessibleDescription().startswith(sentence.text())


def test_a_mended_field_loses_its_sentence(form: FormRows) -> None:
    door = form.fields()["door"]
    type_text(door, "breit")
    form.settle()
    type_text(door, "80", replace=True)
    assert form.settle()
    error = form.findChild(QWidget, "door_error")
    assert error is not None
    assert not error.isVisible()
    assert door.accessibleDescription() == "lichte Breite"


def test_rows_fold_into_one_column_at_large_text_and_back(form: FormRows, theme: Theme) -> None:
    def lefts() -> set[int]:
        QApplication.processEvents()
        return {field.mapTo(form, QPoint(0, 0)).x() for field in form.fields().values()}

    assert len(lefts()) == 2
    theme.set_scale(200)
    assert len(lefts()) == 1
    theme.set_scale(100)
    assert len(lefts()) == 2


def test_tab_goes_along_the_rows_as_they_are_read(form: FormRows) -> None:
    form.fields()["door"].setFocus()
    order = []
    for _field in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.objectName())
        press(focus, Qt.Key.Key_Tab)
    assert order == ["door", "rent", "person"]


def test_the_rows_after_a_hidden_one_close_up(form: FormRows) -> None:
    def place(name: str) -> QPoint:
        QApplication.processEvents()
        return QPoint(form.fields()[name].mapTo(form, QPoint(0, 0)))

    rent, person = place("rent"), place("person")
    form.show_row(form.fields()["rent"], is_shown=False)
    assert not form.fields()["rent"].isVisible()
    assert place("person").x() == rent.x()
    assert place("person").y() < person.y()

    form.show_row(form.fields()["rent"], is_shown=True)
    assert (place("rent"), place("person")) == (rent, person)
