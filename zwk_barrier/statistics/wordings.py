"""What the figures and tables of a year are called, and what exactly they count."""

from typing import Final

from zwk_barrier.wording import N_, _

_FIGURES: Final = {
    "first_requests": (
        N_("Erstanfragen"),
        N_("Neue Fälle und Kontakte ohne Fall, im Jahr eröffnet oder geführt."),
    ),
    "new_cases": (N_("Neue Fälle"), N_("Fälle, die im Jahr eröffnet wurden.")),
    "cases": (
        N_("Fälle"),
        N_("Eine Person mit einer Wohnung und einem Anliegen, an mindestens einem Tag des Jahres offen."),
    ),
    "closed_cases": (N_("Abgeschlossene Fälle"), N_("Fälle, die im Jahr abgeschlossen wurden.")),
    "contacts": (
        N_("Kontakte ohne Hausbesuche"),
        N_("Jede direkte Verständigung in beide Richtungen, mit und ohne Fall; Hausbesuche zählen eigens."),
    ),
    "visits": (N_("Hausbesuche"), N_("Besuche in der Wohnung, die im Jahr stattfanden.")),
    "measures": (
        N_("Empfohlene Maßnahmen"),
        N_("Maßnahmen nach dem Tag des Hausbesuchs, sonst nach dem Tag, an dem sie eingetragen wurden."),
    ),
}
_TABLES: Final = {
    "first_requests_by_channel": N_("Erstanfragen nach Kanal"),
    "cases_by_district": N_("Fälle nach Stadtteil"),
    "cases_by_age": N_("Fälle nach Alter am 31.12."),
    "cases_by_gender": N_("Fälle nach Geschlecht"),
    "cases_by_care_grade": N_("Fälle nach Pflegegrad"),
    "cases_by_household": N_("Fälle nach Haushaltsform"),
    "cases_by_tenure": N_("Fälle nach Wohnverhältnis"),
    "cases_by_occasion": N_("Fälle nach Hauptanlass"),
    "closed_cases_by_outcome": N_("Abgeschlossene Fälle nach Ergebnis"),
    "contacts_by_kind": N_("Kontakte nach Art"),
    "visits_by_quarter": N_("Hausbesuche nach Quartal"),
    "measures_by_status": N_("Maßnahmen nach heutigem Stand"),
    "measures_by_kind": N_("Maßnahmen nach Art"),
}


def figure_title(name: str) -> str:
    """What a figure is called."""
    return _(_FIGURES[name][0])


def definition(name: str) -> str:
    """What one unit of a figure is, and when it counts."""
    return _(_FIGURES[name][1])


def table_title(name: str) -> str:
    """What a table is called."""
    return _(_TABLES[name])
