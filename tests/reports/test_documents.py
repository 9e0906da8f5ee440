"""Every document the program has, empty, ordinary and huge, can be read by everybody."""

from collections import Counter

import page
import pypdfium2
import pytest

from tests.reports import office_documents, poppler, rights_documents
from tests.reports.documents import ALL, DOCUMENTS, ORDINARY, SCRIPTS, Size, made
from tests.reports.listening import Listener
from tests.reports.outline import REFERENCES, outline
from zwk_barrier.reports.access_report import build_access_report
from zwk_barrier.reports.caseload_list import build_caseload_list
from zwk_barrier.reports.checking import check
from zwk_barrier.reports.checking_finding import letters_of
from zwk_barrier.reports.checking_reading import ReadPdf

# Poppler takes seconds for a huge one; of the huge copies one in each direction and alphabet is enough.
IN_ORDER = [
    (name, size)
    for name, size in ALL
    if size != "huge" or not name.startswith("client_copy_") or name[-2:] in {"de", "ar", "ru"}
]
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
    told = poppler.told(document.content)
    assert [one.tag for one in told] == [said.tag for said in document.told]
    for heard, said in zip(told, document.told, strict=True):
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
    told = letters_of("".join(said.text for said in document.told))
    rest = iter(shown)
    assert all(letter in rest for letter in told)
    furniture = [one.text for drawn in ReadPdf(document.content).drawn for one in drawn.furniture]
    assert Counter(shown) - Counter(told) == Counter(letters_of("".join(furniture)))


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
    assert set(SCRIPTS) <= heard


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
