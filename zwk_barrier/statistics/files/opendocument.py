"""The same tables as an ODS spreadsheet: what is stored and what is shown say the same."""

import io
from decimal import Decimal
from typing import Any, Final

from odfdo import Cell, Column, Document, Element, Row, Style, Table

from zwk_barrier.statistics.files.packed import without_moments
from zwk_barrier.statistics.files.sheet import Cover, Parts, Sheet, Texts, Value

_CREATOR: Final = "ZWK Barriere"
_CENTIMETRES: Final = 0.21
"""How wide a letter is, about."""
_NARROWEST, _WIDEST = 1.6, 10.0
_HEAD: Final = "figures_head"
_TEXT: Final = "figures_text"


def spreadsheet(cover: Cover, parts: Parts) -> bytes:
    """The spreadsheet's content."""
    document = Document("spreadsheet")
    _describe(document, cover)
    body = document.body
    body.clear()
    document.insert_style(Style("table-cell", name=_HEAD, area="text", bold=True), automatic=True)
    wrapped = Style("table-cell", name=_TEXT)
    wrapped.set_properties({"fo:wrap-option": "wrap"}, area="table-cell")
    document.insert_style(wrapped, automatic=True)
    for name, part in parts:
        if isinstance(part, Sheet):
            body.append(_table_sheet(document, name, part))
        else:
            body.append(_text_sheet(document, name, part))
    out = io.BytesIO()
    document.save(out)
    return without_moments(out.getvalue())


def _describe(document: Document, cover: Cover) -> None:
    meta: Any = document.meta
    meta.title = cover.title
    meta.creator = _CREATOR
    meta.initial_creator = _CREATOR
    meta.generator = _CREATOR
    meta.language = "en-GB" if cover.language == "en" else "de-DE"
    if cover.moment is not None:  # the same figures give the same file
        meta.creation_date = meta.date = cover.moment.replace(tzinfo=None, microsecond=0)


def _text_sheet(document: Document, name: str, lines: Texts) -> Table:
    table = Table(name)
    columns = max((len(line) for line in lines), default=1)
    for at in range(columns):
        table.append(_column(document, _WIDEST if at < columns - 1 else 2 * _WIDEST))
    for line in lines:
        row = Row()
        for at, text in enumerate(line):
            row.append_cell(_cell(text, None, _HEAD if columns > 1 and not at else _TEXT))
        table.append(row)
    return table


def _table_sheet(document: Document, name: str, sheet: Sheet) -> Table:
    table = Table(name)
    for width in sheet.widths:
        table.append(_column(document, min(max((width + 2) * _CENTIMETRES, _NARROWEST), _WIDEST)))
    head = Element.from_tag("table:table-header-rows")  # printed on every page, told by screen readers
    first = Row()
    for heading in sheet.header:
        first.append_cell(_cell(heading, None, _HEAD))
    head.append(first)
    table.append(head)
    for line in sheet.lines:
        row = Row()
        for value, digits in zip(line, sheet.decimals, strict=True):
            row.append_cell(_cell(value, digits))
        table.append(row)
    return table


def _column(document: Document, width: float) -> Column:
    style = f"figures_{round(width * 100)}"
    if document.get_style("table-column", style) is None:
        document.insert_style(Style("table-column", name=style, width=f"{width:.2f}cm"), automatic=True)
    return Column(style=style)


def _cell(value: Value, digits: int | None, style: str | None = None) -> Cell:
    if value is None:
        return Cell()
    if isinstance(value, str):
        return Cell(value, cell_type="string", style=style)
    shown = f"{value:.{digits}f}" if isinstance(value, Decimal) and digits is not None else str(value)
    return Cell(value, text=shown.replace(".", ","), cell_type="float", style=style)
