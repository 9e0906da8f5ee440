"""The plan of a visit: which barriers should go, and the cheapest measures that remove them all.

What is recommended already stands: its barriers count as solved, and its cost is counted on top.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from zwk_barrier.casework.plan.answers import answers
from zwk_barrier.casework.plan.measures import PlanCost, cost_of
from zwk_barrier.casework.plan.proposals import (
    Proposal,
    does_meet,
    kept_measures,
    needs_consent,
    proposals,
    recommend_all,
    simplicity,
)
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.judging import Judged, judged
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Finding, Measure, Measurement
from zwk_barrier.reference.solutions import load_solutions
from zwk_barrier.rules.plan import Candidate, Plan, Why, plans
from zwk_barrier.rules.typed import format_money
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

_FIRST_PRIORITIES: Final = ("A", "B")


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """A plan that could be taken: its measures, what they cost in euro cents, what goes and what stays."""

    why: Why
    proposals: tuple[Proposal, ...]
    low: int
    high: int
    solved: tuple[Barrier, ...]
    unsolved: tuple[Barrier, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Planning:
    """The barriers that should go, those a recommended measure removes already, and the plans for the others."""

    wanted: tuple[Barrier, ...]
    already: tuple[Barrier, ...]
    recommended: PlanCost
    plans: tuple[VisitPlan, ...]


def want(store: OfficeStore, view: VisitView, barrier: Barrier, *, is_wanted: bool) -> Changed:
    """Marks a barrier as one that should go or may stay.

    The first mark also marks what should go without any: else one tick would silently take all others away.
    """
    marks = {barrier.id: (barrier, is_wanted)}
    if is_wanted and not any(one.is_wanted for one in barriers(view)):
        marks = {one.id: (one, True) for one in wanted(view)} | marks
    with store.deed("barriers_wanted", case_id=view.case.id) as deed:
        for one, mark in marks.values():
            deed.keep(Finding if one.is_finding else Measurement, one.id, is_wanted=mark)
    return deed.changed


def wanted(view: VisitView, standing: Mapping[UUID, Judged] | None = None) -> tuple[Barrier, ...]:
    """The barriers that should go, what matters most first; ``standing`` when it is known already.

    Those marked; with none marked those of priority A and B, and without any of these and any mark all that
    are not reached.  What was marked as one that may stay is never among them.
    """
    found = list((judged(view) if standing is None else standing).values())
    open_ones = [one for one in found if one.barrier.is_wanted is not False]
    marked = [one.barrier for one in open_ones if one.barrier.is_wanted]
    first = [one.barrier for one in open_ones if one.priority in _FIRST_PRIORITIES]
    is_untouched = len(open_ones) == len(found)
    not_met = [one.barrier for one in open_ones if is_untouched and one.barrier.verdict == "not_met"]
    return tuple(marked or first or not_met)


def plan_visit_measures(view: VisitView, *, check: Callable[[], None] | None = None) -> Planning:
    """The best plan and up to two others for the barriers that should go.

    ``check`` is called now and then and may raise to stop.  A middle of from and to decides what is cheap.
    """
    should_go = wanted(view)
    gone = solved_by(view, kept_measures(view), should_go)
    already = tuple(one for one in should_go if one.id in gone)
    to_do = [one for one in should_go if one.id not in gone]
    offered = {one.key: one for one in _possible(view, to_do)}
    found = plans([one.id.hex for one in to_do], _candidates(view, list(offered.values())), check=check)
    return Planning(
        should_go,
        already,
        cost_of(kept_measures(view)),
        tuple(_visit_plan(plan, found[0], offered, to_do) for plan in found),
    )


def is_excluded(view: VisitView, proposal: Proposal) -> bool:
    """Whether a proposal does not go together with something recommended already for the same place."""
    return any(
        measure.catalogue_number is not None
        and does_meet(view, measure, proposal)
        and load_solutions().excluded(proposal.entry.number, measure.catalogue_number) is not None
        for measure in kept_measures(view)
    )


def accept_plan(store: OfficeStore, view: VisitView, plan: VisitPlan) -> tuple[Changed, tuple[UUID, ...]]:
    """Recommends every measure of a plan in one deed, which one undo takes back; gives their ids."""
    with store.deed("plan_accepted", case_id=view.case.id) as deed:
        added = recommend_all(deed.session, view, plan.proposals)
    return deed.changed, tuple(one.id for one in added)


def solved_by(view: VisitView, measures: Iterable[Measure], found: Iterable[Barrier]) -> frozenset[UUID]:
    """The barriers these measures remove for good: those they name, or all they could in their room.

    What a measure of the catalogue only makes easier stays; an own one removes what it names.
    """
    gone: set[UUID] = set()
    for barrier in found:
        removing = {row.measure for row in answers(view, barrier) if row.effect == "ganz"}
        for measure in measures:
            named = measure.barriers or ()
            is_meant = str(barrier.id) in named if named else measure.room_id in (None, barrier.room_id)
            does = measure.catalogue_number in removing if measure.catalogue_number else bool(named)
            if is_meant and does:
                gone.add(barrier.id)
    return frozenset(gone)


def _possible(view: VisitView, to_do: Sequence[Barrier]) -> list[Proposal]:
    """What removes a barrier for good, has a price, and goes with what is recommended already."""
    return [
        one
        for one in proposals(view, to_do)
        if one.solves and one.low is not None and not is_excluded(view, one)
    ]


def _candidates(view: VisitView, offered: Sequence[Proposal]) -> list[Candidate]:
    return [
        Candidate(
            one.key,
            one.low or 0,
            one.high or 0,
            frozenset(barrier_id.hex for barrier_id in one.solves),
            frozenset(other.key for other in offered if one.excludes(other)),
            simplicity(one.entry.kind),
            one.is_building_work,
            needs_consent(view, one.entry),
        )
        for one in offered
    ]


def _visit_plan(plan: Plan, best: Plan, offered: dict[str, Proposal], to_do: Sequence[Barrier]) -> VisitPlan:
    return VisitPlan(
        plan.why,
        tuple(offered[one.key] for one in plan.chosen),
        plan.low,
        plan.high,
        tuple(one for one in to_do if one.id.hex not in plan.unsolved),
        tuple(one for one in to_do if one.id.hex in plan.unsolved),
        " ".join(part for part in (_why(plan, best), _difference(plan, best), _certainty(plan)) if part),
    )


def _why(plan: Plan, best: Plan) -> str:
    match plan.why:
        case "cheapest":
            return _("Nichts aus dem Katalog beseitigt dieselben Barrieren für weniger Geld.")
        case "no_building":
            return _("Kommt ohne bauliche Maßnahme aus.")
        case "no_consent":
            return _("Kommt ohne Zustimmung von Vermietung oder Eigentümergemeinschaft aus.")
        case "fewest":
            return _why_few(len(plan.chosen), len(best.chosen))
        case "next_cheapest":
            return _("Der nächstgünstige Weg mit anderen Maßnahmen.")


def _why_few(count: int, more: int) -> str:
    if count >= more:
        return _("So wenige Maßnahmen wie möglich.")
    if count == 1:
        return _("Eine große Maßnahme statt vieler kleiner.")
    return _("{count} Maßnahmen statt {more}: weniger und dafür umfassendere.").format(count=count, more=more)


def _difference(plan: Plan, best: Plan) -> str:
    if plan is best:
        return ""
    more = (plan.doubled_cost - best.doubled_cost) // 2
    left = len(plan.unsolved) - len(best.unsolved)
    if left > 0:
        return ngettext(
            "Dafür bleibt {count} Barriere mehr als beim günstigsten Plan.",
            "Dafür bleiben {count} Barrieren mehr als beim günstigsten Plan.",
            left,
        ).format(count=left)
    if more <= 0:
        return _("Kostet im Mittel ebenso viel wie der günstigste Plan.")
    return _("Kostet im Mittel {amount} mehr als der günstigste Plan.").format(amount=format_money(more))


def _certainty(plan: Plan) -> str:
    if plan.is_exact:
        return ""
    return _("Nicht zu Ende gerechnet: höchstens {amount} teurer als der günstigste.").format(
        amount=format_money((plan.doubled_cost - plan.doubled_bound) // 2)
    )
