"""A table as text, the way German offices write it: semicolons, commas or tabs, Windows' letters or Unicode's."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from zwk_barrier.problems import InputProblem
from zwk_barrier.wording import _

MOST_BYTES: Final = 20_000_000
_DELIMITERS: Final = (";", "\t", "|", ",")
_SAMPLE_LINES: Final = 40
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_FIELD: Final = "file"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty; ``number`` as an editor counts it, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delimited:
    """The lines of a file, and how they were read."""

    lines: tuple[Line, ...]
    encoding: str
    delimiter: str


def read_delimited(content: bytes) -> Delimited:
    """The lines of a file; raises InputProblem for what is no text, too large, or quoted without an end."""
    text, encoding = _decode(content)
    delimiter = _delimiter(text)
    lines = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                lines.append(Line(begins, trimmed))
            begins = reader.line_num + 1
    except csv.Error:
        raise InputProblem(
            _FIELD,
            _("Zeile {line}: Hier fehlt ein Anführungszeichen, oder es steht eines zu viel.").format(
                line=begins
            ),
        ) from None
    return Delimited(tuple(lines), encoding, delimiter)


def _decode(content: bytes) -> tuple[str, str]:
    if len(content) > MOST_BYTES:
        raise InputProblem(
            _FIELD,
            _("Die Datei ist zu groß: mehr als {n}\N{NO-BREAK SPACE}MB.").format(n=MOST_BYTES // 1_000_000),
        )
    if content.startswith(_WORKBOOKS):
        raise InputProblem(
            _FIELD,
            _("Das ist keine Textdatei, sondern vermutlich eine Excel-Mappe oder ein PDF."),
            advice=_("Speichern Sie die Tabelle in Excel unter „CSV (Trennzeichen-getrennt)“."),
        )
    known = next((encoding for mark, encoding in _BOMS if content.startswith(mark)), "utf-8")
    try:
        text, encoding = content.decode(known), known
    except UnicodeDecodeError:
        text, encoding = content.decode("cp1252", errors="replace"), "cp1252"
    if "\0" in text or (known == "utf-16" and "\ufffd" in text):
        raise InputProblem(
            _FIELD,
            _("Die Datei enthält keine lesbare Tabelle."),
            advice=_("Speichern Sie die Tabelle als CSV."),
        )
    return text, encoding


def _delimiter(text: str) -> str:
    """The first of the signs that stands in at least half of the lines: a comma may be a decimal one."""
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLE_LINES]
    for sign in _DELIMITERS:
        if 2 * sum(sign in line for line in lines) >= len(lines) > 0:
            return sign
    return _DELIMITERS[0]
