"""Why people come, what is in their way, and how one speaks of it: read from ``resources/demonstration``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.resources import resource

Texts = tuple[str, ...]
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Story:
    """One reason to seek advice, with what belongs to it; empty parts leave the choice to the dice."""

    key: str
    weight: float
    ages: Range
    occasion: str
    also: Texts
    impairments: Texts
    aids: tuple[Texts, ...]
    width: Range | None
    care_grades: Texts
    falls: Texts
    urgency: Texts
    enquirers: Texts
    households: Texts
    channels: Texts
    communication: Texts
    income: str
    profile: str
    tenure: str | None
    floors: Range | None
    steps: Range | None
    lift: bool | None
    is_discharge: bool
    is_small: bool
    has_visit: bool
    in_care: int | None
    counselling: str
    topics: Texts
    barriers: Texts
    own: Texts
    kin: Texts
    summary: Texts


@dataclass(frozen=True, slots=True)
class Remedy:
    """A measure against a barrier: a catalogue number or an own title, its priority and its reason."""

    number: str
    priority: str
    reason: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something in the way: where, how it is measured, how it is told, its picture, and what helps."""

    key: str
    point: str
    room: str
    criterion: str
    kfw: str
    first: Range | None
    second: Range | None
    unit: str
    answer: bool | None
    findings: Texts
    hazard: str
    activities: Texts
    scene: str
    captions: Texts
    alternative: str
    remedies: tuple[Remedy, ...]
    is_one_enough: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """A kind of contact: its codes, how long it takes, and what is noted."""

    kind: str
    direction: str
    minutes: Range
    participants: Texts
    texts: Texts


@dataclass(frozen=True, slots=True)
class ShortTalk:
    """A contact that needs no case."""

    topic: str
    occasion: str
    minutes: Range
    texts: Texts


@cache
def _read(name: str) -> dict[str, Any]:
    with resource("demonstration", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def stories() -> dict[str, Story]:
    """All stories by their key."""
    return {row["id"]: _story(row) for row in _read("stories")["story"]}


def some_story(dice: Dice) -> Story:
    """A story, as often as it is told."""
    return dice.weighted([(story, story.weight) for story in stories().values()])


def _story(row: dict[str, Any]) -> Story:
    def texts(name: str) -> Texts:
        return tuple(row.get(name, ()))

    return Story(
        row["id"],
        row["weight"],
        _range(row["ages"]) or (65, 90),
        row["occasion"],
        texts("also"),
        texts("impairments"),
        tuple(tuple(aids) for aids in row["aids"]),
        _range(row.get("width")),
        texts("care_grades"),
        texts("falls"),
        texts("urgency"),
        texts("enquirers"),
        texts("households"),
        texts("channels"),
        texts("communication"),
        row.get("income", ""),
        row.get("profile", "B"),
        row.get("tenure"),
        _range(row.get("floors")),
        _range(row.get("steps")),
        row.get("lift"),
        row.get("discharge", False),
        row.get("small", False),
        not row.get("no_visit", False),
        row.get("in_care"),
        row.get("type", "beratung_mit_fm"),
        texts("topics"),
        texts("barriers"),
        texts("own"),
        texts("kin"),
        texts("summary"),
    )


@cache
def barriers() -> dict[str, Barrier]:
    """All barriers by their key."""
    return {key: _barrier(key, row) for key, row in _read("barriers").items()}


def _barrier(key: str, row: dict[str, Any]) -> Barrier:
    low2 = row.get("low2")
    return Barrier(
        key,
        row["point"],
        row["room"],
        row.get("criterion", ""),
        row.get("kfw", ""),
        (row["low"], row["high"]) if "low" in row else None,
        (low2, row["high2"]) if low2 is not None else None,
        row.get("unit", "cm"),
        row.get("answer"),
        tuple(row["findings"]),
        row["hazard"],
        tuple(row["activities"]),
        row["scene"],
        tuple(row["captions"]),
        row["alternative"],
        tuple(Remedy(*remedy) for remedy in row["measures"]),
        row.get("only_one", False),
    )


@cache
def talk(phase: str) -> Talk:
    """How one speaks in a phase of a case, e.g. ``application``."""
    row = _read("notes")[phase]
    return Talk(
        row["kind"],
        row["direction"],
        (row["minutes"][0], row["minutes"][1]),
        tuple(row["with"]),
        tuple(row["texts"]),
    )


@cache
def short_talks() -> tuple[ShortTalk, ...]:
    """What is asked by those who need no case."""
    return tuple(
        ShortTalk(row["topic"], row["occasion"], (row["minutes"][0], row["minutes"][1]), tuple(row["texts"]))
        for row in _read("notes")["short"]
    )


def task_titles(stage: str) -> Texts:
    """What is to be done next in a stage of a case."""
    return tuple(_read("notes")["tasks"][stage])


def closing_words(outcome: str) -> Texts:
    """How a case ends with this outcome; empty when its measures were done."""
    return tuple(_read("notes")["closing"].get(outcome, ()))


@cache
def remarks(about: str) -> Texts:
    """Names and remarks: person, dwelling, stairs, trades, services, practices, managements, clinics."""
    notes = _read("notes")
    if about == "trades":
        return tuple(notes["trades"]["names"])
    if about == "services":
        return tuple(notes["services"]["names"])
    return tuple(notes["remarks"].get(about) or notes["services"][about])


def known_cases() -> list[dict[str, Any]]:
    """The cases every demonstration begins with, as values that replace those of the dice."""
    cases: list[dict[str, Any]] = _read("known")["case"]
    return cases


def _range(value: list[float] | None) -> Range | None:
    return None if value is None else (value[0], value[1])
