"""Every field of every page is kept by the same few verbs, trimmed, checked, and only when it changed."""

from datetime import date
from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.quality.plausible import check
from zwk_barrier.model import Person, RelatedPerson
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)


@pytest.fixture
def person_id(office: OfficeStore) -> UUID:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    with office.reading() as session:
        return cases.load_case(session, case_id).person.id


def person(office: OfficeStore, person_id: UUID) -> Person:
    with office.reading() as session:
        return records.get(session, Person, person_id)


def test_text_is_trimmed_and_empty_text_is_unknown(office: OfficeStore, person_id: UUID) -> None:
    records.keep(office, Person, person_id, given_name="  Olga ", note="   ")

    kept = person(office, person_id)
    assert (kept.given_name, kept.note) == ("Olga", None)


def test_no_choice_at_all_is_unknown(office: OfficeStore, person_id: UUID) -> None:
    records.keep(office, Person, person_id, aids=["rollator"])
    records.keep(office, Person, person_id, aids=[])

    assert person(office, person_id).aids is None


def test_keeping_the_same_value_again_changes_nothing(office: OfficeStore, person_id: UUID) -> None:
    records.keep(office, Person, person_id, given_name="Olga")

    assert not records.keep(office, Person, person_id, given_name="Olga")


def test_a_birth_in_1853_is_refused_and_what_stood_there_stays(office: OfficeStore, person_id: UUID) -> None:
    records.keep(office, Person, person_id, born_on=date(1945, 5, 3))

    with pytest.raises(InputProblem, match="1853") as refused:
        records.keep(office, Person, person_id, born_on=date(1853, 5, 3))

    assert refused.value.field == "born_on"
    assert person(office, person_id).born_on == date(1945, 5, 3)


def test_a_removed_record_is_gone_until_undo(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    _changed, related_id = records.add(office, RelatedPerson, case_id=case_id, name="Anna")
    records.remove(office, RelatedPerson, related_id)

    with pytest.raises(NotFound):
        records.keep(office, RelatedPerson, related_id, name="Anne")
    office.undo()

    with office.reading() as session:
        assert [who.name for who in cases.load_case(session, case_id).related] == ["Anna"]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "born_on", date(2026, 11, 24)),
        ("person", "birth_year", 1853),
        ("person", "disability_degree", 55),
        ("person", "household_size", 0),
        ("building", "steps_to_entrance", -1),
        ("dwelling", "floor", 99),
        ("contact", "minutes", 25 * 60),
        ("contact", "happened_at", date(2026, 11, 25)),
        ("case_file", "closed_on", date(2026, 11, 25)),
        ("measure", "cost_low", -1),
        ("task", "due_on", date(2062, 1, 1)),
        ("task", "title", "x" * 20_001),
    ],
)
def test_what_cannot_be_true_is_refused_with_a_sentence(table: str, column: str, value: object) -> None:
    with pytest.raises(InputProblem) as refused:
        check(table, column, value, TODAY)

    assert refused.value.field == column
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "born_on", TODAY),
        ("person", "disability_degree", 50),
        ("dwelling", "floor", -1),
        ("building", "steps_to_entrance", 0),
        ("task", "due_on", date(2027, 11, 23)),
        ("person", "born_on", None),
    ],
)
def test_what_can_be_true_is_taken_as_it_is(table: str, column: str, value: object) -> None:
    assert check(table, column, value, TODAY) == value
