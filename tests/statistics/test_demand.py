"""What the outlook means for the visits of a year."""

from datetime import date

import pytest

from tests.statistics.peopled import STADTTEILE, aged, cases_of
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.outlook.demand import Demand, demand
from zwk_barrier.statistics.outlook.outlook import Outlook, outlook

YEAR = Period.year(2025)
GROUP = [400, 400, 400, 400, 200, 200, 200, 200, 200]


def an_outlook(factor: float = 1.0) -> Outlook:
    later = {key: [round(n * factor) for n in GROUP] for key in STADTTEILE}
    earlier = dict.fromkeys(STADTTEILE, GROUP)
    found = outlook([aged(later, date(2025, 12, 31)), aged(earlier, date(2020, 12, 31))])
    assert found is not None
    return found


def a_demand(cases: dict[tuple[str, str], int], visits: int = 90, period: Period = YEAR) -> Demand:
    found = demand(an_outlook(), cases_of(cases), cases_of({("13", "70_74"): visits}, "visits"), period)
    assert found is not None
    return found


EVENLY = {(key, age): 5 for key in STADTTEILE for age in ("65_69", "80_84")}


def test_today_is_what_was_counted() -> None:
    found = a_demand(EVENLY, visits=180)

    assert found.visits_per_case == 2.0
    assert found.steps["constant"][0].visits == pytest.approx(180)
    assert found.steps["constant"][0].younger == 0


def test_rates_are_cases_a_year_per_inhabitant_of_the_age() -> None:
    found = a_demand(EVENLY)

    of_age = {use.age: use.per_1000 for use in found.ages}
    assert of_age == {65: pytest.approx(25.0), 70: 0, 75: 0, 80: pytest.approx(25.0), 85: 0}


def test_two_years_of_cases_are_halved() -> None:
    period = Period(Quarter(2024, 1), Quarter(2025, 4))

    assert a_demand(EVENLY, visits=180, period=period).steps["constant"][0].visits == pytest.approx(90)


def test_both_groups_of_ninety_and_younger_make_the_open_one() -> None:
    found = a_demand({("13", "85_89"): 6, ("13", "90_plus"): 12})

    assert found.ages[-1].cases == pytest.approx(18)


def test_a_quarter_more_use_is_a_quarter_more_visits() -> None:
    found = a_demand(EVENLY)

    for usual, more in zip(found.steps["constant"], found.steps["more"], strict=True):
        assert more.visits == pytest.approx(usual.visits * 1.25)


def test_visits_follow_the_people_of_the_age_that_uses_the_office() -> None:
    found = a_demand({(key, "80_84"): 10 for key in STADTTEILE}, visits=90)
    projected = an_outlook().projection.steps[0].persons[:, 7].sum()

    assert found.steps["constant"][1].visits == pytest.approx(90 * projected / (9 * 200))


def test_the_best_district_is_the_measure_of_the_third_scenario() -> None:
    found = a_demand({(key, "70_74"): 40 if key == "21" else 12 for key in STADTTEILE})

    assert found.best == "21"
    best = max(one.use for one in found.districts)
    now = found.steps["best"][0].visits
    assert now == pytest.approx(found.steps["constant"][0].visits * best, rel=1e-9)
    assert now > found.steps["more"][0].visits


def test_a_district_with_little_to_show_is_no_measure() -> None:
    found = a_demand({(key, "70_74"): 3 if key == "21" else 1 for key in STADTTEILE})

    assert found.best is None
    assert found.steps["best"] == found.steps["constant"]


def test_younger_people_and_those_without_a_district_are_not_lost() -> None:
    cases = EVENLY | {("unbekannt", "65_69"): 10, ("13", "45_59"): 20, ("13", "unbekannt"): 5}

    first = a_demand(cases, visits=250).steps["constant"][0]

    assert first.visits == pytest.approx(200)
    assert first.younger == pytest.approx(50)
    assert first.whole == pytest.approx(250)


def test_without_cases_there_is_no_demand() -> None:
    empty = cases_of({})

    assert demand(an_outlook(), empty, empty, YEAR) is None
