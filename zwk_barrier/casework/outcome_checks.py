"""Who is to be asked how it went: 3 and 12 months after the last work was done, as long as the question makes sense.

A question is due until the next one would be nearer (see ``casework.outcomes``): the first up to six months
after the work, the second up to eighteen.  It is not asked where the answers are there, where a follow-up visit
is planned or made instead, or where nobody is left to ask.
"""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Subquery, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.comparison import DONE
from zwk_barrier.casework.due import Count, DueRow, Rows, deputy_for
from zwk_barrier.casework.outcomes import MONTHS
from zwk_barrier.casework.whose import Whose
from zwk_barrier.model import CaseFile, Measure, OutcomeSurvey, Person, Staff, Visit
from zwk_barrier.rules.comparison import months_after
from zwk_barrier.wording import _

FIRST: Final = "nach_3_monaten"
SECOND: Final = "nach_12_monaten"
_PURPOSES: Final = (FIRST, SECOND)
_MONTHS_OPEN: Final = {FIRST: 6, SECOND: 18}
_NOBODY_LEFT: Final = ("verstorben", "umzug_heim", "kein_kontakt", "nicht_zustaendig")


def due_checks(session: Session, whose: Whose, day: date, until: date, most: int) -> list[DueRow]:
    """The questions due up to ``until``, those waiting longest first; closed cases are asked about as well."""
    last = _last_done(day)
    query = _asked(select(CaseFile, Person, Staff.name, last.c.done_on), last, whose, day, until)
    query = (
        query.join(Person, Person.id == CaseFile.person_id)
        .outerjoin(Staff, Staff.id == CaseFile.advisor_id)
        .order_by(_near_due(last, day), last.c.done_on, CaseFile.id)
        .limit(most)
    )
    return [_row(*found, whose=whose, day=day) for found in session.execute(query)]


def count_checks(session: Session, whose: Whose, day: date, until: date) -> Count:
    """How many there are."""
    last = _last_done(day)
    overdue = func.count().filter(_is_overdue(last, day))
    counts = select(overdue, func.count() - overdue)
    return Count(*session.execute(_asked(counts, last, whose, day, until)).one())


def _last_done(day: date) -> Subquery:
    """The day the last work was done, of every case where that is not too long ago to ask."""
    return (
        select(Measure.case_id, func.max(Measure.done_on).label("done_on"))
        .where(Measure.removed_at.is_(None), Measure.status.in_(DONE))
        .where(Measure.done_on > _done_by(day, _MONTHS_OPEN[SECOND]))
        .group_by(Measure.case_id)
        .subquery()
    )


def _asked(query: Rows, last: Subquery, whose: Whose, day: date, until: date) -> Rows:
    return (
        query.select_from(last)
        .join(CaseFile, CaseFile.id == last.c.case_id)
        .where(CaseFile.removed_at.is_(None), *whose.of_case())
        .where(or_(CaseFile.outcome.is_(None), CaseFile.outcome.not_in(_NOBODY_LEFT)))
        .where(or_(*(_is_due(last, purpose, day, until) & ~_is_met(purpose) for purpose in _PURPOSES)))
    )


def _is_due(last: Subquery, purpose: str, day: date, until: date) -> ColumnElement[bool]:
    done_on = last.c.done_on
    is_open: ColumnElement[bool] = done_on > _done_by(day, _MONTHS_OPEN[purpose])
    return and_(is_open, done_on <= _done_by(until, MONTHS[purpose]))


def _is_overdue(last: Subquery, day: date) -> ColumnElement[bool]:
    yesterday = day - timedelta(days=1)
    late = (_is_due(last, purpose, day, yesterday) for purpose in _PURPOSES)
    return or_(*late)


def _near_due(last: Subquery, day: date) -> ColumnElement[str]:
    """The day a question is due, for sorting: SQLite's months run over where a month is short."""
    is_second = last.c.done_on <= _done_by(day, _MONTHS_OPEN[FIRST])
    first, second = (func.date(last.c.done_on, f"+{MONTHS[purpose]} months") for purpose in (FIRST, SECOND))
    return case((is_second, second), else_=first)


def _row(
    found: CaseFile, person: Person, advisor: str | None, done_on: date, *, whose: Whose, day: date
) -> DueRow:
    purpose = SECOND if done_on <= _done_by(day, _MONTHS_OPEN[FIRST]) else FIRST
    what = {
        FIRST: _("Nachbefragung nach 3 Monaten"),
        SECOND: _("Nachbefragung nach 12 Monaten"),
    }
    return DueRow(
        "check",
        found.id,
        found.id,
        None,
        None,
        found.number,
        person.full_name,
        what[purpose],
        months_after(done_on, MONTHS[purpose]),
        "outcome",
        advisor or "",
        deputy_for(whose, found.advisor_id),
    )


def _is_met(purpose: str) -> ColumnElement[bool]:
    """Whether the answers are there, or somebody goes there."""
    answered = exists().where(
        OutcomeSurvey.case_id == CaseFile.id,
        OutcomeSurvey.removed_at.is_(None),
        OutcomeSurvey.asked_when == purpose,
    )
    visited = exists().where(
        Visit.case_id == CaseFile.id, Visit.removed_at.is_(None), Visit.purpose == purpose
    )
    return or_(answered, visited)


def _done_by(day: date, months: int) -> date:
    """The latest day so many months before ``day``: of several that a short month brings together, the last."""
    latest = months_after(day, -months)
    while months_after(latest + timedelta(days=1), months) <= day:
        latest += timedelta(days=1)
    return latest
