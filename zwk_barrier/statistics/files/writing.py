"""Writes the files of a release into one folder, each whole or not at all."""

import csv
import io
import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal, get_args

from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.problems import NotAllowed
from zwk_barrier.statistics.files.file_table import FileTable, Number
from zwk_barrier.statistics.files.file_tables import file_tables
from zwk_barrier.statistics.files.metadata import METADATA, csv_name, described
from zwk_barrier.statistics.files.sheet import cover_of, parts_of
from zwk_barrier.statistics.files.texts import harmless
from zwk_barrier.store.files import disk_problems, write_whole
from zwk_barrier.wording import _

Format = Literal["csv", "xlsx", "ods"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

_LONGEST_SHEET: Final = 31
_NOT_IN_A_SHEET: Final = re.compile(r"[\[\]:*?/\\]")


def write_release(
    report: StatisticsReport, folder: Path, formats: Collection[Format] = FORMATS
) -> tuple[Path, ...]:
    """Writes the figures of a protected report: ``metadata.json`` always, CSV, XLSX and ODS as asked for.

    Gives the files written.  Raises NotAllowed for internal figures, StorageFull or OfficeProblem where the
    folder cannot be written; no file is left half.
    """
    if report.view == "internal":
        raise NotAllowed(
            _("Interne Zahlen werden nicht als Datei ausgegeben."),
            advice=_("Schließen Sie den Zeitraum ab, und geben Sie die geschützten Zahlen weiter."),
        )
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    tables = file_tables(report)
    written = []
    for name, content in _contents(report, tables, formats).items():
        path = folder / name
        write_whole(path, content)
        written.append(path)
    return tuple(written)


def _contents(
    report: StatisticsReport, tables: Sequence[FileTable], formats: Collection[Format]
) -> dict[str, bytes]:
    sheets = _sheets(tables)
    cover, parts = cover_of(report), parts_of(report, tables, sheets)
    found: dict[str, bytes] = {}
    if "csv" in formats:
        found = {csv_name(report, table): _csv(table) for table in tables}
    if "xlsx" in formats:
        from zwk_barrier.statistics.files.workbook import workbook  # noqa: PLC0415 - openpyxl is slow to load

        found[f"{report.period.code}.xlsx"] = workbook(cover, parts)
    if "ods" in formats:
        from zwk_barrier.statistics.files.opendocument import spreadsheet  # noqa: PLC0415 - odfdo is slow to load

        found[f"{report.period.code}.ods"] = spreadsheet(cover, parts)
    found[METADATA] = described(report, tables, sheets)
    return found


def _csv(table: FileTable) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.header)
    for row in table.rows:
        writer.writerow([_cell(value) for value in table.line(row)])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: str | Number | None) -> str:
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def _sheets(tables: Sequence[FileTable]) -> dict[str, str]:
    """A sheet's name for each table: its title as far as it fits, each once."""
    found: dict[str, str] = {}
    for table in tables:
        title = _NOT_IN_A_SHEET.sub(" ", table.title)
        name = title[:_LONGEST_SHEET].strip()
        number = 2
        while name.casefold() in {taken.casefold() for taken in found.values()}:
            end = f" {number}"
            name = title[: _LONGEST_SHEET - len(end)].strip() + end
            number += 1
        found[table.name] = name
    return found
