"""Applications to payers: begun from a case, kept field by field, listed with where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.programmes import programmes_for
from zwk_barrier.casework.records import get
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.model import Application, CaseFile, Evidence, Person
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.programme import Programme
from zwk_barrier.reference.programmes import Programmes
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

FUNDS: Final = frozenset({"kk", "pk1", "pk4"})
"""Codes of payer that stand for the person's own health or care insurance."""


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in a list, with the name of its programme."""

    application: Application
    title: str


def start(
    store: OfficeStore, case_id: UUID, programme: str, measures: Sequence[UUID] = ()
) -> tuple[Changed, UUID]:
    """Begins an application under a programme for some measures of a case, with its checklist of evidence.

    What is known is filled in: the person's insurance where it pays, and the office's Land.  Raises NotFound
    for a programme there is none of.
    """
    with store.deed("application_started", case_id=case_id) as deed:
        application = begin(deed.session, case_id, programme, measures)
    return deed.changed, application.id


def begin(session: Session, case_id: UUID, programme: str, measures: Sequence[UUID] = ()) -> Application:
    """The same inside a deed that is open, e.g. several applications at once."""
    known = programmes_for(session).get(programme)
    if known is None:
        raise NotFound(_("Dieses Förderprogramm gibt es nicht."))
    case = get(session, CaseFile, case_id)
    last = session.scalar(select(func.max(Application.position)).where(Application.case_id == case_id))
    application = Application(
        case_id=case_id,
        programme=programme,
        recipient=_recipient(get(session, Person, case.person_id), known),
        recipient_land=office_settings(session).land,
        measures=[each.hex for each in measures] or None,
        position=0 if last is None else last + 1,
    )
    session.add(application)
    session.flush()
    for position, kind in enumerate(known.evidence):
        session.add(Evidence(application_id=application.id, kind=kind, position=position))
    session.flush()
    return application


def application_rows(session: Session, case_id: UUID) -> tuple[ApplicationRow, ...]:
    """The applications of a case, in the order they were begun."""
    query = select(Application).where(Application.case_id == case_id, Application.removed_at.is_(None))
    found = session.scalars(query.order_by(Application.position, Application.id)).all()
    programmes = programmes_for(session)
    return tuple(ApplicationRow(each, programme_title(programmes, each.programme)) for each in found)


def application_row(session: Session, application_id: UUID) -> ApplicationRow:
    """One application with the name of its programme; raises NotFound."""
    found = get(session, Application, application_id)
    return ApplicationRow(found, programme_title(programmes_for(session), found.programme))


def programme_title(programmes: Programmes, code: str | None) -> str:
    """The name of a programme in the language of the screen; an unknown code stands for itself."""
    known = programmes.get(code)
    return (code or _("Förderprogramm noch offen")) if known is None else known.title()


def _recipient(person: Person, programme: Programme) -> str | None:
    return person.insurance if FUNDS.intersection(programme.payers) else None
