"""Builds a report of figures: a template's sections over one period, the year before beside them, all safe to tell."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier import __version__, wording
from zwk_barrier.model import ReportComment
from zwk_barrier.model.statistics_report import IndicatorValue, ReportSection, StatisticsReport, View
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.indicator import Catalogue, Indicator, ReportTemplate, TemplateSection
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.figures.counted import counts_of
from zwk_barrier.statistics.figures.figures import Figures
from zwk_barrier.statistics.figures.own_template import report_templates
from zwk_barrier.statistics.figures.protection_words import protection_of
from zwk_barrier.statistics.figures.tables import TableMaker
from zwk_barrier.statistics.outlook.population import Denominator, denominator_for
from zwk_barrier.statistics.periods.frozen import FrozenBase, PeriodBase, frozen_base, live_base
from zwk_barrier.wording import _

_GROUPS: Final = {"65plus": 65}
"""The first age of each group of inhabitants."""


def build_report(
    session: Session,
    period: Period,
    template: str,
    *,
    view: View,
    today: date,
    definitions: Mapping[str, str] | None = None,
) -> StatisticsReport:
    """The report of ``template`` over ``period``; ``definitions`` are variants of indicators, by key.

    A protected report is made of frozen counts alone: raises InputProblem where the period is not frozen.  An
    internal one is exact, of the frozen counts or of the data as they are now.
    """
    chosen = _template(session, template)
    base = _frozen(session, period, view, today)
    now: FrozenBase | PeriodBase = live_base(session, period) if base is None else base
    maker = _maker(session, period, now, view=view)
    writer = _Writer(maker, chosen, dict(chosen.definitions) | dict(definitions or {}))
    sections = writer.sections(_comments(session, period, template))
    return StatisticsReport(
        period=period,
        template=chosen.code,
        title=_title(period),
        view=view,
        protection=protection_of(now, view, sections),
        sections=sections,
        frozen_at=None if base is None else base.frozen_at,
        printed_on=today,
        highlights=writer.highlights(),
        sources=_sources(denominator_for(session, period.last_day)),
        editions=_editions(base),
        language=wording.language(),
        template_title=chosen.title,
        region=region_of(session),
        revisions={} if base is None else dict(base.revisions),
        notes=_notes(chosen, period, today, has_before=maker.before is not None),
    )


def _frozen(session: Session, period: Period, view: View, today: date) -> FrozenBase | None:
    base = frozen_base(session, period)
    if base is None and view == "protected":
        raise _not_frozen(period, today)
    return base


def _template(session: Session, code: str) -> ReportTemplate:
    found = report_templates(session).get(code)
    if found is None:
        raise InputProblem("template", _("Die Vorlage „{code}“ gibt es nicht.").format(code=code))
    return found


def _not_frozen(period: Period, today: date) -> InputProblem:
    named = period_title(period)
    if not period.is_ended(today):
        return InputProblem(
            "period",
            _("{period} ist noch nicht zu Ende.").format(period=named),
            advice=_("Einen geschützten Bericht gibt es erst über abgelaufene Quartale."),
        )
    return InputProblem(
        "period",
        _("{period} ist noch nicht abgeschlossen.").format(period=named),
        advice=_(
            "Schließen Sie den Zeitraum auf der Seite „Statistik“ ab; danach bleiben seine Zahlen gleich."
        ),
    )


def _maker(session: Session, period: Period, now: FrozenBase | PeriodBase, *, view: View) -> TableMaker:
    region, is_exact = region_of(session), view == "internal"
    earlier = frozen_base(session, period.previous())
    before: FrozenBase | PeriodBase | None = earlier
    if earlier is None and is_exact:
        before = live_base(session, period.previous())
    if not is_exact and earlier is not None and not _is_protected_alike(now, earlier):
        before = None  # a number without a dot beside one that is rounded would say more than either

    def figures(base: FrozenBase | PeriodBase, last_day: date) -> Figures:
        inhabitants = _Inhabitants(denominator_for(session, last_day))
        return Figures(counts_of(base, region, is_exact=is_exact), inhabitants)

    return TableMaker(
        period,
        figures(now, period.last_day),
        None if before is None else figures(before, period.previous().last_day),
    )


def _is_protected_alike(now: FrozenBase | PeriodBase, earlier: FrozenBase) -> bool:
    ways = {(one.method, one.threshold) for one in (now, earlier) if isinstance(one, FrozenBase)}
    return len(ways) == 1


class _Inhabitants:
    """Denominators out of a table of the office, or none."""

    def __init__(self, table: Denominator | None) -> None:
        self._table = table

    def __call__(self, area: str | None, group: str) -> int | None:
        """How many live in the area and are old enough for the group."""
        return None if self._table is None else self._table.inhabitants.persons(area, _GROUPS[group])


class _Writer:
    """Works out the indicators and tables a template names."""

    def __init__(self, maker: TableMaker, template: ReportTemplate, definitions: Mapping[str, str]) -> None:
        self._maker, self._template, self._definitions = maker, template, definitions
        self._catalogue: Catalogue = load_indicators()

    def sections(self, comments: Mapping[str, str]) -> tuple[ReportSection, ...]:
        """Every section with what the office says about it."""
        return tuple(self._section(one, comments.get(one.key, "")) for one in self._template.sections)

    def _section(self, section: TemplateSection, comment: str) -> ReportSection:
        known = self._catalogue
        return ReportSection(
            section.key,
            section.title,
            tuple(self.value(known.indicators[key]) for key in section.indicators),
            tuple(self._maker.table(known.tables[name]) for name in section.tables),
            comment,
            section.note,
        )

    def highlights(self) -> tuple[IndicatorValue, ...]:
        """The figures that stand first, each with what belongs beside it."""
        known = self._catalogue.indicators
        return tuple(self.value(known[key], is_first=True) for key in self._template.highlights)

    def value(self, indicator: Indicator, *, is_first: bool = False) -> IndicatorValue:
        """One indicator in the variant asked for, now and before."""
        variant = indicator.variant(self._definitions.get(indicator.key))
        asked, before = variant.expression, self._maker.before
        return IndicatorValue(
            indicator.key,
            indicator.title,
            variant.definition,
            self._maker.now.shown(asked, indicator.shown_as),
            None if before is None else before.shown(asked, indicator.shown_as),
            self._beside(indicator) if is_first else _doubt(indicator),
            tuple((one.code, one.title) for one in indicator.variants if one.code),
            variant.code,
            self._maker.now.origin(asked),
            self._maker.now.denominator(asked),
        )

    def _beside(self, indicator: Indicator) -> str:
        """What stands below a large figure: both counts of a share, or another figure."""
        asked = indicator.variant(self._definitions.get(indicator.key)).expression
        if asked.aggregate == "share" and asked.of is not None:
            part, whole = self._maker.now.part_and_whole(asked)
            told = (self._maker.now.told(asked.unit, part), self._maker.now.told(asked.unit, whole))
            if all(one.mark == "shown" for one in told):
                return _("{part} von {whole}").format(part=part, whole=whole)
        if indicator.beside:
            other = self._catalogue.indicators[indicator.beside]
            shown = self._maker.now.shown(other.variant().expression, other.shown_as)
            if shown.value is not None:
                return f"{other.title}: {shown.value}"
        return ""


def _doubt(indicator: Indicator) -> str:
    return _("zu prüfen") if indicator.is_uncertain else ""


def _comments(session: Session, period: Period, template: str) -> dict[str, str]:
    wanted = select(ReportComment.section, ReportComment.comment).where(
        ReportComment.begins_on == period.first_day,
        ReportComment.ends_on == period.last_day,
        ReportComment.template == template,
        ReportComment.removed_at.is_(None),
    )
    return {section: comment or "" for section, comment in session.execute(wanted)}


def _title(period: Period) -> str:
    if period == Period.year(period.first.year):
        return _("Jahresbericht {year}").format(year=period.first.year)
    return _("Bericht {period}").format(period=period_title(period))


def _sources(table: Denominator | None) -> tuple[str, ...]:
    if table is None:
        return ()
    return (_("Einwohner: {source}").format(source=table.named),)


def _editions(base: FrozenBase | None) -> dict[str, str]:
    told = (
        {} if base is None else {_("Ortsteile"): base.areas_edition, _("Begriffe"): base.definitions_edition}
    )
    return told | {_("Programm"): f"ZWK Barriere {__version__}"}


def _notes(template: ReportTemplate, period: Period, today: date, *, has_before: bool) -> tuple[str, ...]:
    told = []
    if not period.is_ended(today):
        told.append(_("Der Zeitraum ist noch nicht zu Ende: Die Zahlen sind vorläufig."))
    if template.is_uncertain:
        told.append(template.hint)
    if not has_before:
        told.append(_("Vom Zeitraum davor gibt es keine Zahlen, die auf dieselbe Weise geschützt sind."))
    return tuple(told)
