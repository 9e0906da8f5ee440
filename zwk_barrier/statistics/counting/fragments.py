"""SQL that several units share: the local day of a moment, ages, and what is asked of person, dwelling and file.

Tables are named the same everywhere: ``c`` the case file, ``p`` its person, ``d`` its dwelling, ``b`` the
building, ``q`` the quarter something counts in.
"""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking

OF_CASE: Final = """
    JOIN person p ON p.id = c.person_id
    JOIN dwelling d ON d.id = c.dwelling_id
    JOIN building b ON b.id = d.building_id"""

AGE: Final = """CASE WHEN p.born_on IS NOT NULL
    THEN substr(q.last_day, 1, 4) - substr(p.born_on, 1, 4) - (substr(q.last_day, 6) < substr(p.born_on, 6))
    ELSE substr(q.last_day, 1, 4) - p.birth_year END"""
"""The age in years on the last day of the quarter; below zero where somebody was not born by then."""

AREA: Final = "b.area"
QUARTER: Final = "q.quarter"

_DEMENTIA: Final = """CASE WHEN p.impairments LIKE '%"kognition_demenz"%' OR c.main_occasion = 'demenz'
    OR c.occasions LIKE '%"demenz"%' THEN 1 WHEN p.impairments IS NULL THEN NULL ELSE 0 END"""
_INTERPRETER: Final = """CASE WHEN p.communication LIKE '%"dolmetschen_laut"%' OR p.communication LIKE '%"dgs"%'
    OR p.communication LIKE '%"lbg"%' OR p.communication LIKE '%"schriftmittlung"%' THEN 1
    WHEN p.communication IS NULL THEN NULL ELSE 0 END"""
_DISABILITY: Final = """CASE WHEN p.disability_degree IS NULL THEN NULL WHEN p.disability_degree = 0 THEN 'none'
    WHEN p.disability_degree < 50 THEN 'below_50' ELSE '50_plus' END"""
_FLOOR: Final = "CASE WHEN d.floor <= 0 THEN '0' WHEN d.floor >= 4 THEN '4plus' ELSE d.floor END"

PERSON: Final = {
    "age": AGE,
    "gender": "p.gender",
    "household": "p.household_form",
    "care_grade": "p.care_grade",
    "dementia": _DEMENTIA,
    "migration": "p.migration",
    "language": "p.language",
    "interpreter": _INTERPRETER,
    "disability": _DISABILITY,
    "falls": "p.falls",
    "income": "p.income",
}
DWELLING: Final = {
    "tenure": "d.tenure",
    "landlord": "d.landlord",
    "building_type": "b.building_type",
    "building_age": "b.building_age",
    "floor": _FLOOR,
    "lift": "b.has_lift",
    "steps": "coalesce(b.steps_to_entrance + d.steps_to_dwelling, b.steps_to_entrance, d.steps_to_dwelling)",
}
FILE: Final = {
    "occasion": "c.main_occasion",
    "access_path": "c.access_path",
    "channel": "c.channel",
    "enquirer": "c.enquirer",
    "counselling_type": "c.counselling_type",
}
SOME_PERSON: Final = {"area": AREA, "age": AGE, "gender": "p.gender", "care_grade": "p.care_grade"}
"""What everything done in a case is crossed by."""

MANY_CONTACTS: Final = 3
"""From so many contacts on, advice counts as case management."""


def local_day(column: str) -> str:
    """The day here of a moment in UTC."""
    return f"date({column}, 'localtime')"


def contacts_until(moment: str) -> str:
    """How many contacts a case had before a moment."""
    return (
        "(SELECT count(*) FROM contact t WHERE t.case_id = c.id AND t.removed_at IS NULL"
        f" AND t.happened_at < {moment})"
    )


def managed_until(day: str, moment: str) -> str:
    """Whether a case had a visit, an application or several contacts by then."""
    return f"""(EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL AND v.visited_on <= {day})
        OR EXISTS (SELECT 1 FROM application a WHERE a.case_id = c.id AND a.removed_at IS NULL
            AND coalesce(a.applied_on, a.received_on) <= {day})
        OR {contacts_until(moment)} >= {MANY_CONTACTS})"""


def opened_day(booking: Booking, name: str = "c") -> str:
    """The day a case counts from."""
    return booking.day(local_day(f"{name}.opened_at"), name)


def events(booking: Booking, table: str, day: str, joins: str, *, more: str = "", field: str = "") -> str:
    """FROM and WHERE of records ``r`` of a table that count at their day, each with its quarter and case.

    ``field`` is the column that says the day, where it is filled in later than the row is made.
    """
    filled = f"{table}.{field}" if field else ""
    return f"""
    FROM {table} r {joins}
    JOIN q ON {booking.day(day, "r", filled)} BETWEEN q.first_day AND q.last_day
    WHERE r.removed_at IS NULL AND {booking.may_count(day, "r", filled)}{more}"""


def days_between(begin: str, end: str) -> str:
    """Whole days from one day to another."""
    return f"CAST(julianday({end}) - julianday({begin}) AS INTEGER)"


IN_CASE: Final = f"JOIN case_file c ON c.id = r.case_id AND c.removed_at IS NULL {OF_CASE}"
"""The case of a record, of which the record is a part: a removed case counts nowhere."""

THEN_CASE: Final = f"CROSS {IN_CASE}"
"""The same for records that say their own day: they are read first, for SQLite would begin with every case there is."""

MAYBE_IN_CASE: Final = """LEFT JOIN case_file c ON c.id = r.case_id AND c.removed_at IS NULL
    LEFT JOIN person p ON p.id = c.person_id
    LEFT JOIN dwelling d ON d.id = c.dwelling_id
    LEFT JOIN building b ON b.id = d.building_id"""
"""The case of a record that may stand without one."""

NOT_OF_REMOVED: Final = " AND (r.case_id IS NULL OR c.id IS NOT NULL)"
