"""Gathers the plan a craftsman works from: trade by trade, with dimensions, drawings and chosen photos.

Of the person nothing is in it but the address: no name, no number, no reason, and no aid in the drawings.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.plan.measures import DROPPED, house_warnings
from zwk_barrier.casework.printing.identities import add_others, identities_of, signs
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_material import filled, value
from zwk_barrier.casework.printing.visit_report import address_of, floor_text
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.photo_words import text_alternative
from zwk_barrier.casework.visit.rooms import place_name, room_name
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.model import Measure, Office, Photo, Room
from zwk_barrier.model.craft_plan import CraftMeasure, CraftPlan, CraftRoom, CraftTrade
from zwk_barrier.model.visit_report import FloorPlan, PhotoPlate
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.marks import read_marks, with_words
from zwk_barrier.rules.redaction import Redactor
from zwk_barrier.rules.sketch import describe, from_drawing, label_of
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _

_OVER: Final = frozenset({"umgesetzt", *DROPPED})


def gather_craft_plan(
    session: Session,
    photos: PhotoStore,
    case_id: UUID,
    day: date,
    *,
    trade: str | None = None,
    chosen: Collection[UUID] = (),
) -> CraftPlan:
    """The plan for one trade, or for all with None; ``chosen`` are the photos that show nobody.

    Raises NotFound.  Measures that were dropped or are done are left out.
    """
    view, office = load_case(session, case_id), office_settings(session)
    seen = [load_visit(session, visit.id) for visit in view.visits]
    wanted = [one for one in view.measures if one.status not in _OVER and trade in (None, one.trade)]
    redactor = _redactor(session, view, office, seen)
    rooms = {room.room.id: room.room for visit in seen for room in visit.rooms}
    known = {one.id: one for visit in seen for one in barriers(visit)}
    return CraftPlan(
        letterhead=letterhead_of(office),
        address=address_of(view),
        place=_place(view),
        trades=tuple(_trades(wanted, view, rooms, known, redactor)),
        rooms=tuple(_rooms(wanted, rooms, known, redactor)),
        photos=tuple(_photos(view, photos, rooms, {one.visit.id: one for one in seen}, chosen, redactor)),
        measured_on=_last_day(view, day),
        printed_on=day,
        language=wording.language(),
    )


def craft_trades(view: CaseView) -> tuple[tuple[str, str], ...]:
    """The trades that have something to do in a case, as code and label."""
    labels = load_code_list("trade")
    found = dict.fromkeys(one.trade for one in view.measures if one.trade and one.status not in _OVER)
    return tuple((code, labels.label(code)) for code in found)


def _last_day(view: CaseView, day: date) -> date | None:
    days = [one.visited_on for one in view.visits if one.visited_on is not None]
    return max((one for one in days if one <= day), default=None)


def _redactor(session: Session, view: CaseView, office: Office, seen: Iterable[VisitView]) -> Redactor:
    """Takes everybody out of titles, captions and marks; a plain word stands there instead."""
    found = identities_of(session, view, office, b"")
    texts = [one.title or "" for one in view.measures] + [one.caption or "" for one in view.photos]
    texts += [finding.text or "" for visit in seen for room in visit.rooms for finding in room.findings]
    add_others(session, found, texts)
    plain = signs()
    return Redactor(
        tuple(replace(one, instead=plain.name) if one.kind == "name" else one for one in found.known), plain
    )


def _place(view: CaseView) -> tuple[tuple[str, str], ...]:
    building, dwelling = view.building, view.dwelling
    return filled(
        (_("Gebäude"), value(building, "building_type")),
        (_("Baujahr"), value(building, "building_age")),
        (_("Denkmalschutz"), value(building, "is_listed")),
        (_("Lage der Wohnung"), floor_text(dwelling.floor)),
        (_("Aufzug"), value(building, "has_lift")),
        (_("Stufen bis zur Haustür"), value(building, "steps_to_entrance")),
        (_("Stufen bis zur Wohnung"), value(dwelling, "steps_to_dwelling")),
    )


def _trades(
    wanted: Sequence[Measure],
    view: CaseView,
    rooms: Mapping[UUID, Room],
    known: Mapping[UUID, Barrier],
    redactor: Redactor,
) -> Iterator[CraftTrade]:
    labels = load_code_list("trade")
    for code in sorted(dict.fromkeys(one.trade for one in wanted), key=lambda one: not one):
        own = [one for one in wanted if one.trade == code]
        name = labels.label(code) if code else _("Noch keinem Gewerk zugeordnet")
        measures = tuple(_measure(one, view, rooms, known, redactor) for one in own)
        yield CraftTrade(name, measures, is_known=bool(code))


def _measure(
    one: Measure,
    view: CaseView,
    rooms: Mapping[UUID, Room],
    known: Mapping[UUID, Barrier],
    redactor: Redactor,
) -> CraftMeasure:
    room = rooms.get(one.room_id) if one.room_id else None
    solved = [known[key] for code in one.barriers or () if (key := UUID(code)) in known]
    return CraftMeasure(
        redactor.redacted(one.title or _("Ohne Bezeichnung")),
        redactor.redacted(room_name(room)) if room else place_name(None),
        _sizes(solved),
        tuple(redactor.redacted(text) for text in house_warnings(one, view.building)),
    )


def _rooms(
    wanted: Sequence[Measure],
    rooms: Mapping[UUID, Room],
    known: Mapping[UUID, Barrier],
    redactor: Redactor,
) -> Iterator[CraftRoom]:
    """The rooms where something is done, with what is too small there and the drawing."""
    for room_id in dict.fromkeys(one.room_id for one in wanted if one.room_id):
        room = rooms.get(room_id)
        if room is None:
            continue
        name = redactor.redacted(room_name(room))
        found = [one for one in known.values() if one.room_id == room_id]
        sizes, plan = _sizes(found), _plan(room, name)
        if sizes or plan:
            yield CraftRoom(name, sizes, plan)


def _sizes(found: Iterable[Barrier]) -> tuple[tuple[str, str], ...]:
    """What was measured and what is needed; words somebody wrote are not among it."""
    return tuple((one.text, one.detail.partition(" · ")[2]) for one in found if not one.is_finding)


def _plan(room: Room, name: str) -> FloorPlan | None:
    """The drawing without the person's aid and its turning circle."""
    drawn = from_drawing(room.sketch)
    if drawn is None:
        return None
    plan = replace(drawn, aid=None, circle=None)
    names = tuple((thing.id, label_of(plan, thing.id)) for thing in plan.things())
    return FloorPlan(plan, names, describe(plan, name))


def _photos(
    view: CaseView,
    photos: PhotoStore,
    rooms: Mapping[UUID, Room],
    seen: Mapping[UUID, VisitView],
    chosen: Collection[UUID],
    redactor: Redactor,
) -> Iterator[PhotoPlate]:
    for photo in view.photos:
        if photo.id not in chosen:
            continue
        try:
            visit = seen.get(photo.visit_id) if photo.visit_id else None
            yield _plate(photo, photos, rooms, visit, redactor)
        except PhotoProblem:
            continue


def _plate(
    photo: Photo,
    photos: PhotoStore,
    rooms: Mapping[UUID, Room],
    visit: VisitView | None,
    redactor: Redactor,
) -> PhotoPlate:
    place = place_name(rooms.get(photo.room_id) if photo.room_id else None)
    name = redactor.redacted(place)
    caption = redactor.redacted(photo.caption or name)
    marks = tuple(with_words(mark, redactor.redacted(mark.words)) for mark in read_marks(photo.marks))
    words = redactor.redacted(text_alternative(photo, place, visit))
    said = words if name in words else _("{room}: {what}").format(room=name, what=words)
    return PhotoPlate(photos.read(photo.id), caption, said, marks)
