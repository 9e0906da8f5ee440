"""The tables of a report, worked out from their specifications: counts by code, shares, rates and the year before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zwk_barrier.model.statistics_report import Origin, ReportTable, Shown, TableRow
from zwk_barrier.reference.indicator import TableSpec
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.figures.figures import Figures
from zwk_barrier.statistics.figures.grid import TOTAL, Grid, grid_of
from zwk_barrier.statistics.figures.sums import sums_by
from zwk_barrier.wording import _

Amounts = Mapping[str, int | None]
"""Euro cents by code of the line."""


@dataclass(frozen=True, slots=True)
class TableMaker:
    """Makes tables of one period, beside them the counts of the period before where ``before`` has them."""

    period: Period
    now: Figures
    before: Figures | None

    def table(self, spec: TableSpec) -> ReportTable:
        """One table with its sum; codes nobody has are left out where the specification says so."""
        if spec.population and self.now.inhabitants(None, spec.population) is None:
            spec = replace(spec, columns=tuple(name for name in spec.columns if name != "per_1000"))
        now = grid_of(self.now, spec, self.period)
        if not self.now.can_count(spec.unit, spec.where):
            note = _("Personen lassen sich nur über Zeiträume zählen, die im Januar beginnen.")
            return replace(_made(now, (period_title(self.period),), (), chart=None), note=note)
        if spec.across:
            return self._crossed(now)
        before = None if self.before is None else grid_of(self.before, spec, self.period.previous())
        return self._plain(now, before)

    def _plain(self, now: Grid, before: Grid | None) -> ReportTable:
        spec = now.spec
        columns = [period_title(self.period), *(_column_title(name, spec.measure) for name in spec.columns)]
        earlier = _earlier_codes(now, before)
        if before is not None:
            columns.append(period_title(self.period.previous()))
        kept = [
            code
            for code in now.lines.codes
            if not now.is_left_out(code) or (before is not None and not before.is_empty(earlier[code]))
        ]
        if spec.is_sorted:
            kept.sort(key=lambda code: (code in now.lines.leftover, -(now.counts[code, TOTAL] or 0)))
        amounts = self._amounts(now)
        rows = [self._row(now, before, amounts, code, earlier[code]) for code in (*kept, TOTAL)]
        made = _made(now, tuple(columns), tuple(rows) if kept else (), chart=0)
        last = None if before is None else len(columns) - 1
        return replace(made, before=last, denominators=self._denominators(spec, (*kept, TOTAL)))

    def _denominators(self, spec: TableSpec, codes: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
        if not spec.population:
            return ()
        found = ((code, self.now.inhabitants(_area(code), spec.population)) for code in codes)
        return tuple((code, number) for code, number in found if number is not None)

    def _amounts(self, now: Grid) -> Amounts:
        spec, counted = now.spec, self.now.counted
        if not spec.measure:
            return {}
        money = counted.money_table(spec.unit, spec.measure)
        return sums_by(money, now.lines, self.now.codes(spec.where), is_exact=counted.is_exact)

    def _row(self, now: Grid, before: Grid | None, amounts: Amounts, code: str, earlier: str) -> TableRow:
        spec = now.spec
        cells = [self.now.told(spec.unit, now.counts[code, TOTAL])]
        cells += [self._further(now, column, code, amounts) for column in spec.columns]
        if before is not None and self.before is not None:
            cells.append(self.before.told(spec.unit, before.counts[earlier, TOTAL]))
        origins: list[Origin | None] = [now.origin(code), *(None for _cell in cells[1:])]
        return _line(now, code, cells, origins)

    def _further(self, now: Grid, column: str, code: str, amounts: Amounts) -> Shown:
        count = now.counts[code, TOTAL]
        if column == "money":
            amount = amounts[code]
            return Shown(None, "few", "euro") if amount is None else Shown(amount, measure="euro")
        if column == "share":
            return self.now.share(count, now.counts[TOTAL, TOTAL])
        return self.now.per_1000(count, self.now.inhabitants(_area(code), now.spec.population))

    def _crossed(self, now: Grid) -> ReportTable:
        spec, places = now.spec, now.place_codes
        kept = [code for code in now.lines.codes if not now.is_left_out(code)]
        rows = [
            _line(
                now,
                code,
                [self.now.told(spec.unit, now.counts[code, place]) for place in (*places, TOTAL)],
                [now.origin(code, place) for place in (*places, TOTAL)],
            )
            for code in (*kept, TOTAL)
        ]
        labels = () if now.places is None else tuple(now.places.labels[place] for place in places)
        return _made(now, (*labels, _("Insgesamt")), tuple(rows) if kept else (), chart=None)


def _earlier_codes(now: Grid, before: Grid | None) -> dict[str, str]:
    """Which code of the year before stands beside which: of quarters the same place, of all others the same code."""
    earlier = now.lines.codes if before is None else before.lines.codes
    return dict(zip(now.lines.codes, earlier, strict=True)) | {TOTAL: TOTAL}


def _line(now: Grid, code: str, cells: list[Shown], origins: list[Origin | None] | list[Origin]) -> TableRow:
    label = _("Insgesamt") if code == TOTAL else now.lines.labels[code]
    return TableRow(code, label, tuple(cells), is_total=code == TOTAL, origins=tuple(origins))


def _made(now: Grid, columns: tuple[str, ...], rows: tuple[TableRow, ...], chart: int | None) -> ReportTable:
    spec = now.spec
    dimensions = (spec.by, spec.across) if spec.across else (spec.by,)
    return ReportTable(
        spec.name,
        spec.title,
        spec.definition,
        spec.unit,
        dimensions,
        now.lines.title,
        columns,
        rows,
        chart,
    )


def _area(code: str) -> str | None:
    """The area a code stands for; None for the whole region."""
    return None if code == TOTAL else code


def _column_title(column: str, measure: str) -> str:
    if column == "money":
        return _("Bewilligt") if measure == "granted" else _("Kosten")
    return _("Anteil") if column == "share" else _("je 1.000 ab 65")
