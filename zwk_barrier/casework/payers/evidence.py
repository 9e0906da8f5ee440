"""The documents an application needs: a checklist with the age of each, and what the payer asks for besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.payers.consequences import follow
from zwk_barrier.casework.payers.deadline_views import DeadlineView
from zwk_barrier.casework.quality.plausible_together import check_together
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Application, DocumentRequest, Evidence
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

RECOMMENDATION: Final = "empfehlung_pflegefachperson"
Standing = Literal["missing", "present", "sent"]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One document of the checklist; ``age`` in days, ``warning`` what to mind, empty when nothing."""

    evidence: Evidence
    standing: Standing
    age: int | None
    warning: str

    @property
    def title(self) -> str:
        """What document it is."""
        return load_code_list("evidence").label(self.evidence.kind) or _("Weiterer Nachweis")

    @property
    def word(self) -> str:
        """Whether it is there."""
        return {"missing": _("fehlt"), "present": _("liegt vor"), "sent": _("abgeschickt")}[self.standing]

    @property
    def age_in_words(self) -> str:
        """How old it is: ``12 Tage alt``; empty without a date."""
        if self.age is None:
            return ""
        if self.age == 0:
            return _("von heute")
        return ngettext("{n} Tag alt", "{n} Tage alt", self.age).format(n=self.age)


def add_evidence(store: OfficeStore, application_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    """A further document at the end of the checklist."""
    cleaned = clean(Evidence, dict(values))
    with store.deed("evidence_added") as deed:
        session = deed.session
        deed.case_id = get(session, Application, application_id).case_id
        of_it = Evidence.application_id == application_id
        last = session.scalar(select(func.max(Evidence.position)).where(of_it))
        row = Evidence(application_id=application_id, position=0 if last is None else last + 1, **cleaned)
        check_together(row, cleaned)
        session.add(row)
        session.flush()
        follow(lambda: session, "evidence", row.id)
    return deed.changed, row.id


def keep_evidence(store: OfficeStore, evidence_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of a document; raises InputProblem for what cannot be true together."""
    return _keep(store, Evidence, evidence_id, values)


def note_present(store: OfficeStore, evidence_id: UUID, day: date) -> Changed:
    """The document is there since ``day``; one that is there already stays as it is."""
    with store.deed("evidence_present") as deed:
        row = get(deed.session, Evidence, evidence_id)
        deed.case_id = get(deed.session, Application, row.application_id).case_id
        row.present_on = row.present_on or day
    return deed.changed


def note_sent(store: OfficeStore, application_id: UUID, day: date) -> Changed:
    """Everything that is there went to the payer on ``day``."""
    with store.deed("evidence_sent") as deed:
        deed.case_id = get(deed.session, Application, application_id).case_id
        for row in evidence_of(deed.session, application_id):
            if row.present_on is not None and row.sent_on is None:
                row.sent_on = day
    return deed.changed


def add_request(store: OfficeStore, application_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    """The payer asks for a further document."""
    cleaned = clean(DocumentRequest, dict(values))
    with store.deed("document_requested") as deed:
        session = deed.session
        deed.case_id = get(session, Application, application_id).case_id
        row = DocumentRequest(application_id=application_id, **cleaned)
        check_together(row, cleaned)
        session.add(row)
        session.flush()
        follow(lambda: session, "document_request", row.id)
    return deed.changed, row.id


def keep_request(store: OfficeStore, request_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of a request; raises InputProblem for what cannot be true together."""
    return _keep(store, DocumentRequest, request_id, values)


def evidence_of(session: Session, application_id: UUID) -> Sequence[Evidence]:
    """The checklist of an application, in its order."""
    query = select(Evidence).where(Evidence.application_id == application_id, Evidence.removed_at.is_(None))
    return session.scalars(query.order_by(Evidence.position, Evidence.id)).all()


def requests_of(session: Session, application_id: UUID) -> Sequence[DocumentRequest]:
    """What the payer has asked for besides, the newest first."""
    query = select(DocumentRequest).where(
        DocumentRequest.application_id == application_id, DocumentRequest.removed_at.is_(None)
    )
    return session.scalars(
        query.order_by(DocumentRequest.requested_on.desc().nulls_first(), DocumentRequest.id.desc())
    ).all()


def evidence_views(
    rows: Sequence[Evidence], deadlines: Sequence[DeadlineView], today: date
) -> tuple[EvidenceView, ...]:
    """The checklist as of ``today``; a recommendation that grows too old says by when the application must be in."""
    last_day = next((one for one in deadlines if one.kind == "recommendation"), None)
    newest = max((one.dated_on for one in rows if one.kind == RECOMMENDATION and one.dated_on), default=None)
    return tuple(
        EvidenceView(
            one,
            _standing(one),
            None if one.dated_on is None else (today - one.dated_on).days,
            _too_old(last_day) if last_day and _is(one, newest) else "",
        )
        for one in rows
    )


def count_in_words(views: Sequence[EvidenceView]) -> str:
    """How many of the documents are there: ``4 von 6 liegen vor``."""
    there = sum(one.standing != "missing" for one in views)
    return _("{there} von {all} liegen vor").format(there=there, all=len(views)) if views else ""


def _is(one: Evidence, newest: date | None) -> bool:
    return newest is not None and one.kind == RECOMMENDATION and one.dated_on == newest


def _too_old(last_day: DeadlineView) -> str:
    if not last_day.is_open:
        in_time = last_day.settled_on is not None and last_day.settled_on <= last_day.due_on
        return "" if in_time else _("War beim Antrag zu alt: neue Empfehlung klären.")
    day = format_date(last_day.due_on)
    if last_day.is_overdue:
        return _("Zu alt: Der Antrag musste bis {day} gestellt sein. Neue Empfehlung einholen.").format(
            day=day
        )
    return _("Der Antrag muss bis {day} gestellt sein, sonst ist die Empfehlung zu alt.").format(day=day)


def _standing(one: Evidence) -> Standing:
    if one.sent_on is not None:
        return "sent"
    return "missing" if one.present_on is None else "present"


def _keep(
    store: OfficeStore, record: type[Evidence | DocumentRequest], row_id: UUID, values: Mapping[str, Any]
) -> Changed:
    cleaned = clean(record, dict(values))
    with store.deed(f"{record.__tablename__}_kept") as deed:
        session = deed.session
        row = get(session, record, row_id)
        deed.case_id = get(session, Application, row.application_id).case_id
        for name, value in cleaned.items():
            setattr(row, name, value)
        check_together(row, cleaned)
        session.flush()
        follow(lambda: session, record.__tablename__, row_id)
    return deed.changed
