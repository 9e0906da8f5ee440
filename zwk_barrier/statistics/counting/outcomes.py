"""What people say months after the work, and the dwellings the office knows."""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.counting.fragments import (
    AREA,
    DWELLING,
    QUARTER,
    SOME_PERSON,
    THEN_CASE,
    events,
    local_day,
)
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.wording import N_

_AT_HOME: Final = """CASE WHEN r.whereabouts = 'in_wohnung' THEN 1
    WHEN r.whereabouts IS NULL OR r.whereabouts = 'unbekannt' THEN NULL ELSE 0 END"""
_SUITABILITY: Final = """(SELECT v.suitability FROM visit v JOIN case_file f ON f.id = v.case_id
    WHERE f.dwelling_id = d.id AND f.removed_at IS NULL AND v.removed_at IS NULL AND v.finished_on IS NOT NULL
    ORDER BY v.visited_on DESC, v.id DESC LIMIT 1)"""
"""What a dwelling came out as at the last visit that was finished when it is counted."""

_MARKS: Final = ("safety", "independence", "relief", "staying", "satisfaction")


def _surveys(booking: Booking) -> str:
    return events(booking, "outcome_survey", "r.asked_on", THEN_CASE)


def _dwellings(booking: Booking) -> str:
    """Dwellings by the day they were first recorded; each once, however many cases it has."""
    joins = "JOIN building b ON b.id = r.building_id JOIN dwelling d ON d.id = r.id"
    return events(booking, "dwelling", local_day("r.created_at"), joins)


UNITS: Final = (
    Unit(
        "surveys",
        N_("Nachbefragungen"),
        _surveys,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "asked_when": "r.asked_when",
            **{mark: f"CAST(r.{mark} AS TEXT)" for mark in _MARKS},
            "falls": "r.falls",
            "whereabouts": "r.whereabouts",
            "at_home": _AT_HOME,
        },
        "c.id",
        pairs=(
            *(("asked_when", mark) for mark in _MARKS),
            ("asked_when", "at_home"),
            ("asked_when", "whereabouts"),
            ("asked_when", "falls"),
            ("age", "at_home"),
            ("area", "at_home"),
        ),
    ),
    Unit(
        "dwellings",
        N_("Erfasste Wohnungen"),
        _dwellings,
        {"quarter": QUARTER, "area": AREA, **DWELLING, "suitability": _SUITABILITY},
        pairs=(
            ("area", "suitability"),
            ("area", "tenure"),
            ("area", "building_type"),
            ("floor", "lift"),
            ("tenure", "building_type"),
        ),
    ),
)
