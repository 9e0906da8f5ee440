"""What is in the way in a dwelling: findings of a visit, and what was measured and is not reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.fields import value_in_words
from zwk_barrier.casework.measuring import criteria_in, value_text, verdict_on
from zwk_barrier.casework.visits import RoomView, VisitView, load_visit
from zwk_barrier.model import Finding
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.requirements import Verdict

_BY_HAZARD: Final[dict[str, Verdict]] = {"0": "met", "1": "partly", "2": "not_met", "3": "not_met"}
_WORST_FIRST: Final[tuple[Verdict, ...]] = ("not_met", "partly")


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier, ready to read; ``detail`` says where it is and what it keeps from."""

    text: str
    detail: str
    verdict: Verdict


def barriers_of_visit(session: Session, visit_id: UUID) -> tuple[Barrier, ...]:
    """The barriers of a visit, the worst first; raises NotFound."""
    return barriers(load_visit(session, visit_id))


def barriers(view: VisitView) -> tuple[Barrier, ...]:
    """What was found, then what was measured too small, each the worst first.

    Findings come first: they say whom it keeps from what.  What a finding tells is told once.
    """
    told = {finding.criterion for room in view.rooms for finding in room.findings if finding.criterion}
    found = [_of_finding(finding, "") for finding in view.findings]
    measured: list[Barrier] = []
    for room in view.rooms:
        label = room.room.name or load_code_list("room").label(room.room.kind)
        found += [_of_finding(finding, label) for finding in room.findings]
        measured += _missed(view, room, label, told)
    return (*_worst_first(found), *_worst_first(measured))


def _of_finding(finding: Finding, room: str) -> Barrier:
    activities = value_in_words("finding", "activities", finding.activities)
    detail = " · ".join(part for part in (room, activities) if part)
    return Barrier(finding.text or "", detail, _BY_HAZARD.get(finding.hazard or "", "not_met"))


def _missed(view: VisitView, room: RoomView, label: str, told: set[str]) -> Iterator[Barrier]:
    for criterion in criteria_in(view.visit, room):
        measured = room.measurements.get(criterion.id)
        if measured is None or criterion.id in told:
            continue
        assessment = verdict_on(criterion, view.visit, measured)
        what = f"{criterion.element()}: {criterion.text()} {value_text(criterion, measured)}".strip()
        detail = " · ".join(part for part in (label, assessment.required_text) if part)
        yield Barrier(what, detail, assessment.verdict)


def _worst_first(found: list[Barrier]) -> list[Barrier]:
    return [one for verdict in _WORST_FIRST for one in found if one.verdict == verdict]
