"""The rounded base tables of several offices added up: a table for a district or a Land.

Each office hands on the frozen, rounded base table of one unit as a CSV file: UTF-8, semicolons, one column a
dimension, the last one ``count``, a line for every cell that is not empty.  Sums of rounded counts stay rounded,
so nothing has to be protected again; exact counts are refused.
"""

import io
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zwk_barrier.problems import InputProblem, NotFound, Problem
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimension_catalogue import dimension, dimension_names
from zwk_barrier.store.files import write_whole
from zwk_barrier.wording import _

if TYPE_CHECKING:
    import polars as pl

COUNT: Final = "count"
_SEPARATOR: Final = ";"
_UNSAFE: Final = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute with it
_QUARTER: Final = "quarter"
_AREA: Final = "area"  # each office has areas of its own


def pool_tables(files: Sequence[Path], unit: str, *, base: int = 5) -> BaseTable:
    """The counts of all files added up, cell by cell.

    Raises InputProblem naming file and column when a file is none of ours, cut off, not rounded to ``base``, has
    other dimensions than the first or codes there are none of, or comes twice; NotFound when there is none.
    """
    import polars as pl  # noqa: PLC0415 - large, and nobody else needs it

    contents = [_content(file) for file in files]
    _refuse_twins(files, contents)
    frames = [_frame(file, content, base) for file, content in zip(files, contents, strict=True)]
    names = [name for name in frames[0].columns if name != COUNT]
    for file, frame in zip(files, frames, strict=True):
        _same_dimensions(file, frame.columns, files[0], frames[0].columns)
    whole = pl.concat([frame.select(*names, COUNT) for frame in frames])
    summed = whole.group_by(names).agg(pl.col(COUNT).sum()).sort(names)
    return _table(summed, unit, names)


def write_base_table(table: BaseTable, file: Path) -> None:
    """Writes a base table as :func:`pool_tables` reads it; raises OfficeProblem or StorageFull for the disk."""
    import polars as pl  # noqa: PLC0415 - as above

    columns: dict[str, pl.Series] = {
        name: pl.Series(name, codes, dtype=pl.String).gather(table.rows[:, place])
        for place, (name, codes) in enumerate(zip(table.dimensions, table.codes, strict=True))
    }
    frame = pl.DataFrame({**columns, COUNT: table.counts}).filter(pl.col(COUNT) != 0).sort(*table.dimensions)
    write_whole(file, frame.write_csv(separator=_SEPARATOR).encode())


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


def _frame(file: Path, content: bytes, base: int) -> "pl.DataFrame":
    """The lines of a file, its counts as whole numbers; everything else as text."""
    import polars as pl  # noqa: PLC0415 - as above

    text = _text(file, content)
    names = _heading(file, text)
    try:
        frame = pl.read_csv(io.BytesIO(text.encode()), separator=_SEPARATOR, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        sentence = _("In {file} hat nicht jede Zeile {number} Spalten.")
        raise _wrong(sentence.format(file=file.name, number=len(names))) from error
    frame = frame.with_columns(pl.exclude(COUNT).fill_null(""), pl.col(COUNT).cast(pl.Int64, strict=False))
    _check_counts(file, frame, base)
    for name in names[:-1]:
        _check_codes(file, frame, name)
    if frame.select(names[:-1]).is_duplicated().any():
        sentence = _("In {file} steht dieselbe Zelle in zwei Zeilen.")
        raise _wrong(sentence.format(file=file.name))
    return frame


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


def _heading(file: Path, text: str) -> list[str]:
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
    return names


def _check_counts(file: Path, frame: "pl.DataFrame", base: int) -> None:
    counts = frame.get_column(COUNT)
    bad = (counts.is_null() | (counts < 0).fill_null(value=True)).arg_true()
    if len(bad):
        sentence = _("In {file} steht in Zeile {line}, Spalte „{column}“ keine ganze Zahl.")
        raise _wrong(sentence.format(file=file.name, line=bad[0] + 2, column=COUNT))
    if ((counts > 0) & (counts < base)).any():
        sentence = _("{file} enthält Anzahlen unter {base}: Das sind keine gerundeten Zahlen.")
        raise _wrong(sentence.format(file=file.name, base=base))


def _check_codes(file: Path, frame: "pl.DataFrame", name: str) -> None:
    for code in frame.get_column(name).unique(maintain_order=True):
        if not _is_code(name, code):
            sentence = _("In {file}, Spalte „{column}“ steht „{code}“: Diesen Code gibt es nicht.")
            raise _wrong(sentence.format(file=file.name, column=name, code=code[:40]))


def _is_code(name: str, code: str) -> bool:
    if name == _AREA:
        return bool(code.strip()) and not code.startswith(_UNSAFE)
    if name == _QUARTER:
        return re.fullmatch(r"\d{4}-Q[1-4]", code) is not None
    return code in dimension(name).codes


def _same_dimensions(file: Path, ours: Sequence[str], first: Path, theirs: Sequence[str]) -> None:
    for column in theirs:
        if column not in ours:
            sentence = _("In {file} fehlt die Spalte „{column}“, die es in {other} gibt.")
            raise _wrong(sentence.format(file=file.name, column=column, other=first.name))
    for column in ours:
        if column not in theirs:
            sentence = _("In {file} gibt es die Spalte „{column}“, die in {other} fehlt.")
            raise _wrong(sentence.format(file=file.name, column=column, other=first.name))


def _table(summed: "pl.DataFrame", unit: str, names: Sequence[str]) -> BaseTable:
    import numpy as np  # noqa: PLC0415 - as above
    import polars as pl  # noqa: PLC0415 - as above

    codes, columns = [], []
    for name in names:
        column = summed.get_column(name)
        known = column.unique().sort()
        codes.append(tuple(known.to_list()))
        columns.append(column.cast(pl.Enum(known)).to_physical().to_numpy().astype(np.int32))
    rows = np.stack(columns, 1) if columns else np.zeros((summed.height, 0), np.int32)
    counts = summed.get_column(COUNT).to_numpy().astype(np.int64)
    return BaseTable(unit, tuple(names), tuple(codes), rows, counts)


def _wrong(sentence: str) -> InputProblem:
    return InputProblem("file", sentence, advice=_("Lassen Sie sich die Datei noch einmal geben."))
