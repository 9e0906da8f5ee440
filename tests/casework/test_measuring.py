"""What is asked in a room, what a value means there, and how much of a dwelling was looked at."""

from decimal import Decimal
from uuid import UUID

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.visit import entering, visits
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measuring import (
    Coverage,
    all_points_in,
    coverage_of,
    measured_elsewhere,
    points_in,
    tolerance_of,
    value_text,
    verdict_on,
    verdicts_on,
)
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import CaseFile, Measurement, Person, RoomPart, Visit
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.rules.requirements import Assessment
from zwk_barrier.store.office import OfficeStore

D = Decimal


def criterion(view: VisitView, criterion_id: str) -> Criterion:
    found = view.basis.requirements.get(criterion_id)
    assert found is not None
    return found


def asked(view: VisitView, kind: str = "bad") -> list[str]:
    return [one.key for one in points_in(view, room_of(view, kind))]


def judged(view: VisitView, kept: Measurement, criterion_id: str = "W04") -> Assessment:
    return verdict_on(criterion(view, criterion_id), view.basis, kept, visit_method=view.visit.method)


def coverage_in(office: OfficeStore, visit_id: UUID, kind: str = "bad") -> Coverage:
    view = view_of(office, visit_id)
    return coverage_of(view, [room_of(view, kind)])


def elsewhere(office: OfficeStore, visit_id: UUID) -> int:
    view = view_of(office, visit_id)
    return measured_elsewhere(view, room_of(view, "bad"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_room_asks_at_first_what_needs_no_special_instrument(office: OfficeStore) -> None:
    view = view_of(office, plan(office)[1])
    bath = room_of(view, "bad")

    everything = [one.key for one in all_points_in(view, bath)]
    assert len(asked(view)) < len(everything)
    assert {"W04", "D03", "D06"} <= set(asked(view))
    assert "G06" not in asked(view)
    assert "G06" in everything


def test_whatever_was_looked_at_is_asked_from_then_on(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    before = len(asked(view))
    measure(office, view, room_of(view, "bad"), "D09", Measured(grade="A"))

    after = asked(view_of(office, visit_id))
    assert len(after) == before + 1
    assert after == [
        one.key
        for one in all_points_in(view, room_of(view, "bad"))
        if one.key in after  # in the order of the edition
    ]


def test_coverage_counts_what_is_asked(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    of = len(asked(view))
    assert coverage_of(view, [bath]) == Coverage(0, of)

    measure(office, view, bath, "W04", 63)
    measure(office, view, bath, "D05", Measured(is_applicable=False))
    measure(office, view, bath, "W07", Measured())
    assert coverage_in(office, visit_id) == Coverage(2, of)

    measure(office, view, bath, "D09", Measured(grade="A"))
    assert coverage_in(office, visit_id) == Coverage(3, of + 1)


def test_a_remark_alone_is_no_check(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    entering.keep_remark(office, bath.room.id, "W04", "Tür war zugestellt")

    assert coverage_in(office, visit_id).checked == 0


def test_the_whole_dwelling_is_the_sum_of_its_rooms(office: OfficeStore) -> None:
    view = view_of(office, plan(office)[1])

    whole = coverage_of(view)
    assert whole.of == sum(len(points_in(view, room)) for room in view.rooms)
    assert 50 <= whole.of <= 65


def test_a_wheelchair_asks_more_and_judges_harder(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 85)
    records.keep(office, Visit, visit_id, profile="R")

    after = view_of(office, visit_id)
    assert set(asked(view)) < set(asked(after))
    kept = room_of(after, "bad").measurements["W04"]
    assert judged(view, kept).verdict == "met"
    assert judged(after, kept).verdict == "partly"


@pytest.mark.parametrize("other", ["R", "KfW"])
def test_another_profile_keeps_the_values_and_they_come_back_with_the_first(
    office: OfficeStore, other: str
) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    records.keep(office, Visit, visit_id, profile=other)
    records.keep(office, Visit, visit_id, profile="B")

    assert room_of(view_of(office, visit_id), "bad").measurements["W04"].value == D(63)
    assert coverage_in(office, visit_id).checked == 1


def test_one_measurement_is_judged_by_every_level_that_asks(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        person_id = session.get_one(CaseFile, case_id).person_id
    records.keep(office, Person, person_id, aid_width_cm=65)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 82)

    view = view_of(office, visit_id)
    kept = room_of(view, "bad").measurements["W04"]
    found = verdicts_on(criterion(view, "W04"), view.basis, kept, visit_method=None)
    assert {level: (one.verdict, plain(one.required_text)) for level, one in found.items()} == {
        "B": ("met", "mindestens 80 cm"),
        "R": ("partly", "mindestens 90 cm"),
        "KfW": ("met", "mindestens 80 cm"),
        "individuell": ("met", "mindestens 67 cm"),
    }


def test_the_subsidy_asks_for_the_same_door_and_not_for_a_second_one(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    records.keep(office, Visit, visit_id, profile="KfW")

    view = view_of(office, visit_id)
    assert "W04" in asked(view)
    assert "Q02" not in asked(view)
    assert elsewhere(office, visit_id) == 0
    assert coverage_of(view, [room_of(view, "bad")]).checked == 1


def test_values_of_another_profile_are_counted_but_not_shown(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "D06", Measured(D(90), D(90)))
    assert elsewhere(office, visit_id) == 0

    records.keep(office, Visit, visit_id, profile="KfW")

    view = view_of(office, visit_id)
    assert elsewhere(office, visit_id) == 1
    assert "D06" not in asked(view)
    assert coverage_of(view, [room_of(view, "bad")]).checked == 0


def test_a_value_of_a_criterion_that_became_part_of_another_is_still_shown(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    records.keep(office, Visit, visit_id, profile="KfW")
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "Q02", 63)

    view = view_of(office, visit_id)
    kept = room_of(view, "bad").measurements["Q02"]
    assert "Q02" in asked(view)
    assert judged(view, kept, "Q02").verdict == "not_met"


def test_a_second_door_is_measured_on_its_own(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    hall = room_of(view, "flur")
    before = len(asked(view, "flur"))
    measure(office, view, hall, "W04", 90)
    _changed, part_id = visits.add_part(office, hall.room.id, "Innentür", "Tür zum Bad")
    entering.enter_measurement(
        office, hall.room.id, "W04", Measured(D(63)), unit="cm", method=None, part_id=part_id
    )

    view = view_of(office, visit_id)
    hall = room_of(view, "flur")
    points = {point.key: point for point in points_in(view, hall)}
    second = f"W04/{part_id.hex}"
    assert len(points) > before
    assert points[second].element() == "Tür zum Bad"
    assert hall.measurements["W04"].value == D(90)
    assert hall.measurements[second].value == D(63)
    assert [one.text for one in barriers(view)] == [
        "Tür zum Bad: Lichte Breite der Tür 63\N{NO-BREAK SPACE}cm"
    ]


def test_with_a_removed_part_its_values_are_gone_and_come_back_with_undo(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    hall = room_of(view_of(office, visit_id), "flur").room.id
    _changed, part_id = visits.add_part(office, hall, "Innentür")
    entering.enter_measurement(office, hall, "W04", Measured(D(63)), unit="cm", method=None, part_id=part_id)
    records.remove(office, RoomPart, part_id)
    assert room_of(view_of(office, visit_id), "flur").measurements == {}

    office.undo()
    assert f"W04/{part_id.hex}" in room_of(view_of(office, visit_id), "flur").measurements


def test_a_profile_this_program_does_not_know_is_measured_as_b(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    known = asked(view_of(office, visit_id))
    records.keep(office, Visit, visit_id, profile="Z9")

    assert asked(view_of(office, visit_id)) == known


@pytest.mark.parametrize(
    ("method", "tolerance"),
    [
        ("laser", "0.2"),
        ("zollstock", "0.5"),
        ("geschaetzt", "5"),
        ("wasserwaage", "0"),
        (None, "0"),
        ("?", "0"),
    ],
)
def test_each_method_has_its_accuracy(office: OfficeStore, method: str | None, tolerance: str) -> None:
    basis = view_of(office, plan(office)[1]).basis
    assert tolerance_of(method, basis) == D(tolerance)


def test_a_value_is_judged_by_the_method_it_was_found_with(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    records.keep(office, Visit, visit_id, method="laser")
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", "79.7", method="laser")
    measure(office, view, room_of(view, "flur"), "W04", "79.7", method="zollstock")
    measure(office, view, room_of(view, "kueche"), "W04", 78, method="geschaetzt")

    view = view_of(office, visit_id)
    found = {
        kind: judged(view, room_of(view, kind).measurements["W04"]) for kind in ("bad", "flur", "kueche")
    }
    assert {kind: one.verdict for kind, one in found.items()} == {
        "bad": "partly",
        "flur": "met",
        "kueche": "partly",
    }
    assert found["kueche"].is_uncertain


def test_a_value_without_a_method_is_judged_by_that_of_the_visit(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", "79.7")
    records.keep(office, Visit, visit_id, method="zollstock")

    view = view_of(office, visit_id)
    kept = room_of(view, "bad").measurements["W04"]
    assert judged(view, kept).verdict == "met"


@pytest.mark.parametrize(
    ("criterion_id", "measured", "text"),
    [
        ("W04", Measured(D("63.5")), "63,5 cm"),
        ("D04", Measured(D(110), D(135)), "110 × 135 cm"),
        ("D04", Measured(D(110)), ""),
        ("D01", Measured(answer=False), "nein"),
        ("D09", Measured(grade="A"), "A"),
        ("A14", Measured(D(3)), "3"),
        ("A06", Measured(D("2.5")), "2,5 %"),
        ("W04", None, ""),
    ],
)
def test_a_value_reads_as_people_write_it(
    office: OfficeStore, criterion_id: str, measured: Measured | None, text: str
) -> None:
    view = view_of(office, plan(office)[1])

    assert plain(value_text(criterion(view, criterion_id), measured)) == text
