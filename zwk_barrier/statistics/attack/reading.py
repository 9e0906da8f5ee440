"""Reads a release's files as a curious person would: everything that is in them, shown or not."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.metadata import read_metadata
from zwk_barrier.statistics.attack.opendocument import read_opendocument
from zwk_barrier.statistics.attack.published import Description, Release
from zwk_barrier.statistics.attack.rows import Reader
from zwk_barrier.statistics.attack.workbook import read_workbook
from zwk_barrier.wording import _

METADATA: Final = "metadata.json"
NOT_EXAMINED: Final = {".pdf"}  # prints the same frozen record; a program does not read it as tables


def read_release(files: Path | Sequence[Path], name: str = "") -> Release:
    """Everything in a folder's or in these files, with a finding for each thing that cannot be read or is hidden."""
    paths = sorted(files.rglob("*")) if isinstance(files, Path) else sorted(files)
    paths = [path for path in paths if path.is_file()]
    metadata = next((path for path in paths if path.name == METADATA), None)
    if metadata is None:
        known = _("Die Metadaten fehlen: Ohne sie lässt sich nicht prüfen, was sich errechnen lässt.")
        description, findings = Description(), [Finding(Kind.UNREADABLE, "", known, METADATA)]
    else:
        description, findings = read_metadata(metadata)
    reader = Reader(description)
    for path in paths:
        if path.name != METADATA and path.suffix.lower() not in NOT_EXAMINED:
            _read(path, reader)
    folder = files.name if isinstance(files, Path) else ""
    return Release(
        name or folder,
        description,
        tuple(reader.cells),
        tuple(reader.figures),
        (*findings, *reader.findings),
    )


def _read(path: Path, reader: Reader) -> None:
    ways: dict[str, Callable[[Path, Reader], None]] = {
        ".csv": _read_csv,
        ".xlsx": read_workbook,
        ".ods": read_opendocument,
    }
    way = ways.get(path.suffix.lower())
    if way is None:
        known = _("Diese Datei gehört nicht zu einer Weitergabe und lässt sich nicht prüfen.")
        reader.findings.append(Finding(Kind.UNREADABLE, "", known, path.name))
        return
    try:
        way(path, reader)
    except (OSError, ValueError, KeyError, LookupError) as problem:
        known = _("Die Datei lässt sich nicht lesen ({problem}).").format(problem=problem)
        reader.findings.append(Finding(Kind.UNREADABLE, "", known, path.name))


def _read_csv(path: Path, reader: Reader) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    if not lines:
        known = _("Die Datei ist leer.")
        reader.findings.append(Finding(Kind.UNREADABLE, "", known, path.name))
        return
    reader.take(path.name, lines[0], enumerate(lines[1:], 2))
