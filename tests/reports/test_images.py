"""Pictures go into a document upright, small enough and without a camera's diary."""

import io

import pytest
from PIL import Image

from tests.reports import records
from tests.reports.listening import Listener
from zwk_barrier.model.visit_report import PhotoPlate, RoomSection
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.reports.setting.images import UnreadablePicture, drawing, photo, without_metadata
from zwk_barrier.reports.setting.styles import MM


def with_camera_data(width: int, height: int, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamerawerk", orientation
    exif.get_ifd(0x8825)[2] = (53.0, 32.0, 0.0)
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "JPEG", exif=exif, comment=b"Kamerawerk")
    assert b"Kamerawerk" in out.getvalue()
    return out.getvalue()


@pytest.mark.parametrize("width", [640, 1600])
def test_no_camera_data_reach_the_document(width: int) -> None:
    plate = PhotoPlate(with_camera_data(width, width // 2), "Tür", "Tür")
    pdf = build_visit_report(records.ordinary(rooms=(RoomSection("Flur", photos=(plate,)),)))
    assert not any(trace in pdf for trace in (b"Exif", b"Kamerawerk", b"JFXX"))
    assert Listener(pdf).failures("2a") == []


def test_a_photo_taken_sideways_stands_upright() -> None:
    turned = photo(with_camera_data(400, 300, orientation=6), 90 * MM)
    assert (turned.width, turned.height) == (300, 400)


def test_a_large_photo_is_brought_to_the_size_of_its_place() -> None:
    small = photo(records.photo(1), 90 * MM)
    assert 700 < small.width <= 1000
    assert len(small.content) < len(records.photo(1)) / 2


def test_a_photo_of_the_right_size_keeps_every_pixel() -> None:
    content = with_camera_data(640, 480)
    kept = photo(content, 90 * MM)
    assert kept.content == without_metadata(content)
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(kept.content))
    assert before.tobytes() == after.tobytes()
    assert not after.getexif()


def test_other_kinds_of_picture_become_plain_colour() -> None:
    for mode, kind in (("RGBA", "PNG"), ("P", "PNG"), ("CMYK", "JPEG"), ("LA", "PNG"), ("1", "PNG")):
        out = io.BytesIO()
        Image.new(mode, (60, 40)).save(out, kind)
        embedded = Image.open(io.BytesIO(photo(out.getvalue(), 90 * MM).content))
        assert (embedded.mode, embedded.format) == ("RGB", "JPEG")


@pytest.mark.parametrize("content", [b"", b"no picture", records.photo(1)[:5000], b"\xff\xd8\xff\xd9"])
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePicture):
        photo(content, 90 * MM)


def test_a_picture_beyond_sixty_megapixels_is_refused_before_it_is_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (10_000, 7_000)).save(out, "PNG")
    with pytest.raises(UnreadablePicture):
        drawing(out.getvalue(), 16 * MM)


def test_a_transparent_logo_stands_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(out, "PNG")
    logo = drawing(out.getvalue(), 16 * MM)
    assert (logo.width, logo.height, logo.compression) == (40, 20, "FlateDecode")
