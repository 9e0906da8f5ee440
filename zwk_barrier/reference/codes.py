"""Code lists: what may be chosen, in German, English and easy-to-read German.

A list is read when it is first asked for, because the start of the program waits for nothing it
does not show.  A code is never reused; one that is no longer offered gets an end date and keeps
its label for the records that hold it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

from zwk_barrier import wording
from zwk_barrier.reference.table import Row, read_table
from zwk_barrier.resources import resource

COLUMNS = (
    "code",
    "label_de",
    "label_en",
    "label_ls",
    "sort",
    "valid_from",
    "valid_to",
    "nrw",
    "source",
    "checked_on",
)
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list; ``extras`` holds what only this list has, such as ``tolerance_cm``.

    ``nrw`` is the heading of the North Rhine-Westphalian report form it counts under, or empty.
    """

    code: str
    label_de: str
    label_en: str
    label_ls: str
    sort: int
    valid_from: date | None
    valid_to: date | None
    nrw: str
    source: str
    checked_on: date
    extras: Mapping[str, str] = field(hash=False)

    def label(self, language: str | None = None) -> str:
        """The label in ``de``, ``en`` or ``ls`` (easy-to-read); without a language, that of the screen."""
        chosen = language or wording.language()
        if chosen == "en":
            return self.label_en
        return self.label_ls if chosen == "ls" else self.label_de

    def is_valid_on(self, day: date) -> bool:
        """Whether the code is offered on ``day``; both ends belong to its time."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class CodeList:
    """The entries of one list in the order they are shown."""

    __slots__ = ("_by_code", "name")

    def __init__(self, name: str, codes: tuple[Code, ...]) -> None:
        self.name = name
        ordered = sorted(codes, key=lambda entry: entry.sort)
        self._by_code = {entry.code: entry for entry in ordered}

    def __iter__(self) -> Iterator[Code]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def get(self, code: str | None) -> Code | None:
        """The entry of that code, ``None`` when the list has none."""
        return None if code is None else self._by_code.get(code)

    def label(self, code: str | None, language: str | None = None) -> str:
        """The label of a code; an unknown code stands for itself, ``None`` for nothing; never raises."""
        entry = self.get(code)
        return (code or "") if entry is None else entry.label(language)

    def valid_on(self, day: date) -> tuple[Code, ...]:
        """The entries offered on ``day``, in the order they are shown."""
        return tuple(entry for entry in self if entry.is_valid_on(day))


@cache
def load_code_list(name: str) -> CodeList:
    """The code list of that name, read once; raises FileNotFoundError or ValueError for damaged data."""
    codes: dict[str, Code] = {}
    for row in read_table(resource("codes", f"{name}.csv"), COLUMNS):
        entry = _entry(row)
        if entry.code in codes:
            row.fail(f"code {entry.code} comes twice")
        codes[entry.code] = entry
    return CodeList(name, tuple(codes.values()))


def _entry(row: Row) -> Code:
    code = row.required("code")
    if _SLUG.fullmatch(code) is None:
        row.fail(f"code {code} is no slug")
    sort, checked_on = row.whole("sort"), row.day("checked_on")
    if sort is None or checked_on is None:
        row.fail("sort or checked_on is empty")
    extras = {column: cell for column, cell in row.cells.items() if column not in COLUMNS}
    return Code(
        code=code,
        label_de=row.required("label_de"),
        label_en=row.required("label_en"),
        label_ls=row.required("label_ls"),
        sort=sort,
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        nrw=row.text("nrw"),
        source=row.required("source"),
        checked_on=checked_on,
        extras=MappingProxyType(extras),
    )
