"""Reads the model "Passung" from ``resources/fit/<version>/``; a mistake names file, row and reason."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit import (
    MOST_DEFICIT,
    MOST_WEIGHT,
    ActivityFit,
    CriterionFit,
    DeficitRule,
    FitModel,
    FunctionFit,
    Origin,
    Relevance,
    RoomFit,
    Rule,
    Safety,
    Settings,
    Suggestion,
    Version,
    Weights,
)
from zwk_barrier.reference.table import Row, read_table
from zwk_barrier.resources import resource

_REASONS: Final = ("reason_de", "reason_en", "confidence", "source", "checked_on")
_SAFETY: Final[dict[str, Safety]] = {
    "": "",
    "raum": "",
    "toilette": "toilette",
    "ausgang": "ausgang",
    "bett": "bett",
    "treppe": "treppe",
}
_RULES: Final[dict[str, Rule]] = {
    "relative": "relative",
    "absolute": "absolute",
    "answer": "answer",
    "grade": "grade",
}
_KNOWN: Final = {"aids": "aid", "impairments": "impairment", "falls": "fall_count"}
_CLEARLY: Final = 2


def load_fit_model(day: date | None = None) -> FitModel:
    """The version that holds on a day, the newest without one; a day before the first takes the first.

    Raises ValueError for damaged data.
    """
    versions = _versions()
    holding = [number for begin, number in versions if day is None or begin <= day]
    return _kept_model((holding or [versions[0][1]])[-1])


@cache
def _kept_model(folder: str) -> FitModel:
    return read_model(resource("fit", folder))


@cache
def _versions() -> tuple[tuple[date, str], ...]:
    folders = [path for path in resource("fit").iterdir() if (path / "model.toml").is_file()]
    return tuple(sorted((_read_toml(path)["valid_from"], path.name) for path in folders))


def read_model(folder: Path) -> FitModel:
    """The model in a folder; raises ValueError naming file, row and reason for damaged data."""
    toml = _read_toml(folder)
    topics = {row.required("topic") for row in read_table(folder / "topics.csv", ("topic", "label_de"))}
    criteria = {one.criterion: one for one in _criteria(folder, topics)}
    weights = _relevance(folder, topics, frozenset(criteria))
    return FitModel(
        version=_version(toml),
        settings=_settings(toml),
        criteria=MappingProxyType(criteria),
        activities=MappingProxyType({one.activity: one for one in _activities(folder)}),
        rooms=MappingProxyType({one.room: one for one in _rooms(folder)}),
        functions=MappingProxyType({one.function: one for one in _functions(folder)}),
        suggestions=tuple(_suggestions(folder)),
        by_topic=MappingProxyType({topic: weights[topic] for topic in topics}),
        by_criterion=MappingProxyType({key: one for key, one in weights.items() if key not in topics}),
        by_activity=MappingProxyType(_activity_relevance(folder)),
        often=MappingProxyType({one.code: int(one.extras["weight"]) for one in load_code_list("frequency")}),
    )


def _read_toml(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "model.toml").read_text("utf-8"))


def _version(toml: Mapping[str, Any]) -> Version:
    names = ("valid_from", "checked_on", "name_de", "name_en", "status_de", "status_en")
    return Version(number=toml["version"], **{name: toml[name] for name in names})


def _settings(toml: Mapping[str, Any]) -> Settings:
    cut_points = tuple((code, Decimal(str(least))) for code, least in toml["priority"].items())
    if [least for _code, least in cut_points] != sorted((least for _code, least in cut_points), reverse=True):
        raise ValueError("model.toml: the cut points of the priorities do not fall")
    safety = toml["safety"]
    return Settings(
        cut_points=cut_points,
        misfit=MappingProxyType(dict(toml["misfit"])),
        dimension_functions=MappingProxyType(
            {dimension: tuple(functions) for dimension, functions in toml["dimension_functions"].items()}
        ),
        hazards=MappingProxyType(dict(toml["hazard"])),
        safety_function=safety["function"],
        safety_deficit=safety["deficit"],
        safety_priority=safety["priority"],
    )


def _criteria(folder: Path, topics: set[str]) -> Iterator[CriterionFit]:
    seen: set[str] = set()
    columns = (
        *("criterion", "topic", "short_de", "short_en", "activities", "frequency", "safety"),
        *("rule", "slight", "clear", "no", "confidence", "source", "checked_on"),
    )
    for row in read_table(folder / "criteria.csv", columns):
        if row.required("topic") not in topics:
            row.fail(f"unknown topic {row.text('topic')}")
        if row.required("criterion") in seen:
            row.fail(f"{row.text('criterion')} comes twice")
        seen.add(row.text("criterion"))
        yield CriterionFit(
            criterion=row.text("criterion"),
            topic=row.text("topic"),
            short_de=row.required("short_de"),
            short_en=row.required("short_en"),
            activities=_codes(row, "activities", "activity"),
            frequency=_code(row, "frequency", "frequency"),
            safety=_safety(row),
            follows_room=row.text("safety") == "raum",
            rule=_rule(row),
            origin=_origin(row),
        )


def _rule(row: Row) -> DeficitRule:
    kind = _RULES.get(row.text("rule"))
    if kind is None:
        row.fail(f"unknown rule {row.text('rule')}")
    if kind == "answer":
        no = _within(row, "no", MOST_DEFICIT)
        return DeficitRule(kind, Decimal(0), Decimal(0), no)
    slight, clear = _decimal(row, "slight"), _decimal(row, "clear")
    if not 0 <= slight <= clear:
        row.fail("slight and clear do not rise")
    return DeficitRule(kind, slight, clear, 0)


def _relevance(folder: Path, topics: set[str], criteria: frozenset[str]) -> dict[str, Weights]:
    found: dict[str, dict[str, Relevance]] = defaultdict(dict)
    for row in read_table(folder / "relevance.csv", ("subject", "function", "weight", *_REASONS)):
        subject = row.required("subject")
        if subject not in topics and subject not in criteria:
            row.fail(f"{subject} is neither a topic nor a criterion")
        _add(row, found[subject], row.required("function"))
    for missing in topics - set(found):
        raise ValueError(f"relevance.csv: topic {missing} matters to nobody")
    return {subject: MappingProxyType(one) for subject, one in found.items()}


def _activity_relevance(folder: Path) -> dict[str, Weights]:
    found: dict[str, dict[str, Relevance]] = defaultdict(dict)
    columns = ("activity", "weight", "functions", *_REASONS)
    for row in read_table(folder / "activity_relevance.csv", columns):
        activity = _code(row, "activity", "activity")
        for function in row.listed("functions"):
            _add(row, found[activity], function)
    return {activity: MappingProxyType(one) for activity, one in found.items()}


def _add(row: Row, weights: dict[str, Relevance], function: str) -> None:
    if function not in load_code_list("function"):
        row.fail(f"unknown function {function}")
    if function in weights:
        row.fail(f"{function} comes twice")
    weight = _within(row, "weight", MOST_WEIGHT)
    german, english = row.required("reason_de"), row.required("reason_en")
    weights[function] = Relevance(function, weight, german, english, _origin(row))


def _activities(folder: Path) -> Iterator[ActivityFit]:
    columns = ("activity", "short_de", "short_en", "frequency", "safety", *_REASONS)
    for row in read_table(folder / "activities.csv", columns):
        if not row.text("frequency"):
            row.fail("frequency is empty")
        yield ActivityFit(
            activity=_code(row, "activity", "activity"),
            short_de=row.required("short_de"),
            short_en=row.required("short_en"),
            frequency=_code(row, "frequency", "frequency"),
            safety=_safety(row),
            reason_de=row.required("reason_de"),
            reason_en=row.required("reason_en"),
            origin=_origin(row),
        )


def _functions(folder: Path) -> Iterator[FunctionFit]:
    for row in read_table(folder / "functions.csv", ("function", "short_de", "short_en")):
        function = _code(row, "function", "function")
        yield FunctionFit(function, row.required("short_de"), row.required("short_en"), _origin(row))


def _rooms(folder: Path) -> Iterator[RoomFit]:
    columns = ("room", "way", "activities", "frequency", "safety", "needed", *_REASONS)
    for row in read_table(folder / "rooms.csv", columns):
        if not row.text("activities"):
            row.fail("activities is empty")
        yield RoomFit(
            room=_code(row, "room", "room"),
            way=row.whole("way"),
            activities=_codes(row, "activities", "activity"),
            frequency=_code(row, "frequency", "frequency"),
            safety=_safety(row),
            needed=row.text("needed"),
            reason_de=row.required("reason_de"),
            reason_en=row.required("reason_en"),
            origin=_origin(row),
        )


def _suggestions(folder: Path) -> Iterator[Suggestion]:
    for row in read_table(folder / "suggestions.csv", ("known", "value", "function", "degree", *_REASONS)):
        if row.text("known") not in _KNOWN:
            row.fail(f"unknown {row.text('known')}")
        yield Suggestion(
            known=row.text("known"),
            value=_code(row, "value", _KNOWN[row.text("known")]),
            function=_code(row, "function", "function"),
            degree=_within(row, "degree", _CLEARLY),
            reason_de=row.required("reason_de"),
            reason_en=row.required("reason_en"),
            origin=_origin(row),
        )


def _origin(row: Row) -> Origin:
    checked_on = row.day("checked_on")
    if checked_on is None:
        row.fail("checked_on is empty")
    return Origin(row.confidence(), row.required("source"), checked_on)


def _safety(row: Row) -> Safety:
    safety = _SAFETY.get(row.text("safety"))
    if safety is None:
        row.fail(f"unknown safety {row.text('safety')}")
    return safety


def _codes(row: Row, column: str, code_list: str) -> tuple[str, ...]:
    for code in row.listed(column):
        if code not in load_code_list(code_list):
            row.fail(f"unknown {code_list} {code}")
    return row.listed(column)


def _code(row: Row, column: str, code_list: str) -> str:
    code = row.text(column)
    if code and code not in load_code_list(code_list):
        row.fail(f"unknown {code_list} {code}")
    return code


def _within(row: Row, column: str, most: int) -> int:
    value = row.whole(column)
    if value is None or value > most:
        row.fail(f"{column} is not from 0 to {most}: {row.text(column)}")
    return value


def _decimal(row: Row, column: str) -> Decimal:
    try:
        return Decimal(row.required(column))
    except InvalidOperation:
        row.fail(f"{column} is no number: {row.text(column)}")
