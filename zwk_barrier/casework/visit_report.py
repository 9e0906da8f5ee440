"""Gathers everything one visit report says, so that the document itself asks nobody."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.cases import CaseView, load_case
from zwk_barrier.casework.letterhead import letterhead_of
from zwk_barrier.casework.measuring import coverage_of, points_in, value_text, verdict_on
from zwk_barrier.casework.photo_pairs import CasePhoto, befores_of, room_label
from zwk_barrier.casework.photos import text_alternative
from zwk_barrier.casework.staff import office_settings
from zwk_barrier.casework.visits import RoomView, VisitView, load_visit
from zwk_barrier.model import Finding, Measure, Photo, Room, Visit
from zwk_barrier.model.visit_report import (
    FindingLine,
    MeasuredLine,
    MeasureLine,
    NextStep,
    PhotoPlate,
    RoomSection,
    VisitReport,
)
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.typed import format_date, format_duration, format_time
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _

PRIORITIES: Final[tuple[Literal["A", "B", "C", "D"], ...]] = ("A", "B", "C", "D")


def gather(session: Session, photos: PhotoStore, visit_id: UUID, printed_on: date) -> VisitReport:
    """The complete record of one visit's report, in the language texts come in now.

    A picture that is damaged or missing is named in its room, so that the rest can be printed.  Raises
    NotFound for a visit that is not there.
    """
    view = load_visit(session, visit_id)
    case = load_case(session, view.case.id)
    visit, office = view.visit, office_settings(session)
    return VisitReport(
        letterhead=letterhead_of(office),
        case_number=case.case.number,
        person=case.person.full_name,
        address=address_of(case),
        visited_on=visit.visited_on or printed_on,
        time_and_duration=_time_and_duration(visit),
        advisor=_name_of(visit.staff_id, case),
        participants=_participants(visit),
        profile=view.basis.profile.label(),
        person_facts=_person_facts(case),
        dwelling_facts=_dwelling_facts(case, office.region),
        summary=visit.summary or "",
        rooms=_sections(view, photos, befores_of(session, view.case.id)),
        measures=tuple(_measure(measure, view) for measure in view.measures or case.measures),
        next_steps=tuple(
            NextStep(task.title or "", task.due_on, _name_of(task.staff_id, case))
            for task in case.tasks
            if task.done_at is None
        ),
        coverage=_coverage(view),
        printed_on=printed_on,
        language=wording.language(),
    )


def address_of(case: CaseView) -> tuple[str, ...]:
    """Street and town of the dwelling, as on an envelope; what is not known is left out."""
    building = case.building
    lines = (
        " ".join(part for part in (building.street, building.house_number) if part),
        " ".join(part for part in (building.postcode, building.town) if part),
    )
    return tuple(line for line in lines if line)


def room_name(room: Room) -> str:
    """What a room is called: its own name, else that of its kind."""
    return room.name or load_code_list("room").label(room.kind)


def _coverage(view: VisitView) -> str:
    coverage = coverage_of(view)
    return _("{checked} von {all} Punkten geprüft").format(checked=coverage.checked, all=coverage.of)


def _time_and_duration(visit: Visit) -> str:
    parts = []
    if visit.begins_at is not None:
        parts.append(_("{time}\N{NO-BREAK SPACE}Uhr").format(time=format_time(visit.begins_at)))
    if visit.minutes:
        parts.append(format_duration(visit.minutes))
    return ", ".join(parts)


def _participants(visit: Visit) -> tuple[str, ...]:
    labels = load_code_list("participant")
    names = [labels.label(code) for code in visit.participants or ()]
    return (*names, visit.participants_note) if visit.participants_note else tuple(names)


def _person_facts(case: CaseView) -> tuple[tuple[str, str], ...]:
    person = case.person
    born = format_date(person.born_on) if person.born_on else str(person.birth_year or "")
    return _filled(
        (_("Geboren"), born),
        (_("Pflegegrad"), _label("care_grade", person.care_grade)),
        (_("Einschränkungen"), _labels("impairment", person.impairments)),
        (_("Hilfsmittel"), _aids(case)),
        (_("Haushalt"), _label("household_form", person.household_form)),
    )


def _aids(case: CaseView) -> str:
    aids = _labels("aid", case.person.aids)
    if case.person.aid_width_cm is None:
        return aids
    width = _("Breite {width}\N{NO-BREAK SPACE}cm").format(width=case.person.aid_width_cm)
    return f"{aids} ({width})" if aids else width


def _dwelling_facts(case: CaseView, region: str) -> tuple[tuple[str, str], ...]:
    building, dwelling = case.building, case.dwelling
    lift = {True: _("vorhanden"), False: _("keiner")}
    return _filled(
        (_("Stadtteil"), load_areas(region).label(building.area) if building.area else ""),
        (_("Gebäude"), _label("building_type", building.building_type)),
        (_("Baujahr"), _label("building_age", building.building_age)),
        (_("Lage der Wohnung"), dwelling.location or floor_text(dwelling.floor)),
        (_("Aufzug"), lift.get(building.has_lift, "") if building.has_lift is not None else ""),
        (_("Stufen bis zur Haustür"), _count(building.steps_to_entrance)),
        (_("Stufen bis zur Wohnung"), _count(dwelling.steps_to_dwelling)),
        (_("Wohnverhältnis"), _label("tenure", dwelling.tenure)),
        (_("Vermieter"), dwelling.landlord_name or _label("landlord", dwelling.landlord)),
    )


def floor_text(floor: int | None) -> str:
    """The floor in words: ``Erdgeschoss``, ``2. Stock``."""
    if floor is None:
        return ""
    if floor == 0:
        return _("Erdgeschoss")
    return _("Untergeschoss") if floor < 0 else _("{floor}. Stock").format(floor=floor)


def _sections(
    view: VisitView, photos: PhotoStore, before: Mapping[UUID, CasePhoto]
) -> tuple[RoomSection, ...]:
    rooms = [_section(view, room, photos, before) for room in view.rooms]
    plates, missing = _plates(view.photos, None, photos, before)
    findings = tuple(_finding(finding) for finding in view.findings)
    rooms.append(RoomSection(_whole_dwelling(), missing, findings=findings, photos=plates))
    return tuple(room for room in rooms if room.measured or room.findings or room.photos or room.note)


def _section(
    view: VisitView, room: RoomView, photos: PhotoStore, before: Mapping[UUID, CasePhoto]
) -> RoomSection:
    plates, missing = _plates(room.photos, room.room, photos, before)
    return RoomSection(
        room_name(room.room),
        "\n".join(part for part in (room.room.note, missing) if part),
        _measured_lines(view, room),
        tuple(_finding(finding) for finding in room.findings),
        plates,
    )


def _whole_dwelling() -> str:
    return _("Wohnung insgesamt")


def _measured_lines(view: VisitView, room: RoomView) -> tuple[MeasuredLine, ...]:
    lines = []
    methods = load_code_list("measuring_method")
    for point in points_in(view, room):
        criterion, measurement = point.criterion, room.measurements.get(point.key)
        if measurement is None:
            continue
        assessment = verdict_on(criterion, view.basis, measurement, visit_method=view.visit.method)
        if assessment.verdict == "not_checked":
            continue
        lines.append(
            MeasuredLine(
                f"{point.element()}: {criterion.text()}",
                value_text(criterion, measurement),
                assessment.required_text,
                assessment.verdict,
                ". ".join(part for part in (assessment.gap_text, measurement.note) if part),
                methods.label(measurement.method) if criterion.kind in ("number", "pair") else "",
                assessment.source,
            )
        )
    return tuple(lines)


def _finding(finding: Finding) -> FindingLine:
    return FindingLine(
        finding.text or "", _label("hazard", finding.hazard), _labels("activity", finding.activities)
    )


def _plates(
    taken: tuple[Photo, ...], room: Room | None, photos: PhotoStore, before: Mapping[UUID, CasePhoto]
) -> tuple[tuple[PhotoPlate, ...], str]:
    """The pictures of a room, and a line for each that cannot be read; one before the work stands by its pair."""
    name = _whole_dwelling() if room is None else room_name(room)
    read: dict[UUID, PhotoPlate] = {}
    missing = []
    for photo in taken:
        earlier = before.get(photo.id)
        try:
            read[photo.id] = _plate(photo, room, name, photos)
            if earlier is not None:
                read[photo.id] = replace(read[photo.id], before=_plate_before(earlier, photos))
        except PhotoProblem as problem:
            lost = photo if photo.id not in read or earlier is None else earlier.photo
            missing.append(
                _("Das Foto „{caption}“ fehlt: {reason}").format(
                    caption=lost.caption or name, reason=problem.sentence
                )
            )
    later = {photo.before_id: photo.id for photo in taken if photo.id in read and read[photo.id].before}
    return tuple(plate for key, plate in read.items() if _stands_alone(key, later)), "\n".join(dict.fromkeys(missing))


def _stands_alone(photo_id: UUID, later: Mapping[UUID | None, UUID]) -> bool:
    """Whether no photo after it shows it already; of three in a chain the last two are the pair."""
    steps = 0
    while photo_id in later and steps <= len(later):
        photo_id, steps = later[photo_id], steps + 1
    return steps % 2 == 0


def _plate(photo: Photo, room: Room | None, name: str, photos: PhotoStore) -> PhotoPlate:
    said = text_alternative(photo, room, name)
    return PhotoPlate(photos.read(photo.id), photo.caption or name, said, read_marks(photo.marks))


def _plate_before(earlier: CasePhoto, photos: PhotoStore) -> PhotoPlate:
    plate = _plate(earlier.photo, earlier.room, room_label(earlier.room), photos)
    day = earlier.visit.visited_on if earlier.visit is not None else None
    caption = " · ".join(part for part in (plate.caption, format_date(day) if day else "") if part)
    return replace(plate, caption=caption)


def _measure(measure: Measure, view: VisitView) -> MeasureLine:
    room = next((one.room for one in view.rooms if one.room.id == measure.room_id), None)
    priority: Literal["A", "B", "C", "D", ""] = next(
        (one for one in PRIORITIES if one == measure.priority), ""
    )
    return MeasureLine(
        measure.title or _("Ohne Bezeichnung"),
        "" if room is None else room_name(room),
        measure.reason or "",
        priority,
        _label("priority", measure.priority),
        measure.cost_low,
        measure.cost_high,
        _label("measure_status", measure.status),
    )


def _name_of(staff_id: UUID | None, case: CaseView) -> str:
    return "" if staff_id is None else case.staff_names.get(staff_id, "")


def _label(code_list: str, code: str | None) -> str:
    return load_code_list(code_list).label(code) if code else ""


def _labels(code_list: str, codes: list[str] | None) -> str:
    labels = load_code_list(code_list)
    return ", ".join(labels.label(code) for code in codes or ())


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _filled(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in facts if fact[1])
