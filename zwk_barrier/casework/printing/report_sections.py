"""Gathers the rooms and the measures of a visit report: what was measured, found, photographed, recommended."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal
from uuid import UUID

from zwk_barrier.casework.plan.measures import DROPPED, estimate_of, warnings_for
from zwk_barrier.casework.visit.asking import functions_of, uses_wheelchair
from zwk_barrier.casework.visit.measuring import (
    Point,
    is_measured,
    points_in,
    value_text,
    verdict_on,
    verdicts_on,
)
from zwk_barrier.casework.visit.photo_pairs import CasePhoto
from zwk_barrier.casework.visit.photo_words import text_alternative
from zwk_barrier.casework.visit.rooms import place_name, room_name
from zwk_barrier.casework.visit.sketches import floor_plan
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.model import Finding, Measure, Measurement, Photo, Room
from zwk_barrier.model.visit_report import (
    FindingLine,
    MeasuredLine,
    MeasureLine,
    OtherVerdict,
    PhotoPlate,
    RoomSection,
)
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.requirements import Verdict
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _

PRIORITIES: Final[tuple[Literal["A", "B", "C", "D"], ...]] = ("A", "B", "C", "D")


def sections(
    view: VisitView, photos: PhotoStore, before: Mapping[UUID, CasePhoto]
) -> tuple[RoomSection, ...]:
    """The rooms in the order they were walked, and at last what concerns the dwelling as a whole."""
    rooms = [_section(view, room, photos, before) for room in view.rooms]
    plates, missing = _plates(view, view.photos, None, photos, before)
    findings = tuple(_finding(finding) for finding in view.findings)
    rooms.append(RoomSection(place_name(None), missing, findings=findings, photos=plates))
    return tuple(room for room in rooms if _has_content(room))


def _section(
    view: VisitView, room: RoomView, photos: PhotoStore, before: Mapping[UUID, CasePhoto]
) -> RoomSection:
    plates, missing = _plates(view, room.photos, room.room, photos, before)
    return RoomSection(
        room_name(room.room),
        "\n".join(part for part in (room.room.note, missing) if part),
        _measured_lines(view, room),
        tuple(_finding(finding) for finding in room.findings),
        plates,
        floor_plan(room.room, room_name(room.room)),
    )


def _has_content(room: RoomSection) -> bool:
    return bool(room.measured or room.findings or room.photos or room.note or room.plan)


def _measured_lines(view: VisitView, room: RoomView) -> tuple[MeasuredLine, ...]:
    lines = (_measured_line(view, point, room.measurements.get(point.key)) for point in points_in(view, room))
    return tuple(line for line in lines if line is not None)


def _measured_line(view: VisitView, point: Point, measured: Measurement | None) -> MeasuredLine | None:
    """One line; ``None`` for what was not looked at."""
    criterion, method = point.criterion, view.visit.method
    assessment = verdict_on(criterion, view.basis, measured, visit_method=method)
    if measured is None or assessment.verdict == "not_checked":
        return None
    return MeasuredLine(
        point.title(),
        value_text(criterion, measured),
        assessment.required_text,
        assessment.verdict,
        ". ".join(part for part in (assessment.gap_text, measured.note) if part),
        load_code_list("measuring_method").label(measured.method) if is_measured(criterion) else "",
        assessment.source,
        _others(view, criterion, measured, assessment.verdict),
    )


def _others(
    view: VisitView, criterion: Criterion, measured: Measurement, main: Verdict
) -> tuple[OtherVerdict, ...]:
    """The levels beside the profile's that come to another verdict.

    The wheelchair level is told to those who use a wheelchair; to others it would only be noise.
    """
    basis = view.basis
    shown = basis.profile.level_for(criterion)
    found = verdicts_on(criterion, basis, measured, visit_method=view.visit.method)
    return tuple(
        OtherVerdict(
            level,
            one.required_text,
            one.verdict,
            one.gap_text,
            one.confidence == "L",
        )
        for level, one in found.items()
        if level != shown
        and one.verdict != main
        and (level != "R" or uses_wheelchair(functions_of(basis.person)))
    )


def _finding(finding: Finding) -> FindingLine:
    return FindingLine(
        finding.text or "", label("hazard", finding.hazard), labels("activity", finding.activities)
    )


def _plates(
    view: VisitView,
    taken: tuple[Photo, ...],
    room: Room | None,
    photos: PhotoStore,
    before: Mapping[UUID, CasePhoto],
) -> tuple[tuple[PhotoPlate, ...], str]:
    """The pictures of a room, and a line for each that cannot be read; one before the work stands by its pair."""
    name = place_name(room)
    read: dict[UUID, PhotoPlate] = {}
    missing = []
    for photo in taken:
        earlier = before.get(photo.id)
        try:
            read[photo.id] = _plate(photo, name, photos, view)
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


def _plate(photo: Photo, name: str, photos: PhotoStore, view: VisitView | None = None) -> PhotoPlate:
    said = text_alternative(photo, name, view)
    return PhotoPlate(photos.read(photo.id), photo.caption or name, said, read_marks(photo.marks))


def _plate_before(earlier: CasePhoto, photos: PhotoStore) -> PhotoPlate:
    plate = _plate(earlier.photo, place_name(earlier.room), photos)
    day = earlier.visit.visited_on if earlier.visit is not None else None
    caption = " · ".join(part for part in (plate.caption, format_date(day) if day else "") if part)
    return replace(plate, caption=caption)


def measure_line(measure: Measure, view: VisitView) -> MeasureLine:
    """One recommended measure, ready to read."""
    room = next((one.room for one in view.rooms if one.room.id == measure.room_id), None)
    priority: Literal["A", "B", "C", "D", ""] = next(
        (one for one in PRIORITIES if one == measure.priority), ""
    )
    low, high = estimate_of(measure) or (None, None)
    return MeasureLine(
        measure.title or _("Ohne Bezeichnung"),
        "" if room is None else room_name(room),
        measure.reason or "",
        priority,
        label("priority", measure.priority),
        low,
        high,
        label("measure_status", measure.status),
        measure.cost_quoted,
        labels("payer", measure.payers),
        label("trade", measure.trade),
        _("Zustimmung nötig") if measure.needs_consent else "",
        warnings_for(measure, view.dwelling, view.building),
        measure.status in DROPPED,
    )


def label(code_list: str, code: str | None) -> str:
    """The label of a code; empty for none."""
    return load_code_list(code_list).label(code) if code else ""


def labels(code_list: str, codes: list[str] | None) -> str:
    """The labels of several codes, with commas."""
    known = load_code_list(code_list)
    return ", ".join(known.label(code) for code in codes or ())
