"""What is in the way in a dwelling: findings of a visit, and what was measured and is not reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.visit.measuring import Point, points_in, value_text, worse_verdict_on
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView, load_visit
from zwk_barrier.model import Finding, Measurement
from zwk_barrier.rules.requirements import MISSED, Verdict

WHOLE_DWELLING: Final = "gesamt"  # of the code list room
_BY_HAZARD: Final[dict[str, Verdict]] = {"0": "met", "1": "partly", "2": "not_met", "3": "not_met"}


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier, ready to read; ``detail`` says where it is and what it keeps from.

    ``id`` is that of the measurement or finding it was seen by; ``room_kind`` a code of the code list
    room.  ``is_wanted`` is what the advisor marked, ``None`` for nothing.
    """

    id: UUID
    text: str
    detail: str
    verdict: Verdict
    criterion: str | None = None
    part_id: UUID | None = None
    room_id: UUID | None = None
    room_kind: str = WHOLE_DWELLING
    activities: tuple[str, ...] = ()
    hazard: str | None = None
    is_wanted: bool | None = None
    frequency: str | None = None
    is_finding: bool = False


def barriers_of_visit(session: Session, visit_id: UUID) -> tuple[Barrier, ...]:
    """The barriers of a visit, the worst first; raises NotFound."""
    return barriers(load_visit(session, visit_id))


def barriers(view: VisitView) -> tuple[Barrier, ...]:
    """What was found, then what was measured too small, each the worst first.

    Findings come first: they say whom it keeps from what.  What a finding tells is told once.
    """
    found = [_of_finding(finding, None) for finding in view.findings]
    measured: list[Barrier] = []
    for room in view.rooms:
        in_words = [_of_finding(finding, room) for finding in room.findings]
        told = {one.criterion for one in in_words if one.criterion and one.verdict in MISSED}
        found += in_words
        measured += _missed(view, room, told)
    return (*_worst_first(found), *_worst_first(measured))


def verdict_of_hazard(hazard: str | None) -> Verdict:
    """What a barrier in words comes to; without a hazard (code list hazard) it counts as one."""
    return _BY_HAZARD.get(hazard or "", "not_met")


def _of_finding(finding: Finding, room: RoomView | None) -> Barrier:
    activities = value_in_words("finding", "activities", finding.activities)
    where = "" if room is None else room_name(room.room)
    return Barrier(
        finding.id,
        finding.text or "",
        " · ".join(part for part in (where, activities) if part),
        verdict_of_hazard(finding.hazard),
        criterion=finding.criterion,
        room_id=finding.room_id,
        room_kind=WHOLE_DWELLING if room is None else room.room.kind,
        activities=tuple(finding.activities or ()),
        hazard=finding.hazard,
        is_wanted=finding.is_wanted,
        frequency=finding.frequency,
        is_finding=True,
    )


def _missed(view: VisitView, room: RoomView, told: set[str]) -> Iterator[Barrier]:
    for point in points_in(view, room):
        measured = room.measurements.get(point.key)
        if measured is not None and (point.part is not None or point.criterion.id not in told):
            yield _of_measurement(view, room, point, measured)


def _of_measurement(view: VisitView, room: RoomView, point: Point, measured: Measurement) -> Barrier:
    criterion = point.criterion
    assessment = worse_verdict_on(criterion, view, measured)
    said = value_text(criterion, measured)
    is_number = measured.value is not None or not said
    what = f"{point.title()} {said}".strip() if is_number else f"{point.title()}: {said}"
    return Barrier(
        measured.id,
        what,
        " · ".join(part for part in (room_name(room.room), assessment.required_text) if part),
        assessment.verdict,
        criterion=criterion.id,
        part_id=measured.part_id,
        room_id=room.room.id,
        room_kind=room.room.kind,
        is_wanted=measured.is_wanted,
        frequency=measured.frequency,
    )


def _worst_first(found: list[Barrier]) -> list[Barrier]:
    return [one for verdict in MISSED for one in found if one.verdict == verdict]
