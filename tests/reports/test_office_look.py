"""Every document the office writes wears its logo, colour and lines, and keeps both standards with them."""

import io
from dataclasses import replace
from typing import Any, Final

import page
import pikepdf
import pytest
from PIL import Image

from tests.reports.documents import DOCUMENTS
from tests.reports.letters import OFFICE
from tests.reports.listening import Listener
from zwk_barrier.model.document_look import DocumentLook
from zwk_barrier.reports.checking.document import check
from zwk_barrier.reports.documents.letter import build_letter

CONTACT: Final = "Sprechzeit dienstags 14–16 Uhr"
LOOK: Final = DocumentLook("#7a1f5c", (CONTACT, "Bank für alle"), CONTACT)
WEARING: Final = (
    *("visit_report", "visit_sheet", "case_report", "handover_sheet", "caseload_list", "craft_plan"),
    *(
        "client_copy_de",
        "client_copy_ar",
        "privacy_notice",
        "consent_form",
        "access_report",
        "letter_receipt",
    ),
)
FOR_CLIENTS: Final = (
    "visit_report",
    "privacy_notice",
    "privacy_notice_easy",
    "consent_form",
    "access_report",
)


def a_logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (600, 160), "#7a1f5cc0").save(out, "PNG")
    return out.getvalue()


def worn(name: str) -> Listener:
    """The ordinary document in the office's own look."""
    record = DOCUMENTS[name].records["ordinary"]()
    head = replace(record.letterhead, logo_png=a_logo(), look=LOOK)
    return Listener(DOCUMENTS[name].build(replace(record, letterhead=head)))


def colours(heard: Listener) -> set[tuple[int, ...]]:
    """Every colour something is filled with."""
    found = set()
    for one in heard.pdf.pages:
        instructions: list[Any] = list(pikepdf.parse_content_stream(one))
        for operands, operator in instructions:
            if str(operator) == "rg":
                found.add(tuple(round(float(part) * 255) for part in operands))
    return found


@pytest.mark.parametrize("name", WEARING)
def test_it_wears_the_logo_and_the_colour(name: str) -> None:
    heard = worn(name)
    assert any(one.alternative.startswith("Logo: ") for one in heard.heard)
    assert (0x7A, 0x1F, 0x5C) in colours(heard)
    assert [*check(heard.content), *heard.failures("ua1"), *heard.failures("2a")] == []


@pytest.mark.parametrize("name", FOR_CLIENTS)
def test_what_a_client_receives_says_how_the_office_is_reached_and_nothing_of_its_bank(name: str) -> None:
    said = worn(name).texts("P")
    assert CONTACT in said
    assert not any("Bank" in text for text in said)


def test_a_letter_says_both_lines() -> None:
    assert {CONTACT, "Bank für alle"} <= set(worn("letter_receipt").texts("P"))


def test_the_sheet_for_a_colleague_stays_on_one_page() -> None:
    assert len(worn("handover_sheet").pdf.pages) == 1


def test_who_signs_a_visit_report_does_so_as_what_they_are() -> None:
    record = replace(DOCUMENTS["visit_report"].records["ordinary"](), signatory="Martina Albers, Architektin")
    assert "Martina Albers, Architektin" in Listener(DOCUMENTS["visit_report"].build(record)).texts("P")


@pytest.mark.parametrize("accent", ["#ffff00", ""])
def test_a_colour_too_pale_to_read_is_made_readable(accent: str) -> None:
    head = replace(OFFICE.letterhead, logo_png=a_logo(), look=DocumentLook(accent, ("Sprechzeit dienstags",)))
    content = build_letter(replace(OFFICE, letterhead=head))

    assert check(content) == ()
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(content, profile=profile).failures == []
