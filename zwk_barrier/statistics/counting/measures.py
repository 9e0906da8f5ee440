"""Measures by the day they were recommended and by the day they were carried out, and the barriers they are for."""

from typing import Final

from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.counting.fragments import (
    IN_CASE,
    QUARTER,
    SOME_PERSON,
    days_between,
    events,
    local_day,
)
from zwk_barrier.statistics.counting.unit import Unit
from zwk_barrier.wording import N_

STATE: Final = """CASE WHEN r.status IN ('umgesetzt', 'teilweise') THEN 'done'
    WHEN r.status IN ('beauftragt', 'in_arbeit') THEN 'underway'
    WHEN r.status IN ('beantragt', 'bewilligt', 'abgelehnt') THEN 'applied'
    WHEN r.status IN ('nicht_umgesetzt', 'entfallen') THEN 'not_done' ELSE 'open' END"""
_APPLIED: Final = """(r.status IN ('beantragt', 'bewilligt', 'abgelehnt') OR EXISTS (
    SELECT 1 FROM application a JOIN json_each(a.measures) j WHERE a.case_id = r.case_id
        AND a.removed_at IS NULL AND coalesce(a.applied_on, a.received_on) IS NOT NULL
        AND replace(j.value, '-', '') = r.id))"""
_VISIT: Final = "LEFT JOIN visit v ON v.id = r.visit_id LEFT JOIN room o ON o.id = r.room_id"
RECOMMENDED: Final = f"coalesce(v.visited_on, {local_day('r.created_at')})"
"""The day of the visit a measure was recommended at, else the day it was written down."""

DONE: Final = " AND r.status IN ('umgesetzt', 'teilweise')"
_BARRIERS: Final = """JOIN (
    SELECT j.value AS id, min(m.id) AS measure_id, max(m.status = 'umgesetzt') AS solved,
        max(m.status = 'teilweise') AS eased
    FROM measure m JOIN json_each(m.barriers) j
    WHERE m.removed_at IS NULL AND m.status NOT IN ('nicht_umgesetzt', 'entfallen')
    GROUP BY j.value) x ON x.measure_id = r.id
    LEFT JOIN measurement s ON s.id = replace(x.id, '-', '')
    LEFT JOIN finding f ON f.id = replace(x.id, '-', '')
    LEFT JOIN room o ON o.id = coalesce(s.room_id, f.room_id)"""
_RESULT: Final = "CASE WHEN x.solved THEN 'solved' WHEN x.eased THEN 'partly' ELSE 'remaining' END"


def recommended(booking: Booking) -> str:
    """Every measure, at the day it was recommended."""
    return events(booking, "measure", RECOMMENDED, f"{IN_CASE} {_VISIT}")


def done(booking: Booking) -> str:
    """Every measure that was carried out, wholly or in part, at the day of that."""
    return events(booking, "measure", "r.done_on", f"{IN_CASE} {_VISIT}", more=DONE, field="done_on")


def _barriers(booking: Booking) -> str:
    """Each barrier that a standing measure is for, once, with the first of its measures as ``r``."""
    return events(
        booking, "measure", RECOMMENDED, f"{IN_CASE} LEFT JOIN visit v ON v.id = r.visit_id {_BARRIERS}"
    )


UNITS: Final = (
    Unit(
        "measures",
        N_("Empfohlene Maßnahmen"),
        recommended,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "tenure": "d.tenure",
            "measure_kind": "r.kind",
            "room": "o.kind",
            "state": STATE,
            "measure_status": "r.status",
            "applied": _APPLIED,
            "carried_out": "r.status IN ('umgesetzt', 'teilweise')",
            "case_closed": "c.status = 'closed'",
            "not_done_reason": "r.not_done_reason",
            "payer_hint": "json_extract(r.payers, '$[0]')",
            "trade": "r.trade",
        },
        "c.id",
        pairs=(
            ("measure_kind", "state"),
            ("measure_kind", "room"),
            ("room", "state"),
            ("state", "not_done_reason"),
            ("case_closed", "carried_out"),
            ("area", "measure_kind"),
            ("age", "measure_kind"),
            ("tenure", "state"),
        ),
    ),
    Unit(
        "measures_done",
        N_("Umgesetzte Maßnahmen"),
        done,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "tenure": "d.tenure",
            "measure_kind": "r.kind",
            "room": "o.kind",
            "measure_status": "r.status",
            "cost": "r.cost_actual",
            "days_from_visit": days_between("v.visited_on", "r.done_on"),
            "days_from_request": days_between(local_day("c.opened_at"), "r.done_on"),
        },
        "c.id",
        pairs=(
            ("measure_kind", "room"),
            ("measure_kind", "cost"),
            ("measure_kind", "days_from_visit"),
            ("area", "measure_kind"),
        ),
    ),
    Unit(
        "barriers",
        N_("Barrieren, für die es eine Maßnahme gibt"),
        _barriers,
        {
            "quarter": QUARTER,
            **SOME_PERSON,
            "room": "o.kind",
            "barrier_kind": "CASE WHEN s.id IS NOT NULL THEN 'measured' ELSE 'described' END",
            "result": _RESULT,
        },
        "c.id",
        pairs=(("room", "result"), ("area", "room"), ("age", "room")),
    ),
)
