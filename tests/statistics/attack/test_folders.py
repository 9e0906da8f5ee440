"""A release is a folder: what else lies in it, what the metadata tell, and formats of numbers."""

import json
from pathlib import Path

import pytest

from tests.statistics.attack.release_files import ROUNDING, Hierarchy, as_table, one_way, write_release
from zwk_barrier.statistics.attack import Kind, attack, read_release
from zwk_barrier.statistics.attack.number_formats import seen
from zwk_barrier.statistics.attack.relations import sums_of

AREA: dict[str, Hierarchy] = {"area": {"a": (), "b": (), "c": ()}}


def clean(folder: Path) -> Path:
    counts = one_way({"a": 12, "b": 30, "c": 50, "*": 92})
    return write_release(folder, [as_table("t", ("area",), counts)], ROUNDING, AREA)


def kinds(folder: Path) -> set[Kind]:
    return {finding.kind for finding in attack(read_release(folder)).findings}


def test_without_metadata_nothing_is_safe(tmp_path: Path) -> None:
    (clean(tmp_path) / "metadata.json").unlink()
    assert Kind.UNREADABLE in kinds(tmp_path)


def test_an_unknown_file_is_found(tmp_path: Path) -> None:
    (clean(tmp_path) / "2025_t.csv.bak").write_text("a;3", "utf-8")
    assert kinds(tmp_path) == {Kind.UNREADABLE}


def test_a_number_in_the_metadata_is_found(tmp_path: Path) -> None:
    file = clean(tmp_path) / "metadata.json"
    said = json.loads(file.read_text("utf-8"))
    said["zwk:release"]["exact_total"] = 91
    file.write_text(json.dumps(said), "utf-8")
    assert kinds(tmp_path) == {Kind.STRAY}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2025;t;visits;a;3;.;0", Kind.HIDDEN_IN_FILE),
        ("2025;t;visits;elsewhere;7;;0", Kind.UNREADABLE),
        ("2025;t;visits;a;12,5;;0", Kind.UNREADABLE),
        ("2025;t;visits;a;12;;0;3", Kind.STRAY),
        ("2031;t;visits;a;12;;0", Kind.UNREADABLE),
        ("2025;u;visits;a;12;;0", Kind.UNREADABLE),
        ("2025;t;visits;a;12;~;0", Kind.UNREADABLE),
    ],
)
def test_a_row_that_is_none_is_found(tmp_path: Path, line: str, kind: Kind) -> None:
    with (clean(tmp_path) / "2025_t.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\r\n")
    assert kind in kinds(tmp_path)


def test_a_column_nobody_described_is_found(tmp_path: Path) -> None:
    file = clean(tmp_path) / "2025_t.csv"
    lines = file.read_text("utf-8-sig").splitlines()
    file.write_text("\r\n".join([f"{lines[0]};exakt", *(f"{line};3" for line in lines[1:])]), "utf-8")
    assert kinds(tmp_path) == {Kind.STRAY}


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("General", 3, 3),
        ("0", 3, 3),
        ("#,##0", 1234, 1234),
        ("0.0", 12.34, 12.3),
        ("0%", 0.256, 0.26),
        ('[<5]"< 5";0', 3, None),
        ('[<5]"< 5";0', 7, 7),
        ('0;-0;"-"', 0, None),
        ('"7"', 3, None),
        (";;;", 3, None),
        ("#", 0, None),
        ("0,", 4000, None),
        ('0 "Fälle"', 3, 3),
        ("0;[Red]-0", 0, 0),
    ],
)
def test_what_a_number_format_lets_be_seen(code: str, value: float, expected: float | None) -> None:
    assert seen(code, value) == expected


def test_nested_groups_add_up_and_overlapping_ones_are_cut() -> None:
    assert set(sums_of([0b111, 0b011, 0b001])) == {(0b111, (0b011, 0b100)), (0b011, (0b001, 0b010))}
    overlapping = {whole: set(parts) for whole, parts in sums_of([0b011, 0b110])}
    assert overlapping == {0b011: {0b001, 0b010}, 0b110: {0b010, 0b100}}
