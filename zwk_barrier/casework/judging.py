"""How much each barrier of a visit matters, and why in a sentence: what proposals and plans go by."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from zwk_barrier.casework.barriers import Barrier
from zwk_barrier.casework.fit import FittedBarrier, fit_of
from zwk_barrier.casework.visits import VisitView

_BY_HAZARD: Final = {"3": "A", "2": "B", "1": "C", "0": "D"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A barrier with its priority A to D (code list priority) and the reason, a sentence with its full stop."""

    barrier: Barrier
    priority: str
    reason: str


def judged(view: VisitView) -> dict[UUID, Judged]:
    """Every barrier of a visit, what matters most first: by the fit, where it knows what is hard for the person."""
    found = [_judged(one) for one in fit_of(view).barriers]
    return {one.barrier.id: one for one in sorted(found, key=lambda one: one.priority)}


def _judged(fitted: FittedBarrier) -> Judged:
    """What the fit cannot judge counts by its hazard or verdict alone: it must not look harmless."""
    barrier = fitted.barrier
    if fitted.impact is None:
        return Judged(barrier, fitted.priority or _priority(barrier), _sentence(barrier))
    return Judged(barrier, fitted.priority or _priority(barrier), f"{fitted.reason}.")


def _priority(barrier: Barrier) -> str:
    if barrier.hazard in _BY_HAZARD:
        return _BY_HAZARD[barrier.hazard]
    return "B" if barrier.verdict == "not_met" else "C"


def _sentence(barrier: Barrier) -> str:
    words = barrier.text if barrier.is_finding else f"{barrier.text} ({barrier.detail})"
    return words if words.endswith((".", "!", "?")) else f"{words}."
