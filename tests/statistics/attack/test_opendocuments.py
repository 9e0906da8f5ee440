"""What an ODS file holds beside what it shows: written with odfdo, taken apart by the attacker."""

from collections.abc import Callable
from pathlib import Path

import pytest
from odfdo import Annotation, Cell, Document, Row, Table

from tests.statistics.attack.release_files import ROUNDING, YEAR, Hierarchy, as_table, one_way, write_release
from zwk_barrier.statistics.attack import Finding, Kind, attack, read_release

AREA: dict[str, Hierarchy] = {"area": {"a": (), "b": (), "c": ()}}
ROWS = {"a": 12, "b": 30, "c": 50, "*": 92}
HEADER = ("Zeitraum", "Tabelle", "Einheit", "area", "Area", "Anzahl", "Zeichen", "Summe")
COUNT = 5  # the column of the counts, from 0

Spoil = Callable[[Document, Table], object]


def findings(folder: Path, spoil: Spoil) -> list[Finding]:
    """Writes a clean release with a spreadsheet beside it, spoils that, and says what is found."""
    write_release(folder, [as_table("t", ("area",), one_way(ROWS))], ROUNDING, AREA)
    document = Document("spreadsheet")
    document.body.clear()
    assert document.container is not None
    for name in [name for name in document.container.parts if name.startswith("Thumbnails/")]:
        document.container.del_part(name)
    table = Table("t")
    lines: list[tuple[str | int, ...]] = [HEADER]
    lines += [
        (YEAR, "t", "visits", code, code, number, "", int(code == "*")) for code, number in ROWS.items()
    ]
    for line in lines:
        row = Row()
        row.set_values(list(line))
        table.append_row(row)
    document.body.append(table)
    spoil(document, table)
    document.save(folder / "bericht.ods")
    return list(attack(read_release(folder)).findings)


def nothing(_document: Document, _table: Table) -> None:
    """Leaves the file as it should be."""


def put(table: Table, cell: Cell) -> None:
    table.set_cell((COUNT, 1), cell)


def test_a_plain_spreadsheet_is_safe_and_read_to_the_last_cell(tmp_path: Path) -> None:
    assert findings(tmp_path, nothing) == []
    assert "bericht.ods (t), Zeile 5" in [cell.place for cell in read_release(tmp_path).cells]


def another_number(_document: Document, table: Table) -> None:
    put(table, Cell(13))


def shows_something_else(_document: Document, table: Table) -> None:
    put(table, Cell(12, text="< 5"))


def annotation(_document: Document, table: Table) -> None:
    cell = Cell(12)
    cell.append(Annotation("vor dem Runden 3", creator="Büro"))
    put(table, cell)


def formula(_document: Document, table: Table) -> None:
    put(table, Cell(12, formula="of:=10+2"))


def hidden_row(_document: Document, table: Table) -> None:
    row = table.get_row(1)
    row.set_attribute("table:visibility", "collapse")
    table.set_row(1, row)


def hidden_sheet(document: Document, _table: Table) -> None:
    document.insert_style(
        '<style:style style:name="away" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>',
        automatic=True,
    )
    exact = Table("exakt", style="away")
    exact.set_value((0, 0), 3)
    document.body.append(exact)


def silent_format(document: Document, table: Table) -> None:
    document.insert_style(
        '<number:number-style style:name="N9"><number:text>&lt; 5</number:text></number:number-style>',
        automatic=True,
    )
    document.insert_style(
        '<style:style style:name="ce9" style:family="table-cell" style:data-style-name="N9"/>', automatic=True
    )
    put(table, Cell(12, style="ce9"))


def property_with_a_number(document: Document, _table: Table) -> None:
    document.meta.set_user_defined_metadata("exakt", 91)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (another_number, Kind.DISAGREEMENT),
        (shows_something_else, Kind.HIDDEN_IN_FILE),
        (annotation, Kind.HIDDEN_IN_FILE),
        (formula, Kind.HIDDEN_IN_FILE),
        (hidden_row, Kind.HIDDEN_IN_FILE),
        (hidden_sheet, Kind.HIDDEN_IN_FILE),
        (silent_format, Kind.HIDDEN_IN_FILE),
        (property_with_a_number, Kind.HIDDEN_IN_FILE),
    ],
)
def test_nothing_is_hidden_in_a_spreadsheet(tmp_path: Path, spoil: Spoil, kind: Kind) -> None:
    assert kind in {finding.kind for finding in findings(tmp_path, spoil)}
