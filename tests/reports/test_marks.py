"""Marks stand over a photo as vectors and in its text alternative; a pair stands side by side."""

import io

import pikepdf
import pypdfium2

from tests.reports import records
from tests.reports.listening import Listener
from tests.reports.test_images import with_camera_data
from tests.reports.visit_parts import MARKS
from zwk_barrier.model.visit_report import PhotoPlate, RoomSection
from zwk_barrier.reports.documents.visit_report import build_visit_report


def report(*plates: PhotoPlate) -> bytes:
    return build_visit_report(records.ordinary(rooms=(RoomSection("Bad", photos=plates),)))


def marked(seed: int = 1, **changed: object) -> PhotoPlate:
    given: dict[str, object] = {"marks": MARKS, **changed}
    return PhotoPlate(records.photo(seed), "Badtür", "Badtür von innen", **given)  # type: ignore[arg-type]


def test_the_alternative_names_every_mark() -> None:
    heard = Listener(report(marked()))
    (figure,) = heard.elements("Figure")
    assert str(figure.Alt) == (
        "Badtür von innen. Maß: 63 cm; Pfeil: Schwelle 4 cm; Rahmen; "
        "Text: Badtür von innen: Der Anschlag lässt sich wechseln"
    )


def test_marks_are_drawn_over_the_picture_and_not_into_it() -> None:
    plain, drawn = pictures(report(marked(marks=()))), pictures(report(marked()))
    assert plain == drawn

    assert yellow(report(marked())) > 500
    assert yellow(report(marked(marks=()))) == 0


def test_the_words_of_a_mark_can_be_read_and_copied() -> None:
    assert "63 cm" in " ".join(Listener(report(marked())).shown()).replace("\r\n", " ")


def test_a_pair_stands_in_a_row_of_its_own_with_its_words() -> None:
    pair = marked(2, before=marked(3))
    heard = Listener(report(records.plate(1, "Flur"), pair, records.plate(4, "Küche")))
    captions = [text for text in heard.texts("P") if text.startswith("Foto ")]
    assert captions == [
        "Foto 1 · Flur",
        "Foto 2, vorher · Badtür",
        "Foto 3, nachher · Badtür",
        "Foto 4 · Küche",
    ]
    alternatives = [str(figure.Alt) for figure in heard.elements("Figure")]
    assert alternatives[1].startswith("Vorher: Badtür von innen. Maß")
    tops = [round(float(figure.A[0].BBox[3])) for figure in heard.elements("Figure")]
    assert tops[1] == tops[2] != tops[0]


def test_no_camera_data_reach_a_document_with_marks() -> None:
    pdf = report(PhotoPlate(with_camera_data(1600, 800), "Tür", "Tür", MARKS))
    assert not any(trace in pdf for trace in (b"Exif", b"Kamerawerk", b"JFXX"))


def pictures(pdf: bytes) -> list[bytes]:
    """The embedded pictures as they lie in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            one.read_raw_bytes()
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.stream_dict.get("/Subtype") == "/Image"
        ]


def yellow(pdf: bytes) -> int:
    """How many pixels of a mark's colour the pages show at 72 dots an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render().to_pil().convert("RGB") for page in document]
    return sum(
        count
        for page in pages
        for count, (red, green, blue) in page.getcolors(1_000_000)
        if red > 230 and 180 < green < 235 and blue < 60
    )
