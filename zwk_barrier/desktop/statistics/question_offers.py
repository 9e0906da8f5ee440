"""What a question can be asked by: the dimensions of what is counted, and their values as they are typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zwk_barrier.desktop.widgets.search_box import Hit
from zwk_barrier.rules.folding import fold
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.questions.questions import Axis
from zwk_barrier.statistics.units import UNIT_NAMES, dimensions_of, unit_title
from zwk_barrier.wording import _

_MOST: Final = 8
_BETWEEN: Final = "/"


@dataclass(frozen=True, slots=True)
class Value:
    """One code of a dimension, of whatever level; ``unit`` is what has to be counted for it, if not the same as now."""

    dimension: str
    code: str
    unit: str = ""


def units() -> list[tuple[str, str]]:
    """What can be counted."""
    return [(unit, unit_title(unit)) for unit in UNIT_NAMES]


def axes(unit: str, region: str) -> list[tuple[str, str]]:
    """What can stand in rows or columns, the finest cut of a dimension before its coarser ones."""
    found = []
    for name in dimensions_of(unit):
        of = dimension(name, region)
        found.append((name, of.title))
        axes_of = [Axis(name, level.name) for level in of.levels]
        found += [(str(axis_code(axis)), axis_title(axis, region)) for axis in axes_of]
    return found


def axis_title(axis: Axis, region: str) -> str:
    """What a row or column is called."""
    of = dimension(axis.dimension, region)
    if not axis.level:
        return of.title
    title = of.level(axis.level).title
    has_numbers = any(letter.isdigit() for letter in title)
    return _("{dimension} ({groups})").format(dimension=of.title, groups=title) if has_numbers else title


def axis_code(axis: Axis | None) -> str | None:
    """How an axis stands in a field."""
    if axis is None:
        return None
    return f"{axis.dimension}{_BETWEEN}{axis.level}" if axis.level else axis.dimension


def axis_of(code: str | None) -> Axis | None:
    """The axis a field stands for."""
    if not code:
        return None
    name, _sign, level = code.partition(_BETWEEN)
    return Axis(name, level)


def value_label(value: Value, region: str) -> str:
    """A value with the name of its dimension."""
    of = dimension(value.dimension, region)
    return _("{dimension}: {value}").format(dimension=of.title, value=of.label(value.code))


def find_values(typed: str, unit: str, region: str) -> list[Hit]:
    """The values whose name, code or dimension has every word typed, those that begin so first.

    Behind them come those of something else that is counted: choosing one counts that.
    """
    words = fold(typed).split()
    if not words:
        return []
    found = []
    for value, label, title in _values(unit, region):
        whole = f" {fold(label)} {_typed_code(value)} {fold(title)}"
        if all(f" {word}" in whole for word in words):
            begins = fold(label).startswith(words[0]) or _typed_code(value) == words[0]
            found.append(((bool(value.unit), not begins, len(label)), value, label, title))
    return [_hit(value, label, title) for _rank, value, label, title in sorted(found, key=_rank)[:_MOST]]


def _rank(found: tuple[tuple[bool, bool, int], Value, str, str]) -> tuple[bool, bool, int]:
    return found[0]


def _hit(value: Value, label: str, title: str) -> Hit:
    note = (
        title
        if not value.unit
        else _("{dimension}; gezählt wird dann: {unit}").format(dimension=title, unit=unit_title(value.unit))
    )
    return Hit(value, label, note=note)


def _typed_code(value: Value) -> str:
    """A code as people type it: 65+ for those of 65 years and more."""
    return value.code.replace("_plus", "+").replace("_", "-")


def _values(unit: str, region: str) -> Iterator[tuple[Value, str, str]]:
    known = dimensions_of(unit)
    places = dict.fromkeys(known, "")
    for other in UNIT_NAMES:
        for name in dimensions_of(other):
            places.setdefault(name, other)
    for name, counted in places.items():
        of = dimension(name, region)
        codes = dict.fromkeys((*of.codes, *(code for level in of.levels for code in level.codes)))
        for code in codes:
            yield Value(name, code, counted), of.label(code), of.title
