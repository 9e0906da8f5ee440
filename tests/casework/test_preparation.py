"""A visit is prepared from what is known of person and dwelling: rooms, profile, what is asked, what is missing."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from tests.casework.visiting import DAY, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.casework.visit.asking import functions_of
from zwk_barrier.casework.visit.basis import PersonThen
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.measuring import points_in
from zwk_barrier.casework.visit.preparation import WALK, Preparation, prepare
from zwk_barrier.model import Building, Dwelling, Limitation, Person, Record
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """A case of which only a name is known."""
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    return case_id


def know(office: OfficeStore, case_id: UUID, record: type[Record], **values: Any) -> None:
    with office.reading() as session:
        view = cases.load_case(session, case_id)
    row = next(one for one in (view.person, view.building, view.dwelling) if isinstance(one, record))
    records.keep(office, record, row.id, **values)


def prepared(office: OfficeStore, case_id: UUID) -> Preparation:
    with office.reading() as session:
        return prepare(session, case_id, DAY)


def rooms(office: OfficeStore, case_id: UUID) -> list[str]:
    return [one.kind for one in prepared(office, case_id).rooms if one.is_proposed]


def reason(office: OfficeStore, case_id: UUID, kind: str) -> str:
    return next(one.reason for one in prepared(office, case_id).rooms if one.kind == kind)


def asked(office: OfficeStore, case_id: UUID, kind: str, profile: str = "B") -> list[str]:
    _changed, visit_id = visits.plan_visit(office, case_id, DAY, rooms=(kind,), profile=profile)
    view = view_of(office, visit_id)
    return [point.criterion.id for point in points_in(view, room_of(view, kind))]


def test_without_a_profile_the_rooms_of_most_visits_are_proposed_in_walking_order(
    office: OfficeStore, case_id: UUID
) -> None:
    assert set(rooms(office, case_id)) == set(visits.FIRST_ROOMS)
    assert [one.kind for one in prepared(office, case_id).rooms] == list(WALK)
    assert prepared(office, case_id).profile == "B"


@pytest.mark.parametrize(
    ("record", "values", "kind"),
    [
        (Building, {"has_lift": True}, "aufzug"),
        (Building, {"steps_to_entrance": 3}, "aussen"),
        (Building, {"building_type": "efh"}, "wc"),
        (Person, {"aids": ["rollator"]}, "balkon"),
        (Person, {"aids": ["scooter"]}, "stellplatz"),
        (Person, {"aids": ["rollstuhl_hand"]}, "gesamt"),
        (Person, {"impairments": ["kind"]}, "kinderzimmer"),
        (Person, {"birth_year": 2018}, "kinderzimmer"),
        (Person, {"falls": "1"}, "wohnzimmer"),
    ],
)
def test_what_is_known_adds_a_room_and_says_why(
    office: OfficeStore, case_id: UUID, record: type[Record], values: dict[str, Any], kind: str
) -> None:
    assert kind not in rooms(office, case_id)
    know(office, case_id, record, **values)
    assert kind in rooms(office, case_id)
    assert reason(office, case_id, kind)


def test_an_own_house_on_the_ground_has_no_stairwell_but_one_with_stairs_has(
    office: OfficeStore, case_id: UUID
) -> None:
    know(office, case_id, Building, building_type="efh", floors=1)
    assert "treppenhaus" not in rooms(office, case_id)
    assert reason(office, case_id, "treppenhaus") == "eigenes Haus ohne Treppe"
    know(office, case_id, Building, floors=2)
    assert "treppenhaus" in rooms(office, case_id)


@pytest.mark.parametrize(
    "values", [{"aids": ["rollstuhl_hand"]}, {"aids": ["rollstuhl_elektro"]}, {"impairments": ["rollstuhl"]}]
)
def test_a_wheelchair_proposes_level_r_and_asks_for_its_measures(
    office: OfficeStore, case_id: UUID, values: dict[str, Any]
) -> None:
    know(office, case_id, Person, **values)
    proposal = prepared(office, case_id)
    assert (proposal.profile, proposal.reason) == ("R", "Rollstuhl im Profil: Maßstab R")
    assert proposal.missing == ("aid_width_cm", "turning_circle_cm")


def test_a_scooter_stays_outside_and_proposes_no_r(office: OfficeStore, case_id: UUID) -> None:
    know(office, case_id, Person, aids=["scooter"])
    assert prepared(office, case_id).profile == "B"


def test_the_profile_of_the_last_visit_is_proposed_again(office: OfficeStore, case_id: UUID) -> None:
    visits.plan_visit(office, case_id, date(2026, 10, 1), profile="KfW")
    assert prepared(office, case_id).profile == "KfW"
    assert prepared(office, case_id).reason == "wie beim letzten Besuch: KfW"


def test_what_is_missing_goes_once_it_is_known(office: OfficeStore, case_id: UUID) -> None:
    know(office, case_id, Person, aids=["rollator"])
    know(office, case_id, Dwelling, floor=2)
    assert prepared(office, case_id).missing == ("aid_width_cm", "has_lift")
    know(office, case_id, Person, aid_width_cm=62)
    know(office, case_id, Building, has_lift=False)
    assert prepared(office, case_id).missing == ()
    assert prepared(office, case_id).is_individual
    assert reason(office, case_id, "aufzug") == "kein Aufzug im Haus"


def test_the_points_told_are_those_the_visit_then_asks(office: OfficeStore, case_id: UUID) -> None:
    know(office, case_id, Person, aids=["rollstuhl_hand"], aid_width_cm=68)
    proposal = prepared(office, case_id)
    kinds = tuple(one.kind for one in proposal.rooms if one.is_proposed)
    for profile in ("B", "R", "KfW", "individuell"):
        _changed, visit_id = visits.plan_visit(office, case_id, DAY, rooms=kinds, profile=profile)
        view = view_of(office, visit_id)
        assert proposal.points_of(profile, kinds) == sum(len(points_in(view, room)) for room in view.rooms)


def test_no_profile_asks_less_than_none(office: OfficeStore, case_id: UUID) -> None:
    plain = {kind: set(asked(office, case_id, kind)) for kind in WALK}
    know(office, case_id, Person, aids=["rollator"], impairments=["blind", "gehoerlos"], falls="2plus")
    for kind in WALK:
        assert plain[kind] <= set(asked(office, case_id, kind))


def test_what_clearly_matters_is_asked_though_it_waits_for_others(office: OfficeStore, case_id: UUID) -> None:
    assert "A24" not in asked(office, case_id, "hauseingang")
    know(office, case_id, Person, impairments=["gehoerlos"])
    assert "A24" in asked(office, case_id, "hauseingang")


def test_a_wheelchair_adds_nothing_that_level_r_does_not_ask(office: OfficeStore, case_id: UUID) -> None:
    plain = {kind: set(asked(office, case_id, kind, "R")) for kind in WALK}
    know(office, case_id, Person, aids=["rollstuhl_hand"])
    assert {kind: set(asked(office, case_id, kind, "R")) for kind in WALK} == plain


def test_what_mattered_stays_with_a_finished_visit(office: OfficeStore, case_id: UUID) -> None:
    know(office, case_id, Person, impairments=["gehoerlos"])
    _changed, visit_id = visits.plan_visit(office, case_id, DAY, rooms=("hauseingang",))
    findings.add_finding(office, visit_id, "Klingel nicht zu hören")
    finish_visit(office, visit_id, DAY)
    before = [
        point.key
        for room in view_of(office, visit_id).rooms
        for point in points_in(view_of(office, visit_id), room)
    ]
    know(office, case_id, Person, impairments=["keine"])
    view = view_of(office, visit_id)
    assert [point.key for room in view.rooms for point in points_in(view, room)] == before
    assert "A24" in before


def test_what_takes_an_instrument_is_never_asked_at_first(office: OfficeStore, case_id: UUID) -> None:
    with office.reading() as session:
        person_id = cases.load_case(session, case_id).person.id
    for number in range(1, 25):
        records.add(office, Limitation, person_id=person_id, function=f"F{number:02}", degree=2)
    assert not {"T10", "T11", "W15", "D08", "N03"} & {
        one for kind in WALK for one in asked(office, case_id, kind, "R")
    }


def test_a_function_asked_about_counts_more_than_what_an_aid_suggests() -> None:
    person = PersonThen(degrees={"F07": 1}, aids=("rollator",), falls="1")
    found = functions_of(person)
    assert (found["F07"], found["F05"], found["F24"]) == (1, 2, 1)


def test_the_parts_of_a_room_that_matter_come_first_and_stay_together(
    office: OfficeStore, case_id: UUID
) -> None:
    plain = asked(office, case_id, "kueche")
    know(office, case_id, Person, falls="2plus")
    fitted = asked(office, case_id, "kueche")
    assert plain.index("K01") < plain.index("N05")
    assert fitted.index("N05") < fitted.index("K01")
    assert fitted.index("W04") + 1 == fitted.index("W07")
    assert sorted(fitted) == sorted(plain)


def test_a_visit_keeps_rooms_profile_day_and_time_in_one_step(office: OfficeStore, case_id: UUID) -> None:
    _changed, visit_id = visits.plan_visit(
        office, case_id, DAY, rooms=("bad", "flur"), profile="R", begins_at=time(10, 30)
    )
    view = view_of(office, visit_id)
    assert [room.room.kind for room in view.rooms] == ["bad", "flur"]
    assert (view.visit.profile, view.visit.visited_on, view.visit.begins_at) == ("R", DAY, time(10, 30))
    office.undo()
    with office.reading() as session:
        assert cases.load_case(session, case_id).visits == ()
