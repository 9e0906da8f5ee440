"""What invented people find hard, and the dimensions of their aids: both follow from what is known of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.case.limitations import suggestions
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.model import Limitation, Person

_OF_AN_AID: Final[Mapping[str, dict[str, int]]] = {
    "rollator": {"aid_length_cm": 75, "turning_circle_cm": 120},
    "rollstuhl_hand": {
        "aid_length_cm": 110,
        "turning_circle_cm": 150,
        "reach_low_cm": 40,
        "reach_high_cm": 120,
        "seat_height_cm": 50,
    },
    "rollstuhl_elektro": {
        "aid_length_cm": 120,
        "turning_circle_cm": 160,
        "reach_low_cm": 45,
        "reach_high_cm": 115,
        "seat_height_cm": 52,
    },
}
"""Usual dimensions in cm; known only of people whose aid has been measured."""


def dimensions(values: Mapping[str, Any]) -> dict[str, int]:
    """The fields of a person that an aid brings with it; of several aids the largest counts."""
    found: dict[str, int] = {}
    if values.get("aid_width_cm"):
        for aid in values.get("aids") or ():
            found |= _OF_AN_AID.get(aid, {})
    return found


def limitation_rows(rows: Rows, at: datetime, person_id: UUID, values: Mapping[str, Any]) -> None:
    """What the person finds hard, as the advisor took it over from what is known."""
    for function, degree in _degrees(values).items():
        rows.add(Limitation, at, person_id=person_id, function=function, degree=degree)


def _degrees(values: Mapping[str, Any]) -> dict[str, int]:
    known = {name: values.get(name) for name in ("aids", "impairments", "falls")}
    return {one.function: one.degree for one in suggestions(Person(**known), {})}
