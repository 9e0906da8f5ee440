"""What an XLSX file holds beside what it shows: written with openpyxl, taken apart by the attacker."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from tests.statistics.attack.release_files import (
    ROUNDING,
    YEAR,
    Hierarchy,
    TableFile,
    as_table,
    one_way,
    write_release,
)
from zwk_barrier.statistics.attack import Finding, Kind, attack, read_release

AREA: dict[str, Hierarchy] = {"area": {"a": (), "b": (), "c": ()}}
ROWS = {"a": 12, "b": 30, "c": 50, "*": 92}


def table() -> TableFile:
    return as_table("t", ("area",), one_way(ROWS))


def findings(folder: Path, spoil: Callable[[Workbook, Worksheet], object]) -> list[Finding]:
    """Writes a clean release with a workbook beside it, spoils that, and says what is found."""
    write_release(folder, [table()], ROUNDING, AREA)
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "t"
    sheet.append(["Zeitraum", "Tabelle", "Einheit", "area", "Area", "Anzahl", "Zeichen", "Summe"])
    for code, number in ROWS.items():
        sheet.append([YEAR, "t", "visits", code, code.upper(), number, None, 1 if code == "*" else 0])
    book.create_sheet("Hinweise").append(["Zahlen von 1 bis 4 werden gerundet."])
    spoil(book, sheet)
    book.save(folder / "bericht.xlsx")
    return list(attack(read_release(folder)).findings)


def nothing(_book: Workbook, _sheet: Worksheet) -> None:
    """Leaves the file as it should be."""


def test_a_plain_workbook_is_safe_and_read_to_the_last_cell(tmp_path: Path) -> None:
    assert findings(tmp_path, nothing) == []
    places = [cell.place for cell in read_release(tmp_path).cells]
    assert "bericht.xlsx (t), Zeile 5" in places
    assert len(places) == 8


def test_a_workbook_that_says_something_else_than_the_csv_is_found(tmp_path: Path) -> None:
    found = findings(tmp_path, lambda _book, sheet: sheet.cell(2, 6, 13))
    assert {finding.kind for finding in found} >= {Kind.DISAGREEMENT}


def hidden_sheet(book: Workbook, _sheet: Worksheet) -> None:
    exact = book.create_sheet("exakt")
    exact.append(["genau", 3])
    exact.sheet_state = "hidden"


def very_hidden_sheet(book: Workbook, _sheet: Worksheet) -> None:
    exact = book.create_sheet("exakt")
    exact.append(["genau: 3"])
    exact.sheet_state = "veryHidden"


def hidden_row(_book: Workbook, sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def hidden_column(_book: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["F"].hidden = True


def conditional_number_format(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F2"].number_format = '[<15]"< 5";0'


def silent_number_format(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F2"].number_format = ";;;"


def more_digits_than_shown(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F2"].value, sheet["F2"].number_format = 12.25, "0"


def white_on_white(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F2"].font = Font(color="FFFFFFFF")


def comment(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F2"].comment = Comment("vor dem Runden 3", "Büro")


def formula(_book: Workbook, sheet: Worksheet) -> None:
    sheet["F5"] = "=SUM(F2:F4)"


def description(book: Workbook, _sheet: Worksheet) -> None:
    book.properties.description = "ungerundet 91"


def custom_property(book: Workbook, _sheet: Worksheet) -> None:
    from openpyxl.packaging.custom import IntProperty  # noqa: PLC0415 - used by this spoiler alone

    book.custom_doc_props.append(IntProperty(name="exakt", value=91))


def defined_name(book: Workbook, _sheet: Worksheet) -> None:
    book.defined_names["exakt"] = DefinedName("exakt", attr_text="91")


def number_beside_the_table(_book: Workbook, sheet: Worksheet) -> None:
    sheet.cell(2, 12, 3)


def number_among_the_notes(book: Workbook, _sheet: Worksheet) -> None:
    book["Hinweise"].append(["Fälle", 91])


def conditional_formatting(_book: Workbook, sheet: Worksheet) -> None:
    from openpyxl.formatting.rule import CellIsRule  # noqa: PLC0415 - used by this spoiler alone

    sheet.conditional_formatting.add("F2:F5", CellIsRule("lessThan", ["15"], font=Font(color="FFFFFFFF")))


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (hidden_sheet, Kind.HIDDEN_IN_FILE),
        (very_hidden_sheet, Kind.HIDDEN_IN_FILE),
        (hidden_row, Kind.HIDDEN_IN_FILE),
        (hidden_column, Kind.HIDDEN_IN_FILE),
        (conditional_number_format, Kind.HIDDEN_IN_FILE),
        (silent_number_format, Kind.HIDDEN_IN_FILE),
        (more_digits_than_shown, Kind.HIDDEN_IN_FILE),
        (white_on_white, Kind.HIDDEN_IN_FILE),
        (comment, Kind.HIDDEN_IN_FILE),
        (formula, Kind.HIDDEN_IN_FILE),
        (description, Kind.HIDDEN_IN_FILE),
        (custom_property, Kind.HIDDEN_IN_FILE),
        (defined_name, Kind.HIDDEN_IN_FILE),
        (conditional_formatting, Kind.HIDDEN_IN_FILE),
        (number_beside_the_table, Kind.STRAY),
        (number_among_the_notes, Kind.STRAY),
    ],
)
def test_nothing_is_hidden_in_a_workbook(
    tmp_path: Path, spoil: Callable[[Workbook, Worksheet], object], kind: Kind
) -> None:
    assert kind in {finding.kind for finding in findings(tmp_path, spoil)}


def added(folder: Path, part: str, text: str) -> set[Kind]:
    findings(folder, nothing)
    with zipfile.ZipFile(folder / "bericht.xlsx", "a") as archive:
        archive.writestr(part, text)
    return {finding.kind for finding in attack(read_release(folder)).findings}


def test_a_leftover_part_is_found(tmp_path: Path) -> None:
    assert added(tmp_path, "xl/pivotCache/pivotCacheRecords1.xml", "<r><n v='3'/></r>") == {
        Kind.HIDDEN_IN_FILE
    }


def test_a_chart_that_remembers_other_numbers_is_found(tmp_path: Path) -> None:
    chart = "<c><numCache><pt><v>{number}</v></pt></numCache></c>"
    assert added(tmp_path / "same", "xl/charts/chart1.xml", chart.format(number=12)) == set()
    assert added(tmp_path / "other", "xl/charts/chart1.xml", chart.format(number=13)) == {Kind.HIDDEN_IN_FILE}


def test_a_file_that_is_no_workbook_cannot_be_called_safe(tmp_path: Path) -> None:
    findings(tmp_path, nothing)
    (tmp_path / "bericht.xlsx").write_bytes(b"no archive")
    assert [finding.kind for finding in attack(read_release(tmp_path)).findings] == [Kind.UNREADABLE]
