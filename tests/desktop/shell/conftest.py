"""A workplace over a real office, with pages that stand still."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.shell.placeholders import Placeholder
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.shell.undo_keys import UndoKeys
from zwk_barrier.desktop.shell.workplace import Workplace
from zwk_barrier.desktop.style.theme import Theme


@pytest.fixture
def workplace(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Workplace]:
    """Shown and in front, at Heute."""
    assert theme.look.scale == 100
    workplace = Workplace(desk, make=Placeholder)
    qtbot.addWidget(workplace)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    UndoKeys(application, parent=workplace)
    workplace.resize(1280, 800)
    workplace.begin("today")
    with qtbot.waitExposed(workplace):
        workplace.show()
    workplace.activateWindow()
    qtbot.waitUntil(workplace.isActiveWindow)
    desk.work.wait_idle()
    yield workplace
    desk.work.wait_idle()
