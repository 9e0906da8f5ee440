"""Applications by the day they were made, notices by the day they came, objections by the day they were raised."""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.counting.fragments import QUARTER, SOME_PERSON, THEN_CASE, days_between, events
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.wording import N_

_DECIDED: Final = " AND r.notice IS NOT NULL AND r.notice <> 'offen'"
_ARRIVED: Final = "coalesce(min(r.received_on, r.lodged_elsewhere_on), r.received_on, r.lodged_elsewhere_on)"
APPLIED_DAY: Final = "coalesce(r.applied_on, r.lodged_elsewhere_on, r.received_on)"
_DUE: Final = """(SELECT min(t.due_on) FROM deadline t WHERE t.application_id = r.id AND t.removed_at IS NULL
    AND t.kind IN ('decision', 'fiction', 'announced_decision'))"""
_TOLD: Final = "coalesce(r.delivered_on, r.notice_on, r.posted_on)"
NOTICE_DAY: Final = (
    f"coalesce({_TOLD}, CASE WHEN r.notice = 'fiktion_eingetreten' THEN {_DUE} END, {APPLIED_DAY})"
)
"""The day a notice was announced; where nobody decided, the day by which somebody should have."""

_OBJECTION_OUTCOME: Final = (
    "CASE WHEN r.objection_on IS NOT NULL THEN coalesce(r.objection_outcome, 'offen') END"
)


def applied(booking: Booking) -> str:
    """Every application that was made."""
    return events(booking, "application", APPLIED_DAY, THEN_CASE, field="applied_on")


def decided(booking: Booking) -> str:
    """Every application that was decided, or whose period is over without a decision."""
    return events(booking, "application", NOTICE_DAY, THEN_CASE, more=_DECIDED, field="notice")


def _objected(booking: Booking) -> str:
    return events(booking, "application", "r.objection_on", THEN_CASE, field="objection_on")


UNITS: Final = (
    Unit(
        "applications",
        N_("Anträge"),
        applied,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "tenure": "d.tenure",
            "programme": "r.programme",
            "notice": "r.notice",
            "late": f"{_DUE} < coalesce(CASE WHEN r.notice <> 'fiktion_eingetreten' THEN {_TOLD} END, q.last_day)",
            "objection": "r.objection_on IS NOT NULL",
        },
        "c.id",
        pairs=(
            ("programme", "notice"),
            ("programme", "late"),
            ("area", "programme"),
            ("care_grade", "programme"),
        ),
    ),
    Unit(
        "notices",
        N_("Bescheide"),
        decided,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "programme": "r.programme",
            "notice": "r.notice",
            "days_to_notice": days_between(_ARRIVED, _TOLD),
            "late": f"{_DUE} < {_TOLD} OR r.notice = 'fiktion_eingetreten'",
            "objection": "r.objection_on IS NOT NULL",
        },
        "c.id",
        pairs=(
            ("programme", "notice"),
            ("programme", "days_to_notice"),
            ("programme", "late"),
            ("notice", "late"),
            ("notice", "objection"),
        ),
    ),
    Unit(
        "objections",
        N_("Widersprüche"),
        _objected,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "programme": "r.programme",
            "notice": "r.notice",
            "objection_outcome": _OBJECTION_OUTCOME,
        },
        "c.id",
        pairs=(("programme", "objection_outcome"), ("notice", "objection_outcome")),
    ),
)
