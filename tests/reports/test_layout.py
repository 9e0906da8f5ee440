"""Pages are filled so that nothing is alone or cut off.

That nothing lies over the edge, on anything else, or heads nothing, is tested on every document (test_documents.py).
"""

import itertools
from functools import cache

import pytest

from tests.reports import records
from zwk_barrier.model.rights_sheet import SheetText
from zwk_barrier.model.visit_report import Letterhead, RoomSection
from zwk_barrier.reports.documents.rights_texts import write_text
from zwk_barrier.reports.documents.visit_report_story import VisitReportStory
from zwk_barrier.reports.setting.flowables import Block, Heading, Note, Paragraph, SideBySide
from zwk_barrier.reports.setting.fonts import FontBook
from zwk_barrier.reports.setting.letterhead import letterhead_blocks
from zwk_barrier.reports.setting.page import Pagination, Placed
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import A4, BODY, CELL, Face
from zwk_barrier.reports.setting.tables import Cell, Column, Table
from zwk_barrier.reports.setting.typesetting import Line, Span, Typesetter


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(FontBook())


def texts(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def pages_of(blocks: list[Block]) -> list[list[Placed]]:
    return Pagination().fill(blocks)


@cache
def huge_pages() -> list[list[Placed]]:
    story = VisitReportStory(records.huge())
    story.pdf()
    return pages_of(story._story._blocks)


def test_no_note_stands_last_on_a_page() -> None:
    pages = huge_pages()
    assert len(pages) > 40
    assert not any(isinstance(page[-1].block, Note) for page in pages)


def test_no_paragraph_leaves_one_line_alone() -> None:
    for page in huge_pages():
        for placed in page:
            if type(placed.block) is Paragraph and len(placed.block.lines) == 1:
                line = placed.block.lines[0]
                assert (
                    sum(
                        other.element is line.element
                        for kid in page
                        for other in getattr(kid.block, "lines", ())
                    )
                    == 1
                )


def is_of_many_lines(part: Table) -> bool:
    return max(len(cell.lines) for cell in part.rows[0].cells) >= 3


def test_no_table_part_is_one_row_alone_and_every_part_has_its_head() -> None:
    parts = [placed.block for page in huge_pages() for placed in page if isinstance(placed.block, Table)]
    by_head: dict[int, list[Table]] = {}
    for part in parts:
        by_head.setdefault(id(part.head), []).append(part)
    parted = [group for head, group in by_head.items() if len(group) > 1 and group[0].head]
    assert parted
    for group in parted:
        assert [part.continued for part in group] == [False] + [True] * (len(group) - 1)
        assert all(len(part.rows) > 1 or is_of_many_lines(part) for part in (group[0], group[-1]))


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    story = Story()
    long = " ".join(["Schwelle"] * 3000)
    story.table(
        [Column("Was", 1), Column("Wo", 3)], [[Cell([("Bad", CELL)], header=True), Cell([(long, CELL)])]]
    )
    pages = pages_of(story._blocks)
    assert len(pages) > 2
    assert all(page[0].block.height <= A4.height - A4.first_top - A4.bottom for page in pages)


@pytest.mark.parametrize("before", range(24, 33))
def test_a_row_of_many_lines_parts_and_is_named_on_either_page(before: int) -> None:
    story = Story()
    for _ in range(before):
        story.paragraph("Text")
    lines = [(f"Zeile {number}", CELL) for number in range(20)]
    rows = [[Cell([(f"Maßnahme {number}", CELL)], header=True), Cell(lines)] for number in range(3)]
    story.table([Column("Was", 1), Column("Wie", 2)], rows)
    parts = [
        placed.block for page in pages_of(story._blocks) for placed in page if isinstance(placed.block, Table)
    ]
    assert len(parts) > 1
    for above, below in itertools.pairwise(parts):
        ends, begins = above.rows[-1].cells, below.rows[0].cells
        assert begins[0].again == (() if begins[0].lines else ends[0].lines)
        assert len(ends[1].lines) >= 3
        assert len(begins[1].lines) >= 3


def test_short_facts_stand_two_in_a_line_and_each_is_a_row_of_its_own() -> None:
    story = Story()
    story.short_facts([*((f"Angabe {number}", "ja") for number in range(5)), ("Notiz", "Wort " * 20)])
    (block,) = story._blocks
    assert isinstance(block, Table)
    assert [len(row.cells) for row in block.rows] == [4, 4, 2, 2]
    table = story._tree.root.kids[0]
    assert isinstance(table, Element)
    body = table.kids[0]
    assert isinstance(body, Element)
    assert len(body.kids) == 6


def test_a_report_of_nothing_fills_one_page() -> None:
    story = VisitReportStory(records.empty(letterhead=records.OFFICE, person="Olga Petrova"))
    story.pdf()
    assert len(pages_of(story._story._blocks)) == 1


@pytest.mark.parametrize("rooms", range(1, 24, 3))
def test_the_signature_never_stands_alone_with_the_note(rooms: int) -> None:
    empty = [RoomSection(f"Raum {number}") for number in range(rooms)]
    story = VisitReportStory(records.empty(rooms=tuple(empty), next_steps=records.STEPS))
    story.pdf()
    assert len(pages_of(story._story._blocks)[-1]) > 2


@pytest.mark.parametrize("before", range(24, 33))
def test_a_heading_goes_with_its_table_to_the_next_page(before: int) -> None:
    story = Story()
    rows = [[Cell([(f"Zeile {number}", CELL)], header=True)] for number in range(6)]
    for _ in range(before):
        story.paragraph("Text")
    story.heading(2, "Maßnahmen")
    story.table([Column("Was", 1)], rows)
    page = next(
        page for page in pages_of(story._blocks) if any(isinstance(placed.block, Heading) for placed in page)
    )
    table = page[-1].block
    assert isinstance(table, Table)
    assert len(table.rows) >= 2


def test_a_line_never_ends_between_a_number_and_its_unit(typesetter: Typesetter) -> None:
    for width in range(130, 330, 3):
        ends = texts(
            typesetter.lines("Türbreite 63 cm nach § 40 Abs. 4 SGB XI am 9. November 2026", BODY, width)
        )
        assert not any(
            end.rstrip().endswith((" 63", "§", " 40", "Abs.", " 4", "SGB", "9.")) for end in ends[:-1]
        )


def test_a_word_too_long_for_its_line_is_cut_with_a_hyphen_only_the_eye_sees(typesetter: Typesetter) -> None:
    lines = typesetter.lines("Donaudampfschifffahrt", BODY, 60)
    last = lines[0].pieces[-1]
    assert last.text.endswith("\u00ad")
    assert last.font.glyphs[0xAD] == last.font.glyphs[ord("-")]
    assert not lines[0].blank_after
    assert "".join(texts(lines)).replace("\u00ad", "") == "Donaudampfschifffahrt"


def test_an_address_too_long_for_its_line_is_cut_after_a_sign(typesetter: Typesetter) -> None:
    lines = texts(typesetter.lines("wohnberatung@musterhaven.example", BODY, 110))
    assert lines == ["wohnberatung@", "musterhaven.", "example"] or lines[0] == "wohnberatung@"


def test_an_amount_too_long_for_its_line_is_never_cut_between_its_digits(typesetter: Typesetter) -> None:
    for width in range(40, 100, 3):
        for end in texts(typesetter.lines("15.000–35.000\u00a0€", BODY, width))[:-1]:
            assert not end.endswith("."), f"{width}: {end}"


def test_lines_of_a_heading_are_about_equally_long(typesetter: Typesetter) -> None:
    style = CELL
    assert texts(typesetter.lines("Bewegungsfläche vor dem WC", style, 120)) == [
        "Bewegungsfläche",
        "vor dem WC",
    ]


def test_a_paragraph_does_not_end_in_a_lost_word(typesetter: Typesetter) -> None:
    for width in range(200, 460, 20):
        lines = typesetter.lines(
            "Der Rollator passt nicht durch die Badtür, deshalb hält sie sich an Möbeln fest", BODY, width
        )
        if len(lines) > 1:
            assert lines[-1].width > 0.09 * width


def test_faces_change_inside_a_word_without_a_gap(typesetter: Typesetter) -> None:
    lines = typesetter.lines([Span("Bad", Face.BOLD), Span("tür")], BODY, 300)
    assert texts(lines) == ["Badtür"]
    assert len(lines[0].pieces) == 2


def test_letters_a_font_lacks_come_from_the_next_and_marks_stay_with_their_letter() -> None:
    book = FontBook()
    runs = book.runs("Олга Nguyễn ✓ x\u0301\u0323", Face.REGULAR)
    assert [run.font.filename for run in runs if "О" in run.text] == ["NotoSans_400Regular"]
    assert [run.font.filename for run in runs if "✓" in run.text] == ["DejaVuSans"]
    assert "".join(run.text for run in runs) == "Олга Nguyễn ✓ x\u0301\u0323"
    assert not any(run.text.startswith(("\u0301", "\u0323")) for run in runs)


def test_an_email_address_in_the_letterhead_is_not_parted_in_large_print() -> None:
    story = Story(least_size=16)
    head = Letterhead("Amt", address=("Hafenstraße 12",), email="wohnberatung@example.org")
    beside = letterhead_blocks(story, head)[0]
    assert isinstance(beside, SideBySide)
    assert [len(block.lines) for block in beside.columns[1] if isinstance(block, Paragraph)] == [1, 1]


def test_what_leads_to_a_list_turns_the_page_with_it() -> None:
    story = Story()
    write_text(story, SheetText("Sie können verlangen:\n- Auskunft\n- Löschung", "Rechte"), level=2)
    assert [block.keeps_with_next for block in story._blocks] == [True, True, False, False]
