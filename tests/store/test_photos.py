"""Photos: only upright pixels survive, and what is no picture is met with a sentence."""

import io
import tracemalloc
from typing import Any

import pytest
from PIL import Image

from tests.store import pictures
from tests.store.disk import full_after
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import PhotoProblem, StorageFull
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import LONGEST_SIDE, take_in


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def is_red(colour: Any) -> bool:
    return bool(colour[0] > 180 and colour[1] < 80)


def test_camera_and_place_are_gone() -> None:
    original = pictures.jpeg_with_camera_data()
    assert pictures.CAMERA.encode() in original

    kept = take_in(original).jpeg

    assert pictures.CAMERA.encode() not in kept
    assert b"Exif" not in kept
    assert dict(opened(kept).getexif()) == {}


@pytest.mark.parametrize(
    ("orientation", "size", "red_corner"),
    [
        (1, (400, 300), (5, 5)),
        (3, (400, 300), (395, 295)),
        (6, (300, 400), (295, 5)),
        (8, (300, 400), (5, 395)),
    ],
)
def test_a_turned_picture_is_stored_upright(
    orientation: int, size: tuple[int, int], red_corner: tuple[int, int]
) -> None:
    taken = take_in(pictures.jpeg_with_camera_data(orientation))

    picture = opened(taken.jpeg)

    assert (taken.width, taken.height) == picture.size == size
    assert is_red(picture.getpixel(red_corner))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_what_cameras_and_scanners_write_is_taken_in(kind: str) -> None:
    taken = take_in(pictures.encoded(Image.new("RGB", (50, 40), "white"), kind))

    assert (taken.width, taken.height) == (50, 40)
    assert opened(taken.jpeg).format == "JPEG"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_way_of_storing_colours_is_taken_in(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"

    assert opened(take_in(pictures.encoded(Image.new(mode, (50, 40)), kind)).jpeg).mode == "RGB"


def test_what_was_transparent_becomes_white_paper() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))

    assert opened(take_in(pictures.encoded(clear, "PNG")).jpeg).getpixel((10, 10)) == (255, 255, 255)


def test_a_large_picture_is_made_small_in_proportion() -> None:
    taken = take_in(pictures.jpeg(4000, 3000))

    assert (taken.width, taken.height) == (LONGEST_SIDE, 1200)


def test_the_hash_is_that_of_the_file_as_it_came() -> None:
    original = pictures.jpeg()

    assert take_in(original).sha256 == take_in(original).sha256
    assert take_in(original).sha256 != take_in(original + b" ").sha256


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_100_megapixels_are_taken_in(kind: str) -> None:
    original = pictures.encoded(Image.new("RGB", (12_000, 8_400), (90, 110, 130)), kind)

    taken = take_in(original)

    assert (taken.width, taken.height) == (1600, 1120)


@pytest.mark.parametrize(
    "content",
    [b"", b"Rechnung Nr. 12", b"%PDF-1.7", b"GIF89a" + bytes(40), b"\xff\xd8\xff\xe0" + bytes(50)],
    ids=["empty", "text", "PDF", "GIF", "JPEG without pixels"],
)
def test_what_is_no_picture_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(PhotoProblem, match="kein Bild"):
        take_in(content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_cut_off_anywhere_is_refused(kind: str) -> None:
    picture = Image.effect_noise((120, 90), 60).convert("RGB")
    whole = pictures.encoded(picture, kind)

    for part in range(1, 20):
        with pytest.raises(PhotoProblem):
            take_in(whole[: len(whole) * part // 20])


@pytest.mark.parametrize("side", [11_000, 20_000, 60_000])
def test_a_bomb_is_refused_before_it_goes_off(side: int) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(PhotoProblem, match="zu groß"):
            take_in(pictures.png_that_says_it_is(side, side))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_what_was_stored_is_read_again(office: OfficeStore) -> None:
    photo = new_id()
    office.photos.write(photo, b"a picture")

    assert office.photos.read(photo) == b"a picture"
    assert office.photos.stored() == {photo}


def test_a_copy_somebody_made_in_the_folder_is_none_of_ours(office: OfficeStore) -> None:
    photo = new_id()
    office.photos.write(photo, b"a picture")
    office.photos.path(photo).with_name("Kopie von Bad.zwkphoto").write_bytes(b"?")

    assert office.photos.stored() == {photo}


def test_a_missing_file_is_told_and_not_a_crash(office: OfficeStore) -> None:
    photo = new_id()

    with pytest.raises(PhotoProblem, match="fehlt"):
        office.photos.read(photo)
    assert not office.photos.is_sound(photo)


@pytest.mark.parametrize("cut", [0, 5, 12, 20])
def test_a_truncated_file_is_told(office: OfficeStore, cut: int) -> None:
    photo = new_id()
    office.photos.write(photo, b"a picture")
    path = office.photos.path(photo)
    path.write_bytes(path.read_bytes()[:cut])

    with pytest.raises(PhotoProblem, match="beschädigt"):
        office.photos.read(photo)


def test_a_file_put_in_the_place_of_another_is_noticed(office: OfficeStore) -> None:
    kitchen, bathroom = new_id(), new_id()
    office.photos.write(kitchen, b"kitchen")
    office.photos.write(bathroom, b"bathroom")
    office.photos.path(kitchen).write_bytes(office.photos.path(bathroom).read_bytes())

    with pytest.raises(PhotoProblem, match="beschädigt"):
        office.photos.read(kitchen)


def test_a_photo_that_does_not_fit_on_the_disk_leaves_nothing(office: OfficeStore) -> None:
    photo = new_id()
    with full_after(1000), pytest.raises(StorageFull):
        office.photos.write(photo, bytes(50_000))

    assert list(office.photos.path(photo).parent.iterdir()) == []
