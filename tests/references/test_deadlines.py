"""Deadlines worked out by hand with their paragraphs, and a proof that the hand had the right calendar."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from zwk_barrier.reference.table import Row, read_table
from zwk_barrier.rules.deadlines import Computed, Course, deadlines_of

COLUMNS = ("id", "land", "rule", "facts", "kind", "starts_on", "due_on", "laws", "worked")
FACTS = Path(__file__).parent / "facts" / "deadlines.csv"
ROWS = list(read_table(FACTS, COLUMNS))
WORKED = [pytest.param(row, id=row.text("id")) for row in ROWS]
TODAY = date(2026, 11, 22)
WEEKDAYS: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
WRITTEN_DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}) (\d\d)\.(\d\d)\.(\d{{4}})")
YES_OR_NO: Final[Mapping[str, object]] = {"yes": True, "no": False}


def fact(text: str) -> object:
    """A fact of the table as the value it stands for."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return int(text) if text.isdecimal() else YES_OR_NO.get(text, text)


def course(row: Row) -> Course:
    """The facts of a row as the rule takes them."""
    named = dict(part.split("=") for part in row.required("facts").split())
    assert set(named) <= {one.name for one in fields(Course)}
    told = {name: fact(text) for name, text in named.items()}
    return Course(rule=row.required("rule"), land=row.required("land"), **told)  # type: ignore[arg-type]


def computed(row: Row) -> Computed:
    """The one period of the row's kind."""
    (found,) = [one for one in deadlines_of(course(row), TODAY) if one.kind == row.text("kind")]
    return found


@pytest.mark.parametrize("row", WORKED)
def test_a_deadline_ends_where_the_hand_found_it(row: Row) -> None:
    found = computed(row)
    assert (found.starts_on, found.due_on) == (row.day("starts_on"), row.day("due_on"))


@pytest.mark.parametrize("row", WORKED)
def test_its_steps_name_the_paragraphs_and_the_version(row: Row) -> None:
    told = " | ".join(f"{step.text} {step.law}" for step in computed(row).steps)
    laws = re.split(r", (?=§|Fassung|Mitteilung)", row.required("laws"))
    assert [law for law in laws if law not in told] == []


@pytest.mark.parametrize("row", WORKED)
def test_the_hand_wrote_weekdays_that_a_calendar_knows(row: Row) -> None:
    written = WRITTEN_DAY.findall(row.required("worked"))
    days = [date(int(year), int(month), int(day)) for _weekday, day, month, year in written]
    assert [WEEKDAYS[day.weekday()] for day in days] == [weekday for weekday, *_day in written]
    assert row.day("due_on") in days


def test_sixty_deadlines_and_more_over_three_laender_are_worked_out() -> None:
    assert len({row.text("id") for row in ROWS}) == len(ROWS) >= 60
    assert {"HB", "NW", "MV"} <= {row.text("land") for row in ROWS}
