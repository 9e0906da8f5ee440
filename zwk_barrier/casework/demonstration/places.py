"""Invented dwellings in a town that exists: streets in character, believable districts, houses and landlords."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.stories import Story, remarks
from zwk_barrier.resources import resource

OWN_HOUSES: Final = frozenset({"efh", "dhh", "rh", "zfh"})

# How many people live in a district, in hundreds: more of them seek advice where more live.
_PEOPLE: Final = {"11": 5, "12": 165, "13": 395, "14": 127, "21": 330, "22": 26, "23": 29, "24": 115, "25": 3}
_AGES: Final = {
    "efh": ("1919_48", "1949_57", "1958_68", "1969_78", "1979_90"),
    "dhh": ("1949_57", "1958_68", "1969_78", "1979_90"),
    "rh": ("1949_57", "1958_68", "1969_78", "1979_90"),
    "zfh": ("vor1919", "1919_48", "1949_57", "1958_68"),
    "mfh_klein": ("vor1919", "1919_48", "1949_57", "1958_68", "1969_78"),
    "mfh_gross": ("vor1919", "vor1919", "1919_48", "1949_57", "1958_68", "1969_78"),
    "hochhaus": ("1969_78", "1969_78", "1979_90"),
    "mischnutzung": ("vor1919", "1919_48", "1949_57"),
}
_FLOORS: Final = {
    "efh": (1, 2),
    "dhh": (2, 2),
    "rh": (2, 2),
    "zfh": (2, 2),
    "mfh_klein": (2, 3),
    "mfh_gross": (3, 5),
    "hochhaus": (6, 11),
    "mischnutzung": (3, 4),
}
_LANDLORDS: Final = (
    ("staewog", "STÄWOG", "miete_wohnungsuntern", 30),
    ("gewoba", "GEWOBA", "miete_wohnungsuntern", 20),
    ("woge_bhv", "WoGe Bremerhaven", "miete_genossenschaft", 15),
    ("sonst_untern", "", "miete_wohnungsuntern", 8),
    ("privat", "", "miete_privat", 27),
)
_STEPS_A_FLOOR: Final = 17
_MOST_FLOORS_OF_SMALL_HOUSES: Final = 2


@dataclass(frozen=True, slots=True)
class Street:
    """A street in one sub-district, and the types of houses that stand there."""

    name: str
    area: str
    postcode: str
    houses: tuple[str, ...]


@cache
def streets() -> tuple[tuple[Street, float], ...]:
    """All streets, each as heavy as its share of the district's people."""
    with resource("demonstration", "streets.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Street(row["street"], row["area"], row["postcode"], tuple(row["houses"].split(",")))
            for row in csv.DictReader(file, delimiter=";")
        ]
    in_district = {key: sum(row.area.startswith(key) for row in rows) for key in _PEOPLE}
    return tuple((row, _PEOPLE[row.area[:2]] / in_district[row.area[:2]]) for row in rows)


@cache
def _with_houses(*, own: bool) -> tuple[tuple[Street, float], ...]:
    return tuple(
        (street, weight)
        for street, weight in streets()
        if any((h in OWN_HOUSES) is own for h in street.houses)
    )


def some_area(dice: Dice) -> str:
    """A sub-district, as often as people live there."""
    return dice.weighted(streets()).area


def some_home(dice: Dice, story: Story) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a building and of a dwelling in it, fitting the story."""
    own = story.tenure == "eigentum_haus" or (not story.floors and not story.tenure and dice.chance(18))
    street = dice.weighted(_with_houses(own=own))
    house = dice.one([house for house in street.houses if (house in OWN_HOUSES) is own])
    if story.floors and story.floors[1] > _MOST_FLOORS_OF_SMALL_HOUSES:
        house = "mfh_gross"
    floors = int(dice.between(*_FLOORS[house]))
    floor = 0 if own else int(dice.between(0, floors - 1))
    if story.floors and not own:
        floor = int(dice.between(*story.floors))
        floors = max(floors, floor + 1)
    has_lift = house == "hochhaus" or (floors > 4 and dice.chance(50)) or (floors > 2 and dice.chance(8))
    has_lift = story.lift if story.lift is not None else has_lift
    steps = int(dice.between(*story.steps)) if story.steps else dice.one((0, 1, 1, 2, 2, 3, 4))
    building = {
        "street": street.name,
        "house_number": f"{int(dice.between(1, 140))}{'a' if dice.chance(6) else ''}",
        "postcode": street.postcode,
        "town": "Bremerhaven",
        "area": street.area,
        "building_type": house,
        "building_age": dice.one(_AGES[house]),
        "floors": floors,
        "has_lift": has_lift and not own,
        "steps_to_entrance": steps,
        "is_listed": True if dice.chance(4) else None,
        "escape_route_note": dice.one(remarks("stairs")) if floor and dice.chance(25) else None,
    }
    return building, dict(_dwelling(dice, story, own=own, floor=floor, has_lift=has_lift))


def _dwelling(
    dice: Dice, story: Story, *, own: bool, floor: int, has_lift: bool
) -> Iterator[tuple[str, Any]]:
    rooms = dice.between(3, 5, 0.5) if own else dice.between(1.5, 3.5, 0.5)
    yield "floor", floor
    yield "steps_to_dwelling", 0 if own else (3 if has_lift else 3 + floor * _STEPS_A_FLOOR)
    yield "living_space", round(rooms * dice.between(19, 26) + (18 if own else 8), 1)
    yield "room_count", rooms
    yield "lived_since", int(dice.between(1962, 2019))
    yield "has_plans", dice.chance(40) if own else None
    yield "note", dice.one(remarks("dwelling")) if dice.chance(22) else None
    if own or (story.tenure is None and dice.chance(9)):
        yield "tenure", "eigentum_haus" if own else "eigentum_etw"
        return
    yield "location", dice.one(("links", "rechts", "Mitte", "", "")) or None
    landlord, name, tenure, _share = _landlord(dice, story)
    yield "landlord", landlord
    yield "landlord_name", name or (dice.one(remarks("managements")) if landlord == "privat" else None)
    yield "tenure", "sozialwohnung" if tenure.endswith("untern") and dice.chance(12) else tenure
    yield "is_rent_bound", True if dice.chance(18) else None


def _landlord(dice: Dice, story: Story) -> tuple[str, str, str, int]:
    if story.tenure == "miete_privat":
        return _LANDLORDS[-1]
    return dice.weighted([(landlord, landlord[3]) for landlord in _LANDLORDS])
