"""A sheet of any spreadsheet, and what it hides."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from zwk_barrier.statistics.attack.findings import Kind
from zwk_barrier.statistics.attack.package import DIGIT, Package
from zwk_barrier.statistics.attack.rows import PERIOD, TABLE, Reader
from zwk_barrier.wording import _

SAME: Final = 1e-9
MOST_REPEATED: Final = 3  # so many findings of a kind and sheet; the others say the same


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is kept; ``seen`` is the number a reader sees of ``number``, nothing if none."""

    text: str
    number: float | None = None
    seen: float | None = None
    has_formula: bool = False
    note: str = ""


@dataclass(slots=True)
class Sheet:
    """A sheet by line and column, both counted from 1."""

    name: str
    is_hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    covered: set[tuple[int, int]] = field(default_factory=set)

    def is_table(self) -> bool:
        """Whether its first line is the header of a table."""
        return {PERIOD, TABLE} <= {cell.text for cell in self.rows.get(1, {}).values()}


def take_sheet(package: Package, sheet: Sheet, reader: Reader) -> set[float]:
    """Reads the sheet into ``reader`` and its hiding places into findings; gives the numbers a reader can see."""
    told: dict[str, int] = {}
    shown: set[float] = set()
    for line, cells in sheet.rows.items():
        for column, cell in cells.items():
            secret = _secret(sheet, line, column, cell)
            if secret and told.setdefault(secret, 0) < MOST_REPEATED:
                told[secret] += 1
                package.hidden(_("{sheet}, Zeile {line}").format(sheet=sheet.name, line=line), secret)
            elif cell.number is not None and not secret:
                shown.add(cell.number)
    if sheet.is_table():
        place = f"{package.file} ({sheet.name})"
        reader.take(place, _texts(sheet, 1), _lines(sheet))
    elif any(cell.number is not None for cells in sheet.rows.values() for cell in cells.values()):
        package.amiss(Kind.STRAY, sheet.name, _("Hier stehen Zahlen außerhalb einer Tabelle."))
    return shown


def _secret(sheet: Sheet, line: int, column: int, cell: Cell) -> str:
    if cell.has_formula:
        return _("In einer Zelle steht eine Formel statt einer Zahl.")
    if DIGIT.search(cell.note):
        return _("Eine Anmerkung enthält Zahlen.")
    if not DIGIT.search(cell.text):
        return ""
    return _secret_place(sheet, line, column) or _secret_figure(cell)


def _secret_place(sheet: Sheet, line: int, column: int) -> str:
    if sheet.is_hidden:
        return _("Auf einem ausgeblendeten Blatt stehen Zahlen.")
    if line in sheet.hidden_rows or column in sheet.hidden_columns:
        return _("In einer ausgeblendeten Zeile oder Spalte stehen Zahlen.")
    if (line, column) in sheet.covered:
        return _("Unter einer verbundenen Zelle steht eine Zahl.")
    return ""


def _secret_figure(cell: Cell) -> str:
    if cell.number is None:
        return ""
    if cell.seen is None:
        return _("Die Zelle zeigt etwas anderes als die Zahl, die in ihr steht.")
    if abs(cell.number - cell.seen) > SAME:
        return _("Die Zelle enthält mehr Stellen, als sie zeigt.")
    return ""


def _texts(sheet: Sheet, line: int) -> list[str]:
    cells = sheet.rows.get(line, {})
    return [cells[column].text if column in cells else "" for column in range(1, max(cells, default=0) + 1)]


def _lines(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    for line in sorted(sheet.rows):
        if line > 1:
            yield line, _texts(sheet, line)
