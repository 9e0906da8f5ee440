"""Letters to set: an application with everything, a landlord's, an office's own, an empty and a huge one."""

from dataclasses import replace
from datetime import date
from typing import Final

from tests.reports import records
from zwk_barrier.model.letter_document import EvidenceLine, LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import Letterhead

CLIENT: Final = Letterhead("Olga Petrova", address=("Goethestraße 41", "27999 Musterhaven"))
DOOR: Final = LetterMeasure(
    "Badtür verbreitern",
    "Bad",
    "1.200–1.800 €",
    ("Die Badtür ist 63 cm breit, der Rollator 65 cm.", "Durch die Tür kommt man nur mit Hilfe."),
)
RAIL: Final = LetterMeasure("Haltegriffe", "", "", ())

APPLICATION: Final = LetterDocument(
    letterhead=CLIENT,
    return_line="Olga Petrova · Goethestraße 41 · 27999 Musterhaven",
    recipient=("Pflegekasse Nord", "Postfach 10 01", "28001 Bremen"),
    reference_lines=(("Ihr Zeichen", "WU-4711"), ("Datum", "22.11.2026")),
    case_number="2026-0147",
    written_on=date(2026, 11, 22),
    subject="Antrag: Wohnumfeldverbessernde Maßnahmen – Olga Petrova",
    greeting="Guten Tag,",
    parts=(
        LetterPart("ich beantrage die folgende Leistung."),
        LetterPart("Ich bitte Sie, bald zu entscheiden."),
        LetterPart("Jede Maßnahme ist einzeln begründet.", "Was verändert werden soll und warum", "reasons"),
        LetterPart("", "Nachweise", "evidence"),
    ),
    closing="Mit freundlichen Grüßen",
    signatory="Olga Petrova",
    measures=(DOOR, RAIL),
    evidence=(
        EvidenceLine("Kostenvoranschlag", "05.11.2026", "liegt bei"),
        EvidenceLine("Ärztliches Attest", "", "wird nachgereicht"),
    ),
    enclosures=("Kostenvoranschlag", "2 Fotos in diesem Dokument"),
    photos=(records.plate(1, "Badtür"), records.plate(2, "Wanne", upright=True)),
    is_secret=False,
    file_name="Antrag_2026-0147",
)

LANDLORD: Final = replace(
    APPLICATION,
    subject="Bitte um Ihre Zustimmung (§ 554 BGB)",
    parts=(
        LetterPart("ich bitte Sie um Ihre Erlaubnis."),
        LetterPart("Die Veränderungen sind:", "Was verändert werden soll", "works"),
    ),
    evidence=(),
    enclosures=(),
    photos=(),
    reply="Ich bin einverstanden.",
)

OFFICE: Final = replace(
    APPLICATION,
    letterhead=records.OFFICE,
    return_line="Beratungsstelle · Hafenstraße 12 · 27999 Musterhaven",
    reference_lines=(
        ("Unser Zeichen", "2026-0147"),
        ("Auskunft", "Martina Albers"),
        ("Telefon", "0221 4710101"),
        ("E-Mail", "albers@musterhaven.example"),
        ("Datum", "22.11.2026"),
    ),
    subject="Stand des Antrags",
    parts=(LetterPart("wir bitten um eine Nachricht."), LetterPart("", "Nachweise", "evidence")),
    signatory="Martina Albers",
    measures=(),
    photos=(),
    is_secret=True,
)

EMPTY: Final = LetterDocument(
    Letterhead(""), "", ("[Empfänger]",), (("Datum", "22.11.2026"),), "", date(2026, 11, 22),
    "Brief", "", (), "", "",
)  # fmt: skip


def huge() -> LetterDocument:
    """Everything far too long, and words in several scripts."""
    text = "Die Tür ist zu schmal, und der Wendekreis reicht nicht. " * 60
    measures = tuple(
        LetterMeasure(
            f"Maßnahme {n} " + "mit sehr langem Namen " * 4, "Bad", "1 €", (text, "Łukasz Şahin, Олена")
        )
        for n in range(12)
    )
    return replace(
        OFFICE,
        letterhead=replace(records.OFFICE, department="Amt " * 60, address=("Sehr lange Straße " * 8,)),
        recipient=tuple(f"Zeile {n} " + "Wohnungsunternehmen " * 5 for n in range(9)),
        subject="Betreff " * 40,
        parts=(
            LetterPart(text),
            LetterPart(text, "Überschrift " * 20),
            LetterPart(text, "Gründe", "reasons"),
        ),
        measures=measures,
        enclosures=tuple(f"Anlage {n} " + "lang " * 20 for n in range(40)),
        photos=tuple(records.plate(n, f"Foto {n}") for n in range(5)),
        reply=text,
    )
