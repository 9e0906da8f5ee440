"""What the tab „Bericht“ shows: the report of a period for this person, and whether the period is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.data_quality import quality_counts
from zwk_barrier.casework.roles import COUNTING, SEEING_CASES, role_of
from zwk_barrier.model import Staff
from zwk_barrier.model.statistics_report import StatisticsReport, View
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.freezing import what_can_be_frozen
from zwk_barrier.statistics.frozen import frozen_base, period_of, standing
from zwk_barrier.statistics.own_template import report_templates
from zwk_barrier.statistics.report import build_report

USUAL_TEMPLATE: Final = "magistrat"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report: its quarters, for whom, exact or protected, and how figures are counted that have several ways."""

    period: Period
    template: str = USUAL_TEMPLATE
    view: View = "protected"
    definitions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Closing:
    """Whether a period is closed: since when and by whom, and which runs of its quarters are still open."""

    frozen_at: datetime | None
    who: str
    method: str
    open_runs: tuple[Period, ...]
    can_be_closed: bool


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


def read_report(session: Session, wanted: Wanted, staff_id: UUID, today: date) -> ReportTold:
    """Reads a report; the internal view is only for those who may open cases, whatever was asked for."""
    role = role_of(session, staff_id)
    sees_cases = role in SEEING_CASES
    closing = read_closing(session, wanted.period, today)
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


def read_closing(session: Session, period: Period, today: date) -> Closing:
    """Whether and since when a period is closed."""
    base = frozen_base(session, period)
    rows = [
        row
        for row in standing(session)
        if period.first_day <= row.ends_on and row.begins_on <= period.last_day
    ]
    closed = {quarter for row in rows for quarter in period_of(row).quarters}
    still_open = tuple(quarter for quarter in period.quarters if quarter not in closed)
    free = {quarter for run in what_can_be_frozen(session, today) for quarter in run.quarters}
    last = max(rows, key=lambda row: row.frozen_at, default=None)
    who = session.scalar(select(Staff.name).where(Staff.id == last.staff_id)) if last is not None else ""
    return Closing(
        None if base is None else base.frozen_at,
        who or "",
        "" if last is None else last.method,
        _runs(still_open),
        bool(still_open) and set(still_open) <= free,
    )


def _runs(quarters: Sequence[Quarter]) -> tuple[Period, ...]:
    """Quarters in their order as runs without a gap."""
    found: list[Period] = []
    for quarter in quarters:
        if found and found[-1].last.plus(1) == quarter:
            found[-1] = Period(found[-1].first, quarter)
        else:
            found.append(Period(quarter, quarter))
    return tuple(found)


def open_doubts(session: Session, today: date) -> int:
    """How many records are doubtful and nobody has looked at."""
    return sum(one.doubtful for one in quality_counts(session, today))
