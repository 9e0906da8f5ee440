"""Takes an ODS file apart: hidden sheets, rows and columns, what is shown against what is stored, annotations."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from zwk_barrier.statistics.attack.package import Package, all_named, attribute, local, plain, text_of
from zwk_barrier.statistics.attack.rows import Reader, number
from zwk_barrier.statistics.attack.sheets import Cell, Sheet, take_sheet
from zwk_barrier.wording import _

ALLOWED: Final = (
    "mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
    "Configurations2/", "Object ", "ObjectReplacements/", "Thumbnails/",
)  # fmt: skip
BLANK_PICTURE: Final = 1_500  # bytes: a thumbnail of an empty page
SAID_ALOUD: Final = {
    "title", "creator", "initial-creator", "date", "creation-date", "generator", "language", "document-statistic",
    "editing-duration", "editing-cycles", "template",
}  # fmt: skip
HIDDEN: Final = {"collapse", "filter"}
MOST_COPIES: Final = 2_000  # a cell or row repeated to the edge of the sheet

Decimals = Mapping[
    str, int | None
]  # cell style → digits shown after the comma, nothing for a format that hides


def read_opendocument(path: Path, reader: Reader) -> None:
    """Reads every sheet of ``path`` into ``reader``; raises ValueError for a file that is no spreadsheet."""
    package = Package(path)
    package.refuse_parts(ALLOWED)
    for name in (*package.names("Thumbnails/"), *package.names("ObjectReplacements/")):
        if package.size(name) > BLANK_PICTURE:
            package.hidden(name, _("Ein Vorschaubild kann Zahlen zeigen."))
    content, styles = package.tree("content.xml"), package.tree("styles.xml")
    hidden = {
        attribute(style, "name")
        for style in (*all_named(content, "style"), *all_named(styles, "style"))
        if any(attribute(said, "display") == "false" for said in all_named(style, "table-properties"))
    }
    decimals = _decimals(content, styles)
    shown: set[float] = set()
    for table in _own_tables(content):
        sheet = Sheet(attribute(table, "name"), is_hidden=attribute(table, "style-name") in hidden)
        _fill(sheet, table, decimals)
        shown |= take_sheet(package, sheet, reader)
    _leftovers(package, content, shown)
    reader.findings.extend(package.findings)


def _own_tables(content: ET.Element) -> Iterator[ET.Element]:
    sheets = [sheet for body in all_named(content, "spreadsheet") for sheet in body]
    if not sheets:
        raise ValueError("content.xml")
    return (sheet for sheet in sheets if local(sheet) == "table")


def _decimals(content: ET.Element, styles: ET.Element) -> dict[str, int | None]:
    formats: dict[str, int | None] = {}
    for name in ("number-style", "percentage-style", "currency-style", "text-style", "date-style"):
        for style in (*all_named(styles, name), *all_named(content, name)):
            formats[attribute(style, "name")] = _places(style)
    decimals: dict[str, int | None] = {}
    for style in (*all_named(styles, "style"), *all_named(content, "style")):
        if attribute(style, "data-style-name"):
            decimals[attribute(style, "name")] = formats.get(attribute(style, "data-style-name"), 20)
    return decimals


def _places(style: ET.Element) -> int | None:
    figures = list(all_named(style, "number"))
    if local(style) == "text-style":
        return 20 if any(True for _text in all_named(style, "text-content")) else None
    if not figures or any(True for _map in all_named(style, "map")):
        return None
    return int(attribute(figures[0], "decimal-places", "20"))


def _fill(sheet: Sheet, table: ET.Element, decimals: Decimals) -> None:
    column = 1
    for element in all_named(table, "table-column"):
        copies = min(int(attribute(element, "number-columns-repeated", "1")), MOST_COPIES)
        if attribute(element, "visibility") in HIDDEN:
            sheet.hidden_columns.update(range(column, column + copies))
        column += copies
    folded = {
        id(row)
        for group in all_named(table, "table-row-group")
        if attribute(group, "display") == "false"
        for row in all_named(group, "table-row")
    }
    line = 1
    for row in all_named(table, "table-row"):
        cells = list(_cells(row, decimals))
        copies = int(attribute(row, "number-rows-repeated", "1"))
        for number_ in range(line, line + (min(copies, MOST_COPIES) if cells else 0)):
            if attribute(row, "visibility") in HIDDEN or id(row) in folded:
                sheet.hidden_rows.add(number_)
            sheet.covered |= {(number_, place) for place, _cell, is_covered in cells if is_covered}
            sheet.rows[number_] = {place: cell for place, cell, _is_covered in cells}
        line += copies


def _cells(row: ET.Element, decimals: Decimals) -> Iterator[tuple[int, Cell, bool]]:
    column = 1
    for element in row:
        if local(element) not in {"table-cell", "covered-table-cell"}:
            continue
        copies = int(attribute(element, "number-columns-repeated", "1"))
        cell = _cell(element, decimals)
        if cell.text or cell.note or cell.has_formula:
            for place in range(column, column + min(copies, MOST_COPIES)):
                yield place, cell, local(element) == "covered-table-cell"
        column += copies


def _cell(element: ET.Element, decimals: Decimals) -> Cell:
    note = " ".join(text_of(part) for part in element if local(part) == "annotation")
    shown = "\n".join(text_of(part) for part in element if local(part) == "p")
    formula = bool(attribute(element, "formula"))
    stored = attribute(element, "value")
    if not stored or attribute(element, "value-type") == "string":
        kept = attribute(element, "string-value") or attribute(element, "date-value")
        return Cell(kept or shown, has_formula=formula, note=note)
    value = float(stored)
    return Cell(plain(value), value, _seen(element, value, shown, decimals), formula, note)


def _seen(element: ET.Element, value: float, shown: str, decimals: Decimals) -> float | None:
    places = decimals.get(attribute(element, "style-name"), 20)
    if places is None:
        return None
    percent = attribute(element, "value-type") == "percentage"
    by_format = round(value, places + (2 if percent else 0))
    if not shown:
        return by_format
    said = number(shown)
    if said is None:
        return None
    said = said / 100 if percent else said
    return said if abs(said - value) > abs(by_format - value) else by_format


def _leftovers(package: Package, content: ET.Element, shown: set[float]) -> None:
    known = _("Die Eigenschaften der Datei enthalten Zahlen.")
    said = [
        text_of(part)
        for group in all_named(package.tree("meta.xml"), "meta")
        for part in group
        if local(part) not in SAID_ALOUD
    ]
    package.refuse_digits("meta.xml", said, known)
    for name in ("tracked-changes", "data-pilot-tables", "dde-links", "scenario", "content-validations"):
        if any(True for _part in all_named(content, name)):
            package.hidden(name, _("Dieser Teil der Datei kann Zahlen enthalten, die niemand sieht."))
    for name in ("named-expression",):
        texts = [attribute(part, "expression") for part in all_named(content, name)]
        package.refuse_digits(name, texts, _("Ein benannter Bereich verweist auf Zahlen."))
    for name in package.names("Object "):
        if name.endswith("content.xml"):
            cached = {float(attribute(cell, "value")) for cell in all_named(package.tree(name), "table-cell")
                      if attribute(cell, "value")}  # fmt: skip
            if cached - shown:
                package.hidden(name, _("Das Diagramm merkt sich Zahlen, die in keiner Tabelle stehen."))
