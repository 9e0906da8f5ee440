"""Visits that measure the same again, and what the person says afterwards."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.twice import LATER, NARROW, WIDE, Twice
from tests.casework.visiting import DAY, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, outcomes
from zwk_barrier.casework.case.achieved import (
    Achieved,
    achieved,
    costs_in_words,
    line_in_words,
    measures_in_words,
    time_in_words,
)
from zwk_barrier.casework.case.overview import case_overview
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.basis import requirements_now
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.measuring import coverage_of, points_in
from zwk_barrier.model import Measure
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.reference import editions
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 21)


@pytest.fixture
def twice(office: OfficeStore) -> Twice:
    return Twice(office)


def known(twice: Twice) -> Achieved:
    with twice.office.reading() as session:
        return achieved(session, cases.load_case(session, twice.case_id), TODAY)


def case_of(twice: Twice) -> cases.CaseView:
    with twice.office.reading() as session:
        return cases.load_case(session, twice.case_id)


def done(twice: Twice, on: date = TODAY, **values: int) -> UUID:
    _changed, measure_id = measures.recommend(twice.office, twice.case_id, title="Tür verbreitern", **values)  # type: ignore[arg-type]
    records.keep(twice.office, Measure, measure_id, status="umgesetzt", done_on=on)
    return measure_id


def test_a_follow_up_goes_through_the_same_rooms_and_doors(twice: Twice) -> None:
    visits.add_room(twice.office, twice.before, "bad", "Gästebad")
    hall = room_of(view_of(twice.office, twice.before), "flur").room.id
    visits.add_part(twice.office, hall, "Innentür", "Tür zum Bad")

    then, now = view_of(twice.office, twice.before), view_of(twice.office, twice.after)
    assert [(one.room.kind, one.room.name) for one in now.rooms] == [
        (one.room.kind, one.room.name) for one in then.rooms
    ]
    assert [part.name for part in room_of(now, "flur").parts] == ["Tür zum Bad"]
    assert now.visit.compared_with_id == twice.before


def test_a_follow_up_asks_what_was_measured_then_and_nothing_else(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.then("flur", "W04", WIDE)

    now = view_of(twice.office, twice.after)
    asked = [point.key for room in now.rooms for point in points_in(now, room)]
    assert asked == ["W04", "W04"]
    assert (coverage_of(now).checked, coverage_of(now).of) == (0, 2)


def test_a_room_that_was_not_there_then_is_asked_as_at_every_visit(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    _changed, room_id = visits.add_room(twice.office, twice.after, "wc")

    now = view_of(twice.office, twice.after)
    room = next(one for one in now.rooms if one.room.id == room_id)
    assert len(points_in(now, room)) > 1


def test_a_follow_up_is_judged_by_the_requirements_of_the_first_visit(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)

    now, then = view_of(twice.office, twice.after), view_of(twice.office, twice.before)
    assert now.visit.requirements_digest == then.visit.requirements_digest is not None
    assert not now.basis.is_frozen


def test_a_rule_changed_in_between_solves_nothing(twice: Twice, monkeypatch: pytest.MonkeyPatch) -> None:
    twice.then("bad", "W04", NARROW)
    finish_visit(twice.office, twice.before, DAY)
    lax_door(monkeypatch)
    with twice.office.reading() as session:
        door = requirements_now(session).get("W04")
    assert door is not None
    assert door.required["B"].value == Decimal(60)
    twice.now("bad", "W04", NARROW)

    assert twice.only().result == "remaining"


def test_a_rule_that_begins_in_between_solves_nothing(twice: Twice) -> None:
    late = date(2031, 1, 1)
    _changed, visit_id = outcomes.plan_follow_up(twice.office, twice.before, "abnahme", late)

    then, now = view_of(twice.office, twice.before), view_of(twice.office, visit_id)
    assert now.basis.requirements is then.basis.requirements


def test_finishing_a_follow_up_keeps_the_person_of_its_own_day(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", WIDE)
    finish_visit(twice.office, twice.after, LATER)

    assert view_of(twice.office, twice.after).basis.is_frozen
    assert not view_of(twice.office, twice.before).basis.is_frozen  # nobody finished that one


def test_three_months_count_from_the_last_measure_carried_out(twice: Twice) -> None:
    done(twice, date(2026, 10, 5))
    done(twice, date(2026, 11, 1))
    _changed, visit_id = outcomes.plan_check(twice.office, twice.case_id, "nach_3_monaten", TODAY)

    assert view_of(twice.office, visit_id).visit.visited_on == date(2027, 2, 1)
    (task,) = case_of(twice).tasks
    assert (task.title, task.due_on) == ("Nachbesuch nach 3 Monaten", date(2027, 2, 1))


def test_a_follow_up_is_never_planned_into_the_past(twice: Twice) -> None:
    done(twice, TODAY - timedelta(days=200))

    _changed, visit_id = outcomes.plan_check(twice.office, twice.case_id, "nach_3_monaten", TODAY)
    assert view_of(twice.office, visit_id).visit.visited_on == TODAY


def test_planning_twice_gives_the_visit_that_is_still_open(twice: Twice) -> None:
    _changed, first = outcomes.plan_check(twice.office, twice.case_id, "abnahme", TODAY)
    changed, second = outcomes.plan_check(twice.office, twice.case_id, "abnahme", TODAY)

    assert first == second
    assert not changed
    assert [task.title for task in case_of(twice).tasks] == ["Termin für die Abnahme vereinbaren"]


def test_undo_takes_back_visit_and_task_together(twice: Twice) -> None:
    outcomes.plan_check(twice.office, twice.case_id, "abnahme", TODAY)
    twice.office.undo()

    view = case_of(twice)
    assert (len(view.visits), view.tasks) == (1, ())


def test_without_a_visit_there_is_nothing_to_compare_with(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")

    with pytest.raises(NotFound):
        outcomes.plan_check(office, case_id, "abnahme", TODAY)


def test_the_visit_most_measures_come_from_is_compared_with(twice: Twice) -> None:
    _changed, short = visits.plan_visit(twice.office, twice.case_id, LATER)
    measures.recommend(twice.office, twice.case_id, visit_id=twice.before, title="Griff")

    assert known(twice).visit is not None
    assert known(twice).visit.id == twice.before  # type: ignore[union-attr]
    assert short != twice.before


def test_the_comparison_with_what_was_looked_at_last_counts(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.now("bad", "W04", WIDE)
    outcomes.plan_follow_up(twice.office, twice.before, "nach_12_monaten", TODAY)

    found = known(twice)
    assert [one.after.id for one in found.checks] == [twice.after]
    assert [one.after.purpose for one in found.planned] == ["nach_12_monaten"]
    assert line_in_words(found) == "1 von 1 Barriere gelöst; alles nachgeprüft."


def test_what_a_follow_up_has_not_looked_at_is_still_in_the_way(twice: Twice) -> None:
    twice.then("bad", "W04", NARROW)
    twice.then("flur", "W04", NARROW)
    twice.now("bad", "W04", WIDE)
    with twice.office.reading() as session:
        overview = case_overview(session, twice.case_id)

    assert overview.last_visit is not None
    assert overview.last_visit.id == twice.after
    assert [barrier.detail.partition(" · ")[0] for barrier in overview.barriers] == ["Flur"]


def test_a_survey_needs_no_visit(twice: Twice) -> None:
    done(twice, TODAY - timedelta(days=90))
    outcomes.begin_survey(twice.office, twice.case_id, {"safety": 4}, TODAY)

    (survey,) = known(twice).surveys
    assert (survey.safety, survey.asked_on, survey.asked_when) == (4, TODAY, "nach_3_monaten")
    assert line_in_words(known(twice)) == "Die Person wurde am 21.11.2026 befragt."


def test_a_survey_belongs_to_the_follow_up_of_its_day(twice: Twice) -> None:
    follow_up = twice.after
    outcomes.begin_survey(twice.office, twice.case_id, {"asked_on": LATER}, TODAY)

    assert known(twice).surveys[0].visit_id == follow_up


@pytest.mark.parametrize("answer", [0, 6])
def test_an_answer_is_from_one_to_five(twice: Twice, answer: int) -> None:
    with pytest.raises(InputProblem):
        outcomes.begin_survey(twice.office, twice.case_id, {"relief": answer}, TODAY)


def test_what_was_paid_stands_beside_what_was_expected(twice: Twice) -> None:
    done(twice, cost_low=80_000, cost_high=120_000, cost_actual=110_000)
    done(twice, cost_low=10_000, cost_high=10_000)

    words = costs_in_words(case_of(twice).measures).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "1.100 € für 1 Maßnahme; erwartet: 800–1.200 €."
    assert measures_in_words(case_of(twice).measures) == "2 von 2 empfohlenen Maßnahmen umgesetzt."


def test_the_time_runs_from_the_first_contact_to_the_last_measure(twice: Twice) -> None:
    opened = case_of(twice).case.opened_at.astimezone().date()
    done(twice, opened)

    assert time_in_words(case_of(twice)).startswith("0 Tage")


def lax_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on 60 cm are wide enough."""
    shipped = editions.shipped_edition()
    name = "requirements/din18040_2_2011.csv"
    lines = shipped.files[name].splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("W04;"))
    lines[at] = lines[at].replace(";80;90;cm", ";60;60;cm")
    lax = editions.edition_of({**shipped.files, name: "\n".join(lines) + "\n"})
    monkeypatch.setattr(editions, "shipped_edition", lambda: lax)
