"""What became of the barriers of a visit at a later one."""

from decimal import Decimal
from typing import Literal

import pytest

from tests.casework.twice import LATER, NARROW, WIDE, Twice
from tests.casework.visiting import measure, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.case.achieved import outcome_in_words, result_in_words
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.model import CaseFile, Person, Room, RoomPart, Visit
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def twice(office: OfficeStore) -> Twice:
    return Twice(office)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_door_made_wide_enough_is_solved(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", WIDE)

    barrier = twice.only()
    assert barrier.result == "solved"
    assert (barrier.before.verdict, barrier.after.verdict) == ("not_met", "met")
    assert (plain(barrier.before.value), plain(barrier.after.value)) == ("63 cm", "95 cm")
    assert barrier.room == "Bad"


def test_a_door_too_narrow_only_for_the_own_wheelchair_is_solved_when_that_fits(twice: Twice) -> None:
    person_id = view_of(twice.office, twice.before).case.person_id
    records.keep(twice.office, Person, person_id, aid_width_cm=86)
    twice.then("bad", "W04", 84)
    twice.now("bad", "W04", WIDE)

    barrier = twice.only()
    assert barrier.result == "solved"
    assert (barrier.before.verdict, barrier.after.verdict) == ("not_met", "met")
    assert plain(barrier.required) == "mindestens 88 cm"


def test_a_door_that_nearly_fits_is_partly_solved(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", 78)

    assert twice.only().result == "partly"


def test_a_door_as_narrow_as_before_remains(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", 64)

    assert twice.only().result == "remaining"


def test_what_nobody_measured_again_is_never_solved(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)

    comparison = twice.compared()
    assert [one.result for one in comparison.barriers] == ["not_checked"]
    assert not comparison.is_begun
    assert plain(outcome_in_words(comparison)) == "0 von 1 Barriere gelöst; 1 nicht nachgeprüft."


def test_a_note_without_a_value_is_no_check(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", Measured(Decimal(90)))
    twice.now("bad", "W04", Measured())

    assert twice.only().result == "not_checked"


def test_a_thing_that_is_gone_is_solved(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", Measured(is_applicable=False))

    assert twice.only().result == "solved"


def test_a_place_that_has_become_too_narrow_is_new(twice: Twice) -> None:
    twice.then("bad", "W04", WIDE)
    twice.now("bad", "W04", NARROW)

    comparison = twice.compared()
    assert (comparison.count("new"), comparison.total) == (1, 0)
    assert plain(comparison.barriers[0].before.value) == "95 cm"
    assert outcome_in_words(comparison) == "Beim früheren Besuch war nichts im Weg, 1 neu."


def test_a_room_taken_away_is_not_solved(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    room = room_of(view_of(twice.office, twice.after), "bad")
    records.remove(twice.office, Room, room.room.id)

    assert twice.only().result == "not_checked"


def test_a_new_room_is_compared_with_none(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    visits.add_room(twice.office, twice.after, "bad", "Gästebad")
    view = view_of(twice.office, twice.after)
    measure(twice.office, view, room_of(view, "bad", 1), "W04", WIDE)

    assert twice.only().result == "not_checked"


def test_each_door_of_a_room_is_compared_with_itself(twice: Twice) -> None:
    view = view_of(twice.office, twice.before)
    hall = room_of(view, "flur").room.id
    _changed, part_id = visits.add_part(twice.office, hall, "Innentür", "Tür zum Bad")
    twice.then("flur", "W04", WIDE)
    twice.door(twice.before, part_id, NARROW)
    twice.now("flur", "W04", WIDE)
    room = room_of(view_of(twice.office, twice.after), "flur")
    twice.door(twice.after, room.parts[0].id, 92)

    barrier = twice.only()
    assert (barrier.result, plain(barrier.after.value)) == ("solved", "92 cm")
    assert barrier.text.startswith("Tür zum Bad")


def test_a_door_taken_away_is_not_checked(twice: Twice) -> None:
    hall = room_of(view_of(twice.office, twice.before), "flur").room.id
    _changed, part_id = visits.add_part(twice.office, hall, "Innentür", "Tür zum Bad")
    twice.door(twice.before, part_id, NARROW)
    room = room_of(view_of(twice.office, twice.after), "flur")
    records.remove(twice.office, RoomPart, room.parts[0].id)
    twice.now("flur", "W04", WIDE)

    assert twice.only().result == "not_checked"


def test_words_nobody_came_back_to_are_not_checked(twice: Twice) -> None:
    twice.find("Teppichkante im Flur", hazard="3")

    assert twice.only().result == "not_checked"


@pytest.mark.parametrize("became", ["solved", "partly", "remaining"])
def test_what_became_of_words_can_be_said(
    twice: Twice, became: Literal["solved", "partly", "remaining"]
) -> None:
    finding_id = twice.find("Teppichkante im Flur", hazard="3")
    outcomes.tell_finding(twice.office, twice.after, finding_id, became)

    assert twice.only().result == became


def test_words_are_told_in_the_same_room_and_only_once(twice: Twice) -> None:
    room_id = room_of(view_of(twice.office, twice.before), "bad").room.id
    finding_id = twice.find("Teppichkante", hazard="2", room_id=room_id)
    outcomes.tell_finding(twice.office, twice.after, finding_id, "remaining")
    outcomes.tell_finding(twice.office, twice.after, finding_id, "solved")

    (finding,) = room_of(view_of(twice.office, twice.after), "bad").findings
    assert finding.hazard == "0"
    assert twice.only().result == "solved"


def test_words_about_a_criterion_are_solved_by_its_value(twice: Twice) -> None:
    room_id = room_of(view_of(twice.office, twice.before), "bad").room.id
    twice.then("bad", "W04", NARROW)
    twice.find("Passt nicht durch die Tür", hazard="3", room_id=room_id, criterion="W04")
    twice.now("bad", "W04", WIDE)

    barrier = twice.only()
    assert (barrier.result, barrier.text) == ("solved", "Passt nicht durch die Tür")


def test_a_value_reached_does_not_outweigh_words_that_it_is_still_in_the_way(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", WIDE)
    room_id = room_of(view_of(twice.office, twice.after), "bad").room.id
    findings.add_finding(
        twice.office, twice.after, "Tür klemmt", hazard="2", room_id=room_id, criterion="W04"
    )

    assert twice.only().result == "remaining"


def test_only_measures_carried_out_are_named(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    barrier_id = twice.only().id
    for title, status in (("Tür verbreitern", "umgesetzt"), ("Schiebetür", "empfohlen")):
        measures.recommend(
            twice.office, twice.case_id, title=title, status=status, barriers=[str(barrier_id)]
        )

    assert twice.only().measures == ("Tür verbreitern",)


def test_what_was_meant_to_go_is_told_first_and_counted_by_itself(twice: Twice) -> None:
    for kind in ("flur", "bad", "schlafzimmer"):
        twice.then(kind, "W04", NARROW)
    bath = next(one for one in twice.compared().barriers if one.room == "Bad")
    measures.recommend(twice.office, twice.case_id, title="Tür verbreitern", barriers=[str(bath.id)])
    twice.now("bad", "W04", WIDE)

    comparison = twice.compared()
    assert comparison.barriers[0].room == "Bad"
    assert result_in_words(comparison) == (
        "Von 1 Barriere, die weg sollte: 1 gelöst. Insgesamt 1 von 3 Barrieren gelöst; 2 nicht nachgeprüft."
    )


def test_a_measure_that_was_dropped_aims_at_nothing(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    barrier_id = str(twice.only().id)
    measures.recommend(twice.office, twice.case_id, title="Tür", status="entfallen", barriers=[barrier_id])

    assert twice.compared().aimed == ()


def test_a_smaller_aid_is_told_apart_from_a_wider_door(twice: Twice) -> None:
    with twice.office.reading() as session:
        person_id = session.get_one(CaseFile, twice.case_id).person_id
    records.keep(twice.office, Person, person_id, aid_width_cm=95)
    records.keep(twice.office, Visit, twice.before, profile="individuell")
    twice.then("bad", "W04", 82)
    finish_visit(twice.office, twice.before, LATER)
    twice.now("bad", "W04", 82)
    records.keep(twice.office, Person, person_id, aid_width_cm=65)

    barrier = twice.only()
    assert (barrier.result, barrier.is_same_value) == ("solved", True)


def test_a_wider_aid_is_told_apart_from_a_narrower_door(twice: Twice) -> None:
    person_id = view_of(twice.office, twice.before).case.person_id
    twice.then("bad", "W04", 84)
    finish_visit(twice.office, twice.before, LATER)
    twice.now("bad", "W04", 84)
    records.keep(twice.office, Person, person_id, aid_width_cm=86)

    barrier = twice.only()
    assert (barrier.result, barrier.is_same_value) == ("new", True)


def test_the_same_two_visits_always_compare_the_same(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.then("flur", "W04", 82)
    twice.find("Teppichkante", hazard="2")
    twice.now("bad", "W04", WIDE)

    assert twice.compared().barriers == twice.compared().barriers


def test_the_report_of_a_follow_up_tells_the_comparison_and_no_other_report_does(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", WIDE)
    with twice.office.reading() as session:
        later, earlier = (
            gather(session, twice.office.photos, one, LATER).comparison for one in (twice.after, twice.before)
        )

    assert earlier is None
    assert later is not None
    assert later.summary == "1 von 1 Barriere gelöst; alles nachgeprüft."
    assert [line.result for line in later.lines] == ["solved"]
