"""What the office says about a section of the report of a period, for one reader."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.model import ReportComment
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def comment_on(session: Session, period: Period, template: str, section: str) -> ReportComment | None:
    """The comment on a section; None when nothing was written yet."""
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
    """Keeps the first words about a section; gives the id of the comment."""
    return records.add(
        store,
        ReportComment,
        begins_on=period.first_day,
        ends_on=period.last_day,
        template=template,
        section=section,
        **values,
    )
