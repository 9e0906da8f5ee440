"""A short scale is answered with one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.widgets.scale_field import ScaleField


@pytest.fixture
def field(qtbot: QtBot) -> ScaleField:
    made = ScaleField("scale", [(0, "Nein"), (1, "Teilweise"), (2, "Deutlich")], unknown="Nicht gefragt")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_digit_chooses_and_delete_takes_back(field: ScaleField) -> None:
    kept: list[object] = []
    field.kept.connect(kept.append)
    for key in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_Delete):
        proxy = field.focusProxy()
        assert proxy is not None
        QTest.keyClick(proxy, key)

    assert kept == [2, 0, None]
    assert field.value() is None


def test_a_step_the_scale_does_not_have_shows_as_none(field: ScaleField) -> None:
    field.set_value(1)
    assert field.value() == 1
    field.set_value(9)
    assert field.value() is None


def test_a_digit_with_ctrl_is_a_command_and_no_answer(field: ScaleField) -> None:
    proxy = field.focusProxy()
    assert proxy is not None
    QTest.keyClick(proxy, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert field.value() is None
