"""How much a barrier matters to a person: the authored model "Passung", a version a folder.

It is a working aid of our own with a written reason for each weight, no validated instrument
(docs/decisions/0014).  What the weights mean is decided in ``rules.fit``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence

Safety: TypeAlias = Literal["", "toilette", "ausgang", "bett", "treppe"]
"""What a barrier stands in the way of, where a fall or a locked way is worst."""

Rule: TypeAlias = Literal["relative", "absolute", "answer", "grade"]
MOST_WEIGHT: Final = 3
MOST_DEFICIT: Final = 3


def _chosen(german: str, english: str) -> str:
    return english if wording.language() == "en" else german


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an authored row comes from; confidence ``L`` is to be shown as "zu prüfen"."""

    confidence: Confidence
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Relevance:
    """How much something matters for one function: 0 not, 1 a little, 2 clearly, 3 decisively, and why."""

    function: str
    weight: int
    reason_de: str
    reason_en: str
    origin: Origin

    def reason(self) -> str:
        """Why, as one sentence in the language of the screen."""
        return _chosen(self.reason_de, self.reason_en)


Weights: TypeAlias = Mapping[str, Relevance]
"""Relevance by function (code list function); a function without one does not matter."""


@dataclass(frozen=True, slots=True)
class DeficitRule:
    """How a miss becomes a deficit: up to ``slight`` it is 1, up to ``clear`` 2, else 3.

    ``relative`` shares of what is required, ``absolute`` in the criterion's unit, ``grade`` steps of its
    ladder; ``answer`` has no thresholds: "no" is the deficit ``no``.
    """

    kind: Rule
    slight: Decimal
    clear: Decimal
    no: int


@dataclass(frozen=True, slots=True)
class CriterionFit:
    """One criterion in the model; ``activities`` and ``frequency`` empty mean those of the room.

    ``activities`` are codes of the code list activity, the foremost first.  ``follows_room`` says that
    whether safety is at stake depends on the room.
    """

    criterion: str
    topic: str
    short_de: str
    short_en: str
    activities: tuple[str, ...]
    frequency: str
    safety: Safety
    follows_room: bool
    rule: DeficitRule
    origin: Origin

    def short(self) -> str:
        """What it is called in a sentence: ``Tür``, ``WC, Sitzhöhe``."""
        return _chosen(self.short_de, self.short_en)


@dataclass(frozen=True, slots=True)
class ActivityFit:
    """An activity of everyday life: how often it usually is, and what it stands for."""

    activity: str
    short_de: str
    short_en: str
    frequency: str
    safety: Safety
    reason_de: str
    reason_en: str
    origin: Origin

    def short(self) -> str:
        """What it is called in a sentence: ``Toilette``."""
        return _chosen(self.short_de, self.short_en)


@dataclass(frozen=True, slots=True)
class FunctionFit:
    """A function (code list function) as it is called in a sentence: ``Sturzgefahr``."""

    function: str
    short_de: str
    short_en: str
    origin: Origin

    def short(self) -> str:
        """What it is called in a sentence, in the language of the screen."""
        return _chosen(self.short_de, self.short_en)


@dataclass(frozen=True, slots=True)
class RoomFit:
    """A kind of room: its place along the way from kerb to bed, ``None`` beside it.

    At least one room of each ``needed`` group belongs to every way.
    """

    room: str
    way: int | None
    activities: tuple[str, ...]
    frequency: str
    safety: Safety
    needed: str
    reason_de: str
    reason_en: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What something known of the person (``aids``, ``impairments``, ``falls``) lets us propose."""

    known: str
    value: str
    function: str
    degree: int
    reason_de: str
    reason_en: str
    origin: Origin

    def reason(self) -> str:
        """Where the proposal comes from, as one sentence in the language of the screen."""
        return _chosen(self.reason_de, self.reason_en)


@dataclass(frozen=True, slots=True)
class Settings:
    """The authored numbers beside the tables.

    ``cut_points`` are priority and the least impact times frequency for it, the most urgent first.
    ``misfit`` is the least deficit when a dimension of the person is missed, ``partly`` when it just passes.
    ``dimension_functions`` are those a taken dimension speaks for; ``hazards`` maps code list hazard to a deficit.
    """

    cut_points: tuple[tuple[str, Decimal], ...]
    misfit: Mapping[str, int] = field(hash=False)
    dimension_functions: Mapping[str, tuple[str, ...]] = field(hash=False)
    hazards: Mapping[str, int] = field(hash=False)
    safety_function: str
    safety_deficit: int
    safety_priority: str


@dataclass(frozen=True, slots=True)
class Version:
    """Which model it is: ``number`` is shown with every result, ``status`` says that it is no validated test."""

    number: str
    valid_from: date
    checked_on: date
    name_de: str
    name_en: str
    status_de: str
    status_en: str

    def name(self) -> str:
        """What the version is called."""
        return _chosen(self.name_de, self.name_en)

    def status(self) -> str:
        """What it is and what it is not."""
        return _chosen(self.status_de, self.status_en)


@dataclass(frozen=True, slots=True)
class FitModel:
    """One version of the model; criteria, activities, rooms and functions by their code."""

    version: Version
    settings: Settings
    criteria: Mapping[str, CriterionFit] = field(hash=False)
    activities: Mapping[str, ActivityFit] = field(hash=False)
    rooms: Mapping[str, RoomFit] = field(hash=False)
    functions: Mapping[str, FunctionFit] = field(hash=False)
    suggestions: tuple[Suggestion, ...]
    by_topic: Mapping[str, Weights] = field(hash=False)
    by_criterion: Mapping[str, Weights] = field(hash=False)
    by_activity: Mapping[str, Weights] = field(hash=False)
    often: Mapping[str, int] = field(hash=False)

    def weights_of(self, criterion: str) -> Weights:
        """What a criterion matters for: as its topic does, single functions as said for it; empty when unknown."""
        known = self.criteria.get(criterion)
        if known is None:
            return {}
        own = self.by_criterion.get(criterion)
        return self.by_topic[known.topic] if own is None else {**self.by_topic[known.topic], **own}

    def weights_of_activities(self, activities: Iterable[str]) -> Weights:
        """What several activities matter for: of each function the most."""
        found: dict[str, Relevance] = {}
        for activity in activities:
            for function, one in self.by_activity.get(activity, {}).items():
                if function not in found or found[function].weight < one.weight:
                    found[function] = one
        return found
