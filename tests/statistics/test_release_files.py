"""The files of a release: what a German spreadsheet, a program and an attacker read in them."""

import csv
import errno
import json
import os
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from odfdo import Document

from zwk_barrier.model.statistics_report import ReportTable, Shown, StatisticsReport, TableRow
from zwk_barrier.problems import NotAllowed, OfficeProblem, StorageFull
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.attack import attack, read_release
from zwk_barrier.statistics.files import Format, write_release
from zwk_barrier.statistics.files.file_table import FileRow, FileTable
from zwk_barrier.statistics.files.file_tables import file_tables
from zwk_barrier.statistics.files.texts import harmless
from zwk_barrier.statistics.files.workbook import _write
from zwk_barrier.statistics.files.writing import _csv

YEAR: Final = Period.year(2025)
NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
DANGEROUS: Final = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


@pytest.fixture(scope="module")
def folder(report: StatisticsReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its files in every format."""
    found = tmp_path_factory.mktemp("release")
    write_release(report, found)
    return found


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def sheet_of(path: Path, name: str) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(path)[name]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def ods_sheet_of(path: Path, name: str) -> list[list[Any]]:
    sheet = Document(path).body.get_table(name=name)
    assert sheet is not None
    return sheet.get_values()


def test_each_number_stands_in_a_row_of_its_own_and_sums_are_marked(folder: Path) -> None:
    header, *rows = read(folder / "2025_cases-age.csv")
    assert header == ["Zeitraum", "Tabelle", "Einheit", "age", "Anzahl", "Zeichen", "Summe", "Anteil"]
    assert {(row[0], row[1], row[2]) for row in rows} == {
        ("2025", "cases-age", "cases"),
        ("2024", "cases-age", "cases"),
    }
    assert [row[3] for row in rows if row[6] == "1"] == ["*", "*"]
    assert all("," in row[7] and "." not in row[7] for row in rows if row[7])


def test_a_small_number_is_a_rounded_zero_with_its_sign(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        header, *rows = read(path)
        count, sign = header.index("Anzahl"), header.index("Zeichen")
        assert {row[sign] for row in rows} <= {"", "<5"}
        assert all(row[count] == "0" for row in rows if row[sign])


def test_quarters_are_periods_of_their_own(folder: Path) -> None:
    header, *rows = read(folder / "2025_visits-quarter.csv")
    assert "quarter" not in header
    assert [row[0] for row in rows] == [
        *(f"2025-Q{number}" for number in (1, 2, 3, 4)),
        "2025",
        *(f"2024-Q{number}" for number in (1, 2, 3, 4)),
        "2024",
    ]


def test_indicators_are_one_table_with_values_beside_counts(folder: Path) -> None:
    header, *rows = read(folder / "2025_kennzahlen.csv")
    assert header == ["Zeitraum", "Tabelle", "Einheit", "Kennzahl", "Anzahl", "Zeichen", "Summe", "Wert"]
    now = {row[3]: row for row in rows if row[0] == "2025"}
    assert (now["visits"][2], now["visits"][7]) == ("visits", "")
    assert now["granted"][4] == ""
    assert now["granted"][7].endswith(",00")


def test_a_german_spreadsheet_opens_the_csv(folder: Path) -> None:
    content = (folder / "2025_cases-age.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") > 2


def test_the_description_names_every_file_dimension_and_definition(folder: Path) -> None:
    told = json.loads((folder / "metadata.json").read_text("utf-8"))
    assert sorted(one["url"] for one in told["tables"]) == sorted(path.name for path in folder.glob("*.csv"))
    release = told["zwk:release"]
    assert release["periods"]["2025"] == [f"2025-Q{number}" for number in (1, 2, 3, 4)]
    assert release["method"]["name"] == "rounding"
    assert (
        release["dimensions"]["area"]["codes"]["134"]["parents"] == ["13", "1"]
        or "13" in (release["dimensions"]["area"]["codes"]["134"]["parents"])
    )
    assert set(release["definitions"]) == set(release["indicators"])
    assert release["units"]["events" if "events" in release["units"] else "activities"]["people"] is False


def test_a_rate_stands_for_one_year_only_and_says_why(folder: Path, report: StatisticsReport) -> None:
    rows = [row for row in read(folder / "2025_kennzahlen.csv") if row[3] == "per_1000_65"]
    told = json.loads((folder / "metadata.json").read_text("utf-8"))["zwk:release"]["definitions"]
    shown = next(one for part in report.sections for one in part.indicators if one.key == "per_1000_65")

    assert shown.before is not None
    assert [row[0] for row in rows] == ["2025"]
    assert "steht nicht in den Dateien" in told["per_1000_65"]
    assert "steht nicht in den Dateien" not in told["visits"]


def test_the_attacker_finds_nothing(folder: Path) -> None:
    found = attack(read_release(folder))
    assert [str(finding) for finding in found.findings] == []
    assert found.examined > 1000


def test_the_attacker_would_find_an_exact_number(folder: Path, tmp_path: Path) -> None:
    spoiled = shutil.copytree(folder, tmp_path / "spoiled")
    path = spoiled / "2025_cases-age.csv"
    path.write_text(path.read_text("utf-8-sig").replace(";0;<5;", ";3;;", 1), "utf-8-sig")
    assert not attack(read_release(spoiled)).is_safe


def test_all_formats_say_the_same(folder: Path) -> None:
    for name, title in (
        ("cases-age", "Fälle nach Alter"),
        ("measures-kind", "Empfohlene Maßnahmen nach Art u"),
    ):
        lines = read(folder / f"2025_{name}.csv")
        sheet = sheet_of(folder / "2025.xlsx", title)
        ods = ods_sheet_of(folder / "2025.ods", title)
        count = lines[0].index("Anzahl")
        at = sheet[0].index("Anzahl")
        assert [row[at] for row in sheet[1:]] == [int(row[count]) for row in lines[1:]]
        assert [int(row[at]) for row in ods[1:]] == [int(row[count]) for row in lines[1:]]


def test_a_workbook_has_numbers_a_head_that_stays_and_nothing_hidden(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "2025.xlsx")
    assert book.sheetnames[:2] == ["Hinweise", "Kennzahlen"]
    assert book.sheetnames[-1] == "Begriffe"
    sheet = book["Fälle nach Alter"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert all(one.sheet_state == "visible" for one in book)
    assert isinstance(sheet.cell(2, 6).value, int)
    assert sheet.cell(2, 5).value == "0–17 Jahre"
    assert (book.properties.title, book.properties.creator) == ("Jahresbericht 2025", "ZWK Barriere")


def test_a_share_is_stored_as_it_is_shown(folder: Path) -> None:
    sheet = openpyxl.load_workbook(folder / "2025.xlsx")["Fälle nach Alter"]
    cells = [row[-1] for row in sheet.iter_rows(min_row=2) if row[-1].value is not None]
    assert cells
    assert all(cell.number_format == "0.0" and round(cell.value, 1) == cell.value for cell in cells)


def test_the_same_report_gives_the_same_files_on_another_day(
    report: StatisticsReport, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "localtime", lambda _now=None: time.gmtime(2_000_000_000))
    write_release(report, tmp_path)
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_a_workbook_tells_no_moment_but_that_of_its_figures(report: StatisticsReport, folder: Path) -> None:
    assert report.frozen_at is not None
    told = openpyxl.load_workbook(folder / "2025.xlsx").properties
    assert told.created == told.modified == report.frozen_at.replace(tzinfo=None, microsecond=0)


@pytest.mark.parametrize("formats", [["csv"], ("xlsx",), ["ods"], ()])
def test_only_what_is_asked_for_is_written(
    report: StatisticsReport, tmp_path: Path, formats: tuple[Format, ...]
) -> None:
    written = write_release(report, tmp_path, formats)
    assert {path.suffix.removeprefix(".") for path in written} == {*formats, "json"}
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_internal_figures_are_never_a_file(report: StatisticsReport, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        write_release(replace(report, view="internal"), tmp_path / "never")
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_is_text_in_every_format(text: str) -> None:
    row = FileRow("2025", "cases", (text,), 5)
    table = FileTable("t", "T", "", "cases", ("area",), ("Ortsteil",), (), (), [row], ({},))
    assert harmless(text) == f"'{text}"
    assert next(csv.reader([_csv(table).decode("utf-8-sig").split("\r\n", 1)[1]], delimiter=";"))[
        3
    ].startswith("'")
    cell = _write(openpyxl.Workbook().active, 1, 1, text.strip())
    assert cell.data_type == "s"


@pytest.mark.parametrize(("number", "problem"), [(errno.ENOSPC, StorageFull), (errno.EACCES, StorageFull)])
def test_a_disk_that_cannot_be_written_is_one_sentence_and_leaves_no_half_file(
    report: StatisticsReport,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    problem: type[OfficeProblem],
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(problem):
        write_release(report, tmp_path, ["csv"])
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_a_file_is_said_so(report: StatisticsReport, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OfficeProblem):
        write_release(report, tmp_path / "file")


def test_a_dot_has_no_number_beside_it(report: StatisticsReport) -> None:
    hidden = Shown(None, "hidden")
    row = TableRow("13", "Lehe", (hidden, Shown(None, "hidden", "share")))
    table = ReportTable("t", "T", "D", "cases", ("area",), "Ortsteil", ("2025", "Anteil"), (row,))
    section = replace(report.sections[0], tables=(table,), indicators=())
    found = file_tables(replace(report, sections=(section,), highlights=()))
    (only,) = found[1].rows
    assert (only.count, only.sign, only.values) == (None, ".", (None,))


def test_amounts_are_euros_with_cents(report: StatisticsReport) -> None:
    rows = {row.codes[0]: row for row in file_tables(report)[0].rows if row.period == "2025"}
    assert isinstance(rows["granted"].values[0], Decimal)
    granted = next(one for one in report.highlights if one.key == "granted").now.value
    assert rows["granted"].values[0] == Decimal(granted or 0) / 100


def test_names_of_sheets_fit_and_differ(folder: Path) -> None:
    names = openpyxl.load_workbook(folder / "2025.xlsx").sheetnames
    assert all(len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
