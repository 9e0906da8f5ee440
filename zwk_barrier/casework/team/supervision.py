"""The supervisor's Monday: who has how much, what is late, and who waits; and handing cases over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from zwk_barrier.casework.office.roles import ADVISING, require_leading
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.records import clean, get
from zwk_barrier.casework.team.caseload import CaseLoad, Load, caseloads, loads
from zwk_barrier.model import Absence, CaseFile, Handover, Staff, Task, Visit
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away today, up to and with ``last_on``; ``deputy`` is a name, empty without one."""

    deputy: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class AdvisorLoad:
    """The running cases of one person, or of nobody (``staff_id`` None), counted; waiting in days.

    ``waiting`` cases have no visit yet, ``overdue`` and ``coming`` count deadlines and tasks, ``silent`` cases.
    """

    staff_id: UUID | None
    name: str
    role: str
    open_cases: int
    waiting: int
    mean_wait: int
    longest_wait: int
    overdue: int
    coming: int
    silent: int
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody who advises or has cases, by name, and last the cases of nobody, if there are any."""

    day: date
    silence_days: int
    wants_approval: bool
    advisors: tuple[AdvisorLoad, ...]


def load_team(session: Session, staff_id: UUID, day: date) -> Team:
    """The figures of everybody as of ``day``; raises NotAllowed unless ``staff_id`` leads or administers."""
    require_leading(session, staff_id, _("Die Übersicht über das Team sehen nur Leitung und Verwaltung."))
    by_advisor: dict[str | None, list[Load]] = {}
    for one in loads(session, day):
        by_advisor.setdefault(one.advisor, []).append(one)
    away = away_on(session, day)
    advisors = [
        _counted(person.id, person.name, person.role, by_advisor.get(person.id.hex, ()), away.get(person.id))
        for person in session.scalars(select(Staff).order_by(Staff.name, Staff.id))
        if person.id.hex in by_advisor or (person.removed_at is None and person.role in ADVISING)
    ]
    if None in by_advisor:
        advisors.append(_counted(None, _("Niemand zuständig"), "", by_advisor[None]))
    office = office_settings(session)
    return Team(day, office.silence_days, office.wants_plan_approval, tuple(advisors))


def cases_in_need(session: Session, staff_id: UUID, advisor_id: UUID | None, day: date) -> list[CaseLoad]:
    """The running cases of one person, or of nobody: the latest first, then who waits or is silent longest.

    Raises NotAllowed unless ``staff_id`` leads or administers.
    """
    require_leading(session, staff_id, _("Die Übersicht über das Team sehen nur Leitung und Verwaltung."))

    def urgency(one: CaseLoad) -> tuple[int, int, str]:
        return -one.overdue, -max(one.waiting_days or 0, one.silent_days or 0), one.number

    return sorted(caseloads(session, day, advisor_id), key=urgency)


def away_on(session: Session, day: date) -> dict[UUID, Away]:
    """Who is away that day, by the id of the person; of several absences the one that lasts longest."""
    deputy = aliased(Staff)
    query = (
        select(Absence.staff_id, deputy.name, Absence.last_on)
        .outerjoin(deputy, deputy.id == Absence.deputy_id)
        .where(Absence.removed_at.is_(None), Absence.first_on <= day)
        .where(or_(Absence.last_on >= day, Absence.last_on.is_(None)))
        .order_by(Absence.last_on.is_(None), Absence.last_on)
    )
    return {staff_id: Away(name or "", last_on) for staff_id, name, last_on in session.execute(query)}


def possible_advisors(session: Session) -> list[Staff]:
    """Who may be given a case, by name."""
    standing = select(Staff).where(Staff.removed_at.is_(None), Staff.role.in_(ADVISING))
    return list(session.scalars(standing.order_by(Staff.name, Staff.id)))


def reassign(
    store: OfficeStore,
    case_ids: Sequence[UUID],
    to_staff_id: UUID | None,
    reason: str,
    *,
    today: date | None = None,
) -> Changed:
    """Gives cases to somebody else with one reason, which the history of each case shows; one deed.

    What the person responsible so far, or nobody, had to do in them moves along: open tasks and visits still
    to be made.  A case that is theirs already is left alone.  Raises NotAllowed unless the person logged in
    leads or administers, and InputProblem for a missing reason or somebody who may have no cases.
    """
    typed, day = " ".join(reason.split()), today or datetime.now().astimezone().date()
    if not typed:
        raise InputProblem("reason", _("Bitte einen Grund angeben: Er steht danach im Verlauf jedes Falls."))
    if len(typed) > LONGEST_REASON:
        raise InputProblem("reason", _("Bitte kürzer: höchstens {n} Zeichen.").format(n=LONGEST_REASON))
    with store.deed("cases_handed_over", case_id=case_ids[0] if len(case_ids) == 1 else None) as deed:
        session = deed.session
        require_leading(session, store.staff_id, _("Fälle übergeben dürfen nur Leitung und Verwaltung."))
        to = _recipient(session, to_staff_id)
        for case_id in case_ids:
            case = get(session, CaseFile, case_id)
            if case.advisor_id != to.id:
                _hand_over(session, case, to.id, typed, day)
    return deed.changed


def _recipient(session: Session, staff_id: UUID | None) -> Staff:
    if staff_id is None:
        raise InputProblem("to", _("Bitte wählen, wer die Fälle übernimmt."))
    person = get(session, Staff, staff_id)
    if person.role not in ADVISING:
        raise InputProblem(
            "to", _("{name} berät nicht und kann keine Fälle übernehmen.").format(name=person.name)
        )
    return person


def _hand_over(session: Session, case: CaseFile, to_id: UUID, reason: str, today: date) -> None:
    before = case.advisor_id
    session.add(Handover(**clean(Handover, {"reason": reason}), case_id=case.id, from_id=before, to_id=to_id))
    case.advisor_id = to_id
    tasks = select(Task).where(Task.case_id == case.id, Task.removed_at.is_(None), Task.done_at.is_(None))
    visits = select(Visit).where(Visit.case_id == case.id, Visit.removed_at.is_(None))
    to_come = visits.where(
        or_(Visit.visited_on >= today, Visit.visited_on.is_(None)), Visit.finished_on.is_(None)
    )
    for open_one in (*session.scalars(tasks), *session.scalars(to_come)):
        if open_one.staff_id in (None, before):
            open_one.staff_id = to_id


def _counted(
    staff_id: UUID | None, name: str, role: str, cases: Sequence[Load], away: Away | None = None
) -> AdvisorLoad:
    waits = [one.waiting_days for one in cases if one.waiting_days is not None]
    return AdvisorLoad(
        staff_id,
        name,
        role,
        open_cases=len(cases),
        waiting=len(waits),
        mean_wait=round(sum(waits) / len(waits)) if waits else 0,
        longest_wait=max(waits, default=0),
        overdue=sum(one.overdue for one in cases),
        coming=sum(one.coming for one in cases),
        silent=sum(one.silent_days is not None for one in cases),
        away=away,
    )
