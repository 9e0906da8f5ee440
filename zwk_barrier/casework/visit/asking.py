"""What matters to this person, and so is asked at first and before the rest (docs/decisions/0009, 0016)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar
from uuid import UUID

from zwk_barrier.reference.fit import FitModel
from zwk_barrier.reference.fit_tables import load_fit_model
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Profile, RequirementSet
from zwk_barrier.rules.fit import matters, suggested

if TYPE_CHECKING:
    from zwk_barrier.casework.visit.basis import Basis, PersonThen


class HasCriterion(Protocol):
    """A place to measure, see ``casework.visit.measuring.Point``."""

    @property
    def criterion(self) -> Criterion:
        """What is measured."""

    @property
    def part_id(self) -> UUID | None:
        """Which further part of the room."""


T = TypeVar("T", bound=HasCriterion)

CLEARLY: Final = 2
DECISIVE: Final = 6
"""Something decisive for what is clearly hard, see ``rules.fit.matters``."""

NEVER_AT_FIRST: Final = "messgeraet"
_WHEELS: Final = ("F08", "F09")
"""What a wheelchair needs is level R: the profile asks for it, with its own order of what comes first."""


class Mattering(NamedTuple):
    """Ids of criteria: ``first`` what comes first for a person, ``also`` what is asked though it waits for others."""

    first: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


NOTHING: Final = Mattering()


def functions_of(person: "PersonThen", day: date | None = None) -> dict[str, int]:
    """What is hard at times (1) or clearly (2): as asked, else as aids, impairments and falls suggest."""
    known = {"aids": person.aids, "impairments": person.impairments, "falls": (person.falls,)}
    found = suggested(known, load_fit_model(day))
    return {**{function: one.degree for function, one in found.items()}, **person.degrees}


def uses_wheelchair(functions: Mapping[str, int]) -> bool:
    """Whether somebody goes through the dwelling in a wheelchair, be it at times."""
    return any(functions.get(one) for one in _WHEELS)


def later(criterion: Criterion, basis: "Basis") -> str:
    """Why the visit's profile does not ask for a criterion at first; empty for what every visit asks."""
    return later_for(criterion, basis.profile)


def later_for(criterion: Criterion, profile: Profile) -> str:
    """As :func:`later`, for a profile without a visit."""
    if INDIVIDUAL in profile.levels and INDIVIDUAL in criterion.required:
        return ""
    level = profile.level_for(criterion)
    return "" if level is None else criterion.required[level].later


def is_asked(criterion: Criterion, profile: Profile, mattering: Mattering) -> bool:
    """Whether a visit asks for a criterion at first: as every visit does, or because it matters to this person."""
    if profile.level_for(criterion) is None:
        return False
    reason = later_for(criterion, profile)
    return not reason or (reason != NEVER_AT_FIRST and criterion.id in mattering.also)


def is_asked_first(criterion: Criterion, basis: "Basis") -> bool:
    """As :func:`is_asked`, for a visit."""
    return is_asked(criterion, basis.profile, basis.mattering)


def matters_first(points: Sequence[T], basis: "Basis") -> list[T]:
    """Points with those parts of the building in front where something clearly matters; parts stay together."""
    there = {_place(one) for one in points if one.criterion.id in basis.mattering.first}
    return sorted(points, key=lambda one: _place(one) not in there)


def _place(point: "HasCriterion") -> tuple[str, UUID | None]:
    return point.criterion.element_de, point.part_id


def mattering_to(requirements: RequirementSet, person: "PersonThen", day: date | None = None) -> Mattering:
    """What matters to a person, by the fit's version of the day; nothing when nothing is known of them."""
    functions = functions_of(person, day)
    hard = frozenset(function for function, degree in functions.items() if degree >= CLEARLY)
    return _mattering(requirements, hard, load_fit_model(day)) if hard else NOTHING


@lru_cache(maxsize=64)
def _mattering(requirements: RequirementSet, hard: frozenset[str], model: FitModel) -> Mattering:
    def decisive(functions: frozenset[str]) -> frozenset[str]:
        degrees = dict.fromkeys(functions, CLEARLY)
        return frozenset(one.id for one in requirements if matters(one.id, degrees, model) >= DECISIVE)

    return Mattering(decisive(hard), decisive(hard.difference(_WHEELS)))


def frozen(mattering: Mattering) -> dict[str, list[str]]:
    """As it is kept with a finished visit."""
    return {"first": sorted(mattering.first), "also": sorted(mattering.also)}


def thawed(kept: Mapping[str, Sequence[str]]) -> Mattering:
    """As it was kept; nothing for a visit from before there was such a choice."""
    return Mattering(frozenset(kept.get("first", ())), frozenset(kept.get("also", ())))
