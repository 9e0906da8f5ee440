"""Contacts with and without a case, home visits, and who was referred where."""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.counting.fragments import (
    AGE,
    MAYBE_IN_CASE,
    NOT_OF_REMOVED,
    QUARTER,
    SOME_PERSON,
    THEN_CASE,
    days_between,
    events,
    local_day,
)
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.wording import N_

_DAY: Final = local_day("r.happened_at")
_LENGTH: Final = "CASE WHEN r.minutes <= 15 THEN 'short' WHEN r.minutes > 15 THEN 'longer' END"
_AREA: Final = "coalesce(b.area, r.area)"
_FIRST_VISIT: Final = """NOT EXISTS (SELECT 1 FROM visit o WHERE o.case_id = r.case_id AND o.removed_at IS NULL
    AND (o.visited_on, o.id) < (r.visited_on, r.id))"""


def _contacts(booking: Booking) -> str:
    """A home visit is counted as such, not once more among the contacts."""
    is_spoken = " AND (r.kind IS NULL OR r.kind <> 'hausbesuch')"
    return events(booking, "contact", _DAY, MAYBE_IN_CASE, more=is_spoken + NOT_OF_REMOVED)


def _without_case(booking: Booking) -> str:
    return events(booking, "contact", _DAY, "", more=" AND r.case_id IS NULL")


def _visits(booking: Booking) -> str:
    return events(booking, "visit", "r.visited_on", THEN_CASE, field="visited_on")


def _referrals(booking: Booking) -> str:
    joins = f"JOIN local_offer f ON f.id = r.offer_id {MAYBE_IN_CASE}"
    return events(booking, "referral", "r.referred_on", joins, more=NOT_OF_REMOVED)


UNITS: Final = (
    Unit(
        "contacts",
        N_("Kontakte"),
        _contacts,
        {
            "quarter": QUARTER,
            "area": _AREA,
            "age": AGE,
            "contact_kind": "r.kind",
            "channel": "r.channel",
            "direction": "r.direction",
            "with_case": "r.case_id IS NOT NULL",
            "anonymous": "r.is_anonymous",
            "length": _LENGTH,
            "minutes": "r.minutes",
        },
        "c.id",
        pairs=(
            ("area", "contact_kind"),
            ("contact_kind", "direction"),
            ("with_case", "anonymous"),
            ("with_case", "length"),
        ),
    ),
    Unit(
        "short_requests",
        N_("Anfragen ohne Fall"),
        _without_case,
        {
            "quarter": QUARTER,
            "area": "r.area",
            "channel": "r.channel",
            "enquirer": "r.enquirer",
            "occasion": "r.occasion",
            "counselling_type": "r.counselling_type",
            "anonymous": "r.is_anonymous",
            "length": _LENGTH,
        },
        pairs=(("area", "channel"), ("area", "occasion")),
    ),
    Unit(
        "visits",
        N_("Hausbesuche"),
        _visits,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "tenure": "d.tenure",
            "purpose": "r.purpose",
            "repeat": f"CASE WHEN {_FIRST_VISIT} THEN 'first' ELSE 'further' END",
            "minutes": "r.minutes",
            "days_to_visit": days_between(local_day("c.opened_at"), "r.visited_on"),
        },
        "c.id",
        pairs=(("area", "age"), ("area", "purpose"), ("age", "purpose"), ("repeat", "days_to_visit")),
    ),
    Unit(
        "referrals",
        N_("Verweise an Angebote"),
        _referrals,
        {
            "quarter": QUARTER,
            "area": "b.area",
            "age": AGE,
            "with_case": "r.case_id IS NOT NULL",
            "offer_kind": "f.kind",
            "referral_outcome": "r.outcome",
        },
        "c.id",
        pairs=(("area", "offer_kind"), ("offer_kind", "referral_outcome")),
    ),
)
