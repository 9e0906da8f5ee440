"""Reads an edition's tables into a :class:`RequirementSet`; a mistake is named by file, line and reason.

The office's own tables look like the shipped ones.  A profile of its own becomes a column of its own
criteria; a shipped criterion may get the own profile's requirement, but its shipped values stay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, cast, get_args

from zwk_barrier.reference.editions import OWN_CRITERIA, OWN_PROFILES, Edition, shipped_edition
from zwk_barrier.reference.requirements import (
    GRADES,
    INDIVIDUAL,
    Comparison,
    Criterion,
    Dimension,
    IndividualRow,
    Later,
    Level,
    Pair,
    Profile,
    Required,
    Requirement,
    RequirementSet,
    Span,
)
from zwk_barrier.reference.table import Row, read_rows

DIN: Final = "requirements/din18040_2_2011.csv"
KFW: Final = "requirements/kfw_tma.csv"
UNITS: Final = frozenset({"cm", "m", "%", "N", "Nm", "kN", "K", "lx", "°C", "Anzahl", "Klasse", "bool"})
_CRITERIA: Final = (
    *("id", "room", "element", "element_en", "criterion_de", "criterion_en", "unit", "comparison"),
    *("rooms", "confidence", "source", "checked_on"),
)
_PROFILES: Final = (
    *("code", "label_de", "label_en", "word_de", "word_en", "levels", "edition", "source", "checked_on"),
)
_SAME: Final = ("criterion", "same_as", "value", "rooms", "source", "checked_on")
_INDIVIDUAL: Final = (
    *("criterion", "dimension", "comparison", "allowance", "reason_de", "reason_en"),
    *("confidence", "source", "checked_on"),
)


def load_requirements(edition: Edition | None = None, day: date | None = None) -> RequirementSet:
    """The criteria of an edition as they hold on ``day``; the shipped one, and today's rows, when not said.

    Read once for each; raises ValueError naming file, row and reason for damaged data.
    """
    return _load(edition or shipped_edition(), day)


@lru_cache(maxsize=16)
def _load(edition: Edition, day: date | None) -> RequirementSet:
    profiles = _profiles(edition)
    levels = tuple(dict.fromkeys(level for one in profiles.values() for level in one.levels))
    criteria = read_criteria(DIN, edition.files[DIN], levels, day)
    subsidy = read_criteria(KFW, edition.files[KFW], levels, day)
    retired = _merge(edition, criteria, subsidy)
    if OWN_CRITERIA in edition.files:
        own = read_criteria(OWN_CRITERIA, edition.files[OWN_CRITERIA], levels, day)
        _add_own(criteria, own)
    return RequirementSet(
        criteria, retired, profiles, _individual(edition, criteria, day), _tolerances(edition)
    )


@cache
def load_table(name: str) -> tuple[Criterion, ...]:
    """The criteria of one shipped file alone, e.g. ``din18040_2_2011``, as it stands, without merging."""
    file = f"requirements/{name}.csv"
    return tuple(read_criteria(file, shipped_edition().files[file], ("B", "R", "KfW"), None).values())


def read_criteria(file: str, text: str, levels: Iterable[Level], day: date | None) -> dict[str, Criterion]:
    """The criteria of one table by id; a row that does not hold on ``day`` is left out."""
    found: dict[str, tuple[Row, Criterion]] = {}
    for row in read_rows(file.rpartition("/")[2], text, _CRITERIA):
        criterion = _criterion(row, levels)
        if day is not None and not row.valid().holds_on(day):
            continue
        before = found.get(criterion.id)
        if before is not None and (day is not None or before[0].valid().meets(row.valid())):
            row.fail(f"{criterion.id} comes twice")
        found[criterion.id] = (row, criterion)
    return {criterion_id: criterion for criterion_id, (_row, criterion) in found.items()}


def _profiles(edition: Edition) -> dict[str, Profile]:
    profiles: dict[str, Profile] = {}
    for name in ("requirements/profiles.csv", OWN_PROFILES):
        for row in read_rows(
            name.rpartition("/")[2], edition.files.get(name, ";".join(_PROFILES)), _PROFILES
        ):
            code = row.required("code")
            if code in profiles:
                row.fail(f"{code} comes twice")
            levels = row.listed("levels") or (code,)
            profiles[code] = Profile(
                code,
                row.required("label_de"),
                row.required("label_en"),
                row.required("word_de"),
                row.required("word_en"),
                levels if code in levels else (code, *levels),
                row.required("edition"),
            )
    return profiles


def _merge(
    edition: Edition, criteria: dict[str, Criterion], subsidy: dict[str, Criterion]
) -> dict[str, Criterion]:
    """Makes what KfW asks of the same thing a requirement of the standard's criterion; gives back what became one."""
    merged: dict[str, Criterion] = {}
    for row in read_rows("same.csv", edition.files["requirements/same.csv"], _SAME):
        theirs, ours = subsidy.get(row.required("criterion")), criteria.get(row.required("same_as"))
        if theirs is None or ours is None:
            continue  # one of them does not hold on this day
        for level, asked in theirs.required.items():
            value = _required(row, "value", ours.unit, asked.comparison)
            rooms = tuple(room for room in row.listed("rooms") or asked.rooms if room in ours.rooms)
            if not rooms:
                row.fail(f"{theirs.id} and {ours.id} have no room in common")
            own = replace(asked, value=value, rooms=rooms)
            ours = ours.asking({**ours.required, level: own})
        criteria[ours.id] = ours
        merged[theirs.id] = theirs
    criteria.update((one.id, one) for one in subsidy.values() if one.id not in merged)
    return merged


def _add_own(criteria: dict[str, Criterion], own: Mapping[str, Criterion]) -> None:
    for one in own.values():
        shipped = criteria.get(one.id)
        if shipped is None:
            criteria[one.id] = one
            continue
        fresh = {level: asked for level, asked in one.required.items() if level not in shipped.required}
        criteria[one.id] = shipped.asking({**shipped.required, **fresh})


def _individual(
    edition: Edition, criteria: Mapping[str, Criterion], day: date | None
) -> tuple[IndividualRow, ...]:
    return tuple(
        one
        for row in read_rows("individual.csv", edition.files["requirements/individual.csv"], _INDIVIDUAL)
        if (one := _individual_row(row)).criterion in criteria and (day is None or row.valid().holds_on(day))
    )


def _individual_row(row: Row) -> IndividualRow:
    dimension, checked_on = row.required("dimension"), row.day("checked_on")
    if dimension not in get_args(Dimension):
        row.fail(f"unknown dimension {dimension}")
    if checked_on is None:
        row.fail("checked_on is empty")
    return IndividualRow(
        row.required("criterion"),
        cast("Dimension", dimension),
        _comparison(row),
        _decimal(row, row.required("allowance")),
        row.required("reason_de"),
        row.required("reason_en"),
        row.required("source"),
        row.confidence(),
        checked_on,
    )


def _tolerances(edition: Edition) -> Mapping[str, Decimal]:
    rows = read_rows(
        "measuring_method.csv", edition.files["codes/measuring_method.csv"], ("code", "tolerance_cm")
    )
    return MappingProxyType(
        {
            row.required("code"): _decimal(row, row.text("tolerance_cm"))
            for row in rows
            if row.text("tolerance_cm")
        }
    )


def _criterion(row: Row, levels: Iterable[Level]) -> Criterion:
    unit = row.required("unit")
    if unit not in UNITS:
        row.fail("unknown unit or comparison")
    _comparison(row)
    by_column = {level.lower(): level for level in levels if level != INDIVIDUAL}
    required = {
        level: _requirement(row, column, unit) for column, level in by_column.items() if row.cells.get(column)
    }
    return Criterion(
        id=row.required("id"),
        group=row.required("room"),
        element_de=row.required("element"),
        element_en=row.required("element_en"),
        text_de=row.required("criterion_de"),
        text_en=row.required("criterion_en"),
        rooms=row.listed("rooms"),
        unit=unit,
        required=MappingProxyType(required),
    )


def _requirement(row: Row, column: str, unit: str) -> Requirement:
    checked_on, comparison, gap = row.day("checked_on"), _comparison(row), row.cells.get("partly_gap", "")
    if checked_on is None:
        row.fail("checked_on is empty")
    return Requirement(
        value=_required(row, column, unit, comparison),
        comparison=comparison,
        rooms=row.listed("rooms"),
        source=row.required("source"),
        confidence=row.confidence(),
        checked_on=checked_on,
        later=_later(row),
        is_turnable=row.cells.get("turnable") == "ja",
        partly_gap=_decimal(row, gap) if gap else None,
        confirmed_by=row.cells.get("confirmed_by", ""),
        note=row.cells.get("note", ""),
        valid=row.valid(),
    )


def _comparison(row: Row) -> Comparison:
    text = row.text("comparison")
    if text not in get_args(Comparison):
        row.fail("unknown unit or comparison")
    return cast("Comparison", text)


def _later(row: Row) -> Later:
    reason = row.cells.get("later", "")
    if reason not in get_args(Later):
        row.fail(f"unknown reason to ask later: {reason}")
    return cast("Later", reason)


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
        number = Decimal(text)
    except InvalidOperation:
        row.fail(f"no number: {text}")
    if not number.is_finite():
        row.fail(f"no number: {text}")
    return number
