"""An advisor who has opened a visit."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.visits.advisor import Advisor
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.shell.undo_keys import UndoKeys
from zwk_barrier.desktop.style.theme import Theme


@pytest.fixture
def newcomer(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Advisor]:
    """With a planned visit, before it is opened."""
    assert theme.look.scale == 100
    advisor = Advisor(qtbot, desk)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    UndoKeys(application, parent=advisor.workplace)
    yield advisor
    advisor.rest()


@pytest.fixture
def advisor(newcomer: Advisor) -> Advisor:
    """At the open visit."""
    newcomer.begin()
    return newcomer
