"""Contacts, and to what offers people were referred."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "contact.happened_at": FieldName(N_("Wann")),
    "contact.channel": FieldName(N_("Kanal"), "channel"),
    "contact.kind": FieldName(N_("Art"), "contact_kind"),
    "contact.direction": FieldName(N_("Richtung"), "contact_direction"),
    "contact.participants": FieldName(N_("Mit wem"), "participant"),
    "contact.topics": FieldName(N_("Thema"), "topic"),
    "contact.minutes": FieldName(N_("Dauer"), in_unit=N_("Min.")),
    "contact.travel_minutes": FieldName(N_("Fahrzeit"), in_unit=N_("Min.")),
    "contact.note": FieldName(N_("Notiz")),
    "contact.result": FieldName(N_("Ergebnis")),
    "contact.is_anonymous": FieldName(N_("Anonyme Beratung")),
    "contact.caller_given_name": FieldName(N_("Vorname")),
    "contact.caller_family_name": FieldName(N_("Nachname")),
    "contact.caller_phone": FieldName(N_("Telefon")),
    "contact.enquirer_name": FieldName(N_("Name der anfragenden Person")),
    "contact.area": FieldName(N_("Stadtteil")),
    "contact.enquirer": FieldName(N_("Wer fragt an"), "enquirer"),
    "contact.occasion": FieldName(N_("Anlass"), "occasion"),
    "contact.counselling_type": FieldName(N_("Beratungsart"), "counselling_type"),
    "contact.staff_id": FieldName(N_("Beraten von")),
    "contact.case_id": FieldName(N_("Gehört zu")),
    "referral.offer_id": FieldName(N_("Angebot")),
    "referral.contact_id": FieldName(N_("Kontakt")),
    "referral.staff_id": FieldName(N_("Verwiesen von")),
    "referral.referred_on": FieldName(N_("Verwiesen am")),
    "referral.outcome": FieldName(N_("Ergebnis"), "referral_outcome"),
    "referral.note": FieldName(N_("Notiz")),
}
