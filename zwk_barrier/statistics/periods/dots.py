"""The other way to protect a closed period: exact counts, and dots instead of small ones and of those beside them.

What is shown is decided once, over all tables of all reports together, and frozen with the period.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting.derived import REQUESTS
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import YES
from zwk_barrier.statistics.periods.published import published_tables
from zwk_barrier.statistics.units import unit_title
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zwk_barrier.statistics.disclosure.cells import CellSystem, HierarchicalTable

    Marks = NDArray[np.bool_]

MOST_DOTS: Final = 0.25
"""The largest share of all cells shown of a period that may be dots."""

Told = Mapping[str, Mapping[str, int | None]]
"""For each unit the cells of its tables by their key; None stands for a dot."""

_Where = tuple[tuple[str, tuple[str, ...]], ...]

_NEW_CASES: Final = frozenset({("with_case", YES)})
"""Among the requests, what is no rest: every report tells it as the number of new cases."""

_AND: Final = "&"
_SEVERAL: Final = "|"


def dots_of(tables: Mapping[str, BaseTable], region: str, threshold: int) -> Told:
    """The cells of all tables of a period; raises InputProblem where more than a quarter of them would be dots."""
    # Only here: the solver behind the dots is slow to load.
    from zwk_barrier.statistics.disclosure.suppression import Suppressed, suppress  # noqa: PLC0415

    systems = {name: _system(table, region) for name, table in tables.items()}
    small = {name: (of.values > 0) & (of.values < threshold) for name, (of, _is_shown) in systems.items()}
    _require_few(systems, small)  # before what is hidden beside them is looked for, which takes longest
    told: dict[str, Mapping[str, int | None]] = {}
    hidden = {}
    for name, (system, _is_shown) in systems.items():
        found = suppress(system, threshold=threshold, most_primary=1.0)
        if not isinstance(found, Suppressed) or not found.is_safe:
            raise _too_many(name)
        hidden[name] = ~found.shown
        told[name] = {
            _key(dict(key)): value if is_told else None
            for key, value, is_told in zip(
                system.keys, system.values.tolist(), found.shown.tolist(), strict=True
            )
        }
    _require_few(systems, hidden)
    return told


def told_count(told: Told, region: str, unit: str, where: Mapping[str, tuple[str, ...]]) -> int | None:
    """A count that is shown; None for a dot, and for what stands in none of the tables."""
    cells = told.get(unit, {})
    as_asked = _key({name: _SEVERAL.join(sorted(codes)) for name, codes in where.items()})
    as_groups = _key({name: _group(name, codes, region) for name, codes in where.items()})
    return cells.get(as_asked, cells.get(as_groups))


def _system(table: BaseTable, region: str) -> "tuple[CellSystem, Marks]":
    """The cells of all tables of a unit, and which of them a report shows; the others only tie these together.

    What is asked of a part stands beside its rest, which nobody prints and anybody can work out: it is never told.
    """
    from zwk_barrier.statistics.disclosure.cells import system_of  # noqa: PLC0415 - as above
    from zwk_barrier.statistics.periods.crossed_tables import crossed_tables  # noqa: PLC0415

    parts, known, shown = [], set(), set()
    for crossing, where in _published(table.unit, region):
        wanted = {name: _SEVERAL.join(sorted(codes)) for name, codes in where}
        tied = _tied(crossing, where)
        for part in crossed_tables(table, tied, region, dict(where)):
            parts.append(part)
            keys = part.keys()
            known.update(keys)
            shown |= {key for key in keys if _is_asked(dict(key), tied[len(crossing) :], wanted)}
    system = system_of(*parts, *_wholes(table, region))
    rests = {key: place for place, key in enumerate(system.keys) if key not in known}
    told = {rests.pop(_NEW_CASES)} if table.unit == REQUESTS and _NEW_CASES in rests else ()
    system = replace(system, shown=frozenset(told), hidden=frozenset(rests.values()))
    return system, np.array([key in shown for key in system.keys], np.bool_)


def _wholes(table: BaseTable, region: str) -> "Iterator[HierarchicalTable]":
    """What is asked of a part only, by all that the condition leaves out, too.

    And requests by whether they became a case: the new cases are told among the cases.
    """
    from zwk_barrier.statistics.periods.crossed_tables import crossed_tables  # noqa: PLC0415 - as above

    for crossing, where in _published(table.unit, region):
        crossed = {name.partition(":")[0] for name in crossing}
        besides = (name for name, _codes in where if name not in crossed)
        if where:
            yield from crossed_tables(table, (*crossing, *besides), region)
    if table.unit == REQUESTS:
        yield from crossed_tables(table, ("with_case",), region)


def _is_asked(key: Mapping[str, str], tied: tuple[str, ...], wanted: Mapping[str, str]) -> bool:
    return all(key.get(name) == wanted[name] for name in tied)


def _require_few(systems: "Mapping[str, tuple[CellSystem, Marks]]", dots: "Mapping[str, Marks]") -> None:
    """Raises InputProblem, naming what has most of them, where too many of the cells shown would be dots."""
    counts = {name: int((dots[name] & is_shown).sum()) for name, (_system, is_shown) in systems.items()}
    cells = sum(int(is_shown.sum()) for _system, is_shown in systems.values())
    if sum(counts.values()) > MOST_DOTS * cells:
        raise _too_many(max(counts, key=lambda name: counts[name]))


def _too_many(unit: str) -> InputProblem:
    return InputProblem(
        "method",
        _("Bei „{unit}“ müssten zu viele Zahlen verdeckt werden.").format(unit=unit_title(unit)),
        advice=_("Schließen Sie einen längeren Zeitraum ab, oder lassen Sie runden."),
    )


def _published(unit: str, region: str) -> Iterator[tuple[tuple[str, ...], _Where]]:
    """The tables of a unit with their conditions in the finest codes, which are what records have."""
    for crossing, where in published_tables(unit):
        yield crossing, tuple((name, dimension(name, region).expanded(codes)) for name, codes in where)


def _tied(crossing: tuple[str, ...], where: _Where) -> tuple[str, ...]:
    """The crossing with every dimension of which several codes are wanted: so all sums hang together."""
    crossed = {name.partition(":")[0] for name in crossing}
    return (*crossing, *(name for name, codes in where if len(codes) > 1 and name not in crossed))


def _group(name: str, codes: tuple[str, ...], region: str) -> str:
    """The group of a coarser level that these codes make up, else the codes."""
    of = dimension(name, region)
    groups = (
        group.code
        for level in of.levels
        for group in level.groups
        if set(of.finest(group.code)) == set(codes)
    )
    return next(groups, _SEVERAL.join(sorted(codes)))


def _key(codes: Mapping[str, str]) -> str:
    return _AND.join(f"{name}={code}" for name, code in sorted(codes.items()))
