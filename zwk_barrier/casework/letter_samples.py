"""A letter as a template would make it, for somebody invented: what the office sees while it changes the words."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.letter_filling import Filler, groups_of
from zwk_barrier.casework.letterhead import letterhead_of
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.model import Office
from zwk_barrier.model.letter_document import EvidenceLine, LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, speaking

_NUMBER: Final = "2026-0000"
_STREET: Final = ("Musterweg 1", "27999 Musterhaven")
_UNLIKELY: Final = frozenset({"frist_offen", "gruende_vom", "entschieden", "begonnen", "nachweise_fehlen"})
"""What a sample case does not have, so that its letter does not say both sides."""


def sample(session: Session, template: LetterTemplate, today: date) -> LetterDocument:
    """The letter for an invented person, with the office's own head; in German."""
    with speaking("de"):
        return _sample(office_settings(session), template, today)


def _sample(office: Office, template: LetterTemplate, today: date) -> LetterDocument:
    values = _values(office, template, today)
    filler = Filler(values, {})
    texts = [filler.paragraph(group) for group in groups_of(template) if any(map(filler.wants, group))]
    is_office = template.sender == "office"
    head = letterhead_of(office) if is_office else Letterhead(values["name"], address=_STREET)
    return LetterDocument(
        letterhead=head,
        return_line=" · ".join(part for part in (head.office, *head.address) if part),
        recipient=(values["empfaenger"], *_STREET),
        reference_lines=((_("Datum"), format_date(today)),),
        case_number=_NUMBER,
        written_on=today,
        subject=filler.text("subject", template.subject).text,
        greeting=filler.text("greeting", template.greeting).text,
        parts=tuple(LetterPart(one.text, one.heading, _block(one.block)) for one in texts),
        closing=template.closing,
        signatory=values["beratung"] if is_office else values["name"],
        measures=_measures(template),
        evidence=(EvidenceLine("Kostenvoranschlag", format_date(today), _("liegt bei")),),
        enclosures=("Kostenvoranschlag",) if template.has_block("evidence") else (),
        reply=filler.filled(template.reply),
        is_secret=is_office,
        file_name=template.file.format(number=_NUMBER, day=today.isoformat()),
    )


def _block(block: str) -> Any:
    return block


def _measures(template: LetterTemplate) -> tuple[LetterMeasure, ...]:
    if template.has_block("reasons"):
        texts = (
            "Mit dem Rollator ist das Bad sonst nicht zu erreichen.",
            "Badtür 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich.",
        )
        return (LetterMeasure("Badtür verbreitern", "Bad", "1.500 €", texts),)
    return (
        LetterMeasure("Badtür verbreitern", "Bad", "", ("Ausführung durch einen Fachbetrieb (Tischlerei).",)),
    )


def _values(office: Office, template: LetterTemplate, today: date) -> Mapping[str, str]:
    recipients = {"landlord": "Wohnbau Musterhaven", "person": "Erika Beispiel", "payer": "Pflegekasse Nord"}
    week = timedelta(days=7)
    values = {
        "name": "Erika Beispiel",
        "geburtsdatum": "01.02.1946",
        "pflegegrad": "Pflegegrad 2",
        "kasse": "Pflegekasse Nord",
        "versichertennummer": "A000000000",
        "anschrift": ", ".join(_STREET),
        "lage": "2. Stock",
        "vermietung": "Wohnbau Musterhaven",
        "anliegen": "Frau Beispiel wünscht sich Hilfe beim Einkaufen.",
        "massnahmen": "Badtür verbreitern",
        "kosten": "Zusammen geschätzt: 1.500\N{NO-BREAK SPACE}€",
        "stelle": "Pflegekasse Nord",
        "aktenzeichen": "WU-0000",
        "leistung": "Wohnumfeldverbessernde Maßnahmen",
        "norm": "§ 40 Abs. 4 SGB XI",
        "betrag": "1.500\N{NO-BREAK SPACE}€",
        "antrag_vom": format_date(today - 6 * week),
        "eingang": format_date(today - 5 * week),
        "eingang_hier": format_date(today - 6 * week),
        "frist": format_date(today - 2 * week),
        "frist_norm": "§ 40 Abs. 7 SGB XI",
        "gruende_vom": format_date(today - 3 * week),
        "beteiligt": "Medizinischer Dienst",
        "beteiligt_am": format_date(today - 4 * week),
        "bescheid_vom": format_date(today - week),
        "bekanntgabe": format_date(today - week),
        "nachforderung": "ein Kostenvoranschlag",
        "nachforderung_vom": format_date(today - 2 * week),
        "beratungsstelle": office.name or "Beratungsstelle",
        "ort": office.town or "Musterhaven",
        "telefon": office.phone or "0221 4710100",
        "beratung": "Martina Muster",
        "heute": format_date(today),
        "antwort_bis": format_date(today + timedelta(days=template.answer_days)),
        "empfaenger": recipients.get(template.recipient, "Pflegestützpunkt Musterhaven"),
    }
    flags = ("frist_vorbei", "fiktion", "nachweise", "einwilligung", "fotos", "versichert", "mehrere")
    values |= dict.fromkeys(flags, "✓")
    return {name: value for name, value in values.items() if name not in _UNLIKELY}
