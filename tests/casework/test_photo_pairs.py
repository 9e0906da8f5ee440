"""What photos show can be said and changed later; before and after find each other through all visits of a case."""

from datetime import date
from uuid import UUID

import pytest

from tests.casework.visiting import measure, picture, plan, room_of, view_of
from tests.store import pictures
from zwk_barrier.casework import records
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.visit import photo_pairs, visits
from zwk_barrier.casework.visit.photos import Shown, keep_photo, take_photo
from zwk_barrier.model import Photo
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.rules.marks import Dimension, Label, Spot, as_drawing
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import take_in


def take(office: OfficeStore, visit_id: UUID, colour: str = "red", **where: UUID | str) -> UUID:
    """A photo's id."""
    shown = Shown(**where)  # type: ignore[arg-type]
    return keep_photo(office, visit_id, take_in(picture(colour=colour)), shown, caption=colour)[1]


def kept(office: OfficeStore, photo_id: UUID) -> Photo:
    with office.reading() as session:
        return records.get(session, Photo, photo_id)


def rooms(office: OfficeStore, visit_id: UUID) -> tuple[UUID, UUID, UUID]:
    """Bath, a second bath, and the kitchen."""
    visits.add_room(office, visit_id, "bad", "Bad oben")
    view = view_of(office, visit_id)
    return room_of(view, "bad").room.id, room_of(view, "bad", 1).room.id, room_of(view, "kueche").room.id


def test_a_photo_taken_from_a_measured_line_says_room_criterion_and_value(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    bath = room_of(view, "bad")
    measure(office, view, bath, "W04", 63)
    photo_id = take(office, visit_id, room_id=bath.room.id, criterion="W04")

    with office.reading() as session:
        shown = photo_pairs.load_photo(session, photo_id)
    assert shown.title == "Bad · Innentür: Lichte Breite der Tür"
    assert shown.measured.replace("\N{NO-BREAK SPACE}", " ") == "63 cm"


def test_a_photo_takes_its_criterion_along_to_a_room_of_the_same_kind_only(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    bath, other_bath, kitchen = rooms(office, visit_id)
    photo_id = take(office, visit_id, room_id=bath, criterion="W04")

    photo_pairs.keep_fields(office, photo_id, {"room_id": other_bath})
    assert (kept(office, photo_id).room_id, kept(office, photo_id).criterion) == (other_bath, "W04")
    photo_pairs.keep_fields(office, photo_id, {"room_id": kitchen})
    assert (kept(office, photo_id).room_id, kept(office, photo_id).criterion) == (kitchen, None)
    office.undo()
    assert (kept(office, photo_id).room_id, kept(office, photo_id).criterion) == (other_bath, "W04")


def test_a_pair_joins_two_visits_and_stands_in_the_order_of_the_later_photo(office: OfficeStore) -> None:
    case_id, first = plan(office)
    _changed, second = visits.plan_visit(office, case_id, date(2027, 2, 1))
    before = [take(office, first, colour) for colour in ("red", "green")]
    after = [take(office, second, colour) for colour in ("blue", "yellow")]
    photo_pairs.keep_fields(office, after[1], {"before_id": before[0]})
    photo_pairs.keep_fields(office, after[0], {"before_id": before[1]})

    with office.reading() as session:
        pairs = photo_pairs.pairs_of(session, case_id)
    assert [(pair.before.photo.id, pair.after.photo.id) for pair in pairs] == [
        (before[1], after[0]),
        (before[0], after[1]),
    ]
    assert pairs[0].before.title() == "09.11.2026 · green"


def test_a_pair_without_its_earlier_photo_is_none_until_undo_brings_it_back(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    before, after = take(office, visit_id, "red"), take(office, visit_id, "blue")
    photo_pairs.keep_before(office, after, before)
    records.remove(office, Photo, before)
    with office.reading() as session:
        assert photo_pairs.pairs_of(session, case_id) == ()
    office.undo()
    with office.reading() as session:
        assert len(photo_pairs.pairs_of(session, case_id)) == 1


def test_no_photo_comes_before_itself_not_even_round_a_corner(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    first, second, third = (take(office, visit_id, colour) for colour in ("red", "green", "blue"))
    photo_pairs.keep_before(office, second, first)
    photo_pairs.keep_before(office, third, second)

    for before in (first, second, third):
        with pytest.raises(InputProblem, match="selbst schon"):
            photo_pairs.keep_fields(office, first, {"before_id": before})


def test_a_photo_of_another_case_is_refused(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    _other, elsewhere = plan(office)

    with pytest.raises(InputProblem, match="anderen Fall"):
        photo_pairs.keep_before(office, take(office, visit_id), take(office, elsewhere))


def test_the_earlier_photo_can_be_let_go_again(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    first, second = take(office, visit_id, "red"), take(office, visit_id, "green")
    photo_pairs.keep_fields(office, second, {"before_id": first})
    photo_pairs.keep_fields(office, second, {"before_id": None})

    assert kept(office, second).before_id is None


def test_a_photo_whose_deed_fails_leaves_no_file(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        take_photo(office, office.staff_id, picture())

    assert office.photos.stored() == set()


def test_the_report_shows_a_pair_once_with_the_day_and_the_marks_of_the_earlier_photo(
    office: OfficeStore,
) -> None:
    _case_id, visit_id = plan(office)
    bath = room_of(view_of(office, visit_id), "bad").room.id
    before, after = (take(office, visit_id, colour, room_id=bath) for colour in ("red", "blue"))
    door = Dimension(Spot(0.2, 0.5), Spot(0.8, 0.5), "63 cm")
    records.keep(office, Photo, before, marks=as_drawing([door]))
    photo_pairs.keep_before(office, after, before)
    with office.reading() as session:
        report = gather(session, office.photos, visit_id, date(2026, 11, 11))

    (plate,) = next(room.photos for room in report.rooms if room.photos)
    assert plate.before is not None
    assert (plate.caption, plate.before.caption) == ("blue", "red · 09.11.2026")
    assert plate.before.marks == (door,)


def test_of_three_in_a_chain_every_photo_is_in_the_report_once(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    first, second, third = (take(office, visit_id, colour) for colour in ("red", "green", "blue"))
    photo_pairs.keep_before(office, second, first)
    photo_pairs.keep_before(office, third, second)
    with office.reading() as session:
        report = gather(session, office.photos, visit_id, date(2026, 11, 11))

    (room,) = report.rooms
    assert [plate.caption for plate in room.photos] == ["red", "blue"]
    assert [plate.before is not None for plate in room.photos] == [False, True]


def test_a_damaged_earlier_photo_is_named_and_the_later_one_stands_alone(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    before, after = take(office, visit_id, "red"), take(office, visit_id, "blue")
    photo_pairs.keep_before(office, after, before)
    office.photos.forget(before)
    with office.reading() as session:
        report = gather(session, office.photos, visit_id, date(2026, 11, 11))

    (room,) = report.rooms
    assert [(plate.caption, plate.before) for plate in room.photos] == [("blue", None)]
    assert room.note.count("„red“ fehlt") == 1


def test_neither_the_store_nor_the_document_of_a_marked_photo_knows_camera_or_place(
    office: OfficeStore,
) -> None:
    _case_id, visit_id = plan(office)
    original = pictures.jpeg_with_camera_data()
    _changed, photo_id = take_photo(office, visit_id, original, caption="Tür")
    records.keep(office, Photo, photo_id, marks=as_drawing([Label(Spot(0.5, 0.5), "Tür")]))
    with office.reading() as session:
        report = gather(session, office.photos, visit_id, date(2026, 11, 11))

    traces = (pictures.CAMERA.encode(), b"Exif")
    assert all(trace in original for trace in traces)
    for kept in (office.photos.read(photo_id), build_visit_report(report)):
        assert not any(trace in kept for trace in traces)
