"""Photos on their way are never lost silently: closing waits for them, and a locked window asks before it ends."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.casework.visiting import picture, plan, view_of
from tests.desktop.running import CTRL, NAME, PASSWORD, Running
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.visits.photo_intake import Batch, PhotoIntake
from zwk_barrier.store.office import OfficeStore, open_office

MANY = 6


@pytest.fixture
def visit_id(office: OfficeStore) -> UUID:
    """A visit in an office nobody has open."""
    _case_id, visit_id = plan(office)
    office.close()
    return visit_id


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pictures that take a moment each."""
    paths = [tmp_path / f"{number}.jpg" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_bytes(picture(1600, 1200, colour=f"hsl({number * 40}, 60%, 50%)"))
    return paths


def intake_at(running: Running, office: OfficeStore, visit_id: UUID) -> PhotoIntake:
    running.log_in(office.folder)
    assert running.program.workplace is not None
    running.program.workplace.go(ToVisit(visit_id))
    running.settle()
    intake = running.program.workplace.findChild(PhotoIntake)
    assert isinstance(intake, PhotoIntake)
    return intake


def close(running: Running) -> None:
    QApplication.sendEvent(running.frame, QCloseEvent())


def kept(office: OfficeStore, visit_id: UUID) -> int:
    with open_office(office.folder, NAME, PASSWORD) as store:
        return len(view_of(store, visit_id).photos)


def test_closing_waits_until_every_photo_is_taken_in(
    running: Running, office: OfficeStore, visit_id: UUID, files: list[Path]
) -> None:
    intake = intake_at(running, office, visit_id)
    intake.take(files, Batch(visit_id))
    close(running)
    running.qtbot.waitUntil(lambda: not running.frame.isVisible(), timeout=20_000)
    running.settle()

    assert kept(office, visit_id) == MANY


def test_a_locked_window_asks_before_photos_are_lost_and_takes_them_in_after_logging_in(
    running: Running, office: OfficeStore, visit_id: UUID, files: list[Path]
) -> None:
    intake = intake_at(running, office, visit_id)
    intake.take(files, Batch(visit_id))
    running.program.lock()
    running.settle()
    assert intake.is_busy
    close(running)
    running.one(QPushButton, "unfinished_no").click()
    assert running.frame.isVisible()
    running.enter("password", PASSWORD)
    running.key(Qt.Key.Key_Return)
    running.qtbot.waitUntil(lambda: not intake.is_busy, timeout=20_000)
    close(running)
    running.settle()

    assert kept(office, visit_id) == MANY


def test_a_locked_window_with_nothing_on_its_way_just_closes(
    running: Running, office: OfficeStore, visit_id: UUID
) -> None:
    intake_at(running, office, visit_id)
    running.key(Qt.Key.Key_L, CTRL)
    running.settle()
    close(running)
    running.settle()

    assert not running.frame.isVisible()
