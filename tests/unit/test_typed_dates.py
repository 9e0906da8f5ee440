"""Dates are taken as people type them, and refused with a sentence that helps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed import format_date, parse_date, parse_year_or_date

TODAY = date(2026, 11, 24)  # a Tuesday
FIRST, IN_FIVE_YEARS = date(1990, 1, 1), date(2031, 11, 24)
BIRTH = date(1900, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3.5.2026", date(2026, 5, 3)),
        ("03.05.2026", date(2026, 5, 3)),
        ("3.5.26", date(2026, 5, 3)),
        ("3. 5. 2026", date(2026, 5, 3)),
        ("3/5/2026", date(2026, 5, 3)),
        ("3-5-26", date(2026, 5, 3)),
        ("2026-05-03", date(2026, 5, 3)),
        ("030526", date(2026, 5, 3)),
        ("03052026", date(2026, 5, 3)),
        ("3. Mai 2026", date(2026, 5, 3)),
        ("3 May 26", date(2026, 5, 3)),
        ("1. März 2026", date(2026, 3, 1)),
        ("1. Ma\u0308rz 2026", date(2026, 3, 1)),
        ("3.5.", date(2027, 5, 3)),
        ("3.5", date(2027, 5, 3)),
        ("3. Mai", date(2027, 5, 3)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_a_calendar_day_is_read_in_every_usual_writing(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", TODAY),
        (" Heute ", TODAY),
        ("morgen", date(2026, 11, 25)),
        ("übermorgen", date(2026, 11, 26)),
        ("gestern", date(2026, 11, 23)),
        ("+14", date(2026, 12, 8)),
        ("+ 14 Tage", date(2026, 12, 8)),
        ("-3", date(2026, 11, 21)),
        ("+2w", date(2026, 12, 8)),
        ("in 2 Wochen", date(2026, 12, 8)),
        ("in einer Woche", date(2026, 12, 1)),
        ("in 3 Tagen", date(2026, 11, 27)),
        ("vor 2 Tagen", date(2026, 11, 22)),
        ("in 3 Monaten", date(2027, 2, 24)),
        ("in einem Jahr", date(2027, 11, 24)),
        ("mo", date(2026, 11, 30)),
        ("Mo.", date(2026, 11, 30)),
        ("montag", date(2026, 11, 30)),
        ("nächsten Freitag", date(2026, 11, 27)),
        ("letzten Freitag", date(2026, 11, 20)),
        ("tuesday", date(2026, 12, 1)),
    ],
)
def test_a_day_is_counted_from_today(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


def test_a_month_from_the_31st_ends_with_the_shorter_month() -> None:
    assert parse_date("in 1 monat", date(2026, 1, 31)) == date(2026, 2, 28)


def test_without_a_year_the_nearest_day_is_meant() -> None:
    assert parse_date("3.1.", TODAY) == date(2027, 1, 3)
    assert parse_date("3.10.", TODAY) == date(2026, 10, 3)
    assert parse_date("20.12.", date(2027, 1, 5)) == date(2026, 12, 20)


def test_without_a_year_a_day_outside_the_bounds_is_not_meant() -> None:
    assert parse_date("3.10.", TODAY, earliest=TODAY) == date(2027, 10, 3)
    assert parse_date("3.5.", TODAY, latest=TODAY) == date(2026, 5, 3)


@given(st.dates(max_value=date(9999, 1, 1)))
def test_a_weekday_is_within_the_next_seven_days(today: date) -> None:
    for index, name in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so")):
        day = parse_date(name, today)
        assert day.weekday() == index
        assert today < day <= today + timedelta(days=7)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3.5.1853", "1853 liegt zu weit zurück. Möglich ist ein Datum ab dem 01.01.1990."),
        ("3.5.2040", "2040 liegt zu weit in der Zukunft. Möglich ist ein Datum bis zum 24.11.2031."),
        ("31.2.2026", "„31.2.2026“ gibt es im Kalender nicht."),
        ("3.13.2026", "„3.13.2026“ gibt es im Kalender nicht."),
        ("bald", "„bald“ ist kein Datum. Möglich ist zum Beispiel 3.5., 03.05.2026, heute oder +14."),
        ("", "„“ ist kein Datum. Möglich ist zum Beispiel 3.5., 03.05.2026, heute oder +14."),
        ("+9999 jahre", "„+9999 jahre“ ist kein Datum."),
        ("3.5.0000", "„3.5.0000“ gibt es im Kalender nicht."),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(InputProblem) as refused:
        parse_date(typed, TODAY, field="received_on", earliest=FIRST, latest=IN_FIVE_YEARS)
    assert str(refused.value).startswith(sentence)
    assert refused.value.field == "received_on"


def test_what_has_happened_cannot_lie_in_the_future() -> None:
    with pytest.raises(InputProblem, match=r"25\.11\.2026 liegt in der Zukunft"):
        parse_date("morgen", TODAY, latest=TODAY)


def test_a_long_text_is_quoted_shortly() -> None:
    with pytest.raises(InputProblem) as refused:
        parse_date("x" * 5000, TODAY)
    assert len(str(refused.value)) < 150


@given(st.text(max_size=30))
def test_any_text_gives_a_day_or_a_problem(text: str) -> None:
    try:
        day = parse_date(text, TODAY, earliest=FIRST, latest=IN_FIVE_YEARS)
    except InputProblem:
        return
    assert FIRST <= day <= IN_FIVE_YEARS


@given(st.dates(), st.sampled_from(["de", "en"]))
def test_a_written_date_is_read_back(day: date, language: str) -> None:
    assert parse_date(format_date(day, language=language), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1938", 1938),
        ("38", 1938),
        ("Jg. 1938", 1938),
        ("Jahrgang 38", 1938),
        ("3.5.1938", date(1938, 5, 3)),
        ("3.5.38", date(1938, 5, 3)),
        ("03051938", date(1938, 5, 3)),
        ("1938-05-03", date(1938, 5, 3)),
    ],
)
def test_a_birth_is_a_day_or_a_year_alone(typed: str, value: date | int) -> None:
    assert parse_year_or_date(typed, TODAY, earliest=BIRTH, latest=TODAY) == value


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1853", "1853 liegt zu weit zurück. Möglich ist ein Datum ab dem 01.01.1900."),
        ("3.5.1853", "1853 liegt zu weit zurück."),
        ("2027", "2027 liegt in der Zukunft."),
        ("26", "„26“ kann 1926 oder 2026 heißen. Bitte das Jahr mit vier Ziffern eingeben."),
        ("3.5.26", "„3.5.26“ kann 1926 oder 2026 heißen."),
        ("3.5.", "„3.5.“ ist kein Datum. Möglich ist zum Beispiel 03.05.1938 oder nur das Jahr: 1938."),
        ("heute", "„heute“ ist kein Datum."),
        ("0000", "0000 liegt zu weit zurück."),
    ],
)
def test_a_birth_that_cannot_be_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(InputProblem) as refused:
        parse_year_or_date(typed, TODAY, field="born", earliest=BIRTH, latest=TODAY)
    assert str(refused.value).startswith(sentence)


@given(st.text(max_size=20))
def test_any_text_gives_a_birth_or_a_problem(text: str) -> None:
    try:
        value = parse_year_or_date(text, TODAY, earliest=BIRTH, latest=TODAY)
    except InputProblem:
        return
    assert 1900 <= (value if isinstance(value, int) else value.year) <= 2026
