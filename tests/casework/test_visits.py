"""What is entered in a room is kept as it was meant, comes back in order, and can be taken back."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.visiting import DAY, measure, picture, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit import entering, findings, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.photos import take_photo
from zwk_barrier.casework.visit.visits import FIRST_ROOMS
from zwk_barrier.model import Finding, Room, Visit
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

D = Decimal


def test_a_planned_visit_begins_with_the_rooms_most_visits_begin_with(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)

    view = view_of(office, visit_id)
    assert tuple(room.room.kind for room in view.rooms) == FIRST_ROOMS
    assert (view.case.id, view.visit.visited_on, view.visit.staff_id) == (case_id, DAY, office.staff_id)


def test_a_visit_in_1853_is_refused_and_nothing_is_planned(office: OfficeStore) -> None:
    with pytest.raises(InputProblem, match="1853"):
        plan(office, DAY.replace(year=1853))


@pytest.mark.parametrize(
    ("criterion", "measured"),
    [
        ("W04", Measured(D("63.5"))),
        ("D04", Measured(D(110), D(135))),
        ("D01", Measured(answer=False)),
        ("D09", Measured(grade="A")),
        ("D05", Measured(is_applicable=False)),
    ],
)
def test_each_kind_of_value_comes_back_as_it_was_entered(
    office: OfficeStore, criterion: str, measured: Measured
) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), criterion, measured, method="laser")

    kept = room_of(view_of(office, visit_id), "bad").measurements[criterion]
    assert (kept.value, kept.second_value) == (measured.value, measured.second_value)
    assert (kept.answer, kept.grade, kept.is_applicable) == (
        measured.answer,
        measured.grade,
        measured.is_applicable,
    )
    assert kept.method == "laser"


def test_a_value_entered_again_replaces_the_first(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63, method="geschaetzt")
    measure(office, view, bath, "W04", 68, method="laser")

    kept = room_of(view_of(office, visit_id), "bad").measurements
    assert [(one.value, one.method, one.unit) for one in kept.values()] == [(D(68), "laser", "cm")]


def test_entering_the_same_value_twice_leaves_no_second_deed(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)

    assert not measure(office, view, room_of(view, "bad"), "W04", 63)


def test_emptying_a_value_makes_it_unchecked_and_an_empty_one_makes_no_row(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63, method="laser")
    measure(office, view, bath, "W04", Measured())

    assert not measure(office, view, bath, "W07", Measured())
    kept = room_of(view_of(office, visit_id), "bad").measurements
    assert list(kept) == ["W04"]
    assert (kept["W04"].value, kept["W04"].method) == (None, None)


def test_what_does_not_apply_applies_again_when_a_value_is_entered(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W07", Measured(is_applicable=False))
    measure(office, view, bath, "W07", "1.5")

    kept = room_of(view_of(office, visit_id), "bad").measurements["W07"]
    assert (kept.value, kept.is_applicable) == (D("1.5"), True)


def test_how_a_value_was_found_can_be_said_afterwards(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad").room.id
    assert not entering.keep_method(office, bath, "W04", "geschaetzt")

    measure(office, view, room_of(view, "bad"), "W04", 63, method="laser")
    entering.keep_method(office, bath, "W04", "geschaetzt")

    kept = room_of(view_of(office, visit_id), "bad").measurements["W04"]
    assert (kept.value, kept.method) == (D(63), "geschaetzt")


def test_a_remark_can_stand_without_a_value_and_survives_one(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    assert not entering.keep_remark(office, bath.room.id, "W04", "  ")

    entering.keep_remark(office, bath.room.id, "W04", " Tür war zugestellt ")
    measure(office, view, bath, "W04", 63)

    kept = room_of(view_of(office, visit_id), "bad").measurements["W04"]
    assert (kept.note, kept.value) == ("Tür war zugestellt", D(63))


def test_a_room_that_was_removed_meanwhile_takes_no_value(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    records.remove(office, Room, bath.room.id)

    with pytest.raises(NotFound):
        measure(office, view, bath, "W04", 63)


def test_the_same_room_may_come_twice_and_each_has_its_own_values(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    _changed, second = visits.add_room(office, visit_id, "bad", "Bad oben")
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad", 0), "W04", 63)
    measure(office, view, room_of(view, "bad", 1), "W04", 80)

    view = view_of(office, visit_id)
    assert view.rooms[-1].room.id == second
    assert [room_of(view, "bad", n).measurements["W04"].value for n in (0, 1)] == [D(63), D(80)]


def test_a_room_comes_after_those_that_are_there_also_when_one_was_removed(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    records.remove(office, Room, view_of(office, visit_id).rooms[2].room.id)
    visits.add_room(office, visit_id, "balkon")
    visits.add_room(office, visit_id, "keller")

    kinds = [room.room.kind for room in view_of(office, visit_id).rooms]
    assert kinds == [*FIRST_ROOMS[:2], *FIRST_ROOMS[3:], "balkon", "keller"]


def test_findings_stand_in_their_room_or_beside_all_of_them(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id
    findings.add_finding(office, visit_id, "Wannenrand zu hoch", room_id=bath, hazard="2")
    findings.add_finding(office, visit_id, "Kein Handlauf", room_id=bath)
    findings.add_finding(office, visit_id, "Sprechanlage zu leise")

    view = view_of(office, visit_id)
    assert [one.text for one in room_of(view, "bad").findings] == ["Wannenrand zu hoch", "Kein Handlauf"]
    assert [one.text for one in view.findings] == ["Sprechanlage zu leise"]


def test_what_was_seen_in_a_removed_room_is_not_lost(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id
    findings.add_finding(office, visit_id, "Wannenrand zu hoch", room_id=bath)
    take_photo(office, visit_id, picture(), room_id=bath)
    records.remove(office, Room, bath)

    view = view_of(office, visit_id)
    assert [one.text for one in view.findings] == ["Wannenrand zu hoch"]
    assert len(view.photos) == 1


def state(office: OfficeStore, visit_id: UUID) -> object:
    now = view_of(office, visit_id)
    return (
        [room.room.kind for room in now.rooms],
        [(m.value, m.answer, m.method, m.note) for room in now.rooms for m in room.measurements.values()],
        [finding.text for room in now.rooms for finding in room.findings],
        [photo.caption for room in now.rooms for photo in room.photos],
        [(measure.title, measure.position) for measure in now.measures],
    )


def deeds_of_a_visit(office: OfficeStore, case_id: UUID, visit_id: UUID) -> list[Callable[[], Changed]]:
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    room_id = bath.room.id
    return [
        lambda: visits.add_room(office, visit_id, "balkon")[0],
        lambda: measure(office, view, bath, "W04", 63),
        lambda: measure(office, view, bath, "W04", 68),
        lambda: entering.keep_method(office, room_id, "W04", "geschaetzt"),
        lambda: entering.keep_remark(office, room_id, "W04", "zugestellt"),
        lambda: findings.add_finding(office, visit_id, "Wanne", room_id=room_id)[0],
        lambda: take_photo(office, visit_id, picture(), room_id=room_id, caption="Wanne")[0],
        lambda: measures.recommend(office, case_id, visit_id=visit_id, title="Griff")[0],
        lambda: records.remove(office, Room, room_id),
    ]


def test_each_deed_of_a_visit_can_be_taken_back(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    states = []
    for deed in deeds_of_a_visit(office, case_id, visit_id):
        states.append(state(office, visit_id))
        assert deed()
    for expected in reversed(states):
        assert office.undo()
        assert state(office, visit_id) == expected


def test_a_removed_finding_comes_back_by_undo(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    _changed, finding_id = findings.add_finding(office, visit_id, "Wannenrand zu hoch")
    records.remove(office, Finding, finding_id)
    assert view_of(office, visit_id).findings == ()

    office.undo()

    assert [one.text for one in view_of(office, visit_id).findings] == ["Wannenrand zu hoch"]


def test_a_visit_is_done_once_its_day_has_come_and_something_was_recorded(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    assert not finish_visit(office, visit_id, DAY)

    findings.add_finding(office, visit_id, "Kein Handlauf")
    assert not finish_visit(office, visit_id, DAY - timedelta(days=1))
    assert finish_visit(office, visit_id, DAY)
    assert not finish_visit(office, visit_id, DAY + timedelta(days=1))

    with office.reading() as session:
        visit = records.get(session, Visit, visit_id)
    assert (visit.finished_on, visit.requirements_edition) == (DAY, "DIN 18040-2:2011-09")
