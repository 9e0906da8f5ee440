"""What makes a record doubtful: a table of rules, each a question, a sentence, and where it is mended."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from zwk_barrier.casework.quality import quality_cases
from zwk_barrier.casework.quality import quality_questions as questions
from zwk_barrier.casework.quality.quality_cases import Asked, Found
from zwk_barrier.wording import N_, _

Group = Literal["missing", "impossible", "contradiction", "stale", "twice"]
Place = Literal["case", "visit", "contact", "application"]
GROUPS: Final[dict[Group, str]] = {
    "missing": N_("Es fehlt etwas"),
    "impossible": N_("Das kann nicht sein"),
    "contradiction": N_("Das passt nicht zusammen"),
    "stale": N_("Hier ruht etwas"),
    "twice": N_("Vielleicht doppelt"),
}
"""What kinds of doubt there are; German message ids, in their order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.  ``detail`` tells the two values the question gave; ``tab`` and ``field`` are where it is mended."""

    code: str
    group: Group
    title: str
    why: str
    find: Callable[[Asked], Found]
    detail: str = N_("Eingang am {first}")
    place: Place = "case"
    tab: str = "overview"
    field: str = ""


RULES: Final = (
    Rule(
        "missing_area",
        "missing",
        N_("Stadtteil fehlt"),
        N_("Ohne Stadtteil fehlt der Fall in jeder Auswertung nach Gebieten."),
        quality_cases.no_area,
        tab="dwelling",
        field="building_area",
    ),
    Rule(
        "missing_birth",
        "missing",
        N_("Geburtsjahr fehlt"),
        N_("Das Jahr genügt. Ohne es fehlt der Fall in den Altersgruppen."),
        quality_cases.no_birth,
        tab="person",
        field="person_born_on",
    ),
    Rule(
        "contact_without_area",
        "missing",
        N_("Kurzkontakt ohne Stadtteil"),
        N_("Der Stadtteil darf auch bei anonymen Kontakten festgehalten werden."),
        questions.contact_without_area,
        N_("Kontakt vom {first}"),
        place="contact",
    ),
    Rule(
        "visit_too_early",
        "impossible",
        N_("Hausbesuch vor dem ersten Kontakt"),
        N_("Meist ist beim Besuch oder beim Eingang das Jahr vertippt."),
        questions.visit_too_early,
        N_("Besuch am {first}, Eingang am {second}"),
        place="visit",
        field="visit_visited_on",
    ),
    Rule(
        "closed_too_early",
        "impossible",
        N_("Abgeschlossen vor dem Eingang"),
        N_("Meist ist eines der beiden Daten vertippt."),
        quality_cases.closed_too_early,
        N_("Abschluss am {first}, Eingang am {second}"),
        tab="intake",
        field="case_reopen",
    ),
    Rule(
        "born_ahead",
        "impossible",
        N_("Geburt in der Zukunft"),
        N_("Das Geburtsdatum liegt nach dem heutigen Tag."),
        quality_cases.born_ahead,
        N_("Geburtsjahr {first}"),
        tab="person",
        field="person_born_on",
    ),
    Rule(
        "too_old",
        "impossible",
        N_("Älter als 115 Jahre"),
        N_("Meist ist das Jahrhundert oder eine Ziffer vertippt."),
        quality_cases.too_old,
        N_("Geburtsjahr {first}, Anfrage im Jahr {second}"),
        tab="person",
        field="person_born_on",
    ),
    Rule(
        "done_too_early",
        "impossible",
        N_("Maßnahme umgesetzt, bevor sie empfohlen war"),
        N_("Umgesetzt vor dem Hausbesuch oder vor dem Eingang des Falls."),
        questions.done_too_early,
        N_("umgesetzt am {first}, empfohlen frühestens am {second}"),
        tab="measures",
        field="measure_done_on",
    ),
    Rule(
        "care_without_household",
        "contradiction",
        N_("Pflegegrad 5, aber keine Haushaltsform"),
        N_("Wer Pflegegrad 5 hat, lebt selten allein. Bitte nachtragen, wie der Haushalt aussieht."),
        quality_cases.care_without_household,
        tab="person",
        field="person_household_form",
    ),
    Rule(
        "tenant_without_landlord",
        "contradiction",
        N_("Mietwohnung ohne Vermietergruppe"),
        N_("Sie steht im Jahresbericht, und die Zustimmung zum Umbau hängt an ihr."),
        quality_cases.tenant_without_landlord,
        tab="dwelling",
        field="dwelling_landlord",
    ),
    Rule(
        "owner_with_landlord",
        "contradiction",
        N_("Eigentum, aber mit Vermieter"),
        N_("Entweder das Wohnverhältnis oder der Vermieter stimmt nicht."),
        quality_cases.owner_with_landlord,
        tab="dwelling",
        field="dwelling_tenure",
    ),
    Rule(
        "notice_without_application",
        "contradiction",
        N_("Bescheid ohne Antragsdatum"),
        N_("Ohne das Datum lässt sich keine Bearbeitungszeit angeben."),
        questions.notice_without_application,
        place="application",
        field="application_applied_on",
    ),
    Rule(
        "granted_without_amount",
        "contradiction",
        N_("Bewilligt, aber ohne Betrag"),
        N_("Der Betrag fehlt bei den eingeworbenen Mitteln."),
        questions.granted_without_amount,
        place="application",
        field="application_amount_granted",
    ),
    Rule(
        "closed_without_outcome",
        "contradiction",
        N_("Abgeschlossen ohne Ergebnis oder Datum"),
        N_("Öffnen Sie den Fall wieder und schließen Sie ihn mit Ergebnis und Datum ab."),
        quality_cases.closed_without_outcome,
        tab="intake",
        field="case_reopen",
    ),
    Rule(
        "done_without_day",
        "contradiction",
        N_("Umgesetzt, aber ohne Datum"),
        N_("Ohne das Datum lässt sich nicht sagen, wie lange es gedauert hat."),
        questions.done_without_day,
        "{first}",
        tab="measures",
        field="measure_done_on",
    ),
    Rule(
        "not_done_without_reason",
        "contradiction",
        N_("Nicht umgesetzt, aber ohne Grund"),
        N_("Die Gründe stehen im Jahresbericht; sie zeigen, was Menschen aufhält."),
        questions.not_done_without_reason,
        "{first}",
        tab="measures",
        field="measure_not_done_reason",
    ),
    Rule(
        "silent",
        "stale",
        N_("Lange kein Kontakt"),
        N_("Nachfragen oder abschließen. Nach wie vielen Tagen ein Fall hier steht, sagt die Verwaltung."),
        questions.silent,
        N_("zuletzt am {first}"),
    ),
    Rule(
        "unfinished_visit",
        "stale",
        N_("Hausbesuch nie abgeschlossen"),
        N_("Erst ein abgeschlossener Besuch behält, woran er gemessen wurde."),
        questions.unfinished,
        N_("Besuch am {first}"),
        place="visit",
    ),
    Rule(
        "unchanged_measure",
        "stale",
        N_("Maßnahme seit einem Jahr unverändert"),
        N_("Was ist daraus geworden? Sonst fehlt sie bei der Umsetzungsquote."),
        questions.unchanged,
        "{first}",
        tab="measures",
        field="measure_status",
    ),
    Rule(
        "perhaps_twice",
        "twice",
        N_("Vielleicht dieselbe Person"),
        N_("Gleicher Name und gleiche Geburt, aber zwei Personen: Sie zählen doppelt."),
        questions.perhaps_twice,
        N_("geboren {first}"),
        tab="person",
        field="person_family_name",
    ),
)
"""Every rule, in the order it is shown."""

BY_CODE: Final = {rule.code: rule for rule in RULES}


def check_title(code: str) -> str:
    """What a rule is called, in the language of the screen; the bare code of one that is no more."""
    rule = BY_CODE.get(code)
    return code if rule is None else _(rule.title)
