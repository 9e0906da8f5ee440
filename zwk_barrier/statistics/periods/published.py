"""What the reports show of each unit: the crossings whose sums rounding keeps close and dots have to protect."""

from collections.abc import Iterator, Mapping
from functools import cache

from zwk_barrier.reference.indicator import Expression
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.statistics.units import UNIT_NAMES, dimensions_of, is_about_people

Crossing = tuple[str, ...]
"""Dimensions crossed; ``area:district`` is one at a coarser level."""
Where = tuple[tuple[str, tuple[str, ...]], ...]


@cache
def published_tables(unit: str) -> tuple[tuple[Crossing, Where], ...]:
    """Every table and figure of a unit that a report may show: what is crossed, and of which part."""
    return tuple(dict.fromkeys(_known(_of_unit(unit), unit)))


def published_crossings() -> Mapping[str, tuple[Crossing, ...]]:
    """The same as plain crossings, for each unit about people; conditions are crossed like anything else."""
    return {
        unit: tuple(dict.fromkeys(_with_conditions(*table) for table in published_tables(unit)))
        for unit in UNIT_NAMES
        if is_about_people(unit)
    }


def _of_unit(unit: str) -> Iterator[tuple[Crossing, Where]]:
    catalogue = load_indicators()
    yield (), ()
    for spec in catalogue.tables.values():
        if spec.unit == unit:
            by = f"{spec.by}:{spec.level}" if spec.level else spec.by
            yield tuple(name for name in (by, spec.across) if name), spec.where
    for indicator in catalogue.indicators.values():
        for variant in indicator.variants:
            yield from _of_expression(variant.expression, unit)


def _of_expression(asked: Expression, unit: str) -> Iterator[tuple[Crossing, Where]]:
    if asked.unit == unit:
        yield ((asked.dimension,) if asked.dimension else ()), asked.where
    if asked.of is not None:
        yield from _of_expression(asked.of, unit)


def _known(found: Iterator[tuple[Crossing, Where]], unit: str) -> Iterator[tuple[Crossing, Where]]:
    names = set(dimensions_of(unit))
    for crossing, where in found:
        used = {name.partition(":")[0] for name in crossing} | {name for name, _codes in where}
        if used <= names:
            yield crossing, where


def _with_conditions(crossing: Crossing, where: Where) -> Crossing:
    crossed = {name.partition(":")[0] for name in crossing}
    return (*crossing, *(name for name, _codes in where if name not in crossed))
