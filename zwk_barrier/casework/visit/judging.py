"""How much each barrier of a visit matters, and why in a sentence: what proposals and plans go by.

That is the fit to the person; where nobody asked what is hard, the hazard and the verdict stand in for it.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.fit import FittedBarrier, fit_of
from zwk_barrier.casework.visit.visits import VisitView

_BY_HAZARD: Final = {"3": "A", "2": "B", "1": "C", "0": "D"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A barrier with its priority A to D (code list priority) and the reason, a sentence with its full stop."""

    barrier: Barrier
    priority: str
    reason: str


def judged(view: VisitView) -> dict[UUID, Judged]:
    """Every barrier of a visit, what matters most first."""
    found = [
        Judged(one.barrier, one.priority or _stand_in(one.barrier), _sentence(_reason(one)))
        for one in fit_of(view).barriers
    ]
    return {one.barrier.id: one for one in sorted(found, key=lambda one: one.priority)}


def _reason(fitted: FittedBarrier) -> str:
    """That nobody was asked is no reason for a measure."""
    barrier = fitted.barrier
    if fitted.impact is not None:
        return fitted.reason
    return barrier.text if barrier.is_finding else f"{barrier.text} ({barrier.detail})"


def _stand_in(barrier: Barrier) -> str:
    if barrier.hazard in _BY_HAZARD:
        return _BY_HAZARD[barrier.hazard]
    return "B" if barrier.verdict == "not_met" else "C"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
