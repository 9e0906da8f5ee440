"""Four eyes on a plan of measures, where the office wants them; see docs/decisions/0020.

A plan is presented, and another person approves it or gives it back with a comment.  What they approve is
named by a digest of the measures as they were then: a plan changed afterwards is to be presented again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from zwk_barrier.casework.office.roles import APPROVING, role_of
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.records import clean
from zwk_barrier.model import CaseFile, Measure, Person, PlanApproval, Staff, Task, Visit
from zwk_barrier.problems import ConflictProblem, InputProblem, NotAllowed, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

PRESENTED, APPROVED, RETURNED = "vorgelegt", "freigegeben", "zurueckgegeben"
"""Codes of plan_decision."""

State = Literal["none", "presented", "approved", "returned", "changed"]

_CONTENT: Final = (
    *("catalogue_number", "title", "reason", "kind", "priority", "room_id", "cost_low", "cost_high"),
    *("barriers", "payers", "payer_note", "trade", "needs_consent"),
)
"""What a second person looks at; how far the work has come, its quotes and its bill are no part of the plan."""


@dataclass(frozen=True, slots=True)
class PlanState:
    """How far the plan of a case has come; ``changed`` is a plan altered since it was presented or approved.

    ``is_wanted`` says that the office asks for it at all.  Names are empty where nobody was; moments aware.
    """

    is_wanted: bool
    state: State
    has_measures: bool = False
    presented_by: str = ""
    presented_at: datetime | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    comment: str = ""
    was_approved: bool = False
    why_not_decide: str = ""
    """Why the person who asks may not decide; empty when they may."""

    @property
    def is_released(self) -> bool:
        """Whether nothing stands in the way of sending the plan out."""
        return not self.is_wanted or not self.has_measures or self.state == "approved"


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan that waits for a second person; ``presented_by`` is a name, ``is_own`` that of who asks."""

    case_id: UUID
    number: str
    name: str
    presented_by: str
    presented_at: datetime
    is_own: bool


def plan_state(session: Session, case_id: UUID, staff_id: UUID | None = None) -> PlanState:
    """How far the plan of a case has come; with ``staff_id`` also whether that person may decide."""
    if not office_settings(session).wants_plan_approval:
        return PlanState(is_wanted=False, state="none")
    plan, last = _plan(session, case_id), _last(session, case_id)
    if last is None:
        return PlanState(is_wanted=True, state="none", has_measures=bool(plan))
    names: dict[UUID | None, str] = dict(session.execute(select(Staff.id, Staff.name)).all())
    return PlanState(
        is_wanted=True,
        state=_state(last, digest_of(plan)),
        has_measures=bool(plan),
        presented_by=names.get(last.presented_by_id, ""),
        presented_at=last.presented_at,
        decided_by=names.get(last.decided_by_id, ""),
        decided_at=last.decided_at,
        comment=last.comment or "",
        was_approved=last.decision == APPROVED,
        why_not_decide="" if staff_id is None else why_not_decide(session, staff_id, last.presented_by_id),
    )


def _state(last: PlanApproval, digest: str) -> State:
    if last.decision == RETURNED:
        return "returned"
    if last.digest != digest:
        return "changed"
    return "approved" if last.decision == APPROVED else "presented"


def warning_before_sending(session: Session, case_id: UUID) -> str:
    """The sentence to show before something with this plan is printed or sent; empty when nothing is to be said."""
    state = plan_state(session, case_id)
    if state.is_released:
        return ""
    if state.state == "changed" and state.was_approved:
        return _("Der Maßnahmenplan wurde nach der Freigabe geändert und ist noch nicht wieder freigegeben.")
    return _("Der Maßnahmenplan ist noch nicht freigegeben.")


def warning_of_visit(session: Session, visit_id: UUID) -> str:
    """The same for what is printed of a visit."""
    case_id = session.scalar(select(Visit.case_id).where(Visit.id == visit_id))
    return "" if case_id is None else warning_before_sending(session, case_id)


def present(store: OfficeStore, case_id: UUID) -> Changed:
    """Shows the plan of a case to a second person; raises Problem for an empty one or one that waits already."""
    with store.deed("plan_presented", case_id=case_id) as deed:
        session = deed.session
        plan, last = _plan(session, case_id), _last(session, case_id)
        if not plan:
            raise Problem(_("Es gibt noch keine Maßnahme, die freigegeben werden könnte."))
        digest = digest_of(plan)
        if last is not None and last.digest == digest and last.decision in (PRESENTED, APPROVED):
            raise Problem(_("Dieser Plan ist schon vorgelegt."))
        session.add(
            PlanApproval(
                case_id=case_id,
                presented_by_id=store.staff_id,
                presented_at=datetime.now(UTC),
                decision=PRESENTED,
                digest=digest,
            )
        )
    return deed.changed


def approve(store: OfficeStore, case_id: UUID, today: date, comment: str = "") -> Changed:
    """Approves the plan as it was presented; who presented it is told by a task.

    Raises NotAllowed for who presented it or has no role that approves, ConflictProblem when it was changed since.
    """
    with store.deed("plan_approved", case_id=case_id) as deed:
        last = _undecided(deed.session, store.staff_id, case_id)
        if last.digest != digest_of(_plan(deed.session, case_id)):
            raise ConflictProblem(
                _("Der Plan wurde geändert, seit er vorgelegt wurde."),
                advice=_("Geben Sie ihn zurück, oder bitten Sie darum, ihn noch einmal vorzulegen."),
            )
        title = _("Maßnahmenplan ist freigegeben: Bericht und Anträge können hinaus")
        _decide(last, store.staff_id, APPROVED, comment)
        _tell(deed.session, last, title, today)
    return deed.changed


def give_back(store: OfficeStore, case_id: UUID, comment: str, today: date) -> Changed:
    """Gives the plan back with what is to be changed, which who presented it finds among their tasks.

    Raises NotAllowed as :func:`approve` does, and InputProblem without a comment.
    """
    typed = comment.strip()
    if not typed:
        raise InputProblem("comment", _("Bitte schreiben, was noch zu ändern ist."))
    with store.deed("plan_returned", case_id=case_id) as deed:
        last = _undecided(deed.session, store.staff_id, case_id)
        _decide(last, store.staff_id, RETURNED, typed)
        _tell(deed.session, last, _("Maßnahmenplan überarbeiten: {comment}").format(comment=typed), today)
    return deed.changed


def waiting_plans(session: Session, staff_id: UUID) -> list[WaitingPlan]:
    """The plans of running cases that wait for a second person, the longest first; none where the office wants none."""
    if not office_settings(session).wants_plan_approval:
        return []
    presenter = aliased(Staff)
    newest = (
        select(PlanApproval.case_id, func.max(PlanApproval.presented_at).label("at"))
        .where(PlanApproval.removed_at.is_(None))
        .group_by(PlanApproval.case_id)
        .subquery()
    )
    query = (
        select(PlanApproval, CaseFile.number, Person, presenter.name)
        .join(newest, (newest.c.case_id == PlanApproval.case_id) & (newest.c.at == PlanApproval.presented_at))
        .join(CaseFile, CaseFile.id == PlanApproval.case_id)
        .join(Person, Person.id == CaseFile.person_id)
        .outerjoin(presenter, presenter.id == PlanApproval.presented_by_id)
        .where(PlanApproval.decision == PRESENTED, CaseFile.removed_at.is_(None), CaseFile.status != "closed")
        .order_by(PlanApproval.presented_at)
    )
    return [
        WaitingPlan(
            one.case_id,
            number,
            person.full_name,
            name or "",
            one.presented_at or one.created_at,
            is_own=one.presented_by_id == staff_id,
        )
        for one, number, person, name in session.execute(query)
    ]


def why_not_decide(session: Session, staff_id: UUID, presented_by_id: UUID | None) -> str:
    """Why this person may not decide about a plan that this one presented; empty when they may."""
    if staff_id == presented_by_id:
        return _("Wer einen Plan vorlegt, kann ihn nicht selbst freigeben.")
    if role_of(session, staff_id) not in APPROVING:
        return _("Einen Plan freigeben dürfen nur Leitung und Beratung.")
    return ""


def digest_of(plan: Sequence[Measure]) -> str:
    """The SHA-256 of what a second person looks at, in no order; of no measures too."""
    content = sorted([one.id.hex, *(_plain(getattr(one, name)) for name in _CONTENT)] for one in plan)
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _plain(value: object) -> str:
    return json.dumps(value.hex if isinstance(value, UUID) else value, ensure_ascii=False)


def _plan(session: Session, case_id: UUID) -> list[Measure]:
    standing = select(Measure).where(Measure.case_id == case_id, Measure.removed_at.is_(None))
    return list(session.scalars(standing))


def _last(session: Session, case_id: UUID) -> PlanApproval | None:
    standing = select(PlanApproval).where(PlanApproval.case_id == case_id, PlanApproval.removed_at.is_(None))
    return session.scalars(
        standing.order_by(PlanApproval.presented_at.desc(), PlanApproval.id.desc()).limit(1)
    ).first()


def _undecided(session: Session, staff_id: UUID, case_id: UUID) -> PlanApproval:
    last = _last(session, case_id)
    if last is None or last.decision != PRESENTED:
        raise ConflictProblem(_("Dieser Plan wartet nicht mehr auf eine Freigabe."))
    if reason := why_not_decide(session, staff_id, last.presented_by_id):
        raise NotAllowed(reason, advice=_("Bitten Sie eine zweite Person darum."))
    return last


def _decide(plan: PlanApproval, staff_id: UUID, decision: str, comment: str) -> None:
    plan.decided_by_id, plan.decided_at, plan.decision = staff_id, datetime.now(UTC), decision
    plan.comment = clean(PlanApproval, {"comment": comment})["comment"]


def _tell(session: Session, plan: PlanApproval, title: str, today: date) -> None:
    values = clean(Task, {"title": title, "due_on": today}, today)
    session.add(Task(case_id=plan.case_id, staff_id=plan.presented_by_id, **values))
