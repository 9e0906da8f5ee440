"""Letters to set, one of each shipped template: with every datum known, with none, and a huge one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tests.reports import records
from zwk_barrier.casework.printing.letter_filling import DraftText, Filler, groups_of
from zwk_barrier.model.letter_document import EvidenceLine, LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.letter_templates import shipped_templates

SENTENCES: Final = (
    "Die Wanne ist 58 cm hoch; Frau Petrova kann die Beine nicht so hoch heben.",
    "Ohne Hilfe kann sie sich seit dem Sturz im Oktober nicht mehr waschen.",
)
MEASURES: Final = (
    LetterMeasure("Wanne durch bodengleiche Dusche ersetzen", "Bad", "5.000 € bis 12.000 €", SENTENCES),
    LetterMeasure("Badtür verbreitern", "Bad", "", ("Die Tür ist 63 cm breit, der Rollator 65 cm.",)),
)
EVIDENCE: Final = (
    EvidenceLine("Kostenvoranschlag", "02.11.2026", "liegt bei"),
    EvidenceLine("Bescheid über den Pflegegrad", "", "wird nachgereicht"),
)


def filled(template: LetterTemplate, values: Mapping[str, str]) -> LetterDocument:
    """The record of a template with these values, as the case work fills it."""
    filler = Filler(values, {})
    groups = [group for group in groups_of(template) if any(filler.wants(one) for one in group)]
    return LetterDocument(
        letterhead=records.OFFICE,
        return_line=" · ".join((records.OFFICE.office, *records.OFFICE.address)),
        recipient=("Pflegekasse Musterhaven", "Am Markt 1", "27999 Musterhaven"),
        reference_lines=(("Unser Zeichen", "2026-0147"), ("Datum", "22.11.2026")),
        case_number="2026-0147",
        written_on=date(2026, 11, 22),
        subject=filler.filled(template.subject),
        greeting=filler.filled(template.greeting),
        parts=tuple(_part(filler.paragraph(group)) for group in groups),
        closing=filler.filled(template.closing),
        signatory="Martina Albers",
        measures=MEASURES if template.has_block("reasons", "works") else (),
        evidence=EVIDENCE if template.has_block("evidence") else (),
        enclosures=("Vollmacht", "Kostenvoranschlag"),
        photos=records.BATH.photos[:2] if template.takes_photos else (),
        reply=filler.filled(template.reply),
        is_secret=template.sender == "office",
        file_name=template.file.format(number="2026-0147", day="2026-11-22"),
    )


def _part(text: DraftText) -> LetterPart:
    return LetterPart(text.text, text.heading, text.block)  # type: ignore[arg-type] # checked by the template


def ordinary(code: str) -> LetterDocument:
    """The letter with every datum known."""
    values = {name: "" if one.is_flag else f"({one.title})" for name, one in PLACEHOLDERS.items()}
    return filled(shipped_templates()[code], values)


def empty(code: str) -> LetterDocument:
    """The letter of a case of which nothing is known."""
    return replace(
        filled(shipped_templates()[code], {}),
        letterhead=Letterhead(""),
        return_line="",
        recipient=("[Empfänger]",),
        signatory="",
        measures=(),
        evidence=(),
        enclosures=(),
        photos=(),
    )


def huge(code: str) -> LetterDocument:
    """The letter with a hundred long measures, sixty photos, texts without end and names in every script."""
    make = records.Huge()
    measures = tuple(
        LetterMeasure(make.words(9), records.NAMES[at % 10], "", tuple(make.words(70) for _ in range(at % 4)))
        for at in range(100)
    )
    evidence = tuple(EvidenceLine(make.words(20), "02.11.2026", "liegt bei") for _ in range(60))
    known = ordinary(code)
    taken = 60 if known.photos else 0
    photos = tuple(records.plate(10 + at % 6, make.words(25), upright=at % 3 == 0) for at in range(taken))
    long = tuple(
        LetterPart("\n\n".join(make.words(160) for _ in range(8)), name) for name in records.EVERY_SCRIPT
    )
    return replace(
        known,
        recipient=records.EVERY_SCRIPT,
        signatory="Petrova-" * 38,
        subject=f"{known.subject} – {'Petrova-' * 38}",
        parts=(*long, *known.parts),
        measures=measures,
        evidence=evidence,
        photos=photos,
        enclosures=records.EVERY_SCRIPT * 2,
    )
