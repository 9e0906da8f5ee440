"""Counts that can be taken apart: each leak is written to real files and found in them; what is safe stays clean."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.statistics.attack.release_files import (
    DOTS,
    QUARTERS,
    ROUNDING,
    YEAR,
    Codes,
    Counts,
    Hierarchy,
    Line,
    TableFile,
    as_table,
    one_way,
    write_release,
)
from zwk_barrier.statistics.attack import AttackReport, Kind, attack, read_release

SMALL: dict[str, Hierarchy] = {
    "area": {"a": (), "b": (), "c": ()},
    "age": {"old": (), "young": (), "middle": ()},
    "care": {"yes": (), "no": ()},
    "arrival": {"new": (), "carried": ()},
}
AREA_AGE = ("area", "age")


def square(numbers: Sequence[Sequence[int]]) -> Counts:
    """3 areas by 3 ages with all totals."""
    areas, ages = ("a", "b", "c"), ("old", "young", "middle")
    cells: Counts = {}
    for area, row in zip(areas, numbers, strict=True):
        for age, number in zip(ages, row, strict=True):
            for codes in ((area, age), (area, "*"), ("*", age), ("*", "*")):
                cells[codes, YEAR] = cells.get((codes, YEAR), 0) + number
    return cells


def year(*cells: Codes) -> list[tuple[Codes, str]]:
    return [(codes, YEAR) for codes in cells]


def attacked(
    folder: Path, tables: Sequence[TableFile], method: dict[str, object], **more: object
) -> AttackReport:
    return attack(read_release(write_release(folder, tables, method, SMALL, **more)))


def kinds(report: AttackReport) -> set[Kind]:
    return {finding.kind for finding in report.findings}


MIXED = square([[3, 20, 30], [25, 4, 40], [35, 45, 50]])


def test_a_dot_alone_in_its_row_is_computed(tmp_path: Path) -> None:
    hidden = year(("a", "old"), ("b", "young"))
    report = attacked(tmp_path, [as_table("t", AREA_AGE, MIXED, hidden)], DOTS)
    found = report.of(Kind.EXACT)
    assert {finding.low for finding in found} == {3, 4}
    assert any("Hausbesuche · 2025 · Age old · Area a" in str(finding) for finding in found)


def test_the_sentence_never_repeats_the_number(tmp_path: Path) -> None:
    cells = one_way({"a": 3, "b": 70, "c": 80, "*": 153})
    report = attacked(tmp_path, [as_table("t", ("area",), cells, year(("a",)))], DOTS)
    assert [finding.low for finding in report.findings] == [3]
    assert "3" not in report.findings[0].known


def test_four_dots_in_a_square_leave_room(tmp_path: Path) -> None:
    hidden = year(("a", "old"), ("b", "young"), ("a", "young"), ("b", "old"))
    assert attacked(tmp_path, [as_table("t", AREA_AGE, MIXED, hidden)], DOTS).is_safe


def test_a_dot_says_that_there_is_somebody(tmp_path: Path) -> None:
    # both dots of a row hold 1: with 0 and 2 they would leave three ways
    cells = square([[1, 1, 20], [1, 6, 40], [35, 45, 50]])
    hidden = year(("a", "old"), ("a", "young"), ("b", "old"), ("b", "young"), ("c", "old"), ("c", "young"))
    report = attacked(tmp_path, [as_table("t", AREA_AGE, cells, hidden)], DOTS)
    assert {finding.low for finding in report.of(Kind.EXACT)} == {1}


def test_a_dot_whose_sum_leaves_three_values_is_narrow(tmp_path: Path) -> None:
    cells = square([[5, 4, 30], [2, 2, 40], [0, 45, 50]])
    hidden = year(("a", "old"), ("a", "young"), ("b", "old"), ("b", "young"))
    report = attacked(tmp_path, [as_table("t", AREA_AGE, cells, hidden)], DOTS)
    assert not report.of(Kind.EXACT)
    assert report.of(Kind.NARROW)


def test_a_small_count_printed_in_the_open_is_found(tmp_path: Path) -> None:
    assert kinds(attacked(tmp_path, [as_table("t", AREA_AGE, MIXED)], DOTS)) == {Kind.SMALL}


def test_the_sign_for_small_beside_dots_says_which_are_small(tmp_path: Path) -> None:
    lines = [Line(YEAR, (code,), number, mark) for code, number, mark in
             (("a", None, "<5"), ("b", None, "."), ("c", 80, ""), ("*", 153, ""))]  # fmt: skip
    assert Kind.SMALL in kinds(attacked(tmp_path, [TableFile("t", ("area",), lines)], DOTS))


def test_what_is_missing_in_a_list_is_the_total_less_the_list(tmp_path: Path) -> None:
    cells = one_way({"a": 40, "b": 50, "*": 92})
    assert kinds(attacked(tmp_path, [as_table("t", ("area",), cells)], DOTS)) == {Kind.DIFFERENCE}
    cells[("*",), YEAR] = 97
    assert attacked(tmp_path, [as_table("t", ("area",), cells)], DOTS).is_safe


def test_a_filtered_table_gives_away_the_others(tmp_path: Path) -> None:
    everybody = as_table("all", ("area",), one_way({"a": 40, "b": 50, "c": 60, "*": 150}))
    some = as_table("some", ("area",), one_way({"a": 38, "b": 40, "c": 50, "*": 128}))
    some.where = {"care": ["yes"]}
    report = attacked(tmp_path, [everybody, some], DOTS)
    assert {finding.low for finding in report.of(Kind.DIFFERENCE)} == {2}


def test_two_tables_each_safe_alone_are_taken_apart_together(tmp_path: Path) -> None:
    hidden = year(("a", "old"), ("b", "young"), ("a", "young"), ("b", "old"))
    one = as_table("one", AREA_AGE, MIXED, hidden)
    turned: Counts = {((age, area), when): number for ((area, age), when), number in MIXED.items()}
    elsewhere = year(("old", "a"), ("young", "c"), ("young", "a"), ("old", "c"), ("young", "b"), ("old", "b"))
    other = as_table("other", ("age", "area"), turned, elsewhere)
    report = attacked(tmp_path / "both", [one, other], DOTS)
    assert Kind.OPEN in kinds(report)
    assert attacked(tmp_path / "one", [one], DOTS).is_safe


def rounded(cells: Counts) -> Counts:
    """Each inner cell under 5 becomes 0 or 5, totals are sums of that: one base table for all."""
    inner = {
        key[0]: number if number >= 5 else 5 * (number > 2)
        for key, number in cells.items()
        if "*" not in key[0]
    }
    return square([[inner[area, age] for age in ("old", "young", "middle")] for area in ("a", "b", "c")])


def test_one_rounded_base_table_is_safe(tmp_path: Path) -> None:
    assert attacked(tmp_path, [as_table("t", AREA_AGE, rounded(MIXED))], ROUNDING).is_safe


def test_two_base_tables_rounded_apart_disagree(tmp_path: Path) -> None:
    other = one_way({area: MIXED[(area, "*"), YEAR] + (area == "a") * 2 for area in ("a", "b", "c", "*")})
    report = attacked(
        tmp_path, [as_table("t", AREA_AGE, rounded(MIXED)), as_table("u", ("area",), other)], ROUNDING
    )
    assert Kind.DISAGREEMENT in kinds(report)


def test_each_cell_rounded_by_itself_does_not_add_up(tmp_path: Path) -> None:
    cells = {key: 5 * round(number / 5) for key, number in MIXED.items()}
    assert Kind.NOT_ADDITIVE in kinds(attacked(tmp_path, [as_table("t", AREA_AGE, cells)], ROUNDING))


def test_an_exact_total_beside_rounded_parts_is_found(tmp_path: Path) -> None:
    cells = rounded(MIXED) | {(("*", "*"), YEAR): MIXED[("*", "*"), YEAR]}
    report = attacked(tmp_path, [as_table("t", AREA_AGE, cells)], ROUNDING)
    assert kinds(report) == {Kind.NOT_ADDITIVE}


def test_a_number_that_no_rounding_gives_is_exact(tmp_path: Path) -> None:
    cells = one_way({"a": 3, "b": 50})
    assert kinds(attacked(tmp_path, [as_table("t", ("area",), cells)], ROUNDING)) == {Kind.UNREACHABLE}


def test_a_rest_that_no_rounding_gives_is_exact(tmp_path: Path) -> None:
    cells = one_way({"a": 30, "b": 50, "*": 82})
    assert kinds(attacked(tmp_path, [as_table("t", ("area",), cells)], ROUNDING)) == {Kind.UNREACHABLE}


def quarters(numbers: Iterable[int | None], total: int | None, unit: str = "visits") -> TableFile:
    lines = [Line(quarter, (), number, "." if number is None else "")
             for quarter, number in zip((*QUARTERS, YEAR), (*numbers, total), strict=True)]  # fmt: skip
    return TableFile("time", (), lines, unit)


def test_a_year_less_its_quarters_is_the_hidden_quarter(tmp_path: Path) -> None:
    assert attacked(tmp_path, [quarters((20, None, 30, 40), 93)], DOTS).of(Kind.EXACT)
    assert attacked(tmp_path, [quarters((20, None, None, 40), 113)], DOTS).is_safe


def test_cases_of_a_year_are_those_of_its_first_quarter_and_the_new_ones(tmp_path: Path) -> None:
    new = quarters((10, 10, None, 10), None, "cases")
    new.where, new.name = {"arrival": ["new"]}, "new"
    assert attacked(tmp_path / "new", [new], DOTS).is_safe
    everything = quarters((30, 40, 45, 50), 53, "cases")
    report = attacked(tmp_path / "both", [new, everything], DOTS)
    assert {finding.low for finding in report.of(Kind.EXACT)} == {3}


def test_units_that_are_no_people_are_left_alone(tmp_path: Path) -> None:
    assert attacked(tmp_path, [quarters((1, 2, 3, 4), 10, "events")], ROUNDING).is_safe


def test_who_is_alone_in_a_cell_must_not_learn_of_others(tmp_path: Path) -> None:
    cells = square([[1, 6, 30], [9, 4, 40], [35, 45, 0]])
    hidden = year(("a", "old"), ("b", "young"), ("a", "young"), ("b", "old"))
    release = read_release(write_release(tmp_path, [as_table("t", AREA_AGE, cells, hidden)], DOTS, SMALL))
    alone = [(YEAR, "visits", frozenset({("area", "a"), ("age", "old")}))]
    assert attack(release).is_safe
    report = attack(release, insiders=[alone])
    assert [(finding.kind, finding.low) for finding in report.findings] == [(Kind.INSIDER, 4)]


def test_cancelled_it_is_not_safe(tmp_path: Path) -> None:
    hidden = year(("a", "old"), ("b", "young"), ("a", "young"), ("b", "old"))
    folder = write_release(tmp_path, [as_table("t", AREA_AGE, MIXED, hidden)], DOTS, SMALL)
    report = attack(read_release(folder), cancelled=lambda: True)
    assert [finding.kind for finding in report.findings] == [Kind.UNFINISHED]
