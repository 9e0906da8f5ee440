"""The sketch of a room: kept whole with the room, begun with what was measured there and with the person's aid."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import get
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.model import CaseFile, Measurement, Person, Room, Visit
from zwk_barrier.model.visit_report import FloorPlan
from zwk_barrier.rules.sketch import (
    AidFigures,
    Outline,
    Plan,
    aid_figures,
    describe,
    from_drawing,
    label_of,
    to_drawing,
    usual_outline,
)
from zwk_barrier.rules.sketch.plan import MOST, DoorSwing
from zwk_barrier.rules.sketch.usual import with_door
from zwk_barrier.rules.sketch.words import outline_words, sentences
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

DOOR_WIDTHS: Final = ("W04", "W01", "T01")
"""Criteria that measure the clear width of a room's door, the room's own first."""

OPENS_OUT: Final = "D01"
"""The criterion that asks whether the door does not open into the room."""

FLOORS: Final = ("Q05",)
"""Criteria that measure the floor of the whole room, width and depth."""

HALL_WIDTH: Final = "W11"
"""The criterion that measures how wide a hall is."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What was measured in a room that a sketch can begin with; lengths in cm, None where nothing was."""

    outline: Outline | None = None
    hall_width: float | None = None
    door_width: float | None = None
    swing: DoorSwing | None = None


@dataclass(frozen=True, slots=True)
class SketchView:
    """A room with its sketch, and what a new one would begin with; free of the session."""

    room_id: UUID
    visit_id: UUID
    room: str
    kind: str
    plan: Plan | None
    hints: Hints
    figures: AidFigures | None


def keep_sketch(store: OfficeStore, room_id: UUID, plan: Plan | None) -> Changed:
    """Keeps the whole sketch as one change, so that undo gives the one before it; None takes it away."""
    with store.deed("sketch_kept") as deed:
        deed.keep(Room, room_id, sketch=None if plan is None else to_drawing(plan))
    return deed.changed


def load_sketch(session: Session, room_id: UUID) -> SketchView:
    """A room's sketch with what is known around it; raises NotFound for a room that is gone."""
    room = get(session, Room, room_id)
    visit = get(session, Visit, room.visit_id)
    person = get(session, Person, get(session, CaseFile, visit.case_id).person_id)
    return SketchView(
        room.id,
        visit.id,
        room_name(room),
        room.kind,
        from_drawing(room.sketch),
        hints_from(_measured(session, room_id)),
        figures_of(person),
    )


def floor_plan(room: Room, name: str) -> FloorPlan | None:
    """The sketch of a room ready for a document, in the language texts come in now; None without a sketch."""
    plan = from_drawing(room.sketch)
    if plan is None:
        return None
    corner = "" if plan.outline.notch is None else f"{outline_words(plan)}."
    is_assumed = any(thing is not None and thing.is_assumed for thing in (plan.aid, plan.circle))
    return FloorPlan(
        plan,
        tuple((thing.id, label_of(plan, thing.id)) for thing in plan.things()),
        describe(plan, name),
        sentences(plan),
        " ".join(part for part in (corner, _assumed() if is_assumed else "") if part),
    )


def _assumed() -> str:
    return _("Die Maße des Hilfsmittels sind angenommen, nicht gemessen.")


def figures_of(person: Person) -> AidFigures | None:
    """The floor a person's aid takes, measured or assumed; None without an aid that takes floor."""
    return aid_figures(person.aids or (), person.aid_width_cm, person.aid_length_cm, person.turning_circle_cm)


def hints_from(measured: Mapping[str, Measurement | Measured]) -> Hints:
    """What the values of a room, by criterion, say about its sketch."""
    floor = next((pair for code in FLOORS if (pair := _pair(measured.get(code))) is not None), None)
    door = next((width for code in DOOR_WIDTHS if (width := _number(measured.get(code))) is not None), None)
    opens_out = measured.get(OPENS_OUT)
    answer = None if opens_out is None else opens_out.answer
    return Hints(
        None if floor is None else Outline(*floor),
        _number(measured.get(HALL_WIDTH)),
        door,
        None if answer is None else "out" if answer else "in",
    )


def begin(view: SketchView) -> Plan:
    """The empty room a sketch begins with: as measured, else as such rooms usually are, with its door."""
    outline = view.hints.outline or usual_outline(view.kind)
    if view.hints.outline is None and view.hints.hall_width is not None:
        outline = replace(outline, width=view.hints.hall_width)
    return with_door(Plan(outline), view.hints.door_width, view.hints.swing)


def _measured(session: Session, room_id: UUID) -> dict[str, Measurement]:
    rows = session.scalars(
        select(Measurement).where(
            Measurement.room_id == room_id,
            Measurement.removed_at.is_(None),
            Measurement.part_id.is_(None),
            Measurement.criterion.in_((*DOOR_WIDTHS, OPENS_OUT, *FLOORS, HALL_WIDTH)),
        )
    )
    return {row.criterion: row for row in rows if row.is_applicable}


def _number(measured: Any) -> float | None:
    value = None if measured is None else measured.value
    return float(value) if value is not None and _LEAST_OPENING <= value <= MOST else None


def _pair(measured: Any) -> tuple[float, float] | None:
    if measured is None or measured.value is None or measured.second_value is None:
        return None
    first, second = float(measured.value), float(measured.second_value)
    return (first, second) if _LEAST_ROOM <= min(first, second) <= max(first, second) <= MOST else None


_LEAST_OPENING, _LEAST_ROOM = 20.0, 50.0  # cm; less is a slip of the finger, and cannot be drawn
