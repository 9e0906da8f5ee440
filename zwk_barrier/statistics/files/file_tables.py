"""Makes file tables of a report: each shown number one row, the period before as rows of its own."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zwk_barrier.model.statistics_report import (
    IndicatorValue,
    ReportTable,
    Shown,
    StatisticsReport,
    TableRow,
)
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.files.file_table import (
    DOT,
    INDICATOR,
    SMALL,
    TOTAL,
    VALUE,
    FileRow,
    FileTable,
    Number,
    ValueColumn,
)
from zwk_barrier.wording import _

INDICATORS: Final = "kennzahlen"
_QUARTER: Final = "quarter"
_COUNTED: Final = ("count", "sum")


def file_tables(report: StatisticsReport) -> tuple[FileTable, ...]:
    """The indicators as one table, then every table of the report once."""
    tables = {table.name: table for section in report.sections for table in section.tables}
    return (_indicators(report), *(_table(report, table) for table in tables.values()))


def indicators_of(report: StatisticsReport) -> tuple[IndicatorValue, ...]:
    """Every indicator of a report once, in its order."""
    found = {value.key: value for section in report.sections for value in section.indicators}
    for value in report.highlights:
        found.setdefault(value.key, value)
    return tuple(found.values())


def unit_of(unit: str, measure: str) -> str:
    """What is counted by a sum of something that is no person, e.g. ``activities-participants``."""
    return f"{unit}-{measure}"


def _indicators(report: StatisticsReport) -> FileTable:
    values = indicators_of(report)
    earlier = report.period.previous().code
    rows = [_indicator(value, report.period.code, value.now) for value in values if _is_told(value.now)]
    # A rate of the year before has another denominator: texts.defined says why it is not here.
    comparable = [value for value in values if value.before is not None and value.denominator is None]
    rows += [
        _indicator(value, earlier, value.before)
        for value in comparable
        if value.before is not None and _is_told(value.before)
    ]
    return FileTable(
        INDICATORS,
        _("Kennzahlen"),
        "",
        "",
        (INDICATOR,),
        (_("Bezeichnung"),),
        (),
        (ValueColumn(VALUE, "", 0),),
        rows,
        ({value.key: value.title for value in values},),
    )


def _is_told(shown: Shown) -> bool:
    """Whether there is something to write: a count that cannot be worked out has no line."""
    return shown.mark != "unknown" or shown.measure != "count"


def _indicator(value: IndicatorValue, period: str, shown: Shown) -> FileRow:
    asked = load_indicators().indicators[value.key].variant(value.variant).expression
    unit = unit_of(asked.unit, asked.measure) if asked.aggregate == "sum" else asked.unit
    if asked.aggregate in _COUNTED and shown.measure != "ratio":
        count, sign = _count(shown)
        return FileRow(period, unit, (value.key,), count, sign, (None,))
    return FileRow(period, unit, (value.key,), None, "", (_number(shown),))


def _count(shown: Shown) -> tuple[int | None, str]:
    """A count and the sign beside it; what is small is a rounded 0."""
    if shown.mark == "small":
        return 0, SMALL
    if shown.value is None:
        return None, DOT if shown.mark == "hidden" else ""
    return int(shown.value), ""


def _number(shown: Shown) -> Number | None:
    """The number with the digits it is shown with; amounts in euros."""
    if shown.value is None or shown.mark != "shown":
        return None
    if shown.measure == "euro":
        return (Decimal(shown.value) / 100).quantize(Decimal("0.01"))
    return shown.value


def _table(report: StatisticsReport, table: ReportTable) -> FileTable:
    kept = tuple(name for name in table.dimensions if name != _QUARTER)
    further = [place for place, shown in enumerate(_first(table)) if shown.measure != "count"]
    return FileTable(
        table.name,
        table.title,
        table.definition,
        table.unit,
        kept,
        tuple(dimension(name, report.region).title for name in kept),
        _where(table),
        tuple(_value_column(table, place) for place in further),
        tuple(_rows(report.period, table, kept, further)),
        tuple(_labels(report, table, name) for name in kept),
    )


def _first(table: ReportTable) -> Sequence[Shown]:
    return table.rows[0].cells if table.rows else ()


def _where(table: ReportTable) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What narrows all lines: what the origin of the sum says."""
    total = next((row for row in table.rows if row.is_total), None)
    origin = total.origins[-1 if len(table.dimensions) > 1 else 0] if total and total.origins else None
    return () if origin is None else tuple(pair for pair in origin.where if pair[0] not in table.dimensions)


def _value_column(table: ReportTable, place: int) -> ValueColumn:
    if _first(table)[place].measure == "share":
        return ValueColumn("Anteil", "share", 1, total_over=table.dimensions)
    if _first(table)[place].measure == "euro":
        spec = load_indicators().tables.get(table.name)
        return ValueColumn("Betrag", "money", 2, measure=spec.measure if spec else "amount")
    return ValueColumn("je_1000", "per_1000", 1, constants=table.denominators)


def _rows(
    period: Period, table: ReportTable, kept: Sequence[str], further: Sequence[int]
) -> Iterator[FileRow]:
    places = [place for place in range(len(table.columns)) if place not in further and place != table.before]
    for row in table.rows:
        for place in places:
            codes = dict(zip(table.dimensions, (row.code, _across(table, row, place)), strict=False))
            values = tuple(_number(row.cells[at]) for at in further)
            count, sign = _count(row.cells[place])
            stands_in = _period(period, codes, back=False)
            yield FileRow(stands_in, table.unit, tuple(codes[name] for name in kept), count, sign, values)
    if table.before is not None:
        for row in table.rows:
            codes = {table.dimensions[0]: row.code}
            count, sign = _count(row.cells[table.before])
            nothing: tuple[Number | None, ...] = (None,) * len(further)
            stands_in = _period(period, codes, back=True)
            yield FileRow(stands_in, table.unit, tuple(codes[name] for name in kept), count, sign, nothing)


def _across(table: ReportTable, row: TableRow, place: int) -> str:
    """The code of a column of a crossed table: the one code its number is narrowed to."""
    if len(table.dimensions) == 1 or not row.origins:
        return TOTAL
    origin = row.origins[place]
    narrowed = dict(origin.where).get(table.dimensions[1], ()) if origin is not None else ()
    return narrowed[0] if narrowed else TOTAL


def _period(period: Period, codes: dict[str, str], *, back: bool) -> str:
    """The period of a row: the quarter it is about, where the table is by quarter."""
    whole = period.previous() if back else period
    code = codes.get(_QUARTER, TOTAL)
    if code == TOTAL:
        return whole.code
    if not back:
        return code
    return whole.quarters[period.quarters.index(Quarter.from_code(code))].code


def _labels(report: StatisticsReport, table: ReportTable, name: str) -> dict[str, str]:
    of = dimension(name, report.region)
    lines = {row.code: row.label for row in table.rows} if name == table.dimensions[0] else {}
    return {code: of.label(code) for code in of.codes} | lines | {TOTAL: _("Insgesamt")}
