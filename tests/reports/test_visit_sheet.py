"""The paper sheet: everything asked, in walking order, with room for a hand, read in order by a screen reader."""

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.reports.listening import Listener
from tests.reports.sheets import DOOR, ORDINARY, empty, huge
from zwk_barrier.model.visit_sheet import SheetRoom
from zwk_barrier.reports.documents.visit_sheet import build_visit_sheet
from zwk_barrier.reports.documents.visit_sheet_blocks import BOX_HEIGHT, WRITING_LINE
from zwk_barrier.reports.files import sheet_file_name
from zwk_barrier.reports.setting.styles import MM


@cache
def heard_of(name: str) -> Listener:
    sheets = {
        "ordinary": ORDINARY,
        "huge": huge(),
        "empty": empty(),
    }
    return Listener(build_visit_sheet(sheets[name]))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["ordinary", "huge"])
def test_every_sheet_keeps_both_standards(name: str, profile: str) -> None:
    assert heard_of(name).failures(profile) == []


def test_it_is_read_in_the_order_of_the_visit() -> None:
    assert heard_of("ordinary").bookmarks() == [
        "Bogen für den Hausbesuch",
        "  Der Besuch",
        "  Einwilligungen",
        "  So wird gemessen",
        "  Flur",
        "  Bad",
        "  Weitere Notizen",
        "  Verabredet: was, wer, bis wann",
    ]


def test_what_is_known_stands_in_its_field_and_the_rest_is_to_be_written() -> None:
    said = [heard.text for heard in heard_of("ordinary").heard]
    begin = said.index("Datum")
    assert said[begin : begin + 9] == [
        "Datum", "01.12.2026", "Beginn", "10:30", "Beratung", "Martina Albers", "Ende", "Anwesend", "Maßstab",
    ]  # fmt: skip


def test_each_consent_has_its_state_and_boxes_for_yes_and_no() -> None:
    assert heard_of("ordinary").rows(0) == [
        ["Wozu", "Stand", "Einverstanden"],
        ["Fotos in der Wohnung", "noch offen", "ja nein"],
        ["Gesundheitsdaten", "liegt vor seit 09.11.2026", "ja nein"],
    ]
    assert "Unterschrift der ratsuchenden Person oder ihrer Vertretung" in heard_of("ordinary").texts("P")


def test_each_criterion_is_read_with_what_is_required_and_its_unit() -> None:
    assert heard_of("ordinary").rows(1) == [
        ["Innentür", "Erforderlich", "Gemessen", "Wie"],
        ["Lichte Breite der Tür", "mindestens 80 cm eigenes Maß: mindestens 66 cm", "cm", ""],
        ["Höhe der Schwelle", "höchstens 2 cm", "cm", ""],
    ]
    assert [row[2] for row in heard_of("ordinary").rows(3)] == ["Gemessen", "× cm", "ja nein", "", ""]


def test_further_doors_have_empty_rows_with_a_column_for_each_value() -> None:
    head, *empty = heard_of("ordinary").rows(2)
    assert head == ["Innentür, weitere: wohin?", "Lichte Breite der Tür (cm)", "Höhe der Schwelle (cm)"]
    assert empty == [["", "", ""]] * 3


def test_every_table_has_scoped_headers_and_rows_of_one_width() -> None:
    heard = heard_of("huge")
    for table in heard.elements("Table"):
        assert len({len(row.K) for row in heard.elements("TR", table)}) == 1
        assert all(cell.A[0].Scope in ("/Row", "/Column") for cell in heard.elements("TH", table))


def boxes_of(page: Any) -> list[tuple[float, float]]:
    """Width and height of each closed outline on a page, in mm."""
    content = page.Contents.read_bytes().decode("latin-1")
    found = re.findall(
        r"([\d.]+) ([\d.]+) m ([\d.]+) [\d.]+ l [\d.]+ ([\d.]+) l [\d.]+ [\d.]+ l h S", content
    )
    return [((float(x2) - float(x1)) / MM, (float(y1) - float(y2)) / MM) for x1, y1, x2, y2 in found]


def test_there_is_room_for_a_hand() -> None:
    assert WRITING_LINE >= 8 * MM
    assert BOX_HEIGHT >= 8 * MM
    boxes = [box for page in heard_of("ordinary").pdf.pages for box in boxes_of(page)]
    # two consents, one question: six to tick; two single values, a pair, a grade and a count, three further
    # doors with their name and two values; and for each of four numbers how it was measured
    ticks = [box for box in boxes if box[1] < 8]
    assert len(ticks) == 6
    assert all(width >= 6 and height >= 6 for width, height in ticks)
    assert len(boxes) - len(ticks) == 2 + 2 + 1 + 1 + 9 + 4
    assert all(width >= 10 and height >= 9 for width, height in boxes if height >= 8)


def test_nothing_of_it_is_a_form_field() -> None:
    assert "/AcroForm" not in heard_of("ordinary").pdf.Root


def test_no_row_is_parted_and_no_room_begins_at_the_foot_of_a_page() -> None:
    heard = heard_of("huge")
    for row in heard.elements("TR"):
        pages = {
            mark.Pg.objgen
            for cell in row.K
            for one in heard._walk(cell)
            for mark in one.get("/K", [])
            if "/MCID" in mark
        }
        assert len(pages) <= 1
    document = heard.pdf.Root.StructTreeRoot.K
    kids = list(document.K)
    for at, kid in enumerate(kids[:-1]):
        if str(kid.S) == "/H2":
            following = [
                mark for one in heard._walk(kids[at + 1]) for mark in one.get("/K", []) if "/MCID" in mark
            ]
            assert not following or kid.K[0].Pg.objgen == following[0].Pg.objgen


def test_every_page_names_the_case_and_its_number_but_never_the_person() -> None:
    pages = heard_of("huge").shown()
    assert len(pages) > 8
    for number, text in enumerate(pages, start=1):
        assert "Fall 2026-0147" in text
        assert f"Seite {number} von {len(pages)}" in text
    assert all("Petrova" not in text for text in pages[1:])


def test_a_sheet_without_names_says_the_case_number_alone() -> None:
    heard = Listener(build_visit_sheet(replace(ORDINARY, person="", address=())))
    assert not any("Petrova" in text or "Goethestraße" in text for text in heard.shown())
    assert heard.failures("ua1") == []


def test_what_matters_is_bold_and_said_so_unless_nearly_all_of_it_matters() -> None:
    told = "Fett: zählt hier besonders."
    assert any(told in text for text in heard_of("ordinary").texts("P"))
    lines = tuple(replace(line, matters=True) for line in DOOR.lines)
    everything = replace(ORDINARY, rooms=(SheetRoom("Flur", (replace(DOOR, lines=lines),)),))
    assert not any(told in text for text in Listener(build_visit_sheet(everything)).texts("P"))


def test_an_empty_sheet_still_has_lines_to_write_on() -> None:
    heard = heard_of("empty")
    assert "Weitere Notizen" in heard.texts("H2")
    assert heard.failures("2a") == []


def test_the_english_sheet_is_marked_english() -> None:
    heard = Listener(build_visit_sheet(replace(ORDINARY, language="en")))
    assert str(heard.pdf.Root.Lang) == "en-GB"
    assert heard.failures("ua1") == []


def test_the_same_record_gives_the_same_bytes_and_a_name_that_speaks() -> None:
    assert build_visit_sheet(ORDINARY) == build_visit_sheet(ORDINARY)
    assert sheet_file_name(ORDINARY) == "Besuchsbogen_2026-0147_2026-12-01.pdf"
    assert sheet_file_name(replace(ORDINARY, planned=None)) == "Besuchsbogen_2026-0147.pdf"


def test_the_program_can_start_without_loading_what_prints() -> None:
    check = (
        "import sys, zwk_barrier.reports.documents.visit_sheet;"
        "assert not {'reportlab', 'PIL', 'babel'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", check], check=True)
