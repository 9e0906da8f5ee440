"""An age is counted from the day or the year of birth."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.ages import age_group, age_on


def test_a_year_is_completed_on_the_birthday_not_before() -> None:
    born = date(1938, 5, 3)
    assert age_on(date(2026, 5, 2), born) == 87
    assert age_on(date(2026, 5, 3), born) == 88


def test_somebody_born_on_a_leap_day_ages_on_the_first_of_march() -> None:
    assert age_on(date(2026, 2, 28), date(1940, 2, 29)) == 85
    assert age_on(date(2026, 3, 1), date(1940, 2, 29)) == 86


def test_the_day_of_birth_wins_over_the_year_and_the_year_is_enough() -> None:
    assert age_on(date(2026, 1, 1), date(1938, 5, 3), 1950) == 87
    assert age_on(date(2026, 1, 1), None, 1938) == 88


def test_without_a_birth_or_before_it_there_is_no_age() -> None:
    assert age_on(date(2026, 1, 1), None) is None
    assert age_on(date(2026, 1, 1), date(2026, 1, 2)) is None


@pytest.mark.parametrize(
    ("age", "group"),
    [(0, "0_17"), (17, "0_17"), (18, "18_44"), (64, "60_64"), (65, "65_69"), (89, "85_89"), (90, "90_plus")],
)
def test_an_age_belongs_to_one_group(age: int, group: str) -> None:
    assert age_group(age) == group


def test_no_age_is_unknown() -> None:
    assert age_group(None) == "unbekannt"


@given(st.integers(0, 125))
def test_every_age_has_a_group(age: int) -> None:
    assert age_group(age) in load_code_list("age_group")
    assert age_group(age) != "unbekannt"
