"""The files of a year: what a German spreadsheet and a program read."""

import csv
import json
from pathlib import Path

import pytest

from zwk_barrier.problems import OfficeProblem
from zwk_barrier.statistics.files import write_tables
from zwk_barrier.statistics.protection import Cell
from zwk_barrier.statistics.yearly import OVERVIEW, SafeTable

TABLES = (
    SafeTable(OVERVIEW, "Überblick", "", (("cases", "Fälle", Cell(61)),), None),
    SafeTable(
        "cases_by_district",
        "Fälle nach Stadtteil",
        "cases",
        (
            ("13", "Lehe", Cell(41)),
            ("24", "Wulsdorf", Cell(None, "hidden")),
            ("25", "Fischereihafen", Cell(None, "small")),
        ),
        Cell(61),
    ),
)


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_each_number_stands_in_a_row_of_its_own(tmp_path: Path) -> None:
    write_tables(TABLES, 2025, tmp_path)
    assert read(tmp_path / "2025_cases_by_district.csv") == [
        ["Jahr", "Tabelle", "Code", "Bezeichnung", "Anzahl", "Zeichen", "Summe"],
        ["2025", "Fälle nach Stadtteil", "13", "Lehe", "41", "", "0"],
        ["2025", "Fälle nach Stadtteil", "24", "Wulsdorf", "", "verdeckt", "0"],
        ["2025", "Fälle nach Stadtteil", "25", "Fischereihafen", "", "< 5", "0"],
        ["2025", "Fälle nach Stadtteil", "", "zusammen", "61", "", "1"],
    ]


def test_a_german_spreadsheet_opens_it(tmp_path: Path) -> None:
    write_tables(TABLES, 2025, tmp_path)
    content = (tmp_path / "2025_overview.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_people_and_programs_are_told_how_it_was_counted(tmp_path: Path) -> None:
    write_tables(TABLES, 2025, tmp_path)
    told = (tmp_path / "2025_LIESMICH.txt").read_text("utf-8-sig")
    assert "Fälle: Eine Person mit einer Wohnung" in told
    assert "eine Zahl von 0 bis 4" in told
    description = json.loads((tmp_path / "2025_description.json").read_bytes())
    assert [table["file"] for table in description["tables"]] == [
        "2025_overview.csv",
        "2025_cases_by_district.csv",
    ]
    assert description["tables"][1]["definition"].startswith("Eine Person mit einer Wohnung")
    assert description["protection"]["least"] == 5


def test_every_file_that_was_written_is_named_and_a_second_time_replaces_it(tmp_path: Path) -> None:
    first = write_tables(TABLES, 2025, tmp_path / "out")
    assert sorted(first) == sorted((tmp_path / "out").iterdir())
    assert write_tables(TABLES, 2025, tmp_path / "out") == first


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OfficeProblem):
        write_tables(TABLES, 2025, tmp_path / "file" / "out")
