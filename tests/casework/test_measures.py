"""Recommended measures: from the catalogue or in own words, in the advisor's order."""

from uuid import UUID

import pytest

from tests.casework.visiting import plan, room_of, view_of
from zwk_barrier.casework import measures
from zwk_barrier.model import Measure
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.store.office import OfficeStore


def recommend(office: OfficeStore, *titles: str) -> tuple[UUID, list[UUID]]:
    case_id, visit_id = plan(office)
    return visit_id, [
        measures.recommend(office, case_id, visit_id=visit_id, title=title)[1] for title in titles
    ]


def titles(office: OfficeStore, visit_id: UUID) -> list[str | None]:
    return [measure.title for measure in view_of(office, visit_id).measures]


def test_a_measure_of_the_catalogue_brings_its_cost_in_cents_its_trade_and_whose_consent_it_needs(
    office: OfficeStore,
) -> None:
    case_id, visit_id = plan(office)
    entry = load_catalogue().get("M52")
    assert entry is not None
    assert entry.cost_low is not None
    bath = room_of(view_of(office, visit_id), "bad").room.id

    measures.recommend(office, case_id, visit_id=visit_id, room_id=bath, **measures.from_catalogue(entry))

    (kept,) = view_of(office, visit_id).measures
    assert (kept.catalogue_number, kept.title) == ("M52", "Wanne durch bodengleiche Dusche ersetzen")
    assert kept.cost_low == entry.cost_low * 100
    assert (kept.needs_consent, kept.room_id, kept.status) == (entry.consent_needed, bath, "empfohlen")


def test_every_measure_of_the_catalogue_can_be_recommended(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    for entry in load_catalogue():
        measures.recommend(office, case_id, visit_id=visit_id, **measures.from_catalogue(entry))

    assert titles(office, visit_id) == [entry.title() for entry in load_catalogue()]


def test_measures_stand_in_the_order_they_were_recommended(office: OfficeStore) -> None:
    visit_id, _ids = recommend(office, "Griff", "Rampe", "Lift")

    assert titles(office, visit_id) == ["Griff", "Rampe", "Lift"]


@pytest.mark.parametrize(
    ("place", "steps", "expected"),
    [
        (2, -1, ["Griff", "Lift", "Rampe"]),
        (0, 1, ["Rampe", "Griff", "Lift"]),
        (2, -9, ["Lift", "Griff", "Rampe"]),
        (0, -1, ["Griff", "Rampe", "Lift"]),
        (2, 1, ["Griff", "Rampe", "Lift"]),
    ],
)
def test_a_measure_moves_up_and_down_and_not_beyond_the_ends(
    office: OfficeStore, place: int, steps: int, expected: list[str]
) -> None:
    visit_id, ids = recommend(office, "Griff", "Rampe", "Lift")

    measures.move(office, ids[place], steps)

    assert titles(office, visit_id) == expected


def test_a_move_at_the_end_changes_nothing_and_any_other_can_be_taken_back(office: OfficeStore) -> None:
    visit_id, ids = recommend(office, "Griff", "Rampe")
    assert not measures.move(office, ids[0], -1)

    measures.move(office, ids[1], -1)
    office.undo()

    assert titles(office, visit_id) == ["Griff", "Rampe"]


def test_a_cost_that_cannot_be_is_refused(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with pytest.raises(InputProblem):
        measures.recommend(office, case_id, visit_id=visit_id, title="Griff", cost_low=-1)


def measure(low: int | None, high: int | None) -> Measure:
    return Measure(title="Griff", cost_low=low, cost_high=high)


@pytest.mark.parametrize(
    ("plan", "low", "high", "unpriced"),
    [
        ([], 0, 0, 0),
        ([(8_000, 35_000), (500_000, 1_200_000)], 508_000, 1_235_000, 0),
        ([(8_000, 35_000), (None, None)], 8_000, 35_000, 1),
        ([(8_000, None), (None, 35_000)], 8_000, 43_000, 0),
        ([(0, 10_000)], 0, 10_000, 0),
    ],
)
def test_costs_are_summed_and_what_has_no_estimate_is_counted(
    plan: list[tuple[int | None, int | None]], low: int, high: int, unpriced: int
) -> None:
    total = measures.cost_of([measure(*ends) for ends in plan])

    assert (total.low, total.high, total.unpriced) == (low, high, unpriced)
