"""What is done from Statistik: closing a period, and what the office says about a section of its report."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.casework.roles import require_counting
from zwk_barrier.model import ReportComment
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.freezing import freeze
from zwk_barrier.statistics.frozen import Method
from zwk_barrier.statistics.revising import revise
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def close_period(store: OfficeStore, period: Period, method: Method, now: datetime) -> Changed:
    """Freezes the counts of ended quarters for good at an aware moment; undo leaves it alone.

    Raises NotAllowed for who does not report, InputProblem for quarters that are not over or closed already.
    """
    with store.deed("period_frozen", is_final=True) as deed:
        require_counting(deed.session, store.staff_id)
        freeze(deed.session, period, method=method, staff_id=store.staff_id, now=now)
    return deed.changed


def revise_period(store: OfficeStore, period: Period, now: datetime) -> Changed:
    """Closes a period anew with the counts of an aware moment, as a further edition; undo leaves it alone.

    Raises NotAllowed for who does not report, InputProblem where too little has changed to do so safely, and
    NotFound where the period was not closed as such.
    """
    with store.deed("period_revised", is_final=True) as deed:
        require_counting(deed.session, store.staff_id)
        revise(deed.session, period, staff_id=store.staff_id, now=now)
    return deed.changed


def comment_on(session: Session, period: Period, template: str, section: str) -> ReportComment | None:
    """What the office says about a section; None when nothing was written yet."""
    return session.scalars(
        select(ReportComment).where(
            ReportComment.begins_on == period.first_day,
            ReportComment.ends_on == period.last_day,
            ReportComment.template == template,
            ReportComment.section == section,
            ReportComment.removed_at.is_(None),
        )
    ).first()


def add_comment(
    store: OfficeStore, period: Period, template: str, section: str, values: Mapping[str, Any]
) -> tuple[Changed, UUID]:
    """Keeps the first words about a section."""
    return records.add(
        store,
        ReportComment,
        begins_on=period.first_day,
        ends_on=period.last_day,
        template=template,
        section=section,
        **values,
    )
