"""Rounded base tables of several offices are added up, and what is no such table is refused by name."""

from pathlib import Path

import pytest

from zwk_barrier.arguments import parse
from zwk_barrier.cli import run
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.pooling import pool_tables, write_base_table

NORTH = "quarter;area;care_grade;count\n2025-Q1;nord;2;10\n2025-Q1;nord;3;5\n2025-Q2;unbekannt;2;5\n"
SOUTH = "quarter;care_grade;area;count\n2025-Q1;2;süd;15\n2025-Q2;2;unbekannt;20\n"


@pytest.fixture
def offices(tmp_path: Path) -> tuple[Path, Path]:
    """The tables of two offices, their columns in different order."""
    north, south = tmp_path / "nord.csv", tmp_path / "süd.csv"
    north.write_text(NORTH, "utf-8")
    south.write_text(SOUTH, "utf-8-sig")
    return north, south


def test_counts_are_added_cell_by_cell(offices: tuple[Path, Path]) -> None:
    table = pool_tables(offices, "cases")
    assert table.unit == "cases"
    assert table.total() == 55
    assert table.cells(["area"]) == {("nord",): 15, ("süd",): 15, ("unbekannt",): 25}
    assert table.cells(["quarter", "care_grade"], {"area": ["unbekannt"]}) == {("2025-Q2", "2"): 25}


def test_what_was_written_is_read_back_the_same(tmp_path: Path) -> None:
    cells = {("2025-Q1", "nord", "2"): 10, ("2025-Q1", "süd", "3"): 5}
    table = BaseTable.of("cases", ("quarter", "area", "care_grade"), cells.items())
    write_base_table(table, tmp_path / "cases.csv")
    again = pool_tables([tmp_path / "cases.csv"], "cases")
    assert again.cells(table.dimensions) == cells


def test_cells_of_nothing_are_not_written(tmp_path: Path) -> None:
    table = BaseTable.of("cases", ("care_grade",), [(("2",), 10), (("3",), 0)])
    write_base_table(table, tmp_path / "cases.csv")
    assert (tmp_path / "cases.csv").read_text("utf-8") == "care_grade;count\n2;10\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "ist leer", id="empty"),
        pytest.param(NORTH.encode("utf-16"), "nicht in UTF-8", id="UTF-16"),
        pytest.param(SOUTH.encode("latin-1"), "nicht in UTF-8", id="Latin-1"),
        pytest.param(NORTH.encode()[:-3], "mitten in einer Zeile", id="cut in a line"),
        pytest.param(NORTH.encode()[:-3] + b"\n", "Zeile 4 nicht 4 Spalten", id="cut before a count"),
        pytest.param(NORTH.replace(";3;5", ";3").encode(), "nicht 4 Spalten", id="a field is missing"),
        pytest.param(NORTH.replace(";3;5", ";3;5;5").encode(), "nicht 4 Spalten", id="a field more"),
        pytest.param(NORTH.replace("area", "ort").encode(), "Spalte „ort“", id="no dimension of ours"),
        pytest.param(NORTH.replace("area", "quarter").encode(), "zweimal", id="a dimension twice"),
        pytest.param(NORTH.replace(";", ",").encode(), "statt „count“", id="commas"),
        pytest.param(NORTH.replace("count", "anzahl").encode(), "„anzahl“ statt", id="no counts"),
        pytest.param(
            NORTH.replace(";3;5", ";9;5").encode(), "Spalte „care_grade“ steht „9“", id="no such code"
        ),
        pytest.param(
            NORTH.replace("-Q2", "-Q5").encode(), "Spalte „quarter“ steht „2025-Q5“", id="no quarter"
        ),
        pytest.param(NORTH.replace("nord", "=1+1").encode(), "Spalte „area“", id="a formula"),
        pytest.param(NORTH.replace(";3;5", ";2;5").encode(), "in zwei Zeilen", id="a cell twice"),
        pytest.param(NORTH.replace(";3;5", ";3;4").encode(), "keine gerundeten", id="an exact count"),
        pytest.param(NORTH.replace(";3;5", ";3;-5").encode(), "Zeile 3", id="less than nothing"),
        pytest.param(NORTH.replace(";3;5", ";3;5,5").encode(), "Zeile 3", id="no whole number"),
        pytest.param(
            NORTH.replace(";care_grade", "")
            .replace(";2;", ";")
            .replace(";3;", ";")
            .replace("2025-Q1;nord;5\n", "")
            .encode(),
            "fehlt die Spalte „care_grade“",
            id="a dimension less",
        ),
        pytest.param(SOUTH.encode(), "denselben Inhalt wie", id="the same file twice"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_name(content: bytes, told: str, tmp_path: Path) -> None:
    good = tmp_path / "zuerst.csv"
    good.write_bytes(SOUTH.encode())
    wrong = tmp_path / "falsch.csv"
    wrong.write_bytes(content)
    with pytest.raises(InputProblem) as raised:
        pool_tables([good, wrong], "cases")
    assert told in str(raised.value)
    assert "falsch.csv" in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"fehlt\.csv"):
        pool_tables([tmp_path / "fehlt.csv"], "cases")


def test_the_command_writes_one_table(
    offices: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "zusammen.csv"
    assert run(["pool", *map(str, offices), "--out", str(out)]) == 0
    assert "zusammen.csv" in capsys.readouterr().out
    assert pool_tables([out], "cases").total() == 55


def test_the_command_says_in_one_sentence_what_is_wrong(
    offices: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offices[0].write_bytes(b"\xff\xfe")
    assert run(["pool", *map(str, offices), "--out", str(tmp_path / "zusammen.csv")]) == 2
    assert "nord.csv ist nicht in UTF-8" in capsys.readouterr().err
    assert not (tmp_path / "zusammen.csv").exists()


def test_the_command_needs_a_table() -> None:
    with pytest.raises(InputProblem, match="Es fehlt"):
        parse(["pool", "--out", "zusammen.csv"])


def test_the_rows_of_eight_offices_are_pooled(tmp_path: Path) -> None:
    files = []
    for office in range(8):
        rows = [
            f"2025-Q{number % 4 + 1};a{office}_{number // 20};{number // 4 % 5 + 1};{number % 7 + 5}"
            for number in range(12_500)
        ]
        files.append(tmp_path / f"{office}.csv")
        files[-1].write_text("\n".join(["quarter;area;care_grade;count", *rows, ""]), "utf-8")
    assert pool_tables(files, "cases").total() == sum(number % 7 + 5 for number in range(12_500)) * 8


RELEASED = (
    "Zeitraum;Tabelle;Einheit;age;Anzahl;Zeichen;Summe;Anteil\r\n"
    "2025;cases-age;cases;65_69;15;;0;75,0\r\n2025;cases-age;cases;80_84;{count};;0;25,0\r\n"
    "2025;cases-age;cases;85_89;0;<5;0;\r\n2025;cases-age;cases;*;20;;1;100,0\r\n"
    "2024;cases-age;cases;65_69;10;;0;100,0\r\n2024;cases-age;cases;*;10;;1;100,0\r\n"
)


def released(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8-sig", newline="")
    return folder / name


def test_the_tables_that_offices_hand_out_are_added_up_without_totals_and_the_year_before(
    tmp_path: Path,
) -> None:
    files = [released(tmp_path, f"{count}.csv", RELEASED.format(count=count)) for count in (5, 10, 40)]
    table = pool_tables(files, "cases")
    assert table.cells(["age"]) == {("65_69",): 45, ("80_84",): 55, ("85_89",): 0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RELEASED.format(count=10).replace("2025;", "2026;"), r"zählt cases-age \(2026\), a.csv dagegen"),
        (RELEASED.format(count=10).replace("cases-age", "visits-age"), "zählt visits-age"),
        (RELEASED.format(count=3), "keine gerundeten Zahlen"),
        (RELEASED.format(count=".").replace(".;;0", ";.;0"), "keine ganze Zahl"),
        (RELEASED.format(count=10).replace(";age", "").replace(";65_69", ""), "gleich viele Spalten"),
        (RELEASED.format(count="9" * 5000), "keine ganze Zahl"),
        (
            RELEASED.format(count=10).replace("80_84", '"80_84') + "2025;" * 30_000 + "\n",
            "gleich viele Spalten",
        ),
        ("Zeitraum;Tabelle;Einheit;Anzahl;Zeichen;Summe\r\n2025;t;visits;5;;0\r\n", "nach nichts gegliedert"),
        (NORTH, "a.csv dagegen cases-age"),
    ],
)
def test_tables_of_something_else_are_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    first, other = released(tmp_path, "a.csv", RELEASED.format(count=5)), released(tmp_path, "b.csv", text)
    with pytest.raises(InputProblem, match=told):
        pool_tables([first, other], "cases")
