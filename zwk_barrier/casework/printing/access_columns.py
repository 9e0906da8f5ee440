"""What an access report says of each column, and why it says nothing of some: one line a column.

Every column of every table that belongs to a case is told (it has a name in ``casework.fields``, or is in
``TOLD``) or stands in ``LEFT_OUT``; a test holds a new one against this.
"""

from collections.abc import Mapping
from typing import Final, Literal

from zwk_barrier.casework.fields import FIELDS
from zwk_barrier.wording import N_

Reason = Literal["order", "checksum", "personal"]

REASONS: Final[Mapping[Reason, str]] = {
    "order": N_(
        "Schlüssel, Reihenfolgen und Bildgrößen, mit denen das Programm Einträge einander zuordnet, stehen nicht "
        "darin; welcher Eintrag wohin gehört, ist in Worten gesagt."
    ),
    "checksum": N_("Prüfsummen von Dateien stehen nicht darin; sie sagen nichts über die Person."),
    "personal": N_(
        "Persönliche Notizen der Beratungsperson stehen nicht darin: Sie sind Gedächtnisstützen, gehören nicht "
        "zur Akte und werden niemandem weitergegeben."
    ),
}
"""Why something is not told; German message ids."""

SECTIONS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "case": (N_("Ihr Fall"), ("case_file", "handover", "plan_approval")),
    "person": (N_("Angaben zu Ihnen"), ("person", "limitation")),
    "around": (N_("Haushalt und Bezugspersonen"), ("household_member", "related_person")),
    "dwelling": (N_("Wohnung und Haus"), ("dwelling", "building")),
    "contacts": (N_("Kontakte"), ("contact",)),
    "visits": (
        N_("Hausbesuche"),
        ("visit", "room", "room_part", "measurement", "finding", "visit_note"),
    ),
    "photos": (N_("Fotos"), ("photo",)),
    "measures": (N_("Maßnahmen und Angebote"), ("measure", "quote")),
    "funding": (
        N_("Anträge und Fristen"),
        ("application", "evidence", "document_request", "deadline", "funding_check"),
    ),
    "letters": (N_("Schreiben und Dokumente"), ("letter", "printed_document")),
    "referrals": (N_("Verweise an andere Angebote"), ("referral",)),
    "disclosures": (N_("Weitergaben: wem wir was mitgeteilt haben"), ("disclosure",)),
    "consents": (N_("Einwilligungen"), ("consent",)),
    "tasks": (N_("Aufgaben"), ("task",)),
    "outcome": (N_("Nachbefragung"), ("outcome_survey",)),
    "checks": (N_("Geprüfte Angaben"), ("quality_note",)),
}
"""The sections by their code: title and the tables in it, in the order they are told."""

TABLES_OF_A_CASE: Final = tuple(table for _title, tables in SECTIONS.values() for table in tables)

NOT_OF_A_CASE: Final = frozenset(
    (
        *(
            "office",
            "staff",
            "absence",
            "letter_template",
            "programme_change",
            "own_table",
            "kept_requirements",
        ),
        *("activity", "outreach_place", "staff_month", "local_offer", "text_review"),
        *("frozen_period", "statistics_release", "report_comment", "population_table", "population_count"),
    )
)
"""Tables about the office, its people and its rules: nothing in them is about a person who is advised."""

TOLD: Final[Mapping[str, str]] = {
    "created_at": N_("Erfasst am"),
    "removed_at": N_("Entfernt am"),
    "visit_id": N_("Hausbesuch"),
    "room_id": N_("Raum"),
    "part_id": N_("Teil eines Raums"),
    "measure_id": N_("Maßnahme"),
    "application_id": N_("Antrag"),
    "contact_id": N_("Kontakt"),
    "visit.person_then": N_("Angaben zur Person bei diesem Besuch"),
    "letter.content": N_("Text"),
    "funding_check.content": N_("Ergebnis"),
    "funding_check.staff_id": N_("Geprüft von"),
}
"""What the program keeps itself and is told, by column or by ``table.column``."""

LEFT_OUT: Final[Mapping[str, Reason]] = {
    **dict.fromkeys(("id", "position", "case_id", "person_id", "dwelling_id", "building_id"), "order"),
    **dict.fromkeys(
        ("visit_id", "room_id", "part_id", "measure_id", "application_id", "contact_id"), "order"
    ),
    "quality_note.record_id": "order",
    "photo.width": "order",
    "photo.height": "order",
    "photo.sha256": "checksum",
    "letter.digest": "checksum",
    "printed_document.digest": "checksum",
    "plan_approval.digest": "checksum",
    "visit.requirements_digest": "checksum",
    "case_file.personal_note": "personal",
}
"""What is not told, by column or by ``table.column``."""

OTHERS: Final = frozenset(
    (
        *("related_person.name", "related_person.phone", "related_person.email", "related_person.note"),
        *("household_member.name", "household_member.care_grade", "household_member.insurance"),
        *("household_member.insurance_type", "household_member.insurance_share"),
        *("contact.enquirer_name", "visit.participants_note"),
    )
)
"""Columns about somebody else: hidden unless they were asked for."""


def told_as(table: str, column: str) -> str:
    """What a column is called in the report, a German message id; empty when it is not told."""
    key = f"{table}.{column}"
    if key in LEFT_OUT:
        return ""
    if key in FIELDS and column != "position":
        return FIELDS[key].label
    return TOLD.get(key) or TOLD.get(column, "")


def reason_for(table: str, column: str) -> Reason | None:
    """Why a column is not told; None when it is, or when nobody has thought of it."""
    if told_as(table, column):
        return None
    return LEFT_OUT.get(f"{table}.{column}") or LEFT_OUT.get(column)
