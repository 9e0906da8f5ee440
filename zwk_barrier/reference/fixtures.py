"""What stands in rooms, how large aids are, and what a room of a kind usually holds: for sketches to scale.

All sizes are usual ones to begin with, in whole centimetres; what was measured replaces them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence, Row, read_table
from zwk_barrier.resources import resource

ANY_ROOM: Final = ""
"""The row of rooms.csv for rooms of every other kind."""

OTHER: Final = "moebel"
"""The code of furniture the palette has no name for."""

_FACTS = ("confidence", "source", "checked_on")
_FIXTURE_COLUMNS = (
    "code", "label_de", "label_en", "sort", "width_cm", "depth_cm", "under_cm", "slides_under", "at_wall",
    "front_cm", "side_cm", "symbol", "rooms", *_FACTS,
)  # fmt: skip
_AID_COLUMNS = ("aid", "label_de", "label_en", "sort", "width_cm", "length_cm", "circle_cm", *_FACTS)
_ROOM_COLUMNS = ("room", "width_cm", "depth_cm", "fixtures", *_FACTS)


@dataclass(frozen=True, slots=True)
class FixtureKind:
    """One thing of the palette; its back stands at a wall, its depth points into the room.

    ``under`` is how far a wheelchair reaches below it from the front: all of it for a level shower.
    ``front`` is how deep the floor before it should be free, None when nothing is asked.
    ``side`` is how far it better stays from its neighbours.  ``slides_under`` names what it may stand under.
    """

    code: str
    label_de: str
    label_en: str
    width: int
    depth: int
    under: int
    front: int | None
    side: int
    is_at_wall: bool
    slides_under: tuple[str, ...]
    symbol: str
    rooms: tuple[str, ...]
    confidence: Confidence
    source: str

    def label(self, language: str | None = None) -> str:
        """What it is called, in the language of the screen unless told otherwise."""
        return self.label_en if (language or wording.language()) == "en" else self.label_de


@dataclass(frozen=True, slots=True)
class AidSize:
    """How much floor an aid takes together with the person, and the circle it turns in."""

    aid: str
    label_de: str
    label_en: str
    width: int
    length: int
    circle: int
    confidence: Confidence
    source: str

    def label(self, language: str | None = None) -> str:
        """What it is called, in the language of the screen unless told otherwise."""
        return self.label_en if (language or wording.language()) == "en" else self.label_de


@dataclass(frozen=True, slots=True)
class UsualRoom:
    """How large a room of a kind often is, and what stands in it."""

    room: str
    width: int
    depth: int
    fixtures: tuple[str, ...]


@cache
def load_fixtures() -> Mapping[str, FixtureKind]:
    """The palette by code, in the order it is shown; raises ValueError naming file and row for damaged data."""
    found: dict[str, FixtureKind] = {}
    for row in read_table(resource("sketch", "fixtures.csv"), _FIXTURE_COLUMNS):
        kind = FixtureKind(
            code=row.required("code"),
            label_de=row.required("label_de"),
            label_en=row.required("label_en"),
            width=_size(row, "width_cm"),
            depth=_size(row, "depth_cm"),
            under=row.whole("under_cm") or 0,
            front=row.whole("front_cm"),
            side=row.whole("side_cm") or 0,
            is_at_wall=row.text("at_wall") == "ja",
            slides_under=row.listed("slides_under"),
            symbol=row.required("symbol"),
            rooms=row.listed("rooms"),
            confidence=row.confidence(),
            source=row.required("source"),
        )
        if kind.code in found:
            row.fail(f"code {kind.code} comes twice")
        found[kind.code] = kind
    return MappingProxyType(found)


@cache
def load_aid_sizes() -> tuple[AidSize, ...]:
    """The aids that need floor, the one that needs most first; raises ValueError for damaged data."""
    return tuple(
        AidSize(
            aid=row.required("aid"),
            label_de=row.required("label_de"),
            label_en=row.required("label_en"),
            width=_size(row, "width_cm"),
            length=_size(row, "length_cm"),
            circle=_size(row, "circle_cm"),
            confidence=row.confidence(),
            source=row.required("source"),
        )
        for row in read_table(resource("sketch", "aids.csv"), _AID_COLUMNS)
    )


@cache
def load_usual_rooms() -> Mapping[str, UsualRoom]:
    """Usual rooms by the code of their kind, :data:`ANY_ROOM` for the rest; raises ValueError for damaged data."""
    found: dict[str, UsualRoom] = {}
    for row in read_table(resource("sketch", "rooms.csv"), _ROOM_COLUMNS):
        fixtures = row.listed("fixtures")
        unknown = [code for code in fixtures if code not in load_fixtures()]
        if unknown:
            row.fail(f"unknown fixtures {', '.join(unknown)}")
        kind = row.text("room")
        found[kind] = UsualRoom(kind, _size(row, "width_cm"), _size(row, "depth_cm"), fixtures)
    return MappingProxyType(found)


def _size(row: Row, column: str) -> int:
    size = row.whole(column)
    if not size:
        row.fail(f"{column} is empty or 0")
    return size
