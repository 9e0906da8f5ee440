"""What a plan for craftsmen is made from: where, what, how large; of the person nothing but the address."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.model.visit_report import FloorPlan, Letterhead, PhotoPlate


@dataclass(frozen=True, slots=True)
class CraftMeasure:
    """One piece of work; ``dimensions`` are what was measured and what is needed, a line each."""

    title: str
    room: str
    dimensions: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CraftTrade:
    """The work of one trade; what belongs to none yet has a name that says so and is not ``is_known``."""

    name: str
    measures: tuple[CraftMeasure, ...]
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class CraftRoom:
    """A room where something is done: what was measured and what is needed, and its drawing without anybody's aid."""

    name: str
    sizes: tuple[tuple[str, str], ...] = ()
    plan: FloorPlan | None = None


@dataclass(frozen=True, slots=True)
class CraftPlan:
    """One plan; ``place`` says how to get in.  ``photos`` were chosen by hand and show nobody."""

    letterhead: Letterhead
    address: tuple[str, ...]
    place: tuple[tuple[str, str], ...]
    trades: tuple[CraftTrade, ...]
    rooms: tuple[CraftRoom, ...]
    photos: tuple[PhotoPlate, ...]
    measured_on: date | None
    printed_on: date
    language: str = "de"
