"""Pictures are chosen or dropped, several at once; one that is none is told by name and holds up nobody."""

from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from tests.casework.visiting import picture
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.visits.photo_card import PhotoCard
from zwk_barrier.desktop.visits.photo_picture import PhotoPicture
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.journal import Changed

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(tmp_path: Path, *names: str) -> list[Path]:
    """Pictures of different colours; what is not called .jpg is none."""
    paths = [tmp_path / name for name in names]
    for shade, path in enumerate(paths):
        is_picture = path.suffix == ".jpg"
        path.write_bytes(picture(colour=f"hsl({shade * 40}, 60%, 50%)") if is_picture else b"kein Bild")
    return paths


def drop(advisor: Advisor, paths: list[Path]) -> None:
    """Drops files onto the window, somewhere."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page = advisor.visit_page
    entered = QDragEnterEvent(QPoint(600, 400), COPY, data, LEFT, NONE)
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(600, 400), COPY, data, LEFT, NONE))
    advisor.rest()


def captions(advisor: Advisor) -> list[str | None]:
    return [photo.caption for photo in advisor.room("bad").photos]


def choose(advisor: Advisor, paths: list[Path]) -> None:
    """Answers the file dialog that is open."""
    dialog = advisor.visit_page.findChild(QFileDialog, "photo_dialog")
    assert dialog is not None
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()
    advisor.workplace.activateWindow()  # a window manager would do so
    advisor.qtbot.waitUntil(advisor.workplace.isActiveWindow)
    advisor.rest()


def test_f2_asks_for_pictures_and_the_caption_gets_the_keyboard(advisor: Advisor, tmp_path: Path) -> None:
    advisor.enter_room("Bad")
    advisor.shown(QAbstractButton, "photo_add").setFocus()
    advisor.press(Qt.Key.Key_F2)
    choose(advisor, files(tmp_path, "a.jpg"))

    assert advisor.place == "photo_caption"
    advisor.type("Wanne mit hohem Rand")
    advisor.tab()
    assert captions(advisor) == ["Wanne mit hohem Rand"]


def test_f2_on_a_measured_line_writes_the_caption_and_leaves_the_keyboard(
    advisor: Advisor, tmp_path: Path
) -> None:
    advisor.enter_room("Bad")
    advisor.enter("63")
    advisor.press(Qt.Key.Key_Up)
    advisor.press(Qt.Key.Key_F2)
    choose(advisor, files(tmp_path, "a.jpg", "b.jpg"))

    assert advisor.place == "criterion_W04_field"
    first, second = captions(advisor)
    assert (first or "").startswith("Lichte Breite der Tür: 63")
    assert second is None


def test_of_several_dropped_files_the_pictures_are_taken_and_the_others_named(
    advisor: Advisor, tmp_path: Path
) -> None:
    advisor.enter_room("Bad")
    drop(advisor, files(tmp_path, "a.jpg", "Grundriss.pdf", "b.jpg"))

    assert len(advisor.room("bad").photos) == 2
    assert "„Grundriss.pdf“" in advisor.words("notice_text")
    assert len(advisor.visit_page.findChildren(PhotoCard)) == 2


def test_many_that_are_no_pictures_are_told_in_one_sentence(advisor: Advisor, tmp_path: Path) -> None:
    advisor.enter_room("Bad")
    drop(advisor, files(tmp_path, "a.pdf", "b.jpg", "c.doc"))

    assert advisor.words("notice_text").startswith("2 von 3 Dateien wurden nicht übernommen.")
    assert "„a.pdf“" in advisor.words("notice_text")


def test_the_same_picture_is_not_taken_twice(advisor: Advisor, tmp_path: Path) -> None:
    advisor.enter_room("Bad")
    (path,) = files(tmp_path, "a.jpg")
    drop(advisor, [path])
    drop(advisor, [path])

    assert len(advisor.room("bad").photos) == 1
    assert "schon dabei" in advisor.words("notice_text")


@pytest.mark.slow
def test_a_picture_of_100_megapixels_is_made_small_while_typing_goes_on(
    advisor: Advisor, tmp_path: Path
) -> None:
    path = tmp_path / "gross.jpg"
    Image.new("L", (10_000, 10_000), 128).save(path, "JPEG")
    advisor.enter_room("Bad")
    advisor.visit_page._places.take_photos([path])
    advisor.enter("63")
    advisor.rest()

    (photo,) = advisor.room("bad").photos
    assert (photo.width, photo.height) == (1600, 1600)
    assert advisor.kept("W04").value == 63
    assert advisor.place == "criterion_W07_field"


def test_pictures_go_on_coming_in_after_the_person_went_to_another_room(
    advisor: Advisor, tmp_path: Path
) -> None:
    advisor.enter_room("Bad")
    bath = advisor.room_id("bad")
    advisor.visit_page._places.take_photos(files(tmp_path, *(f"{n}.jpg" for n in range(6))))
    advisor.enter_room("Flur")
    advisor.rest()

    assert len(advisor.room("bad").photos) == 6
    assert {photo.room_id for photo in advisor.room("bad").photos} == {bath}
    assert advisor.place == "criterion_W04_field"


def test_a_picture_of_no_room_stands_with_the_visit(advisor: Advisor, tmp_path: Path) -> None:
    drop(advisor, files(tmp_path, "haus.jpg"))

    assert [photo.room_id for photo in advisor.view().photos] == [None]
    assert advisor.sees("photo_caption")


def test_a_removed_picture_comes_back_by_undo(advisor: Advisor) -> None:
    bath = advisor.room_id("bad")
    take_photo(advisor.office, advisor.visit_id, picture(), room_id=bath, caption="Wanne")
    advisor.enter_room("Bad")
    advisor.desk.changed.emit(_touched())
    advisor.rest()
    advisor.shown(QAbstractButton, "photo_remove").click()
    advisor.rest()
    assert not advisor.sees("photo_caption")

    advisor.undo()

    assert advisor.shown(QLineEdit, "photo_caption").text() == "Wanne"
    assert advisor.shown(PhotoPicture, "photo_picture").accessibleName() == "Wanne"


def test_a_damaged_picture_says_so_in_its_place(advisor: Advisor) -> None:
    bath = advisor.room_id("bad")
    _changed, photo_id = take_photo(advisor.office, advisor.visit_id, picture(), room_id=bath)
    _damage(advisor, photo_id)
    advisor.desk.changed.emit(_touched())
    advisor.rest()
    advisor.enter_room("Bad")

    assert advisor.words("photo_problem") == "Die Bilddatei ist beschädigt."
    assert advisor.sees("photo_caption")


def test_two_pictures_stand_side_by_side_while_there_is_room(advisor: Advisor, theme: Theme) -> None:
    bath = advisor.room_id("bad")
    for colour in ("red", "green"):
        take_photo(advisor.office, advisor.visit_id, picture(colour=colour), room_id=bath)
    advisor.desk.changed.emit(_touched())
    advisor.rest()
    advisor.enter_room("Bad")
    cards = advisor.visit_page.findChildren(PhotoCard)
    advisor.qtbot.waitUntil(lambda: cards[0].y() == cards[1].y() and cards[0].x() != cards[1].x())

    theme.set_scale(200)

    advisor.qtbot.waitUntil(lambda: cards[0].x() == cards[1].x() and cards[0].y() != cards[1].y())


def _touched() -> Changed:
    """What a deed past the window would have told it."""
    return Changed(rows=frozenset({("photo", new_id())}))


def _damage(advisor: Advisor, photo_id: UUID) -> None:
    (path,) = (advisor.office.folder / "photos").glob(f"{photo_id.hex}*")
    path.write_bytes(path.read_bytes()[:-9])
