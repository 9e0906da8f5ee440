"""What a dwelling came out as when a visit was finished (code list suitability).

The words promise no more than was measured.  ``barrierefrei_r``, ``barrierefrei`` and ``barrierearm`` say that
everything the levels R, B (DIN 18040-2:2011-09) or KfW (its technical minimum requirements) ask was looked at in
every room of the visit and is met, that nothing was found in words, that no step is on the way in, and that the
visit went through all that makes a dwelling: MBO § 50 Abs. 1 names living rooms and bedrooms, a toilet, a bath
and the kitchen, and that they can be reached.  ``hindernisse`` says that something was found: a barrier in
words, a step, or a value that misses what the visit was measured against, by however little.  What is in between
was not looked at closely enough for a verdict: ``nicht_geprueft``.  What only one person needs (their own
dimensions) says nothing about the dwelling and is left out.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.barriers import verdict_of_hazard
from zwk_barrier.casework.visit.measuring import tolerance_of, value_of
from zwk_barrier.casework.visit.visits import VisitView, load_visit, point_key
from zwk_barrier.model import Measurement, Visit
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Level
from zwk_barrier.rules.requirements import MISSED, Assessment, assess

NOT_CHECKED: Final = "nicht_geprueft"
OBSTACLES: Final = "hindernisse"
_CODE_OF: Final[dict[Level, str]] = {"R": "barrierefrei_r", "B": "barrierefrei", "KfW": "barrierearm"}
"""The highest first."""

_ALWAYS: Final = frozenset({"hauseingang", "kueche", "bad"})
_TO_LIVE: Final = frozenset({"wohnzimmer", "schlafzimmer"})
_ONE_DOOR: Final = frozenset({"efh", "dhh", "rh"})
"""Building types in which the door of the house is that of the dwelling."""


def suitability_of(view: VisitView) -> str:
    """The code of what the dwelling came out as, by what the visit is judged by."""
    if _was_told(view) or _has_steps(view):
        return OBSTACLES
    if _went_through_all(view):
        for level, code in _CODE_OF.items():
            if all(_is_surely_met(one) for one in _assessments(view, (level,))):
                return code
    missed = any(one.verdict in MISSED for one in _assessments(view, view.basis.profile.levels))
    return OBSTACLES if missed else NOT_CHECKED


def judge_finished(session: Session, progress: Callable[[float], object] = lambda _share: None) -> int:
    """Judges the finished visits that were not judged yet, because an earlier version finished them; gives how many.

    ``progress`` is told after each the share that is done, and may raise to stop.
    """
    query = select(Visit.id).where(
        Visit.finished_on.is_not(None), Visit.suitability.is_(None), Visit.removed_at.is_(None)
    )
    waiting = session.scalars(query).all()
    for done, visit_id in enumerate(waiting, 1):
        view = load_visit(session, visit_id)
        view.visit.suitability = suitability_of(view)
        progress(done / len(waiting))
    return len(waiting)


def _was_told(view: VisitView) -> bool:
    """Whether a barrier stands there in words; one without hazard counts, one that is none does not."""
    told = (*view.findings, *(one for room in view.rooms for one in room.findings))
    return any(verdict_of_hazard(one.hazard) in MISSED for one in told)


def _has_steps(view: VisitView) -> bool:
    """Whether a step is on the way to the door of the dwelling that no lift spares."""
    building, dwelling = view.building, view.dwelling
    if building is not None and (building.steps_to_entrance or 0) > 0:
        return True
    lift = building is not None and building.has_lift
    return not lift and dwelling is not None and (dwelling.steps_to_dwelling or 0) > 0


def _went_through_all(view: VisitView) -> bool:
    building, dwelling = view.building, view.dwelling
    if building is None or dwelling is None:
        return False
    if dwelling.steps_to_dwelling is None and not building.has_lift:
        return False  # nobody knows whether it can be reached
    seen = {room.room.kind for room in view.rooms}
    doors = set() if building.building_type in _ONE_DOOR else {"wohnungseingang"}
    lived_in = bool(seen & _TO_LIVE) if dwelling.room_count == 1 else seen >= _TO_LIVE
    return lived_in and seen >= _ALWAYS | doors


def _assessments(view: VisitView, levels: Sequence[Level]) -> Iterator[Assessment]:
    """The verdict at each point of the visit, by the first of the levels that asks something there."""
    for room in view.rooms:
        for criterion in view.basis.requirements.measured_in(room.room.kind):
            level = next((one for one in levels if one in criterion.required and one != INDIVIDUAL), None)
            if level is None:
                continue
            parts = [part.id for part in room.parts if part.kind == criterion.element_de]
            for part_id in (None, *parts):
                yield _verdict(
                    view, criterion, level, room.measurements.get(point_key(criterion.id, part_id))
                )


def _verdict(view: VisitView, criterion: Criterion, level: Level, row: Measurement | None) -> Assessment:
    method = view.visit.method if row is None else row.method or view.visit.method
    return assess(
        criterion,
        level,
        value_of(criterion, row),
        tolerance_of(method, view.basis),
        is_applicable=row is None or row.is_applicable,
    )


def _is_surely_met(one: Assessment) -> bool:
    return one.verdict in ("met", "not_applicable") and not one.is_uncertain
