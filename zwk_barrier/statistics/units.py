"""What is counted, in words: the units that can be asked for, with their dimensions and definitions."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.counting.derived import REQUEST_DIMENSIONS, REQUESTS, REQUESTS_TITLE
from zwk_barrier.wording import N_, _

ACTIVITIES: Final = "activities"
_ACTIVITIES_TITLE: Final = N_("Veranstaltungen und Vernetzung")
_ACTIVITY_DIMENSIONS: Final = ("quarter", "activity_kind", "area")

UNIT_NAMES: Final = (*dict.fromkeys(("cases", REQUESTS, *UNITS)), ACTIVITIES)
"""Every unit in the order it is offered."""

_DEFINITIONS: Final[Mapping[str, str]] = {
    "cases": N_(
        "Ein Fall ist eine Person, eine Wohnung und ein Bedarf. Er zählt, wenn er im Zeitraum an mindestens einem Tag"
        " offen war, und in jedem Zeitraum nur einmal."
    ),
    REQUESTS: N_("Neue Fälle und Kontakte ohne Fall im Zeitraum."),
    "closings": N_("Fälle, die im Zeitraum abgeschlossen wurden."),
    "mentions": N_("Einschränkungen der Personen, deren Fälle zählen; eine Person kann mehrere haben."),
    "occasions": N_("Anlässe der Fälle; ein Fall kann mehrere haben."),
    "contacts": N_("Gespräche, Schreiben und Termine im Zeitraum, in beide Richtungen, ohne Hausbesuche."),
    "short_requests": N_("Kontakte ohne Fall im Zeitraum."),
    "visits": N_("Hausbesuche, deren Tag im Zeitraum liegt."),
    "referrals": N_("Verweise an Angebote anderer Stellen im Zeitraum."),
    "measures": N_("Maßnahmen, die im Zeitraum empfohlen wurden, mit dem Stand beim Zählen."),
    "measures_done": N_("Maßnahmen, die im Zeitraum ganz oder teilweise umgesetzt wurden."),
    "barriers": N_(
        "Barrieren, für deren Beseitigung im Zeitraum eine Maßnahme empfohlen wurde; beseitigt, wenn eine Maßnahme"
        " dafür umgesetzt ist."
    ),
    "applications": N_("Anträge auf Förderung, die im Zeitraum gestellt wurden."),
    "notices": N_(
        "Anträge, über die im Zeitraum entschieden wurde oder deren Frist in ihm ohne Bescheid abgelaufen ist."
    ),
    "objections": N_("Widersprüche, die im Zeitraum eingelegt wurden."),
    "surveys": N_("Nachbefragungen im Zeitraum."),
    "dwellings": N_("Wohnungen, die im Zeitraum zum ersten Mal erfasst wurden."),
    ACTIVITIES: N_("Veranstaltungen, Gremien, Sprechstunden und andere Arbeit ohne Fall im Zeitraum."),
}


def unit_title(unit: str) -> str:
    """What a unit counts, in the plural; raises KeyError for one there is none of."""
    if unit in UNITS:
        return UNITS[unit].title
    return _({REQUESTS: REQUESTS_TITLE, ACTIVITIES: _ACTIVITIES_TITLE}[unit])


def unit_definition(unit: str) -> str:
    """What is counted, in a sentence; raises KeyError for a unit there is none of."""
    return _(_DEFINITIONS[unit])


def dimensions_of(unit: str) -> tuple[str, ...]:
    """The names of the dimensions a unit is crossed by; raises KeyError for one there is none of."""
    if unit in UNITS:
        return UNITS[unit].dimensions
    return {REQUESTS: REQUEST_DIMENSIONS, ACTIVITIES: _ACTIVITY_DIMENSIONS}[unit]


def is_about_people(unit: str) -> bool:
    """Whether people can be behind a small number."""
    return unit != ACTIVITIES
