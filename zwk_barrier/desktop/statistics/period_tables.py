"""The counts of a period that reach and demand start from: protected ones of a closed period, or exact ones inside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from zwk_barrier.casework.office.roles import COUNTING, SEEING_CASES, role_of
from zwk_barrier.desktop.desk import Question
from zwk_barrier.model.statistics_report import View
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.periods.frozen import FrozenBase, PeriodBase, frozen_base, live_base

WhyNot = Literal["", "open", "dots"]
"""``open``: not closed yet; ``dots``: closed with dots, whose counts are only told table by table."""


@dataclass(frozen=True)
class PeriodTables:
    """The tables of a period as this person may see them; without any, ``why_not`` says why."""

    period: Period
    view: View
    tables: Mapping[str, BaseTable]
    why_not: WhyNot
    frozen_at: datetime | None
    can_end: bool
    sees_cases: bool
    may_count: bool

    @property
    def is_rounded(self) -> bool:
        """Whether a 0 may stand for up to 4."""
        return self.view == "protected"


def tables_of(period: Period, view: View, staff_id: UUID, today: date) -> Question[PeriodTables]:
    """Reads the counts of a period; exact ones only for those who may open cases, whatever was asked for."""
    return lambda session: _told(
        period,
        view,
        role_of(session, staff_id),
        frozen_base(session, period),
        lambda: live_base(session, period),
        today,
    )


def _told(
    period: Period,
    view: View,
    role: str,
    frozen: FrozenBase | None,
    live: Callable[[], PeriodBase],
    today: date,
) -> PeriodTables:
    sees_cases = role in SEEING_CASES
    told: Mapping[str, BaseTable] = {}
    why_not: WhyNot = ""
    if view == "internal" and sees_cases:
        told = (live() if frozen is None else frozen.exact).tables
    elif frozen is None:
        why_not = "open"
    elif frozen.method == "dots":
        why_not = "dots"
    else:
        told = frozen.tables
    shown: View = view if sees_cases else "protected"
    frozen_at = None if frozen is None else frozen.frozen_at
    may_count = role in COUNTING
    return PeriodTables(
        period, shown, told, why_not, frozen_at, period.is_ended(today), sees_cases, may_count
    )
