"""A letter: in the form of DIN 5008, read in order, one file with everything that belongs to it, by both standards."""

import re
from functools import cache

import pypdfium2
import pytest

from tests.reports import letters
from tests.reports.listening import Listener
from zwk_barrier.reports.documents.letter import build_letter, letter_file_name
from zwk_barrier.reports.setting.styles import A4, MM

RECORDS = {
    "application": letters.APPLICATION,
    "landlord": letters.LANDLORD,
    "office": letters.OFFICE,
    "empty": letters.EMPTY,
    "huge": letters.huge(),
}


@cache
def heard_of(name: str) -> Listener:
    return Listener(build_letter(RECORDS[name]))


def top_of(name: str, text: str) -> float:
    """How far below the upper edge a text begins on the first page, in millimetres."""
    with pypdfium2.PdfDocument(heard_of(name).content) as document:
        page = document[0].get_textpage()
        searcher = page.search(text)
        place = searcher.get_next()
        assert place is not None, text
        _left, _bottom, _right, top = page.get_charbox(place[0])
        return float((A4.height - top) / MM)


def left_of(name: str, text: str) -> float:
    with pypdfium2.PdfDocument(heard_of(name).content) as document:
        page = document[0].get_textpage()
        place = page.search(text).get_next()
        assert place is not None, text
        return float(page.get_charbox(place[0])[0] / MM)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", list(RECORDS))
def test_every_letter_keeps_both_standards(name: str, profile: str) -> None:
    assert heard_of(name).failures(profile) == []


@pytest.mark.parametrize("name", ["application", "office"])
def test_the_address_stands_in_the_window(name: str) -> None:
    assert 62 <= top_of(name, "Pflegekasse Nord") <= 66
    assert 62 <= top_of(name, "28001 Bremen") <= 90
    assert 24 <= left_of(name, "Pflegekasse Nord") <= 26


def test_the_references_stand_beside_it_and_the_subject_below() -> None:
    assert left_of("office", "Unser Zeichen") >= 124
    assert 50 <= top_of("office", "Unser Zeichen") <= 56
    assert top_of("office", "Stand des Antrags") >= 97


def test_it_is_read_in_the_order_of_a_letter() -> None:
    said = [one.text for one in heard_of("application").heard]
    order = [
        "Olga Petrova",
        "Pflegekasse Nord",
        "Datum",
        "Antrag: Wohnumfeldverbessernde Maßnahmen – Olga Petrova",
        "Guten Tag,",
        "ich beantrage die folgende Leistung.",
        "Mit freundlichen Grüßen",
        "Anlagen",
        "Was verändert werden soll und warum",
        "1. Badtür verbreitern (Bad)",
        "Nachweise",
        "Fotos",
    ]
    places = [next(at for at, text in enumerate(said) if text.strip() == wanted) for wanted in order]
    assert places == sorted(places)


def test_the_sender_is_read_once_and_the_line_over_the_address_not_at_all() -> None:
    said = " ".join(one.text for one in heard_of("application").heard)
    assert "Olga Petrova · Goethestraße" not in said
    assert "Olga Petrova · Goethestraße" in heard_of("application").shown()[0]


def test_the_application_is_one_file_with_reasons_evidence_and_photos() -> None:
    listener = heard_of("application")
    assert listener.bookmarks() == [
        "Antrag: Wohnumfeldverbessernde Maßnahmen – Olga Petrova",
        "  Was verändert werden soll und warum",
        "    1. Badtür verbreitern (Bad)",
        "    2. Haltegriffe",
        "  Nachweise",
        "  Fotos",
    ]
    evidence = listener.rows(1)
    assert evidence[1] == ["Kostenvoranschlag", "05.11.2026", "liegt bei"]
    assert [one.alternative for one in listener.heard if one.tag == "Figure"] == [
        "Foto: Badtür",
        "Foto: Wanne",
    ]


def test_the_reasons_begin_on_a_page_of_their_own() -> None:
    pages = heard_of("application").shown()
    assert "Was verändert werden soll und warum" not in pages[0]
    assert pages[1].lstrip().splitlines()[1].startswith("Was verändert werden soll und warum")


def test_the_closing_never_stands_alone_on_a_page() -> None:
    for page in heard_of("huge").shown():
        before, closing, _after = page.partition("Mit freundlichen Grüßen")
        assert not closing or len(before) > 200


def test_only_what_the_office_writes_bears_the_secrecy() -> None:
    assert "Fall 2026-0147 · Sozialgeheimnis – vertraulich" in heard_of("office").shown()[0].replace(
        "\xa0", " "
    )
    assert all("Sozialgeheimnis" not in page for page in heard_of("application").shown())


def test_the_landlord_finds_an_answer_to_send_back() -> None:
    last = heard_of("landlord").shown()[-1]
    assert "Bitte zurück an: Olga Petrova · Goethestraße 41" in last
    assert "Ich bin einverstanden." in last
    assert "Unterschrift" in last


def test_pages_are_numbered() -> None:
    pages = heard_of("application").shown()
    assert all(re.search(rf"Seite {number} von {len(pages)}", page) for number, page in enumerate(pages, 1))


def test_no_character_lies_outside_the_paper() -> None:
    with pypdfium2.PdfDocument(heard_of("huge").content) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(0, text.count_chars(), 7):
                if not text.get_text_range(at, 1).isspace():
                    left, bottom, right, _top = text.get_charbox(at)
                    assert A4.left - 2 <= left
                    assert right <= A4.width - A4.right + 2
                    assert bottom >= A4.footer - 2


def test_the_same_record_gives_the_same_bytes() -> None:
    assert build_letter(letters.APPLICATION) == heard_of("application").content


def test_the_file_is_called_after_the_case() -> None:
    assert letter_file_name(letters.APPLICATION) == "Antrag_2026-0147.pdf"
