"""What the catalogue proposes against a barrier: the simpler first, each with its reason; the advisor decides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.plan.answers import answers
from zwk_barrier.casework.plan.measures import BUILDING_WORK, DROPPED, from_catalogue, next_position
from zwk_barrier.casework.records import clean
from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.judging import judged
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.model import Measure
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import CatalogueMeasure, load_catalogue
from zwk_barrier.reference.solutions import Solution, load_solutions
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import ngettext

_OWN_HOUSE: Final = "eigentum_haus"
_NAMED_BARRIERS: Final = 2
_PLACES_FOR_EASING: Final = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """One measure in one place: what it removes, what it only makes easier, and why.

    ``room_id`` is ``None`` for one that reaches the whole dwelling.  One that ``is_parted`` is for a single
    door or window, of which ``part_id`` names a further one.  Costs in euro cents, ``None`` where they run
    on; ``cautions`` are sentences.
    """

    entry: CatalogueMeasure
    room_id: UUID | None
    part_id: UUID | None
    is_parted: bool
    solves: tuple[UUID, ...]
    eases: tuple[UUID, ...]
    why: str
    cautions: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names it among the proposals of a visit."""
        places = (place.hex for place in (self.room_id, self.part_id) if place is not None)
        return "/".join((self.entry.number, *places))

    @property
    def low(self) -> int | None:
        """From, in euro cents."""
        return None if self.entry.cost_low is None else self.entry.cost_low * 100

    @property
    def high(self) -> int | None:
        """To, in euro cents."""
        return None if self.entry.cost_high is None else self.entry.cost_high * 100

    @property
    def is_building_work(self) -> bool:
        """Whether something is built."""
        return self.entry.kind in BUILDING_WORK

    def is_near(self, room_id: UUID | None) -> bool:
        """Whether it meets what is done in that room; ``None`` is the whole dwelling."""
        return self.room_id is None or room_id is None or self.room_id == room_id

    def excludes(self, other: "Proposal") -> bool:
        """Whether the two do not go together: at one door or window, or in one room."""
        both_parted = self.is_parted and other.is_parted
        is_met = self.is_near(other.room_id) and (not both_parted or self.part_id == other.part_id)
        return is_met and load_solutions().excluded(self.entry.number, other.entry.number) is not None

    @property
    def barriers(self) -> tuple[UUID, ...]:
        """Everything it is meant for, what it removes first."""
        return (*self.solves, *self.eases)


def proposals(view: VisitView, barriers: Sequence[Barrier]) -> tuple[Proposal, ...]:
    """Everything the catalogue has against these barriers, the simplest first, then the cheapest.

    One measure in one place is one proposal, however many barriers it is for.  What was recommended for
    that place already is left out.
    """
    gathered: dict[str, Proposal] = {}
    for barrier, row in _fitting(view, barriers):
        entry = load_catalogue().get(row.measure)
        if entry is not None:
            one = _proposal(entry, row, barrier)
            known = gathered.get(one.key)
            gathered[one.key] = one if known is None else _together(known, one)
    taken = {key for measure in kept_measures(view) for key in _taken(view, measure, gathered)}
    return tuple(sorted((one for key, one in gathered.items() if key not in taken), key=ease_of_use))


def proposals_for(view: VisitView, barriers: Sequence[Barrier]) -> Mapping[UUID, tuple[Proposal, ...]]:
    """For each barrier what could be done about it, the simpler ones first; see :func:`proposals`."""
    all_of_them = proposals(view, barriers)
    return {
        barrier.id: tuple(one for one in all_of_them if barrier.id in one.barriers) for barrier in barriers
    }


def why_none(barrier: Barrier) -> str:
    """Why the catalogue has nothing against a barrier, a sentence; empty when nobody wrote it down."""
    reason = load_solutions().without_measure.get(barrier.criterion or "")
    return "" if reason is None else reason.text()


def ease_of_use(proposal: Proposal) -> tuple[int, int]:
    """The order of proposals: by the kind of measure from advice to moving, then by cost."""
    return simplicity(proposal.entry.kind), (proposal.low or 0) + (proposal.high or 0)


def first_choice(found: Sequence[Proposal], barriers: Iterable[Barrier], count: int) -> list[Proposal]:
    """Up to ``count`` proposals to show first, in their order, and then the others.

    For each barrier the simplest that removes it; two places stay for the simplest that make it easier.
    """
    firsts: dict[str, Proposal] = {}
    for barrier in barriers:
        removing = next((one for one in found if barrier.id in one.solves), None)
        if removing is not None and len(firsts) < count - _PLACES_FOR_EASING:
            firsts[removing.key] = removing
    easing = [one for one in found if not one.solves][:_PLACES_FOR_EASING]
    for one in (*easing, *found):
        if len(firsts) < count:
            firsts[one.key] = one
    shown = [one for one in found if one.key in firsts]
    return [*shown, *(one for one in found if one.key not in firsts)]


@cache
def simplicity(kind: str) -> int:
    """How far from simple a kind of measure is, 0 for advice: its place in the code list measure_kind."""
    return [code.code for code in load_code_list("measure_kind")].index(kind)


def needs_consent(view: VisitView, entry: CatalogueMeasure) -> bool:
    """Whether somebody else has to agree; in one's own house nobody has."""
    return entry.consent_needed and (view.dwelling is None or view.dwelling.tenure != _OWN_HOUSE)


def accept(store: OfficeStore, view: VisitView, proposal: Proposal) -> tuple[Changed, UUID]:
    """Recommends what was proposed, with reason, priority and the barriers it is for; gives the measure's id."""
    with store.deed("measure_recommended", case_id=view.case.id) as deed:
        (measure,) = recommend_all(deed.session, view, [proposal])
    return deed.changed, measure.id


def recommend_all(session: Session, view: VisitView, chosen: Iterable[Proposal]) -> list[Measure]:
    """Adds measures at the end of the case's list, in this order; within a deed."""
    first = next_position(session, view.case.id)
    added = [
        Measure(
            case_id=view.case.id,
            visit_id=view.visit.id,
            room_id=proposal.room_id,
            position=first + place,
            **clean(Measure, values_of(view, proposal)),
        )
        for place, proposal in enumerate(chosen)
    ]
    session.add_all(added)
    session.flush()
    return added


def values_of(view: VisitView, proposal: Proposal) -> dict[str, Any]:
    """The fields of the measure a proposal becomes."""
    standing = judged(view)
    for_these = [standing[barrier_id] for barrier_id in proposal.barriers if barrier_id in standing]
    reasons = [one.reason for one in for_these[:_NAMED_BARRIERS]]
    more = len(for_these) - len(reasons)
    if more:
        reasons.append(
            ngettext("Dazu {count} weitere Barriere.", "Dazu {count} weitere Barrieren.", more).format(
                count=more
            )
        )
    return {
        **from_catalogue(proposal.entry),
        "needs_consent": needs_consent(view, proposal.entry),
        "reason": " ".join([*reasons, proposal.why]),
        "priority": min((one.priority for one in for_these), default=None),
        "barriers": [str(barrier_id) for barrier_id in proposal.barriers],
    }


def kept_measures(view: VisitView) -> tuple[Measure, ...]:
    """The measures recommended at this visit that have not been dropped since."""
    return tuple(one for one in view.measures if one.status not in DROPPED)


def _fitting(view: VisitView, barriers: Iterable[Barrier]) -> Iterator[tuple[Barrier, Solution]]:
    """Each barrier with the rows that answer it; of one measure only the row that does most."""
    for barrier in barriers:
        best: dict[str, Solution] = {}
        for row in answers(view, barrier):
            if row.measure not in best or row.effect == "ganz":
                best[row.measure] = row
        for row in best.values():
            yield barrier, row


def _proposal(entry: CatalogueMeasure, row: Solution, barrier: Barrier) -> Proposal:
    reached = (barrier.id,)
    is_solved = row.effect == "ganz"
    return Proposal(
        entry,
        None if row.scope == "wohnung" else barrier.room_id,
        barrier.part_id if row.scope == "stelle" else None,
        row.scope == "stelle",
        reached if is_solved else (),
        () if is_solved else reached,
        row.reason.text(),
        tuple(load_solutions().warnings[code].text() for code in row.warnings),
    )


def _together(one: Proposal, other: Proposal) -> Proposal:
    """The same measure against more barriers; the reason stays that of what it removes."""
    first, second = (other, one) if other.solves and not one.solves else (one, other)
    return Proposal(
        one.entry,
        one.room_id,
        one.part_id,
        one.is_parted,
        one.solves + other.solves,
        one.eases + other.eases,
        first.why,
        tuple(dict.fromkeys(first.cautions + second.cautions)),
    )


def _taken(view: VisitView, measure: Measure, gathered: Mapping[str, Proposal]) -> Iterator[str]:
    """The proposals a recommended measure already is."""
    meant = set(measure.barriers or ())
    for key, one in gathered.items():
        if one.entry.number != measure.catalogue_number:
            continue
        is_meant = any(str(barrier_id) in meant for barrier_id in one.barriers)
        is_whole = one.part_id is None and one.room_id in (None, measure.room_id)
        if is_meant or (is_whole and does_meet(view, measure, one)):
            yield key


def does_meet(view: VisitView, measure: Measure, proposal: Proposal) -> bool:
    """Whether a recommended measure is for the place of a proposal: the same door or window, else the same room."""
    if not proposal.is_near(measure.room_id):
        return False
    parts = _parts_of(view, measure)
    return not (proposal.is_parted and parts) or proposal.part_id in parts


def _parts_of(view: VisitView, measure: Measure) -> frozenset[UUID | None]:
    """The doors or windows a measure is for, by its barriers, ``None`` for the first; empty when it is for none."""
    if not any(row.measure == measure.catalogue_number and row.scope == "stelle" for row in load_solutions()):
        return frozenset()
    meant = set(measure.barriers or ())
    seen = {one.id: one.part_id for room in view.rooms for one in room.measurements.values()}
    seen.update((one.id, None) for room in view.rooms for one in room.findings)
    return frozenset(part_id for barrier_id, part_id in seen.items() if str(barrier_id) in meant)


def room_word(view: VisitView, proposal: Proposal) -> str:
    """Where it would be done."""
    room = next((one.room for one in view.rooms if one.room.id == proposal.room_id), None)
    return place_name(room)
