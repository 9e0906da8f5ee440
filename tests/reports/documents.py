"""Every document the program has, in three sizes: one line each, and every promise is tested on all of them.

A new document is one more line in ``DOCUMENTS``: an ordinary record, an empty one and a huge one, and what sets them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final, Literal

from tests.reports import (
    client_copies,
    office_documents,
    records,
    rights_documents,
    sheets,
    template_letters,
    yearly_reports,
)
from tests.reports.placing import Layout, noted
from tests.reports.sources import Said, taken_down
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reports.access_report import build_access_report
from zwk_barrier.reports.case_report import build_case_report
from zwk_barrier.reports.caseload_list import build_caseload_list
from zwk_barrier.reports.client_copy import build_client_copy
from zwk_barrier.reports.craft_plan import build_craft_plan
from zwk_barrier.reports.handbook import build_handbook
from zwk_barrier.reports.handover_sheet import build_handover_sheet
from zwk_barrier.reports.letter import build_letter
from zwk_barrier.reports.recovery_sheet import build_recovery_sheet
from zwk_barrier.reports.review_sheet import build_review_sheet
from zwk_barrier.reports.rights_sheet import build_rights_sheet
from zwk_barrier.reports.visit_report import build_visit_report
from zwk_barrier.reports.visit_sheet import build_visit_sheet
from zwk_barrier.reports.yearly_report import build_yearly_report

Size = Literal["empty", "ordinary", "huge"]
SCRIPTS: Final = records.SCRIPTS
LANGUAGES: Final = ("de", "ls", "en", "tr", "ru", "uk", "pl", "ar", "fa", "bg", "ro")
KEY: Final = "ABCD-EFGH-JKLM-NPQR-2345-67AB-CDEF-GHJK"


@dataclass(frozen=True)
class Kind:
    """One document: what sets it, and its records by size; not every document can be huge."""

    build: Callable[[Any], bytes]
    records: Mapping[Size, Callable[[], Any]]


def _letter(code: str) -> Kind:
    sizes: dict[Size, Callable[[], Any]] = {
        "empty": lambda: template_letters.empty(code),
        "ordinary": lambda: template_letters.ordinary(code),
    }
    if code in {"application", "landlord_consent"}:  # what these two hold is all that others can
        sizes["huge"] = lambda: template_letters.huge(code)
    return Kind(build_letter, sizes)


def _client_copy(language: str) -> Kind:
    return Kind(
        build_client_copy,
        {
            "empty": lambda: client_copies.empty(language),
            "ordinary": lambda: client_copies.ordinary(language),
            "huge": lambda: client_copies.huge(language),
        },
    )


def _review_sheet(language: str) -> Kind:
    return Kind(build_review_sheet, {"ordinary": lambda: client_copies.review_sheet(language)})


def _english(build: Callable[[Any], bytes], record: Callable[[], Any], empty: Callable[[], Any]) -> Kind:
    """The same for an office whose screen speaks English; what was typed stays as it is."""
    return Kind(
        build,
        {
            "empty": lambda: replace(empty(), language="en"),
            "ordinary": lambda: replace(record(), language="en"),
        },
    )


def _recovery(office: str) -> bytes:
    return build_recovery_sheet(office, KEY, date(2026, 11, 9))


def _handbook(language: str) -> bytes:
    return build_handbook(date(2026, 11, 23), language=language)


def _every_script() -> Any:
    """Forty pages and more, with names in each script a shipped font has."""
    huge = records.huge()
    return replace(huge, participants=(*huge.participants, *SCRIPTS))


def _nameless(sheet: Any) -> Any:
    return replace(sheet, person="", address=())


DOCUMENTS: Final[dict[str, Kind]] = {
    "visit_report": Kind(
        build_visit_report,
        {"empty": records.empty, "ordinary": records.ordinary, "huge": _every_script},
    ),
    "visit_sheet": Kind(
        build_visit_sheet,
        {"empty": sheets.empty, "ordinary": lambda: sheets.ORDINARY, "huge": sheets.huge},
    ),
    "visit_sheet_nameless": Kind(build_visit_sheet, {"ordinary": lambda: _nameless(sheets.ORDINARY)}),
    "recovery_sheet": Kind(
        _recovery,
        {"empty": lambda: "", "ordinary": lambda: records.OFFICE.office, "huge": lambda: "Beratungsstelle " * 12},
    ),
    "case_report": Kind(
        build_case_report,
        {
            "empty": office_documents.empty_report,
            "ordinary": office_documents.report,
            "huge": office_documents.huge_report,
        },
    ),
    "case_report_redacted": Kind(
        build_case_report,
        {"empty": office_documents.empty_redacted, "ordinary": office_documents.redacted},
    ),
    "handover_sheet": Kind(
        build_handover_sheet,
        {
            "empty": office_documents.empty_handover,
            "ordinary": office_documents.handover,
            "huge": office_documents.huge_handover,
        },
    ),
    "caseload_list": Kind(
        build_caseload_list,
        {
            "empty": lambda: office_documents.caseload(0),
            "ordinary": office_documents.caseload,
            "huge": lambda: office_documents.caseload(8, 25),
        },
    ),
    "craft_plan": Kind(
        build_craft_plan,
        {
            "empty": office_documents.empty_craft,
            "ordinary": office_documents.craft,
            "huge": lambda: office_documents.craft(60, 60),
        },
    ),
    "visit_report_en": _english(build_visit_report, records.ordinary, records.empty),
    "visit_sheet_en": _english(build_visit_sheet, lambda: sheets.ORDINARY, sheets.empty),
    "case_report_en": _english(build_case_report, office_documents.report, office_documents.empty_report),
    "handover_sheet_en": _english(build_handover_sheet, office_documents.handover, office_documents.empty_handover),
    "caseload_list_en": _english(build_caseload_list, office_documents.caseload, lambda: office_documents.caseload(0)),
    "craft_plan_en": _english(build_craft_plan, office_documents.craft, office_documents.empty_craft),
    **{f"review_sheet_{language}": _review_sheet(language) for language in ("ls", "tr", "ar")},
    **{f"client_copy_{language}": _client_copy(language) for language in LANGUAGES},
    "privacy_notice": Kind(build_rights_sheet, rights_documents.NOTICES),
    "privacy_notice_easy": Kind(build_rights_sheet, rights_documents.EASY_NOTICES),
    "access_report": Kind(build_access_report, rights_documents.ACCESS),
    "consent_form": Kind(build_rights_sheet, rights_documents.CONSENTS),
    "yearly_report": Kind(
        build_yearly_report,
        {"empty": yearly_reports.empty, "ordinary": yearly_reports.ordinary, "huge": yearly_reports.huge},
    ),
    "handbook": Kind(_handbook, {"huge": lambda: "de"}),
    "handbook_en": Kind(_handbook, {"empty": lambda: "en"}),
    **{f"letter_{code}": _letter(code) for code in shipped_templates()},
}  # fmt: skip

ALL: Final = [(name, size) for name, kind in DOCUMENTS.items() for size in kind.records]
ORDINARY: Final = [name for name, kind in DOCUMENTS.items() if "ordinary" in kind.records]


@dataclass(frozen=True)
class Made:
    """A finished file, what it was told to say, and where each line was set."""

    content: bytes
    told: list[Said]
    layout: Layout


@cache
def made(name: str, size: Size) -> Made:
    """A finished document, set once for all tests."""
    kind = DOCUMENTS[name]
    record = kind.records[size]()
    with taken_down() as source, noted() as layout:
        content = kind.build(record)
    return Made(content, source.told(), layout)
