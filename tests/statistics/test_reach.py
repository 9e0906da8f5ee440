"""Who is reached: exact limits, blind spots, and small districts that tell nothing."""

import math

import pytest

from tests.statistics.peopled import STADTTEILE, cases_of, told
from zwk_barrier.statistics.outlook.poisson import at_most, gamma_strength, poisson_limits, shrunk_ratio
from zwk_barrier.statistics.outlook.reach import Reach, Reached, reach

PEOPLE = dict.fromkeys(STADTTEILE, (4000, 1000))


def a_reach(cases: dict[str, int], people: dict[str, tuple[int, int]] | None = None, **kwargs: bool) -> Reach:
    counted = cases_of({(area, "70_74"): count for area, count in cases.items()})
    return reach(counted, told(people or PEOPLE), "stadtteil", is_rounded=kwargs.get("is_rounded", False))


def of(found: Reach, key: str) -> Reached:
    return next(area for area in found.areas if key in area.areas)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # Garwood's limits at 95 %, as printed in epidemiological tables (e.g. Ulm, Am J Epidemiol 1990; 131: 373-375).
    [
        (0, 0.000, 3.689),
        (1, 0.025, 5.572),
        (2, 0.242, 7.225),
        (3, 0.619, 8.767),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_limits_of_a_count_are_those_of_the_tables(count: int, low: float, high: float) -> None:
    assert list(poisson_limits(count)) == pytest.approx([low, high], abs=0.001)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 0.5), (3, 5.0), (40, 30.5), (200, 260.0), (9_000, 8_700.0)]
)
def test_probabilities_are_sums_of_poisson_terms(count: int, expected: float) -> None:
    logs = (number * math.log(expected) - expected - math.lgamma(number + 1) for number in range(count + 1))

    assert at_most(count, expected) == pytest.approx(math.fsum(math.exp(each) for each in logs), rel=1e-8)


def test_rates_are_cases_of_old_people_per_thousand_of_them() -> None:
    counted = cases_of(
        {("13", "70_74"): 12, ("134", "85_89"): 8, ("13", "45_59"): 30, ("13", "unbekannt"): 2}
    )

    found = reach(counted, told(PEOPLE), "stadtteil", is_rounded=False)

    assert of(found, "13").cases == 20
    assert of(found, "13").rate == pytest.approx(20.0)
    assert [of(found, "13").low, of(found, "13").high] == pytest.approx([12.217, 30.888], abs=0.001)
    assert found.without_age == 2


def test_a_district_whose_upper_limit_lies_below_the_city_is_a_blind_spot() -> None:
    found = a_reach(dict.fromkeys(STADTTEILE, 20) | {"24": 5})

    assert [area.areas for area in found.blind_spots] == [("24",)]
    assert of(found, "24").finding == "blind"


def test_a_district_nobody_came_from_is_named_as_such() -> None:
    found = a_reach(dict.fromkeys(STADTTEILE, 10) | {"24": 0})

    assert of(found, "24").finding == "nobody"


def test_few_cases_where_few_are_to_be_expected_are_no_finding() -> None:
    found = a_reach(dict.fromkeys(STADTTEILE, 4) | {"24": 1})

    assert found.blind_spots == ()


def test_a_district_that_uses_the_office_more_is_named() -> None:
    found = a_reach(dict.fromkeys(STADTTEILE, 10) | {"13": 40})

    assert [area.areas for area in found.strong_places] == [("13",)]


def test_small_districts_are_put_together() -> None:
    people = PEOPLE | {"11": (600, 150), "25": (700, 100)}

    found = a_reach(dict.fromkeys(STADTTEILE, 10), people)

    together = of(found, "11")
    assert together.areas == ("11", "25")
    assert (together.cases, together.inhabitants) == (20, 250)


def test_districts_that_are_small_even_together_tell_no_rate() -> None:
    people = PEOPLE | {"11": (500, 150), "25": (300, 100)}

    together = of(a_reach(dict.fromkeys(STADTTEILE, 10), people), "11")

    assert (together.rate, together.low, together.high, together.finding) == (None, None, None, "unknown")


def test_a_rounded_zero_is_taken_for_up_to_four() -> None:
    cases = dict.fromkeys(STADTTEILE, 5) | {"24": 0}

    exact, rounded = a_reach(cases), a_reach(cases, is_rounded=True)

    assert of(exact, "24").high == pytest.approx(3.689, abs=0.001)
    assert (of(rounded, "24").rate, of(rounded, "24").is_small) == (None, True)
    assert of(rounded, "24").high == pytest.approx(10.242, abs=0.001)
    assert of(rounded, "24").finding == ""


def test_the_limits_of_a_rounded_count_allow_for_its_rounding() -> None:
    found = of(a_reach(dict.fromkeys(STADTTEILE, 5), is_rounded=True), "24")

    assert found.rate == pytest.approx(5.0)
    assert [found.low, found.high] == pytest.approx([0.025, 17.085], abs=0.001)  # of 1 and of 9


def test_cases_without_the_part_count_for_the_district_but_for_no_part() -> None:
    counted = cases_of({("13_ohne", "70_74"): 7, ("134", "70_74"): 3, ("ausserhalb", "70_74"): 2})
    people = told(dict.fromkeys(("131", "132", "133", "134", "135", "136", "137"), (4000, 1000)))

    by_part = reach(counted, people, "ortsteil", is_rounded=False)
    by_district = reach(counted, people, "stadtteil", is_rounded=False)

    assert (of(by_part, "134").cases, by_part.without_area) == (3, 9)
    assert (of(by_district, "13").cases, by_district.without_area) == (10, 2)


def test_a_district_without_inhabitants_in_the_table_has_no_rate() -> None:
    people = {key: (4_000, 1_000) for key in STADTTEILE if key != "25"}

    assert of(a_reach(dict.fromkeys(STADTTEILE, 10), people), "25").finding == "unknown"


def test_small_areas_are_drawn_further_towards_the_city() -> None:
    people = PEOPLE | {"23": (1_200, 100)}
    cases = dict(zip(STADTTEILE, (30, 5, 25, 8, 28, 6, 4, 9, 20), strict=True))

    found = a_reach(cases, people)

    whole = found.whole.rate or 0
    small, large = of(found, "23"), of(found, "11")
    pulled = [abs((area.shrunk or 0) - whole) / abs((area.rate or 0) - whole) for area in (small, large)]
    assert 0 < pulled[0] < pulled[1] < 1


def test_areas_that_differ_no_more_than_chance_all_have_the_mean() -> None:
    assert gamma_strength([10, 11, 9], [10, 10, 10]) == math.inf
    assert shrunk_ratio(11, 10, 1.0, math.inf) == 1.0


def test_the_weight_of_the_mean_follows_from_the_moments() -> None:
    # Ratios 2 and 0.5 at 10 expected each: mean 1.25, spread 0.5625, chance 1.25 / 10, left 0.4375.
    assert gamma_strength([20, 5], [10, 10]) == pytest.approx(1.25 / 0.4375)
