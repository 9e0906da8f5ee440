"""The shipped requirements against the facts they come from, row by row, and against cases worked out by hand."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from zwk_barrier.reference.requirement_tables import load_requirements, load_table
from zwk_barrier.reference.requirements import Criterion, Pair, Required, Span
from zwk_barrier.rules.individual import Dimensions, individualised
from zwk_barrier.rules.requirements import Measured, assess

D = Decimal
FACTS = Path(__file__).parent / "facts"
# Of the worked cases: walker of 65 × 75 cm, turning circle 140 cm, reach 50 to 130 cm, seat 47 cm.
PERSON = Dimensions(65, 75, 140, 50, 130, 47)
REQUIREMENTS = individualised(load_requirements(), PERSON)


def facts(columns: int) -> dict[str, list[str]]:
    """The rows of the facts' table with so many columns, by their id."""
    lines = (FACTS / "requirements.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in rows if len(row) == columns and re.fullmatch(r"[A-Z]\d\d", row[0])}


DIN_FACTS, KFW_FACTS = facts(6), facts(4)
DIN = {one.id: one for one in load_table("din18040_2_2011")}
KFW = {one.id: one for one in load_table("kfw_tma")}


def number(text: str) -> Decimal:
    return D(text.strip().replace(",", "."))


def value_in(text: str, unit: str, comparison: str) -> Required | None:
    """A cell of the facts as the kind of value it is."""
    if text == "–":
        return None
    if unit in ("bool", "Klasse"):
        return True if unit == "bool" else text
    if "×" in text:
        return Pair(*(number(part) for part in text.split("×")))
    if comparison == "range":
        low, _dash, high = re.sub(r"[()\s]", "", text).partition("–")
        return Span(number(low), number(high or low))
    aimed_at = re.fullmatch(r"0 \(max (\d+)\)", text)  # better none at all, but the other still passes
    return number(aimed_at[1] if aimed_at else text)


def test_the_facts_are_complete() -> None:
    assert (len(DIN_FACTS), len(KFW_FACTS)) == (163, 20)
    assert DIN_FACTS.keys() == DIN.keys()
    assert KFW_FACTS.keys() == KFW.keys()


@pytest.mark.parametrize("criterion_id", DIN_FACTS)
def test_a_row_of_the_standard_says_what_the_facts_say(criterion_id: str) -> None:
    basic, wheelchair, unit, comparison, confidence = DIN_FACTS[criterion_id]
    criterion = DIN[criterion_id]
    assert criterion.unit == unit
    for level, text in (("B", basic), ("R", wheelchair)):
        asked = criterion.required.get(level)
        assert (asked and asked.value) == value_in(text, unit, comparison)
        assert asked is None or (asked.comparison, asked.confidence) == (comparison, confidence)


@pytest.mark.parametrize("criterion_id", [one for one in KFW_FACTS if one not in ("Q15", "Q19", "Q20")])
def test_a_row_of_the_subsidy_says_what_the_facts_say(criterion_id: str) -> None:
    text, comparison, _confidence = KFW_FACTS[criterion_id]
    asked = KFW[criterion_id].required["KfW"]
    if text == "ja":
        assert asked.value is True
        return
    words, unit = text.rsplit(" ", 1)
    assert asked.value == value_in(words, unit, comparison)
    assert (asked.comparison, KFW[criterion_id].unit) == (comparison, unit)


@pytest.mark.parametrize(
    ("criterion_id", "value"), [("Q15", D(150)), ("Q19", Pair(D(120), D(120))), ("Q20", D(150))]
)
def test_a_row_of_the_subsidy_that_says_two_things_asks_for_the_first(
    criterion_id: str, value: Required
) -> None:
    assert KFW[criterion_id].required["KfW"].value == value


def test_what_the_facts_call_uncertain_is_shown_as_uncertain() -> None:
    uncertain = {one for one, row in (DIN_FACTS | KFW_FACTS).items() if row[-1] == "L"}
    shown = {
        one.id
        for one in (*DIN.values(), *KFW.values())
        if any(asked.confidence == "L" for asked in one.required.values())
    }
    assert shown == {one for one in uncertain if (DIN | KFW)[one].required}


with (FACTS / "worked_cases.csv").open(encoding="utf-8", newline="") as file:
    WORKED = list(csv.DictReader(file, delimiter=";"))


def test_enough_cases_are_worked_out_for_every_level() -> None:
    assert len({row["criterion"] for row in WORKED}) >= 40
    for level, least in (("B", 40), ("R", 40), ("KfW", 15), ("individuell", 25)):
        assert len({row["criterion"] for row in WORKED if row["level"] == level}) >= least
    places = {row["place"] for row in WORKED}
    assert places == {"inside", "on", "outside", "far outside", "turned"}


def measured(criterion: Criterion, text: str) -> Measured:
    if criterion.kind == "yes_no":
        return text == "ja"
    if criterion.kind == "grade":
        return text
    first, cross, second = text.partition("x")
    return (D(first), D(second)) if cross else D(first)


@pytest.mark.parametrize(
    "row", WORKED, ids=lambda row: f"{row['criterion']}-{row['level']}-{row['measured']}"
)
def test_a_worked_case_gets_the_verdict_worked_out(row: dict[str, str]) -> None:
    criterion = REQUIREMENTS.get(row["criterion"])
    assert criterion is not None
    found = assess(criterion, row["level"], measured(criterion, row["measured"]))
    assert found.verdict == row["verdict"]
    assert bool(found.gap_text) == (row["verdict"] != "met" and criterion.kind != "yes_no")
