"""Photos of a visit: made small, encrypted, with words; what is no picture is refused by name."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import TODAY
from tests.casework.visiting import measure, picture, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.visit.photo_words import text_alternative
from zwk_barrier.casework.visit.photos import Shown, keep_photo, prepare_photo, take_photo
from zwk_barrier.model import Photo
from zwk_barrier.problems import NotFound, PhotoProblem
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import take_in


def prepare(office: OfficeStore, visit_id: UUID, path: Path) -> object:
    with office.reading() as session:
        return prepare_photo(session, visit_id, path)


def test_a_photo_is_kept_in_its_room_with_its_caption_and_can_be_read_again(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id

    _changed, photo_id = take_photo(office, visit_id, picture(3200, 1600), room_id=bath, caption=" Wanne ")

    (photo,) = room_of(view_of(office, visit_id), "bad").photos
    assert (photo.caption, photo.width, photo.height) == ("Wanne", 1600, 800)
    assert office.photos.read(photo_id).startswith(b"\xff\xd8")


def test_photos_stand_in_the_order_they_were_taken(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    for colour in ("red", "green", "blue"):
        take_photo(office, visit_id, picture(colour=colour), caption=colour)

    assert [photo.caption for photo in view_of(office, visit_id).photos] == ["red", "green", "blue"]


def test_a_file_is_made_ready_before_it_is_kept(office: OfficeStore, tmp_path: Path) -> None:
    _case_id, visit_id = plan(office)
    path = tmp_path / "bad.png"
    path.write_bytes(picture(kind="PNG"))
    with office.reading() as session:
        taken = prepare_photo(session, visit_id, path)

    keep_photo(office, visit_id, taken)

    assert len(view_of(office, visit_id).photos) == 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 kein Bild", picture()[:200]])
def test_what_is_no_picture_is_refused_and_named(office: OfficeStore, tmp_path: Path, content: bytes) -> None:
    _case_id, visit_id = plan(office)
    path = tmp_path / "Grundriss.pdf"
    path.write_bytes(content)

    with pytest.raises(PhotoProblem, match=r"„Grundriss\.pdf“: .*kein Bild") as refused:
        prepare(office, visit_id, path)
    assert "JPEG" in refused.value.advice


def test_a_file_that_is_gone_or_a_folder_is_named_too(office: OfficeStore, tmp_path: Path) -> None:
    _case_id, visit_id = plan(office)
    with pytest.raises(PhotoProblem, match=r"„weg\.jpg“ lässt sich nicht lesen"):
        prepare(office, visit_id, tmp_path / "weg.jpg")
    with pytest.raises(PhotoProblem, match="lässt sich nicht lesen"):
        prepare(office, visit_id, tmp_path)


def test_the_same_file_is_not_taken_twice_until_the_first_was_removed(
    office: OfficeStore, tmp_path: Path
) -> None:
    _case_id, visit_id = plan(office)
    path = tmp_path / "wanne.jpg"
    path.write_bytes(picture())
    _changed, photo_id = take_photo(office, visit_id, path.read_bytes())

    with pytest.raises(PhotoProblem, match=r"„wanne\.jpg“ ist bei diesem Besuch schon dabei"):
        prepare(office, visit_id, path)
    records.remove(office, Photo, photo_id)
    assert prepare(office, visit_id, path)


def test_a_photo_of_a_visit_that_is_not_there_leaves_no_row(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        take_photo(office, office.staff_id, picture())


@pytest.mark.parametrize(
    ("alternative", "caption", "name", "spoken"),
    [
        ("Wanne mit 58 cm hohem Rand", "Wanne", "Bad oben", "Wanne mit 58 cm hohem Rand"),
        (None, "Wanne", "Bad oben", "Bad oben: Wanne"),
        (None, "Wanne im Bad oben", "Bad oben", "Wanne im Bad oben"),
        (None, None, "Bad oben", "Bad oben"),
        (" ", None, "Bad", "Bad"),
    ],
)
def test_a_photo_always_has_words(
    alternative: str | None, caption: str | None, name: str, spoken: str
) -> None:
    photo = Photo(alternative=alternative, caption=caption)

    assert text_alternative(photo, name) == spoken


def test_a_photo_taken_at_a_measured_line_says_room_criterion_and_verdict(
    office: OfficeStore,
) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)
    shown = Shown(bath.room.id, "W04")
    keep_photo(office, visit_id, take_in(picture()), shown, caption="Badtür von innen")
    with office.reading() as session:
        report = gather(session, office.photos, visit_id, TODAY)
    (plate,) = next(room for room in report.rooms if room.photos).photos
    assert plate.alternative.replace("\N{NO-BREAK SPACE}", " ") == (
        "Bad: Innentür: Lichte Breite der Tür, 63 cm, nicht erreicht. Badtür von innen"
    )
