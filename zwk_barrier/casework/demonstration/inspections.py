"""Home visits as rows: the rooms, what was measured there, what is in the way, and pictures of it."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.draft import Draft, moment
from zwk_barrier.casework.demonstration.particulars import note_rows, part_rows
from zwk_barrier.casework.demonstration.people import CHILD
from zwk_barrier.casework.demonstration.pictures import Photographer
from zwk_barrier.casework.demonstration.places import OWN_HOUSES
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.stories import Barrier
from zwk_barrier.casework.demonstration.timeline import workday
from zwk_barrier.casework.demonstration.words import quantity, rolls
from zwk_barrier.casework.visit.visits import FIRST_ROOMS
from zwk_barrier.model import Finding, Measurement, Room, Visit
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Criterion, Level
from zwk_barrier.resources import resource

_OF_A_SHOWER: Final = frozenset({"D06", "D07", "D08", "D09"})
_OF_A_BATH: Final = frozenset({"D05", "Q12"})
_SPIRIT_LEVEL: Final = "wasserwaage"
_MEASURED_BY: Final = ("laser", "laser", "zollstock", "massband")


@dataclass(frozen=True, slots=True)
class Usual:
    """What one finds in older houses: a range and its grid, or how many of one hundred have it."""

    first: tuple[float, float] | None
    second: tuple[float, float] | None
    step: float
    share: float
    chance: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found by a visit: its row, and each barrier with its room's row and its value in words."""

    visit_id: UUID
    day: date
    barriers: tuple[tuple[Barrier, UUID | None, str], ...]
    findings: tuple[UUID, ...] = ()
    level: Level = "B"
    measured: tuple[tuple[str, dict[str, Any]], ...] = ()
    """Each value with the kind of its room, to be measured again afterwards."""


@cache
def usual_values() -> dict[str, Usual]:
    """What is usually measured, by criterion; the others are hardly ever looked at."""
    with resource("demonstration", "measured.csv").open(encoding="utf-8", newline="") as file:
        return {row["criterion"]: _usual(row) for row in csv.DictReader(file, delimiter=";")}


def _usual(row: dict[str, str]) -> Usual:
    def pair(low: str, high: str) -> tuple[float, float] | None:
        return (float(row[low]), float(row[high])) if row[low] else None

    step = float(row["step"] or 1)
    return Usual(
        pair("low", "high"), pair("low2", "high2"), step, float(row["share"]), float(row["chance"] or 0)
    )


def visit_rows(
    rows: Rows, draft: Draft, case_id: UUID, photographer: Photographer | None, *, thoroughness: float = 1.0
) -> Seen | None:
    """The visit that has been made, if any; with less ``thoroughness`` only what is in the way was looked at."""
    known = draft.known.get("visit", {})
    day = draft.course.day_of("visit")
    if "back" in known:
        day = draft.today - timedelta(days=known["back"])
    if day is None:
        return None
    level = _level(draft, known)
    visit_id = rows.add(Visit, moment(day, time(8)), **_visit(draft, case_id, day, level, known))
    seen: list[tuple[Barrier, UUID | None, str]] = []
    measured: list[tuple[str, dict[str, Any]]] = []
    is_whole = thoroughness == 1
    thoroughness *= 1.0 if known else draft.dice.between(55, 100) / 100
    rooms = _rooms(draft) if is_whole else list(dict.fromkeys(_room_of(b, draft) for b in draft.barriers))
    for position, kind in enumerate(rooms):
        room_id = _room_rows(rows, known, kind, position, visit_id, day)
        here = [
            (barrier, *_value(draft, barrier, known))
            for barrier in draft.barriers
            if _room_of(barrier, draft) == kind
        ]
        for values in _measurements(draft, level, kind, here, known.get("values", {}), thoroughness):
            rows.add(Measurement, moment(day, time(11)), room_id=room_id, **values)
            measured.append((kind, values))
        seen += [(barrier, room_id, words) for barrier, _number, words in here]
    note_rows(rows, [one for one in known.get("notes", ()) if "room" not in one], visit_id, None, day)
    found = tuple(_finding_rows(rows, draft, visit_id, day, seen))
    if photographer is not None:
        photographer.visit_photos(rows, draft, case_id, visit_id, moment(day, time(11)), seen)
    return Seen(visit_id, day, tuple(seen), found, level, tuple(measured))


def _room_rows(
    rows: Rows, known: dict[str, Any], kind: str, position: int, visit_id: UUID, day: date
) -> UUID:
    """A room with its sketch, its further parts and its notes."""
    sketch = json.loads(known.get("sketches", {}).get(kind, "null"))
    room_id = rows.add(
        Room, moment(day, time(8)), visit_id=visit_id, kind=kind, position=position, sketch=sketch
    )
    part_rows(rows, [one for one in known.get("parts", ()) if one["room"] == kind], room_id, day)
    notes = [one for one in known.get("notes", ()) if one.get("room") == kind]
    note_rows(rows, notes, visit_id, room_id, day)
    return room_id


def planned_visit_rows(rows: Rows, draft: Draft, case_id: UUID) -> None:
    """The visit to come, if one is agreed, with the rooms it will begin with."""
    if draft.planned_on is None:
        return
    known = draft.known.get("planned", {})
    visit_id = rows.add(
        Visit,
        draft.opened_at,
        case_id=case_id,
        staff_id=draft.staff_id,
        visited_on=draft.planned_on,
        begins_at=time.fromisoformat(known["at"]) if known else draft.visit_begins,
        profile=_level(draft, {}),
        participants=["klient", *(["dolmetschen"] if draft.needs_interpreter else [])],
        note=known.get("note"),
    )
    for position, kind in enumerate(FIRST_ROOMS):
        rows.add(Room, draft.opened_at, visit_id=visit_id, kind=kind, position=position)


def _level(draft: Draft, known: dict[str, Any]) -> Level:
    return str(known.get("profile") or ("R" if rolls(draft.person.values["aids"]) else draft.story.profile))


def _visit(draft: Draft, case_id: UUID, day: date, level: Level, known: dict[str, Any]) -> dict[str, Any]:
    dice = draft.dice
    present = ["klient", *(["angehoerige"] if dice.chance(55) else [])]
    if draft.needs_interpreter:
        present.append("dolmetschen")
    if draft.story.key == "pflege_zu_hause":
        present.append("pflegekraft")
    return {
        "case_id": case_id,
        "staff_id": draft.staff_id,
        "visited_on": day,
        "begins_at": time.fromisoformat(known["at"]) if "at" in known else draft.visit_begins,
        "minutes": known.get("minutes") or draft.visit_minutes,
        "travel_minutes": int(dice.between(10, 30, 5)),
        "participants": known.get("participants") or present,
        "participants_note": known.get("note"),
        "profile": level,
        "purpose": "erstbesuch",
        "method": known.get("method") or dice.one(_MEASURED_BY),
        "summary": known.get("summary") or _summary(draft),
        "finished_on": min(workday(day + timedelta(days=1), later=True), draft.today),
    }


def _summary(draft: Draft) -> str:
    count = {1: "Eine Barriere", 2: "Zwei Barrieren", 3: "Drei Barrieren"}.get(
        len(draft.barriers), f"{len(draft.barriers)} Barrieren"
    )
    wish = draft.say(
        (
            "[bleibt] {Frau} möchte in der Wohnung bleiben, mit den Maßnahmen ist das gut möglich.",
            "[pflege] Mit wenig Aufwand wird es sicherer; der Umbau kann warten, bis die Kasse entscheidet.",
            "{Kind} ist einverstanden und hilft, wo es nötig ist.",
            "Zuerst das, was sofort geht; danach gemeinsam entscheiden, wie es weitergeht.",
        )
    )
    return f"{count} aufgenommen und besprochen. {wish}"


def _rooms(draft: Draft) -> list[str]:
    own = draft.building.get("building_type") in OWN_HOUSES
    wanted = list(FIRST_ROOMS)
    if own and not any(barrier.key == "treppe_innen" for barrier in draft.barriers):
        wanted.remove("treppenhaus")
    if draft.building.get("has_lift"):
        wanted.insert(2, "aufzug")
    if draft.story.key == CHILD:
        wanted[wanted.index("schlafzimmer")] = "kinderzimmer"
    more = [room for barrier in draft.barriers if (room := _room_of(barrier, draft)) not in wanted]
    return list(dict.fromkeys([*wanted, *more, *(["wohnzimmer"] if draft.dice.chance(30) else [])]))


def _room_of(barrier: Barrier, draft: Draft) -> str:
    is_child = draft.story.key == CHILD
    return "kinderzimmer" if is_child and barrier.room == "schlafzimmer" else barrier.room


Value = tuple[Decimal, Decimal | None] | bool | None


def _value(draft: Draft, barrier: Barrier, known: dict[str, Any]) -> tuple[Value, str]:
    """What was measured at a barrier, and how one says it."""
    fixed = known.get("values", {}).get(f"{barrier.room}.{barrier.criterion or barrier.kfw}")
    if barrier.key == "stufen_eingang":
        fixed = str(draft.building["steps_to_entrance"])
    if fixed is None and barrier.first is not None:
        numbers = [draft.dice.between(*span, 1) for span in (barrier.first, barrier.second) if span]
        fixed = "x".join(f"{number:g}" for number in numbers)
    if fixed is None:
        return barrier.answer, ""
    first, _cross, second = fixed.partition("x")
    words = quantity(float(first), barrier.unit)
    if second:
        words = f"{first} × {second} {barrier.unit}"
    return (Decimal(first), Decimal(second) if second else None), words


def _measurements(
    draft: Draft,
    level: Level,
    room: str,
    here: list[tuple[Barrier, Value, str]],
    fixed: dict[str, str],
    thoroughness: float,
) -> Iterator[dict[str, Any]]:
    found = {(b.criterion or b.kfw): value for b, value, _words in here}
    absent = _OF_A_BATH if any(barrier.key == "duschtasse" for barrier in draft.barriers) else _OF_A_SHOWER
    for criterion in load_requirements().in_room(room, level):
        if criterion.id in absent:
            continue
        value = found.get(criterion.id)
        if (given := fixed.get(f"{room}.{criterion.id}")) is not None:
            first, _cross, second = given.partition("x")
            value = Decimal(first), Decimal(second) if second else None
        usual = usual_values().get(criterion.id)
        if value is None and usual is not None and draft.dice.chance(usual.share * thoroughness):
            value = _found_usually(draft, criterion, usual)
        if value is not None or criterion.id in found:
            yield _measured(criterion, value)


def _found_usually(draft: Draft, criterion: Criterion, usual: Usual) -> Value:
    dice = draft.dice
    if usual.first is None:
        return dice.chance(usual.chance) if criterion.kind == "yes_no" else None
    first, second = (
        Decimal(f"{dice.between(*span, usual.step):g}") if span else None
        for span in (usual.first, usual.second)
    )
    if criterion.id == "A14":
        first = Decimal(draft.building.get("steps_to_entrance") or 0)
    return None if first is None else (first, second)


def _measured(criterion: Criterion, value: Value) -> dict[str, Any]:
    if value is None or isinstance(value, bool):
        return {"criterion": criterion.id, "answer": value, "unit": criterion.unit, "is_applicable": True}
    return {
        "criterion": criterion.id,
        "value": value[0],
        "second_value": value[1],
        "unit": criterion.unit,
        "method": _SPIRIT_LEVEL if criterion.unit == "%" else None,
        "is_applicable": True,
    }


def _finding_rows(
    rows: Rows, draft: Draft, visit_id: UUID, day: date, seen: list[tuple[Barrier, UUID | None, str]]
) -> Iterator[UUID]:
    for position, (barrier, room_id, words) in enumerate(seen):
        yield rows.add(
            Finding,
            moment(day, time(11)),
            visit_id=visit_id,
            room_id=room_id,
            criterion=barrier.criterion or None,
            text=draft.say_of_the_dwelling(barrier.findings, words),
            hazard=barrier.hazard,
            activities=list(barrier.activities),
            is_wanted=True if barrier.key in draft.known.get("visit", {}).get("wanted", ()) else None,
            position=position,
        )
