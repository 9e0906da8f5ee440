"""The same tables as an XLSX workbook: real numbers, a head that stays, and nothing that is not seen."""

import io
import zipfile
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from zwk_barrier.statistics.files.packed import without_moments
from zwk_barrier.statistics.files.sheet import Cover, Parts, Sheet, Texts, Value

_CREATOR: Final = "ZWK Barriere"
_HEAD: Final = Font(name="Calibri", bold=True)
_GROUND: Final = PatternFill("solid", fgColor="FFEDF4F7")
_NARROWEST, _WIDEST = 8, 48
_WIDE_TEXT: Final = 100


def workbook(cover: Cover, parts: Parts) -> bytes:
    """The workbook's content."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = cover.title
    book.properties.creator = _CREATOR
    book.properties.language = cover.language
    # The same figures give the same file: it tells no moment but theirs.
    moment = None if cover.moment is None else cover.moment.replace(tzinfo=None, microsecond=0)
    book.properties.created = book.properties.modified = moment
    for name, part in parts:
        if isinstance(part, Sheet):
            _table_sheet(book, name, part)
        else:
            _text_sheet(book, name, part)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()  # Workbook.save would note the moment of writing
    return without_moments(out.getvalue())


def _text_sheet(book: Any, name: str, lines: Texts) -> None:
    sheet = book.create_sheet(name)
    columns = max((len(line) for line in lines), default=1)
    for at in range(columns):
        is_last = at == columns - 1
        sheet.column_dimensions[get_column_letter(at + 1)].width = _WIDE_TEXT if is_last else _WIDEST
    for number, line in enumerate(lines, 1):
        for at, text in enumerate(line, 1):
            cell = _write(sheet, number, at, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if at < columns or (number == 1 and columns == 1):
                cell.font = _HEAD


def _table_sheet(book: Any, name: str, table: Sheet) -> None:
    sheet = book.create_sheet(name)
    for at, heading in enumerate(table.header, 1):
        cell = _write(sheet, 1, at, heading)
        cell.font, cell.fill = _HEAD, _GROUND
        width = min(max(table.widths[at - 1] + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, line in enumerate(table.lines, 2):
        for at, value in enumerate(line, 1):
            cell = _write(sheet, number, at, value)
            digits = table.decimals[at - 1]
            if digits is not None and not isinstance(value, str):
                cell.number_format = "0" if not digits else "0." + "0" * digits
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write(sheet: Any, line: int, column: int, value: Value) -> Any:
    cell = sheet.cell(line, column)
    if isinstance(value, str):
        cell.value = value
        cell.data_type = "s"  # openpyxl would take "=1+1" for a formula
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    elif value is not None:
        cell.value = float(value) if isinstance(value, Decimal) else value
    return cell
