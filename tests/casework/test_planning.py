"""The plan of a visit: what should go, the cheapest way, the others, and taking one over."""

from decimal import Decimal

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.plan import measures, planning, proposals
from zwk_barrier.casework.plan.planning import VisitPlan
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Measure, Measurement
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def visit(office: OfficeStore) -> VisitView:
    """A bathroom behind a threshold and a narrow door that opens inwards."""
    visit_id = plan(office)[1]
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)
    measure(office, view, bath, "W07", 4)
    measure(office, view, bath, "D01", Measured(answer=False))
    return view_of(office, visit_id)


def again(office: OfficeStore, view: VisitView) -> VisitView:
    return view_of(office, view.visit.id)


def barrier(view: VisitView, criterion: str) -> Barrier:
    return next(one for one in barriers(view) if one.criterion == criterion)


def numbers(found: VisitPlan) -> list[str]:
    return sorted(one.entry.number for one in found.proposals)


def test_without_a_mark_what_matters_most_should_go(office: OfficeStore, visit: VisitView) -> None:
    findings.add_finding(office, visit.visit.id, "Der Griff ist etwas lose", hazard="1")
    view = again(office, visit)
    assert {one.criterion for one in planning.wanted(view)} == {"W04", "W07", "D01"}


def test_with_a_mark_only_what_is_marked_should_go(office: OfficeStore, visit: VisitView) -> None:
    with office.deed("marked") as deed:
        deed.keep(Measurement, barrier(visit, "W07").id, is_wanted=True)
    assert [one.criterion for one in planning.wanted(again(office, visit))] == ["W07"]


def test_what_may_stay_is_never_wanted(office: OfficeStore, visit: VisitView) -> None:
    planning.want(office, visit, barrier(visit, "W07"), is_wanted=False)
    assert "W07" not in {one.criterion for one in planning.wanted(again(office, visit))}


def test_the_first_tick_keeps_what_was_to_go_without_one(office: OfficeStore, visit: VisitView) -> None:
    findings.add_finding(office, visit.visit.id, "Der Griff ist etwas lose", hazard="1")
    view = again(office, visit)
    found = next(one for one in barriers(view) if one.is_finding)
    assert found not in planning.wanted(view)
    planning.want(office, view, found, is_wanted=True)
    assert {one.id for one in planning.wanted(again(office, visit))} == {one.id for one in barriers(view)}
    office.undo()
    assert planning.wanted(again(office, visit)) == planning.wanted(view)


def test_with_every_tick_taken_away_nothing_is_wanted(office: OfficeStore, visit: VisitView) -> None:
    for one in barriers(visit):
        planning.want(office, again(office, visit), one, is_wanted=False)
    assert planning.wanted(again(office, visit)) == ()


def test_the_best_plan_removes_everything_for_least(visit: VisitView) -> None:
    best = planning.plan_visit_measures(visit).plans[0]
    assert numbers(best) == ["M18", "M22", "M24"]
    assert (best.low, best.high) == ((40 + 1200 + 200) * 100, (250 + 3500 + 800) * 100)
    assert best.unsolved == ()
    assert len(best.solved) == 3


def test_two_alternatives_say_what_they_are_for(visit: VisitView) -> None:
    _best, second, third = planning.plan_visit_measures(visit).plans
    assert {second.why, third.why} == {"next_cheapest", "no_building"}
    assert all(one.reason for one in (second, third))
    without = next(one for one in (second, third) if one.why == "no_building")
    assert {one.criterion for one in without.unsolved} == {"W04", "D01"}
    assert "Dafür bleiben 2 Barrieren mehr" in without.reason


def test_what_is_recommended_already_counts_as_solved_and_paid_for(
    office: OfficeStore, visit: VisitView
) -> None:
    ramp = next(one for one in proposals.proposals(visit, barriers(visit)) if one.entry.number == "M18")
    proposals.accept(office, visit, ramp)
    found = planning.plan_visit_measures(again(office, visit))
    assert [one.criterion for one in found.already] == ["W07"]
    assert found.recommended.high == 250_00
    assert numbers(found.plans[0]) == ["M22", "M24"]


def test_a_measure_added_by_hand_counts_for_its_room(office: OfficeStore, visit: VisitView) -> None:
    entry = next(
        one.entry for one in proposals.proposals(visit, barriers(visit)) if one.entry.number == "M17"
    )
    bath = room_of(visit, "bad").room.id
    measures.recommend(
        office, visit.case.id, visit_id=visit.visit.id, room_id=bath, **measures.from_catalogue(entry)
    )
    assert [one.criterion for one in planning.plan_visit_measures(again(office, visit)).already] == ["W07"]


def test_what_only_makes_it_easier_leaves_the_barrier_to_the_plan(
    office: OfficeStore, visit: VisitView
) -> None:
    training = next(one for one in proposals.proposals(visit, barriers(visit)) if one.entry.number == "M83")
    proposals.accept(office, visit, training)
    assert planning.plan_visit_measures(again(office, visit)).already == ()


def test_what_does_not_go_with_a_recommended_measure_is_not_planned(
    office: OfficeStore, visit: VisitView
) -> None:
    view = view_of(office, visit.visit.id)
    bath = room_of(view, "bad")
    measures.recommend(
        office,
        view.case.id,
        visit_id=view.visit.id,
        room_id=bath.room.id,
        catalogue_number="M23",
        title="Tür",
    )
    for found in planning.plan_visit_measures(again(office, visit)).plans:
        assert "M22" not in numbers(found)


def test_a_barrier_without_a_measure_stays_and_is_named(office: OfficeStore, visit: VisitView) -> None:
    _changed, room_id = visits.add_room(office, visit.visit.id, "stellplatz")
    view = again(office, visit)
    measure(office, view, room_of(view, "stellplatz"), "A10", Measured(Decimal(200)))
    best = planning.plan_visit_measures(again(office, visit)).plans[0]
    assert [one.criterion for one in best.unsolved] == ["A10"]
    assert best.unsolved[0].room_id == room_id


def test_a_plan_is_taken_over_in_one_deed_and_taken_back_by_one_undo(
    office: OfficeStore, visit: VisitView
) -> None:
    best = planning.plan_visit_measures(visit).plans[0]
    _changed, ids = planning.accept_plan(office, visit, best)
    kept = again(office, visit).measures
    assert [one.id for one in kept] == list(ids)
    assert [one.position for one in kept] == [0, 1, 2]
    assert planning.plan_visit_measures(again(office, visit)).plans[0].proposals == ()
    office.undo()
    assert again(office, visit).measures == ()


def test_a_dropped_measure_solves_nothing_any_more(office: OfficeStore, visit: VisitView) -> None:
    best = planning.plan_visit_measures(visit).plans[0]
    _changed, ids = planning.accept_plan(office, visit, best)
    for measure_id in ids:
        records.keep(office, Measure, measure_id, status="nicht_umgesetzt")
    assert numbers(planning.plan_visit_measures(again(office, visit)).plans[0]) == numbers(best)


def test_what_is_done_at_one_door_excludes_nothing_at_another(office: OfficeStore, visit: VisitView) -> None:
    room_id = room_of(visit, "kueche").room.id
    _changed, part_id = visits.add_part(office, room_id, "Innentür")
    for part, height in ((None, 4), (part_id, 3)):
        value = Measured(Decimal(height))
        entering.enter_measurement(office, room_id, "W07", value, unit="cm", method=None, part_id=part)
    view = again(office, visit)
    found = [one for one in proposals.proposals(view, barriers(view)) if one.room_id == room_id]
    removed = next(one for one in found if one.entry.number == "M17" and one.part_id is None)
    proposals.accept(office, view, removed)

    view = again(office, view)
    offered = [one for one in proposals.proposals(view, barriers(view)) if one.room_id == room_id]
    ramps = {one.part_id: planning.is_excluded(view, one) for one in offered if one.entry.number == "M18"}
    assert ramps == {None: True, part_id: False}
