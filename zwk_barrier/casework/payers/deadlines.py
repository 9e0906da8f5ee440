"""The periods of applications: worked out from what is recorded, and kept as rows for the first page.

The rows of :class:`Deadline` follow every change of what they are worked out from, in the same deed
(:mod:`zwk_barrier.casework.payers.consequences`).  How each was computed is computed again when it is shown.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.deadline_views import PAPERS, DeadlineView, papers_view, view_of
from zwk_barrier.casework.payers.evidence import RECOMMENDATION, evidence_of, requests_of
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.model import (
    Application,
    CaseFile,
    Deadline,
    DocumentRequest,
    Evidence,
    Person,
)
from zwk_barrier.reference.deadline_rules import load_deadline_rules
from zwk_barrier.reference.public_holidays import LANDS
from zwk_barrier.rules.deadlines import Course, deadlines_of, missing_of
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

__all__ = ["PAPERS", "DeadlineView", "course_of", "deadline_views", "missing_facts", "refresh", "refresh_all"]

_WITHDRAWN: Final = "zurueckgenommen"
_PRIVATE: Final = frozenset({"pkv", "beihilfe"})
_KEPT: Final = ("case_id", "starts_on", "due_on", "edition", "is_ours", "settled_on")
_SAME: Final = tuple(
    name for name in Course.__dataclass_fields__ if name in Application.__table__.c
)  # fields of a course that are columns of an application


def refresh(session: Session, application_id: UUID) -> None:
    """Makes the kept periods of an application what follows from it now; unchanged kinds keep their ids."""
    application = session.get(Application, application_id)
    if application is None:
        return
    standing = select(Deadline).where(
        Deadline.application_id == application_id, Deadline.removed_at.is_(None)
    )
    spare = list(session.scalars(standing.order_by(Deadline.due_on, Deadline.id)))
    for view in _computed(session, application, _today()):
        row = next((one for one in spare if one.kind == view.kind), None)
        if row is None:
            row = Deadline(application_id=application_id, kind=view.kind)
            session.add(row)
        else:
            spare.remove(row)
        for name, value in _kept(application, view).items():
            setattr(row, name, value)
    for row in spare:
        row.removed_at = datetime.now(UTC)
    session.flush()


def refresh_of_part(session: Session, row_id: UUID) -> None:
    """The same for the application a piece of evidence or a request for documents belongs to."""
    part = session.get(Evidence, row_id) or session.get(DocumentRequest, row_id)
    if part is not None:
        refresh(session, part.application_id)


def refresh_of_person(session: Session, person_id: UUID) -> None:
    """The same for the open applications of a person: another insurance has other periods."""
    cases = select(CaseFile.id).where(CaseFile.person_id == person_id)
    _refresh_each(session, _standing().where(Application.case_id.in_(cases)))


def refresh_of_office(session: Session, _office_id: UUID) -> None:
    """The same where the recipient's Land is not known: the office's own counts there."""
    _refresh_each(session, _standing().where(Application.recipient_land.is_(None)))


def refresh_all(store: OfficeStore) -> Changed:
    """Works out the periods of every application anew, e.g. after many were brought in at once."""
    with store.deed("deadlines_refreshed") as deed:
        _refresh_each(deed.session, _standing())
    return deed.changed


def refresh_outdated(store: OfficeStore, application_id: UUID | None = None) -> Changed:
    """Works out anew what an older version of the rules has said, of one application or of all.

    There is nothing to do but after a new version of the program.
    """
    with store.reading() as session:
        outdated = _outdated(session, application_id)
    if not outdated:
        return Changed()
    with store.deed("deadlines_refreshed") as deed:
        for each in outdated:
            refresh(deed.session, each)
    return deed.changed


def deadline_views(session: Session, application_id: UUID, day: date) -> tuple[DeadlineView, ...]:
    """Every period of an application as of ``day``, the first to end first, each with its steps."""
    application = session.get(Application, application_id)
    if application is None or application.removed_at is not None:
        return ()
    return _computed(session, application, day)


def missing_facts(session: Session, application: Application, day: date) -> tuple[str, ...]:
    """What would have to be known for further periods, a sentence each."""
    if application.notice == _WITHDRAWN:
        return ()
    return tuple(one.text for one in missing_of(course_of(session, application), day))


def course_of(session: Session, application: Application) -> Course:
    """The facts of an application that its periods follow from."""
    programme = programmes_for(session).get(application.programme)
    procedure = None if programme is None else programme.procedure
    is_fund = programme is not None and programme.is_of_a_fund
    given: dict[str, Any] = {name: getattr(application, name) for name in _SAME}
    return Course(
        **given,
        rule="none" if procedure is None else procedure.deadline_rule,
        proof_months=None if procedure is None else procedure.proof_months,
        land=_land(session, application),
        is_private=is_fund and _insurance_type(session, application) in _PRIVATE,
        recommended_on=_newest(
            one.dated_on for one in evidence_of(session, application.id) if one.kind == RECOMMENDATION
        ),
        papers_requested_on=_newest(one.requested_on for one in requests_of(session, application.id)),
    )


def _computed(session: Session, application: Application, day: date) -> tuple[DeadlineView, ...]:
    if application.removed_at is not None or application.notice == _WITHDRAWN:
        return ()
    found = [view_of(one, day) for one in deadlines_of(course_of(session, application), day)]
    found += [
        papers_view(one, day)
        for one in requests_of(session, application.id)
        if one.due_on and one.requested_on
    ]
    return tuple(sorted(found, key=lambda one: one.due_on))


def _kept(application: Application, view: DeadlineView) -> dict[str, Any]:
    return {
        "case_id": application.case_id,
        **{name: getattr(view, name) for name in _KEPT if name != "case_id"},
    }


def _land(session: Session, application: Application) -> str:
    own = application.recipient_land
    return own if own in LANDS else office_settings(session).land


def _insurance_type(session: Session, application: Application) -> str | None:
    query = select(Person.insurance_type).join(CaseFile, CaseFile.person_id == Person.id)
    return session.scalar(query.where(CaseFile.id == application.case_id))


def _newest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _standing() -> Select[UUID]:
    return select(Application.id).where(Application.removed_at.is_(None)).order_by(Application.id)


def _refresh_each(session: Session, wanted: Select[UUID]) -> None:
    for application_id in session.scalars(wanted).all():
        refresh(session, application_id)


def _outdated(session: Session, application_id: UUID | None) -> Sequence[UUID]:
    """The applications with an open period of a version of a rule that is not shipped any more."""
    open_ones: list[ColumnElement[bool]] = [
        Deadline.removed_at.is_(None),
        Deadline.settled_on.is_(None),
        Deadline.edition.is_not(None),
    ]
    if application_id is not None:
        open_ones.append(Deadline.application_id == application_id)
    used = session.scalars(select(Deadline.edition).where(*open_ones).distinct()).all()
    if not used:
        return ()
    shipped = {one.name for rule in load_deadline_rules().values() for one in rule.editions}
    old = [name for name in used if name not in shipped]
    if not old:
        return ()
    query = select(Deadline.application_id).where(*open_ones, Deadline.edition.in_(old)).distinct()
    return session.scalars(query).all()


def _today() -> date:
    return datetime.now().astimezone().date()
