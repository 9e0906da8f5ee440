"""What a visit says about each place of a dwelling, found by the ids of an earlier visit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.visit.barriers import Barrier, verdict_of_hazard
from zwk_barrier.casework.visit.measured_before import part_places, room_places
from zwk_barrier.casework.visit.measuring import points_in, value_text, worse_verdict_on
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.model import Finding
from zwk_barrier.rules.comparison import same_places
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.requirements import Verdict, worst


@dataclass(frozen=True, slots=True)
class Seen:
    """What one visit found at a place: the value ready to read, and the verdict, None when nobody looked."""

    value: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a barrier is: a measured point, or, with folded ``words``, what was said of a room or the dwelling.

    Ids are those of the earlier visit wherever there are such.
    """

    room: UUID | None
    criterion: str | None
    part: UUID | None = None
    words: str = ""

    @property
    def point(self) -> "Spot":
        """The measured point that the words are about."""
        return Spot(self.room, self.criterion, self.part)

    def is_about(self, other: "Spot") -> bool:
        """Whether the words here tell of what is there; nothing is said of one further part alone."""
        if self.room != other.room or other.part is not None:
            return False
        is_same = bool(self.words) and self.words == other.words
        return is_same or (self.criterion is not None and self.criterion == other.criterion)


@dataclass(frozen=True, slots=True)
class SeenPoint:
    """A measured point: what it is, e.g. ``Innentür: Lichte Breite``, and what is required of it there."""

    seen: Seen
    text: str
    required: str


@dataclass(frozen=True, slots=True)
class Looked:
    """All that a visit says: by measured point, and in words."""

    measured: Mapping[Spot, SeenPoint]
    told: Sequence[tuple[Spot, Seen]]

    def point(self, spot: Spot) -> SeenPoint | None:
        """What was measured there, or at the point that the words there are about."""
        return self.measured.get(spot.point)

    def at(self, spot: Spot) -> Seen:
        """What was found there; of a value and words about the same the worse counts."""
        point = self.point(spot)
        values = [] if point is None else [point.seen]
        words = [seen for there, seen in self.told if there.is_about(spot)]
        found = words + values if spot.words else values + words
        return Seen(found[0].value, worst([seen.verdict for seen in found])) if found else Seen()


class SameIds:
    """The ids of a later visit's rooms and parts as those of an earlier one; without it, its own."""

    def __init__(
        self, rooms: Mapping[UUID, UUID] | None = None, parts: Mapping[UUID, UUID] | None = None
    ) -> None:
        self._rooms, self._parts = rooms or {}, parts or {}

    @classmethod
    def of(cls, before: VisitView, after: VisitView) -> "SameIds":
        """Which room and part of the later visit is which of the earlier one."""
        then, now = ([one.room for one in view.rooms] for view in (before, after))
        rooms = same_places(room_places(then), room_places(now))
        earlier = {one.room.id: one for one in before.rooms}
        parts: dict[UUID, UUID] = {}
        for room in after.rooms:
            old = earlier.get(rooms.get(room.room.id, room.room.id))
            if old is not None:
                parts |= same_places(
                    part_places(old.parts, old.room.id), part_places(room.parts, room.room.id)
                )
        return cls(rooms, parts)

    def spot(self, barrier: Barrier) -> Spot:
        """Where a barrier is."""
        words = fold(barrier.text) if barrier.is_finding else ""
        return self.place(barrier.room_id, barrier.criterion, barrier.part_id, words)

    def place(
        self, room: UUID | None, criterion: str | None, part: UUID | None = None, words: str = ""
    ) -> Spot:
        """A place in the ids of the earlier visit."""
        known_room = None if room is None else self._rooms.get(room, room)
        return Spot(known_room, criterion, None if part is None else self._parts.get(part, part), words)


def looked_at(view: VisitView, ids: SameIds) -> Looked:
    """Everything a visit says."""
    findings = [*view.findings, *(one for room in view.rooms for one in room.findings)]
    return Looked(
        {spot: point for room in view.rooms for spot, point in _measured(view, room, ids)},
        [_told(one, ids) for one in findings],
    )


def _told(finding: Finding, ids: SameIds) -> tuple[Spot, Seen]:
    spot = ids.place(finding.room_id, finding.criterion, words=fold(finding.text or ""))
    hazard = value_in_words("finding", "hazard", finding.hazard)
    return spot, Seen(hazard, verdict_of_hazard(finding.hazard))


def _measured(view: VisitView, room: RoomView, ids: SameIds) -> Iterator[tuple[Spot, SeenPoint]]:
    for point in points_in(view, room):
        row = room.measurements.get(point.key)
        if row is None:
            continue
        judged = worse_verdict_on(point.criterion, view, row)
        yield (
            ids.place(room.room.id, point.criterion.id, point.part_id),
            SeenPoint(
                Seen(value_text(point.criterion, row), judged.verdict),
                point.title(),
                judged.required_text,
            ),
        )
