"""What became of the barriers of one visit at a later one: solved, partly, still there, not looked at again, new.

Rooms belong together by kind, name and order, points by criterion and part, words by their text or the
criterion they are about.  Each value is judged by what its own visit is judged by; both share the
requirements (docs/decisions/0017), so only the dwelling and the person can have changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.plan.measures import DROPPED
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.looked_at import Looked, SameIds, Seen, looked_at
from zwk_barrier.casework.visit.photo_pairs import PhotoPair, pairs_of
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.model import Measure, Visit
from zwk_barrier.rules.comparison import Result, result
from zwk_barrier.rules.requirements import MISSED
from zwk_barrier.wording import _

DONE: Final = frozenset({"umgesetzt", "teilweise"})
"""The states of a measure that something was changed by."""


@dataclass(frozen=True, slots=True)
class ComparedBarrier:
    """One barrier then and now, ready to read.

    ``id`` is that of the barrier at the earlier visit, for a new one at the later.  ``measures`` are the
    titles of what was carried out to solve it.  ``is_aimed`` says that it was meant to go: it was marked, or a
    measure was recommended for it.  ``is_same_value`` says that the verdict changed though the value did not:
    the person needs something else now.
    """

    id: UUID
    result: Result
    room: str
    text: str
    required: str
    before: Seen
    after: Seen
    measures: tuple[str, ...] = ()
    is_finding: bool = False
    is_same_value: bool = False
    is_aimed: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two visits of a case and every barrier of both; what was meant to go first, then the worst first."""

    before: Visit
    after: Visit
    barriers: tuple[ComparedBarrier, ...]
    photos: tuple[PhotoPair, ...] = ()

    def with_result(self, *results: Result) -> tuple[ComparedBarrier, ...]:
        """The barriers of which this became, in the order of the results."""
        return tuple(one for wanted in results for one in self.barriers if one.result == wanted)

    def count(self, *results: Result) -> int:
        """How many barriers this became of."""
        return len(self.with_result(*results))

    @property
    def aimed(self) -> tuple[ComparedBarrier, ...]:
        """The barriers that were meant to go."""
        return tuple(one for one in self.barriers if one.is_aimed)

    @property
    def total(self) -> int:
        """How many barriers the earlier visit had."""
        return len(self.barriers) - self.count("new")

    @property
    def is_begun(self) -> bool:
        """Whether the later visit has looked at something."""
        return len(self.barriers) > self.count("not_checked")


def compare(session: Session, before_id: UUID, after_id: UUID) -> Comparison:
    """What became of the barriers of an earlier visit at a later one of the same case; raises NotFound."""
    before, after = load_visit(session, before_id), load_visit(session, after_id)
    case_id = before.case.id
    return Comparison(
        before.visit,
        after.visit,
        compared(before, after, measures_of(session, case_id)),
        _pairs(pairs_of(session, case_id), before, after),
    )


def compared(
    before: VisitView, after: VisitView, measures: Sequence[Measure] = ()
) -> tuple[ComparedBarrier, ...]:
    """Every barrier of two visits; ``measures`` are those of the case."""
    then, now = SameIds(), SameIds.of(before, after)
    pair = (looked_at(before, then), looked_at(after, now))
    found = [_compared(one, before, then, pair, measures) for one in barriers(before)]
    came = [_compared(one, after, now, pair, measures) for one in barriers(after)]
    everything = [*found, *(one for one in came if one.result == "new")]
    return tuple(sorted(everything, key=lambda one: not one.is_aimed))


def _compared(
    barrier: Barrier,
    view: VisitView,
    ids: SameIds,
    looked: tuple[Looked, Looked],
    measures: Sequence[Measure],
) -> ComparedBarrier:
    spot = ids.spot(barrier)
    before, after = (each.at(spot) for each in looked)
    points = [point for each in reversed(looked) if (point := each.point(spot)) is not None]
    known = min(points, key=lambda point: point.seen.verdict not in MISSED, default=None)
    words = "" if known is None else known.text
    became = result(before.verdict, after.verdict)
    for_this = [one for one in measures if str(barrier.id) in (one.barriers or ())]
    return ComparedBarrier(
        barrier.id,
        "remaining" if became is None else became,
        _room_name(view, barrier.room_id),
        barrier.text if barrier.is_finding else words,
        "" if known is None else known.required,
        before,
        after,
        tuple(one.title or _("Ohne Bezeichnung") for one in for_this if one.status in DONE),
        barrier.is_finding,
        is_same_value=bool(before.value) and before.value == after.value and before.verdict != after.verdict,
        is_aimed=bool(barrier.is_wanted) or any(one.status not in DROPPED for one in for_this),
    )


def _room_name(view: VisitView, room_id: UUID | None) -> str:
    room = next((one for one in view.rooms if one.room.id == room_id), None)
    return place_name(None if room is None else room.room)


def measures_of(session: Session, case_id: UUID) -> Sequence[Measure]:
    """The measures of a case in their order."""
    query = select(Measure).where(Measure.case_id == case_id, Measure.removed_at.is_(None))
    return session.scalars(query.order_by(Measure.position, Measure.id)).all()


def _pairs(pairs: Iterable[PhotoPair], before: VisitView, after: VisitView) -> tuple[PhotoPair, ...]:
    """Those that show a place at the one visit and at the other."""
    return tuple(
        pair
        for pair in pairs
        if (pair.before.photo.visit_id, pair.after.photo.visit_id) == (before.visit.id, after.visit.id)
    )
