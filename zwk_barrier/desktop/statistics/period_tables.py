"""The counts of a period that reach and demand start from: protected ones of a closed period, or exact ones inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.roles import COUNTING, SEEING_CASES, role_of
from zwk_barrier.model.statistics_report import View
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.frozen import frozen_base, live_base

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


def read_tables(session: Session, period: Period, view: View, staff_id: UUID, today: date) -> PeriodTables:
    """The counts of a period; exact ones only for those who may open cases, whatever was asked for."""
    role = role_of(session, staff_id)
    sees_cases = role in SEEING_CASES
    frozen = frozen_base(session, period)
    frozen_at = None if frozen is None else frozen.frozen_at
    told: Mapping[str, BaseTable] = {}
    why_not: WhyNot = ""
    if view == "internal" and sees_cases:
        base = live_base(session, period) if frozen is None else frozen.exact
        told = base.tables
    elif frozen is None:
        why_not = "open"
    elif frozen.method == "dots":
        why_not = "dots"
    else:
        told = frozen.tables
    shown: View = view if sees_cases else "protected"
    may_count = role in COUNTING
    return PeriodTables(
        period, shown, told, why_not, frozen_at, period.is_ended(today), sees_cases, may_count
    )
