"""Each rule finds its own doubt and lets a sound record be; what somebody found right stays away."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import TODAY, a_case, noon
from zwk_barrier.casework import records
from zwk_barrier.casework.case.contacts import begin_contact
from zwk_barrier.casework.quality.data_quality import (
    doubt_again,
    doubtful_ids,
    doubts,
    find_right,
    quality_counts,
    quality_counts_for,
)
from zwk_barrier.casework.quality.quality_rules import RULES
from zwk_barrier.model import Application, CaseFile, Contact, Dwelling, Measure, Person, Staff, Visit
from zwk_barrier.problems import NotAllowed
from zwk_barrier.store.office import OfficeStore

OPENED = date(2026, 11, 2)


def sound(office: OfficeStore, **values: object) -> UUID:
    """A case of which there is nothing to doubt."""
    known: dict[str, object] = {
        "area": "1.2",
        "birth_year": 1944,
        "given_name": "Olga",
        "family_name": "Petrova",
    }
    number = f"2026-{len(str(values)):04}"
    return a_case(office, number, OPENED, **{**known, **values})  # type: ignore[arg-type] # as typed


def counted(office: OfficeStore, day: date = TODAY) -> dict[str, int]:
    with office.reading() as session:
        return {one.rule.code: one.doubtful for one in quality_counts(session, day) if one.doubtful}


def a_measure(office: OfficeStore, **values: object) -> UUID:
    return records.add(office, Measure, case_id=sound(office), title="Haltegriff", **values)[1]


def an_application(office: OfficeStore, **values: object) -> UUID:
    return records.add(office, Application, case_id=sound(office), **values)[1]


def a_contact(office: OfficeStore) -> UUID:
    return begin_contact(office, note="Auskunft")[1]


def at_home(office: OfficeStore, **values: object) -> None:
    case = sound(office)
    with office.reading() as session:
        dwelling = session.get_one(CaseFile, case).dwelling_id
    records.keep(office, Dwelling, dwelling, **values)


def twins(office: OfficeStore) -> None:
    sound(office)
    a_case(office, "2026-0900", OPENED, area="1.2", birth_year=1944, given_name="Olga", family_name="Petrova")


DOUBTS: dict[str, Callable[[OfficeStore], object]] = {
    "missing_area": lambda o: sound(o, area=None),
    "missing_birth": lambda o: sound(o, birth_year=None),
    "contact_without_area": a_contact,
    "visit_too_early": lambda o: records.add(
        o, Visit, case_id=sound(o), visited_on=OPENED - timedelta(days=1), finished_on=OPENED
    ),
    "closed_too_early": lambda o: sound(
        o, status="closed", outcome="verstorben", closed_on=date(2026, 11, 1)
    ),
    "born_ahead": lambda o: sound(o, birth_year=2031),
    "too_old": lambda o: sound(o, birth_year=1910),
    "done_too_early": lambda o: a_measure(o, status="umgesetzt", done_on=date(2026, 10, 1)),
    "care_without_household": lambda o: sound(o, care_grade="5"),
    "tenant_without_landlord": lambda o: at_home(o, tenure="miete_privat"),
    "owner_with_landlord": lambda o: at_home(o, tenure="eigentum_haus", landlord="privat"),
    "notice_without_application": lambda o: an_application(o, notice="abgelehnt"),
    "granted_without_amount": lambda o: an_application(o, notice="bewilligt_voll", applied_on=OPENED),
    "closed_without_outcome": lambda o: sound(o, status="closed", closed_on=date(2026, 11, 9)),
    "done_without_day": lambda o: a_measure(o, status="umgesetzt"),
    "not_done_without_reason": lambda o: a_measure(o, status="nicht_umgesetzt"),
    "unfinished_visit": lambda o: records.add(o, Visit, case_id=sound(o), visited_on=OPENED),
    "perhaps_twice": twins,
}
LATER = {"silent", "unchanged_measure"}


def test_every_rule_is_tried() -> None:
    assert {rule.code for rule in RULES} == DOUBTS.keys() | LATER


def test_nothing_is_doubted_in_a_sound_case(office: OfficeStore) -> None:
    sound(office, household_form="allein", care_grade="5")
    assert counted(office) == {}


@pytest.mark.parametrize("code", DOUBTS)
def test_a_rule_finds_its_doubt_and_no_other(office: OfficeStore, code: str) -> None:
    DOUBTS[code](office)
    assert counted(office) == {code: 2 if code == "perhaps_twice" else 1}


@pytest.mark.parametrize("code", DOUBTS)
def test_a_doubt_is_told_with_its_case(office: OfficeStore, code: str) -> None:
    DOUBTS[code](office)
    with office.reading() as session:
        [key, *_more] = doubtful_ids(session, office.staff_id, code, TODAY)
        doubt = doubts(session, office.staff_id, code, TODAY, [UUID(key)])[UUID(key)]
    assert (doubt.case_id is None) == (code == "contact_without_area")
    assert doubt.name == ("" if doubt.case_id is None else "Olga Petrova")
    assert "None" not in doubt.detail
    assert "{" not in doubt.detail


def test_a_silent_case_is_found_after_the_days_of_the_office(office: OfficeStore) -> None:
    sound(office)
    assert counted(office, OPENED + timedelta(days=30)) == {}
    assert counted(office, OPENED + timedelta(days=40)) == {"silent": 1}


def test_a_measure_is_found_a_year_after_its_state_last_changed(office: OfficeStore) -> None:
    measure = a_measure(office)
    with office.deed("demonstration_filled") as deed:
        deed.session.get_one(Measure, measure).created_at = noon(date(2025, 6, 1))
    assert counted(office)["unchanged_measure"] == 1
    records.keep(office, Measure, measure, status="beauftragt")
    assert "unchanged_measure" not in counted(office)


def test_two_persons_of_one_name_born_in_different_years_are_two(office: OfficeStore) -> None:
    sound(office)
    a_case(office, "2026-0900", OPENED, area="1.2", birth_year=1951, given_name="Olga", family_name="Petrova")
    assert counted(office) == {}


def test_a_second_case_of_one_person_is_no_double(office: OfficeStore) -> None:
    first = sound(office)
    with office.deed("case_opened") as deed:
        case = deed.session.get_one(CaseFile, first)
        second = CaseFile(number="2026-0901", person_id=case.person_id, dwelling_id=case.dwelling_id)
        second.opened_at = noon(OPENED)
        deed.session.add(second)
    assert counted(office) == {}


def test_what_was_found_right_stays_away_until_it_is_doubted_again(office: OfficeStore) -> None:
    case = sound(office, birth_year=1910)
    find_right(office, "too_old", case, "Geburtsurkunde gesehen")
    find_right(office, "too_old", case)
    with office.reading() as session:
        [count] = [one for one in quality_counts(session, TODAY) if one.rule.code == "too_old"]
        right = doubtful_ids(session, office.staff_id, "too_old", TODAY, right=True)
        told = doubts(session, office.staff_id, "too_old", TODAY, [case])[case]
    assert (count.doubtful, count.right, right) == (0, 1, [case.hex])
    assert told.note == "Geburtsurkunde gesehen"
    doubt_again(office, "too_old", case)
    assert counted(office) == {"too_old": 1}


def test_undo_puts_a_doubt_back(office: OfficeStore) -> None:
    find_right(office, "too_old", sound(office, birth_year=1910))
    office.undo()
    assert counted(office) == {"too_old": 1}


def test_who_only_counts_sees_numbers_and_no_names(office: OfficeStore) -> None:
    case = sound(office, birth_year=None)
    records.keep(office, Staff, office.staff_id, role="statistik")
    assert counted(office) == {"missing_birth": 1}
    with office.reading() as session:
        with pytest.raises(NotAllowed):
            doubtful_ids(session, office.staff_id, "missing_birth", TODAY)
        with pytest.raises(NotAllowed):
            doubts(session, office.staff_id, "missing_birth", TODAY, [case])
    with pytest.raises(NotAllowed):
        find_right(office, "missing_birth", case)


def test_a_record_that_was_removed_is_not_doubted(office: OfficeStore) -> None:
    contact = a_contact(office)
    records.remove(office, Contact, contact)
    records.remove(office, CaseFile, sound(office, area=None))
    assert counted(office) == {}


def test_a_person_is_doubted_once_for_each_case(office: OfficeStore) -> None:
    case = sound(office, birth_year=None)
    with office.reading() as session:
        person = session.scalars(select(Person.id)).one()
        assert doubtful_ids(session, office.staff_id, "missing_birth", TODAY) == [case.hex]
    assert person != case


def test_who_only_counts_sees_no_exact_number(office: OfficeStore) -> None:
    for number in range(7):
        a_case(
            office, f"2026-1{number:03}", OPENED, birth_year=1944, given_name=f"A{number}", family_name="B"
        )
    records.keep(office, Staff, office.staff_id, role="statistik")
    with office.reading() as session:
        counts = {one.rule.code: one for one in quality_counts_for(session, office.staff_id, TODAY)}
        exact = {one.rule.code: one.doubtful for one in quality_counts(session, TODAY)}
    found = next(code for code, count in exact.items() if count == 7)  # the area nobody entered
    assert (counts[found].doubtful, counts[found].is_exact) == (5, False)
