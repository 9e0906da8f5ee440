"""Releases of the same quarters, one after the other: what the difference between them tells."""

from pathlib import Path

from tests.statistics.attack.release_files import (
    DOTS,
    QUARTERS,
    ROUNDING,
    YEAR,
    Hierarchy,
    Line,
    TableFile,
    write_release,
)
from zwk_barrier.statistics.attack import Kind, Release, attack, read_release

AREA: dict[str, Hierarchy] = {"area": {"a": (), "b": (), "c": ()}}
Rows = dict[str, int | None]

FIRST: Rows = {"a": 12, "b": 30, "c": 50, "*": 92}


def release(
    folder: Path, rows: Rows, method: dict[str, object], period: str = YEAR, **more: object
) -> Release:
    lines = [Line(period, (code,), number, "." if number is None else "") for code, number in rows.items()]
    return read_release(write_release(folder, [TableFile("t", ("area",), lines)], method, AREA, **more))


def test_the_same_file_again_is_safe(tmp_path: Path) -> None:
    first, again = (release(tmp_path / name, FIRST, ROUNDING) for name in "12")
    assert attack(again, [first]).is_safe


def test_a_late_case_shows_in_the_next_export(tmp_path: Path) -> None:
    first = release(tmp_path / "1", FIRST, ROUNDING)
    later = release(tmp_path / "2", FIRST | {"a": 13, "*": 93}, ROUNDING)
    report = attack(later, [first])
    assert [(finding.kind, finding.low) for finding in report.findings] == [(Kind.CHANGED, 1)]
    assert "Area a" in report.findings[0].where


def test_any_change_of_a_closed_period_is_found(tmp_path: Path) -> None:
    first = release(tmp_path / "1", FIRST, ROUNDING)
    later = release(tmp_path / "2", FIRST | {"a": 22, "*": 102}, ROUNDING)
    assert attack(later, [first]).of(Kind.CHANGED)


def test_a_declared_revision_may_change_many_but_not_few(tmp_path: Path) -> None:
    first = release(tmp_path / "1", FIRST, ROUNDING)
    revised = dict.fromkeys(QUARTERS, 1)
    many = release(tmp_path / "2", FIRST | {"a": 22, "*": 102}, ROUNDING, revisions=revised)
    few = release(tmp_path / "3", FIRST | {"a": 14, "b": 38, "*": 102}, ROUNDING, revisions=revised)
    assert attack(many, [first]).is_safe
    assert [finding.low for finding in attack(few, [first]).of(Kind.CHANGED)] == [2]


def test_a_dot_that_was_a_number_before_is_open(tmp_path: Path) -> None:
    first = release(tmp_path / "1", {"a": 12, "*": 92}, DOTS)
    later = release(tmp_path / "2", {"a": None, "b": None, "c": 50}, DOTS)
    assert attack(later, [first]).of(Kind.OPEN)


def test_dots_that_move_between_releases_are_taken_apart_together(tmp_path: Path) -> None:
    rows: Rows = {"a": 3, "b": 30, "c": 50, "*": 83}
    first = release(tmp_path / "1", rows | {"a": None, "b": None}, DOTS)
    later = release(tmp_path / "2", rows | {"a": None, "c": None}, DOTS)
    assert attack(first).is_safe
    assert attack(later).is_safe
    assert [finding.low for finding in attack(later, [first]).of(Kind.EXACT)] == [3]


def test_what_cannot_have_changed_is_computed_from_both(tmp_path: Path) -> None:
    # one late case in c alone: a and b are what they were, and the dots have moved
    first = release(tmp_path / "1", {"a": None, "b": None, "c": 50, "*": 83}, DOTS)
    later = release(tmp_path / "2", {"a": None, "b": 30, "c": None, "*": 84}, DOTS)
    kinds = {finding.kind for finding in attack(later, [first]).findings}
    assert Kind.CHANGED in kinds


def test_quarters_published_apart_are_the_parts_of_the_year(tmp_path: Path) -> None:
    numbers = (20, 21, 22)
    earlier = [release(tmp_path / quarter, {"a": number}, DOTS, quarter)
               for quarter, number in zip(QUARTERS[:3], numbers, strict=True)]  # fmt: skip
    year = release(tmp_path / "year", {"a": 66}, DOTS)
    assert [finding.low for finding in attack(year, earlier).of(Kind.DIFFERENCE)] == [3]
    assert attack(year).is_safe


def test_exact_figures_beside_rounded_ones_are_found(tmp_path: Path) -> None:
    first = release(tmp_path / "1", FIRST, ROUNDING)
    exact = release(tmp_path / "2", {"b": 30}, DOTS)
    assert attack(exact, [first]).of(Kind.MIXED)


def test_another_year_is_another_matter(tmp_path: Path) -> None:
    periods = {"2024": ["2024-Q1"], YEAR: list(QUARTERS)}
    first = release(tmp_path / "1", FIRST, ROUNDING, "2024", periods=periods)
    later = release(tmp_path / "2", FIRST | {"a": 13, "*": 93}, ROUNDING, periods=periods)
    assert attack(later, [first]).is_safe
