"""Takes an XLSX file apart: hidden sheets, rows and columns, formats that lie, comments, formulas, properties."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from zwk_barrier.statistics.attack.number_formats import BUILT_IN, seen
from zwk_barrier.statistics.attack.package import Package, all_named, attribute, local, plain, text_of
from zwk_barrier.statistics.attack.rows import Reader
from zwk_barrier.statistics.attack.sheets import Cell, Sheet, take_sheet
from zwk_barrier.wording import _

ALLOWED: Final = (
    "[Content_Types].xml", "_rels/", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml",
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/", "xl/styles.xml", "xl/theme/",
    "xl/sharedStrings.xml", "xl/comments", "xl/drawings/", "xl/tables/", "xl/charts/",
)  # fmt: skip
PRINTING_NAMES: Final = ("_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase")
SAID_ALOUD: Final = {"title", "creator", "lastModifiedBy", "created", "modified"}
WHITE: Final = {"FFFFFFFF", "00FFFFFF"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is painted: its number format, and whether in white on white."""

    code: str = "General"
    invisible: bool = False


def read_workbook(path: Path, reader: Reader) -> None:
    """Reads every sheet of ``path`` into ``reader``; raises ValueError or KeyError for a file that is no workbook."""
    package = Package(path)
    package.refuse_parts(ALLOWED)
    strings = [_shared(item) for item in all_named(package.tree("xl/sharedStrings.xml"), "si")]
    looks = list(_looks(package.tree("xl/styles.xml")))
    used: set[str] = set()
    shown: set[float] = set()
    for sheet in _sheets(package, strings, looks):
        used |= {cell.text for row in sheet.rows.values() for cell in row.values()}
        shown |= take_sheet(package, sheet, reader)
    left = [text for text in strings if text not in used]
    package.refuse_digits(
        "sharedStrings", left, _("Ein Text mit Zahlen ist übrig, der in keiner Zelle steht.")
    )
    _properties(package)
    _drawings(package, shown)
    reader.findings.extend(package.findings)


def _shared(item: ET.Element) -> str:
    phonetic = {id(text) for run in all_named(item, "rPh") for text in run.iter()}
    return "".join(text.text or "" for text in all_named(item, "t") if id(text) not in phonetic)


def _looks(styles: ET.Element) -> Iterator[Look]:
    codes = dict(BUILT_IN)
    for code in all_named(styles, "numFmt"):
        codes[int(code.get("numFmtId", "0"))] = code.get("formatCode", "General")
    white = [_is_white(font) for fonts in all_named(styles, "fonts") for font in fonts]
    filled = [_is_filled(fill) for fills in all_named(styles, "fills") for fill in fills]
    for formats in all_named(styles, "cellXfs"):
        for form in formats:
            number = int(form.get("numFmtId", "0"))
            font, fill = int(form.get("fontId", "0")), int(form.get("fillId", "0"))
            pale = font < len(white) and white[font] and not (fill < len(filled) and filled[fill])
            yield Look(codes.get(number, "General"), pale)


def _is_white(font: ET.Element) -> bool:
    return any(
        color.get("rgb") in WHITE or color.get("theme") == "0" or color.get("indexed") in {"1", "9"}
        for color in all_named(font, "color")
    )


def _is_filled(fill: ET.Element) -> bool:
    patterns = [
        pattern for pattern in all_named(fill, "patternFill") if pattern.get("patternType") == "solid"
    ]
    return any(
        color.get("rgb") not in WHITE and color.get("theme") != "0"
        for pattern in patterns
        for color in all_named(pattern, "fgColor")
    )


def _sheets(package: Package, strings: list[str], looks: list[Look]) -> Iterator[Sheet]:
    book = package.tree("xl/workbook.xml")
    targets = {
        link.get("Id", ""): link.get("Target", "")
        for link in all_named(package.tree("xl/_rels/workbook.xml.rels"), "Relationship")
    }
    known = _("Ein benannter Bereich verweist auf Zahlen.")
    for name in all_named(book, "definedName"):
        if name.get("name", "") not in PRINTING_NAMES:
            package.refuse_digits(name.get("name", ""), [text_of(name)], known)
    for entry in all_named(book, "sheet"):
        target = targets[attribute(entry, "id")]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        sheet = Sheet(entry.get("name", ""), is_hidden=entry.get("state", "visible") != "visible")
        _fill(package, sheet, package.tree(part), (strings, looks))
        yield sheet


def _fill(package: Package, sheet: Sheet, tree: ET.Element, kept: tuple[list[str], list[Look]]) -> None:
    for column in all_named(tree, "col"):
        if column.get("hidden") in {"1", "true"} or column.get("width") == "0":
            first, last = int(column.get("min", "1")), int(column.get("max", "1"))
            sheet.hidden_columns.update(range(first, min(last, first + 1000) + 1))
    for row in all_named(tree, "row"):
        line = int(row.get("r", len(sheet.rows) + 1))
        if row.get("hidden") in {"1", "true"} or row.get("ht") == "0":
            sheet.hidden_rows.add(line)
        for element in row:
            column_number = _column(element.get("r", ""))
            sheet.rows.setdefault(line, {})[column_number] = _cell(element, *kept)
    if any(True for _rule in all_named(tree, "cfRule")):
        package.hidden(sheet.name, _("Bedingte Formate können Zahlen verbergen."))
    texts = [text_of(part) for name in ("headerFooter", "dataValidations") for part in all_named(tree, name)]
    package.refuse_digits(sheet.name, texts, _("Kopfzeile, Fußzeile oder Auswahlliste enthält Zahlen."))
    _merged(sheet, tree)


def _merged(sheet: Sheet, tree: ET.Element) -> None:
    for merged in all_named(tree, "mergeCell"):
        first, _colon, last = merged.get("ref", "A1").partition(":")
        lines = range(_line(first), _line(last or first) + 1)
        columns = range(_column(first), _column(last or first) + 1)
        covered = {(line, column) for line in lines for column in columns} - {(lines[0], columns[0])}
        sheet.covered |= covered


def _cell(element: ET.Element, strings: list[str], looks: list[Look]) -> Cell:
    parts = {local(part): part for part in element}
    value = text_of(parts["v"]) if "v" in parts else ""
    style = int(element.get("s", "0"))
    look = looks[style] if style < len(looks) else Look()
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return Cell(_shared(element), has_formula="f" in parts)
    if kind == "s":
        return Cell(strings[int(value)])
    if kind != "n" or not value:
        return Cell(value, has_formula="f" in parts)
    number = float(value)
    visible = None if look.invisible else seen(look.code, number)
    return Cell(plain(number), number, visible, has_formula="f" in parts)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.upper():
        if letter.isalpha():
            number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _line(reference: str) -> int:
    return int("".join(letter for letter in reference if letter.isdigit()))


def _properties(package: Package) -> None:
    known = _("Die Eigenschaften der Datei enthalten Zahlen.")
    core = [text_of(part) for part in package.tree("docProps/core.xml") if local(part) not in SAID_ALOUD]
    package.refuse_digits("docProps/core.xml", core, known)
    custom = [text_of(part) for part in package.tree("docProps/custom.xml")]
    package.refuse_digits("docProps/custom.xml", custom, known)
    for name in (*package.names("xl/comments"), *package.names("xl/threadedComments")):
        texts = [text_of(part) for part in all_named(package.tree(name), "comment")]
        package.refuse_digits(name, texts, _("Ein Kommentar enthält Zahlen."))


def _drawings(package: Package, shown: set[float]) -> None:
    for name in package.names("xl/charts/"):
        if name.endswith(".xml"):
            cached = {float(text_of(value)) for cache in all_named(package.tree(name), "numCache")
                      for value in all_named(cache, "v")}  # fmt: skip
            if cached - shown:
                package.hidden(name, _("Das Diagramm merkt sich Zahlen, die in keiner Tabelle stehen."))
    for name in package.names("xl/drawings/drawing"):
        texts = [text_of(text) for text in all_named(package.tree(name), "t")]
        package.refuse_digits(name, texts, _("Eine Zeichnung enthält Zahlen."))
