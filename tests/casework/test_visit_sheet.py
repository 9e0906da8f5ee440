"""The paper sheet says what the visit will ask, and no more about the person than is needed."""

from dataclasses import fields
from datetime import date, time

import pytest

from tests.casework.visiting import DAY, measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.printing.visit_sheet import gather_sheet
from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.measuring import points_in
from zwk_barrier.model import Building, Consent, Person, Visit
from zwk_barrier.model.visit_sheet import SheetLine, VisitSheet
from zwk_barrier.problems import NotFound
from zwk_barrier.store.office import OfficeStore


def sheet(office: OfficeStore, visit_id: object, **wanted: bool) -> VisitSheet:
    with office.reading() as session:
        return gather_sheet(session, visit_id, DAY, **wanted)  # type: ignore[arg-type]


def lines(record: VisitSheet, room: str) -> dict[str, SheetLine]:
    return {
        line.criterion: line
        for one in record.rooms
        if one.name == room
        for group in one.groups
        for line in group.lines
    }


def test_every_point_of_the_visit_stands_on_it_in_walking_order(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view, record = view_of(office, visit_id), sheet(office, visit_id)
    assert [room.name for room in record.rooms][:3] == ["Hauseingang", "Treppenhaus", "Wohnungseingang"]
    assert record.points == sum(len(points_in(view, room)) for room in view.rooms)
    assert [sum(len(group.lines) for group in room.groups) for room in record.rooms] == [
        len(points_in(view, room)) for room in view.rooms
    ]


def test_what_the_own_aid_needs_stands_below_what_the_standard_asks(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        person_id = cases.load_case(session, case_id).person.id
    records.keep(office, Person, person_id, aid_width_cm=64)
    door = lines(sheet(office, visit_id), "Flur")["Lichte Breite der Tür"]
    assert (door.entry, door.unit) == ("number", "cm")
    assert (door.required, door.individual) == (
        "mindestens 80\N{NO-BREAK SPACE}cm",
        "mindestens 66\N{NO-BREAK SPACE}cm",
    )


def test_measured_against_the_own_aid_it_is_not_said_twice(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        person_id = cases.load_case(session, case_id).person.id
    records.keep(office, Person, person_id, aid_width_cm=64)
    records.keep(office, Visit, visit_id, profile="individuell")
    door = lines(sheet(office, visit_id), "Flur")["Lichte Breite der Tür"]
    assert (door.required, door.individual) == ("mindestens 66\N{NO-BREAK SPACE}cm", "")


def test_what_stands_alone_says_what_it_belongs_to(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    kitchen = lines(sheet(office, visit_id), "Küche")
    assert "Küchenzeile: Abstand vor und zwischen den Zeilen" in kitchen
    assert "Höhe von Steckdosen und Schaltern" in kitchen


def test_only_the_doors_of_the_hall_have_room_for_more(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    repeatable = {
        (room.name, group.element)
        for room in sheet(office, visit_id).rooms
        for group in room.groups
        if group.repeatable
    }
    assert repeatable == {("Flur", "Innentür")}


def test_a_further_door_that_is_known_has_a_part_of_its_own(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    hall = room_of(view_of(office, visit_id), "flur").room.id
    visits.add_part(office, hall, "Innentür", "Tür zum Bad")
    [record] = [room for room in sheet(office, visit_id).rooms if room.name == "Flur"]
    assert [group.element for group in record.groups][:2] == ["Innentür", "Tür zum Bad"]


def test_the_day_the_time_and_consents_that_are_there_stand_on_it(office: OfficeStore) -> None:
    case_id, visit_id = plan(office, date(2026, 12, 1))
    records.keep(office, Visit, visit_id, begins_at=time(10, 30))
    records.add(office, Consent, case_id=case_id, purpose="fotos", given_on=date(2026, 11, 2))
    records.add(
        office,
        Consent,
        case_id=case_id,
        purpose="daten_beratung",
        given_on=date(2026, 11, 2),
        revoked_on=date(2026, 11, 3),
    )
    record = sheet(office, visit_id)
    assert (record.planned, record.begins, record.advisor) == (date(2026, 12, 1), "10:30", "Marie Albers")
    assert [one.given_on for one in record.consents] == [None, date(2026, 11, 2)]


def test_nothing_of_health_and_on_request_no_name_stands_on_it(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    with office.reading() as session:
        case = cases.load_case(session, case_id)
    records.keep(office, Person, case.person.id, diagnoses="Multiple Sklerose", care_grade="3", falls="2plus")
    records.keep(office, Building, case.building.id, street="Goethestraße")
    named, nameless = repr(sheet(office, visit_id)), repr(sheet(office, visit_id, with_name=False))
    assert "Petrova" in named
    assert "Goethestraße" in named
    for word in ("Petrova", "Goethestraße"):
        assert word not in nameless
    assert "Sklerose" not in named
    assert {"diagnoses", "care_grade", "falls"}.isdisjoint(one.name for one in fields(VisitSheet))


def test_a_value_entered_already_stays_to_be_asked_and_is_not_printed(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    before = sheet(office, visit_id)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 63)
    assert sheet(office, visit_id).rooms == before.rooms


def test_a_visit_that_is_not_there_has_no_sheet(office: OfficeStore) -> None:
    case_id, _visit_id = plan(office)
    with pytest.raises(NotFound):
        sheet(office, case_id)
