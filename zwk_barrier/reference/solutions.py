"""Which measure of the catalogue solves which barrier, how far, and under which condition.

A working aid of our own, no rule: every row says why and where it comes from, and an advisor decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final, Literal, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.table import ALWAYS, Confidence, Row, Validity, read_table
from zwk_barrier.resources import resource

Effect: TypeAlias = Literal["ganz", "erleichtert"]
Scope: TypeAlias = Literal["stelle", "raum", "wohnung"]

EFFECTS: Final[dict[str, Effect]] = {"ganz": "ganz", "erleichtert": "erleichtert"}
SCOPES: Final[dict[str, Scope]] = {"stelle": "stelle", "raum": "raum", "wohnung": "wohnung"}
_REASONED: Final = ("reason_de", "reason_en", "source", "confidence", "checked_on")
_COLUMNS: Final = (
    *("measure", "scope", "criteria", "rooms", "activities", "words", "effect", "value_from", "value_to"),
    *("needs", "without", "warnings", *_REASONED),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in a sentence, and how sure that is."""

    text_de: str
    text_en: str
    source: str
    confidence: Confidence
    checked_on: date
    valid: Validity = ALWAYS

    def text(self, language: str | None = None) -> str:
        """The sentence in ``de`` or ``en``; without a language, that of the screen."""
        return self.text_en if (language or wording.language()) == "en" else self.text_de


@dataclass(frozen=True, slots=True)
class Solution:
    """One measure against a group of barriers: those of ``criteria``, or findings in own words.

    ``ganz`` removes the barrier, ``erleichtert`` makes it easier.  A finding fits by one of its
    ``activities`` or by one of ``words``.  ``rooms`` empty means every room;
    ``value_from`` and ``value_to`` bound the measured value in the criterion's unit, both included.
    ``needs`` and ``without`` are aids and functions (code lists aid, function).  ``scope`` says what one
    such measure reaches: one door or window, one room, or the dwelling.
    """

    measure: str
    scope: Scope
    criteria: tuple[str, ...]
    rooms: tuple[str, ...]
    activities: tuple[str, ...]
    words: tuple[str, ...]
    effect: Effect
    value_from: Decimal | None
    value_to: Decimal | None
    needs: tuple[str, ...]
    without: tuple[str, ...]
    warnings: tuple[str, ...]
    reason: Reason

    def allows(self, value: Decimal | None) -> bool:
        """Whether the measured value lies within the bounds; one that is not known might."""
        if value is None:
            return True
        is_enough = self.value_from is None or value >= self.value_from
        return is_enough and (self.value_to is None or value <= self.value_to)


class Solutions:
    """All rows, found by criterion or by what a finding says."""

    __slots__ = (
        "_by_criterion",
        "_excludes",
        "_in_words",
        "_rows",
        "never_proposed",
        "warnings",
        "without_measure",
    )

    def __init__(
        self,
        rows: tuple[Solution, ...],
        warnings: Mapping[str, Reason],
        excludes: Mapping[frozenset[str], Reason],
        never_proposed: Mapping[str, Reason],
        without_measure: Mapping[str, Reason],
    ) -> None:
        self.warnings = warnings
        self.never_proposed = never_proposed
        self.without_measure = without_measure
        self._rows = rows
        self._excludes = excludes
        self._in_words = tuple(row for row in rows if row.activities or row.words)
        self._by_criterion: dict[str, tuple[Solution, ...]] = {}
        for row in rows:
            for criterion in row.criteria:
                self._by_criterion[criterion] = (*self._by_criterion.get(criterion, ()), row)

    def __iter__(self) -> Iterator[Solution]:
        return iter(self._rows)

    def for_criterion(self, criterion_id: str, room: str) -> tuple[Solution, ...]:
        """The rows that name this criterion, in a room of that code."""
        rows = self._by_criterion.get(criterion_id, ())
        return tuple(row for row in rows if not row.rooms or room in row.rooms)

    def in_words(self, room: str) -> tuple[Solution, ...]:
        """The rows a finding in own words may fit, in a room of that code."""
        return tuple(row for row in self._in_words if not row.rooms or room in row.rooms)

    def excluded(self, first: str, second: str) -> Reason | None:
        """Why two measures do not go together in one place; ``None`` when they do."""
        return self._excludes.get(frozenset((first, second)))


@cache
def load_solutions() -> Solutions:
    """The shipped tables, read once; raises ValueError with file, row and reason for damaged data."""
    warnings = {row.required("code"): _reason(row, "text") for row in _rows("warnings.csv", ("code",))}
    rows = tuple(_solution(row, warnings) for row in read_table(resource("measures", "solves.csv"), _COLUMNS))
    excludes = {
        frozenset((_number(row, "measure"), _number(row, "other"))): _reason(row)
        for row in _rows("excludes.csv", ("measure", "other"))
    }
    never = {_number(row, "measure"): _reason(row) for row in _rows("never_proposed.csv", ("measure",))}
    without = {
        criterion: _reason(row)
        for row in _rows("without_measure.csv", ("criteria",))
        for criterion in _criteria(row)
    }
    return Solutions(rows, warnings, excludes, never, without)


def _rows(file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    return read_table(resource("measures", file), (*columns, "source", "confidence", "checked_on"))


def _solution(row: Row, warnings: Mapping[str, Reason]) -> Solution:
    scope, effect = SCOPES.get(row.text("scope")), EFFECTS.get(row.text("effect"))
    if scope is None or effect is None:
        row.fail("unknown scope or effect")
    solution = Solution(
        measure=_number(row, "measure"),
        scope=scope,
        criteria=_criteria(row),
        rooms=_codes(row, "rooms", "room"),
        activities=_codes(row, "activities", "activity"),
        words=row.listed("words"),
        effect=effect,
        value_from=_decimal(row, "value_from"),
        value_to=_decimal(row, "value_to"),
        needs=_codes(row, "needs", "aid", "function"),
        without=_codes(row, "without", "aid", "function"),
        warnings=row.listed("warnings"),
        reason=_reason(row),
    )
    if not (solution.criteria or solution.activities or solution.words):
        row.fail("solves nothing: criteria, activities and words are empty")
    if unknown := [code for code in solution.warnings if code not in warnings]:
        row.fail(f"unknown warning {unknown[0]}")
    if solution.value_from is not None and not solution.criteria:
        row.fail("bounds a value, but names no criterion")
    return solution


def _reason(row: Row, column: str = "reason") -> Reason:
    checked_on = row.day("checked_on")
    if checked_on is None:
        row.fail("checked_on is empty")
    texts = row.required(f"{column}_de"), row.required(f"{column}_en")
    return Reason(*texts, row.required("source"), row.confidence(), checked_on, row.valid())


def _number(row: Row, column: str) -> str:
    number = row.required(column)
    if load_catalogue().get(number) is None:
        row.fail(f"the catalogue has no {number}")
    return number


def _criteria(row: Row) -> tuple[str, ...]:
    criteria = row.listed("criteria")
    for criterion in criteria:
        if load_requirements().get(criterion) is None:
            row.fail(f"unknown criterion {criterion}")
    return criteria


def _codes(row: Row, column: str, *lists: str) -> tuple[str, ...]:
    codes = row.listed(column)
    for code in codes:
        if not any(code in load_code_list(name) for name in lists):
            row.fail(f"{column}: unknown code {code}")
    return codes


def _decimal(row: Row, column: str) -> Decimal | None:
    text = row.text(column)
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        row.fail(f"{column} is no number: {text}")
