"""What is measured in a room, and what the entered values mean for every level that asks for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from zwk_barrier.casework.visit.asking import is_asked_first, matters_first
from zwk_barrier.casework.visit.basis import Basis
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.visits import RoomView, VisitView, point_key
from zwk_barrier.model import Measurement, RoomPart
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Level
from zwk_barrier.rules.requirements import MISSED, Assessment, assess
from zwk_barrier.rules.requirements import Measured as Value
from zwk_barrier.rules.typed import format_decimal, format_pair, format_quantity
from zwk_barrier.wording import _

NOT_ASKED: Final = Assessment("not_applicable", "", "", "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a room or a dwelling was looked at."""

    checked: int
    of: int

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.checked + other.checked, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Point:
    """One place to measure in a room: a criterion, with what is asked of it there, and which part of the room."""

    criterion: Criterion
    part: RoomPart | None = None

    @property
    def key(self) -> str:
        """By what the room's measurements are found."""
        return point_key(self.criterion.id, self.part_id)

    @property
    def part_id(self) -> UUID | None:
        """The further part of the room, ``None`` for the first of its kind."""
        return None if self.part is None else self.part.id

    def element(self) -> str:
        """What it belongs to: ``Innentür``, ``Tür zum Bad``."""
        return part_name(self.criterion, self.part)

    def title(self) -> str:
        """What is measured there, and of what, which is told once: ``Tür zum Bad: Lichte Breite der Tür``."""
        element, text = self.element(), self.criterion.text()
        return text if text.startswith(f"{element} ") else f"{element}: {text}"


def part_name(criterion: Criterion, part: RoomPart | None) -> str:
    """What a part of a room is called; a further one by its own name, else by its number."""
    if part is None:
        return criterion.element()
    return part.name or _("{element}, weitere").format(element=criterion.element())


def points_in(view: VisitView, room: RoomView) -> tuple[Point, ...]:
    """What a visit asks in a room: what the profile asks at first, and whatever more of it was looked at.

    A visit that is compared with an earlier one asks at first what was measured there.
    """
    return tuple(
        point
        for point in all_points_in(view, room)
        if _is_asked(point, view, room) or is_checked(point, room)
    )


def _is_asked(point: Point, view: VisitView, room: RoomView) -> bool:
    if room.again is not None:
        return point.key in room.again
    return is_asked_first(point.criterion, view.basis)


def all_points_in(view: VisitView, room: RoomView) -> tuple[Point, ...]:
    """Everything the profile asks in such a room, and again for each further part.

    In the order of its edition, but first what clearly matters to the person.
    """
    basis = view.basis
    asked = [
        one
        for one in basis.requirements.measured_in(room.room.kind)
        if basis.profile.level_for(one) is not None
    ]
    points = [Point(one) for one in asked]
    for part in room.parts:
        points += [Point(one, part) for one in asked if one.element_de == part.kind]
    return (*matters_first(points, basis), *_no_longer_asked(view, room))


def measured_elsewhere(view: VisitView, room: RoomView) -> int:
    """How many values entered in a room belong to another profile; they come back with it."""
    asked = {point.key for point in all_points_in(view, room)}
    others = [key for key in room.measurements if key not in asked]
    known = ((view.basis.requirements.get(key.partition("/")[0]), room.measurements[key]) for key in others)
    return sum(1 for criterion, row in known if criterion is not None and _holds_value(criterion, row))


def tolerance_of(method: str | None, basis: Basis) -> Decimal:
    """The accuracy of a measuring method in cm; none when the method is not known."""
    return basis.requirements.tolerances.get(method or "", Decimal(0))


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
    basis: Basis,
    measured: Measured | Measurement | None,
    *,
    visit_method: str | None,
    method: str | None = None,
) -> Assessment:
    """What an entered value means for the visit's profile, with the accuracy of the method it was found by.

    ``method`` is for a value that has no record yet; without one it is that of the visit.
    """
    level = basis.profile.level_for(criterion)
    if level is None:
        return NOT_ASKED
    return _verdict(criterion, basis, level, measured, method, visit_method)


def verdicts_on(
    criterion: Criterion,
    basis: Basis,
    measured: Measured | Measurement | None,
    *,
    visit_method: str | None,
    method: str | None = None,
) -> dict[Level, Assessment]:
    """What an entered value means for every level that asks for it, in the order of the profiles."""
    return {
        code: _verdict(criterion, basis, code, measured, method, visit_method)
        for code in basis.requirements.profiles
        if code in criterion.required
    }


def own_verdict_on(
    criterion: Criterion, basis: Basis, measured: Measurement, *, visit_method: str | None
) -> Assessment | None:
    """What a kept value means for the person's own dimensions; None when they ask nothing of it."""
    if INDIVIDUAL not in criterion.required:
        return None
    return _verdict(criterion, basis, INDIVIDUAL, measured, None, visit_method)


def worse_verdict_on(criterion: Criterion, view: VisitView, measured: Measurement) -> Assessment:
    """What a kept value comes to: a door that meets the profile but not the person's own wheelchair is a barrier."""
    by_profile = verdict_on(criterion, view.basis, measured, visit_method=view.visit.method)
    own = own_verdict_on(criterion, view.basis, measured, visit_method=view.visit.method)
    if own is None or own.verdict not in MISSED or by_profile.verdict in (own.verdict, "not_met"):
        return by_profile
    return own


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


def coverage_of(view: VisitView, rooms: Iterable[RoomView] | None = None) -> Coverage:
    """How many of the points asked for (:func:`points_in`) were looked at; in the whole dwelling or these rooms."""
    total = Coverage(0, 0)
    for room in view.rooms if rooms is None else rooms:
        points = points_in(view, room)
        total += Coverage(sum(1 for point in points if is_checked(point, room)), len(points))
    return total


def is_checked(point: Point, room: RoomView) -> bool:
    """Whether a point was looked at, be it only to say that it does not apply."""
    measurement = room.measurements.get(point.key)
    return measurement is not None and _holds_value(point.criterion, measurement)


def _verdict(
    criterion: Criterion,
    basis: Basis,
    level: Level,
    measured: Measured | Measurement | None,
    method: str | None,
    visit_method: str | None,
) -> Assessment:
    if isinstance(measured, Measurement):
        method = measured.method
    return assess(
        criterion,
        level,
        value_of(criterion, measured),
        tolerance_of(method or visit_method, basis),
        is_applicable=measured is None or measured.is_applicable,
    )


def _holds_value(criterion: Criterion, measurement: Measurement) -> bool:
    return not measurement.is_applicable or value_of(criterion, measurement) is not None


def _no_longer_asked(view: VisitView, room: RoomView) -> tuple[Point, ...]:
    """Values of criteria that have become part of another one since: still shown, still judged."""
    basis = view.basis
    gone = (basis.requirements.retired(key) for key in room.measurements)
    return tuple(Point(one) for one in gone if one is not None and basis.profile.level_for(one) is not None)
