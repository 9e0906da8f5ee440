"""Numbers, lengths, amounts, times and durations are taken as people type them."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier import wording
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules import typed

D = Decimal
LANGUAGES = st.sampled_from(["de", "en"])


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    wording.use_language("de")
    yield
    wording.use_language("de")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1'234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("0.500", "0.5"),
        (",5", "0.5"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("-0", "0"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_with_comma_or_point(text: str, value: str) -> None:
    assert typed.parse_number(text) == D(value)


def test_english_reads_the_comma_as_the_sign_between_thousands() -> None:
    wording.use_language("en")
    assert typed.parse_number("1,234") == D(1234)
    assert typed.parse_number("1.234") == D("1.234")


@pytest.mark.parametrize(
    "text", ["", "zwölf", "1,2,3", "1.23.456", "1 2", "--3", "1e5", "٣", "nan", "inf", ".", "1,"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match=r"ist keine Zahl\. Möglich ist"):
        typed.parse_number(text, field="value")


def test_a_number_outside_its_bounds_is_refused_with_the_bound() -> None:
    with pytest.raises(InputProblem, match=r"101 ist zu viel\. Möglich ist ein Wert bis 100"):
        typed.parse_number("101", least=D(0), most=D(100))
    with pytest.raises(InputProblem, match=r"−1 ist zu wenig\. Möglich ist ein Wert ab 0"):
        typed.parse_number("-1", least=D(0), most=D(100))


@pytest.mark.parametrize(
    ("text", "centimetres"),
    [
        ("120", "120"),
        ("1,20 m", "120"),
        ("1.20m", "120"),
        ("1.234 m", "123.4"),
        ("1200 mm", "120"),
        ("1.200 mm", "120"),
        ("62,5 cm", "62.5"),
        ("0", "0"),
    ],
)
def test_a_length_comes_in_centimetres_whatever_its_unit(text: str, centimetres: str) -> None:
    assert typed.parse_length(text) == D(centimetres)


@pytest.mark.parametrize(
    "text",
    ["110 x 135", "110×135", "110*135", "110x135 cm", "1,10 x 1,35 m", "1,10 m x 135 cm", "110 mal 135"],
)
def test_two_lengths_are_read_in_their_order(text: str) -> None:
    assert typed.parse_pair(text) == (D(110), D(135))


@pytest.mark.parametrize("text", ["breit", "12 km", "120 x 80", "-5", "1200 m"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        typed.parse_length(text)


@pytest.mark.parametrize("text", ["110", "110 x", "1 x 2 x 3", "", "a x b", "-1 x 2"])
def test_one_length_is_no_pair(text: str) -> None:
    with pytest.raises(InputProblem):
        typed.parse_pair(text)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,50 €", 123450),
        ("1234.50", 123450),
        ("1,234.50", 123450),
        ("1.234", 123400),
        ("1.234 €", 123400),
        ("ca. 500", 50000),
        ("ca 500 Euro", 50000),
        ("500,-", 50000),
        ("500,--", 50000),
        ("500,–", 50000),
        ("EUR 500", 50000),
        ("€500", 50000),
        ("0", 0),
        ("12,5", 1250),
    ],
)
def test_an_amount_comes_in_cents(text: str, cents: int) -> None:
    assert typed.parse_money(text) == cents


@pytest.mark.parametrize("text", ["", "viel", "-5", "1,234", "999999999999", "500 $", "5 €6"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        typed.parse_money(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("500-1500", (50000, 150000)),
        ("500–1.500 €", (50000, 150000)),
        ("ca. 500 - 1500 Euro", (50000, 150000)),
        ("zwischen 500 und 1500", (50000, 150000)),
        ("500 bis 1.500,50", (50000, 150050)),
        ("500,- - 1500,-", (50000, 150000)),
        ("500 € - 1500 €", (50000, 150000)),
        ("1500-500", (50000, 150000)),
        ("500", (50000, 50000)),
        ("bis 800", (0, 80000)),
        ("max. 800 €", (0, 80000)),
    ],
)
def test_a_range_of_amounts_has_two_ends(text: str, ends: tuple[int, int]) -> None:
    assert typed.parse_range_money(text) == ends


@pytest.mark.parametrize("text", ["", "-", "500-", "1-2-3", "bis", "teuer"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="ist kein Betrag"):
        typed.parse_range_money(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("1430", time(14, 30)),
        ("9:30", time(9, 30)),
        ("9.30 Uhr", time(9, 30)),
        ("9 Uhr 30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("14 Uhr", time(14)),
        ("0:05", time(0, 5)),
    ],
)
def test_a_time_of_day_is_read(text: str, value: time) -> None:
    assert typed.parse_time(text) == value


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "99", "960", "früh", "9:3", "9:30:15"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="ist keine Uhrzeit"):
        typed.parse_time(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("1:30", 90),
        ("1,5 h", 90),
        ("1.5h", 90),
        ("1 h 30", 90),
        ("1 Std. 30 Min.", 90),
        ("2 Stunden", 120),
        ("45 min", 45),
        ("0,33 h", 20),
    ],
)
def test_a_duration_comes_in_minutes(text: str, minutes: int) -> None:
    assert typed.parse_duration_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "lang", "1,5", "-5", "1:75"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="ist keine Dauer"):
        typed.parse_duration_minutes(text)


def test_a_contact_does_not_last_longer_than_a_day() -> None:
    with pytest.raises(InputProblem, match="25\xa0h ist zu lang"):
        typed.parse_duration_minutes("25 h")


def test_german_typography_keeps_number_and_unit_together() -> None:
    assert typed.format_money(123450) == "1.234,50\xa0€"
    assert typed.format_money(-50000) == "−500\xa0€"
    assert typed.format_money_range(50000, 150000) == "500–1.500\xa0€"
    assert typed.format_money_range(None, 150000) == "1.500\xa0€"
    assert typed.format_money_range(None, None) == ""
    assert typed.format_length(D("62.5")) == "62,5\xa0cm"
    assert typed.format_pair(D(120), D("135.5")) == "120\xa0×\xa0135,5\xa0cm"
    assert typed.format_decimal(D("-0.04"), places=1) == "0,0"
    assert typed.format_duration(90) == "1\xa0h\xa030\xa0min"


def test_english_typography_puts_the_currency_first() -> None:
    assert typed.format_money(123450, language="en") == "€1,234.50"
    assert typed.format_money_range(50000, 150000, language="en") == "€500–€1,500"
    assert typed.format_length(D("62.5"), language="en") == "62.5\xa0cm"


@given(st.decimals(-999999, 999999, places=3), LANGUAGES)
def test_a_written_number_is_read_back(value: Decimal, language: str) -> None:
    wording.use_language(language)
    assert typed.parse_number(typed.format_decimal(value)) == value


@given(st.decimals(0, 9999, places=1), st.decimals(0, 9999, places=1), LANGUAGES)
def test_written_lengths_are_read_back(first: Decimal, second: Decimal, language: str) -> None:
    wording.use_language(language)
    assert typed.parse_length(typed.format_length(first)) == first
    assert typed.parse_pair(typed.format_pair(first, second)) == (first, second)


@given(st.integers(0, 10**10), st.integers(0, 10**10), LANGUAGES)
def test_written_amounts_are_read_back(one: int, other: int, language: str) -> None:
    wording.use_language(language)
    low, high = sorted((one, other))
    assert typed.parse_money(typed.format_money(one)) == one
    assert typed.parse_range_money(typed.format_money_range(low, high)) == (low, high)


@given(st.times().map(lambda value: value.replace(second=0, microsecond=0)), st.integers(0, 1440))
def test_written_times_and_durations_are_read_back(value: time, minutes: int) -> None:
    assert typed.parse_time(typed.format_time(value)) == value
    assert typed.parse_duration_minutes(typed.format_duration(minutes)) == minutes


@given(st.integers(0, 400 * 60))
def test_written_hours_of_work_are_read_back(minutes: int) -> None:
    assert typed.parse_hours(typed.format_hours(minutes)) == minutes


@pytest.mark.parametrize("text", ["401", "viel", "-3", "3:75", ""])
def test_what_is_no_month_of_work_is_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        typed.parse_hours(text)


@given(st.text(max_size=25), LANGUAGES)
def test_any_text_gives_a_value_or_a_problem(text: str, language: str) -> None:
    wording.use_language(language)
    for parse in (
        typed.parse_number,
        typed.parse_length,
        typed.parse_pair,
        typed.parse_money,
        typed.parse_range_money,
        typed.parse_time,
        typed.parse_duration_minutes,
    ):
        with suppress(InputProblem):
            assert parse(text) is not None
