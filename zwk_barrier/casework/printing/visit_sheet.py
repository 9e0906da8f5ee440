"""Gathers everything the paper sheet for a visit shows, so that the document itself asks nobody."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.casework.visit.measuring import Point, points_in
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView, load_visit
from zwk_barrier.model.visit_sheet import ConsentLine, SheetGroup, SheetLine, SheetRoom, VisitSheet
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirements import INDIVIDUAL
from zwk_barrier.rules.requirements import UNITS_NOT_SPOKEN, required_text
from zwk_barrier.rules.typed import format_time
from zwk_barrier.wording import _

ASKED_CONSENTS: Final = ("daten_beratung", "fotos")
METHODS: Final = ("zollstock", "massband", "laser", "geschaetzt")
_SEVERAL_DOORS: Final = frozenset({"flur"})
_STEM: Final = 6


def gather_sheet(session: Session, visit_id: UUID, printed_on: date, *, with_name: bool = True) -> VisitSheet:
    """The complete record of one visit's paper sheet, in the language texts come in now; raises NotFound.

    Without the name the case number alone says whose it is, should the sheet get lost on the way.
    """
    view = load_visit(session, visit_id)
    case, visit = load_case(session, view.case.id), view.visit
    rooms = tuple(_room(view, room) for room in view.rooms)
    return VisitSheet(
        letterhead=letterhead_of(office_settings(session)),
        case_number=case.case.number,
        person=case.person.full_name if with_name else "",
        address=address_of(case) if with_name else (),
        planned=visit.visited_on,
        begins="" if visit.begins_at is None else format_time(visit.begins_at),
        advisor=case.staff_names.get(visit.staff_id, "") if visit.staff_id else "",
        profile=view.basis.profile.label(),
        points=sum(len(group.lines) for room in rooms for group in room.groups),
        consents=tuple(_consent(purpose, case) for purpose in ASKED_CONSENTS),
        methods=tuple(load_code_list("measuring_method").label(code) for code in METHODS),
        rooms=rooms,
        printed_on=printed_on,
        language=wording.language(),
    )


def _consent(purpose: str, case: CaseView) -> ConsentLine:
    given = [
        one.given_on
        for one in case.consents
        if one.purpose == purpose and one.given_on is not None and one.revoked_on is None
    ]
    return ConsentLine(load_code_list("consent_purpose").label(purpose), max(given, default=None))


def _room(view: VisitView, room: RoomView) -> SheetRoom:
    return SheetRoom(
        room_name(room.room), _groups(points_in(view, room), view, room.room.kind), room.room.note or ""
    )


def _groups(points: Iterable[Point], view: VisitView, kind: str) -> tuple[SheetGroup, ...]:
    """As on the screen: what stands alone comes last, together."""
    by_element: dict[str, list[Point]] = {}
    for point in points:
        by_element.setdefault(point.element(), []).append(point)
    groups = [
        SheetGroup(
            element,
            tuple(_line(one, view) for one in own),
            repeatable=kind in _SEVERAL_DOORS and own[0].criterion.group.endswith("tuer"),
        )
        for element, own in by_element.items()
        if len(own) > 1
    ]
    alone = tuple(_line(own[0], view, alone=True) for own in by_element.values() if len(own) == 1)
    if alone:
        groups.append(SheetGroup(_("Außerdem") if groups else _("Was"), alone))
    return tuple(groups)


def _line(point: Point, view: VisitView, *, alone: bool = False) -> SheetLine:
    criterion, basis = point.criterion, view.basis
    level = basis.profile.level_for(criterion)
    main = "" if level is None else required_text(criterion, level)
    own = "" if level == INDIVIDUAL else required_text(criterion, INDIVIDUAL)
    return SheetLine(
        _named(point) if alone else criterion.text(),
        criterion.kind,
        "" if criterion.unit in UNITS_NOT_SPOKEN else criterion.unit,
        main,
        own if own != main else "",
        matters=criterion.id in basis.mattering.first,
    )


def _named(point: Point) -> str:
    """What stands alone has no heading that says what it belongs to."""
    element, text = point.element(), point.criterion.text()
    stem = element.partition(" ")[0][:_STEM].casefold()  # Steckdose: it is said in „Höhe von Steckdosen“
    is_said = point.part is None and stem in text.casefold()
    return text if is_said else f"{element}: {text}"
