import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.rules import case_numbers


@pytest.mark.parametrize("written", ["2026-0147", "26-147", "2026/147", " 2026 - 147 "])
def test_one_number_may_be_written_in_many_ways(written: str) -> None:
    assert case_numbers.normalise(written) == "2026-0147"


def test_what_is_no_number_comes_back_as_it_is() -> None:
    assert case_numbers.normalise(" Petrova ") == "Petrova"


def test_the_first_number_of_a_year_is_one() -> None:
    assert case_numbers.next_number(2026, None) == "2026-0001"


def test_numbers_go_on_after_the_highest_and_past_four_digits() -> None:
    assert case_numbers.next_number(2026, "2026-0147") == "2026-0148"
    assert case_numbers.next_number(2026, "2026-9999") == "2026-10000"


def test_a_device_counts_for_itself() -> None:
    assert case_numbers.next_number(2026, "2026-B0009", "B") == "2026-B0010"


@given(st.integers(2000, 2099), st.integers(1, 999_999), st.sampled_from(["", "A", "Z"]))
def test_a_number_as_written_is_read_back_in_any_case(year: int, count: int, device: str) -> None:
    number = case_numbers.case_number(year, count, device)
    assert case_numbers.normalise(number.lower()) == number
    assert case_numbers.normalise(number[2:]) == number
