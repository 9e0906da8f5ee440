"""The public holidays of the Länder, with the years they came in, against what was published."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.tooling.checkout import ROOT
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.public_holidays import LANDS, holiday_name, is_working_day, land_name
from zwk_barrier.reference.table import Row, read_table

MOVING = ("good_friday", "easter_monday", "ascension", "whit_monday", "corpus_christi")
FACTS = Path(__file__).parent / "facts" / "public_holidays.csv"
YEARS = [pytest.param(row, id=row.text("year")) for row in read_table(FACTS, ("year", *MOVING))]
FIXED = ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))


def expected(row: Row, land: str) -> set[date]:
    """Every public holiday of a year as the laws of HB, NW and MV name them."""
    year = int(row.text("year"))
    found = {date(year, month, day) for month, day in FIXED}
    found |= {date.fromisoformat(row.text(name)) for name in MOVING if name != "corpus_christi"}
    if land == "NW":
        found |= {date.fromisoformat(row.text("corpus_christi")), date(year, 11, 1)}
    if land == "MV" or year == 2017 or (land == "HB" and year >= 2018):
        found.add(date(year, 10, 31))
    if land == "MV" and year >= 2023:
        found.add(date(year, 3, 8))
    return found


@pytest.mark.parametrize("land", ["HB", "NW", "MV"])
@pytest.mark.parametrize("row", YEARS)
def test_a_year_has_the_public_holidays_of_its_land_and_no_others(row: Row, land: str) -> None:
    first = date(int(row.text("year")), 1, 1)
    days = [first + timedelta(days=day) for day in range(366)]
    known = {day for day in days if day.year == first.year and holiday_name(day, land)}
    assert known == expected(row, land)


@pytest.mark.parametrize("row", YEARS)
def test_the_published_days_lie_as_far_from_easter_as_they_must(row: Row) -> None:
    easter = date.fromisoformat(row.text("easter_monday")) - timedelta(days=1)
    away = [(date.fromisoformat(row.text(name)) - easter).days for name in MOVING]
    assert away == [-2, 1, 39, 50, 60]
    assert easter.weekday() == 6


def test_the_laender_are_those_of_the_code_list() -> None:
    assert [one.code for one in load_code_list("land")] == list(LANDS)
    assert land_name("NW") == "Nordrhein-Westfalen"


def test_every_land_has_its_holidays() -> None:
    assert all(holiday_name(date(2026, 10, 3), land) for land in LANDS)


def test_a_holiday_is_named_in_german_and_english() -> None:
    assert holiday_name(date(2026, 4, 3), "HB") == "Karfreitag"
    assert holiday_name(date(2026, 4, 3), "HB", "en") == "Good Friday"


def test_a_weekend_is_no_holiday_but_no_working_day_either() -> None:
    saturday = date(2026, 11, 21)
    assert holiday_name(saturday, "HB") is None
    assert not is_working_day(saturday, "HB")
    assert is_working_day(date(2026, 12, 24), "HB")


def test_an_unknown_land_is_refused() -> None:
    with pytest.raises(ValueError, match="XX is no Land"):
        is_working_day(date(2026, 11, 23), "XX")


def test_the_library_is_not_loaded_before_a_holiday_is_asked_for() -> None:
    ask = "import sys, json, zwk_barrier.rules.deadlines; print(json.dumps('holidays' in sys.modules))"
    run = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) is False
