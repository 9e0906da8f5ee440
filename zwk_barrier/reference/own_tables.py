"""An office's own tables: as Excel writes them, made into what the readers expect, checked against the shipped ones.

A mistake raises ValueError naming file, row and reason, as for shipped data.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.editions import OWN_CRITERIA, OWN_PROFILES, shipped_edition, with_own
from zwk_barrier.reference.requirement_tables import load_requirements, read_criteria
from zwk_barrier.reference.requirements import Criterion, Pair, RequirementSet
from zwk_barrier.reference.table import Row, read_rows

TableName: TypeAlias = Literal["criteria", "profiles"]
FILES: Final[Mapping[TableName, str]] = {"profiles": OWN_PROFILES, "criteria": OWN_CRITERIA}

CRITERIA_COLUMNS: Final = (
    *("id", "room", "element", "element_en", "criterion_de", "criterion_en", "unit", "comparison"),
    *("turnable", "partly_gap", "later", "rooms", "confidence", "source", "confirmed_by"),
    *("valid_from", "valid_to", "checked_on", "note"),
)
_DAYS: Final = frozenset({"valid_from", "valid_to", "checked_on"})
_GERMAN_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_GERMAN_NUMBER: Final = re.compile(r"\d+,\d+")
_TIMES: Final = re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)")
_CODE: Final = re.compile(r"[^\W_][\w-]{0,19}")


class CommasBetweenColumns(ValueError):
    """The columns are parted by commas, which stand inside cells here."""


def decoded(content: bytes) -> str:
    """A file's text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 as German Excel writes it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def tidied(name: TableName, text: str) -> str:
    """The table with ISO days and decimal points, without empty rows at its end; line numbers stay."""
    rows = _cells(name, text)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    values = _value_columns(header) if name == "criteria" else frozenset[str]()
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    for row in rows[1:]:
        named = [header[at] if at < len(header) else "" for at in range(len(row))]
        writer.writerow(
            [_tidy(cell.strip(), column, values) for cell, column in zip(row, named, strict=True)]
        )
    return out.getvalue()


def checked(own: Mapping[TableName, str]) -> RequirementSet:
    """The shipped requirements and these; raises ValueError naming file, row and reason."""
    edition = with_own({FILES[name]: text for name, text in own.items()})
    codes = _check_profiles(own.get("profiles", ""))
    requirements = load_requirements(edition)
    if "criteria" in own:
        _check_criteria(own["criteria"], codes)
    return requirements


def _cells(name: TableName, text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    if ";" not in first and "," in first:
        raise CommasBetweenColumns(name)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        return list(lines)
    except csv.Error as error:
        raise ValueError(f"{name}.csv, row {lines.line_num}: {error}") from error


def _value_columns(header: Sequence[str]) -> frozenset[str]:
    """The columns of the profiles, and the other numbers."""
    return frozenset(header) - frozenset(CRITERIA_COLUMNS) | {"partly_gap"}


def _tidy(cell: str, column: str, values: frozenset[str]) -> str:
    if column in _DAYS and (day := _GERMAN_DAY.fullmatch(cell)):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if column in values:
        cell = _TIMES.sub("x", cell)
        parts = cell.split("x")
        return "x".join(part.replace(",", ".") if _GERMAN_NUMBER.fullmatch(part) else part for part in parts)
    return cell


def _check_profiles(text: str) -> frozenset[str]:
    """The codes of all profiles, own and shipped."""
    shipped = {
        row.required("code") for row in _profile_rows(shipped_edition().files["requirements/profiles.csv"])
    }
    own = list(_profile_rows(text)) if text else []
    codes = shipped | {row.required("code") for row in own}
    lower: dict[str, str] = {code.lower(): code for code in shipped}
    for row in own:
        code = row.required("code")
        if not _CODE.fullmatch(code) or code.lower() in CRITERIA_COLUMNS:
            row.fail(f"no code for a profile: {code}")
        if code.lower() in lower:
            row.fail(f"{code} comes twice")
        lower[code.lower()] = code
        for level in row.listed("levels"):
            if level not in codes:
                row.fail(f"unknown profile {level}")
    return frozenset(codes)


def _profile_rows(text: str) -> list[Row]:
    return list(read_rows("profiles.csv", text, ("code", "levels")))


def _check_criteria(text: str, codes: frozenset[str]) -> None:
    columns = {code.lower() for code in codes}
    rows = list(read_rows("criteria.csv", text, CRITERIA_COLUMNS[:8]))
    header = text.partition("\n")[0].split(";")
    for column in header:
        if column not in CRITERIA_COLUMNS and column not in columns:
            raise ValueError(f"criteria.csv, row 1: unknown profile {column}")
    shipped = load_requirements()
    own = read_criteria("criteria.csv", text, sorted(codes), None)
    rooms = load_code_list("room")
    for row in rows:
        one = own[row.required("id")]
        for room in one.rooms:
            if room not in rooms:
                row.fail(f"unknown room {room}")
        if not one.rooms:
            row.fail("rooms is empty")
        if not one.required:
            row.fail("asks for nothing")
        _check_against(row, one, shipped.get(one.id))


def _check_against(row: Row, one: Criterion, shipped: Criterion | None) -> None:
    pairs = {isinstance(asked.value, Pair) for asked in one.required.values()}
    if len(pairs) > 1:
        row.fail("some values are pairs and some are not")
    for level, asked in one.required.items():
        if one.kind == "grade" and asked.value not in one.grades:
            row.fail(f"{level} is no known grade: {asked.value}")
    if shipped is None:
        return
    taken = [level for level in one.required if level in shipped.required]
    if taken:
        row.fail(f"{one.id} is shipped and keeps its value for {', '.join(taken)}")
    if (one.unit, one.kind, one.grades) != (shipped.unit, shipped.kind, shipped.grades):
        row.fail(f"{one.id} is shipped with another unit or kind of value")
