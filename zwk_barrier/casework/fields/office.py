"""The office and its people."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "office.name": FieldName(N_("Name der Beratungsstelle")),
    "office.department": FieldName(N_("Amt oder Träger")),
    "office.street": FieldName(N_("Straße und Hausnummer")),
    "office.postcode": FieldName(N_("Postleitzahl")),
    "office.town": FieldName(N_("Ort")),
    "office.phone": FieldName(N_("Telefon")),
    "office.email": FieldName(N_("E-Mail")),
    "office.region": FieldName(N_("Region")),
    "office.lock_after_minutes": FieldName(N_("Sperren nach"), in_unit=N_("Min.")),
    "office.land": FieldName(N_("Bundesland"), "land"),
    "office.wants_plan_approval": FieldName(N_("Maßnahmenpläne von zweiter Person freigeben lassen")),
    "office.silence_days": FieldName(N_("Fälle ohne Kontakt zeigen nach"), in_unit="Tagen"),
    "office.logo": FieldName(N_("Logo")),
    "office.accent": FieldName(N_("Farbe der Dokumente")),
    "office.bank_line": FieldName(N_("Bankverbindung")),
    "office.contact_line": FieldName(N_("Kontaktzeile")),
    "office.closing_line": FieldName(N_("Grußformel")),
    "staff.name": FieldName(N_("Name")),
    "staff.role": FieldName(N_("Rolle"), "role"),
    "staff.job_title": FieldName(N_("Berufsbezeichnung")),
    "staff.phone": FieldName(N_("Telefon")),
    "staff.email": FieldName(N_("E-Mail")),
    "absence.staff_id": FieldName(N_("Wer ist abwesend")),
    "absence.deputy_id": FieldName(N_("Vertretung")),
    "absence.first_on": FieldName(N_("Vom")),
    "absence.last_on": FieldName(N_("Bis")),
    "absence.note": FieldName(N_("Notiz")),
    "own_table.name": FieldName(N_("Tabelle")),
}
