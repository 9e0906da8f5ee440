"""Every document the program has, empty, ordinary and huge, can be read by everybody, and nothing in it is cut.

Its looks are tested in the same file as what is heard of it, so that each document is set once.
"""

import itertools
from collections import Counter

import page
import pypdfium2
import pytest

from tests.reports import office_documents, poppler, records, rights_documents
from tests.reports.documents import ALL, DOCUMENTS, ORDINARY, Size, made
from tests.reports.listening import Listener
from tests.reports.outline import REFERENCES, outline
from tests.reports.placing import wrong_lines
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, ClientLanguage, load_client_texts
from zwk_barrier.reports.checking.document import check
from zwk_barrier.reports.checking.finding import letters_of
from zwk_barrier.reports.checking.reading import ReadPdf
from zwk_barrier.reports.documents.access_report import build_access_report
from zwk_barrier.reports.documents.caseload_list import build_caseload_list
from zwk_barrier.reports.setting.styles import A4

# Poppler goes along the tags of a huge one for seconds; there one in each direction and alphabet is enough.
ALIKE = ("_en", "_large", "_nameless", "_ls", "_tr", "_uk", "_pl", "_fa", "_bg", "_ro")
IN_ORDER = [(name, size) for name, size in ALL if size != "huge" or not name.endswith(ALIKE)]
every_document = pytest.mark.parametrize(("name", "size"), ALL)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@every_document
def test_it_keeps_both_standards(name: str, size: Size, profile: str) -> None:
    failures = page.validate_pdf_bytes(made(name, size).content, profile=profile).failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []


@every_document
def test_our_own_check_finds_nothing(name: str, size: Size) -> None:
    assert [str(finding) for finding in check(made(name, size).content)] == []


@pytest.mark.parametrize(("name", "size"), IN_ORDER)
def test_poppler_tells_what_was_written_in_reading_order(name: str, size: Size) -> None:
    document = made(name, size)
    told, source = poppler.told(document.content), [said for said in document.told if said.tag != "Figure"]
    assert [one.tag for one in told] == [said.tag for said in source]
    for heard, said in zip(told, source, strict=True):
        if said.leftward:  # poppler gives the letters as they are drawn; what is meant is tested by ear
            assert Counter(letters_of("".join(heard.parts))) == Counter(letters_of(said.text))
        elif len(heard.parts) == 1:
            assert heard.parts == [said.text]
        else:  # it goes on on the next page, and poppler drops the blank at its end
            assert "".join(heard.parts).replace(" ", "") == said.text.replace(" ", "")


@pytest.mark.parametrize("name", ORDINARY)
def test_its_pages_show_what_was_written_and_furniture(name: str) -> None:
    document = made(name, "ordinary")
    shown = letters_of(poppler.drawn(document.content))
    rest = iter(shown)
    in_order = letters_of("".join(said.text for said in document.told if said.tag != "Figure"))
    assert all(letter in rest for letter in in_order)
    told = letters_of("".join(said.text for said in document.told))
    furniture = [one.text for drawn in ReadPdf(document.content).drawn for one in drawn.furniture]
    assert Counter(shown) - Counter(told) == Counter(letters_of("".join(furniture)))


@every_document
def test_every_line_has_the_room_it_needs_and_stays_inside_the_margins(name: str, size: Size) -> None:
    for line in made(name, size).layout.lines:
        assert line.right - line.left <= line.room + 0.5, line
        assert line.left >= A4.left - 0.5, line
        assert line.right <= A4.width - A4.right + 0.5, line
        assert line.bottom >= A4.footer - 3, line


@every_document
def test_each_line_is_seen_whole_and_alone_where_it_was_set(name: str, size: Size) -> None:
    document = made(name, size)
    assert wrong_lines(document.content, document.layout)[:3] == []


@every_document
def test_no_heading_stands_last_on_a_page(name: str, size: Size) -> None:
    *pages, last = made(name, size).layout.pages
    assert [page[-1] for page in pages if page[-1].leads] == []
    if pages or len(last) > 1:  # else nothing is known but what the document is called
        assert not last[-1].is_heading


@every_document
def test_no_block_lies_on_another_or_on_the_footer(name: str, size: Size) -> None:
    for stood in made(name, size).layout.pages:
        for above, below in itertools.pairwise(stood):
            assert above.bottom >= below.top - 0.01
        assert stood[-1].bottom >= A4.bottom - 0.01


@pytest.mark.parametrize("name", ORDINARY)
def test_it_is_told_as_before(name: str) -> None:
    before = (REFERENCES / f"{name}.txt").read_text("utf-8")
    assert outline(made(name, "ordinary").content) == before, "python -m tests.reports.outline writes it anew"


def test_there_is_a_reference_for_every_document_and_no_other() -> None:
    assert sorted(path.stem for path in REFERENCES.glob("*.txt")) == sorted(ORDINARY)


def test_the_huge_report_is_huge() -> None:
    content = made("visit_report", "huge").content
    record = DOCUMENTS["visit_report"].records["huge"]()
    assert len(pypdfium2.PdfDocument(content)) >= 40
    assert sum(len(room.findings) for room in record.rooms) >= 200
    assert sum(len(room.photos) for room in record.rooms) >= 60


def test_a_name_in_any_script_is_heard_as_it_was_written() -> None:
    heard = set(Listener(made("visit_report", "huge").content).texts("P", "TD"))
    assert set(records.EVERY_SCRIPT) <= heard


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_barrier_and_measure_of_a_huge_copy_is_told_in_its_language(language: ClientLanguage) -> None:
    pdf, texts = ReadPdf(made(f"client_copy_{language}", "huge").content), load_client_texts(language)
    heard = " ".join(" ".join(map(pdf.heard, pdf.roots)).split())
    told = [*texts.terms["barriers"].values(), *texts.terms["measures"].values()]
    assert [one for one in told if " ".join(one.split()) not in heard] == []


def test_a_table_with_a_title_of_its_own_carries_it_as_caption() -> None:
    heard = Listener(made("caseload_list", "ordinary").content)
    told = ["Łukasz Żółć · 3 laufende Fälle", "Ирина Петрова · 3 laufende Fälle"]
    assert heard.texts("Caption") == told
    assert [str(one.K[0].S) for one in heard.elements("Table")] == ["/Caption"] * 2


def test_a_list_of_cases_says_on_its_next_page_whose_they_are() -> None:
    drawn = ReadPdf(build_caseload_list(office_documents.caseload(1, 40))).drawn
    repeated = ["".join(one.text for one in page.furniture) for page in drawn[1:]]
    assert repeated
    assert all("Łukasz Żółć · 40 laufende Fälle" in text for text in repeated)


def test_a_very_long_table_is_parted_and_each_part_says_which() -> None:
    report = rights_documents.access(600)
    captions = Listener(build_access_report(report)).texts("Caption")
    assert captions == ["Kontakt: 1 bis 500 von 600", "Kontakt: 501 bis 600 von 600"]
