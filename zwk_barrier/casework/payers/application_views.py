"""An application with everything its page shows, and the applications of a case as a list, read in one go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.payers import deadlines as periods
from zwk_barrier.casework.payers.application_state import ApplicationState, state_of
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.deadline_views import DeadlineView
from zwk_barrier.casework.payers.evidence import EvidenceView, evidence_of, evidence_views, requests_of
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.records import get
from zwk_barrier.model import Application, CaseFile, DocumentRequest, Letter, Measure, Person
from zwk_barrier.reference.programme import Programme
from zwk_barrier.reference.programmes import Programmes
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in a list: its programme's name, where it stands, its open periods, the first due first."""

    application: Application
    title: str
    state: ApplicationState
    open_deadlines: tuple[DeadlineView, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """One application as its page shows it; ``missing`` is what would have to be known for further periods.

    ``measures`` are all of the case, for the choice; ``programme`` is None for a code that is not known.
    """

    application: Application
    title: str
    programme: Programme | None
    state: ApplicationState
    case: CaseFile
    person: Person
    measures: tuple[Measure, ...]
    evidence: tuple[EvidenceView, ...]
    requests: tuple[DocumentRequest, ...]
    deadlines: tuple[DeadlineView, ...]
    missing: tuple[str, ...]
    letters: tuple[Letter, ...]
    choices: tuple[tuple[str, str], ...] = ()
    """Code and name of every programme, for the choice."""


def application_rows(session: Session, case_id: UUID, day: date) -> tuple[ApplicationRow, ...]:
    """The applications of a case, in their order."""
    programmes = programmes_for(session)
    return tuple(
        ApplicationRow(
            each,
            programme_title(programmes, each.programme),
            state_of(each),
            tuple(one for one in periods.deadline_views(session, each.id, day) if one.is_open),
        )
        for each in applications_of(session, case_id)
    )


def load_application(session: Session, application_id: UUID, day: date) -> ApplicationView:
    """One application as of ``day``; raises NotFound."""
    application = get(session, Application, application_id)
    programmes = programmes_for(session)
    case = get(session, CaseFile, application.case_id)
    deadlines = periods.deadline_views(session, application_id, day)
    return ApplicationView(
        application,
        programme_title(programmes, application.programme),
        programmes.get(application.programme),
        state_of(application),
        case,
        get(session, Person, case.person_id),
        _measures(session, case.id),
        evidence_views(evidence_of(session, application_id), deadlines, day),
        tuple(requests_of(session, application_id)),
        deadlines,
        periods.missing_facts(session, application, day),
        _letters(session, application_id),
        tuple((each.code, each.title()) for each in programmes),
    )


def programme_title(programmes: Programmes, code: str | None) -> str:
    """The name of a programme in the language of the screen; an unknown code stands for itself."""
    known = programmes.get(code)
    return (code or _("Förderprogramm noch offen")) if known is None else known.title()


def _measures(session: Session, case_id: UUID) -> tuple[Measure, ...]:
    query = select(Measure).where(Measure.case_id == case_id, Measure.removed_at.is_(None))
    return tuple(session.scalars(query.order_by(Measure.position, Measure.id)))


def _letters(session: Session, application_id: UUID) -> tuple[Letter, ...]:
    query = select(Letter).where(Letter.application_id == application_id, Letter.removed_at.is_(None))
    return tuple(session.scalars(query.order_by(Letter.written_on.desc().nulls_first(), Letter.id.desc())))
