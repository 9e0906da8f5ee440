"""A case: its intake, consents, tasks and who it is handed to."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "case_file.number": FieldName(N_("Fallnummer")),
    "case_file.advisor_id": FieldName(N_("Zuständig")),
    "case_file.status": FieldName(N_("Status"), "case_status"),
    "case_file.opened_at": FieldName(N_("Eingang")),
    "case_file.channel": FieldName(N_("Kanal"), "channel"),
    "case_file.enquirer": FieldName(N_("Wer fragt an"), "enquirer"),
    "case_file.access_path": FieldName(N_("Aufmerksam durch"), "access_path"),
    "case_file.main_occasion": FieldName(N_("Hauptanlass"), "occasion"),
    "case_file.occasions": FieldName(N_("Weitere Anlässe"), "occasion"),
    "case_file.concern": FieldName(N_("Anliegen in eigenen Worten")),
    "case_file.summary": FieldName(N_("Stand in einem Satz")),
    "case_file.urgency": FieldName(N_("Dringlichkeit"), "urgency"),
    "case_file.discharge_on": FieldName(N_("Entlassung aus Klinik oder Reha")),
    "case_file.counselling_type": FieldName(N_("Beratungsart"), "counselling_type"),
    "case_file.legal_basis": FieldName(N_("Rechtsgrundlage"), "legal_basis"),
    "case_file.privacy_given_on": FieldName(N_("Datenschutzinfo gegeben am")),
    "case_file.privacy_version": FieldName(N_("Fassung der Datenschutzinfo")),
    "case_file.privacy_form": FieldName(N_("Form der Datenschutzinfo"), "privacy_form"),
    "case_file.closed_on": FieldName(N_("Abgeschlossen am")),
    "case_file.outcome": FieldName(N_("Ergebnis"), "outcome"),
    "case_file.personal_note": FieldName(N_("Notiz")),
    "consent.purpose": FieldName(N_("Wofür"), "consent_purpose"),
    "consent.recipient": FieldName(N_("An wen")),
    "consent.form": FieldName(N_("Form"), "consent_form"),
    "consent.given_on": FieldName(N_("Erteilt am")),
    "consent.revoked_on": FieldName(N_("Widerrufen am")),
    "consent.note": FieldName(N_("Notiz")),
    "task.title": FieldName(N_("Was")),
    "task.due_on": FieldName(N_("Bis wann")),
    "task.done_at": FieldName(N_("Erledigt")),
    "task.staff_id": FieldName(N_("Wer")),
    "handover.from_id": FieldName(N_("Bisher zuständig")),
    "handover.to_id": FieldName(N_("Jetzt zuständig")),
    "handover.reason": FieldName(N_("Grund der Übergabe")),
}
