"""Somebody who has opened the sketch of a bathroom."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.sketch.drawer import Drawer
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.shell.undo_keys import UndoKeys
from zwk_barrier.desktop.style.theme import Theme


@pytest.fixture
def newcomer(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Drawer]:
    """Before the sketch is opened."""
    assert theme.look.scale == 100
    drawer = Drawer(qtbot, desk)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    UndoKeys(application, parent=drawer.workplace)
    yield drawer
    drawer.rest()


@pytest.fixture
def drawer(newcomer: Drawer) -> Drawer:
    """At the sketch."""
    newcomer.begin()
    return newcomer
