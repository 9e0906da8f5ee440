"""The other way to protect a closed period: exact counts, and dots instead of small ones and of those beside them.

What is shown is decided once, over all tables of all reports together, and frozen with the period.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.periods.published import published_tables
from zwk_barrier.statistics.units import unit_title
from zwk_barrier.wording import _

Told = Mapping[str, Mapping[str, int | None]]
"""For each unit the cells of its tables by their key; None stands for a dot."""

_Where = tuple[tuple[str, tuple[str, ...]], ...]

_AND: Final = "&"
_SEVERAL: Final = "|"


def dots_of(tables: Mapping[str, BaseTable], region: str, threshold: int) -> Told:
    """The cells of all tables of a period; raises InputProblem where too many would be dots."""
    return {name: _told(table, region, threshold) for name, table in tables.items()}


def told_count(told: Told, region: str, unit: str, where: Mapping[str, tuple[str, ...]]) -> int | None:
    """A count that is shown; None for a dot, and for what stands in none of the tables."""
    cells = told.get(unit, {})
    as_asked = _key({name: _SEVERAL.join(sorted(codes)) for name, codes in where.items()})
    as_groups = _key({name: _group(name, codes, region) for name, codes in where.items()})
    return cells.get(as_asked, cells.get(as_groups))


def _told(table: BaseTable, region: str, threshold: int) -> Mapping[str, int | None]:
    # Only here: the solver behind the dots is slow to load.
    from zwk_barrier.statistics.disclosure.cells import system_of  # noqa: PLC0415
    from zwk_barrier.statistics.disclosure.suppression import Suppressed, suppress  # noqa: PLC0415
    from zwk_barrier.statistics.periods.crossed_tables import crossed_tables  # noqa: PLC0415

    parts = [
        part
        for crossing, where in _published(table.unit, region)
        for part in crossed_tables(table, _tied(crossing, where), region, dict(where))
    ]
    system = system_of(*parts)
    found = suppress(system, threshold=threshold)
    if not isinstance(found, Suppressed) or not found.is_safe:
        raise InputProblem(
            "method",
            _("Bei „{unit}“ müssten zu viele Zahlen verdeckt werden.").format(unit=unit_title(table.unit)),
            advice=_("Schließen Sie einen längeren Zeitraum ab, oder lassen Sie runden."),
        )
    shown, values = found.shown.tolist(), system.values.tolist()
    return {
        _key(dict(key)): value if is_shown else None
        for key, value, is_shown in zip(system.keys, values, shown, strict=True)
    }


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
