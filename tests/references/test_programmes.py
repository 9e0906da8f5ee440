"""Every programme is complete, speaks in known codes, and says where it comes from; a damaged file is named."""

import re
import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.programme import STATUS, Programme, unit_of
from zwk_barrier.reference.programmes import Change, load_programmes, read_programme
from zwk_barrier.resources import resource

PROGRAMMES = tuple(load_programmes())
CODES = [one.code for one in PROGRAMMES]
RULES = tomllib.loads(resource("deadlines", "courses.toml").read_text("utf-8"))
EXPECTED = [
    *(
        "BAB-HAUS",
        "BAB-MIET",
        "BEIHILFE",
        "BGB-554",
        "BGB-555",
        "ESTG-33",
        "ESTG-33B",
        "ESTG-35A",
        "ESTG-35C",
    ),
    *("KFW-159", "KFW-455-B", "SEG", "SGB11-40-1", "SGB11-40-2", "SGB11-40-4", "SGB11-40A", "SGB11-45F"),
    *(
        "SGB11-45G",
        "SGB11-45H",
        "SGB12-35",
        "SGB12-64d",
        "SGB12-64e",
        "SGB12-71",
        "SGB14",
        "SGB2-22",
        "SGB5-33",
    ),
    *("SGB7-41", "SGB9-185", "SGB9-49", "SGB9-77", "SGB9-84", "STIFT", "WEG-20", "WOGG"),
]
SMALLEST = """
code = "TEST"
title_de = "Test"
title_en = "Test"
title_ls = "Test"
who_de = "Alle"
who_en = "All"
law = "§ 1"
kind = "grant"
rank = 1
source = "Test"
confidence = "H"
checked_on = 2026-11-22
[[status]]
state = "active"
source = "Test"
confidence = "H"
checked_on = 2026-11-22
"""


def named(code: str) -> Programme:
    found = load_programmes().get(code)
    assert found is not None
    return found


def test_every_programme_of_the_practice_is_there() -> None:
    assert sorted(CODES) == EXPECTED


@pytest.mark.parametrize("one", PROGRAMMES, ids=CODES)
def test_a_programme_speaks_in_codes_that_exist(one: Programme) -> None:
    asked, pays_for = one.conditions, one.pays_for
    spoken = {
        "payer": (*one.payers, *pays_for.payers),
        "care_grade": asked.care_grades,
        "insurance_type": (*asked.insurance, *asked.concerns_insurance, *asked.behind),
        "household_form": (*asked.household_forms, *asked.not_household_forms),
        "tenure": asked.tenures,
        "land": asked.lands,
        "income": asked.incomes,
        "measure_kind": (*pays_for.kinds, *pays_for.kinds_without_payer, *pays_for.only_kinds),
        "evidence": one.evidence,
    }
    for name, codes in spoken.items():
        assert set(codes) <= {entry.code for entry in load_code_list(name)}
    assert all(load_catalogue().get(exception.measure) for exception in pays_for.exceptions)
    assert one.procedure.deadline_rule in RULES


@pytest.mark.parametrize("one", PROGRAMMES, ids=CODES)
def test_a_programme_names_others_that_exist_and_never_itself(one: Programme) -> None:
    beside = one.combination
    others = {*beside.after, *beside.not_with, *beside.check_with, *beside.adds_to}
    assert others <= set(CODES) - {one.code}
    assert all(named(first).rank < one.rank for first in beside.after)


@pytest.mark.parametrize("one", PROGRAMMES, ids=CODES)
def test_its_texts_are_whole_and_easy_where_they_say_so(one: Programme) -> None:
    sentences = [one.who_de, one.who_en]
    sentences += [text for hint in one.hints for text in (hint.text_de, hint.text_en)]
    sentences += [text for asked in one.conditions.questions for text in (asked.text_de, asked.text_en)]
    assert all(re.fullmatch(r"[A-ZÄÖÜ].*[.]", text) for text in sentences)
    assert re.search(r"[()§/;]|z\. ?B\.", one.title_ls) is None
    notes = [(row.note_de, row.note_en) for row in one.amounts]
    notes += [(row.note_de, row.note_en) for row in one.statuses]
    assert all(bool(german) == bool(english) for german, english in notes)


@pytest.mark.parametrize("one", PROGRAMMES, ids=CODES)
def test_the_rows_of_a_field_follow_one_another_without_a_gap(one: Programme) -> None:
    for field in {row.field for row in one.amounts}:
        rows = [row.valid for row in one.amounts if row.field == field]
        for before, after in pairwise(rows):
            assert before.end is not None
            assert after.begin == before.end + timedelta(days=1)
        assert rows[-1].end is None
    assert one.status_on(date(2026, 11, 22)) is not None


@pytest.mark.parametrize("one", PROGRAMMES, ids=CODES)
def test_everything_says_where_it_comes_from_and_when_it_was_looked_up(one: Programme) -> None:
    sources = [one.source, *(row.source for row in one.amounts), *(row.source for row in one.statuses)]
    sources += [row.source for row in one.hints] + [row.source for row in one.pays_for.exceptions]
    for source in sources:
        assert source.text.strip()
        assert date(2026, 1, 1) <= source.checked_on <= date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "per_person", "cap"),
    [
        ("2014-12-31", 255_700, 1_022_800),
        ("2015-01-01", 400_000, 1_600_000),
        ("2025-01-01", 418_000, 1_672_000),
    ],
)
def test_the_grant_of_a_day_is_the_one_of_its_law(day: str, per_person: int, cap: int) -> None:
    grant, on = named("SGB11-40-4"), date.fromisoformat(day)
    assert (grant.value("per_person", on), grant.value("household_cap", on)) == (per_person, cap)


def test_a_change_ends_the_row_before_it_the_day_before() -> None:
    change = Change("SGB11-40-4", "per_person", "450000", date(2028, 1, 1), "BGBl. 2027 I Nr. 1")
    changed = load_programmes([change]).get("SGB11-40-4")
    assert changed is not None
    rows = [row for row in changed.amounts if row.field == "per_person"]
    assert rows[-2].valid.end == date(2027, 12, 31)
    assert (rows[-1].valid.begin, rows[-1].valid.end, rows[-1].value) == (date(2028, 1, 1), None, 450_000)
    assert named("SGB11-40-4").value("per_person", date(2028, 1, 1)) == 418_000  # the shipped ones stay


def test_a_change_in_between_holds_until_the_next_row_begins() -> None:
    change = Change("SGB11-40-4", "per_person", "410000", date(2024, 7, 1), "erfunden")
    changed = load_programmes([change]).get("SGB11-40-4")
    assert changed is not None
    days = (date(2024, 6, 30), date(2024, 7, 1), date(2024, 12, 31), date(2025, 1, 1))
    assert [changed.value("per_person", day) for day in days] == [400_000, 410_000, 410_000, 418_000]


def test_a_second_change_of_the_same_day_replaces_the_first() -> None:
    first = Change("KFW-455-B", STATUS, "active", date(2026, 4, 8), "KfW")
    changed = load_programmes([first, Change("KFW-455-B", STATUS, "closed", date(2026, 4, 8), "KfW")])
    one = changed.get("KFW-455-B")
    assert one is not None
    found = one.status_on(date(2026, 4, 8))
    assert found is not None
    assert found.state == "closed"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change("GIBTS-NICHT", "most", "1", date(2026, 1, 1), "x"), "no such programme"),
        (Change("SGB11-40-4", "most", "1", date(2026, 1, 1), "x"), "no such field"),
        (Change("SGB11-40-4", "per_person", "4.180", date(2026, 1, 1), "x"), "no whole number"),
        (Change("SGB11-40-4", "per_person", "-5", date(2026, 1, 1), "x"), "no whole number"),
        (Change("SGB11-40-4", "beihilfe_percent", "101", date(2026, 1, 1), "x"), "more than the whole"),
        (Change("SGB11-40-4", "per_person", "1", date(2026, 1, 1), " "), "source is missing"),
        (Change("SGB11-40-4", STATUS, "offen", date(2026, 1, 1), "x"), "no status"),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_its_reason(change: Change, why: str) -> None:
    with pytest.raises(ValueError, match=f"{change.programme}.*{why}"):
        load_programmes([change])


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("kind = 'gift'\n", "Cannot overwrite"),
        ("[conditions]\ncare_grade = ['1']\n", "unknown care_grade"),
        ("[conditions]\nconsent = 1\n", "consent is neither true nor false"),
        ("[conditions]\ntenures = ['heim', 'heim']\n", "tenures names one twice"),
        ("[procedure]\nproof_months = '36'\n", "proof_months is no whole number"),
        ("[procedure]\nbefore_start = 'maybe'\n", "before_start is wrong"),
        ("[[hint]]\ntext_de = 'Ja.'\n", "text_en is missing"),
        ("[[amount]]\nfield = 'per_head'\nvalue = 1\n", "unknown field"),
        ("[[amount]]\nfield = 'most'\nvalue = 1.5\n", "value is no whole number"),
        ("[[amount]]\nfield = 'most'\nvalue = 1\nvalid_from = 2026-01-01\nvalid_to = 2025-01-01\n", "before"),
        (
            "[[status]]\nstate = 'closed'\nsource = 'x'\nconfidence = 'H'\nchecked_on = 2026-11-22\n",
            "two rows",
        ),
        (
            "[[status]]\nstate = 'closed'\nsource = 'x'\nconfidence = 'Z'\nchecked_on = 2026-11-22\n",
            "confidence",
        ),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong(tmp_path: Path, damage: str, why: str) -> None:
    head, status = SMALLEST.split("[[status]]")
    is_top = not damage.startswith("[")
    text = f"{head}{damage if is_top else ''}[[status]]{status}{'' if is_top else damage}"
    path = tmp_path / "test.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=rf"test\.toml.*{why}"):
        read_programme(path)


def test_the_smallest_file_is_read_and_asks_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "test.toml"
    path.write_text(SMALLEST, "utf-8")
    one = read_programme(path)
    assert (one.code, one.amounts, one.conditions.care_grades) == ("TEST", (), ())


def test_a_field_may_be_told_apart_by_a_dot() -> None:
    assert unit_of("lump_sum.gdb_50") == "cents"
    assert unit_of("lump") is None


def test_a_title_comes_in_three_languages() -> None:
    one = named("SGB11-40-4")
    assert one.title("ls") == "Geld von der Pflege-Kasse für den Umbau"
    assert one.title("en").startswith("Home adaptation grant")
