"""Gathers the frozen record a letter is printed from, and keeps that of a letter that was sent."""

import base64
from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from zwk_barrier.casework.printing.letter_draft import SENT, LetterDraft, Wanted, draft
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_sections import label
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.model import Evidence
from zwk_barrier.model.document_look import DocumentLook
from zwk_barrier.model.letter_document import EvidenceLine, LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import Letterhead, PhotoPlate
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _, speaking


def print_record(session: Session, photos: PhotoStore, wanted: Wanted, today: date) -> LetterDocument:
    """What the letter says, complete; of a letter that was sent, what it said then.

    A picture that is damaged or missing is left out.  Raises NotFound.
    """
    return document_of(draft(session, wanted, today), photos)


def document_of(found: LetterDraft, photos: PhotoStore) -> LetterDocument:
    """The record of a draft, in German whatever the screen's language is."""
    plates = _plates(found, photos)
    letter = found.letter
    if letter is not None and letter.sent_on is not None and (letter.content or {}).get(SENT):
        return thawed((letter.content or {})[SENT], plates)
    with speaking("de"):
        return _document(found, plates)


def frozen(document: LetterDocument) -> dict[str, Any]:
    """The record as JSON, without its pictures."""
    return {
        "letterhead": _head_as_json(document.letterhead),
        "return_line": document.return_line,
        "recipient": list(document.recipient),
        "reference_lines": [list(line) for line in document.reference_lines],
        "case_number": document.case_number,
        "written_on": document.written_on.isoformat(),
        "subject": document.subject,
        "greeting": document.greeting,
        "parts": [[part.text, part.heading, part.block] for part in document.parts],
        "closing": document.closing,
        "signatory": document.signatory,
        "measures": [[one.title, one.room, one.cost, list(one.texts)] for one in document.measures],
        "evidence": [[one.title, one.dated, one.state] for one in document.evidence],
        "enclosures": list(document.enclosures),
        "reply": document.reply,
        "is_secret": document.is_secret,
        "file_name": document.file_name,
    }


def thawed(kept: Mapping[str, Any], photos: tuple[PhotoPlate, ...]) -> LetterDocument:
    """The record :func:`frozen` has kept, with its pictures."""
    head = kept["letterhead"]
    return LetterDocument(
        _head_of(head),
        kept["return_line"],
        tuple(kept["recipient"]),
        tuple((name, value) for name, value in kept["reference_lines"]),
        kept["case_number"],
        date.fromisoformat(kept["written_on"]),
        kept["subject"],
        kept["greeting"],
        tuple(LetterPart(text, heading, block) for text, heading, block in kept["parts"]),
        kept["closing"],
        kept["signatory"],
        tuple(
            LetterMeasure(title, room, cost, tuple(texts)) for title, room, cost, texts in kept["measures"]
        ),
        tuple(EvidenceLine(*line) for line in kept["evidence"]),
        tuple(kept["enclosures"]),
        photos,
        kept["reply"],
        kept["is_secret"],
        kept["file_name"],
    )


def evidence_line(one: Evidence, contained: Container[str | None] = ()) -> EvidenceLine:
    """One document as the letter lists it; those ``contained`` are in the same file."""
    state = _("liegt bei") if one.present_on is not None else _("wird nachgereicht")
    return EvidenceLine(
        " – ".join(part for part in (label("evidence", one.kind) or _("Nachweis"), one.note) if part),
        format_date(one.dated_on) if one.dated_on else "",
        _("in diesem Dokument") if one.kind in contained else state,
    )


def _document(found: LetterDraft, plates: tuple[PhotoPlate, ...]) -> LetterDocument:
    head = _letterhead(found)
    is_office = found.template.sender == "office"
    number = found.view.case.number
    evidence = tuple(evidence_line(one, found.contained) for one in found.evidence)
    return LetterDocument(
        letterhead=head,
        return_line=" · ".join(part for part in (head.office, *head.address) if part),
        recipient=tuple(line for line in found.recipient.split("\n") if line.strip()) or (_("[Empfänger]"),),
        reference_lines=_reference_lines(found),
        case_number=number,
        written_on=found.written_on,
        subject=found.subject.text,
        greeting=found.greeting.text,
        parts=tuple(
            LetterPart(one.text, one.heading, one.block)  # type: ignore[arg-type] # checked by the template
            for one in found.paragraphs
            if one.text.strip() or (one.block and _has_block(found, one.block))
        ),
        closing=found.closing.text,
        signatory=_signatory(found) if is_office else found.view.person.full_name,
        measures=tuple(
            LetterMeasure(
                one.title, one.room, one.cost, tuple(line for line in one.text.split("\n") if line.strip())
            )
            for one in found.measures
        ),
        evidence=evidence,
        enclosures=_enclosures(found, evidence, plates),
        photos=plates,
        reply=found.reply,
        is_secret=is_office,
        file_name=found.template.file.format(number=number, day=found.written_on.isoformat()),
    )


def _has_block(found: LetterDraft, block: str) -> bool:
    return bool(found.evidence if block == "evidence" else found.measures)


def _letterhead(found: LetterDraft) -> Letterhead:
    """The office's, or the name and address of the person who writes."""
    if found.template.sender == "office":
        return letterhead_of(found.office)
    return Letterhead(found.view.person.full_name, address=address_of(found.view))


def _reference_lines(found: LetterDraft) -> tuple[tuple[str, str], ...]:
    """What stands beside the address: whose sign, who knows more, and the day."""
    is_office = found.template.sender == "office"
    reference = "" if found.application is None else found.application.reference or ""
    advisor = found.view.advisor
    lines = [
        (_("Unser Zeichen"), found.view.case.number if is_office else ""),
        (_("Ihr Zeichen"), reference),
        (_("Auskunft"), _advisor(found) if is_office else ""),
        (_("Telefon"), (advisor.phone if is_office and advisor is not None else "") or ""),
        (_("E-Mail"), (advisor.email if is_office and advisor is not None else "") or ""),
        (_("Datum"), format_date(found.written_on)),
    ]
    return tuple((name, value) for name, value in lines if value)


def _advisor(found: LetterDraft) -> str:
    return "" if found.view.advisor is None else found.view.advisor.name


def _signatory(found: LetterDraft) -> str:
    """Who signs, with what they are in the office."""
    title = "" if found.view.advisor is None else found.view.advisor.job_title or ""
    return ", ".join(part for part in (_advisor(found), title) if part)


def _enclosures(
    found: LetterDraft, evidence: tuple[EvidenceLine, ...], plates: tuple[PhotoPlate, ...]
) -> tuple[str, ...]:
    """What lies beside the letter: what was typed, the documents that are there, the photos in the same file."""
    typed = [line.strip() for line in found.enclosures.split("\n") if line.strip()]
    there = [
        line.title
        for line, one in zip(evidence, found.evidence, strict=True)
        if one.present_on is not None and one.kind not in found.contained
    ]
    photos = [_("{count} Fotos in diesem Dokument").format(count=len(plates))] if len(plates) > 1 else []
    if len(plates) == 1:
        photos = [_("Ein Foto in diesem Dokument")]
    return tuple(dict.fromkeys((*typed, *there, *photos)))


def _plates(found: LetterDraft, photos: PhotoStore) -> tuple[PhotoPlate, ...]:
    by_id = {one.photo.id: one for one in found.photos}
    plates = []
    for key in found.chosen_photos:
        one = by_id.get(key)
        if one is None:
            continue
        name = place_name(one.room)
        try:
            jpeg = photos.read(one.photo.id)
        except PhotoProblem:
            continue
        said = found.photo_words.get(key, name)
        plates.append(PhotoPlate(jpeg, one.photo.caption or name, said, read_marks(one.photo.marks)))
    return tuple(plates)


def _head_of(kept: Mapping[str, Any]) -> Letterhead:
    """The head as it was then; letters of the first version knew no logo and no colour."""
    logo, look = kept.get("logo"), DocumentLook(kept.get("accent", ""), tuple(kept.get("foot", ())))
    said = kept["office"], kept["department"], tuple(kept["address"]), kept["phone"], kept["email"]
    return Letterhead(*said, base64.b64decode(logo) if logo else None, look)


def _head_as_json(head: Letterhead) -> dict[str, Any]:
    return {
        "office": head.office,
        "department": head.department,
        "address": list(head.address),
        "phone": head.phone,
        "email": head.email,
        "logo": base64.b64encode(head.logo_png).decode("ascii") if head.logo_png else "",
        "accent": head.look.accent,
        "foot": list(head.look.foot),
    }
