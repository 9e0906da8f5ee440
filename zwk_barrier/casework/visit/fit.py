"""The fit of a visit: what each barrier means to this person, and where the way from kerb to bed is weakest.

Everything is taken from what the visit is judged by (``view.basis``), so that a finished one never changes.
A working aid, no validated instrument (docs/decisions/0014).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.fit_obstacles import Obstacles
from zwk_barrier.casework.visit.measuring import Coverage, Point, is_checked, points_in
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit import FitModel
from zwk_barrier.reference.fit_tables import load_fit_model
from zwk_barrier.rules import fit_words
from zwk_barrier.rules.fit import State, judge, matters, missing_places, state_of
from zwk_barrier.wording import _

_MOST_URGENT_FIRST = ("A", "B", "C", None, "D")  # what is not known is not the least


@dataclass(frozen=True, slots=True)
class FittedBarrier:
    """A barrier and what it means to the person; ``impact`` 0 to 9, ``load`` and ``priority`` None when unknown.

    ``reason`` is one sentence, ``why`` the written reason of the weight that decides, empty without one.
    ``frequency`` is a code of the code list.  ``is_unsure`` says that the accuracy of the method could turn it.
    """

    barrier: Barrier
    deficit: int | None
    impact: Decimal | None
    load: Decimal | None
    priority: str | None
    reason: str
    why: str
    activities: tuple[str, ...]
    frequency: str
    is_safety: bool
    does_not_fit: bool
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class WayStep:
    """One place along the way from kerb to bed, in the words of ``text``; ``room_id`` None when nobody was there."""

    room_kind: str
    room_id: UUID | None
    label: str
    state: State
    strongest: FittedBarrier | None
    checked: int
    of: int
    text: str


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit of one visit; ``barriers`` by priority, then impact.

    ``not_judged`` counts what matters to the person and was not measured, and barriers without an impact.
    ``asked`` counts the functions somebody was asked about, ``of_functions`` all there are: what was not asked
    can only make an impact greater.  ``hint`` belongs beside every figure.
    """

    barriers: tuple[FittedBarrier, ...]
    weakest: FittedBarrier | None
    way: tuple[WayStep, ...]
    coverage: Coverage
    not_judged: int
    asked: int
    of_functions: int
    model_version: str
    hint: str

    @property
    def is_asked(self) -> bool:
        """Whether anybody was asked what is hard; without it nothing can be said of an impact."""
        return bool(self.asked)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What of the way is not known, e.g. „unbekannt: Treppenhaus nicht geprüft“."""
        return tuple(step.text for step in self.way if step.state == "unknown")

    def of(self, barrier_id: UUID) -> FittedBarrier | None:
        """What one barrier means; None when there is none of that id."""
        return next((one for one in self.barriers if one.barrier.id == barrier_id), None)


@dataclass(frozen=True, slots=True)
class _Walked:
    """A room with what was asked there."""

    room: RoomView
    points: tuple[Point, ...]
    unchecked: tuple[Point, ...]

    @property
    def coverage(self) -> Coverage:
        return Coverage(len(self.points) - len(self.unchecked), len(self.points))


def fit_of(view: VisitView) -> Fit:
    """What the barriers of a visit mean to the person, with a reason for each."""
    model, degrees = model_of(view), view.basis.person.degrees
    obstacles, walked = Obstacles(view, model), [_walked(view, room) for room in view.rooms]
    fitted = sorted((_fitted(view, one, obstacles, model) for one in barriers(view)), key=_order)
    way = _way(walked, fitted, model)
    return Fit(
        tuple(fitted),
        _weakest(way),
        way,
        sum((one.coverage for one in walked), Coverage(0, 0)),
        _not_judged(view, walked, model) + sum(1 for one in fitted if one.impact is None),
        len(degrees),
        len(model.functions),
        model.version.number,
        fit_words.hint(model, len(degrees)),
    )


def _walked(view: VisitView, room: RoomView) -> _Walked:
    points = points_in(view, room)
    return _Walked(room, points, tuple(point for point in points if not is_checked(point, room)))


def model_of(view: VisitView) -> FitModel:
    """The version of the model that holds for a visit: that of the day it was finished, else the newest."""
    return load_fit_model(view.visit.finished_on)


def _fitted(view: VisitView, barrier: Barrier, obstacles: Obstacles, model: FitModel) -> FittedBarrier:
    person, seen = view.basis.person, obstacles.of(barrier)
    judged = judge(seen.obstacle, person.degrees, model)
    aid = fit_words.aid_word(person.aids, person.degrees)
    return FittedBarrier(
        barrier,
        judged.deficit,
        judged.impact,
        judged.load,
        judged.priority,
        fit_words.reason(seen.obstacle, judged, model, aid=aid),
        fit_words.why(judged),
        judged.activities,
        judged.frequency,
        judged.is_safety,
        does_not_fit=seen.obstacle.misfit is not None and not seen.obstacle.misfit.just_passes,
        is_unsure=seen.is_unsure,
    )


def _order(one: FittedBarrier) -> tuple[int, Decimal, Decimal, int]:
    nothing = Decimal(0)
    place = _MOST_URGENT_FIRST.index(one.priority)
    return place, -(one.impact or nothing), -(one.load or nothing), -(one.deficit or 0)


def _way(walked: list[_Walked], fitted: list[FittedBarrier], model: FitModel) -> tuple[WayStep, ...]:
    """The rooms that were visited, in the order one comes through them, and those nobody has been to."""
    kinds = [one.room.room.kind for one in walked]
    steps = [_step(one, fitted) for one in walked if _place(one.room.room.kind, model) is not None]
    for kind in missing_places(kinds, model):
        label = load_code_list("room").label(kind)
        steps.append(WayStep(kind, None, label, "unknown", None, 0, 0, fit_words.unknown_place(label)))
    return tuple(sorted(steps, key=lambda step: _place(step.room_kind, model) or 0))


def _place(kind: str, model: FitModel) -> int | None:
    room = model.rooms.get(kind)
    return None if room is None else room.way


def _step(walked: _Walked, fitted: list[FittedBarrier]) -> WayStep:
    room, coverage = walked.room, walked.coverage
    here = [one for one in fitted if one.barrier.room_id == room.room.id]
    strongest = max((one for one in here if one.impact), key=_strength, default=None)
    label = room_name(room.room)
    not_judged = sum(1 for one in here if one.impact is None)
    impact = None if strongest is None else strongest.impact
    state = state_of(impact, coverage.checked, coverage.of, not_judged=not_judged)
    text = _step_text(label, state, strongest, coverage, not_judged)
    return WayStep(room.room.kind, room.room.id, label, state, strongest, coverage.checked, coverage.of, text)


def _step_text(
    label: str, state: State, strongest: FittedBarrier | None, coverage: Coverage, not_judged: int
) -> str:
    if strongest is not None:
        return strongest.reason
    if state == "free":
        return _("{room}: kein Hindernis, alles geprüft").format(room=label)
    if not coverage.checked and not not_judged:
        return fit_words.unknown_place(label)
    if coverage.checked < coverage.of:
        return _("unbekannt: {room}, {checked} von {of} geprüft").format(
            room=label, checked=coverage.checked, of=coverage.of
        )
    return _("unbekannt: {room}, Barrieren ohne Angabe, was schwerfällt").format(room=label)


def _strength(one: FittedBarrier) -> tuple[Decimal, Decimal]:
    return one.impact or Decimal(0), one.load or Decimal(0)


def _weakest(way: Iterable[WayStep]) -> FittedBarrier | None:
    """The strongest barrier along the way; of equals the one that is met first."""
    return max((step.strongest for step in way if step.strongest is not None), key=_strength, default=None)


def _not_judged(view: VisitView, walked: Iterable[_Walked], model: FitModel) -> int:
    degrees = view.basis.person.degrees
    unchecked = (point for one in walked for point in one.unchecked)
    return sum(1 for point in unchecked if not degrees or matters(point.criterion.id, degrees, model))
