"""Keeping up who works here: another name, another role, and the end of somebody's login.

A name is also what somebody logs in by, so the key file follows in the same deed; undo leaves such a deed
alone, for it could not take the key file back.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.roles import LEADING, leading_people, require_managing
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Absence, CaseFile, Staff, Task
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext


def keep_person(store: OfficeStore, staff_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of somebody who works here; name and role only by who leads or administers.

    Raises NotAllowed, and InputProblem for an empty or taken name and for the last who leads or administers.
    """
    name = values.get("name")
    if "name" in values and not str(name or "").strip():
        raise InputProblem("name", _("Bitte einen Namen eingeben."))
    key_file = KeyFile.read(store.folder)
    with key_file.put_back_on_failure(), store.deed("staff_kept", is_final="name" in values) as deed:
        person = get(deed.session, Staff, staff_id)
        if not {"name", "role"}.isdisjoint(values):
            require_managing(
                deed.session, store.staff_id, _("Namen und Rollen ändern dürfen nur Leitung und Verwaltung.")
            )
        if values.get("role", person.role) not in LEADING:
            _leave_somebody_leading(deed.session, person, "role")
        for column, value in clean(Staff, dict(values)).items():
            setattr(person, column, value)
        deed.session.flush()
        if "name" in values:
            key_file.rename(staff_id, person.name)
    return deed.changed


def end_login(store: OfficeStore, staff_id: UUID, today: date) -> Changed:
    """Ends somebody's login: their password opens the office no longer; what they did stays under their name.

    Their open tasks go to whoever is responsible for the case, those without a case to the person logged in.
    Raises NotAllowed unless that person leads or administers, and Problem while there are running cases of
    theirs, for one's own login, and for the last who leads or administers.
    """
    key_file = KeyFile.read(store.folder)
    with key_file.put_back_on_failure(), store.deed("login_ended", is_final=True) as deed:
        session = deed.session
        require_managing(
            session, store.staff_id, _("Eine Anmeldung entfernen dürfen nur Leitung und Verwaltung.")
        )
        person = get(session, Staff, staff_id)
        _check_may_go(session, store, person)
        _hand_on(session, person, store.staff_id, today)
        person.removed_at = datetime.now(UTC)
        session.flush()
        key_file.remove(staff_id)
    return deed.changed


def _check_may_go(session: Session, store: OfficeStore, person: Staff) -> None:
    if person.id == store.staff_id:
        raise Problem(
            _("Die eigene Anmeldung lässt sich nicht entfernen."),
            advice=_("Bitten Sie eine andere Person mit der Rolle Leitung oder Verwaltung darum."),
        )
    _leave_somebody_leading(session, person, "")
    running = (CaseFile.removed_at.is_(None), CaseFile.status != "closed")
    cases = session.scalar(
        select(func.count()).select_from(CaseFile).where(CaseFile.advisor_id == person.id, *running)
    )
    if cases:
        raise Problem(
            ngettext(
                "{name} ist noch für {n} laufenden Fall zuständig.",
                "{name} ist noch für {n} laufende Fälle zuständig.",
                cases,
            ).format(name=person.name, n=cases),
            advice=_("Übergeben Sie sie zuerst unter „Team“."),
        )


def _leave_somebody_leading(session: Session, person: Staff, field: str) -> None:
    """One person at least must be able to let others in and to hand over cases."""
    if leading_people(session) == {person.id}:
        raise InputProblem(
            field,
            _("Mindestens eine Person muss die Rolle Leitung oder Verwaltung haben."),
            advice=_("Geben Sie sie zuerst jemand anderem."),
        )


def _hand_on(session: Session, person: Staff, to_id: UUID, today: date) -> None:
    tasks = select(Task, CaseFile.advisor_id).outerjoin(CaseFile, CaseFile.id == Task.case_id)
    of_theirs = tasks.where(Task.staff_id == person.id, Task.done_at.is_(None), Task.removed_at.is_(None))
    for task, advisor_id in session.execute(of_theirs):
        task.staff_id = advisor_id if advisor_id not in (None, person.id) else to_id
    standing_in = select(Absence).where(Absence.deputy_id == person.id, Absence.removed_at.is_(None))
    for absence in session.scalars(
        standing_in.where(or_(Absence.last_on >= today, Absence.last_on.is_(None)))
    ):
        absence.deputy_id = None
