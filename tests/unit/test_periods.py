"""Periods are counted as §§ 187 to 193 BGB say."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.reference.deadline_rules import Length, Shift, Unit
from zwk_barrier.reference.public_holidays import LANDS, is_working_day
from zwk_barrier.rules.periods import NoWorkingDay, end_of, months_after, period

days = st.dates(date(2000, 1, 1), date(2060, 1, 1))
lands = st.sampled_from(LANDS)
shifts: st.SearchStrategy[Shift] = st.sampled_from(get_args(Shift))
lengths = st.builds(Length, st.integers(0, 40), st.sampled_from(get_args(Unit)))


@pytest.mark.parametrize(
    ("day", "count", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),  # no 31st, § 188 Abs. 3 BGB
        (date(2028, 1, 31), 1, date(2028, 2, 29)),  # a leap year
        (date(2027, 1, 28), 1, date(2027, 2, 28)),
        (date(2026, 2, 28), 1, date(2026, 3, 28)),  # not the last of March
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_a_month_ends_on_the_day_of_the_same_number_or_the_last_one(day: date, count: int, end: date) -> None:
    assert months_after(day, count) == end


def test_the_day_of_the_event_does_not_count() -> None:
    assert period(date(2026, 11, 2), Length(1, "days"), "HB").starts_on == date(2026, 11, 3)


def test_an_end_moves_over_easter_and_names_every_day_it_moved_over() -> None:
    found = period(date(2026, 3, 13), Length(3, "weeks"), "HB")
    assert found.plain_end == date(2026, 4, 3)
    assert found.skipped == (
        NoWorkingDay(date(2026, 4, 3), "Karfreitag"),
        NoWorkingDay(date(2026, 4, 4)),
        NoWorkingDay(date(2026, 4, 5)),
        NoWorkingDay(date(2026, 4, 6), "Ostermontag"),
    )
    assert found.due_on == date(2026, 4, 7)


def test_an_end_that_must_not_get_longer_moves_back() -> None:
    found = period(date(2026, 10, 4), Length(2, "weeks"), "HB", "back")
    assert (found.plain_end, found.due_on) == (date(2026, 10, 18), date(2026, 10, 16))


def test_a_period_in_working_days_names_the_holidays_it_passed_over() -> None:
    found = period(date(2026, 12, 23), Length(3, "working_days"), "HB")
    assert found.not_counted == (NoWorkingDay(date(2026, 12, 25), "Erster Weihnachtstag"),)
    assert found.due_on == date(2026, 12, 29)


@given(days, lengths, lands, shifts)
def test_no_period_ends_on_a_day_that_is_no_working_day(
    event: date, length: Length, land: str, shift: Shift
) -> None:
    assert is_working_day(period(event, length, land, shift).due_on, land)


@given(days, st.integers(0, 400), lengths, lands, shifts)
def test_a_later_event_never_gives_an_earlier_end(
    event: date, later: int, length: Length, land: str, shift: Shift
) -> None:
    other = period(event + timedelta(days=later), length, land, shift)
    assert period(event, length, land, shift).due_on <= other.due_on


@given(days, lengths, lands, shifts)
def test_an_end_only_moves_over_days_that_are_no_working_days(
    event: date, length: Length, land: str, shift: Shift
) -> None:
    found = period(event, length, land, shift)
    assert abs((found.due_on - found.plain_end).days) == len(found.skipped)
    assert not any(is_working_day(one.day, land) for one in found.skipped)


@given(days, st.integers(0, 200))
def test_weeks_end_on_the_weekday_of_the_event(event: date, count: int) -> None:
    end = end_of(event, Length(count, "weeks"), "HB")
    assert end.weekday() == event.weekday()
    assert (end - event).days == 7 * count
