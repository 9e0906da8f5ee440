"""The documents of a case: its letters with what became of each, and everything that was passed on."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.disclosures import consents_of, disclosures_of
from zwk_barrier.casework.payers.application_views import programme_title
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.printing.letters import LetterRow, letters_of
from zwk_barrier.casework.printing.own_letters import templates
from zwk_barrier.model import Application, Consent, Disclosure
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.rules.typed import format_date


@dataclass(frozen=True, slots=True)
class CaseDocuments:
    """What the tab shows; ``applications`` are ids and what each is called, for letters about one."""

    case_id: UUID
    letters: tuple[LetterRow, ...]
    disclosures: tuple[Disclosure, ...]
    consents: tuple[Consent, ...]
    templates: Mapping[str, LetterTemplate]
    applications: tuple[tuple[UUID, str], ...]


def case_documents(session: Session, case_id: UUID) -> CaseDocuments:
    """Everything about the letters of a case, read in one go."""
    return CaseDocuments(
        case_id,
        letters_of(session, case_id),
        disclosures_of(session, case_id),
        consents_of(session, case_id),
        templates(session),
        _applications(session, case_id),
    )


def _applications(session: Session, case_id: UUID) -> tuple[tuple[UUID, str], ...]:
    known = programmes_for(session)
    standing = select(Application).where(Application.case_id == case_id, Application.removed_at.is_(None))
    rows = session.scalars(standing.order_by(Application.position, Application.id))
    return tuple((one.id, _called(one, programme_title(known, one.programme))) for one in rows)


def _called(application: Application, title: str) -> str:
    day = application.applied_on or application.received_on
    parts = (title, application.recipient or "", format_date(day) if day else "")
    return " · ".join(part for part in parts if part)
