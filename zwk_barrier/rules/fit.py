"""The fit ("Passung"): how much a barrier matters to one person, and in which order to deal with it.

The impact is the deficit times the strongest relevance for what the person finds hard, halved: 0 to 9.
The strongest, not the sum: else whoever has many difficulties would have nothing but A.  The sum is a
second figure, the load.  Priority is the impact times how often it is met, by authored cut points; what
cannot be used at toilet, exit, bed or stairs is A for somebody who falls or fears it.

What was not measured or not asked about has no impact, never the impact 0.  A working aid, no
validated instrument (docs/decisions/0014).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from zwk_barrier.reference.fit import FitModel, Relevance, Suggestion, Weights
from zwk_barrier.reference.requirements import Dimension

Degrees: TypeAlias = Mapping[str, int]
"""Function (code list) to 0 no, 1 at times, 2 clearly; a missing one was not asked about."""

LEAST: Final = "D"
_OFTEN_BY_DEFAULT: Final = "taeglich"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A dimension of the person that a measured value misses; ``just_passes`` when only the play is missing."""

    dimension: Dimension
    own: str
    just_passes: bool = False


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing seen in a dwelling, as the fit needs it; texts are ready to read.

    ``deficit`` is 0 to 3, ``None`` when it could not be judged.  ``criterion`` is empty for a finding in
    own words, which names its ``activities`` itself.  ``room`` is a code of the code list room, ``result``
    the deficit in words of its own.
    """

    what: str
    deficit: int | None
    room: str
    place: str = ""
    shown: str = ""
    required: str = ""
    criterion: str = ""
    activities: tuple[str, ...] = ()
    frequency: str = ""
    misfit: Misfit | None = None
    is_answer: bool = False
    result: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an obstacle means to a person; ``impact``, ``load`` and ``priority`` are ``None`` when unknown.

    ``by`` is the relevance that decides, ``not_asked`` the functions that might matter and were not asked
    about, the weightiest first.
    """

    deficit: int | None
    impact: Decimal | None
    load: Decimal | None
    priority: str | None
    by: Relevance | None
    activities: tuple[str, ...]
    frequency: str
    is_safety: bool = False
    not_asked: tuple[str, ...] = ()
    weights: Weights = field(default_factory=dict, hash=False)


def judge(obstacle: Obstacle, degrees: Degrees, model: FitModel) -> Judgement:
    """What an obstacle means to a person with these difficulties."""
    activities = activities_of(obstacle, model)
    frequency = obstacle.frequency or _usual_frequency(obstacle, activities, model)
    weights = _weights(obstacle, activities, model)
    counted = _counted(obstacle, degrees, model)
    deficit = _deficit(obstacle, model)
    relevant = [one for one in weights.values() if one.weight]
    not_asked = sorted((one for one in relevant if one.function not in counted), key=lambda one: -one.weight)
    products = {one.function: one.weight * counted.get(one.function, 0) for one in relevant}
    strongest = max(products.values(), default=0)
    impact = load = None
    if deficit is not None and relevant and (strongest or not not_asked):
        impact, load = (Decimal(deficit * by) / 2 for by in (strongest, sum(products.values())))
    is_safety = _is_at_stake(obstacle, activities, deficit, degrees, model)
    return Judgement(
        deficit,
        impact,
        load,
        priority_of(impact, frequency, model, is_safety=is_safety),
        _deciding(relevant, products) if strongest else None,
        activities,
        frequency,
        is_safety,
        tuple(one.function for one in not_asked),
        weights,
    )


def priority_of(
    impact: Decimal | None, frequency: str, model: FitModel, *, is_safety: bool = False
) -> str | None:
    """A to D by impact times frequency, A when safety is at stake; ``None`` without an impact."""
    if is_safety:
        return model.settings.safety_priority
    if impact is None:
        return None
    score = impact * model.often.get(frequency, 1)
    return next((code for code, least in model.settings.cut_points if score >= least), LEAST)


def matters(criterion: str, degrees: Degrees, model: FitModel) -> int:
    """How much a criterion matters to a person before anything is measured: 0 not, up to 6 decisively."""
    weights = model.weights_of(criterion)
    return max((one.weight * degrees.get(function, 0) for function, one in weights.items()), default=0)


def suggested(known: Mapping[str, Collection[str | None]], model: FitModel) -> dict[str, Suggestion]:
    """Of each function the highest degree that follows from what is known of a person.

    ``known`` maps ``aids``, ``impairments`` and ``falls`` to codes.
    """
    found: dict[str, Suggestion] = {}
    for one in model.suggestions:
        before = found.get(one.function)
        if one.value in known[one.known] and (before is None or before.degree < one.degree):
            found[one.function] = one
    return found


def activities_of(obstacle: Obstacle, model: FitModel) -> tuple[str, ...]:
    """What an obstacle keeps from: as it says itself, else its criterion, else its room."""
    known = model.criteria.get(obstacle.criterion)
    room = model.rooms.get(obstacle.room)
    by_criterion = () if known is None else known.activities
    return obstacle.activities or by_criterion or (() if room is None else room.activities)


def _usual_frequency(obstacle: Obstacle, activities: Iterable[str], model: FitModel) -> str:
    known, room = model.criteria.get(obstacle.criterion), model.rooms.get(obstacle.room)
    if known is not None and known.frequency:
        return known.frequency
    by_room = known is None or not known.activities
    if by_room and not obstacle.activities and room is not None and room.frequency:
        return room.frequency
    usual = [model.activities[one].frequency for one in activities if one in model.activities]
    return max(usual, key=lambda code: model.often.get(code, 1), default=_OFTEN_BY_DEFAULT)


def _weights(obstacle: Obstacle, activities: Iterable[str], model: FitModel) -> Weights:
    """What the criterion matters for; of a finding in own words, what its activities matter for."""
    by_criterion = model.weights_of(obstacle.criterion)
    is_own_criterion = obstacle.criterion and not obstacle.activities
    return by_criterion if by_criterion or is_own_criterion else model.weights_of_activities(activities)


def _counted(obstacle: Obstacle, degrees: Degrees, model: FitModel) -> Degrees:
    """The difficulties, and at least "at times" for what a missed dimension speaks for: it was taken for a reason."""
    if obstacle.misfit is None:
        return degrees
    speaking = model.settings.dimension_functions.get(obstacle.misfit.dimension, ())
    return {**degrees, **{function: max(degrees.get(function, 0), 1) for function in speaking}}


def _deficit(obstacle: Obstacle, model: FitModel) -> int | None:
    if obstacle.misfit is None:
        return obstacle.deficit
    kind = "partly" if obstacle.misfit.just_passes else obstacle.misfit.dimension
    return max(obstacle.deficit or 0, model.settings.misfit[kind])


def _is_at_stake(
    obstacle: Obstacle, activities: Iterable[str], deficit: int | None, degrees: Degrees, model: FitModel
) -> bool:
    settings = model.settings
    if deficit is None or deficit < settings.safety_deficit or not degrees.get(settings.safety_function):
        return False
    known, room = model.criteria.get(obstacle.criterion), model.rooms.get(obstacle.room)
    if known is None:
        return any(model.activities[one].safety for one in activities if one in model.activities)
    return bool(known.safety or (known.follows_room and room is not None and room.safety))


def _deciding(relevant: Iterable[Relevance], products: Mapping[str, int]) -> Relevance:
    return max(relevant, key=lambda one: (products[one.function], one.weight))


State: TypeAlias = Literal["barrier", "free", "unknown"]


def state_of(strongest: Decimal | None, checked: int, of: int, *, not_judged: int = 0) -> State:
    """What a place along the way is: a barrier, free, or unknown when something there was not looked at."""
    if strongest:
        return "barrier"
    return "free" if of and checked >= of and not not_judged else "unknown"


def missing_places(rooms: Iterable[str], model: FitModel) -> tuple[str, ...]:
    """The rooms of every way from kerb to bed that are not among these: of each group its first, in order."""
    there = {model.rooms[room].needed for room in rooms if room in model.rooms}
    missing: dict[str, str] = {}
    for one in sorted(model.rooms.values(), key=lambda room: room.way or 0):
        if one.needed and one.needed not in there:
            missing.setdefault(one.needed, one.room)
    return tuple(missing.values())
