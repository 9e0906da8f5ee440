"""Answers to expect: applications and objections without a decision, landlords and owners who were asked.

An answer that has come is known from the application's notice, its payment or the dwelling's consent; until then
it is expected, since the application, objection or letter went out.  One that was withdrawn has none to come.
"""

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, String, Subquery, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from zwk_barrier.casework.team.due import deputy_for
from zwk_barrier.casework.team.pending import PendingRow, Queue
from zwk_barrier.casework.team.whose import Rows, Whose, from_index
from zwk_barrier.model import Application, CaseFile, Dwelling, Letter, Person
from zwk_barrier.wording import _

_OPEN: Final = "offen"
_WITHDRAWN: Final = "zurueckgenommen"
_DECIDED: Final = ("erteilt", "abgelehnt")
_ASKS: Final = {"landlord_consent": Dwelling.consent_state, "owners_meeting": Dwelling.resolution_state}
"""Letters that ask for consent, each with where the answer is kept."""


def expected_answers(session: Session, whose: Whose, day: date, most: int) -> Queue:
    """What was asked and is not answered in running cases, the longest wait first."""
    found = union_all(_applications(whose), *(_letters(template, whose) for template in _ASKS)).subquery()
    first = _first(found, day, most)
    query = (
        select(CaseFile, Person, Application.recipient, first)
        .join(CaseFile, CaseFile.id == first.c.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .outerjoin(Application, Application.id == first.c.id)
        .order_by(first.c.since, first.c.id)
    )
    rows = session.execute(query).all()
    if not rows:
        return Queue()
    shown = tuple(_row(row, whose) for row in rows)
    return Queue(shown, rows[0].count_of_all, round(rows[0].mean))


def _first(found: Subquery, day: date, most: int) -> Subquery:
    waited = func.julianday(day.isoformat()) - func.julianday(found.c.since)
    return (
        select(found, func.count().over().label("count_of_all"), func.avg(waited).over().label("mean"))
        .order_by(found.c.since, found.c.id)
        .limit(most)
        .subquery()
    )


def _applications(whose: Whose) -> Rows:
    """Those sent or received without a notice, and objections nobody has decided on."""
    sent = func.coalesce(Application.received_on, Application.lodged_elsewhere_on, Application.applied_on)
    stands = or_(Application.notice.is_(None), Application.notice != _WITHDRAWN)
    objects = Application.objection_on.is_not(None) & _is_open(Application.objection_outcome) & stands
    is_paid = Application.paid_on.is_not(None) | (func.coalesce(Application.amount_paid, 0) > 0)
    query = select(
        Application.id,
        Application.case_id,
        case((objects, Application.objection_on), else_=sent).label("since"),
        case((objects, literal("objection")), else_=literal("application")).label("what"),
    )
    waits = or_(objects, _is_open(Application.notice) & sent.is_not(None) & ~is_paid)
    return _running(query.select_from(Application), Application.case_id, whose).where(
        Application.removed_at.is_(None), waits
    )


def _letters(template: str, whose: Whose) -> Rows:
    """The last letter of a case that asked, as long as no answer is noted with the dwelling."""
    answer = _ASKS[template]
    query = select(
        Letter.id,  # with max() beside it SQLite takes the row in which the maximum stands
        Letter.case_id,
        func.max(Letter.sent_on).label("since"),
        literal(template, String).label("what"),
    )
    return (
        _running(query.select_from(Letter), Letter.case_id, whose)
        .join(Dwelling, Dwelling.id == CaseFile.dwelling_id)
        .where(Letter.removed_at.is_(None), Letter.template == template, Letter.sent_on.is_not(None))
        .where(or_(answer.is_(None), answer.not_in(_DECIDED)))
        .group_by(Letter.case_id)
    )


def _running(query: Rows, case_id: Any, whose: Whose) -> Rows:
    return from_index(query.join(CaseFile, CaseFile.id == case_id)).where(
        CaseFile.removed_at.is_(None), CaseFile.status != "closed", *whose.of_case()
    )


def _is_open(column: Any) -> ColumnElement[bool]:
    return or_(column.is_(None), column == _OPEN)


def _row(row: Any, whose: Whose) -> PendingRow:
    case_file, person = row.CaseFile, row.Person
    is_letter = row.what in _ASKS
    words = {
        "application": _("Antrag"),
        "objection": _("Widerspruch"),
        "landlord_consent": _("Zustimmung der Vermietung"),
        "owners_meeting": _("Beschluss der Eigentümerversammlung"),
    }
    what = words[row.what]
    return PendingRow(
        row.id,
        case_file.id,
        case_file.number,
        person.full_name,
        row.since,
        _("{who}: {what}").format(who=row.recipient, what=what) if row.recipient else what,
        application_id=None if is_letter else row.id,
        letter_id=row.id if is_letter else None,
        deputy_for=deputy_for(whose, case_file.advisor_id),
    )
