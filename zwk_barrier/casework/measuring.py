"""What is measured in a room, and what the entered values mean for the visit's profile."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, get_args

from zwk_barrier.casework.visits import Measured, RoomView
from zwk_barrier.model import Measurement, Visit
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirements import (
    PROFILE_SETS,
    Criterion,
    Level,
    RequirementSet,
    load_requirements,
)
from zwk_barrier.rules.requirements import Assessment, assess
from zwk_barrier.rules.requirements import Measured as Value
from zwk_barrier.rules.typed import format_decimal, format_pair, format_quantity
from zwk_barrier.wording import _

LEVELS: Final[tuple[Level, ...]] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a room or a dwelling was looked at."""

    checked: int
    of: int

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.checked + other.checked, self.of + other.of)


def level_of(visit: Visit) -> Level:
    """The profile a visit is measured against; B when the record names none this program knows."""
    return next((level for level in LEVELS if level == visit.profile), "B")


def level_label(level: Level) -> str:
    """The profile as it is called."""
    return {
        "B": _("DIN 18040-2, barrierefrei nutzbar (B)"),
        "R": _("DIN 18040-2, mit Rollstuhl nutzbar (R)"),
        "KfW": _("KfW-Mindestanforderungen"),
    }[level]


def level_word(level: Level) -> str:
    """The profile in short, for a chip."""
    return {"B": "DIN 18040-2 B", "R": "DIN 18040-2 R", "KfW": "KfW"}[level]


def requirements_of(visit: Visit) -> RequirementSet:
    """The edition a visit is measured against."""
    return load_requirements(PROFILE_SETS[level_of(visit)])


def criteria_in(visit: Visit, room: RoomView) -> tuple[Criterion, ...]:
    """What a visit asks in a room: what the profile asks at first, and whatever more of it was looked at."""
    return tuple(
        criterion
        for criterion in all_criteria_in(visit, room)
        if not criterion.later or _is_checked(criterion, room)
    )


def all_criteria_in(visit: Visit, room: RoomView) -> tuple[Criterion, ...]:
    """Everything the profile asks in such a room, in the order of its edition."""
    return requirements_of(visit).in_room(room.room.kind, level_of(visit))


def measured_elsewhere(visit: Visit, room: RoomView) -> int:
    """How many values entered in a room belong to another profile; they come back with it."""
    asked = {criterion.id for criterion in all_criteria_in(visit, room)}
    editions = (load_requirements(name) for name in dict.fromkeys(PROFILE_SETS.values()))
    others = (one for edition in editions for one in edition if one.id not in asked)
    return sum(1 for criterion in others if _is_checked(criterion, room))


def tolerance_of(method: str | None) -> Decimal:
    """The accuracy of a measuring method in cm; none when the method is not known."""
    code = load_code_list("measuring_method").get(method) if method else None
    text = "" if code is None else code.extras.get("tolerance_cm", "")
    return Decimal(text) if text else Decimal(0)


def value_of(criterion: Criterion, measured: Measured | Measurement | None) -> Value:
    """The entered value as the kind the criterion asks for; None when nothing fitting was entered."""
    if measured is None:
        return None
    if criterion.kind == "yes_no":
        return measured.answer
    if criterion.kind == "grade":
        return measured.grade
    if criterion.kind == "number" or measured.value is None:
        return measured.value
    return None if measured.second_value is None else (measured.value, measured.second_value)


def verdict_on(
    criterion: Criterion,
    visit: Visit,
    measured: Measured | Measurement | None,
    *,
    method: str | None = None,
) -> Assessment:
    """What an entered value means for the visit's profile, with the accuracy of the method it was found by.

    ``method`` is for a value that has no record yet; without one it is that of the visit.
    """
    if isinstance(measured, Measurement):
        method = measured.method
    return assess(
        criterion,
        level_of(visit),
        value_of(criterion, measured),
        tolerance_of(method or visit.method),
        is_applicable=measured is None or measured.is_applicable,
    )


def is_measured(criterion: Criterion) -> bool:
    """Whether the criterion takes an instrument, and with it a method and its accuracy."""
    return criterion.kind in ("number", "pair")


def value_text(criterion: Criterion, measured: Measured | Measurement | None) -> str:
    """The entered value ready to read, with its unit; empty when nothing was entered."""
    match value_of(criterion, measured):
        case None:
            return ""
        case bool() as answer:
            return _("ja") if answer else _("nein")
        case str() as grade:
            return grade
        case (first, second):
            return format_pair(first, second, unit=criterion.unit)
        case value if criterion.unit in ("Anzahl", "K"):
            return format_decimal(value)
        case value:
            return format_quantity(value, criterion.unit)


def coverage_of(visit: Visit, rooms: Iterable[RoomView]) -> Coverage:
    """How many of the criteria asked for (:func:`criteria_in`) were looked at."""
    total = Coverage(0, 0)
    for room in rooms:
        criteria = criteria_in(visit, room)
        total += Coverage(sum(1 for c in criteria if _is_checked(c, room)), len(criteria))
    return total


def _is_checked(criterion: Criterion, room: RoomView) -> bool:
    measurement = room.measurements.get(criterion.id)
    if measurement is None:
        return False
    return not measurement.is_applicable or value_of(criterion, measurement) is not None
