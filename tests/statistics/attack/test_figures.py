"""Shares, rates, means and sums of money that tell what the counts beside them hide."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.statistics.attack.release_files import (
    DOTS,
    ROUNDING,
    YEAR,
    Hierarchy,
    Line,
    TableFile,
    write_release,
)
from zwk_barrier.statistics.attack import AttackReport, Kind, attack, read_release

AREA: dict[str, Hierarchy] = {"area": {"a": (), "b": (), "c": ()}, "care": {"yes": (), "no": ()}}

SHARE = {
    "column": "Anteil",
    "aggregate": "share",
    "decimals": 1,
    "scale": 100,
    "of": {"total_over": ["area"]},
}
MEAN = {"column": "Mittel", "aggregate": "mean", "measure": "cost", "decimals": 2}
MONEY = {"column": "Betrag", "aggregate": "money", "measure": "cost", "decimals": 2}

Row = tuple[str, int | None, str] | tuple[str, int | None, str, str]


def attacked(
    folder: Path, rows: list[Row], method: dict[str, object], values: list[Mapping[str, Any]], **more: Any
) -> AttackReport:
    lines = [Line(YEAR, (row[0],), row[1], "." if row[1] is None else "", row[2:]) for row in rows]
    table = TableFile("t", ("area",), lines, values=values)
    return attack(read_release(write_release(folder, [table], method, AREA, **more)))


def test_a_share_tells_the_count_behind_the_dot(tmp_path: Path) -> None:
    rows: list[Row] = [("a", None, "1,5"), ("b", None, ""), ("c", 150, "75,0"), ("*", 200, "100,0")]
    found = attacked(tmp_path / "with", rows, DOTS, [SHARE]).of(Kind.EXACT)
    assert {finding.low for finding in found} == {3}
    without: list[Row] = [(row[0], row[1], "") for row in rows]
    assert attacked(tmp_path / "without", without, DOTS, [SHARE]).is_safe


def test_a_share_made_of_exact_counts_stands_out_beside_rounded_ones(tmp_path: Path) -> None:
    rows: list[Row] = [("a", 5, "1,5"), ("b", 45, "22,5"), ("c", 150, "75,0"), ("*", 200, "100,0")]
    assert [finding.kind for finding in attacked(tmp_path / "exact", rows, ROUNDING, [SHARE]).findings] == [
        Kind.FIGURE
    ]
    rows[0] = ("a", 5, "2,5")
    assert attacked(tmp_path / "rounded", rows, ROUNDING, [SHARE]).is_safe


def test_an_indicator_tells_a_count_that_stands_nowhere(tmp_path: Path) -> None:
    indicator = {"title": "Anteil", "unit": "visits", "where": {"care": ["yes"]}, "aggregate": "share",
                 "decimals": 1, "scale": 100, "of": {"unit": "visits", "where": {}}}  # fmt: skip
    table = TableFile("t", ("area",), [Line(YEAR, ("*",), 200)])
    folder = write_release(tmp_path, [table], ROUNDING, AREA, indicators={"share_care": indicator})
    file = folder / "2025_kennzahlen.csv"
    head = "Zeitraum;Tabelle;Einheit;Kennzahl;Anzahl;Zeichen;Summe;Wert\r\n"
    file.write_text(head + "2025;kennzahlen;visits;share_care;;;0;1,5\r\n", "utf-8-sig")
    assert {finding.kind for finding in attack(read_release(folder)).findings} == {Kind.UNREACHABLE}
    file.write_text(head + "2025;kennzahlen;visits;share_care;;;0;17,5\r\n", "utf-8-sig")
    assert attack(read_release(folder)).is_safe


def test_a_rate_per_inhabitants_is_a_count(tmp_path: Path) -> None:
    rate = {"column": "Rate", "aggregate": "per_1000", "decimals": 2, "scale": 1000,
            "of": {"constants": {"a": 1000, "b": 9000, "c": 9000, "*": 19000}, "dimension": "area"}}  # fmt: skip
    rows: list[Row] = [("a", None, "3,00"), ("b", None, ""), ("c", 150, "16,67"), ("*", 200, "10,53")]
    assert {finding.low for finding in attacked(tmp_path, rows, DOTS, [rate]).of(Kind.EXACT)} == {3}


def test_a_sum_divided_by_a_mean_is_the_hidden_count(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("a", None, "100,00", "300,00"),
        ("b", None, "", ""),
        ("c", 150, "", ""),
        ("*", 200, "", ""),
    ]
    found = attacked(tmp_path, rows, DOTS, [MEAN, MONEY]).of(Kind.EXACT)
    assert {finding.low for finding in found} == {3}


def test_a_sum_divided_by_a_mean_is_not_the_rounded_count(tmp_path: Path) -> None:
    rows: list[Row] = [("a", 15, "100,00", "1400,00"), ("*", 200, "", "")]
    assert attacked(tmp_path / "exact", rows, ROUNDING, [MEAN, MONEY]).of(Kind.FIGURE)
    rows[0] = ("a", 15, "100,00", "1500,00")
    assert attacked(tmp_path / "rounded", rows, ROUNDING, [MEAN, MONEY]).is_safe


def test_a_mean_of_few_records_is_found(tmp_path: Path) -> None:
    few: list[Row] = [("a", 9, "100,00"), ("*", 200, "120,00")]
    assert len(attacked(tmp_path / "few", few, DOTS, [MEAN]).of(Kind.FIGURE)) == 1
    hidden: list[Row] = [("a", None, "100,00"), ("b", None, ""), ("c", 194, ""), ("*", 200, "")]
    assert len(attacked(tmp_path / "hidden", hidden, DOTS, [MEAN]).of(Kind.FIGURE)) == 1


def test_that_a_mean_is_shown_at_all_says_how_many_there_are(tmp_path: Path) -> None:
    rows: list[Row] = [("a", None, ""), ("b", None, ""), ("c", 187, ""), ("*", 200, "")]
    assert attacked(tmp_path / "without", rows, DOTS, [MEAN]).is_safe
    rows[0] = ("a", None, "100,00")
    found = attacked(tmp_path / "with", rows, DOTS, [MEAN]).findings
    assert [(finding.kind, finding.high) for finding in found] == [(Kind.SMALL, 3)]


def test_a_hidden_sum_of_money_is_total_less_the_others(tmp_path: Path) -> None:
    rows: list[Row] = [("a", 20, ""), ("b", 30, "5000,00"), ("c", 50, "7000,00"), ("*", 100, "13000,00")]
    found = attacked(tmp_path / "one", rows, DOTS, [MONEY]).of(Kind.FIGURE)
    assert [round(finding.low or 0) for finding in found] == [1000]
    rows[1] = ("b", 30, "")
    assert attacked(tmp_path / "two", rows, DOTS, [MONEY]).is_safe


def test_mean_times_count_is_the_hidden_sum(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("a", 20, "50,00", ""),
        ("b", 30, "", ""),
        ("c", 50, "", "7000,00"),
        ("*", 100, "", "13000,00"),
    ]
    assert len(attacked(tmp_path, rows, DOTS, [MEAN, MONEY]).of(Kind.FIGURE)) == 2


def test_a_sum_of_money_of_fewer_than_five_is_found(tmp_path: Path) -> None:
    rows: list[Row] = [("a", 0, "900,00"), ("b", 30, "5000,00"), ("*", 30, "")]
    assert attacked(tmp_path, rows, ROUNDING, [MONEY]).of(Kind.FIGURE)


def test_money_that_does_not_add_up_is_found(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("a", 20, "100,00"),
        ("b", 30, "5000,00"),
        ("c", 50, "7000,00"),
        ("*", 100, "13000,00"),
    ]
    assert attacked(tmp_path, rows, DOTS, [MONEY]).of(Kind.NOT_ADDITIVE)
