"""What a case report is made from: chosen sections of one case, ready to read, open or redacted."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.report_parts import Section
from zwk_barrier.model.visit_report import Letterhead

SECTIONS: tuple[str, ...] = (
    *("person", "household", "dwelling", "contacts", "visits", "fit", "measures", "funding"),
    *("letters", "disclosures", "tasks", "outcome"),
)
"""Codes of the sections, in their order."""


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What goes into a case report; without a word about it the least: no diagnoses, no photos.

    ``with_texts`` keeps free texts in a redacted one, with every known name replaced.
    """

    sections: tuple[str, ...] = SECTIONS
    with_diagnoses: bool = False
    with_photos: bool = False
    is_redacted: bool = False
    with_texts: bool = False


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One case report; ``redacted`` says what was replaced, ``left_out`` what was not told, a sentence each.

    In a redacted one ``case_number`` and ``person`` are pseudonyms, and ``advisor`` and ``printed_by`` too.
    """

    letterhead: Letterhead
    case_number: str
    person: str
    address: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    is_redacted: bool
    redacted: tuple[str, ...]
    left_out: tuple[str, ...]
    printed_on: date
    printed_by: str
    language: str = "de"
