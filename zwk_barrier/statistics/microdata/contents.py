"""The files of microdata: rows as CSV, and the same with its dictionary as a workbook."""

import csv
import io
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.files.sheet import Cover, Parts, Sheet
from zwk_barrier.statistics.files.texts import harmless
from zwk_barrier.statistics.files.writing import Format
from zwk_barrier.statistics.microdata.anonymise import Microdata
from zwk_barrier.statistics.microdata.columns import AMOUNT
from zwk_barrier.statistics.microdata.description import (
    METADATA,
    README,
    csv_name,
    kept_hierarchies,
)
from zwk_barrier.wording import _

_MOST_IN_A_SHEET: Final = 200_000
_BYTE_ORDER_MARK: Final = "\ufeff"


def table_text(data: Microdata) -> str:
    """The rows as CSV: codes, euros as whole numbers, no column that was left out."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns: list[Sequence[str]] = []
    head: list[str] = []
    for place, hierarchy in kept_hierarchies(data):
        codes = hierarchy.steps[data.node[place]].codes
        columns.append([harmless(codes[at]) for at in data.known[:, place].tolist()])
        head.append(hierarchy.name)
    for place, column in enumerate(data.told):
        columns.append([harmless(column.of.codes[at]) for at in data.said[:, place].tolist()])
        head.append(column.name)
    if data.amounts.step:
        columns.append(["" if euros < 0 else str(euros) for euros in data.amounts.euros.tolist()])
        head.append(AMOUNT)
    writer.writerow(head)
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def contents(
    texts: Mapping[str, str], cover: Cover, period: Period, formats: Collection[Format]
) -> dict[str, bytes]:
    """Every file by its name; as workbooks, too, as far as they take so many rows."""
    table = texts[csv_name(period)]
    found = {
        name: (text if name == METADATA else _BYTE_ORDER_MARK + text).encode() for name, text in texts.items()
    }
    if table.count("\n") > _MOST_IN_A_SHEET:
        return found
    if "xlsx" in formats or "ods" in formats:
        parts = _parts(table, texts)
        if "xlsx" in formats:
            from zwk_barrier.statistics.files.workbook import workbook  # noqa: PLC0415 - openpyxl is slow to load

            found[f"einzeldaten_{period.code}.xlsx"] = workbook(cover, parts)
        if "ods" in formats:
            from zwk_barrier.statistics.files.opendocument import spreadsheet  # noqa: PLC0415 - odfdo is slow to load

            found[f"einzeldaten_{period.code}.ods"] = spreadsheet(cover, parts)
    return found


def _parts(table: str, texts: Mapping[str, str]) -> Parts:
    """The rows, and every code with what it means."""
    head, *lines = csv.reader(io.StringIO(table), delimiter=";")
    described_columns = json.loads(texts[METADATA])["tableSchema"]["columns"]
    is_amount = [column["zwk:role"] == "amount" for column in described_columns]
    rows = tuple(
        tuple(_cell(value, is_number=number) for value, number in zip(line, is_amount, strict=True))
        for line in lines
    )
    widths = tuple(max(len(name), 10) for name in head)
    sheet = Sheet(tuple(head), rows, tuple(0 if number else None for number in is_amount), widths)
    meanings = [
        (column["name"], column["titles"], code, told["label"])
        for column in described_columns
        for code, told in column.get("zwk:codes", {}).items()
    ]
    return [
        (_("Hinweise"), [(line,) for line in texts[README].split("\r\n") if line]),
        (_("Einzeldaten"), sheet),
        (_("Codes"), [(_("Spalte"), _("Bedeutung"), _("Code"), _("Bezeichnung")), *meanings]),
    ]


def _cell(value: str, *, is_number: bool) -> str | int | None:
    if not is_number:
        return value
    return int(value) if value else None
