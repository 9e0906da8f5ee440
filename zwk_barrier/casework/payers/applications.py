"""Applications to payers: begun from a case, kept field by field, and what follows for the measures."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED, WAITING, state_of
from zwk_barrier.casework.payers.consequences import follow
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.quality.plausible_together import check_together
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Application, CaseFile, Dwelling, Evidence, Measure, Person, Quote
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.programme import Programme
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_CONSENT: Final = "vermieterzustimmung"
_QUOTE: Final = "kostenvoranschlag"
_OWNERS: Final = frozenset({"eigentum_haus", "eigentum_etw"})
_MOVES: Final = frozenset(
    {
        *("measures", "applied_on", "received_on", "lodged_elsewhere_on", "notice", "objection_on"),
        *("objection_outcome", "paid_on", "amount_paid"),
    }
)
"""The fields by which the state of the measures moves on."""
_BEFORE: Final[Mapping[str, frozenset[str]]] = {
    "beantragt": frozenset({"empfohlen", "von_klient_gewuenscht", "zurueckgestellt", "abgelehnt"}),
    "abgelehnt": frozenset({"empfohlen", "von_klient_gewuenscht", "zurueckgestellt", "beantragt"}),
    "bewilligt": frozenset(
        {"empfohlen", "von_klient_gewuenscht", "zurueckgestellt", "beantragt", "abgelehnt"}
    ),
}
"""From which states a measure moves to this one: never back from an order or from the work done."""


def start(
    store: OfficeStore, case_id: UUID, programme: str, measures: Sequence[UUID] = ()
) -> tuple[Changed, UUID]:
    """Begins an application under a programme for some measures of a case, with its checklist of evidence.

    What is known is filled in: the person's insurance where it pays, the office's Land, and the dates of
    documents the case has.  Raises NotFound for a programme there is none of.
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
    _add_checklist(session, application, known, get(session, Dwelling, case.dwelling_id))
    follow(lambda: session, "application", application.id)
    return application


def keep(store: OfficeStore, application_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of an application; its periods and the state of its measures follow in the same deed.

    Raises InputProblem for what cannot be true, alone or together.
    """
    with store.deed("application_kept") as deed:
        application = get(deed.session, Application, application_id)
        deed.case_id = application.case_id
        set_values(deed.session, application, values)
    return deed.changed


def set_values(session: Session, application: Application, values: Mapping[str, Any]) -> None:
    """The same inside a deed that is open, e.g. when the letter with the application was sent."""
    cleaned = clean(Application, dict(values))
    before = _measure_ids(application)
    for name, value in cleaned.items():
        setattr(application, name, value)
    check_together(application, cleaned)
    session.flush()
    follow(lambda: session, "application", application.id)
    if _MOVES.intersection(cleaned):
        move_measures(session, application, before)


def remove(store: OfficeStore, application_id: UUID) -> Changed:
    """Takes an application away with its periods; its letters stay in the case, and undo brings it back."""
    with store.deed("application_removed") as deed:
        application = get(deed.session, Application, application_id)
        deed.case_id = application.case_id
        application.removed_at = datetime.now(UTC)
        deed.session.flush()
        follow(lambda: deed.session, "application", application_id)
    return deed.changed


def applications_of(session: Session, case_id: UUID) -> Sequence[Application]:
    """The applications of a case, in their order."""
    query = select(Application).where(Application.case_id == case_id, Application.removed_at.is_(None))
    return session.scalars(query.order_by(Application.position, Application.id)).all()


def move_measures(session: Session, application: Application, before: Collection[UUID] = ()) -> None:
    """Moves the state of the measures it is for on, by all applications that are for them.

    ``before`` are measures it was for until now.
    """
    stages: dict[UUID, set[str]] = {}
    for each in applications_of(session, application.case_id):
        for measure_id in _measure_ids(each):
            stages.setdefault(measure_id, set()).add(state_of(each).stage)
    wanted = _measure_ids(application).union(before)
    query = select(Measure).where(Measure.id.in_(wanted), Measure.removed_at.is_(None))
    for measure in session.scalars(query):
        status = _status_by(stages.get(measure.id, set()))
        if status and measure.status in _BEFORE[status]:
            measure.status = status


def _measure_ids(application: Application) -> set[UUID]:
    return {UUID(each) for each in application.measures or ()}


def _status_by(stages: set[str]) -> str:
    if stages & GRANTED:
        return "bewilligt"
    if stages & WAITING:
        return "beantragt"
    return "abgelehnt" if stages & REFUSED else ""


def _recipient(person: Person, programme: Programme) -> str | None:
    return person.insurance if programme.is_of_a_fund else None


def _add_checklist(
    session: Session, application: Application, programme: Programme, dwelling: Dwelling
) -> None:
    known = _known_days(session, application, dwelling)
    kinds = [kind for kind in programme.evidence if kind != _CONSENT or dwelling.tenure not in _OWNERS]
    for position, kind in enumerate(kinds):
        day = known.get(kind)
        session.add(
            Evidence(
                application_id=application.id, kind=kind, position=position, dated_on=day, present_on=day
            )
        )
    session.flush()


def _known_days(session: Session, application: Application, dwelling: Dwelling) -> dict[str, date | None]:
    """The dates of documents the case has already: the landlord's consent, and the quote that was chosen."""
    chosen = select(func.max(Quote.quoted_on)).where(
        Quote.measure_id.in_(_measure_ids(application)), Quote.is_chosen, Quote.removed_at.is_(None)
    )
    return {
        _CONSENT: dwelling.consent_on if dwelling.consent_state == "erteilt" else None,
        _QUOTE: session.scalar(chosen),
    }
