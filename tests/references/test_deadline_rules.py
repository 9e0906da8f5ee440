"""The statutory periods as data: dated, sourced, in both languages, and never a promise."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from zwk_barrier.reference.deadline_rules import (
    DeadlineRule,
    RuleEdition,
    load_courses,
    load_deadline_rules,
    read_courses,
    read_deadline_rules,
)
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.resources import resource

RULES = load_deadline_rules()
EVERY_RULE = [pytest.param(one, id=one.code) for one in RULES.values()]
EVERY_EDITION = [
    pytest.param(edition, id=f"{one.code}-{edition.name}")
    for one in RULES.values()
    for edition in one.editions
]
PROMISES = ("genehmigt", "approved", "bewilligt", "steht zu", "granted")


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_rule_says_what_follows_in_both_languages(rule: DeadlineRule) -> None:
    told = (rule.title_de, rule.running_de, rule.passed_de), (rule.title_en, rule.running_en, rule.passed_en)
    assert rule.kind == "delivery" or all(all(texts) for texts in told)
    assert bool(rule.note_de) == bool(rule.note_en)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_no_rule_promises_anything(rule: DeadlineRule) -> None:
    told = f"{rule.running_de} {rule.passed_de} {rule.running_en} {rule.passed_en}".lower()
    assert [promise for promise in PROMISES if promise in told] == []


@pytest.mark.parametrize("edition", EVERY_EDITION)
def test_every_edition_has_law_source_and_day_of_checking(edition: RuleEdition) -> None:
    assert edition.law
    assert edition.source
    assert date(2026, 1, 1) <= edition.checked_on <= date(2026, 11, 22)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_editions_of_a_rule_leave_no_gap(rule: DeadlineRule) -> None:
    days = [
        (one.valid.end, two.valid.begin) for one, two in zip(rule.editions, rule.editions[1:], strict=False)
    ]
    assert all(end and begin and (begin - end).days == 1 for end, begin in days)
    assert rule.editions[-1].valid.end is None


def test_every_rule_is_used_by_a_course() -> None:
    used = {rule.code for course in load_courses().values() for rule in course.rules.values()}
    assert used == set(RULES)


def test_every_programme_names_a_course() -> None:
    named = {one.code: one.procedure.deadline_rule for one in load_programmes()}
    assert {code: rule for code, rule in named.items() if rule not in load_courses()} == {}


def test_the_deemed_approval_of_section_18_is_not_for_integration_assistance() -> None:
    assert "fiction" in load_courses()["sgb9_18"].rules
    assert "fiction" not in load_courses()["sgb9_14"].rules


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("sgb10.toml", 'kind = "review"', 'kind = "again"', "sgb10.toml, sgb10_44: unknown kind again"),
        (
            "sgb10.toml",
            'code = "announced_plain"',
            'code = "announced"',
            "sgb10.toml, announced: comes twice",
        ),
        ("sgb10.toml", "valid_to = 2024-12-31", "valid_to = 2025-01-01", "two editions hold on the same day"),
        ("sgb10.toml", "count = 4", "count = -4", "sgb10.toml, sgb10_37_2: usual is no length"),
        ("sgb10.toml", "lengths.usual", "lengths.longer", "sgb10.toml, sgb10_37_2: has no usual length"),
        ("sgb10.toml", 'counting = "careful"', 'counting = "mondays"', "missing or wrong 'mondays'"),
        ("courses.toml", '"sgb9_18"', '"sgb9_14_1"', "courses.toml, sgb9_18: no such rule sgb9_14_1"),
    ],
)
def test_a_mistake_names_file_and_rule(tmp_path: Path, file: str, old: str, new: str, why: str) -> None:
    folder = Path(shutil.copytree(resource("deadlines"), tmp_path / "deadlines"))
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=why):
        read_courses(folder, read_deadline_rules(folder))
