"""What is asked in a room, what a value means there, and how much of a dwelling was looked at."""

from decimal import Decimal

import pytest

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records, visits
from zwk_barrier.casework.measuring import (
    Coverage,
    all_criteria_in,
    coverage_of,
    criteria_in,
    measured_elsewhere,
    requirements_of,
    tolerance_of,
    value_text,
    verdict_on,
)
from zwk_barrier.casework.visits import Measured, VisitView
from zwk_barrier.model import Visit
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.store.office import OfficeStore

D = Decimal


def criterion(view: VisitView, criterion_id: str) -> Criterion:
    found = requirements_of(view.visit).get(criterion_id)
    assert found is not None
    return found


def asked(view: VisitView, kind: str = "bad") -> list[str]:
    return [one.id for one in criteria_in(view.visit, room_of(view, kind))]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_room_asks_at_first_what_needs_no_special_instrument(office: OfficeStore) -> None:
    view = view_of(office, plan(office)[1])
    bath = room_of(view, "bad")

    everything = [one.id for one in all_criteria_in(view.visit, bath)]
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
        one.id
        for one in all_criteria_in(view.visit, room_of(view, "bad"))
        if one.id in after  # in the order of the edition
    ]


def test_coverage_counts_what_is_asked(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    of = len(asked(view))
    assert coverage_of(view.visit, [bath]) == Coverage(0, of)

    measure(office, view, bath, "W04", 63)
    measure(office, view, bath, "D05", Measured(is_applicable=False))
    measure(office, view, bath, "W07", Measured())
    assert coverage_of(view.visit, [room_of(view_of(office, visit_id), "bad")]) == Coverage(2, of)

    measure(office, view, bath, "D09", Measured(grade="A"))
    assert coverage_of(view.visit, [room_of(view_of(office, visit_id), "bad")]) == Coverage(3, of + 1)


def test_a_remark_alone_is_no_check(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    visits.keep_remark(office, bath.room.id, "W04", "Tür war zugestellt")

    assert coverage_of(view.visit, [room_of(view_of(office, visit_id), "bad")]).checked == 0


def test_the_whole_dwelling_is_the_sum_of_its_rooms(office: OfficeStore) -> None:
    view = view_of(office, plan(office)[1])

    whole = coverage_of(view.visit, view.rooms)
    assert whole.of == sum(len(criteria_in(view.visit, room)) for room in view.rooms)
    assert 50 <= whole.of <= 65


def test_a_wheelchair_asks_more_and_judges_harder(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 85)
    records.keep(office, Visit, visit_id, profile="R")

    after = view_of(office, visit_id)
    assert set(asked(view)) < set(asked(after))
    kept = room_of(after, "bad").measurements["W04"]
    assert verdict_on(criterion(view, "W04"), view.visit, kept).verdict == "met"
    assert verdict_on(criterion(after, "W04"), after.visit, kept).verdict == "partly"


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
    assert coverage_of(view.visit, [room_of(view_of(office, visit_id), "bad")]).checked == 1


def test_values_of_another_profile_are_counted_but_not_shown(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    assert measured_elsewhere(view.visit, room_of(view_of(office, visit_id), "bad")) == 0

    records.keep(office, Visit, visit_id, profile="KfW")

    view = view_of(office, visit_id)
    assert measured_elsewhere(view.visit, room_of(view, "bad")) == 1
    assert "W04" not in asked(view)
    assert coverage_of(view.visit, [room_of(view, "bad")]).checked == 0


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
def test_each_method_has_its_accuracy(method: str | None, tolerance: str) -> None:
    assert tolerance_of(method) == D(tolerance)


def test_a_value_is_judged_by_the_method_it_was_found_with(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    records.keep(office, Visit, visit_id, method="laser")
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", "79.7", method="laser")
    measure(office, view, room_of(view, "flur"), "W04", "79.7", method="zollstock")
    measure(office, view, room_of(view, "kueche"), "W04", 78, method="geschaetzt")

    view = view_of(office, visit_id)
    door = criterion(view, "W04")
    found = {
        kind: verdict_on(door, view.visit, room_of(view, kind).measurements["W04"])
        for kind in ("bad", "flur", "kueche")
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
    assert verdict_on(criterion(view, "W04"), view.visit, kept).verdict == "met"


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
