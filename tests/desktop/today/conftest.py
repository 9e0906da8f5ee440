"""The page Heute on a real office, on a Monday."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.casework.agenda import MONDAY, Agenda
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.today.page import TodayPage
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def gone(desk: Desk) -> list[Destination]:
    """Where the page asked to go."""
    gone: list[Destination] = []
    desk.going.connect(gone.append)
    return gone


@pytest.fixture
def agenda(office: OfficeStore) -> Agenda:
    return Agenda(office)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[TodayPage]:
    assert theme.look.scale == 100
    page = TodayPage(desk, today=lambda: MONDAY)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    desk.work.wait_idle()


def show(page: TodayPage, desk: Desk) -> None:
    """Reads anew, and waits."""
    page.show_destination(None)  # type: ignore[arg-type] # which one makes no difference here
    settle(desk)


def settle(desk: Desk) -> None:
    """Until every answer is on the screen; Qt shows new rows a moment after they were added."""
    desk.work.wait_idle()
    QApplication.processEvents()
