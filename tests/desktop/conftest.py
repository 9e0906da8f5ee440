"""What tests of pages stand on: a real encrypted office, the desk over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.running import Running
from tests.store import offices
from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.desktop.style.theme import SMALLEST_SCALE, Choice, Theme
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """An empty office opened by Marie Albers; its password costs little to check."""
    with offices.copy_of_new(tmp_path / "office") as store:
        yield store


@pytest.fixture
def desk(qapp: QApplication, office: OfficeStore) -> Iterator[Desk]:  # noqa: ARG001 - Qt has to be there
    """The desk of an office; at the end every deed is finished."""
    work = Work()
    desk = Desk(office, work)
    yield desk
    work.close()


@pytest.fixture(scope="session")
def _session_theme(qapp: QApplication) -> Theme:
    """There is one style an application; it lives as long, also where another folder borrows this fixture."""
    theme = next(iter(qapp.findChildren(Theme)), None)
    return Theme(qapp, choice=Choice.LIGHT) if theme is None else theme


@pytest.fixture
def theme(_session_theme: Theme) -> Iterator[Theme]:
    """The program's look: light at 100 %, and again so after the test."""
    yield _session_theme
    _session_theme.choose(Choice.LIGHT)
    _session_theme.set_scale(SMALLEST_SCALE)


@pytest.fixture
def went(desk: Desk) -> list[Destination]:
    """Where a page asked to go."""
    places: list[Destination] = []
    desk.going.connect(places.append)
    return places


@pytest.fixture
def said(desk: Desk) -> list[tuple[str, bool]]:
    """What a page said, and whether undo was offered."""
    sentences: list[tuple[str, bool]] = []
    desk.saying.connect(lambda sentence, with_undo: sentences.append((sentence, with_undo)))
    return sentences


@pytest.fixture
def office_folder(office: OfficeStore) -> Path:
    """The folder of an office that nobody has open."""
    office.close()
    return office.folder


@pytest.fixture
def running(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Running]:
    """The whole program, not begun yet; closed again after the test."""
    started = Running(qtbot, theme, tmp_path / "preferences.ini")
    yield started
    started.end()
