"""Where a dwelling lies: the areas of a region, from its largest parts down to the smallest.

Keys are the official ones where there are any; a key begins with its parent's, so that "in 13" is
"begins with 13".  Three places lie outside the tree: elsewhere, unknown, and in Bremerhaven the port
area that belongs to the city of Bremen.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from zwk_barrier import wording
from zwk_barrier.reference.table import CONFIDENCES, Confidence
from zwk_barrier.resources import resource

ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class AreaLevel:
    """One level of a region, e.g. Stadtteil."""

    key: str
    name_de: str
    name_en: str

    def name(self, language: str | None = None) -> str:
        """The level's name, in ``de`` or ``en``; without a language, that of the screen."""
        return self.name_en if (language or wording.language()) == "en" else self.name_de


@dataclass(frozen=True, slots=True)
class Area:
    """One area; ``parent`` is the key of the area it lies in, ``None`` at the top and elsewhere.

    ``postcodes`` are those that occur in it, which other areas may share.
    """

    key: str
    name_de: str
    name_en: str
    level: str
    parent: str | None
    postcodes: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    confidence: Confidence
    note: str

    def name(self, language: str | None = None) -> str:
        """The area's name; only the places outside the tree have an English one."""
        return self.name_en if (language or wording.language()) == "en" else self.name_de

    def is_valid_on(self, day: date) -> bool:
        """Whether the area exists on ``day``; both ends belong to its time."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class AreaTree:
    """The areas of one region, in the order they are shown."""

    def __init__(
        self,
        name: str,
        source: str,
        district_level: str,
        levels: tuple[AreaLevel, ...],
        areas: tuple[Area, ...],
    ) -> None:
        self.name = name
        self.source = source
        self.levels = levels
        self.district_level = district_level
        self._by_key = {area.key: area for area in areas}

    def __iter__(self) -> Iterator[Area]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def get(self, key: str | None) -> Area | None:
        """The area of that key, ``None`` when the region has none."""
        return None if key is None else self._by_key.get(key)

    def path(self, key: str | None) -> tuple[Area, ...]:
        """The area and all it lies in, the largest first; empty for an unknown key."""
        area = self.get(key)
        return () if area is None else (*self.path(area.parent), area)

    def district(self, key: str | None) -> Area | None:
        """The district an area lies in, or the area itself; ``None`` above districts and outside the tree."""
        return next((area for area in self.path(key) if area.level == self.district_level), None)

    def children(self, key: str | None) -> tuple[Area, ...]:
        """What lies directly in an area; of ``None``, the top of the tree and the places outside."""
        return tuple(area for area in self if area.parent == key)

    def label(self, key: str | None, language: str | None = None) -> str:
        """The name with its district, e.g. ``Goethestraße (Lehe)``; an unknown key stands for itself."""
        area, district = self.get(key), self.district(key)
        if area is None:
            return key or ""
        name = area.name(language)
        is_said = district is None or district == area or district.name(language) == name
        return name if is_said or district is None else f"{name} ({district.name(language)})"

    def choices(self, day: date) -> tuple[Area, ...]:
        """What can be chosen as the place of a dwelling: districts, what lies in them, and places outside."""
        return tuple(
            area
            for area in self
            if area.is_valid_on(day) and (area.level == ELSEWHERE or self.district(area.key) is not None)
        )

    def for_postcode(self, postcode: str) -> tuple[Area, ...]:
        """The areas in which a postcode occurs; often more than one, so it proposes and does not decide."""
        return tuple(area for area in self if postcode.strip() in area.postcodes)


def region_keys() -> tuple[str, ...]:
    """The regions that are shipped, e.g. ``bremerhaven``."""
    return tuple(sorted(path.stem for path in resource("areas").glob("*.toml")))


@cache
def load_areas(region: str) -> AreaTree:
    """The areas of a region, read once; raises FileNotFoundError or ValueError for damaged data."""
    return read_areas(resource("areas", f"{region}.toml"))


def read_areas(path: Path) -> AreaTree:
    """The areas in a file; raises ValueError naming file and area."""
    with path.open("rb") as file:
        content = tomllib.load(file)
    levels = tuple(AreaLevel(level["key"], level["name"], level["name_en"]) for level in content["level"])
    known = {level.key for level in levels}
    areas: dict[str, Area] = {}
    for row in content["area"]:
        area = _area(path, row)
        parent = area.parent or ""
        if area.key in areas or area.level not in known:
            raise ValueError(f"{path.name}, area {area.key}: comes twice or has an unknown level")
        if parent and (parent not in areas or not area.key.startswith(parent)):
            raise ValueError(f"{path.name}, area {area.key}: does not lie in {parent}")
        areas[area.key] = area
    return AreaTree(
        content["name"], content["source"], content["district_level"], levels, tuple(areas.values())
    )


def _area(path: Path, row: dict[str, Any]) -> Area:
    try:
        return Area(
            key=row["key"],
            name_de=row["name"],
            name_en=row.get("name_en", row["name"]),
            level=row["level"],
            parent=row.get("parent"),
            postcodes=tuple(row.get("postcodes", ())),
            valid_from=row.get("valid_from"),
            valid_to=row.get("valid_to"),
            confidence=CONFIDENCES[row["confidence"]],
            note=row.get("note", ""),
        )
    except KeyError as missing:
        raise ValueError(f"{path.name}, area {row.get('key')}: missing or wrong {missing}") from None
