"""What assistive technology enters through the accessibility tree is as good as typed."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.widgets.fields import LengthField, PasswordField, TextField
from zwk_barrier.desktop.widgets.note_field import NoteField


def dictate(field: QWidget, text: str) -> None:
    """What Qt's AT-SPI bridge does when it is told SetTextContents."""
    accessible = QAccessible.queryAccessibleInterface(field)
    accessible.setText(QAccessible.Text.Value, text)


@pytest.mark.parametrize("kind", [TextField, NoteField])
def test_dictated_text_is_kept_like_typed_text(qtbot: QtBot, kind: type[TextField | NoteField]) -> None:
    field = kind("name", delay=0.01)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.kept) as kept:
        dictate(field, "Özdemir, Ayşe")
    assert kept.args == ["Özdemir, Ayşe"]


def test_a_value_from_the_store_is_not_taken_for_typing(qtbot: QtBot) -> None:
    field = TextField("name", delay=0.0)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.kept, wait=50):
        field.set_value("Petrova")


def test_what_looks_while_somebody_types_looks_while_somebody_dictates(qtbot: QtBot) -> None:
    field = TextField("name")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.typed):
        dictate(field, "Petrova")
    with qtbot.assertNotEmitted(field.typed):
        field.forget()
        field.set_value("Brandt")


def test_a_dictated_length_is_read_like_a_typed_one(qtbot: QtBot) -> None:
    field = LengthField("door", delay=0.01)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.kept) as kept:
        dictate(field, "1,20 m")
    assert kept.args == [120]


def test_a_dictated_password_is_never_kept_by_the_way(qtbot: QtBot) -> None:
    field = PasswordField("password", delay=0.0)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.kept, wait=50):
        dictate(field, "geheim")
    assert field.text() == "geheim"
