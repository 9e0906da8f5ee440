"""The watch that notices when nobody works."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.running import Clock
from zwk_barrier.desktop.shell.idle import IdleWatch


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    return line


@pytest.fixture
def watch(qapp: QApplication, line: QLineEdit, clock: Clock) -> IdleWatch:
    watch = IdleWatch(qapp, clock, parent=line)
    watch.watch(10)
    return watch


def test_it_says_so_when_the_time_is_over_and_only_once(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    clock.now += 599
    assert not watch.look()
    clock.now += 1
    with qtbot.waitSignal(watch.idle):
        assert watch.look()
    assert not watch.look()


def test_a_key_begins_the_time_anew(watch: IdleWatch, clock: Clock, line: QLineEdit) -> None:
    clock.now += 599
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    clock.now += 599
    assert not watch.look()
    assert line.text() == "a"


def test_the_first_touch_after_too_long_is_swallowed(
    qtbot: QtBot, watch: IdleWatch, clock: Clock, line: QLineEdit
) -> None:
    clock.now += 8 * 3600  # a laptop slept over night: no timer ran
    with qtbot.waitSignal(watch.idle):
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert line.text() == ""


def test_nothing_is_said_while_it_rests(watch: IdleWatch, clock: Clock) -> None:
    watch.rest()
    clock.now += 10_000
    assert not watch.look()
