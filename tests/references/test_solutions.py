"""Every measure says what it solves or why it is never proposed, and every barrier has an answer."""

from pathlib import Path

import pytest

from zwk_barrier import resources
from zwk_barrier.reference import solutions
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.reference.short_titles import short_title
from zwk_barrier.reference.solutions import Solution, load_solutions

FIRST_WALK = [
    pytest.param(criterion, id=criterion.id)
    for criterion in load_requirements()
    if any(not requirement.later for requirement in criterion.required.values())
]
ROWS = [pytest.param(row, id=f"{row.measure}-{place}") for place, row in enumerate(load_solutions())]


@pytest.mark.parametrize("number", [entry.number for entry in load_catalogue()])
def test_a_measure_solves_something_or_says_why_it_is_never_proposed(number: str) -> None:
    solves = any(row.measure == number for row in load_solutions())
    assert solves != (number in load_solutions().never_proposed)


@pytest.mark.parametrize("criterion", FIRST_WALK)
def test_what_a_first_walk_asks_has_a_solution_or_a_written_reason(criterion: Criterion) -> None:
    solved = any(load_solutions().for_criterion(criterion.id, room) for room in criterion.rooms)
    assert solved != (criterion.id in load_solutions().without_measure)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_says_why_in_both_languages_and_where_that_comes_from(row: Solution) -> None:
    assert row.reason.text("de").endswith(".")
    assert row.reason.text("en").endswith(".")
    assert row.reason.text("de") != row.reason.text("en")
    assert row.reason.source
    assert row.value_from is None or row.value_to is None or row.value_from <= row.value_to


@pytest.mark.parametrize("row", ROWS)
def test_the_rooms_of_a_row_are_some_where_its_criteria_are_measured(row: Solution) -> None:
    for criterion_id in row.criteria:
        criterion = load_requirements().get(criterion_id)
        assert criterion is not None
        assert not row.rooms or set(row.rooms) & set(criterion.rooms)


def test_a_measure_reaches_as_far_in_one_row_as_in_another() -> None:
    scopes = {(row.measure, row.scope) for row in load_solutions()}
    assert len(scopes) == len({measure for measure, _scope in scopes})


def test_every_warning_is_used_and_speaks_both_languages() -> None:
    used = {code for row in load_solutions() for code in row.warnings}
    assert used == set(load_solutions().warnings)
    assert all(one.text("de") != one.text("en") for one in load_solutions().warnings.values())


@pytest.mark.parametrize(("first", "second"), [("M22", "M23"), ("M52", "M49"), ("M54", "M53")])
def test_measures_that_do_not_go_together_say_why_in_either_order(first: str, second: str) -> None:
    reason = load_solutions().excluded(first, second)
    assert reason is not None
    assert reason == load_solutions().excluded(second, first)
    assert reason.text("de") != reason.text("en")
    assert load_solutions().excluded(first, "M08") is None


def test_a_bound_belongs_to_what_it_allows() -> None:
    ramp = next(row for row in load_solutions() if row.measure == "M18" and row.effect == "ganz")
    assert ramp.value_to is not None
    assert ramp.allows(ramp.value_to)
    assert not ramp.allows(ramp.value_to + 1)
    assert ramp.allows(None)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("M01;raum", "M99;raum", "the catalogue has no M99"),
        ("M01;raum", "M01;haus", "unknown scope"),
        (";N05;", ";N99;", "unknown criterion N99"),
        (";ganz;", ";halb;", "effect"),
        (";;;Ohne lose", ";;gefahr;Ohne lose", "unknown warning gefahr"),
        (";M;;;2026-11-22", ";X;;;2026-11-22", "unknown confidence X"),
        (";M;;;2026-11-22", ";M;;;", "checked_on is empty"),
    ],
)
def test_a_damaged_row_is_named_with_file_line_and_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, why: str
) -> None:
    for name in ("solves", "warnings", "excludes", "never_proposed", "without_measure"):
        text = resources.resource("measures", f"{name}.csv").read_text(encoding="utf-8")
        (tmp_path / f"{name}.csv").write_text(
            text.replace(old, new, 1) if name == "solves" else text, encoding="utf-8"
        )
    monkeypatch.setattr(solutions, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ValueError, match=rf"solves\.csv, row 2: .*{why}"):
        load_solutions.__wrapped__()


@pytest.mark.parametrize("number", [entry.number for entry in load_catalogue()])
def test_a_measure_has_a_name_short_enough_for_a_button(number: str) -> None:
    german, english = short_title(number, "de"), short_title(number, "en")
    assert german != english
    assert max(len(german), len(english)) <= 34
