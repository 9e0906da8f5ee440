"""A barrier that should go is marked where it was measured or found."""

from decimal import Decimal

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework.plan.wanting import want_found, want_measured
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.store.office import OfficeStore


def test_what_was_measured_is_marked_by_its_place(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)

    want_measured(office, visit_id, bath.room.id, "W04", None, is_wanted=True)
    assert [one.is_wanted for one in barriers(view_of(office, visit_id))] == [True]

    want_measured(office, visit_id, bath.room.id, "W04", None, is_wanted=False)
    assert [one.is_wanted for one in barriers(view_of(office, visit_id))] == [False]


def test_of_two_doors_only_the_one_that_is_meant_is_marked(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    _changed, part_id = visits.add_part(office, bath.room.id, "Innentür", "Tür zum Flur")
    measure(office, view, bath, "W04", 79)
    entering.enter_measurement(
        office, bath.room.id, "W04", Measured(Decimal(60)), unit="cm", method=None, part_id=part_id
    )

    want_measured(office, visit_id, bath.room.id, "W04", part_id, is_wanted=False)

    marked = {one.part_id: one.is_wanted for one in barriers(view_of(office, visit_id))}
    assert marked == {None: None, part_id: False}


def test_nothing_is_marked_without_a_value(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad")

    changed = want_measured(office, visit_id, bath.room.id, "W04", None, is_wanted=True)

    assert not changed
    assert room_of(view_of(office, visit_id), "bad").measurements == {}


def test_a_finding_is_marked_also_before_it_is_a_barrier(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    _changed, finding_id = findings.add_finding(office, visit_id, "Kein Handlauf", hazard="0")

    want_found(office, visit_id, finding_id, is_wanted=True)

    assert [one.is_wanted for one in view_of(office, visit_id).findings] == [True]


def test_how_often_a_barrier_is_met_stands_with_its_value(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)

    entering.mark(office, bath.room.id, "W04", frequency="taeglich")

    (barrier,) = barriers(view_of(office, visit_id))
    assert barrier.frequency == "taeglich"
