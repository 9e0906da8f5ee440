"""The outlook by cohort change ratios: against a hand, against a population made to order, against a second hand."""

from collections.abc import Sequence
from datetime import date
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.statistics.peopled import ORTSTEILE, STADTTEILE, a_table, aged
from zwk_barrier.rules.population import PopulationCell
from zwk_barrier.statistics.outlook.forecast import (
    GROUPS,
    AgeTable,
    Anchor,
    change_ratios,
    home_residents,
    project,
    scaled,
)
from zwk_barrier.statistics.outlook.outlook import Outlook, outlook
from zwk_barrier.statistics.outlook.population import Denominator

T10, T5, T0 = date(2015, 12, 31), date(2020, 12, 31), date(2025, 12, 31)
Rows = Sequence[Sequence[float]] | NDArray[np.float64]


def table(rows: Rows, on: date = T0) -> AgeTable:
    return AgeTable(STADTTEILE[: len(rows)], on, np.array(rows, dtype=np.float64))


def seen(found: Outlook | None) -> Outlook:
    assert found is not None
    return found


def test_the_ratios_are_those_worked_out_by_hand() -> None:
    # City, each group: (90 + 310) / (100 + 300) = 1; A: (90 + 200·1) / (100 + 200); B: (310 + 200·1) / (300 + 200).
    # Open group from two: city (90 + 310) / (200 + 600) = 0.5; A: (90 + 100) / 400; B: (310 + 100) / 800.
    found = project(table([[100] * 9, [300] * 9], T5), table([[90] * 9, [310] * 9]), 1).steps[0]

    assert found.on == date(2030, 12, 31)
    assert found.persons[0, 1] == pytest.approx(90 * 290 / 300)
    assert found.persons[1, 1] == pytest.approx(310 * 510 / 500)
    assert found.persons[0, 8] == pytest.approx(180 * 190 / 400)
    assert found.persons[1, 8] == pytest.approx(620 * 410 / 800)
    assert np.isnan(found.persons[:, 0]).all()


def test_ratios_without_the_city_recover_a_population_made_with_them() -> None:
    chance = np.random.default_rng(7)
    ratios = chance.uniform(0.4, 1.3, size=(9, 8))
    first = chance.uniform(100, 900, size=(9, 9))
    following = [first]
    for _step in range(4):
        before = following[-1]
        who = np.hstack([before[:, :7], before[:, 7:].sum(axis=1, keepdims=True)])
        following.append(np.hstack([chance.uniform(100, 900, size=(9, 1)), who * ratios]))

    found = project(table(following[0], T5), table(following[1]), 3, m=0)

    for step, true in zip(found.steps, following[2:], strict=True):
        known = ~np.isnan(step.persons)
        assert np.allclose(step.persons[known][: len(true)], true[known][: len(true)])
        assert np.allclose(step.from_age(65)[0], true[0, GROUPS.index(65) :].sum())


def test_one_ratio_everywhere_is_recovered_whatever_the_weight_of_the_city() -> None:
    rows = np.outer([1, 3, 0.2], [500, 480, 450, 420, 400, 350, 280, 160, 120])
    later = np.hstack([rows[:, :1], rows[:, :7] * 0.9, rows[:, 7:].sum(axis=1, keepdims=True) * 0.4])

    for m in (0.0, 100.0, 300.0):
        ratios, was_clipped = change_ratios(rows, later, m)
        assert np.allclose(ratios[:, :7], 0.9)
        assert np.allclose(ratios[:, 7], 0.4)
        assert not was_clipped.any()


@given(
    st.lists(st.lists(st.integers(0, 2_000), min_size=9, max_size=9), min_size=1, max_size=6),
    st.lists(st.lists(st.integers(0, 2_000), min_size=9, max_size=9), min_size=6, max_size=6),
)
def test_no_table_gives_negative_or_endless_numbers(earlier: Rows, later: Rows) -> None:
    found = project(table(earlier, T5), table(later[: len(earlier)]), 3)

    for step in found.steps:
        old = step.from_age(65)
        assert (old >= 0).all()
        assert (old < inf).all()


def test_a_ratio_beyond_three_is_clipped_and_told() -> None:
    found = project(table([[10] * 9, [1_000] * 9], T5), table([[900] * 9, [1_000] * 9]), 1, m=0)

    assert found.was_clipped == (STADTTEILE[0],)
    assert found.steps[0].persons[0, 1] == pytest.approx(2_700)


def test_beyond_fifteen_years_there_is_no_projection() -> None:
    with pytest.raises(ValueError, match="15 years"):
        project(table([[100] * 9], T5), table([[100] * 9]), 4)


def test_people_in_care_homes_stay_as_many_as_there_are_places() -> None:
    earlier, base = table([[100] * 9], T5), table([[100] * 7 + [100, 100]])
    homes = home_residents(base, {STADTTEILE[0]: 60})

    found = project(
        earlier, base, 1, m=0, earlier_homes=home_residents(earlier, {STADTTEILE[0]: 60}), homes=homes
    )

    assert homes[0, 7:].tolist() == [30, 30]
    # Of 140 at home in the two last groups 70 were left in the open one; the 60 are not carried on, but put back.
    assert found.steps[0].persons[0, 8] == pytest.approx(140 * 70 / 140 + 30)
    assert found.steps[0].persons[0, 7] == pytest.approx(100 * 70 / 100 + 30)


def test_more_places_than_old_people_leave_nobody_at_home() -> None:
    assert home_residents(table([[100] * 7 + [10, 30]]), {STADTTEILE[0]: 90})[0, 7:].tolist() == [10, 30]


def test_an_official_projection_is_met_on_its_day() -> None:
    rows = [[100.0] * 9, [300.0] * 9]
    raw = project(table(rows, T5), table(rows), 2)

    found = scaled(raw, [Anchor(date(2035, 12, 31), 2_500.0, 900.0)])

    assert found.steps[1].from_age(65).sum() == pytest.approx(2_500)
    assert found.steps[1].from_age(80).sum() == pytest.approx(900)
    half = found.steps[0].from_age(80).sum() / raw.steps[0].from_age(80).sum()
    assert half == pytest.approx((1 + 900 / raw.steps[1].from_age(80).sum()) / 2, rel=1e-3)


# The whole outlook ---------------------------------------------------------------------------------------------


def grown(factor: float, base: int = 400) -> dict[str, list[int]]:
    """The same groups in every Ortsteil, each a little different."""
    return {
        key: [round((base + 7 * place) * factor * (1 - 0.06 * group)) for group in range(9)]
        for place, key in enumerate(ORTSTEILE)
    }


def three_tables() -> list[Denominator]:
    return [aged(grown(1.1), T0), aged(grown(1.04), T5), aged(grown(1.0), T10)]


def test_the_outlook_stands_on_the_newest_table_and_those_five_years_apart() -> None:
    tables = [*three_tables(), aged(grown(1.02), date(2018, 12, 31))]

    found = seen(outlook(sorted(tables, key=lambda one: one.counted_on, reverse=True)))

    assert [one.counted_on.year for one in found.tables] == [2025, 2020, 2015]
    assert [day.year for day in found.days] == [2030, 2035, 2040]
    assert found.cautions == ()


def test_districts_are_the_sums_of_their_parts() -> None:
    found = seen(outlook(three_tables()))

    lehe = next(row for row in found.districts if row.area == "13")
    parts = [row for row in found.parts if row.area is not None and row.area.startswith("13")]
    assert lehe.old_now == sum(row.old_now for row in parts)
    assert lehe.old[2].persons == pytest.approx(sum(row.old[2].persons for row in parts))
    assert found.region.old[0].persons == pytest.approx(sum(row.old[0].persons for row in found.districts))


def test_eighty_and_older_are_told_for_districts_only() -> None:
    found = seen(outlook(three_tables()))

    assert all(row.very_old for row in found.districts)
    assert not any(row.very_old for row in found.parts)
    assert {row.tendency for row in found.parts} <= {"rising", "falling", "level"}


def test_the_error_is_the_one_computed_a_second_time_from_scratch() -> None:
    chance = np.random.default_rng(3)
    numbers = [
        {key: [int(n) for n in chance.integers(200, 700, size=9)] for key in ORTSTEILE} for _table in range(3)
    ]
    tables = [aged(numbers[2], T0), aged(numbers[1], T5), aged(numbers[0], T10)]

    test = seen(outlook(tables)).tests["part_65"]

    came = []
    for key in ORTSTEILE:
        then, now, true = (numbers[place][key] for place in range(3))
        projected = 0.0
        for group in range(3, 8):
            a, b = (group, group) if group < 7 else (7, 8)
            left, there = now[group + 1], sum(then[a : b + 1])
            city = sum(one[group + 1] for one in numbers[1].values()) / sum(
                sum(one[a : b + 1]) for one in numbers[0].values()
            )
            projected += sum(now[a : b + 1]) * min(3.0, (left + 200 * city) / (there + 200))
        came.append(sum(true[4:]) / projected)
    came.sort()
    tenth = came[2] + (came[3] - came[2]) * 0.3  # 24 values: the tenth percentile lies at place 2.3
    assert test.areas == 24
    assert test.low == pytest.approx(min(1.0, tenth))
    assert test.median == pytest.approx(float(np.median([abs(1 / one - 1) * 100 for one in came])))


def test_the_band_widens_with_every_step() -> None:
    numbers = [grown(1.0), grown(1.05), grown(1.2)]
    numbers[2]["134"] = [round(n * 0.7) for n in numbers[2]["134"]]
    found = seen(outlook([aged(numbers[2], T0), aged(numbers[1], T5), aged(numbers[0], T10)]))

    row = found.parts[0]
    widths = [((one.high or 0) - (one.low or 0)) / one.persons for one in row.old]
    assert 0 < widths[0] < widths[1] < widths[2]


def test_two_tables_give_an_outlook_without_a_band_and_say_so() -> None:
    found = seen(outlook(three_tables()[:2]))

    assert found.cautions == ("no_back_test",)
    assert found.region.old[0].low is None


def test_one_table_alone_gives_none() -> None:
    assert outlook(three_tables()[:1]) is None
    assert outlook([three_tables()[0], three_tables()[2]]) is None


def test_tables_six_years_apart_are_used_with_a_warning() -> None:
    found = seen(outlook([aged(grown(1.1), T0), aged(grown(1.0), date(2019, 12, 31))]))

    assert "not_five_years" in found.cautions


def test_small_areas_and_care_homes_are_marked() -> None:
    homes = [a_table([PopulationCell("134", None, None, None, 150)], T0, kind="heimplaetze")]
    large = grown(1.1) | {"134": [900] * 9}
    tables = [aged(large, T0, younger=300), aged(grown(1.0), T5, younger=300)]
    assert tables[0].inhabitants.persons("111") == sum(large["111"]) + 300 > 2_000
    tables[0] = aged(large | {"111": [100] * 9}, T0, younger=300)

    found = seen(outlook(tables, homes))

    marked = {row.area: row.cautions for row in found.parts}
    assert "homes" in marked["134"]
    assert next(row.homes for row in found.districts if row.area == "13") == 150
    assert "small" in marked["111"]
    assert not {"homes", "small"} & set(marked["135"])


def test_other_cuts_of_the_parts_lead_to_districts_alone() -> None:
    earlier = {key: [400] * 9 for key in STADTTEILE}

    found = seen(outlook([aged(grown(1.1), T0), aged(earlier, T5)]))

    assert found.parts == ()
    assert "reform" in found.cautions
    assert len(found.districts) == 9


def test_the_official_projection_of_the_region_is_met() -> None:
    cells = [PopulationCell(None, None, 65, None, 99_000), PopulationCell(None, None, 80, None, 30_000)]
    official = [a_table(cells, date(2035, 12, 31), kind="prognose", source="Landesamt")]

    found = seen(outlook(three_tables(), (), official))

    assert found.region.old[1].persons == pytest.approx(99_000)
    assert found.region.very_old[1].persons == pytest.approx(30_000)
    assert found.anchors == tuple(official)
