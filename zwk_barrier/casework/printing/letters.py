"""Letters of a case: begun from a template, edited, printed, sent, and kept as they were sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.disclosures import CONSENT, Basis, checked
from zwk_barrier.casework.payers.applications import set_values
from zwk_barrier.casework.payers.consequences import follow
from zwk_barrier.casework.printing.letter_documents import document_of, frozen
from zwk_barrier.casework.printing.letter_draft import SENT, LetterDraft, Wanted, draft
from zwk_barrier.casework.printing.own_letters import templates
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Application, Disclosure, Dwelling, Evidence, Letter, Task
from zwk_barrier.problems import ConflictProblem, InputProblem
from zwk_barrier.reference.letter_template import NAMED
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

HANDED_TO_CLIENT: Final = "mitgegeben"
"""The way of sending in which the client passes the letter on, and nobody else does."""

COLUMNS: Final = frozenset({"recipient", "written_on", "photos", "application_id"})
_APPLICATION_DAYS: Final = frozenset({"applied_on", "objection_on"})
_ASKED: Final = frozenset({"consent_state", "resolution_state"})
_NOT_ASKED: Final = (None, "nicht_gefragt")
_NEVER_MARKED: Final = "–"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the list of a case, ready to read; ``title`` is what its template is called."""

    letter: Letter
    title: str
    recipient: str


def letters_of(session: Session, case_id: UUID) -> tuple[LetterRow, ...]:
    """The letters of a case, the newest first."""
    known = templates(session)
    rows = session.scalars(
        select(Letter)
        .where(Letter.case_id == case_id, Letter.removed_at.is_(None))
        .order_by(Letter.created_at.desc(), Letter.id.desc())
    )
    return tuple(
        LetterRow(
            one,
            known[one.template].title() if one.template in known else one.title or one.template,
            (one.recipient or "").split("\n")[0],
        )
        for one in rows
    )


def start(
    store: OfficeStore, wanted: Wanted, today: date, values: Mapping[str, Any] | None = None
) -> tuple[Changed, UUID]:
    """Files a letter in the case, with what was edited in it so far (see :func:`keep`)."""
    with store.deed("letter_started", case_id=wanted.case_id) as deed:
        letter = _started(deed.session, wanted, today, store.staff_id)
        _put(letter, values or {})
        deed.session.flush()
    return deed.changed, letter.id


def keep(store: OfficeStore, letter_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps what was edited: columns, or texts of the content by their keys; ``None`` goes back to the proposal.

    Raises ConflictProblem for a letter that was sent: it stays what it was.
    """
    with store.deed("letter_kept") as deed:
        letter = _unsent(deed.session, letter_id)
        _put(letter, values)
        deed.session.flush()
    return deed.changed


def propose_again(store: OfficeStore, letter_id: UUID) -> Changed:
    """Puts the texts of the template back in place of everything that was edited."""
    with store.deed("letter_kept") as deed:
        _unsent(deed.session, letter_id).content = None
        deed.session.flush()
    return deed.changed


def remove(store: OfficeStore, letter_id: UUID) -> Changed:
    """Takes a letter away that was not sent; undo brings it back."""
    with store.deed("letter_removed") as deed:
        _unsent(deed.session, letter_id).removed_at = datetime.now(UTC)
    return deed.changed


def printed(store: OfficeStore, letter_id: UUID, digest: str) -> Changed:
    """Notes that the letter was printed or saved: when, and the SHA-256 of that PDF."""
    with store.deed("letter_printed") as deed:
        letter = get(deed.session, Letter, letter_id)
        letter.digest, letter.printed_at = digest, datetime.now(UTC)
    return deed.changed


def usual_basis(found: LetterDraft) -> Basis | None:
    """What passing it on rests on as things are; None when a person has to say it."""
    if not found.consent.purpose:
        return Basis(found.template.basis, found.template.norm)
    given = found.consent.given
    return None if given is None else Basis(CONSENT, "", given.id)


def gives_a_day(found: LetterDraft) -> bool:
    """Whether sending it gives the application a day: it has none, nor was it made before, e.g. by phone."""
    one, sets = found.application, found.template.sets
    if one is None or sets not in _APPLICATION_DAYS or getattr(one, sets) is not None:
        return False
    return sets != "applied_on" or (one.received_on or one.lodged_elsewhere_on) is None


def sent(store: OfficeStore, letter_id: UUID, on: date, sending: str, basis: Basis | None = None) -> Changed:
    """Everything that follows from sending a letter, in one deed.

    The letter stays what it says now; what it disclosed is kept with its basis; the follow-up is put on the list;
    the application gets its day.  Raises InputProblem, and changes nothing, when a datum is missing, when the
    consent is missing or revoked and no other basis is named, or for a day that cannot be.
    """
    with store.deed("letter_sent") as deed:
        session = deed.session
        letter = _unsent(session, letter_id)
        deed.case_id = letter.case_id
        found = draft(session, Wanted(letter.case_id, letter_id=letter_id), on)
        _check_complete(found)
        values = clean(Letter, {"sent_on": on, "sending": sending})
        if not values["sending"]:
            raise InputProblem("sending", _("Wie geht das Schreiben hinaus?"))
        document = document_of(found, store.photos)
        letter.content = {**(letter.content or {}), SENT: frozen(document)}
        letter.recipient, letter.title = found.recipient, document.subject
        letter.written_on = found.written_on
        letter.sent_on, letter.sending = values["sent_on"], values["sending"]
        _disclose(session, found, on, basis, store.staff_id)
        if found.template.follow_up is not None:
            _follow_up(session, found, on, store.staff_id)
        if sending != HANDED_TO_CLIENT:
            _tell_application(session, found, on)
            _tell_dwelling(session, found)
        session.flush()
        if found.application is not None:
            follow(lambda: session, "application", found.application.id)
    return deed.changed


def _started(session: Session, wanted: Wanted, today: date, staff_id: UUID | None) -> Letter:
    found = draft(session, wanted, today)
    letter = Letter(
        case_id=wanted.case_id,
        application_id=wanted.application_id,
        staff_id=staff_id,
        template=found.template.code,
        title=found.subject.text,
        written_on=today,
    )
    session.add(letter)
    session.flush()
    return letter


def _put(letter: Letter, values: Mapping[str, Any]) -> None:
    columns = clean(Letter, {name: value for name, value in values.items() if name in COLUMNS})
    for name, value in columns.items():
        setattr(letter, name, value)
    texts = {name: value for name, value in values.items() if name not in COLUMNS}
    if texts:
        content = {**(letter.content or {}), **texts}
        letter.content = {name: value for name, value in content.items() if value is not None} or None


def _unsent(session: Session, letter_id: UUID) -> Letter:
    letter = get(session, Letter, letter_id)
    if letter.sent_on is not None:
        raise ConflictProblem(_("Dieses Schreiben ist schon abgeschickt und bleibt, wie es ist."))
    return letter


def _check_complete(found: LetterDraft) -> None:
    if found.missing:
        names = ", ".join(one.label() for one in found.missing)
        raise InputProblem("letter", _("Im Schreiben fehlt noch: {names}.").format(names=names))


def _disclose(
    session: Session, found: LetterDraft, on: date, basis: Basis | None, staff_id: UUID | None
) -> None:
    """What reached whom; of a letter the client takes along, nobody but the client gets anything from the office."""
    letter = found.letter
    is_handed = letter is not None and letter.sending == HANDED_TO_CLIENT
    if is_handed:
        return
    used = checked(basis or usual_basis(found) or Basis(CONSENT), found.consent)
    session.add(
        Disclosure(
            case_id=found.view.case.id,
            letter_id=None if letter is None else letter.id,
            staff_id=staff_id,
            disclosed_on=on,
            recipient=_disclosed_to(found),
            purpose=found.consent.purpose or None,
            what=found.template.discloses,
            basis=used.code,
            norm=used.norm or None,
            consent_id=used.consent_id,
        )
    )


def _disclosed_to(found: LetterDraft) -> str:
    if found.template.disclosed_to == "payer" and found.application is not None:
        return found.application.recipient or ""
    return found.recipient.split("\n")[0]


def _follow_up(session: Session, found: LetterDraft, on: date, staff_id: UUID | None) -> None:
    follow_up = found.template.follow_up
    if follow_up is None:
        return
    title = NAMED.sub(lambda name: found.values.get(name[1], _NEVER_MARKED), follow_up.title)
    session.add(
        Task(
            case_id=found.view.case.id,
            staff_id=found.view.case.advisor_id or staff_id,
            title=title,
            due_on=on + timedelta(days=follow_up.days),
        )
    )


def _tell_application(session: Session, found: LetterDraft, on: date) -> None:
    """Its day, where the template says which and none is there, and which documents have left the office."""
    application = found.application
    if application is None:
        return
    if gives_a_day(found):
        set_values(session, get(session, Application, application.id), {found.template.sets: on})
    for one in found.evidence:
        is_there = one.present_on is not None or one.kind in found.contained
        if is_there and one.sent_on is None:
            get(session, Evidence, one.id).sent_on = on


def _tell_dwelling(session: Session, found: LetterDraft) -> None:
    """That the landlord or the owners were asked, where nothing is known of it yet."""
    state = found.template.sets
    if state not in _ASKED:
        return
    dwelling = get(session, Dwelling, found.view.dwelling.id)
    if getattr(dwelling, state) in _NOT_ASKED:
        setattr(dwelling, state, "angefragt")
