"""A mistake in shipped data names its file and row."""

from pathlib import Path

import pytest

from zwk_barrier.reference.table import read_table


def table(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_count_as_an_editor_counts_them(tmp_path: Path) -> None:
    rows = list(read_table(table(tmp_path, "code;sort\na;1\nb;2\n"), ["code"]))
    assert [(row.number, row.text("code"), row.whole("sort")) for row in rows] == [(2, "a", 1), (3, "b", 2)]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"list\.csv, row 1: missing sort"):
        list(read_table(table(tmp_path, "code\na\n"), ["code", "sort"]))


def test_a_row_with_a_cell_too_many_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"list\.csv, row 2: 2 cells, 1 expected"):
        list(read_table(table(tmp_path, "code\na;b\n"), ["code"]))


@pytest.mark.parametrize(
    ("cell", "reader", "why"),
    [("x", "whole", "no whole number"), ("31.12.2026", "day", "no date"), ("", "required", "is empty")],
)
def test_a_wrong_cell_is_named(tmp_path: Path, cell: str, reader: str, why: str) -> None:
    [row] = read_table(table(tmp_path, f"code;wert\na;{cell}\n"), ["wert"])
    with pytest.raises(ValueError, match=rf"list\.csv, row 2: wert .*{why}|list\.csv, row 2: wert {why}"):
        getattr(row, reader)("wert")


def test_a_list_in_a_cell_is_parted_at_commas(tmp_path: Path) -> None:
    [row] = read_table(table(tmp_path, "rooms\nbad, wc,\n"), ["rooms"])
    assert row.listed("rooms") == ("bad", "wc")
