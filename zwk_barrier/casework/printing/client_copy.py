"""Gathers what a client's copy says: what was seen, what is suggested, what is agreed, as codes and numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.plan.measures import DROPPED, estimate_of
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_sections import PRIORITIES
from zwk_barrier.casework.printing.text_reviews import is_reviewed
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.measuring import Point, points_in, value_of, verdict_on, worse_verdict_on
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.model import Measure, Measurement, Person, Room
from zwk_barrier.model.client_copy import (
    AdviceState,
    AdvisedMeasure,
    AgreedStep,
    ClientCopy,
    MeasuredSize,
    SeenBarrier,
    SeenRoom,
)
from zwk_barrier.reference.client_texts import (
    CLIENT_LANGUAGES,
    OTHER_BARRIER,
    ClientLanguage,
    load_barrier_texts,
)
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, Pair, Requirement, Span

_STATES: Final[Mapping[str, AdviceState]] = {
    "beantragt": "applied",
    "bewilligt": "decided",
    "abgelehnt": "decided",
    "beauftragt": "ordered",
    "in_arbeit": "ordered",
    "umgesetzt": "done",
    "teilweise": "done",
}
_MONTHLY: Final = "im Monat"  # what the catalogue notes beside such a cost
_UNITS: Final = frozenset({"cm", "m", "%"})
_DANGEROUS: Final = "3"  # of the code list hazard


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """How a client's copy is wanted: in which language, beside German or alone, in large print or not."""

    language: ClientLanguage
    with_german: bool = False
    large: bool = False


def choice_for(
    person: Person, language: str = "", with_german: bool | None = None, large: bool | None = None
) -> CopyChoice:
    """What is chosen, and for the rest what suits somebody.

    Their language with German beside it, else easy German if they need that; large print for those who do.
    """
    needs = person.communication or ()
    usual: ClientLanguage = "ls" if "leichte_sprache" in needs else "de"
    spoken = next((one for one in CLIENT_LANGUAGES if one == person.language and one != "de"), None)
    chosen = next((one for one in CLIENT_LANGUAGES if one == language), spoken or usual)
    return CopyChoice(
        chosen,
        with_german=chosen not in {"de", "ls"} if with_german is None else with_german and chosen != "de",
        large="grossdruck" in needs if large is None else large,
    )


def gather_client_copy(
    session: Session,
    visit_id: UUID,
    printed_on: date,
    *,
    language: str = "",
    with_german: bool | None = None,
    large: bool | None = None,
) -> ClientCopy:
    """The complete record of one visit's copy, as chosen or as it suits the person.

    Raises NotFound for a visit that is not there.
    """
    view = load_visit(session, visit_id)
    case = load_case(session, view.case.id)
    choice = choice_for(case.person, language, with_german, large)
    office = office_settings(session)
    return ClientCopy(
        letterhead=letterhead_of(office),
        language=choice.language,
        person=case.person.full_name,
        address=address_of(case),
        case_number=case.case.number,
        visited_on=view.visit.visited_on,
        advisor=case.staff_names.get(view.visit.staff_id, "") if view.visit.staff_id else "",
        rooms=_rooms(view),
        measures=_measures(view, view.measures or case.measures),
        steps=tuple(
            AgreedStep(
                task.title, task.due_on, case.staff_names.get(task.staff_id, "") if task.staff_id else ""
            )
            for task in case.tasks
            if task.done_at is None and task.title
        ),
        printed_on=printed_on,
        next_visit=_next_visit(case, view, printed_on),
        reachable=office.contact_line or "",
        with_german=choice.with_german,
        large=choice.large,
        is_reviewed=is_reviewed(session, choice.language),
    )


def _next_visit(case: CaseView, view: VisitView, today: date) -> date | None:
    days = (visit.visited_on for visit in case.visits if visit.id != view.visit.id)
    return min((day for day in days if day is not None and day >= today), default=None)


def _rooms(view: VisitView) -> tuple[SeenRoom, ...]:
    """The rooms with barriers: first those with one the person wants changed, then in the order they were walked."""
    sizes = _sizes(view)
    by_room: dict[UUID | None, list[Barrier]] = {}
    for barrier in barriers(view):
        by_room.setdefault(barrier.room_id, []).append(barrier)
    known: list[Room | None] = [*(room.room for room in view.rooms), None]
    there = {None if room is None else room.id for room in known}
    rooms = []
    for room in known:
        found = by_room.get(None if room is None else room.id, [])
        if room is None:
            found = [*found, *(one for id_, lost in by_room.items() if id_ not in there for one in lost)]
        if found:
            seen = _told_once(found, sizes)
            rooms.append(
                SeenRoom(
                    "gesamt" if room is None else room.kind, seen, "" if room is None else room.name or ""
                )
            )
    return tuple(sorted(rooms, key=lambda room: not any(barrier.is_wanted for barrier in room.barriers)))


def _told_once(found: Sequence[Barrier], sizes: Mapping[UUID, MeasuredSize]) -> tuple[SeenBarrier, ...]:
    """Each barrier once: what two criteria say of the same part in the same words is one to the person."""
    told: dict[tuple[str, UUID | None], SeenBarrier] = {}
    for barrier in sorted(found, key=lambda one: not one.is_wanted):
        seen = _seen(barrier, sizes)
        place = barrier.id if barrier.is_finding else barrier.part_id
        told.setdefault((seen.key, place), seen)
    return tuple(told.values())


def _seen(barrier: Barrier, sizes: Mapping[UUID, MeasuredSize]) -> SeenBarrier:
    known = load_barrier_texts().get(barrier.criterion or "")
    key = "" if known is None else known.key
    if not barrier.is_finding and not key:
        key = OTHER_BARRIER
    return SeenBarrier(
        key=key,
        size=sizes.get(barrier.id) if known is not None and known.tells_size else None,
        activities=() if key else barrier.activities,
        german=barrier.text if barrier.is_finding or key == OTHER_BARRIER else "",
        is_wanted=bool(barrier.is_wanted),
        is_dangerous=barrier.hazard == _DANGEROUS,
    )


def _sizes(view: VisitView) -> dict[UUID, MeasuredSize]:
    """What was measured in lengths and slopes, by the measurement."""
    found = {}
    for room in view.rooms:
        for point in points_in(view, room):
            measured = room.measurements.get(point.key)
            if measured is not None and (size := _size(view, point, measured)) is not None:
                found[measured.id] = size
    return found


def _size(view: VisitView, point: Point, measured: Measurement) -> MeasuredSize | None:
    criterion, value = point.criterion, value_of(point.criterion, measured)
    if criterion.unit not in _UNITS or not isinstance(value, Decimal | tuple):
        return None
    asked = _asked(view, criterion, measured)
    least, most = (None, None) if asked is None else _bounds(asked)
    unit = cast("Any", criterion.unit)
    return MeasuredSize(unit, value if isinstance(value, tuple) else (value,), least, most)


def _asked(view: VisitView, criterion: Criterion, measured: Measurement) -> Requirement | None:
    """What the verdict rests on: the visit's profile, or the person's own dimensions where those are missed more."""
    by_profile = verdict_on(criterion, view.basis, measured, visit_method=view.visit.method)
    level = view.basis.profile.level_for(criterion)
    if worse_verdict_on(criterion, view, measured) != by_profile:
        level = INDIVIDUAL
    return criterion.required.get(level or "")


def _bounds(asked: Requirement) -> tuple[tuple[Decimal, ...] | None, tuple[Decimal, ...] | None]:
    match asked.value:
        case Span(low, high) if low != high:
            return (low,), (high,)
        case Pair(first, second):
            return (first, second), None
        case Decimal() as value if asked.comparison == ">=":
            return (value,), None
        case Decimal() as value if asked.comparison == "<=":
            return None, (value,)
        case _:  # one exact size would read as a demand
            return None, None


def _measures(view: VisitView, measures: Iterable[Measure]) -> tuple[AdvisedMeasure, ...]:
    wanted = [measure for measure in measures if measure.status not in DROPPED]
    order = (*PRIORITIES, None)
    wanted.sort(key=lambda one: order.index(one.priority) if one.priority in order else len(order))
    return tuple(_measure(view, measure) for measure in wanted)


def _measure(view: VisitView, measure: Measure) -> AdvisedMeasure:
    room = next((one.room for one in view.rooms if one.room.id == measure.room_id), None)
    entry = load_catalogue().get(measure.catalogue_number)
    low, high = estimate_of(measure) or (None, None)
    own = measure.title or ""
    return AdvisedMeasure(
        number="" if entry is None else entry.number,
        german="" if entry is not None and own in {"", entry.title_de, entry.title_en} else own,
        priority=next((one for one in PRIORITIES if one == measure.priority), ""),
        room_kind="" if room is None else room.kind,
        room_name="" if room is None else room.name or "",
        cost_low=low,
        cost_high=high,
        cost_quoted=measure.cost_quoted,
        is_monthly=entry is not None and entry.cost_note == _MONTHLY,
        payers=tuple(measure.payers or ()),
        needs_consent=bool(measure.needs_consent),
        state=_STATES.get(measure.status, ""),
    )
