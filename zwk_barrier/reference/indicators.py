"""Reads what the office counts about its work: indicators and tables, as data with their source.

A mistake in a file raises ValueError naming file and key.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Final, TypeVar, get_args

from zwk_barrier.reference.indicator import (
    Aggregate,
    Block,
    Catalogue,
    Expression,
    Indicator,
    ShownAs,
    TableSpec,
    Variant,
    Where,
)
from zwk_barrier.reference.table import CONFIDENCES
from zwk_barrier.reference.toml_table import TomlTable
from zwk_barrier.resources import resource

T = TypeVar("T")

_AGGREGATES: Final = {name: name for name in get_args(Aggregate)}
_SHOWN_AS: Final = {name: name for name in get_args(ShownAs)}
_USUALLY: Final[Mapping[str, str]] = {
    "share": "share",
    "median": "days",
    "p90": "days",
    "mean": "score",
    "money": "euro",
    "per_1000": "per_1000",
    "ratio": "ratio",
}
_COLUMNS: Final = ("share", "per_1000", "money")


@cache
def load_indicators() -> Catalogue:
    """The shipped indicators, read once; raises ValueError naming file and key."""
    path = resource("statistics", "indicators.toml")
    top = TomlTable(path.name, tomllib.loads(path.read_text("utf-8")))
    blocks = tuple(_block(row) for row in top.tables("block"))
    rows = top.tables("indicator")
    indicators = tuple(_indicator(row) for row in rows)
    tables = tuple(_table(row) for row in top.tables("table"))
    catalogue = Catalogue(
        top.required("edition"),
        _keyed(top, ((one.key, one) for one in blocks)),
        _keyed(top, ((one.key, one) for one in indicators)),
        _keyed(top, ((one.name, one) for one in tables)),
    )
    for block in {*(one.block for one in indicators), *(one.block for one in tables)}:
        if block not in catalogue.blocks:
            top.fail(f"unknown block {block}")
    for indicator in indicators:
        if indicator.beside and indicator.beside not in catalogue.indicators:
            top.fail(f"unknown indicator {indicator.beside}")
    top.done()
    return catalogue


def _keyed(top: TomlTable, pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for key, one in pairs:
        if key in found:
            top.fail(f"{key} comes twice")
        found[key] = one
    return found


def _block(row: TomlTable) -> Block:
    block = Block(row.required("key"), row.required("title_de"), row.required("title_en"))
    row.done()
    return block


def _indicator(row: TomlTable) -> Indicator:
    key = row.required("key")
    base = Variant(
        "",
        row.required("title_de"),
        row.required("title_en"),
        row.text("definition_de"),
        row.text("definition_en"),
        _expression(row),
    )
    variants = tuple(_variant(one, base) for one in row.tables("variant")) or (base,)
    if not all(one.definition_de and one.definition_en for one in variants):
        row.fail(f"{key} has no definition")
    usually = _USUALLY.get(base.expression.aggregate, "count")
    indicator = Indicator(
        key,
        row.required("block"),
        base.title_de,
        base.title_en,
        row.choice("shown_as", _SHOWN_AS, usually),
        variants,
        row.text("beside"),
        row.required("source"),
        row.choice("confidence", CONFIDENCES),
        row.day("checked_on") or row.fail("checked_on is missing"),
    )
    row.done()
    return indicator


def _variant(row: TomlTable, base: Variant) -> Variant:
    expression = base.expression
    if row.has("unit") or row.has("where") or row.has("of"):
        expression = _expression(row, base.expression)
    variant = Variant(
        row.required("code"),
        row.required("title_de"),
        row.required("title_en"),
        row.required("definition_de"),
        row.required("definition_en"),
        expression,
    )
    row.done()
    return variant


def _expression(row: TomlTable, base: Expression | None = None) -> Expression:
    """The expression of a row; what it leaves open is as in ``base``."""
    unit = row.text("unit") or (base.unit if base else row.required("unit"))
    aggregate: Aggregate = row.choice("aggregate", _AGGREGATES, base.aggregate if base else "count")
    found = Expression(
        unit,
        aggregate,
        _where(row),
        row.text("dimension") or (base.dimension if base else ""),
        row.text("measure") or (base.measure if base else ""),
    )
    if row.has("of"):
        inner = row.table("of")
        denominator = _expression(inner, Expression(unit, "count"))
        inner.done()
        return replace(found, of=denominator)
    if aggregate == "share":
        return replace(found, of=base.of if base and base.of else Expression(unit, "count"))
    if aggregate == "ratio":
        return replace(found, of=base.of) if base and base.of else row.fail("a ratio needs its of")
    return found


def _where(row: TomlTable) -> Where:
    inner = row.table("where")
    found = tuple((name, inner.listed(name)) for name in inner.names())
    inner.done()
    return found


def _table(row: TomlTable) -> TableSpec:
    spec = TableSpec(
        name=row.required("name"),
        block=row.required("block"),
        title_de=row.required("title_de"),
        title_en=row.required("title_en"),
        definition_de=row.required("definition_de"),
        definition_en=row.required("definition_en"),
        unit=row.required("unit"),
        where=_where(row),
        by=row.required("by"),
        across=row.text("across"),
        level=row.text("level"),
        columns=row.listed("columns"),
        population=row.text("population"),
        measure=row.text("measure"),
        omits_empty=row.yes("omits_empty"),
        is_sorted=row.yes("is_sorted"),
        source=row.required("source"),
        checked_on=row.day("checked_on") or row.fail("checked_on is missing"),
    )
    row.done()
    _check_table(row, spec)
    return spec


def _check_table(row: TomlTable, spec: TableSpec) -> None:
    if unknown := set(spec.columns) - set(_COLUMNS):
        row.fail(f"unknown column {', '.join(sorted(unknown))}")
    if ("per_1000" in spec.columns) != bool(spec.population):
        row.fail("per_1000 and population go together")
    if ("money" in spec.columns) != bool(spec.measure):
        row.fail("money and measure go together")
    if not spec.name.replace("-", "").isalnum() or spec.name != spec.name.lower():
        row.fail(f"{spec.name} is no name of a file")
