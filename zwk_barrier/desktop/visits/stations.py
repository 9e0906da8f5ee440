"""The places of a visit and how far each one is."""

from typing import Final

from zwk_barrier.casework.cases import CaseView
from zwk_barrier.casework.measuring import Coverage, coverage_of, points_in, verdict_on
from zwk_barrier.casework.visit_report import address_of, room_name
from zwk_barrier.casework.visits import RoomView, VisitView
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.visits.rail import Station
from zwk_barrier.rules.typed import format_date
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


def coverage(view: VisitView) -> Coverage:
    """How much of the whole dwelling was looked at."""
    return coverage_of(view)


def _station(view: VisitView, room: RoomView) -> Station:
    share = coverage_of(view, [room])
    return Station(
        str(room.room.id),
        room_name(room.room),
        f"{share.checked}/{share.of}" if share.of else "",
        _worst(view, room) if share.checked else Verdict.UNKNOWN,
        _("{checked} von {all} geprüft").format(checked=share.checked, all=share.of) if share.of else "",
    )


def _worst(view: VisitView, room: RoomView) -> Verdict:
    words = {
        verdict_on(
            point.criterion, view.basis, room.measurements[point.key], visit_method=view.visit.method
        ).verdict
        for point in points_in(view, room)
        if point.key in room.measurements
    }
    if "not_met" in words:
        return Verdict.UNMET
    return Verdict.PARTLY if "partly" in words else Verdict.MET
