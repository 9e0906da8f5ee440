"""Pictures the camera program writes into its folder come by themselves, whole, to the place in view."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.visiting import picture
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.visit.photos import Original, delete_originals
from zwk_barrier.desktop.visits.photo_camera import Camera
from zwk_barrier.desktop.visits.photo_folder import PictureFolder
from zwk_barrier.desktop.visits.photo_intake import PhotoIntake
from zwk_barrier.desktop.visits.photo_program import usual_folder
from zwk_barrier.problems import PhotoProblem

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    """The camera's folder, with a picture of another day in it."""
    folder = tmp_path / "Camera Roll"
    folder.mkdir()
    (folder / "urlaub.jpg").write_bytes(picture(colour="gold"))
    return folder


@pytest.fixture
def camera(advisor: Advisor, roll: Path) -> Iterator[Camera]:
    """In the bathroom; the camera program is somewhere else, its folder is known."""
    advisor.enter_room("Bad")
    intake = advisor.visit_page.findChild(PhotoIntake)
    assert isinstance(intake, PhotoIntake)
    camera = intake.camera
    camera.open_program = lambda: True
    camera._chosen = str(roll)
    yield camera
    camera.folder.stop()


def shoot(folder: Path, name: str, colour: str = "red") -> Path:
    path = folder / name
    path.write_bytes(picture(colour=colour))
    return path


def answer(advisor: Advisor) -> None:
    """Says yes to what stands ready."""
    advisor.qtbot.waitUntil(lambda: advisor.place == "camera_originals_yes")
    advisor.press(Qt.Key.Key_Return)


def count(advisor: Advisor, kind: str = "bad") -> int:
    return len(advisor.room(kind).photos)


@pytest.mark.usefixtures("camera")
def test_nothing_is_said_of_the_camera_while_its_folder_is_not_watched(advisor: Advisor) -> None:
    state = advisor.visit_page.findChild(QWidget, "camera_watching")
    assert isinstance(state, QWidget)
    assert not state.isVisible()

    advisor.press(Qt.Key.Key_F2, SHIFT)
    assert state.isVisible()


@pytest.mark.usefixtures("camera")
def test_new_pictures_come_to_the_room_in_view_and_old_ones_stay_where_they_are(
    advisor: Advisor, roll: Path
) -> None:
    advisor.press(Qt.Key.Key_F2, SHIFT)
    assert advisor.words("camera_state").endswith("„Camera Roll“ wird beobachtet – 0 Fotos übernommen")
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)
    advisor.enter_room("Küche")
    shoot(roll, "2.jpg", "green")
    advisor.qtbot.waitUntil(lambda: count(advisor, "kueche") == 1, timeout=8000)

    assert advisor.words("camera_state").endswith("2 Fotos übernommen")
    assert count(advisor) == 1


@pytest.mark.usefixtures("camera")
def test_a_picture_taken_while_the_keyboard_is_on_a_measured_line_belongs_to_it(
    advisor: Advisor, roll: Path
) -> None:
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F2, SHIFT)
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)

    (photo,) = advisor.room("bad").photos
    assert photo.criterion == "W04"
    assert (photo.caption or "").startswith("Lichte Breite der Tür: 63")
    assert advisor.place == "criterion_W04_field"


@pytest.mark.usefixtures("camera")
def test_pictures_that_come_while_the_camera_is_in_front_leave_the_keyboard_on_its_line(
    advisor: Advisor, roll: Path
) -> None:
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F2, SHIFT)
    program = QWidget()
    advisor.qtbot.addWidget(program)
    program.show()
    program.activateWindow()
    advisor.qtbot.waitUntil(program.isActiveWindow)
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)
    advisor.rest()
    program.close()
    advisor.workplace.activateWindow()
    advisor.qtbot.waitUntil(advisor.workplace.isActiveWindow)

    assert advisor.place == "criterion_W04_field"


@pytest.mark.usefixtures("camera")
def test_in_the_end_exactly_what_was_taken_in_is_deleted_when_the_person_says_so(
    advisor: Advisor, roll: Path
) -> None:
    advisor.press(Qt.Key.Key_F2, SHIFT)
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)
    advisor.rest()
    advisor.shown(QAbstractButton, "camera_stop").click()
    answer(advisor)
    advisor.rest()

    assert [path.name for path in roll.iterdir()] == ["urlaub.jpg"]
    assert advisor.words("notice_text") == "1 Aufnahme gelöscht."
    assert not advisor.sees("camera_state")
    assert count(advisor) == 1


@pytest.mark.usefixtures("camera")
def test_a_refused_or_known_picture_is_never_deleted(advisor: Advisor, roll: Path) -> None:
    advisor.press(Qt.Key.Key_F2, SHIFT)
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)
    shoot(roll, "noch einmal.jpg")
    advisor.qtbot.waitUntil(lambda: "schon dabei" in advisor.words("notice_text"), timeout=8000)
    advisor.rest()
    advisor.shown(QAbstractButton, "camera_stop").click()
    answer(advisor)
    advisor.rest()

    assert sorted(path.name for path in roll.iterdir()) == ["noch einmal.jpg", "urlaub.jpg"]


def test_without_a_usual_folder_the_person_says_where_once(
    advisor: Advisor, camera: Camera, roll: Path
) -> None:
    camera._chosen = ""
    camera._usual = lambda: None  # type: ignore[method-assign]
    advisor.press(Qt.Key.Key_F2, SHIFT)
    dialog = advisor.visit_page.findChild(QFileDialog, "camera_folder_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(roll))
    dialog.close()
    advisor.rest()

    assert camera.folder.folder == roll
    assert camera._chosen == str(roll)


def test_where_no_camera_program_is_known_the_person_is_told_what_to_do(
    advisor: Advisor, camera: Camera
) -> None:
    camera.open_program = lambda: False
    advisor.press(Qt.Key.Key_F2, SHIFT)

    assert advisor.words("notice_text").startswith("Öffnen Sie jetzt Ihre Kamera.")
    assert camera.is_watching


def test_leaving_the_visit_ends_it_and_asks(advisor: Advisor, camera: Camera, roll: Path) -> None:
    advisor.press(Qt.Key.Key_F2, SHIFT)
    shoot(roll, "1.jpg")
    advisor.qtbot.waitUntil(lambda: count(advisor) == 1, timeout=8000)
    advisor.rest()
    advisor.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    advisor.rest()

    assert not camera.is_watching
    advisor.qtbot.waitUntil(lambda: advisor.place == "camera_originals_yes")


def test_a_picture_is_waited_for_while_it_is_being_written(qtbot: QtBot, roll: Path) -> None:
    folder = PictureFolder(every=40)
    came: list[Path] = []
    folder.arrived.connect(came.extend)
    folder.watch(roll)
    content = picture(400, 300)
    path = roll / "3.jpg"
    path.write_bytes(content[:1000])
    qtbot.wait(120)
    assert came == []
    assert folder.is_growing
    path.write_bytes(content)
    qtbot.waitUntil(lambda: came == [path])

    assert path.read_bytes() == content
    folder.stop()


def test_what_is_no_picture_or_was_there_before_is_left_alone(qtbot: QtBot, roll: Path) -> None:
    folder = PictureFolder(every=40)
    came: list[Path] = []
    folder.arrived.connect(came.extend)
    folder.watch(roll)
    (roll / "film.mp4").write_bytes(b"x" * 99)
    wanted = shoot(roll, "neu.PNG")
    qtbot.waitUntil(lambda: bool(came), timeout=5000)

    assert came == [wanted]
    folder.stop()


def test_a_picture_comes_once_also_when_a_cloud_folder_touches_it_and_again_after_it_was_deleted(
    qtbot: QtBot, roll: Path
) -> None:
    folder = PictureFolder(every=40)
    came: list[Path] = []
    folder.arrived.connect(came.extend)
    folder.watch(roll)
    path = shoot(roll, "foto.jpg")
    qtbot.waitUntil(lambda: len(came) == 1, timeout=5000)
    os.utime(path, (1, 1))
    qtbot.wait(300)
    assert came == [path]
    path.unlink()
    qtbot.wait(120)
    shoot(roll, "foto.jpg", "green")
    qtbot.waitUntil(lambda: len(came) == 2, timeout=5000)
    folder.stop()


def test_the_usual_folders_are_found(tmp_path: Path) -> None:
    assert usual_folder(tmp_path) is None
    (tmp_path / "Webcam").mkdir()
    (tmp_path / "Eigene Aufnahmen").mkdir()

    assert usual_folder(tmp_path) == tmp_path / "Eigene Aufnahmen"


def test_a_file_that_changed_since_or_is_gone_is_not_deleted(tmp_path: Path) -> None:
    path = shoot(tmp_path, "1.jpg")

    assert delete_originals([Original(path, "another"), Original(tmp_path / "weg.jpg", "")]) == 0
    assert path.exists()


def test_a_file_that_cannot_be_deleted_is_named(tmp_path: Path) -> None:
    (tmp_path / "ordner.jpg").mkdir()

    with pytest.raises(PhotoProblem, match=r"ordner\.jpg"):
        delete_originals([Original(tmp_path / "ordner.jpg", "")])
