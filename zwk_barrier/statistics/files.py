"""Writes the safe tables of a year as files that a German spreadsheet opens and a program can read."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from zwk_barrier import __version__
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.protection import LEAST, Cell
from zwk_barrier.statistics.wordings import definition
from zwk_barrier.statistics.yearly import OVERVIEW, SafeTable
from zwk_barrier.store.files import disk_problems, write_whole
from zwk_barrier.wording import _, language


def write_tables(tables: Sequence[SafeTable], year: int, folder: Path) -> list[Path]:
    """Writes one CSV a table, a description for people and one for programs; gives the files written.

    The CSV are in long form, one row a number, with semicolons and UTF-8 with a byte order mark.  Raises
    OfficeProblem or StorageFull when ``folder`` cannot be written.
    """
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    content = {f"{year}_{table.name}.csv": _csv(table, year) for table in tables}
    content[f"{year}_{_('LIESMICH')}.txt"] = _readme(tables, year).replace("\n", "\r\n")
    written = []
    for name, text in content.items():
        path = folder / name
        write_whole(path, text.encode("utf-8-sig"))
        written.append(path)
    path = folder / f"{year}_description.json"
    write_whole(path, json.dumps(_description(tables, year), ensure_ascii=False, indent=1).encode())
    return [*written, path]


def _csv(table: SafeTable, year: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (_("Jahr"), _("Tabelle"), _("Code"), _("Bezeichnung"), _("Anzahl"), _("Zeichen"), _("Summe"))
    )
    for code, label, cell in table.lines:
        writer.writerow((year, table.title, code, label, *_shown(cell), 0))
    if table.total is not None:
        writer.writerow((year, table.title, "", _("zusammen"), *_shown(table.total), 1))
    return out.getvalue()


def _shown(cell: Cell) -> tuple[int | str, str]:
    """The number, or nothing, and the sign that says why there is none."""
    if cell.count is not None:
        return cell.count, ""
    return "", f"< {LEAST}" if cell.mark == "small" else _("verdeckt")


def _readme(tables: Iterable[SafeTable], year: int) -> str:
    lines = [
        _("Zahlen des Jahres {year}").format(year=year),
        "",
        _("Ausgezählt am {day}.").format(day=format_date(_today().date())),
        "",
        *_signs(),
        "",
        _("So ist gezählt:"),
    ]
    for table in tables:
        if table.name == OVERVIEW:
            lines += [f"- {label}: {definition(code)}" for code, label, _cell in table.lines]
            lines += ["", _("Dateien:")]
        lines.append(f"- {year}_{table.name}.csv: {table.title}")
    return "\n".join([*lines, ""])


def _signs() -> tuple[str, ...]:
    return (
        _("Zum Schutz der Menschen stehen kleine Zahlen nicht da:"),
        _("- „< {least}“: eine Zahl von 0 bis {most}.").format(least=LEAST, most=LEAST - 1),
        _("- „verdeckt“: eine weitere Zahl, damit niemand eine kleine aus der Summe errechnet."),
        _("- Eine Tabelle fehlt, wenn schon ihre Summe eine kleine Zahl verriete."),
        _(
            "Geben Sie dieselben Tabellen nicht zu verschiedenen Ständen weiter: Der Unterschied verrät Einzelne."
        ),
    )


def _description(tables: Iterable[SafeTable], year: int) -> dict[str, object]:
    return {
        "format": 1,
        "program": f"ZWK Barriere {__version__}",
        "language": language(),
        "year": year,
        "counted_on": _today().date().isoformat(),
        "protection": {"least": LEAST, "explanation": " ".join(_signs())},
        "tables": [
            {
                "file": f"{year}_{table.name}.csv",
                "name": table.name,
                "title": table.title,
                "counts": table.of or None,
                "definition": definition(table.of) if table.of else None,
            }
            for table in tables
        ],
    }


def _today() -> datetime:
    return datetime.now().astimezone()
