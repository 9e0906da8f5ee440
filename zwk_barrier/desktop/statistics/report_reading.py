"""What the tab „Bericht“ shows: the report of a period for this person, and whether the period is closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.office.roles import COUNTING, SEEING_CASES, role_of
from zwk_barrier.casework.quality.data_quality import quality_counts_for
from zwk_barrier.model.statistics_report import StatisticsReport, View
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.own_template import report_templates
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.periods.closing import Closing, closing_of

USUAL_TEMPLATE: Final = "magistrat"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report: its quarters, for whom, exact or protected, and how figures are counted that have several ways."""

    period: Period
    template: str = USUAL_TEMPLATE
    view: View = "protected"
    definitions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportTold:
    """A report as this person may see it; ``report`` is None where there are no figures for them yet."""

    wanted: Wanted
    report: StatisticsReport | None
    closing: Closing
    sees_cases: bool
    may_count: bool
    templates: tuple[tuple[str, str], ...] = ()
    """Code and name of each reader a report can be written for."""


def read_report(session: Any, wanted: Wanted, staff_id: UUID, today: date) -> ReportTold:
    """Reads a report; the internal view is only for those who may open cases, whatever was asked for."""
    role = role_of(session, staff_id)
    sees_cases = role in SEEING_CASES
    closing = closing_of(session, wanted.period, today)
    view: View = wanted.view if sees_cases else "protected"
    report = None
    if view == "internal" or closing.frozen_at is not None:
        report = build_report(
            session,
            wanted.period,
            wanted.template,
            view=view,
            today=today,
            definitions=wanted.definitions,
        )
    templates = tuple((code, one.title) for code, one in report_templates(session).items())
    return ReportTold(wanted, report, closing, sees_cases, role in COUNTING, templates)


def open_doubts(session: Any, staff_id: UUID, today: date) -> int | None:
    """How many records are doubtful and nobody has looked at; None for some, for who must not know how many."""
    counts = quality_counts_for(session, staff_id, today)
    found = sum(one.doubtful for one in counts)
    return found if not found or all(one.is_exact for one in counts) else None
