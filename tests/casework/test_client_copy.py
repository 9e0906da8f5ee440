"""The client's copy holds what was entered: wishes first, each barrier once, costs and steps; preset by the person."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.visiting import DAY, measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.printing.client_copy import choice_for, gather_client_copy
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.model import Finding, Measurement, Office, Person, Room, Task
from zwk_barrier.model.client_copy import AdvisedMeasure, ClientCopy, MeasuredSize
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)


def copy_of(office: OfficeStore, visit_id: UUID, **chosen: object) -> ClientCopy:
    with office.reading() as session:
        return gather_client_copy(session, visit_id, TODAY, **chosen)  # type: ignore[arg-type]


def test_an_empty_visit_gives_a_copy_without_rooms(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    made = copy_of(office, visit_id)
    assert (made.person, made.visited_on, made.rooms, made.measures, made.steps) == (
        "Olga Petrova",
        DAY,
        (),
        (),
        (),
    )
    assert (made.language, made.with_german, made.large) == ("de", False, False)


def test_a_visit_that_is_not_there_gives_none(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        copy_of(office, office.staff_id)


def test_what_was_measured_too_small_is_one_short_sentence_with_its_size(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    (room,) = copy_of(office, visit_id).rooms
    (barrier,) = room.barriers
    assert (room.kind, barrier.key) == ("bad", "door_narrow")
    assert barrier.size == MeasuredSize("cm", (Decimal(63),), least=(Decimal(80),))


def test_what_is_wanted_comes_first_with_its_room(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "flur"), "W11", 90)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    measured = next(iter(room_of(view_of(office, visit_id), "bad").measurements.values()))
    records.keep(office, Measurement, measured.id, is_wanted=True)
    rooms = copy_of(office, visit_id).rooms
    assert [room.kind for room in rooms] == ["bad", "flur"]
    assert rooms[0].barriers[0].is_wanted


def test_a_finding_keeps_its_german_words_and_its_danger(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room
    _changed, finding_id = findings.add_finding(office, visit_id, "Wanne ohne Griff", room_id=bath.id)
    records.keep(office, Finding, finding_id, hazard="3", activities=["duschen_baden"])
    (barrier,) = copy_of(office, visit_id).rooms[0].barriers
    assert (barrier.german, barrier.activities, barrier.is_dangerous) == (
        "Wanne ohne Griff",
        ("duschen_baden",),
        True,
    )


def test_two_criteria_that_say_the_same_of_one_thing_are_told_once(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    hall = room_of(view, "hauseingang")
    measure(office, view, hall, "A18", 100)
    measure(office, view, hall, "A19", 100)
    assert [barrier.key for barrier in copy_of(office, visit_id).rooms[0].barriers] == ["door_space"]


def test_a_room_with_a_name_of_its_own_keeps_it(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room
    records.keep(office, Room, bath.id, name="Gästebad")
    findings.add_finding(office, visit_id, "Licht blendet", room_id=bath.id)
    assert [(room.kind, room.name) for room in copy_of(office, visit_id).rooms] == [("bad", "Gästebad")]


def test_measures_come_by_priority_without_those_dropped_and_in_the_words_of_the_catalogue(
    office: OfficeStore,
) -> None:
    case_id, visit_id = plan(office)
    entry = load_catalogue().get("M75")
    assert entry is not None
    measures.recommend(office, case_id, visit_id=visit_id, title="Wunschlicht", priority="D")
    measures.recommend(office, case_id, visit_id=visit_id, priority="A", **measures.from_catalogue(entry))
    measures.recommend(office, case_id, visit_id=visit_id, title="Entfällt", priority="A", status="entfallen")
    alarm, own = copy_of(office, visit_id).measures
    assert (alarm.number, alarm.german, alarm.priority, alarm.is_monthly) == ("M75", "", "A", True)
    assert (alarm.cost_low, alarm.cost_high, alarm.payers) == (0, 3_000, ("pk1",))
    assert own == AdvisedMeasure("", "Wunschlicht", "D")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("empfohlen", ""),
        ("beantragt", "applied"),
        ("bewilligt", "decided"),
        ("abgelehnt", "decided"),
        ("in_arbeit", "ordered"),
        ("umgesetzt", "done"),
    ],
)
def test_how_far_a_measure_is_never_promises_anything(office: OfficeStore, status: str, state: str) -> None:
    case_id, visit_id = plan(office)
    measures.recommend(office, case_id, visit_id=visit_id, title="Griff", status=status)
    assert [measure.state for measure in copy_of(office, visit_id).measures] == [state]


def test_open_steps_the_next_visit_and_how_to_reach_the_office_are_told(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    later = date(2026, 12, 3)
    with office.deed("test") as deed:
        now = datetime(2026, 11, 20, 12, tzinfo=UTC)
        deed.session.add(
            Task(case_id=case_id, title="Angebot einholen", due_on=later, staff_id=office.staff_id)
        )
        deed.session.add(Task(case_id=case_id, title="Erledigt", done_at=now))
        deed.session.query(Office).update({"contact_line": "Mo bis Do, 9 bis 15 Uhr"})
    visits.plan_visit(office, case_id, later)
    made = copy_of(office, visit_id)
    assert [(step.german, step.due) for step in made.steps] == [("Angebot einholen", later)]
    assert made.steps[0].who
    assert (made.next_visit, made.reachable) == (later, "Mo bis Do, 9 bis 15 Uhr")


@pytest.mark.parametrize(
    ("language", "needs", "expected"),
    [
        (None, [], ("de", False, False)),
        ("de", ["leichte_sprache"], ("ls", False, False)),
        ("tr", [], ("tr", True, False)),
        ("ar", ["grossdruck", "leichte_sprache"], ("ar", True, True)),
        ("ku", ["leichte_sprache"], ("ls", False, False)),
        ("sonst", [], ("de", False, False)),
    ],
)
def test_what_suits_a_person_is_preset(
    language: str | None, needs: list[str], expected: tuple[str, bool, bool]
) -> None:
    choice = choice_for(Person(language=language, communication=needs))
    assert (choice.language, choice.with_german, choice.large) == expected


def test_what_is_chosen_wins_over_what_suits() -> None:
    choice = choice_for(
        Person(language="tr", communication=["grossdruck"]), "ru", with_german=False, large=False
    )
    assert (choice.language, choice.with_german, choice.large) == ("ru", False, False)
    assert not choice_for(Person(language="tr"), "de", with_german=True).with_german
