"""Measurable requirements on a dwelling: DIN 18040-2 in its levels B and R, and those of KfW.

Only facts and numbers stand here, in own words.  In existing buildings they are a target, never a
duty; what a measured value means against them is decided in ``rules.requirements``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence, Row, read_table
from zwk_barrier.resources import resource

Level: TypeAlias = Literal["B", "R", "KfW"]
Comparison: TypeAlias = Literal[">=", "<=", "=", "range", ""]
Kind: TypeAlias = Literal["number", "pair", "yes_no", "grade"]
Later: TypeAlias = Literal["", "messgeraet", "falls_vorhanden", "umbau"]


class Pair(NamedTuple):
    """Two measures, width before depth."""

    first: Decimal
    second: Decimal


class Span(NamedTuple):
    """A range; both ends belong to it."""

    low: Decimal
    high: Decimal


Required: TypeAlias = Decimal | Pair | Span | bool | str

NO_GRADE = "keine"
# From the worst to the best: slip resistance in shoes, and barefoot.
GRADES: tuple[tuple[str, ...], ...] = (
    (NO_GRADE, "R9", "R10", "R11", "R12", "R13"),
    (NO_GRADE, "A", "B", "C"),
)
UNITS = frozenset({"cm", "m", "%", "N", "Nm", "kN", "K", "lx", "°C", "Anzahl", "Klasse", "bool"})
_COMPARISONS: dict[str, Comparison] = {">=": ">=", "<=": "<=", "=": "=", "range": "range", "": ""}
_LEVEL_COLUMNS: dict[str, Level] = {"b": "B", "r": "R", "kfw": "KfW"}
_LATER: dict[str, Later] = {
    "": "",
    "messgeraet": "messgeraet",
    "falls_vorhanden": "falls_vorhanden",
    "umbau": "umbau",
}
_COLUMNS = (
    *("id", "room", "element", "element_en", "criterion_de", "criterion_en", "unit", "comparison"),
    *("turnable", "partly_gap", "later", "rooms", "confidence", "source", "confirmed_by", "checked_on"),
    "note",
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement; lengths in ``unit``, ``rooms`` are the room codes where it is measured.

    ``required`` has no entry for a level that asks nothing.  ``partly_gap`` is the absolute gap, in
    ``unit``, up to which it counts as partly met; ``None`` leaves that to the usual ten per cent.
    ``is_turnable`` says that the two measures of a pair may change places.  ``later`` says why a visit
    does not ask for it at first (docs/decisions/0009): it takes an instrument or a data sheet, the thing
    is rarely there, or only the planning of a conversion needs it; empty for what every visit asks.
    """

    id: str
    group: str
    element_de: str
    element_en: str
    text_de: str
    text_en: str
    rooms: tuple[str, ...]
    unit: str
    comparison: Comparison
    required: Mapping[Level, Required] = field(hash=False)
    is_turnable: bool
    partly_gap: Decimal | None
    later: Later
    confidence: Confidence
    source: str
    confirmed_by: str
    checked_on: date
    note: str

    def text(self, language: str | None = None) -> str:
        """The criterion in words, in ``de`` or ``en``; without a language, that of the screen."""
        return self.text_en if (language or wording.language()) == "en" else self.text_de

    def element(self, language: str | None = None) -> str:
        """The part of the building it is about, e.g. ``Innentür``."""
        return self.element_en if (language or wording.language()) == "en" else self.element_de

    @property
    def kind(self) -> Kind:
        """What is entered: a number, a pair, yes or no, or a grade."""
        if self.unit == "bool":
            return "yes_no"
        if self.unit == "Klasse":
            return "grade"
        return "pair" if any(isinstance(value, Pair) for value in self.required.values()) else "number"

    @property
    def grades(self) -> tuple[str, ...]:
        """What may be chosen for a grade, from the worst to the best; empty for all other kinds."""
        return next((ladder for ladder in GRADES if set(self.required.values()) & set(ladder)), ())


class RequirementSet:
    """The criteria of one edition, in their order."""

    __slots__ = ("_by_id", "edition", "name")

    def __init__(self, name: str, edition: str, criteria: tuple[Criterion, ...]) -> None:
        self.name = name
        self.edition = edition
        self._by_id = {criterion.id: criterion for criterion in criteria}

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, ``None`` when this edition has none."""
        return self._by_id.get(criterion_id)

    def in_room(self, room: str, level: Level) -> tuple[Criterion, ...]:
        """What is measured in a room of that code because the level asks for it, in order."""
        return tuple(one for one in self if room in one.rooms and level in one.required)


EDITIONS: dict[str, str] = {
    "din18040_2_2011": "DIN 18040-2:2011-09",
    "kfw_tma": "KfW, Technische Mindestanforderungen",
}
PROFILE_SETS: dict[Level, str] = {"B": "din18040_2_2011", "R": "din18040_2_2011", "KfW": "kfw_tma"}


@cache
def load_requirements(profile_set: str) -> RequirementSet:
    """The criteria of ``din18040_2_2011`` or ``kfw_tma``, read once; raises ValueError for damaged data."""
    criteria: dict[str, Criterion] = {}
    for row in read_table(resource("requirements", f"{profile_set}.csv"), _COLUMNS):
        criterion = _criterion(row)
        if criterion.id in criteria:
            row.fail(f"{criterion.id} comes twice")
        criteria[criterion.id] = criterion
    return RequirementSet(profile_set, EDITIONS[profile_set], tuple(criteria.values()))


def _criterion(row: Row) -> Criterion:
    unit, comparison = row.required("unit"), _COMPARISONS.get(row.text("comparison"))
    if unit not in UNITS or comparison is None:
        row.fail("unknown unit or comparison")
    checked_on = row.day("checked_on")
    if checked_on is None:
        row.fail("checked_on is empty")
    required = {
        level: _required(row, column, unit, comparison)
        for column, level in _LEVEL_COLUMNS.items()
        if row.cells.get(column)
    }
    gap = row.text("partly_gap")
    return Criterion(
        id=row.required("id"),
        group=row.required("room"),
        element_de=row.required("element"),
        element_en=row.required("element_en"),
        text_de=row.required("criterion_de"),
        text_en=row.required("criterion_en"),
        rooms=row.listed("rooms"),
        unit=unit,
        comparison=comparison,
        required=MappingProxyType(required),
        is_turnable=row.text("turnable") == "ja",
        partly_gap=_decimal(row, gap) if gap else None,
        later=_later(row),
        confidence=row.confidence(),
        source=row.required("source"),
        confirmed_by=row.text("confirmed_by"),
        checked_on=checked_on,
        note=row.text("note"),
    )


def _later(row: Row) -> Later:
    reason = row.text("later")
    if reason not in _LATER:
        row.fail(f"unknown reason to ask later: {reason}")
    return _LATER[reason]


def _required(row: Row, column: str, unit: str, comparison: Comparison) -> Required:
    value = row.text(column)
    if unit == "bool":
        if value != "ja":
            row.fail(f"{column} is neither empty nor ja: {value}")
        return True
    if unit == "Klasse":
        if not any(value in ladder[1:] for ladder in GRADES):
            row.fail(f"{column} is no known grade: {value}")
        return value
    if comparison == "range":
        low, _hyphen, high = value.partition("-")
        span = Span(_decimal(row, low), _decimal(row, high or low))
        if span.low > span.high:
            row.fail(f"{column} runs backwards: {value}")
        return span
    first, cross, second = value.partition("x")
    return Pair(_decimal(row, first), _decimal(row, second)) if cross else _decimal(row, value)


def _decimal(row: Row, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        row.fail(f"no number: {text}")
