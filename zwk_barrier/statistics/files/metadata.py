"""The description of a release for programs (CSVW): dimensions with their hierarchy, method, what each value is of."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from zwk_barrier.model.statistics_report import IndicatorValue, StatisticsReport
from zwk_barrier.reference.indicator import Expression, Where
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Quarter
from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import Dimension
from zwk_barrier.statistics.files.file_table import COUNT, INDICATOR, FileTable, ValueColumn
from zwk_barrier.statistics.files.file_tables import indicators_of, unit_of
from zwk_barrier.statistics.files.texts import defined
from zwk_barrier.statistics.units import unit_title

METADATA: Final = "metadata.json"
_LAYOUT: Final = 1
_P_PERCENT: Final = 10
_NO_PERSONS: Final = ("activities", "hours")
_DECIMALS: Final[Mapping[str, int]] = {
    "share": 1,
    "per_1000": 1,
    "score": 1,
    "ratio": 2,
    "euro": 2,
}

Json = dict[str, Any]


def described(report: StatisticsReport, tables: Sequence[FileTable], sheets: Mapping[str, str]) -> bytes:
    """The whole description as JSON; ``sheets`` names the sheet of each table."""
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": report.language}],
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True},
        "dc:title": report.title,
        "zwk:release": _release(report, tables),
        "tables": [_table(report, table, sheets[table.name]) for table in tables],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def csv_name(report: StatisticsReport, table: FileTable) -> str:
    """The name of a table's CSV."""
    return f"{report.period.code}_{table.name}.csv"


def _release(report: StatisticsReport, tables: Sequence[FileTable]) -> Json:
    values = indicators_of(report)
    return {
        "layout": _LAYOUT,
        "kind": "tables",
        "periods": {code: _quarters(report, code) for code in _periods(tables, report)},
        "revisions": dict(report.revisions),
        "method": _method(report),
        "units": _units(tables),
        "dimensions": _dimensions(report, tables, values),
        "indicators": {value.key: _indicator(report, value) for value in values},
        "definitions": {value.key: defined(value) for value in values},
    }


def _periods(tables: Iterable[FileTable], report: StatisticsReport) -> tuple[str, ...]:
    found = {row.period for table in tables for row in table.rows} | {report.period.code}
    return tuple(sorted(found, reverse=True))


def _quarters(report: StatisticsReport, code: str) -> list[str]:
    whole = next((each for each in (report.period, report.period.previous()) if each.code == code), None)
    return [Quarter.from_code(code).code] if whole is None else [one.code for one in whole.quarters]


def _method(report: StatisticsReport) -> Json:
    protection = report.protection
    if protection.method == "dots":
        return {"name": "dots", "threshold": protection.threshold, "p_percent": _P_PERCENT}
    return {"name": "rounding", "base": protection.threshold, "p_percent": _P_PERCENT}


def _units(tables: Sequence[FileTable]) -> Json:
    used = dict.fromkeys(row.unit for table in tables for row in table.rows)
    for table in tables:
        used.setdefault(table.unit)
    return {name: _unit(name) for name in used if name}


def _unit(name: str) -> Json:
    if name.startswith(_NO_PERSONS):
        return {"title": name, "people": False, "over_quarters": "sum"}
    unit = UNITS.get(name)
    if unit is None:
        return {"title": unit_title(name), "people": True, "over_quarters": "sum"}
    told: Json = {"title": unit.title, "people": True, "over_quarters": unit.over_quarters}
    if unit.over_quarters == "first_and_new":
        told["arrival"] = {"dimension": "arrival", "new": "new"}
    return told


def _dimensions(
    report: StatisticsReport, tables: Sequence[FileTable], values: Iterable[IndicatorValue]
) -> Json:
    names = dict.fromkeys(
        name for table in tables for name in (*table.dimensions, *(pair[0] for pair in table.where))
    )
    for value in values:
        names |= dict.fromkeys(_dimensions_of(_asked(value)))
    names |= {"arrival": None}
    return {name: _dimension(dimension(name, report.region)) for name in names if name != INDICATOR}


def _dimensions_of(asked: Expression) -> tuple[str, ...]:
    own = tuple(name for name, _codes in asked.where)
    return own if asked.of is None else (*own, *_dimensions_of(asked.of))


def _dimension(of: Dimension) -> Json:
    codes: Json = {}
    for level in of.levels:
        for group in level.groups:
            codes[group.code] = {"label": of.label(group.code)}
    for code in of.codes:
        parents = dict.fromkeys(level.parents[code] for level in of.levels if level.parents[code] != code)
        codes[code] = {"label": of.label(code)} | ({"parents": list(parents)} if parents else {})
    return {"title": of.title, "codes": codes}


def _asked(value: IndicatorValue) -> Expression:
    return load_indicators().indicators[value.key].variant(value.variant).expression


def _where(report: StatisticsReport, where: Where) -> dict[str, list[str]]:
    return {name: list(dimension(name, report.region).expanded(codes)) for name, codes in where}


def _indicator(report: StatisticsReport, value: IndicatorValue) -> Json:
    asked = _asked(value)
    told: Json = {
        "title": value.title,
        "unit": unit_of(asked.unit, asked.measure) if asked.aggregate == "sum" else asked.unit,
        "where": _where(report, asked.where),
        "aggregate": _aggregate(value, asked),
        "decimals": _DECIMALS.get(value.now.measure, 0),
    }
    if asked.dimension or asked.measure:
        told["measure"] = asked.dimension or asked.measure
    return told | _of(report, value, asked)


def _aggregate(value: IndicatorValue, asked: Expression) -> str:
    """What is told of the records; a sum of no persons is a count of its own, posts are a mean over months."""
    if asked.aggregate == "sum":
        return "mean" if value.now.measure == "ratio" else "count"
    return asked.aggregate


def _of(report: StatisticsReport, value: IndicatorValue, asked: Expression) -> Json:
    if asked.aggregate == "share" and asked.of is not None:
        return {"scale": 100, "of": {"unit": asked.of.unit, "where": _where(report, asked.of.where)}}
    if asked.aggregate == "per_1000":
        return {"scale": 1000} | ({"of": {"constant": value.denominator}} if value.denominator else {})
    if asked.aggregate == "ratio" and asked.measure:  # money by money: a sum in another currency
        return {"aggregate": "money", "measure": f"{asked.measure}_by_{asked.of.measure if asked.of else ''}"}
    if asked.aggregate == "ratio" and value.denominator:
        return {"scale": 1, "of": {"constant": float(value.denominator)}}
    return {}


def _table(report: StatisticsReport, table: FileTable, sheet: str) -> Json:
    own: Json = {
        "name": table.name,
        "title": table.title,
        "sheet": sheet,
        "unit": table.unit,
        "dimensions": list(table.dimensions),
        "where": {name: list(codes) for name, codes in table.where},
        "values": [_value(column, table) for column in table.values],
    }
    if INDICATOR in table.dimensions:
        own |= {"unit": "", "dimensions": [], "values": []}
    return {
        "url": csv_name(report, table),
        "zwk:table": own,
        "tableSchema": {"columns": [_column(heading, table) for heading in table.header]},
    }


def _value(column: ValueColumn, table: FileTable) -> Json:
    told: Json = {"column": column.heading, "aggregate": column.aggregate, "decimals": column.decimals}
    if column.aggregate == "share":
        return told | {"scale": 100, "of": {"total_over": list(column.total_over)}}
    if column.aggregate == "money":
        return told | {"measure": column.measure}
    of = {"constants": dict(column.constants), "dimension": table.dimensions[0]}
    return told | {"scale": 1000, "of": of}


def _column(heading: str, table: FileTable) -> Json:
    if heading == COUNT:
        return {"name": heading, "titles": heading, "datatype": "integer", "null": ""}
    if heading in {column.heading for column in table.values}:
        return {"name": heading, "titles": heading, "datatype": "decimal", "null": ""}
    title = dict(zip(table.dimensions, table.headings, strict=True)).get(heading, heading)
    return {"name": heading, "titles": title, "datatype": "string"}
