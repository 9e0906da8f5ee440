"""Reads ``metadata.json``: without it nobody knows which codes add up to which, with it the attacker does, too."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.published import (
    SEVERAL,
    Description,
    Dimension,
    Indicator,
    Method,
    Table,
    Unit,
    ValueColumn,
    Where,
    Whole,
)
from zwk_barrier.wording import _

RELEASE: Final = "zwk:release"
TABLE: Final = "zwk:table"
NUMBERS_BELONG: Final = {
    "layout", "base", "threshold", "p_percent", "decimals", "scale", "constant", "constants", "revisions",
    "headerRowCount",
}  # fmt: skip

_Json = Mapping[str, Any]


def read_metadata(path: Path) -> tuple[Description, list[Finding]]:
    """The description of a release and what was found amiss; an empty description if the file cannot be read."""
    try:
        whole = json.loads(path.read_text("utf-8-sig"))
        return _described(whole), list(_stray_numbers(whole, path.name, ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        known = _("Die Metadaten lassen sich nicht lesen ({problem}).").format(problem=problem)
        return Description(), [Finding(Kind.UNREADABLE, "", known, path.name)]


def _described(whole: _Json) -> Description:
    release: _Json = whole[RELEASE]
    own = [described[TABLE] for described in whole.get("tables", ()) if TABLE in described]
    return Description(
        _method(release["method"]),
        {period: tuple(quarters) for period, quarters in release["periods"].items()},
        dict(release.get("revisions", {})),
        {name: _unit(name, said) for name, said in release["units"].items()},
        {name: _dimension(name, said) for name, said in release["dimensions"].items()},
        {name: _indicator(name, said) for name, said in release.get("indicators", {}).items()},
        {table["name"]: _table(table) for table in own},
    )


def _method(said: _Json) -> Method:
    limit = said.get("base", said.get("threshold", 5))
    return Method(said["name"], int(limit), float(said.get("p_percent", 10)))


def _unit(name: str, said: _Json) -> Unit:
    arrival = said.get("arrival", {})
    return Unit(
        name,
        said.get("title", name),
        bool(said.get("people", True)),
        said.get("over_quarters", "sum"),
        (arrival.get("dimension", ""), arrival.get("new", "")),
    )


def _dimension(name: str, said: _Json) -> Dimension:
    codes: _Json = said["codes"]
    return Dimension(
        name,
        said.get("title", name),
        {code: about.get("label", code) for code, about in codes.items()},
        {code: tuple(about.get("parents", ())) for code, about in codes.items()},
    )


def _where(said: Mapping[str, Sequence[str]]) -> Where:
    return frozenset((name, SEVERAL.join(sorted(codes))) for name, codes in said.items())


def _table(said: _Json) -> Table:
    return Table(
        said["name"],
        said.get("title", said["name"]),
        said["unit"],
        tuple(said["dimensions"]),
        _where(said.get("where", {})),
        tuple(_value(about["column"], about) for about in said.get("values", ())),
    )


def _indicator(name: str, said: _Json) -> Indicator:
    where = _where(said.get("where", {}))
    return Indicator(said.get("title", name), said["unit"], where, _value("Wert", said))


def _value(column: str, said: _Json) -> ValueColumn:
    of: _Json = said.get("of", {})
    constants = {"": of["constant"]} if "constant" in of else of.get("constants", {})
    return ValueColumn(
        column,
        said["aggregate"],
        said.get("measure", ""),
        int(said.get("decimals", 0)),
        float(said.get("scale", 1)),
        tuple(of.get("total_over", ())),
        of.get("unit", ""),
        _where(of.get("where", {})),
        {code: float(number) for code, number in constants.items()},
        of.get("dimension", ""),
    )


def whole_of(column: ValueColumn, unit: str, where: Where, own: Where) -> Whole | None:
    """What the figure at ``where`` was divided by; ``own`` are the row's own codes; nothing for means and sums."""
    if column.constants:
        code = dict(where).get(column.by, "*") if column.by else ""
        known = column.constants.get(code)
        return None if known is None else Whole(constant=known)
    if column.total_over:
        return Whole(unit, frozenset(pair for pair in where if pair[0] not in column.total_over))
    if column.of_unit:
        named = {name for name, _code in column.of_where}
        return Whole(column.of_unit, column.of_where | {pair for pair in own if pair[0] not in named})
    return None


def _stray_numbers(said: object, file: str, key: str) -> Iterator[Finding]:
    if key in NUMBERS_BELONG:
        return
    if isinstance(said, Mapping):
        for name, below in said.items():
            yield from _stray_numbers(below, file, name)
    elif isinstance(said, list):
        for below in said:
            yield from _stray_numbers(below, file, key)
    elif isinstance(said, int | float) and not isinstance(said, bool):
        known = _("Hier steht eine Zahl, die nicht zur Beschreibung gehört.")
        yield Finding(Kind.STRAY, key, known, file)
