"""Gathers the rooms and the measures of a visit report: what was measured, found, photographed, recommended."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal
from uuid import UUID

from zwk_barrier.casework.measuring import points_in, value_text, verdict_on
from zwk_barrier.casework.photo_pairs import CasePhoto, room_label
from zwk_barrier.casework.photos import text_alternative
from zwk_barrier.casework.rooms import room_name
from zwk_barrier.casework.visits import RoomView, VisitView
from zwk_barrier.model import Finding, Measure, Photo, Room
from zwk_barrier.model.visit_report import (
    FindingLine,
    MeasuredLine,
    MeasureLine,
    PhotoPlate,
    RoomSection,
)
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _

PRIORITIES: Final[tuple[Literal["A", "B", "C", "D"], ...]] = ("A", "B", "C", "D")


def sections(
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
        finding.text or "", label("hazard", finding.hazard), labels("activity", finding.activities)
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
    return tuple(plate for key, plate in read.items() if _stands_alone(key, later)), "\n".join(
        dict.fromkeys(missing)
    )


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


def measure_line(measure: Measure, view: VisitView) -> MeasureLine:
    room = next((one.room for one in view.rooms if one.room.id == measure.room_id), None)
    priority: Literal["A", "B", "C", "D", ""] = next(
        (one for one in PRIORITIES if one == measure.priority), ""
    )
    return MeasureLine(
        measure.title or _("Ohne Bezeichnung"),
        "" if room is None else room_name(room),
        measure.reason or "",
        priority,
        label("priority", measure.priority),
        measure.cost_low,
        measure.cost_high,
        label("measure_status", measure.status),
    )


def label(code_list: str, code: str | None) -> str:
    return load_code_list(code_list).label(code) if code else ""


def labels(code_list: str, codes: list[str] | None) -> str:
    labels = load_code_list(code_list)
    return ", ".join(labels.label(code) for code in codes or ())
