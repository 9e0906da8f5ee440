"""What matters to this person, and so is asked at first and before the rest (docs/decisions/0009, 0016)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol, TypeVar
from uuid import UUID

from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Profile, RequirementSet

if TYPE_CHECKING:
    from zwk_barrier.casework.basis import Basis, PersonThen


class HasCriterion(Protocol):
    """A place to measure, see ``casework.measuring.Point``."""

    @property
    def criterion(self) -> Criterion:
        """What is measured."""

    @property
    def part_id(self) -> UUID | None:
        """Which further part of the room."""


T = TypeVar("T", bound=HasCriterion)

CLEARLY: Final = 2
NEVER_AT_FIRST: Final = "messgeraet"

# What an aid or an impairment says of a function (code list function) nobody was asked about.
_BY_AID: Final[Mapping[str, str]] = {
    "gehstock": "F06",
    "unterarmgehstuetzen": "F06",
    "rollator": "F07",
    "rollstuhl_hand": "F08",
    "rollstuhl_elektro": "F09",
    "scooter": "F09",
}
_BY_IMPAIRMENT: Final[Mapping[str, tuple[str, ...]]] = {
    "rollstuhl": ("F08",),
    "obere_extremitaeten": ("F11", "F12"),
    "sehen": ("F14",),
    "blind": ("F15",),
    "hoeren": ("F16",),
    "gehoerlos": ("F17",),
    "kognition_demenz": ("F18", "F19"),
    "adipositas": ("F23",),
    "kleinwuchs": ("F23",),
}


def functions_of(person: "PersonThen") -> dict[str, int]:
    """What the person can do only partly (1) or hardly (2): as asked, else as aids, impairments and falls say."""
    told = dict.fromkeys((_BY_AID[aid] for aid in person.aids if aid in _BY_AID), CLEARLY)
    for impairment in person.impairments:
        told.update(dict.fromkeys(_BY_IMPAIRMENT.get(impairment, ()), CLEARLY))
    if person.falls in ("1", "2plus"):
        told["F24"] = CLEARLY if person.falls == "2plus" else 1
    return {**told, **person.degrees}


def uses_wheelchair(person: "PersonThen") -> bool:
    """Whether the person goes through the dwelling in a wheelchair, be it at times."""
    functions = functions_of(person)
    indoors = functions.get("F09", 0) and not _only_scooter(person)
    return bool(functions.get("F08") or indoors)


def _only_scooter(person: "PersonThen") -> bool:
    """A scooter stays outside; it says nothing of the rooms."""
    return "F09" not in person.degrees and "rollstuhl_elektro" not in person.aids


def later(criterion: Criterion, basis: "Basis") -> str:
    """Why the visit's profile does not ask for a criterion at first; empty for what every visit asks."""
    return later_for(criterion, basis.profile)


def later_for(criterion: Criterion, profile: Profile) -> str:
    """As :func:`later`, for a profile without a visit."""
    if INDIVIDUAL in profile.levels and INDIVIDUAL in criterion.required:
        return ""
    level = profile.level_for(criterion)
    return "" if level is None else criterion.required[level].later


def is_asked(criterion: Criterion, profile: Profile, mattering: frozenset[str]) -> bool:
    """Whether a visit asks for a criterion at first: as every visit does, or because it matters to this person."""
    if profile.level_for(criterion) is None:
        return False
    reason = later_for(criterion, profile)
    return not reason or (reason != NEVER_AT_FIRST and criterion.id in mattering)


def is_asked_first(criterion: Criterion, basis: "Basis") -> bool:
    """As :func:`is_asked`, for a visit."""
    return is_asked(criterion, basis.profile, basis.mattering)


def matters_first(points: Sequence[T], basis: "Basis") -> list[T]:
    """Points with those parts of the building in front where something clearly matters; parts stay together."""
    there = {_place(one) for one in points if one.criterion.id in basis.mattering}
    return sorted(points, key=lambda one: _place(one) not in there)


def _place(point: "HasCriterion") -> tuple[str, UUID | None]:
    return point.criterion.element_de, point.part_id


def mattering_to(requirements: RequirementSet, person: "PersonThen") -> frozenset[str]:
    """The ids of the criteria that clearly matter to a person; none when nothing is known of them."""
    functions = functions_of(person)
    clearly = frozenset(function for function, degree in functions.items() if degree >= CLEARLY)
    return _mattering(requirements, clearly) if clearly else frozenset()


@lru_cache(maxsize=64)
def _mattering(requirements: RequirementSet, clearly: frozenset[str]) -> frozenset[str]:
    wanted = {criterion for function in clearly for criterion in _CLEARLY_MATTERING.get(function, ())}
    return frozenset(one.id for one in requirements if one.id in wanted)


_WHEELS: Final = ("T07", "T08", "W03", "R01", "R03", "R06", "A07")
_CLEARLY_MATTERING: Final[Mapping[str, tuple[str, ...]]] = {
    "F04": ("S01", "S02", "S03", "S06", "A14"),
    "F07": (*_WHEELS, "A15", "T18", "W07"),
    "F08": (*_WHEELS, "A15", "T18", "W07", "T04", "T06", "G01"),
    "F09": (*_WHEELS, "A15", "T18", "W07"),
    "F11": ("G01", "K06", "A25"),
    "F12": ("S03", "S04", "D28"),
    "F14": ("S10", "S11", "S12", "D36", "T15", "T16", "T17"),
    "F15": ("S05", "S06", "S12"),
    "F16": ("A24", "G07"),
    "F17": ("A24", "G07"),
    "F23": ("D11", "T01", "W04"),
    "F24": ("N05", "S01", "S06", "D10", "W07"),
}
