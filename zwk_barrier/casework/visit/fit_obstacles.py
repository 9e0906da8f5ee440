"""What a visit has seen, as the fit needs it: measured values with their deficit, findings with their hazard."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.measuring import (
    Point,
    all_points_in,
    own_verdict_on,
    value_of,
    value_text,
    verdict_on,
)
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.model import Measurement
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit import FitModel
from zwk_barrier.reference.requirements import Dimension
from zwk_barrier.rules.fit import Misfit, Obstacle
from zwk_barrier.rules.fit_deficit import deficit_of
from zwk_barrier.rules.individual import Dimensions
from zwk_barrier.rules.requirements import MISSED, Assessment
from zwk_barrier.rules.typed import format_quantity
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID

_BY_VERDICT = {"met": 0, "partly": 1, "not_met": 2}


@dataclass(frozen=True, slots=True)
class Seen:
    """An obstacle, and whether the accuracy of the method could turn its verdict."""

    obstacle: Obstacle
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something was measured."""

    room: RoomView
    point: Point
    measured: Measurement


class Obstacles:
    """Looks up what each barrier of a visit is to the fit."""

    def __init__(self, view: VisitView, model: FitModel) -> None:
        self._view = view
        self._model = model
        self._dimensions = {row.criterion: row.dimension for row in view.basis.requirements.individual}
        self._rooms = {room.room.id: room for room in view.rooms}
        self._places: Mapping[UUID, _Place] = {place.measured.id: place for place in self._measured()}

    def of(self, barrier: Barrier) -> Seen:
        """The barrier as the fit sees it."""
        if barrier.is_finding:
            return self._found(barrier)
        place = self._places.get(barrier.id)
        if place is None:
            deficit = _BY_VERDICT.get(barrier.verdict)
            return Seen(Obstacle(barrier.text, deficit, barrier.room_kind, criterion=barrier.criterion or ""))
        return self._seen(place)

    def _measured(self) -> Iterator[_Place]:
        for room in self._view.rooms:
            for point in all_points_in(self._view, room):
                measured = room.measurements.get(point.key)
                if measured is not None:
                    yield _Place(room, point, measured)

    def _seen(self, place: _Place) -> Seen:
        criterion, basis = place.point.criterion, self._view.basis
        method = self._view.visit.method
        judged = verdict_on(criterion, basis, place.measured, visit_method=method)
        own = own_verdict_on(criterion, basis, place.measured, visit_method=method)
        obstacle = Obstacle(
            what=self._called(place),
            deficit=self._deficit(place, judged),
            room=place.room.room.kind,
            place="" if place.point.part is not None else room_name(place.room.room),
            shown=value_text(criterion, place.measured),
            required=judged.required_text,
            criterion=criterion.id,
            frequency=place.measured.frequency or "",
            misfit=None if own is None else self._misfit(criterion.id, own),
            is_answer=criterion.kind == "yes_no",
        )
        return Seen(obstacle, any(one is not None and one.is_uncertain for one in (judged, own)))

    def _called(self, place: _Place) -> str:
        point = place.point
        if point.part is not None:
            return _("{part} ({room})").format(part=point.element(), room=room_name(place.room.room))
        known = self._model.criteria.get(point.criterion.id)
        return f"{point.element()}, {point.criterion.text()}" if known is None else known.short()

    def _deficit(self, place: _Place, judged: Assessment) -> int | None:
        criterion, basis = place.point.criterion, self._view.basis
        known, level = self._model.criteria.get(criterion.id), basis.profile.level_for(criterion)
        if known is None or level is None:
            return _BY_VERDICT.get(judged.verdict)
        value = value_of(criterion, place.measured)
        return deficit_of(known.rule, criterion.required[level], value, judged.verdict, criterion.grades)

    def _misfit(self, criterion: str, own: Assessment) -> Misfit | None:
        dimension = self._dimensions.get(criterion)
        if dimension is None or own.verdict not in MISSED:
            return None
        told = _own_text(dimension, self._view.basis.person.dimensions)
        return Misfit(dimension, told, just_passes=own.verdict == "partly")

    def _found(self, barrier: Barrier) -> Seen:
        """A finding in words; what was measured of the same criterion in the same room counts, too."""
        room = None if barrier.room_id is None else self._rooms.get(barrier.room_id)
        hazard = barrier.hazard or ""
        told = Obstacle(
            what=barrier.text,
            deficit=self._model.settings.hazards.get(hazard),
            room=barrier.room_kind,
            place="" if room is None else room_name(room.room),
            criterion=barrier.criterion or "",
            activities=barrier.activities,
            frequency=barrier.frequency or "",
            result=load_code_list("hazard").label(hazard) if hazard else "",
        )
        measured = self._of_criterion(room, barrier.criterion)
        if measured is None:
            return Seen(told)
        found = self._seen(measured)
        known = [one for one in (told.deficit, found.obstacle.deficit) if one is not None]
        both = replace(told, deficit=max(known, default=None), misfit=found.obstacle.misfit)
        return Seen(both, found.is_unsure)

    def _of_criterion(self, room: RoomView | None, criterion: str | None) -> _Place | None:
        row = None if room is None or criterion is None else room.measurements.get(criterion)
        return None if row is None else self._places.get(row.id)


def _own_text(dimension: Dimension, person: Dimensions) -> str:
    if dimension == "reach":
        ends = [one for one in (person.reach_low, person.reach_high) if one is not None]
        return _(" bis ").join([*(str(one) for one in ends[:-1]), *(_cm(one) for one in ends[-1:])])
    own: int | None = getattr(person, dimension)
    return "" if own is None else _cm(own)


def _cm(length: int) -> str:
    return format_quantity(Decimal(length), "cm")
