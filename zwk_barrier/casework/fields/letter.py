"""Letters and printed documents, what was disclosed to whom, and who read a translation."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "letter.application_id": FieldName(N_("Antrag")),
    "letter.staff_id": FieldName(N_("Geschrieben von")),
    "letter.template": FieldName(N_("Vorlage")),
    "letter.title": FieldName(N_("Betreff")),
    "letter.recipient": FieldName(N_("Empfänger")),
    "letter.photos": FieldName(N_("Fotos")),
    "letter.written_on": FieldName(N_("Datum des Schreibens")),
    "letter.printed_at": FieldName(N_("Gedruckt am")),
    "letter.sent_on": FieldName(N_("Abgeschickt am")),
    "letter.sending": FieldName(N_("Versand"), "sending"),
    "letter_template.code": FieldName(N_("Vorlage")),
    "disclosure.letter_id": FieldName(N_("Schreiben")),
    "disclosure.staff_id": FieldName(N_("Weitergegeben von")),
    "disclosure.consent_id": FieldName(N_("Einwilligung")),
    "disclosure.disclosed_on": FieldName(N_("Weitergegeben am")),
    "disclosure.recipient": FieldName(N_("An wen")),
    "disclosure.purpose": FieldName(N_("Wofür"), "consent_purpose"),
    "disclosure.what": FieldName(N_("Was")),
    "disclosure.basis": FieldName(N_("Grundlage"), "disclosure_basis"),
    "disclosure.norm": FieldName(N_("Vorschrift")),
    "disclosure.note": FieldName(N_("Notiz")),
    "printed_document.letter_id": FieldName(N_("Schreiben")),
    "printed_document.staff_id": FieldName(N_("Gedruckt von")),
    "printed_document.kind": FieldName(N_("Dokument")),
    "printed_document.language": FieldName(N_("Sprache")),
    "printed_document.variant": FieldName(N_("Fassung")),
    "printed_document.title": FieldName(N_("Titel")),
    "printed_document.pages": FieldName(N_("Seiten")),
    "printed_document.printed_at": FieldName(N_("Gedruckt am")),
    "printed_document.is_faulty": FieldName(N_("Nicht barrierefrei")),
    "text_review.language": FieldName(N_("Sprache"), "language"),
    "text_review.edition": FieldName(N_("Fassung")),
    "text_review.reviewer": FieldName(N_("Geprüft von")),
    "text_review.reviewed_on": FieldName(N_("Geprüft am")),
    "text_review.staff_id": FieldName(N_("Eingetragen von")),
    "text_review.note": FieldName(N_("Notiz")),
}
