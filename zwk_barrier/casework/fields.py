"""What each field is called, which codes it holds, and how a kept value reads: one line a field.

Form rows, the history of a field and the history of a case all ask here, so that one thing has one
name on every page.  Keys are ``table.column``; labels are German message ids, looked up when shown.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final

from sqlalchemy import JSON, Boolean, Date, Time

from zwk_barrier.model import Base
from zwk_barrier.model.base import Thousandths, UtcDateTime
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_decimal, format_money, format_quantity, format_time
from zwk_barrier.wording import N_, _, ngettext


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field's German label, the code list its values come from, and its unit (``€`` means cents)."""

    label: str
    codes: str = ""
    in_unit: str = ""

    @property
    def title(self) -> str:
        """The label in the language of the screen."""
        return _(self.label)

    @property
    def unit(self) -> str:
        """The unit in the language of the screen; empty without one."""
        return _(self.in_unit) if self.in_unit else ""


TABLES: Final[Mapping[str, str]] = {
    "case_file": N_("Fall"),
    "consent": N_("Einwilligung"),
    "contact": N_("Kontakt"),
    "task": N_("Aufgabe"),
    "building": N_("Gebäude"),
    "dwelling": N_("Wohnung"),
    "person": N_("Person"),
    "related_person": N_("Bezugsperson"),
    "limitation": N_("Einschränkung"),
    "visit": N_("Hausbesuch"),
    "room": N_("Raum"),
    "room_part": N_("Teil eines Raums"),
    "measurement": N_("Messwert"),
    "finding": N_("Feststellung"),
    "visit_note": N_("Notiz"),
    "photo": N_("Foto"),
    "measure": N_("Maßnahme"),
    "quote": N_("Angebot"),
    "outcome_survey": N_("Nachbefragung"),
    "kept_requirements": N_("Aufbewahrte Anforderungen"),
    "own_table": N_("Eigene Tabelle"),
    "office": N_("Beratungsstelle"),
    "staff": N_("Mitarbeitende"),
}
"""What one row of each journaled table is called."""

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
    "task.title": FieldName(N_("Was")),
    "task.due_on": FieldName(N_("Bis wann")),
    "task.done_at": FieldName(N_("Erledigt")),
    "task.staff_id": FieldName(N_("Wer")),
    "building.street": FieldName(N_("Straße")),
    "building.house_number": FieldName(N_("Hausnummer")),
    "building.postcode": FieldName(N_("Postleitzahl")),
    "building.town": FieldName(N_("Ort")),
    "building.area": FieldName(N_("Stadtteil")),
    "building.building_type": FieldName(N_("Gebäudetyp"), "building_type"),
    "building.building_age": FieldName(N_("Baujahr"), "building_age"),
    "building.floors": FieldName(N_("Geschosse")),
    "building.has_lift": FieldName(N_("Aufzug")),
    "building.steps_to_entrance": FieldName(N_("Stufen bis zur Haustür")),
    "building.is_listed": FieldName(N_("Denkmalschutz")),
    "building.is_condominium": FieldName(N_("Eigentümergemeinschaft (WEG)")),
    "building.escape_route_note": FieldName(N_("Brandschutz und Rettungsweg")),
    "dwelling.location": FieldName(N_("Lage im Haus")),
    "dwelling.floor": FieldName(N_("Stockwerk")),
    "dwelling.steps_to_dwelling": FieldName(N_("Stufen von der Haustür zur Wohnung")),
    "dwelling.tenure": FieldName(N_("Wohnverhältnis"), "tenure"),
    "dwelling.landlord": FieldName(N_("Vermietung"), "landlord"),
    "dwelling.landlord_name": FieldName(N_("Name der Vermietung")),
    "dwelling.living_space": FieldName(N_("Wohnfläche"), in_unit="m²"),
    "dwelling.room_count": FieldName(N_("Zimmer")),
    "dwelling.lived_since": FieldName(N_("Wohnt hier seit")),
    "dwelling.is_rent_bound": FieldName(N_("Sozialbindung (WBS)")),
    "dwelling.has_plans": FieldName(N_("Pläne vorhanden")),
    "dwelling.note": FieldName(N_("Notiz zur Wohnung")),
    "person.salutation": FieldName(N_("Anrede")),
    "person.given_name": FieldName(N_("Vorname")),
    "person.family_name": FieldName(N_("Nachname")),
    "person.phone": FieldName(N_("Telefon")),
    "person.phone_other": FieldName(N_("Weiteres Telefon")),
    "person.email": FieldName(N_("E-Mail")),
    "person.contact_preference": FieldName(N_("Bevorzugter Kontaktweg"), "contact_preference"),
    "person.born_on": FieldName(N_("Geburtsdatum")),
    "person.birth_year": FieldName(N_("Geburtsjahr")),
    "person.gender": FieldName(N_("Geschlecht"), "gender"),
    "person.language": FieldName(N_("Sprache"), "language"),
    "person.communication": FieldName(N_("Verständigung"), "communication"),
    "person.migration": FieldName(N_("Migrationsgeschichte"), "migration"),
    "person.household_form": FieldName(N_("Haushaltsform"), "household_form"),
    "person.household_size": FieldName(N_("Personen im Haushalt")),
    "person.household_in_care": FieldName(N_("Davon pflegebedürftig")),
    "person.care_grade": FieldName(N_("Pflegegrad"), "care_grade"),
    "person.care_grade_since": FieldName(N_("Pflegegrad seit")),
    "person.disability_degree": FieldName(N_("Grad der Behinderung (GdB)")),
    "person.disability_marks": FieldName(N_("Merkzeichen"), "disability_mark"),
    "person.impairments": FieldName(N_("Einschränkungen"), "impairment"),
    "person.aids": FieldName(N_("Hilfsmittel"), "aid"),
    "person.aid_width_cm": FieldName(N_("Breite des Hilfsmittels"), in_unit="cm"),
    "person.aid_length_cm": FieldName(N_("Länge des Hilfsmittels"), in_unit="cm"),
    "person.turning_circle_cm": FieldName(N_("Wendekreis"), in_unit="cm"),
    "person.reach_low_cm": FieldName(N_("Greift nach unten bis"), in_unit="cm"),
    "person.reach_high_cm": FieldName(N_("Greift nach oben bis"), in_unit="cm"),
    "person.seat_height_cm": FieldName(N_("Sitzhöhe"), in_unit="cm"),
    "person.falls": FieldName(N_("Stürze in den letzten 12 Monaten"), "fall_count"),
    "person.diagnoses": FieldName(N_("Diagnosen")),
    "person.insurance": FieldName(N_("Kranken- und Pflegekasse")),
    "person.insurance_number": FieldName(N_("Versichertennummer")),
    "person.insurance_type": FieldName(N_("Versicherungsart"), "insurance_type"),
    "person.income": FieldName(N_("Leistungen zum Lebensunterhalt"), "income"),
    "person.guardianship": FieldName(N_("Betreuung und Vollmacht"), "guardianship"),
    "person.note": FieldName(N_("Notiz zur Person")),
    "related_person.name": FieldName(N_("Name")),
    "related_person.relation": FieldName(N_("Beziehung"), "relation"),
    "related_person.organisation": FieldName(N_("Einrichtung oder Firma")),
    "related_person.phone": FieldName(N_("Telefon")),
    "related_person.email": FieldName(N_("E-Mail")),
    "related_person.has_authority": FieldName(N_("Bevollmächtigt")),
    "related_person.note": FieldName(N_("Notiz")),
    "limitation.function": FieldName(N_("Worum es geht"), "function"),
    "limitation.degree": FieldName(N_("Wie stark eingeschränkt"), "degree"),
    "visit.visited_on": FieldName(N_("Datum")),
    "visit.begins_at": FieldName(N_("Beginn")),
    "visit.minutes": FieldName(N_("Dauer"), in_unit=N_("Min.")),
    "visit.travel_minutes": FieldName(N_("Fahrzeit"), in_unit=N_("Min.")),
    "visit.participants": FieldName(N_("Wer war dabei"), "participant"),
    "visit.participants_note": FieldName(N_("Namen der Beteiligten")),
    "visit.profile": FieldName(N_("Maßstab")),
    "visit.purpose": FieldName(N_("Anlass des Besuchs"), "visit_purpose"),
    "visit.compared_with_id": FieldName(N_("Verglichen mit")),
    "visit.requirements_edition": FieldName(N_("Ausgabe der Anforderungen")),
    "visit.method": FieldName(N_("Messgerät"), "measuring_method"),
    "visit.summary": FieldName(N_("Zusammenfassung")),
    "visit.note": FieldName(N_("Interne Notiz")),
    "visit.finished_on": FieldName(N_("Abgeschlossen am")),
    "visit.staff_id": FieldName(N_("Besucht von")),
    "room.kind": FieldName(N_("Raum"), "room"),
    "room.name": FieldName(N_("Eigener Name des Raums")),
    "room.position": FieldName(N_("Reihenfolge")),
    "room.note": FieldName(N_("Notiz zum Raum")),
    "room.sketch": FieldName(N_("Grundriss")),
    "room_part.kind": FieldName(N_("Art")),
    "room_part.name": FieldName(N_("Bezeichnung")),
    "room_part.position": FieldName(N_("Reihenfolge")),
    "measurement.criterion": FieldName(N_("Kriterium")),
    "measurement.value": FieldName(N_("Messwert")),
    "measurement.second_value": FieldName(N_("Zweiter Messwert")),
    "measurement.answer": FieldName(N_("Antwort")),
    "measurement.grade": FieldName(N_("Klasse")),
    "measurement.unit": FieldName(N_("Einheit")),
    "measurement.method": FieldName(N_("Gemessen mit"), "measuring_method"),
    "measurement.is_applicable": FieldName(N_("Trifft zu")),
    "measurement.is_wanted": FieldName(N_("Soll weg")),
    "measurement.frequency": FieldName(N_("Wie oft"), "frequency"),
    "measurement.note": FieldName(N_("Notiz")),
    "finding.criterion": FieldName(N_("Kriterium")),
    "finding.text": FieldName(N_("Feststellung")),
    "finding.hazard": FieldName(N_("Gefährdung"), "hazard"),
    "finding.activities": FieldName(N_("Betroffene Tätigkeiten"), "activity"),
    "finding.is_wanted": FieldName(N_("Soll weg")),
    "finding.frequency": FieldName(N_("Wie oft"), "frequency"),
    "finding.position": FieldName(N_("Reihenfolge")),
    "visit_note.text": FieldName(N_("Notiz")),
    "visit_note.room_id": FieldName(N_("Gehört zu Raum")),
    "visit_note.measure_id": FieldName(N_("Gehört zu Maßnahme")),
    "visit_note.position": FieldName(N_("Reihenfolge")),
    "photo.room_id": FieldName(N_("Gehört zu Raum")),
    "photo.criterion": FieldName(N_("Zeigt")),
    "photo.before_id": FieldName(N_("Vorher-Foto")),
    "photo.marks": FieldName(N_("Markierungen")),
    "photo.caption": FieldName(N_("Bildunterschrift")),
    "photo.alternative": FieldName(N_("Bildbeschreibung")),
    "photo.position": FieldName(N_("Reihenfolge")),
    "measure.catalogue_number": FieldName(N_("Nummer im Katalog")),
    "measure.title": FieldName(N_("Maßnahme")),
    "measure.reason": FieldName(N_("Begründung")),
    "measure.kind": FieldName(N_("Art der Maßnahme"), "measure_kind"),
    "measure.priority": FieldName(N_("Priorität"), "priority"),
    "measure.cost_low": FieldName(N_("Kosten von"), in_unit="€"),
    "measure.cost_high": FieldName(N_("Kosten bis"), in_unit="€"),
    "measure.cost_quoted": FieldName(N_("Kosten laut Angebot"), in_unit="€"),
    "measure.cost_actual": FieldName(N_("Tatsächliche Kosten"), in_unit="€"),
    "measure.barriers": FieldName(N_("Löst")),
    "measure.payers": FieldName(N_("Wer könnte zahlen"), "payer"),
    "measure.payer_note": FieldName(N_("Notiz zur Finanzierung")),
    "measure.status": FieldName(N_("Status"), "measure_status"),
    "measure.needs_consent": FieldName(N_("Zustimmung der Vermietung nötig")),
    "measure.trade": FieldName(N_("Gewerk"), "trade"),
    "measure.due_on": FieldName(N_("Termin")),
    "measure.done_on": FieldName(N_("Umgesetzt am")),
    "measure.not_done_reason": FieldName(N_("Grund der Nichtumsetzung"), "not_done_reason"),
    "measure.position": FieldName(N_("Reihenfolge")),
    "quote.company": FieldName(N_("Firma")),
    "quote.amount": FieldName(N_("Betrag brutto"), in_unit="€"),
    "quote.quoted_on": FieldName(N_("Angebot vom")),
    "quote.valid_until": FieldName(N_("Gültig bis")),
    "quote.is_chosen": FieldName(N_("Gewählt")),
    "quote.note": FieldName(N_("Notiz zum Angebot")),
    "quote.position": FieldName(N_("Reihenfolge")),
    "outcome_survey.asked_on": FieldName(N_("Gefragt am")),
    "outcome_survey.asked_when": FieldName(N_("Zeitpunkt"), "survey_time"),
    "outcome_survey.safety": FieldName(N_("Ich fühle mich zu Hause sicherer")),
    "outcome_survey.independence": FieldName(N_("Ich kann mehr allein tun")),
    "outcome_survey.relief": FieldName(N_("Wer mir hilft, ist entlastet")),
    "outcome_survey.staying": FieldName(N_("Ich kann in meiner Wohnung bleiben")),
    "outcome_survey.satisfaction": FieldName(N_("Die Beratung hat mir geholfen")),
    "outcome_survey.falls": FieldName(N_("Stürze seitdem"), "fall_count"),
    "outcome_survey.note": FieldName(N_("Notiz zur Nachbefragung")),
    "own_table.name": FieldName(N_("Tabelle")),
    "office.name": FieldName(N_("Name der Beratungsstelle")),
    "office.department": FieldName(N_("Amt oder Träger")),
    "office.street": FieldName(N_("Straße und Hausnummer")),
    "office.postcode": FieldName(N_("Postleitzahl")),
    "office.town": FieldName(N_("Ort")),
    "office.phone": FieldName(N_("Telefon")),
    "office.email": FieldName(N_("E-Mail")),
    "office.region": FieldName(N_("Region")),
    "office.lock_after_minutes": FieldName(N_("Sperren nach"), in_unit=N_("Min.")),
    "staff.name": FieldName(N_("Name")),
    "staff.role": FieldName(N_("Rolle"), "role"),
    "staff.phone": FieldName(N_("Telefon")),
    "staff.email": FieldName(N_("E-Mail")),
}
"""Every field a person types or chooses; what is missing here is the program's own bookkeeping."""


def field_name(table: str, column: str) -> FieldName:
    """The name of a field; raises KeyError for one that nobody types."""
    return FIELDS[f"{table}.{column}"]


def value_in_words(table: str, column: str, kept: object) -> str:
    """A value the way a person reads it, from the model or as it stands in the journal; empty for nothing."""
    if kept is None or kept == "":
        return ""
    named = FIELDS.get(f"{table}.{column}", FieldName(column))
    value = _as_model(table, column, kept)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nein")
    if isinstance(value, list | dict):
        return _gathered(value, named)
    if named.codes:
        return load_code_list(named.codes).label(str(value))
    return _spoken(value, named.unit)


def _gathered(value: list[str] | dict[str, object], named: FieldName) -> str:
    """Several codes in words; of a drawing and of what a measure solves only that there is something."""
    if isinstance(value, dict):
        return _("gezeichnet")
    if named is FIELDS["measure.barriers"]:
        return ngettext("{count} Barriere", "{count} Barrieren", len(value)).format(count=len(value))
    return ", ".join(load_code_list(named.codes).label(code) if named.codes else code for code in value)


def _spoken(value: object, unit: str) -> str:
    if isinstance(value, datetime):
        moment = value.astimezone()
        return f"{format_date(moment.date())} {format_time(moment.time())}"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, time):
        return format_time(value)
    if unit == "€" and isinstance(value, int):
        return format_money(value)
    if unit and isinstance(value, int | Decimal):
        return format_quantity(Decimal(value), unit)
    return format_decimal(value) if isinstance(value, Decimal) else str(value)


def _as_model(table: str, column: str, value: object) -> object:
    """The value as the model gives it, from there or from what stands in the column."""
    kind = Base.metadata.tables[table].columns[column].type
    if isinstance(kind, UtcDateTime) and isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(kind, Thousandths) and isinstance(value, int):
        return (Decimal(value) / 1000).normalize()
    if isinstance(kind, Boolean):
        return bool(value)
    for known, read in _READERS:
        if isinstance(kind, known) and isinstance(value, str):
            return read(value)
    return value


_READERS: Final[tuple[tuple[type, Callable[[str], object]], ...]] = (
    (JSON, json.loads),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
)
