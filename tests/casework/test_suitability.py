"""What a dwelling came out as, never better than what was looked at."""

from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.casework.visiting import DAY
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import findings, visits
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.suitability import judge_finished
from zwk_barrier.model import Building, CaseFile, Dwelling, Measurement, Person, Visit
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.requirements import Level, Pair, Required, Span
from zwk_barrier.store.office import OfficeStore

ROOMS = ("hauseingang", "wohnungseingang", "wohnzimmer", "schlafzimmer", "kueche", "bad")


def exactly(required: Required) -> dict[str, object]:
    match required:
        case bool():
            return {"answer": required}
        case Pair(first, second):
            return {"value": first, "second_value": second}
        case Span(low, _high):
            return {"value": low}
        case Decimal():
            return {"value": required}
        case grade:
            return {"grade": grade}


def measured(
    office: OfficeStore, level: Level, *, rooms: tuple[str, ...] = ROOMS, profile: str = "", steps: int = 0
) -> UUID:
    """A visit with all that the level asks exactly as it asks it; ``steps`` lead up to the dwelling."""
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    _changed, visit_id = visits.plan_visit(office, case_id, DAY, rooms=rooms, profile=profile or level)
    with office.deed("test") as deed:
        dwelling = deed.session.get_one(Dwelling, deed.session.get_one(CaseFile, case_id).dwelling_id)
        dwelling.steps_to_dwelling = steps
        deed.session.get_one(Building, dwelling.building_id).steps_to_entrance = 0
        for room in visits.load_visit(deed.session, visit_id).rooms:
            for criterion in load_requirements().in_room(room.room.kind, level):
                value = exactly(criterion.required[level].value)
                row = Measurement(room_id=room.room.id, criterion=criterion.id, unit=criterion.unit, **value)
                deed.session.add(row)
    return visit_id


def finished(office: OfficeStore, visit_id: UUID) -> str | None:
    finish_visit(office, visit_id, DAY)
    with office.reading() as session:
        return session.get_one(Visit, visit_id).suitability


def change_one(office: OfficeStore, criterion: str, **values: object) -> None:
    with office.deed("test") as deed:
        deed.session.execute(update(Measurement).where(Measurement.criterion == criterion).values(**values))


@pytest.mark.parametrize(
    ("level", "code"), [("R", "barrierefrei_r"), ("B", "barrierefrei"), ("KfW", "barrierearm")]
)
def test_a_dwelling_where_all_was_looked_at_and_is_met_is_called_by_that_level(
    office: OfficeStore, level: Level, code: str
) -> None:
    assert finished(office, measured(office, level)) == code


@pytest.mark.parametrize("left_out", ROOMS)
def test_a_dwelling_of_which_a_room_was_not_seen_is_not_called_accessible(
    office: OfficeStore, left_out: str
) -> None:
    seen = tuple(room for room in ROOMS if room != left_out)

    assert finished(office, measured(office, "B", rooms=seen)) == "nicht_geprueft"


def test_one_value_not_looked_at_is_enough_not_to_be_called_accessible(office: OfficeStore) -> None:
    visit_id = measured(office, "B")
    change_one(office, "W04", value=None)

    assert finished(office, visit_id) == "nicht_geprueft"


def test_a_value_that_does_not_apply_was_looked_at(office: OfficeStore) -> None:
    visit_id = measured(office, "B")
    change_one(office, "W04", value=None, is_applicable=False)

    assert finished(office, visit_id) == "barrierefrei"


def test_a_door_missed_by_a_little_is_an_obstacle(office: OfficeStore) -> None:
    visit_id = measured(office, "B")
    change_one(office, "W04", value=Decimal(76))

    assert finished(office, visit_id) == "hindernisse"


def test_a_value_the_method_could_turn_does_not_make_a_dwelling_accessible(office: OfficeStore) -> None:
    visit_id = measured(office, "B")
    change_one(office, "W04", method="geschaetzt")

    assert finished(office, visit_id) == "nicht_geprueft"


def test_a_step_on_the_way_or_a_barrier_in_words_is_an_obstacle(office: OfficeStore) -> None:
    assert finished(office, measured(office, "B", steps=3)) == "hindernisse"

    told = measured(office, "B")
    findings.add_finding(office, told, "Schwere Haustür")
    assert finished(office, told) == "hindernisse"


def test_what_only_this_person_needs_says_nothing_about_the_dwelling(office: OfficeStore) -> None:
    visit_id = measured(office, "B", profile="individuell")
    with office.deed("test") as deed:
        case = deed.session.get_one(CaseFile, deed.session.get_one(Visit, visit_id).case_id)
        person_id = case.person_id
    records.keep(office, Person, person_id, aid_width_cm=95)

    assert finished(office, visit_id) == "barrierefrei"


def test_visits_finished_by_an_earlier_version_are_judged_once(office: OfficeStore) -> None:
    visit_id = measured(office, "B")
    finish_visit(office, visit_id, DAY)
    records.keep(office, Visit, visit_id, suitability=None)

    with office.deed("test") as deed:
        assert judge_finished(deed.session) == 1
        assert judge_finished(deed.session) == 0
        assert deed.session.get_one(Visit, visit_id).suitability == "barrierefrei"
