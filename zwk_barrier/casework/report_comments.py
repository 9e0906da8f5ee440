"""What the office writes into the sections of a report: one text a section, period and template, a deed each."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.model import ReportComment
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def keep_comment(store: OfficeStore, period: Period, template: str, section: str, text: str) -> Changed:
    """Keeps the text of one section in place of the one before; an empty text takes it away, undo brings it back."""
    with store.reading() as session:
        kept = _comment(session, period, template, section)
    if kept is None:
        changed, _row_id = records.add(
            store,
            ReportComment,
            begins_on=period.first_day,
            ends_on=period.last_day,
            template=template,
            section=section,
            comment=text,
        )
        return changed
    return records.keep(store, ReportComment, kept.id, comment=text)


def comments_of(session: Session, period: Period, template: str) -> dict[str, str]:
    """The texts of a report by section."""
    return {row.section: row.comment or "" for row in session.scalars(_standing(period, template))}


def _comment(session: Session, period: Period, template: str, section: str) -> ReportComment | None:
    return session.scalars(_standing(period, template).where(ReportComment.section == section)).first()


def _standing(period: Period, template: str) -> Select[ReportComment]:
    return select(ReportComment).where(
        ReportComment.begins_on == period.first_day,
        ReportComment.ends_on == period.last_day,
        ReportComment.template == template,
        ReportComment.removed_at.is_(None),
    )
