"""Cases by quarter, closings, and what is said of a case several times over: impairments and occasions.

``cases`` are case-quarters: a case counts in every quarter it was open on a day of, as new in the one it began in
and as carried over in the others.  All of the first quarter of a period and the new ones of the others are its cases.
"""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking, beginning
from zwk_barrier.statistics.counting.fragments import (
    AREA,
    DWELLING,
    FILE,
    OF_CASE,
    PERSON,
    QUARTER,
    SOME_PERSON,
    contacts_until,
    days_between,
    local_day,
    managed_until,
    opened_day,
)
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.wording import N_

_IS_NEW: Final = "c.counted_from >= q.first_day"
_ARRIVAL: Final = f"CASE WHEN {_IS_NEW} THEN 'new' ELSE 'carried' END"
_FIRST_VISIT: Final = (
    "(SELECT min(v.visited_on) FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL"
    " AND v.visited_on <= q.last_day)"
)

_PAIRS: Final = (
    *(
        ("area", name)
        for name in ("age", "gender", "care_grade", "household", "tenure", "dementia", "occasion")
    ),
    *(("age", name) for name in ("gender", "care_grade", "household", "tenure", "dementia", "occasion")),
    ("gender", "care_grade"),
    ("gender", "household"),
    ("care_grade", "household"),
    ("tenure", "building_type"),
    ("floor", "lift"),
    ("migration", "language"),
)


def _cases(booking: Booking, which: str) -> str:
    """Cases with the day each counts from and the last day it was open, as ``c``."""
    day = opened_day(booking, "f")
    return f"""(SELECT f.*, {day} AS counted_from, max(f.closed_on, {day}) AS counted_to
        FROM case_file f WHERE f.removed_at IS NULL AND {which}) c"""


def _served(booking: Booking) -> str:
    first, last = booking.quarters[0], booking.quarters[-1]
    late = booking.came_late(local_day("f.opened_at"), "f")
    which = f"""f.opened_at < '{beginning(last.plus(1))}'
        AND (f.closed_on IS NULL OR f.closed_on >= '{first.first_day}' OR {late})"""
    return f"""
    FROM {_cases(booking, which)} {OF_CASE}
    JOIN q ON c.counted_from <= q.last_day AND (c.counted_to IS NULL OR c.counted_to >= q.first_day)"""


def _first_of(column: str) -> str:
    """Whether no earlier case of the same person or dwelling was open in the calendar year.

    The year of a quarter that is open in every office on its first day of January begins there.
    """
    return f"""(({_IS_NEW} OR q.first_day = q.year_day) AND NOT EXISTS (
        SELECT 1 FROM case_file o WHERE o.{column} = c.{column} AND +o.removed_at IS NULL
            AND (+o.opened_at, o.id) < (c.opened_at, c.id)
            AND (o.closed_on IS NULL OR o.closed_on >= q.year_day)))"""


def _closed(booking: Booking) -> str:
    closed = booking.day("c.closed_on", "c", "case_file.closed_on")
    which = booking.may_count("f.closed_on", "f", "case_file.closed_on")
    return f"""
    FROM {_cases(booking, which)} {OF_CASE}
    JOIN q ON {closed} BETWEEN q.first_day AND q.last_day
    WHERE c.status = 'closed'"""


def _mentioned(booking: Booking) -> str:
    return f"{_served(booking)} JOIN json_each(coalesce(p.impairments, '[]')) m"


def _with_occasions(booking: Booking) -> str:
    """The main occasion and the others, each once."""
    return f"""{_served(booking)}
    JOIN json_each(CASE WHEN c.main_occasion IS NULL OR c.occasions LIKE '%"' || c.main_occasion || '"%'
        THEN coalesce(c.occasions, '[]')
        ELSE json_insert(coalesce(c.occasions, '[]'), '$[#]', c.main_occasion) END) m"""


_FIRSTS: Final = {
    "first_of_person": _first_of("person_id"),
    "first_of_dwelling": _first_of("dwelling_id"),
}

CASES: Final = Unit(
    "cases",
    N_("Fälle"),
    _served,
    {
        "quarter": QUARTER,
        "arrival": _ARRIVAL,
        "area": AREA,
        **PERSON,
        **DWELLING,
        **FILE,
        "managed": managed_until("q.last_day", "q.ends_at"),
        **_FIRSTS,
        "days_to_visit": days_between("c.counted_from", _FIRST_VISIT),
    },
    "c.id",
    "first_and_new",
    _PAIRS,
)
CLOSINGS: Final = Unit(
    "closings",
    N_("Abgeschlossene Fälle"),
    _closed,
    {
        "quarter": QUARTER,
        **SOME_PERSON,
        "household": "p.household_form",
        "tenure": "d.tenure",
        "counselling_type": "c.counselling_type",
        "managed": managed_until("c.closed_on", "q.ends_at"),
        "outcome": "c.outcome",
        "contacts_per_case": contacts_until("q.ends_at"),
        "days_open": days_between(local_day("c.opened_at"), "c.closed_on"),
    },
    "c.id",
    pairs=(("area", "outcome"), ("age", "outcome"), ("managed", "outcome")),
)
MENTIONS: Final = Unit(
    "mentions",
    N_("Genannte Einschränkungen"),
    _mentioned,
    {
        "quarter": QUARTER,
        "arrival": _ARRIVAL,
        **SOME_PERSON,
        "impairment": "m.value",
        "first_of_person": _FIRSTS["first_of_person"],
    },
    "c.id",
    "first_and_new",
    (("area", "impairment"), ("age", "impairment"), ("care_grade", "impairment")),
)
OCCASIONS: Final = Unit(
    "occasions",
    N_("Genannte Anlässe"),
    _with_occasions,
    {"quarter": QUARTER, "arrival": _ARRIVAL, **SOME_PERSON, "occasion": "m.value"},
    "c.id",
    "first_and_new",
    (("area", "occasion"), ("age", "occasion")),
)
UNITS: Final = (CASES, CLOSINGS, MENTIONS, OCCASIONS)
