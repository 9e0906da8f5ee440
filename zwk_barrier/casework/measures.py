"""Recommended measures, from the catalogue or in the advisor's own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Measure
from zwk_barrier.reference.measures import CatalogueMeasure
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class PlanCost:
    """What measures cost together, in euro cents, and how many have no estimate."""

    low: int
    high: int
    unpriced: int


def recommend(
    store: OfficeStore,
    case_id: UUID,
    *,
    visit_id: UUID | None = None,
    room_id: UUID | None = None,
    **values: object,
) -> tuple[Changed, UUID]:
    """A measure in the advisor's own words, at the end of the case's list."""
    with store.deed("measure_recommended", case_id=case_id) as deed:
        measure = Measure(
            case_id=case_id,
            visit_id=visit_id,
            room_id=room_id,
            position=_next_position(deed.session, case_id),
            **clean(Measure, values),
        )
        deed.session.add(measure)
        deed.session.flush()
    return deed.changed, measure.id


def move(store: OfficeStore, measure_id: UUID, steps: int) -> Changed:
    """Moves a measure up (negative) or down in the list of its case."""
    with store.deed("measure_moved") as deed:
        moved = get(deed.session, Measure, measure_id)
        ordered = list(
            deed.session.scalars(
                select(Measure)
                .where(Measure.case_id == moved.case_id, Measure.removed_at.is_(None))
                .order_by(Measure.position, Measure.id)
            )
        )
        place = ordered.index(moved)
        ordered.insert(max(0, min(len(ordered) - 1, place + steps)), ordered.pop(place))
        for position, measure in enumerate(ordered):
            measure.position = position
    return deed.changed


def from_catalogue(entry: CatalogueMeasure) -> dict[str, Any]:
    """The fields a catalogue entry fills in: all of them can be changed afterwards; cost in cents."""
    return {
        "catalogue_number": entry.number,
        "title": entry.title(),
        "kind": entry.kind,
        "trade": entry.trade or None,
        "cost_low": None if entry.cost_low is None else entry.cost_low * 100,
        "cost_high": None if entry.cost_high is None else entry.cost_high * 100,
        "needs_consent": entry.consent_needed,
    }


def cost_of(plan: Iterable[Measure]) -> PlanCost:
    """The sum of all estimates: "up to" begins at nothing, "from" ends where it begins."""
    low = high = unpriced = 0
    for measure in plan:
        ends = [end for end in (measure.cost_low, measure.cost_high) if end is not None]
        if not ends:
            unpriced += 1
            continue
        low += 0 if measure.cost_low is None else measure.cost_low
        high += max(ends)
    return PlanCost(low, high, unpriced)


def _next_position(session: Session, case_id: UUID) -> int:
    last = session.scalar(select(func.max(Measure.position)).where(Measure.case_id == case_id))
    return 0 if last is None else last + 1
