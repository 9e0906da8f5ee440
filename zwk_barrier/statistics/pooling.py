"""The rounded tables of several offices added up: a table for a district or a Land.

Each office hands on the same CSV file of its release, or a table of its own making: UTF-8, semicolons, one column a
dimension, the last one ``count``, a line for every cell that is not empty.  Sums of rounded counts stay rounded,
so nothing has to be protected again; exact counts are refused.
"""

import csv
import io
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from zwk_barrier.problems import InputProblem, NotFound, Problem
from zwk_barrier.statistics.base_table import BaseTable, Row
from zwk_barrier.statistics.dimensions.catalogue import dimension, dimension_names
from zwk_barrier.statistics.files import file_table as released
from zwk_barrier.store.files import write_whole
from zwk_barrier.wording import _

COUNT: Final = "count"
_SEPARATOR: Final = ";"
_RELEASED: Final = (released.PERIOD, released.TABLE, released.UNIT)
"""What the CSV of a release begins with; its dimensions follow."""

_MOST_DIGITS: Final = 15  # nobody counts so many; sums of them stay whole
_UNSAFE: Final = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute with it
_QUARTER: Final = "quarter"
_AREA: Final = "area"  # each office has areas of its own


def pool_tables(files: Sequence[Path], unit: str, *, base: int = 5) -> BaseTable:
    """The counts of all files added up, cell by cell.

    Raises InputProblem naming file and column when a file is none of ours, cut off, not rounded to ``base``, has
    other dimensions or another period than the first or codes there are none of, or comes twice; NotFound when there
    is none.
    """
    contents = [_content(file) for file in files]
    _refuse_twins(files, contents)
    first: tuple[str, ...] = ()
    said = ""
    pooled: dict[Row, int] = {}
    for file, content in zip(files, contents, strict=True):
        text, about = _without_sums(file, _text(file, content))
        said = said or about
        if about != said:
            raise _wrong(
                _("{file} zählt {this}, {other} dagegen {that}.").format(
                    file=file.name, this=about or "?", other=files[0].name, that=said or "?"
                )
            )
        names = _heading(file, text)
        first = first or names
        _same_dimensions(file, names, files[0], first)
        place = [names.index(name) for name in first]
        for row, count in _counts(file, text, names, base).items():
            cell = tuple(row[column] for column in place)
            pooled[cell] = pooled.get(cell, 0) + count
    return BaseTable.of(unit, first, pooled.items())


def write_base_table(table: BaseTable, file: Path) -> None:
    """Writes a base table as :func:`pool_tables` reads it; raises OfficeProblem or StorageFull for the disk."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATOR, lineterminator="\n")
    writer.writerow([*table.dimensions, COUNT])
    cells = table.cells(table.dimensions).items()
    writer.writerows([*row, count] for row, count in sorted(cells) if count)
    write_whole(file, text.getvalue().encode())


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(_("Die Datei {file} gibt es nicht.").format(file=file.name)) from error
    except OSError as error:
        raise Problem(_("Die Datei {file} lässt sich nicht lesen.").format(file=file.name)) from error


def _refuse_twins(files: Sequence[Path], contents: Sequence[bytes]) -> None:
    known: dict[bytes, Path] = {}
    for file, content in zip(files, contents, strict=True):
        twin = known.setdefault(sha256(content).digest(), file)
        if twin is not file:
            sentence = _("{file} hat denselben Inhalt wie {other}: Er würde doppelt gezählt.")
            raise _wrong(sentence.format(file=file.name, other=twin.name))


def _counts(file: Path, text: str, names: Sequence[str], base: int) -> dict[Row, int]:
    """The lines of a file by their codes."""
    found: dict[Row, int] = {}
    known: list[set[str]] = [set() for _name in names]
    lines = csv.reader(io.StringIO(text), delimiter=_SEPARATOR)
    next(lines)
    for number, fields in enumerate(lines, 2):
        if len(fields) != len(names) + 1:
            sentence = _("In {file} hat Zeile {line} nicht {number} Spalten.")
            raise _wrong(sentence.format(file=file.name, line=number, number=len(names) + 1))
        row, count = tuple(fields[:-1]), _count(file, number, fields[-1], base)
        if row in found:
            raise _wrong(_("In {file} steht dieselbe Zelle in zwei Zeilen.").format(file=file.name))
        found[row] = count
        for name, code, seen in zip(names, row, known, strict=True):
            if code not in seen:
                _check_code(file, name, code)
                seen.add(code)
    return found


def _count(file: Path, line: int, written: str, base: int) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        sentence = _("In {file} steht in Zeile {line}, Spalte „{column}“ keine ganze Zahl.")
        raise _wrong(sentence.format(file=file.name, line=line, column=COUNT))
    count = int(written)
    if 0 < count < base:
        sentence = _("{file} enthält Anzahlen unter {base}: Das sind keine gerundeten Zahlen.")
        raise _wrong(sentence.format(file=file.name, base=base))
    return count


def _text(file: Path, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = _("{file} ist nicht in UTF-8 geschrieben.").format(file=file.name)
        raise _wrong(sentence) from error
    if not text.strip():
        raise _wrong(_("{file} ist leer.").format(file=file.name))
    if not text.endswith("\n"):
        raise _wrong(_("{file} hört mitten in einer Zeile auf.").format(file=file.name))
    return text


def _without_sums(file: Path, text: str) -> tuple[str, str]:
    """A table of a release as cells and counts of its own period alone, and what it counts; others as they are."""
    head, *lines = _lines(file, text)
    if tuple(head[: len(_RELEASED)]) != _RELEASED or not {released.COUNT, released.IS_SUM} <= set(head):
        return text, ""
    count, is_sum = head.index(released.COUNT), head.index(released.IS_SUM)
    if any(len(line) != len(head) for line in lines):
        raise _ragged(file)
    period = max((line[0] for line in lines), default="")
    cells = slice(len(_RELEASED), count)
    if not head[cells]:
        raise _wrong(_("{file} ist nach nichts gegliedert.").format(file=file.name))
    plain = io.StringIO()
    writer = csv.writer(plain, delimiter=_SEPARATOR, lineterminator="\n")
    writer.writerow([*head[cells], COUNT])
    writer.writerows(
        [*line[cells], line[count]] for line in lines if line[0] == period and line[is_sum] == "0"
    )
    tables = sorted({line[1] for line in lines})
    return plain.getvalue(), f"{', '.join(tables)} ({period})"


def _lines(file: Path, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text), delimiter=_SEPARATOR))
    except csv.Error as error:  # a quotation mark that nothing ends takes in all lines after it
        raise _ragged(file) from error


def _ragged(file: Path) -> InputProblem:
    return _wrong(_("In {file} haben nicht alle Zeilen gleich viele Spalten.").format(file=file.name))


def _heading(file: Path, text: str) -> tuple[str, ...]:
    names = text.splitlines()[0].split(_SEPARATOR)
    if names[-1] != COUNT:
        sentence = _("In {file} heißt die letzte Spalte „{column}“ statt „{count}“.")
        raise _wrong(sentence.format(file=file.name, column=names[-1][:40], count=COUNT))
    for place, name in enumerate(names[:-1]):
        if name not in dimension_names():
            sentence = _("In {file} gibt es die Spalte „{column}“, die keine Gliederung ist.")
            raise _wrong(sentence.format(file=file.name, column=name[:40]))
        if name in names[:place]:
            sentence = _("In {file} gibt es die Spalte „{column}“ zweimal.")
            raise _wrong(sentence.format(file=file.name, column=name))
    return tuple(names[:-1])


def _check_code(file: Path, name: str, code: str) -> None:
    if not _is_code(name, code):
        sentence = _("In {file}, Spalte „{column}“ steht „{code}“: Diesen Code gibt es nicht.")
        raise _wrong(sentence.format(file=file.name, column=name, code=code[:40]))


def _is_code(name: str, code: str) -> bool:
    if name == _AREA:
        return bool(code.strip()) and not code.startswith(_UNSAFE)
    if name == _QUARTER:
        return re.fullmatch(r"\d{4}-Q[1-4]", code) is not None
    of = dimension(name)
    return code in of.codes or any(code == group.code for level in of.levels for group in level.groups)


def _same_dimensions(file: Path, ours: Sequence[str], first: Path, theirs: Sequence[str]) -> None:
    for column in theirs:
        if column not in ours:
            sentence = _("In {file} fehlt die Spalte „{column}“, die es in {other} gibt.")
            raise _wrong(sentence.format(file=file.name, column=column, other=first.name))
    for column in ours:
        if column not in theirs:
            sentence = _("In {file} gibt es die Spalte „{column}“, die in {other} fehlt.")
            raise _wrong(sentence.format(file=file.name, column=column, other=first.name))


def _wrong(sentence: str) -> InputProblem:
    return InputProblem("file", sentence, advice=_("Lassen Sie sich die Datei noch einmal geben."))
