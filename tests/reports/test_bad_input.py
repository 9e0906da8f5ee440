"""Whatever is typed or taken in, the document says it or says why not, and stays one that everybody can read."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page
import pytest

from tests.reports import records, template_letters
from tests.reports.bad_records import with_text, without_pictures
from tests.reports.documents import DOCUMENTS
from tests.reports.listening import Listener
from tests.reports.mutants.surgery import changed, delete, first
from tests.store.disk import full_after
from zwk_barrier.model.visit_report import FindingLine, Letterhead, MeasuredLine, PhotoPlate, RoomSection
from zwk_barrier.problems import DocumentProblem
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reports.checking.document import check, check_printed, write_checked
from zwk_barrier.reports.checking.reading import ReadPdf
from zwk_barrier.reports.documents.letter import build_letter
from zwk_barrier.reports.documents.recovery_sheet import build_recovery_sheet
from zwk_barrier.reports.documents.visit_report import build_visit_report

Expecting = Callable[[str], AbstractContextManager[None]]
BAD = {
    "a surname of 300 characters": "Müllenhoff-" * 27 + "Ab",
    "ten thousand characters without a blank": "x" * 10_000,
    "control characters": "Anna\x00\x07\x1b[31m\x08\x7f\u0085 Berg\r\n\u2028Weg\ufeff 3\u202e",
    "emoji": "Anna \U0001f600 \U0001f469\u200d\U0001f9bd \u2764\ufe0f Berg",
    "signs no font has": "Herr \u738b\u5c0f\u660e \ue000 \U0010fffd \ud800",
    "nothing but blanks": " \t\n\u00a0\u2003 ",
    "markup": "<b>Anna</b> &amp; (Berg) \\ <</S/JavaScript>> %%EOF endstream {number} %s",
}
every_bad_text = pytest.mark.parametrize("name", BAD)


@cache
def report(text: str) -> bytes:
    room = RoomSection(
        text,
        text,
        (MeasuredLine(text, text, text, "not_met", text, text, text),),
        (FindingLine(text, text, text),),
        (PhotoPlate(records.photo(1), text, text),),
    )
    named = Letterhead(text, text, (text, text), text, text)
    return build_visit_report(
        records.ordinary(
            letterhead=named, case_number=text, person=text, address=(text,), advisor=text, profile=text,
            participants=(text, text), person_facts=((text, text),), summary=text, rooms=(room,), coverage=text,
        )
    )  # fmt: skip


def recovery(text: str) -> bytes:
    return build_recovery_sheet(text[:300], "ABCD-EFGH-JKLM-NPQR", date(2026, 11, 9))


def faults(content: bytes) -> list[str]:
    """What stands against a document."""
    return [str(finding) for finding in check(content)] + [
        failure.message
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("build", [report, recovery])
@every_bad_text
def test_any_text_leaves_a_sound_document(
    name: str, build: Callable[[str], bytes], no_unexpected_log: object
) -> None:
    lines = getattr(no_unexpected_log, "lines", [])
    assert faults(build(BAD[name])) == []
    lines[:] = [line for line in lines if "no shipped font has" not in line]


OTHERS = (
    *("case_report", "handover_sheet", "caseload_list", "craft_plan", "privacy_notice", "consent_form"),
    *("access_report", "client_copy_de", "client_copy_ar", "visit_report", "visit_sheet", "yearly_report"),
    *("letter_application", "letter_landlord_consent", "letter_owners_meeting", "review_sheet_tr"),
)
PICTURED = ("case_report", "craft_plan", "access_report", "letter_application", "visit_report")


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("document", OTHERS)
@every_bad_text
def test_any_text_wherever_it_is_typed_leaves_a_sound_document(
    name: str, document: str, no_unexpected_log: object
) -> None:
    lines = getattr(no_unexpected_log, "lines", [])
    kind = DOCUMENTS[document]
    record = with_text(kind.records["ordinary"](), BAD[name], every=12 if len(BAD[name]) > 1000 else 1)
    if document.startswith("letter_"):  # nobody types it: it says again what stands above it
        sender = (record.letterhead.office, *record.letterhead.address)
        record = replace(record, return_line=" · ".join(sender))
    assert faults(kind.build(record)) == []
    lines[:] = [line for line in lines if "no shipped font has" not in line]


@pytest.mark.parametrize("document", PICTURED)
def test_a_broken_picture_becomes_a_sentence_in_every_document_that_has_any(
    document: str, expect_log: Expecting
) -> None:
    kind = DOCUMENTS[document]
    with expect_log("a photo cannot be read"):
        content = kind.build(without_pictures(kind.records["ordinary"](), b"\xff\xd8 broken"))
    assert faults(content) == []
    assert any("les" in text and "nicht" in text for text in Listener(content).texts("P"))


def test_a_broken_logo_is_left_out(expect_log: Expecting) -> None:
    record = records.ordinary(letterhead=replace(records.OFFICE, logo_png=b"no picture"))
    with expect_log("the logo cannot be read"):
        content = build_visit_report(record)
    assert faults(content) == []


def test_a_name_without_end_is_said_whole() -> None:
    pdf = ReadPdf(report("x" * 10_000))
    said = "".join(pdf.heard(node) for node in pdf.nodes if node.tag == "H3")
    assert said.replace("\xad", "") == "x" * 10_000


def test_control_characters_are_neither_drawn_nor_said() -> None:
    heard = Listener(report(BAD["control characters"])).texts("H3")
    assert heard == ["Anna[31m Berg Weg 3"]


@pytest.mark.parametrize("jpeg", [b"", b"no picture", records.photo(1)[:5000], b"\xff\xd8\xff\xd9"])
def test_a_broken_picture_becomes_a_sentence(jpeg: bytes, expect_log: Expecting) -> None:
    room = RoomSection("Bad", photos=(PhotoPlate(jpeg, "Wanne", "Wanne"), records.plate(2, "Tür")))
    with expect_log("a photo cannot be read"):
        content = build_visit_report(records.ordinary(rooms=(room,)))
    assert faults(content) == []
    assert any("Wanne" in text and "nicht lesbar" in text for text in Listener(content).texts("P"))


def test_a_placeholder_nobody_knows_stands_there_in_brackets() -> None:
    template = replace(shipped_templates()["receipt"], subject="Zu {einhorn}", greeting="Guten {tag}")
    content = build_letter(template_letters.filled(template, {}))
    assert faults(content) == []
    assert {"Zu [einhorn]", "Guten [tag]"} <= set(Listener(content).texts("H1", "P"))


def test_a_full_disk_is_a_sentence_and_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    path.write_bytes(b"before")
    with full_after(1000), pytest.raises(DocumentProblem, match="kein Platz"):
        write_checked(path, build_visit_report(records.ordinary()))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("Bericht.pdf", b"before")]


def test_a_faulty_document_is_kept_under_a_name_that_says_so(tmp_path: Path, expect_log: Expecting) -> None:
    faulty, path = changed(delete("/Alt", first("Figure"))), tmp_path / "Bericht.pdf"
    path.write_bytes(b"before")
    with expect_log("not accessible: figure-without-words"), pytest.raises(DocumentProblem) as told:
        write_checked(path, faulty)
    assert "Ein Bild hat keinen Alternativtext." in str(told.value)
    assert path.read_bytes() == b"before"
    assert (tmp_path / "Bericht (nicht barrierefrei).pdf").read_bytes() == faulty


def test_a_faulty_document_that_is_printed_is_told_too(expect_log: Expecting) -> None:
    with expect_log("not accessible"), pytest.raises(DocumentProblem, match="nicht für alle lesbar"):
        check_printed(changed(delete("/Lang")))
    check_printed(build_visit_report(records.ordinary()))


def test_the_log_never_quotes_the_document(expect_log: Expecting, caplog: pytest.LogCaptureFixture) -> None:
    with expect_log("not accessible"), pytest.raises(DocumentProblem):
        check_printed(changed(lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")))
    assert "Petrova" not in caplog.text
