"""The catalogue proposes against a barrier: simple before built, only what fits, each with its reason."""

from decimal import Decimal

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.plan import proposals
from zwk_barrier.casework.plan.proposals import Proposal, simplicity
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.fit import fit_of
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Dwelling, Limitation, Measure, Person, Visit
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def visit(office: OfficeStore) -> VisitView:
    """A planned visit of Olga Petrova."""
    return view_of(office, plan(office)[1])


def seen(office: OfficeStore, visit: VisitView) -> VisitView:
    return view_of(office, visit.visit.id)


def enter(
    office: OfficeStore, visit: VisitView, kind: str, criterion: str, value: Measured | int | str
) -> VisitView:
    measure(office, visit, room_of(visit, kind), criterion, value)
    return seen(office, visit)


def find(office: OfficeStore, visit: VisitView, kind: str, text: str, **more: object) -> VisitView:
    findings.add_finding(office, visit.visit.id, text, room_id=room_of(visit, kind).room.id, **more)
    return seen(office, visit)


def offered(view: VisitView) -> dict[str, Proposal]:
    return {one.entry.number: one for one in proposals.proposals(view, barriers(view))}


def person_uses(office: OfficeStore, visit: VisitView, *aids: str) -> VisitView:
    records.keep(office, Person, visit.case.person_id, aids=list(aids))
    return seen(office, visit)


def two_thresholds(office: OfficeStore, visit: VisitView) -> tuple[VisitView, Barrier, Barrier]:
    """A bathroom with a threshold at its door and at a further one, and both as barriers."""
    room_id = room_of(visit, "bad").room.id
    _changed, part_id = visits.add_part(office, room_id, "Innentür")
    enter(office, visit, "bad", "W07", 4)
    entering.enter_measurement(
        office, room_id, "W07", Measured(Decimal(3)), unit="cm", method=None, part_id=part_id
    )
    view = seen(office, visit)
    first, further = sorted(barriers(view), key=lambda one: one.part_id is not None)
    return view, first, further


def at(proposal: Proposal, number: str, barrier: Barrier) -> bool:
    return proposal.entry.number == number and barrier.id in proposal.barriers


def test_a_threshold_is_bridged_before_it_is_removed(office: OfficeStore, visit: VisitView) -> None:
    numbers = list(offered(enter(office, visit, "bad", "W07", 4)))
    assert numbers.index("M83") < numbers.index("M18") < numbers.index("M17")


def test_a_high_threshold_is_only_eased_by_a_small_ramp(office: OfficeStore, visit: VisitView) -> None:
    low, high = (offered(enter(office, visit, "bad", "W07", value))["M18"] for value in (4, 9))
    assert (len(low.solves), len(low.eases)) == (1, 0)
    assert (len(high.solves), len(high.eases)) == (0, 1)


@pytest.mark.parametrize(("steps", "is_solved"), [(1, True), (3, False)])
def test_a_portable_ramp_removes_one_step_and_eases_three(
    office: OfficeStore, visit: VisitView, steps: int, is_solved: bool
) -> None:
    ramp = offered(enter(office, person_uses(office, visit, "rollator"), "hauseingang", "A14", steps))["M19"]
    assert bool(ramp.solves) == is_solved


def test_a_ramp_needs_wheels_unless_nobody_asked(office: OfficeStore, visit: VisitView) -> None:
    view = enter(office, visit, "hauseingang", "A14", 1)
    assert "M19" in offered(view)
    assert "M19" not in offered(person_uses(office, view, "gehstock"))
    assert "M19" in offered(person_uses(office, view, "gehstock", "rollator"))


def test_a_stair_lift_is_no_answer_for_a_wheelchair(office: OfficeStore, visit: VisitView) -> None:
    view = find(office, visit, "treppenhaus", "Treppe zur Wohnung", activities=["treppe"])
    assert offered(view)["M31"].solves
    office_view = seen(office, view)
    with office.deed("asked") as deed:
        deed.session.add(Limitation(person_id=office_view.case.person_id, function="F08", degree=2))
    assert "M31" not in offered(seen(office, view))
    assert offered(seen(office, view))["M33"].solves


def test_one_measure_in_a_room_is_one_proposal_for_all_its_barriers(
    office: OfficeStore, visit: VisitView
) -> None:
    enter(office, visit, "bad", "D03", Measured(Decimal(60), Decimal(60)))
    bathroom = offered(enter(office, visit, "bad", "D28", Measured(answer=False)))["M54"]
    assert len(bathroom.solves) == 2


def test_two_doors_in_two_rooms_are_two_proposals(office: OfficeStore, visit: VisitView) -> None:
    enter(office, visit, "bad", "W04", 63)
    view = enter(office, visit, "kueche", "W04", 70)
    doors = [one for one in proposals.proposals(view, barriers(view)) if one.entry.number == "M22"]
    assert [proposals.room_word(view, one) for one in doors] == ["Bad", "Küche"]


def test_a_wall_nobody_looked_into_is_warned_of(office: OfficeStore, visit: VisitView) -> None:
    found = offered(enter(office, visit, "bad", "W04", 63))
    assert "Ob die Wand trägt, ist offen" in found["M22"].cautions[0]
    assert found["M22"].excludes(found["M23"])


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        ("flur", "Loser Teppich vor der Küche", "M01"),
        ("bad", "Wannenrand zu hoch", "M49"),
        ("kueche", "Herd schon zweimal vergessen", "M64"),
        ("schlafzimmer", "Kommt vom Bett zu niedrig nicht hoch", "M83"),
    ],
)
def test_a_finding_in_own_words_is_answered(
    office: OfficeStore, visit: VisitView, kind: str, text: str, number: str
) -> None:
    view = find(office, visit, kind, text, activities=["aufstehen_zubettgehen"], hazard="2")
    assert number in offered(view)


def test_each_barrier_has_its_proposals_simple_ones_first(office: OfficeStore, visit: VisitView) -> None:
    view = enter(office, enter(office, visit, "bad", "W07", 4), "bad", "W04", 63)
    by_barrier = proposals.proposals_for(view, barriers(view))
    assert len(by_barrier) == 2
    for found in by_barrier.values():
        ranks = [simplicity(one.entry.kind) for one in found]
        assert found
        assert ranks == sorted(ranks)


def test_accepting_makes_one_measure_with_everything_known_and_undo_takes_it_back(
    office: OfficeStore, visit: VisitView
) -> None:
    view = enter(office, visit, "bad", "W07", 4)
    (barrier,) = barriers(view)
    changed, measure_id = proposals.accept(office, view, offered(view)["M17"])
    (made,) = seen(office, view).measures

    assert (made.id, made.catalogue_number, made.room_id) == (measure_id, "M17", barrier.room_id)
    assert (made.cost_low, made.cost_high, made.trade, made.needs_consent) == (6000, 40000, "tischler", True)
    assert made.barriers == [str(barrier.id)]
    assert made.payers == ["pk4"]
    assert made.priority == "B"
    assert made.reason is not None
    assert "4 cm" in made.reason.replace("\N{NO-BREAK SPACE}", " ")
    assert made.reason.endswith("Ohne Schwelle rollt und geht man eben durch.")
    assert changed.kind == "measure_recommended"
    office.undo()
    assert seen(office, view).measures == ()


def test_what_is_recommended_already_is_not_proposed_again_until_it_is_dropped(
    office: OfficeStore, visit: VisitView
) -> None:
    view = enter(office, visit, "bad", "W07", 4)
    _changed, measure_id = proposals.accept(office, view, offered(view)["M17"])
    assert "M17" not in offered(seen(office, view))
    records.keep(office, Measure, measure_id, status="entfallen")
    assert "M17" in offered(seen(office, view))


def test_a_measure_at_a_further_door_leaves_those_at_the_first(office: OfficeStore, visit: VisitView) -> None:
    view, first, further = two_thresholds(office, visit)
    taken = next(one for one in proposals.proposals(view, barriers(view)) if at(one, "M17", further))
    proposals.accept(office, view, taken)

    left = proposals.proposals(seen(office, view), barriers(view))
    assert any(at(one, "M17", first) for one in left)
    assert not any(at(one, "M17", further) for one in left)


def test_nobody_has_to_agree_in_ones_own_house(office: OfficeStore, visit: VisitView) -> None:
    view = enter(office, visit, "bad", "W07", 4)
    records.keep(office, Dwelling, view.case.dwelling_id, tenure="eigentum_haus")
    own = seen(office, view)
    assert proposals.needs_consent(view, offered(view)["M17"].entry)
    assert not proposals.needs_consent(own, offered(own)["M17"].entry)


def test_an_own_house_rule_needs_no_visit_day(office: OfficeStore, visit: VisitView) -> None:
    records.keep(office, Visit, visit.visit.id, visited_on=None)
    assert "M17" in offered(enter(office, visit, "bad", "W07", 4))


def test_what_nothing_in_the_catalogue_answers_says_why(office: OfficeStore, visit: VisitView) -> None:
    view = enter(office, enter(office, visit, "hauseingang", "A25", 140), "bad", "W07", 4)
    letter_box, threshold = (
        next(one for one in barriers(view) if one.criterion == name) for name in ("A25", "W07")
    )
    assert proposals.proposals_for(view, [letter_box])[letter_box.id] == ()
    assert proposals.why_none(letter_box).startswith("Den Briefkasten")
    assert proposals.why_none(threshold) == ""


def test_first_come_what_removes_each_barrier_and_two_that_ease(
    office: OfficeStore, visit: VisitView
) -> None:
    enter(office, visit, "bad", "W04", 63)
    view = enter(office, visit, "bad", "W07", 4)
    found, here = proposals.proposals(view, barriers(view)), barriers(view)
    chosen = proposals.first_choice(found, here, 4)
    assert len(chosen) == len(found)
    assert {"M18", "M22"} < {one.entry.number for one in chosen[:4]}
    assert sum(1 for one in chosen[:4] if not one.solves) == 2
    assert [one.key for one in chosen[:4]] == [one.key for one in found if one in chosen[:4]]


def test_who_was_asked_what_is_hard_gets_the_priority_and_reason_of_the_fit(
    office: OfficeStore, visit: VisitView
) -> None:
    view = enter(office, visit, "bad", "W04", 63)
    with office.deed("asked") as deed:
        deed.session.add(Limitation(person_id=view.case.person_id, function="F07", degree=2))
    view = seen(office, view)
    fitted = fit_of(view).barriers[0]
    values = proposals.values_of(view, offered(view)["M22"])
    assert values["priority"] == fitted.priority
    assert values["reason"].startswith(fitted.reason)
