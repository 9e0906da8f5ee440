"""Every document the program has, in three sizes: one line each, and every promise is tested on all of them.

A new document is one more line in ``DOCUMENTS``: an ordinary record, an empty one and a huge one, and what sets them.
``test_matrix.py`` fails for one that is missing here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, wraps
from typing import Any, Final, Literal

from tests.reports import (
    client_copies,
    office_documents,
    records,
    rights_documents,
    sheets,
    template_letters,
    visit_parts,
    yearly_reports,
)
from tests.reports.placing import Layout, noted
from tests.reports.sources import Said, taken_down
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, ClientLanguage
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reports.documents.access_report import build_access_report
from zwk_barrier.reports.documents.case_report import build_case_report
from zwk_barrier.reports.documents.caseload_list import build_caseload_list
from zwk_barrier.reports.documents.client_copy import build_client_copy
from zwk_barrier.reports.documents.craft_plan import build_craft_plan
from zwk_barrier.reports.documents.handbook import build_handbook
from zwk_barrier.reports.documents.handover_sheet import build_handover_sheet
from zwk_barrier.reports.documents.letter import build_letter
from zwk_barrier.reports.documents.recovery_sheet import build_recovery_sheet
from zwk_barrier.reports.documents.review_sheet import build_review_sheet
from zwk_barrier.reports.documents.rights_sheet import build_rights_sheet
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.reports.documents.visit_sheet import build_visit_sheet
from zwk_barrier.reports.documents.yearly_report import build_yearly_report

Size = Literal["empty", "ordinary", "huge"]
Build = Callable[[Any], bytes]
Records = Mapping[Size, Callable[[], Any]]
KEY: Final = "ABCD-EFGH-JKLM-NPQR-2345-67AB-CDEF-GHJK"
TRANSLATED: Final = tuple(one for one in CLIENT_LANGUAGES if one != "de")


@dataclass(frozen=True)
class Kind:
    """One document: what sets it, and its records by size."""

    build: Build
    records: Records


@wraps(build_recovery_sheet)
def _recovery(asked: tuple[str, str]) -> bytes:
    office, language = asked
    return build_recovery_sheet(office, KEY, date(2026, 11, 9), language=language)


@wraps(build_handbook)
def _handbook(language: str) -> bytes:
    return build_handbook(date(2026, 11, 23), language=language)


def _recoveries(language: str) -> Records:
    huge = f"{'Beratungsstelle ' * 8}{' '.join(records.EVERY_SCRIPT)}"
    offices: dict[Size, str] = {"empty": "", "ordinary": records.OFFICE.office, "huge": huge}
    return {size: lambda office=office: (office, language) for size, office in offices.items()}  # type: ignore[misc]


def _with(sizes: Records, **changes: Any) -> Records:
    """The same records, changed in one thing."""
    return {size: lambda record=record: replace(record(), **changes) for size, record in sizes.items()}  # type: ignore[misc]


VISITS: Final[Records] = {
    "empty": records.empty,
    "ordinary": records.ordinary,
    "huge": visit_parts.everything,
}
SHEETS: Final[Records] = {"empty": sheets.empty, "ordinary": lambda: sheets.ORDINARY, "huge": sheets.huge}
SPEAKING_ENGLISH: Final = {
    "visit_report": Kind(build_visit_report, VISITS),
    "visit_sheet": Kind(build_visit_sheet, SHEETS),
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
        {
            "empty": office_documents.empty_redacted,
            "ordinary": office_documents.redacted,
            "huge": office_documents.huge_redacted,
        },
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
            "huge": lambda: office_documents.caseload(18, 11),
        },
    ),
    "craft_plan": Kind(
        build_craft_plan,
        {
            "empty": office_documents.empty_craft,
            "ordinary": office_documents.craft,
            "huge": office_documents.huge_craft,
        },
    ),
    "yearly_report": Kind(
        build_yearly_report,
        {"empty": yearly_reports.empty, "ordinary": yearly_reports.ordinary, "huge": yearly_reports.huge},
    ),
}
"""Documents of the office, in the language of its screen; what was typed stays as it is."""

HANDBOOKS: Final = {
    "handbook": Kind(_handbook, {"huge": lambda: "de"}),
    "handbook_en": Kind(_handbook, {"empty": lambda: "en"}),
}
"""They have one size each: nobody fills them in."""


def _client_copy(language: ClientLanguage) -> Kind:
    return Kind(
        build_client_copy,
        {
            "empty": lambda: client_copies.empty(language),
            "ordinary": lambda: client_copies.ordinary(language),
            "huge": lambda: client_copies.huge(language),
        },
    )


def _beside(language: ClientLanguage) -> Kind:
    """Its empty copy has German beside it as well, and a huge one says no more than one of each."""
    return Kind(build_client_copy, {"ordinary": lambda: client_copies.beside(language)})


def _review_sheet(language: ClientLanguage) -> Kind:
    return Kind(
        build_review_sheet,
        {
            "empty": lambda: client_copies.empty_review_sheet(language),
            "ordinary": lambda: client_copies.short_review_sheet(language),
            "huge": lambda: client_copies.review_sheet(language),
        },
    )


def _letter(code: str) -> Kind:
    return Kind(
        build_letter,
        {
            "empty": lambda: template_letters.empty(code),
            "ordinary": lambda: template_letters.ordinary(code),
            "huge": lambda: template_letters.huge(code),
        },
    )


DOCUMENTS: Final[dict[str, Kind]] = {
    **SPEAKING_ENGLISH,
    **{
        f"{name}_en": Kind(kind.build, _with(kind.records, language="en"))
        for name, kind in SPEAKING_ENGLISH.items()
    },
    "visit_report_large": Kind(build_visit_report, _with(VISITS, large=True)),
    "visit_sheet_nameless": Kind(build_visit_sheet, _with(SHEETS, person="", address=())),
    "recovery_sheet": Kind(_recovery, _recoveries("de")),
    "recovery_sheet_en": Kind(_recovery, _recoveries("en")),
    **{f"review_sheet_{language}": _review_sheet(language) for language in TRANSLATED},
    **{f"client_copy_{language}": _client_copy(language) for language in CLIENT_LANGUAGES},
    **{f"client_copy_{language}_beside": _beside(language) for language in TRANSLATED},
    "privacy_notice": Kind(build_rights_sheet, rights_documents.NOTICES),
    "privacy_notice_easy": Kind(build_rights_sheet, rights_documents.EASY_NOTICES),
    "access_report": Kind(build_access_report, rights_documents.ACCESS),
    "consent_form": Kind(build_rights_sheet, rights_documents.CONSENTS),
    **HANDBOOKS,
    **{f"letter_{code}": _letter(code) for code in shipped_templates()},
}

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
