"""Who is to be asked how it went: 3 and 12 months after the last work was done, as long as the question makes sense.

A question is due until the next one would be nearer (see ``casework.case.outcomes``): the first up to six months
after the work, the second up to eighteen.  It is not asked where the answers are there, where a follow-up visit
is planned or made instead, or where nobody is left to ask.
"""

from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.outcomes import MONTHS
from zwk_barrier.casework.team.due import Count, DueRow, deputy_for
from zwk_barrier.casework.team.whose import Rows, Whose, from_index
from zwk_barrier.casework.visit.comparison import DONE
from zwk_barrier.model import CaseFile, Measure, OutcomeSurvey, Person, Staff, Visit
from zwk_barrier.rules.periods import months_after
from zwk_barrier.wording import _

FIRST: Final = "nach_3_monaten"
SECOND: Final = "nach_12_monaten"
_PURPOSES: Final = (FIRST, SECOND)
_MONTHS_OPEN: Final = {FIRST: 6, SECOND: 18}
_NOBODY_LEFT: Final = ("verstorben", "umzug_heim", "kein_kontakt", "nicht_zustaendig")


def due_checks(
    session: Session, whose: Whose, day: date, until: date, most: int
) -> tuple[list[DueRow], Count]:
    """The questions due up to ``until``, those waiting longest first, and how many there are in all.

    Closed cases are asked about as well.
    """
    due, yesterday = _due(day, until), day - timedelta(days=1)
    is_overdue = or_(*(_is_due(due.c.done_on, one, day, yesterday) for one in _PURPOSES))
    found = select(
        due.c.case_id,
        due.c.done_on,
        due.c.due_on,
        func.count().over().label("whole"),
        func.count().filter(is_overdue).over().label("overdue"),
    )
    first = _asked(found, due, whose).order_by(due.c.due_on, due.c.case_id).limit(most).subquery()
    query = (
        select(CaseFile, Person, Staff.name, first.c.done_on, first.c.whole, first.c.overdue)
        .join_from(first, CaseFile, CaseFile.id == first.c.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .outerjoin(Staff, Staff.id == CaseFile.advisor_id)
        .order_by(first.c.due_on, first.c.case_id)
    )
    rows = session.execute(query).all()
    if not rows:
        return [], Count()
    count = Count(rows[0].overdue, rows[0].whole - rows[0].overdue)
    return [_row(*found[:4], whose=whose, day=day) for found in rows], count


def _due(day: date, until: date) -> CTE:
    """The cases to be asked about by the day of their last work, with the purpose and, nearly, the day of asking.

    SQLite's months run over where a month is short: good enough for sorting.
    """
    done_on = func.max(Measure.done_on)
    is_second = done_on <= _done_by(day, _MONTHS_OPEN[FIRST])
    first, second = (func.date(done_on, f"+{MONTHS[purpose]} months") for purpose in _PURPOSES)
    return (
        select(
            Measure.case_id,
            done_on.label("done_on"),
            case((is_second, second), else_=first).label("due_on"),
            case((is_second, SECOND), else_=FIRST).label("purpose"),
        )
        .where(Measure.removed_at.is_(None), Measure.status.in_(DONE))
        .where(Measure.done_on > _done_by(day, _MONTHS_OPEN[SECOND]))
        .group_by(Measure.case_id)
        .having(or_(*(_is_due(done_on, purpose, day, until) for purpose in _PURPOSES)))
        .cte()
    )


def _is_due(done_on: ColumnElement[Any], purpose: str, day: date, until: date) -> ColumnElement[bool]:
    is_open = done_on > _done_by(day, _MONTHS_OPEN[purpose])
    return and_(is_open, done_on <= _done_by(until, MONTHS[purpose]))


def _asked(query: Rows, due: CTE, whose: Whose) -> Rows:
    """Those who can be asked, have not answered and are not visited instead."""
    answered = select(literal(1)).where(
        OutcomeSurvey.case_id == due.c.case_id,
        OutcomeSurvey.removed_at.is_(None),
        OutcomeSurvey.asked_when == due.c.purpose,
    )
    visited = select(literal(1)).where(
        Visit.case_id == due.c.case_id, Visit.removed_at.is_(None), Visit.purpose == due.c.purpose
    )
    return (
        from_index(query.select_from(due).join(CaseFile, CaseFile.id == due.c.case_id))
        .where(CaseFile.removed_at.is_(None), *whose.of_case())
        .where(or_(CaseFile.outcome.is_(None), CaseFile.outcome.not_in(_NOBODY_LEFT)))
        .where(~exists(answered), ~exists(visited))
    )


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


def _done_by(day: date, months: int) -> date:
    """The latest day so many months before ``day``: of several that a short month brings together, the last."""
    latest = months_after(day, -months)
    while months_after(latest + timedelta(days=1), months) <= day:
        latest += timedelta(days=1)
    return latest
