"""Recommended measures: from the catalogue or in own words, in the advisor's order."""

from uuid import UUID

import pytest

from tests.casework.visiting import plan, room_of, view_of
from zwk_barrier.casework.plan import measures
from zwk_barrier.model import Building, Dwelling, Measure
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
    assert kept.payers == ["pk4", "kfw", "bab"]


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


def test_in_a_visit_a_measure_moves_past_those_of_that_visit_only(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    for title, visit in (("Griff", visit_id), ("von früher", None), ("auch", None)):
        measures.recommend(office, case_id, visit_id=visit, title=title)
    _changed, ramp = measures.recommend(office, case_id, visit_id=visit_id, title="Rampe")

    measures.move(office, ramp, -1, visit_id=visit_id)
    assert titles(office, visit_id) == ["Rampe", "Griff"]


def test_sorting_by_priority_keeps_the_order_within_one_and_is_one_deed(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    for title, priority in (("Lift", None), ("Griff", "B"), ("Rampe", "D"), ("Licht", "B"), ("Herd", "A")):
        measures.recommend(office, case_id, visit_id=visit_id, title=title, priority=priority)

    measures.sort_by_priority(office, case_id)
    assert titles(office, visit_id) == ["Herd", "Griff", "Licht", "Rampe", "Lift"]
    assert not measures.sort_by_priority(office, case_id)

    office.undo()
    assert titles(office, visit_id) == ["Lift", "Griff", "Rampe", "Licht", "Herd"]


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


def test_the_chosen_quote_replaces_the_estimate_in_the_sum() -> None:
    shower = Measure(cost_low=500_000, cost_high=1_200_000, cost_quoted=980_000)
    total = measures.cost_of([shower, measure(8_000, 35_000), measure(None, None)])

    assert (total.low, total.high) == (988_000, 1_015_000)
    assert (total.priced, total.quoted, total.quoted_amount, total.unpriced) == (2, 1, 980_000, 1)


@pytest.mark.parametrize("status", ["nicht_umgesetzt", "entfallen"])
def test_what_was_dropped_costs_nothing_and_is_not_missed(status: str) -> None:
    total = measures.cost_of([Measure(cost_high=100, status=status), Measure(status=status)])

    assert (total.high, total.priced, total.unpriced) == (0, 0, 0)


def test_a_quote_of_nothing_is_a_price_and_no_missing_one() -> None:
    assert measures.price_of(Measure(cost_low=5, cost_high=9, cost_quoted=0)) == measures.Price(0, 0, True)


def words_of(*plan: Measure) -> tuple[str, str]:
    cost = measures.cost_of(plan)
    both = measures.sum_in_words(cost), measures.basis_in_words(cost)
    return both[0].replace("\N{NO-BREAK SPACE}", " "), both[1].replace("\N{NO-BREAK SPACE}", " ")


def test_a_sum_says_what_it_rests_on() -> None:
    quoted, estimated = Measure(cost_quoted=980_000), measure(8_000, 35_000)

    assert words_of() == ("", "")
    assert words_of(estimated) == ("Zusammen geschätzt: 80–350 €", "")
    assert words_of(quoted) == ("Zusammen laut Angeboten: 9.800 €", "")
    assert words_of(quoted, estimated, Measure()) == (
        "Zusammen: 9.880–10.150 €",
        "Davon 1 von 2 mit Angebot: 9.800 €. 1 Maßnahme ist noch ohne Schätzung.",
    )


def test_what_was_paid_in_the_end_stands_beside_the_sum() -> None:
    done = Measure(cost_low=8_000, cost_high=35_000, cost_actual=21_050, status="umgesetzt")

    assert words_of(done) == (
        "Zusammen geschätzt: 80–350 €",
        "Tatsächlich gekostet hat 1 Maßnahme 210,50 €.",
    )


def warned(number: str, dwelling: Dwelling | None = None, building: Building | None = None) -> str:
    entry = load_catalogue().get(number)
    assert entry is not None
    return " ".join(measures.warnings_for(Measure(**measures.from_catalogue(entry)), dwelling, building))


def test_a_stair_lift_warns_of_the_escape_route_and_tells_what_is_known_of_it() -> None:
    own_house = Dwelling(tenure="eigentum_haus")
    house = Building(escape_route_note="einziges Treppenhaus, 98 cm breit")

    assert warned("M31", own_house) == "Im Treppenhaus den Rettungsweg prüfen."
    assert "Rettungsweg: Einziges Treppenhaus, 98 cm breit." in warned("M31", own_house, house)
    assert "98 cm" not in warned("M38", own_house, house)


def test_a_load_bearing_wall_warns_of_statics() -> None:
    assert "Statik prüfen." in warned("M23")
    assert "Statik" not in warned("M22")


@pytest.mark.parametrize(
    ("tenure", "needs_consent", "warns"),
    [
        ("miete_privat", True, True),
        ("sozialwohnung", None, True),
        ("miete_genossenschaft", False, False),
        ("eigentum_haus", True, False),
        (None, True, True),
        (None, None, False),
    ],
)
def test_whoever_rents_is_told_of_consent_unless_it_is_known_otherwise(
    tenure: str | None, needs_consent: bool | None, warns: bool
) -> None:
    door = Measure(title="Tür verbreitern", kind="bau_gross", needs_consent=needs_consent)

    assert bool(measures.warnings_for(door, Dwelling(tenure=tenure), Building())) is warns


def test_shared_and_listed_houses_are_warned_of_for_building_work_only() -> None:
    house = Building(is_condominium=True, is_listed=True)
    flat = Dwelling(tenure="eigentum_etw")

    assert "Eigentümergemeinschaft" in warned("M52", flat, house)
    assert "Denkmalschutz" in warned("M52", flat, house)
    assert warned("M08", flat, house) == ""
