"""A room's sketch is kept whole, taken back whole, and begun with what is known."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.sketches import (
    FLOORS,
    HALL_WIDTH,
    SketchView,
    begin,
    hints_from,
    keep_sketch,
    load_sketch,
)
from zwk_barrier.model import CaseFile, Person, Room
from zwk_barrier.problems import NotFound
from zwk_barrier.rules.sketch import Outline, Plan, add_fixture, move
from zwk_barrier.store.office import OfficeStore

BATH = add_fixture(Plan(Outline(180, 220)), "wc")[0]


@pytest.fixture
def visit_id(office: OfficeStore) -> UUID:
    return plan(office)[1]


@pytest.fixture
def room_id(office: OfficeStore, visit_id: UUID) -> UUID:
    return room_of(view_of(office, visit_id), "bad").room.id


def sketch_of(office: OfficeStore, room_id: UUID) -> SketchView:
    with office.reading() as session:
        return load_sketch(session, room_id)


def test_a_sketch_is_kept_with_its_room(office: OfficeStore, visit_id: UUID, room_id: UUID) -> None:
    changed = keep_sketch(office, room_id, BATH)
    assert changed.touches("room")
    assert sketch_of(office, room_id).plan == BATH
    assert room_of(view_of(office, visit_id), "bad").room.sketch is not None


def test_undo_gives_the_earlier_sketch_whole_and_redo_the_later(office: OfficeStore, room_id: UUID) -> None:
    keep_sketch(office, room_id, BATH)
    later = replace(move(BATH, "f1", 30, 40), outline=Outline(200, 300))
    keep_sketch(office, room_id, later)
    office.undo()
    assert sketch_of(office, room_id).plan == BATH
    office.redo()
    assert sketch_of(office, room_id).plan == later
    office.undo()
    office.undo()
    assert sketch_of(office, room_id).plan is None


def test_the_same_sketch_again_is_no_deed(office: OfficeStore, room_id: UUID) -> None:
    keep_sketch(office, room_id, BATH)
    assert not keep_sketch(office, room_id, BATH)


def test_a_removed_room_takes_no_sketch(office: OfficeStore, room_id: UUID) -> None:
    records.remove(office, Room, room_id)
    with pytest.raises(NotFound):
        keep_sketch(office, room_id, BATH)
    with pytest.raises(NotFound):
        sketch_of(office, room_id)


def test_a_sketch_begins_with_what_was_measured(office: OfficeStore, visit_id: UUID, room_id: UUID) -> None:
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)
    measure(office, view, bath, "D01", Measured(answer=True))
    begun = begin(sketch_of(office, room_id))
    assert [(door.width, door.swing) for door in begun.doors] == [(63, "out")]
    assert begun.outline == Outline(200, 220)


def test_a_measured_hall_is_drawn_as_wide_as_it_is(office: OfficeStore, visit_id: UUID) -> None:
    view = view_of(office, visit_id)
    hall = room_of(view, "flur")
    measure(office, view, hall, "W11", 110)
    assert begin(sketch_of(office, hall.room.id)).outline.width == 110


def test_the_persons_own_measures_are_used_and_what_is_missing_is_assumed(
    office: OfficeStore, visit_id: UUID, room_id: UUID
) -> None:
    with office.reading() as session:
        case = session.get(CaseFile, view_of(office, visit_id).case.id)
        assert case is not None
        person_id = case.person_id
    assert sketch_of(office, room_id).figures is None
    records.keep(office, Person, person_id, aids=["rollator"], aid_width_cm=Decimal(61))
    figures = sketch_of(office, room_id).figures
    assert figures is not None
    assert (figures.kind, figures.width, figures.length) == ("rollator", 61, 75)
    assert figures.is_circle_assumed


def test_a_floor_of_two_hundred_metres_is_a_slip_and_not_drawn() -> None:
    slip = Measured(Decimal(20_000), Decimal(200))
    hall = Measured(Decimal(20_000))
    hints = hints_from({FLOORS[0]: slip, HALL_WIDTH: hall})
    assert (hints.outline, hints.hall_width) == (None, None)
