"""The places of a visit and how far each one is."""

from typing import Final

from zwk_barrier.casework.measuring import Coverage, coverage_of, criteria_in, verdict_on
from zwk_barrier.casework.visit_report import room_name
from zwk_barrier.casework.visits import RoomView, VisitView
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.visits.rail import Station
from zwk_barrier.wording import _

DETAILS: Final = "details"
MEASURES: Final = "measures"


def stations_of(view: VisitView) -> list[Station]:
    """Details first, the rooms in their order, the measures last."""
    rooms = [_station(view, room) for room in view.rooms]
    count = len(view.measures)
    measures = Station(
        MEASURES,
        _("Maßnahmen"),
        str(count) if count else "",
        spoken=_("{count} empfohlen").format(count=count) if count else "",
    )
    return [Station(DETAILS, _("Angaben zum Besuch")), *rooms, measures]


def coverage(view: VisitView) -> Coverage:
    """How much of the whole dwelling was looked at."""
    return coverage_of(view.visit, view.rooms)


def _station(view: VisitView, room: RoomView) -> Station:
    share = coverage_of(view.visit, [room])
    return Station(
        str(room.room.id),
        room_name(room.room),
        f"{share.checked}/{share.of}" if share.of else "",
        _worst(view, room) if share.checked else Verdict.UNKNOWN,
        _("{checked} von {all} geprüft").format(checked=share.checked, all=share.of) if share.of else "",
    )


def _worst(view: VisitView, room: RoomView) -> Verdict:
    words = {
        verdict_on(criterion, view.visit, room.measurements[criterion.id]).verdict
        for criterion in criteria_in(view.visit, room)
        if criterion.id in room.measurements
    }
    if "not_met" in words:
        return Verdict.UNMET
    return Verdict.PARTLY if "partly" in words else Verdict.MET
