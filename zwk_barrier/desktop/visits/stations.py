"""The places of a visit and how far each one is."""

from typing import Final

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.casework.visit.measuring import Coverage, coverage_of, points_in, worse_verdict_on
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.visits.rail import Station
from zwk_barrier.rules.requirements import worst
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

DETAILS: Final = "details"
FIT: Final = "fit"
MEASURES: Final = "measures"


class StationBook:
    """Works out how far each place is, and again only where something changed since the last time."""

    def __init__(self) -> None:
        self._rooms: dict[object, tuple[object, Station, Coverage]] = {}
        self.coverage = Coverage(0, 0)

    def stations_of(self, view: VisitView) -> list[Station]:
        """The places of a visit in their order; ``coverage`` is then that of the whole dwelling."""
        known, self._rooms = self._rooms, {}
        self.coverage = Coverage(0, 0)
        for room in view.rooms:
            state, old = _state(view, room), known.get(room.room.id)
            if old is None or old[0] != state:
                share = coverage_of(view, [room])
                old = (state, _station(view, room, share), share)
            self._rooms[room.room.id] = old
            self.coverage += old[2]
        return _around([old[1] for old in self._rooms.values()], view)


def _state(view: VisitView, room: RoomView) -> object:
    """Everything that a room's station follows from, to be compared."""
    values = [
        (key, one.value, one.second_value, one.answer, one.grade, one.method, one.is_applicable)
        for key, one in room.measurements.items()
    ]
    parts = [(part.id, part.kind, part.name) for part in room.parts]
    return (view.basis, view.visit.method, room.room.kind, room.room.name, room.again, parts, values)


def _around(rooms: list[Station], view: VisitView) -> list[Station]:
    """Details first, the rooms in their order, then the fit, the measures last."""
    count = len(view.measures)
    measures = Station(
        MEASURES,
        _("Maßnahmen"),
        str(count) if count else "",
        spoken=_("{count} empfohlen").format(count=count) if count else "",
    )
    return [Station(DETAILS, _("Angaben zum Besuch")), *rooms, Station(FIT, _("Passung")), measures]


def room_at(view: VisitView, key: str) -> RoomView | None:
    """The room of a key; None for the other places."""
    return next((room for room in view.rooms if str(room.room.id) == key), None)


def whose(view: VisitView, case: CaseView) -> tuple[str, str]:
    """Whose home it is, and which visit."""
    who = case.person.family_name or case.case.number
    where = next(iter(address_of(case)), "")
    visited_on = view.visit.visited_on
    when = format_date(visited_on) if visited_on else _("noch ohne Datum")
    return (
        " · ".join(part for part in (who, where) if part),
        _("Hausbesuch {date}").format(date=when),
    )


def _station(view: VisitView, room: RoomView, share: Coverage) -> Station:
    return Station(
        str(room.room.id),
        room_name(room.room),
        f"{share.checked}/{share.of}" if share.of else "",
        _worst(view, room) if share.checked else Verdict.UNKNOWN,
        _("{checked} von {all} geprüft").format(checked=share.checked, all=share.of) if share.of else "",
    )


def _worst(view: VisitView, room: RoomView) -> Verdict:
    """The colour of a room: what the worst of its values comes to, also for the person's own aid."""
    found = worst(
        worse_verdict_on(point.criterion, view, room.measurements[point.key]).verdict
        for point in points_in(view, room)
        if point.key in room.measurements
    )
    return {"not_met": Verdict.UNMET, "partly": Verdict.PARTLY}.get(found or "", Verdict.MET)
