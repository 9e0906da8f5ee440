"""What is kept of a person's rights: that they were informed, what they consented to, and what they asked for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.printing.access_columns import SECTIONS
from zwk_barrier.casework.printing.own_letters import template_of
from zwk_barrier.casework.printing.rights_sheets import version_of
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import CaseFile, Consent, Task
from zwk_barrier.reference.rights_texts import EASY_NOTICE, NOTICE
from zwk_barrier.rules.periods import months_after
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, speaking


def record_notice(
    store: OfficeStore, case_id: UUID, given_on: date, *, easy: bool = False, form: str = ""
) -> Changed:
    """Keeps that the printed information was handed over: day, edition and form (code list privacy_form).

    Without a form it is the sheet handed over, in easy German or not.  Raises NotFound and InputProblem.
    """
    with store.deed("privacy_notice_given", case_id=case_id) as deed:
        case = get(deed.session, CaseFile, case_id)
        values = {
            "privacy_given_on": given_on,
            "privacy_version": notice_version(deed.session, easy=easy),
            "privacy_form": form or ("leichte_sprache" if easy else "ausgehaendigt"),
        }
        for name, value in clean(CaseFile, values).items():
            setattr(case, name, value)
    return deed.changed


def notice_version(session: Session, *, easy: bool = False) -> str:
    """The edition of the information that would be printed now."""
    return version_of(session, template_of(session, EASY_NOTICE if easy else NOTICE))


def record_consent(
    store: OfficeStore, case_id: UUID, purpose: str, given_on: date, *, recipient: str = ""
) -> tuple[Changed, UUID]:
    """Keeps a consent that was signed on its form.  Raises NotFound and InputProblem."""
    with store.deed("consent_signed", case_id=case_id) as deed:
        get(deed.session, CaseFile, case_id)
        values = {"purpose": purpose, "recipient": recipient, "form": "schriftlich", "given_on": given_on}
        consent = Consent(case_id=case_id, **clean(Consent, values))
        deed.session.add(consent)
        deed.session.flush()
    return deed.changed, consent.id


def request_access(store: OfficeStore, case_id: UUID, received_on: date) -> tuple[Changed, UUID]:
    """Keeps a request under Art. 15 DSGVO as a task due when the month of Art. 12 (3) ends; gives the task's id.

    The month is not lengthened by a weekend here: to answer earlier is never wrong.  Raises NotFound and
    InputProblem.
    """
    with store.deed("access_requested", case_id=case_id) as deed:
        case = get(deed.session, CaseFile, case_id)
        title = _("Auskunft nach Art. 15 DSGVO erteilen, Antrag vom {day}").format(
            day=format_date(received_on)
        )
        values = {"title": title, "due_on": access_due_on(received_on)}
        owner = case.advisor_id or store.staff_id
        task = Task(case_id=case_id, staff_id=owner, **clean(Task, values))
        deed.session.add(task)
        deed.session.flush()
    return deed.changed, task.id


def give_access(store: OfficeStore, case_id: UUID, given_on: date, *, held_back: str = "") -> Changed:
    """Keeps that the report was given: open requests of the case are done, and what was held back stands there.

    ``held_back`` is a sentence with the reason (§ 83 SGB X).  Raises NotFound and InputProblem.
    """
    with store.deed("access_given", case_id=case_id) as deed:
        get(deed.session, CaseFile, case_id)
        begin, now = _request_beginnings(), datetime.now(UTC)
        standing = select(Task).where(
            Task.case_id == case_id, Task.removed_at.is_(None), Task.done_at.is_(None)
        )
        for task in deed.session.scalars(standing):
            if (task.title or "").startswith(begin):
                task.done_at = now
        title = _("Auskunft nach Art. 15 DSGVO erteilt am {day}. {held_back}").format(
            day=format_date(given_on), held_back=held_back
        )
        values = {"title": title, "due_on": given_on, "done_at": now}
        deed.session.add(Task(case_id=case_id, staff_id=store.staff_id, **clean(Task, values)))
    return deed.changed


def held_back_sentence(without: Sequence[str], reason: str) -> str:
    """What is kept of sections that were held back, by their codes, and why; empty for none."""
    if not without:
        return ""
    titles = ", ".join(_(SECTIONS[code][0]) for code in without)
    return _("Ohne {sections} (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X): {reason}").format(
        sections=titles, reason=reason.strip()
    )


def _request_title(day: str) -> str:
    return _("Auskunft nach Art. 15 DSGVO erteilen, Antrag vom {day}").format(day=day)


def _request_beginnings() -> tuple[str, ...]:
    """How the title of a request begins, whichever language the screen had when it was kept."""
    titles = []
    for language in ("de", "en"):
        with speaking(language):
            titles.append(_request_title("").strip())
    return tuple(titles)


def access_due_on(received_on: date) -> date:
    """The last day of the month after receipt (Art. 12 (3) DSGVO)."""
    return months_after(received_on, 1)
