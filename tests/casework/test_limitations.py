"""What a person finds hard is kept answer by answer; what is known only suggests."""

from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, limitations
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.visit.basis import person_now
from zwk_barrier.model import Person
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    _changed, case_id = cases.open_case(office, family_name="Petrova", aids=["rollator"], falls="2plus")
    return case_id


@pytest.fixture
def person_id(office: OfficeStore, case_id: UUID) -> UUID:
    with office.reading() as session:
        return cases.load_case(session, case_id).person.id


def degrees(office: OfficeStore, person_id: UUID) -> dict[str, int]:
    with office.reading() as session:
        return limitations.degrees_of(session, person_id)


def suggested(office: OfficeStore, person_id: UUID) -> dict[str, int]:
    with office.reading() as session:
        profile = limitations.functional_profile(session, person_id)
    return {one.function: one.degree for one in profile.suggestions}


def test_an_answer_is_kept_changed_and_taken_back(office: OfficeStore, person_id: UUID) -> None:
    limitations.keep_limitation(office, person_id, "F14", 1)
    limitations.keep_limitation(office, person_id, "F01", 0)
    limitations.keep_limitation(office, person_id, "F14", 2)
    assert degrees(office, person_id) == {"F01": 0, "F14": 2}

    limitations.keep_limitation(office, person_id, "F14", None)
    assert degrees(office, person_id) == {"F01": 0}


def test_the_same_answer_again_changes_nothing(office: OfficeStore, person_id: UUID) -> None:
    limitations.keep_limitation(office, person_id, "F14", 1)
    assert not limitations.keep_limitation(office, person_id, "F14", 1)
    assert not limitations.keep_limitation(office, person_id, "F15", None)


@pytest.mark.parametrize(("function", "degree"), [("F99", 1), ("F01", 3)])
def test_what_cannot_be_answered_is_refused(
    office: OfficeStore, person_id: UUID, function: str, degree: int
) -> None:
    with pytest.raises(InputProblem):
        limitations.keep_limitation(office, person_id, function, degree)


def test_nobody_is_not_asked(office: OfficeStore, case_id: UUID) -> None:
    with pytest.raises(NotFound):
        limitations.keep_limitation(office, case_id, "F01", 1)


def test_what_is_known_only_proposes(office: OfficeStore, case_id: UUID, person_id: UUID) -> None:
    assert suggested(office, person_id) == {"F05": 2, "F07": 2, "F24": 2}
    with office.reading() as session:
        assert person_now(session, case_id).degrees == {}


def test_accepted_proposals_keep_what_was_answered_and_are_undone_at_once(
    office: OfficeStore, person_id: UUID
) -> None:
    limitations.keep_limitation(office, person_id, "F07", 1)
    limitations.keep_suggestions(office, person_id)
    assert degrees(office, person_id) == {"F05": 2, "F07": 1, "F24": 2}
    assert suggested(office, person_id) == {}

    office.undo()
    assert degrees(office, person_id) == {"F07": 1}


def test_of_two_proposals_the_stronger_one_stands(office: OfficeStore, person_id: UUID) -> None:
    records.keep(
        office, Person, person_id, aids=["scooter", "sauerstoff"], impairments=["seelisch"], falls=None
    )
    assert suggested(office, person_id) == {"F03": 2}


def test_the_history_of_the_case_tells_each_answer(
    office: OfficeStore, case_id: UUID, person_id: UUID
) -> None:
    limitations.keep_limitation(office, person_id, "F07", 1)
    limitations.keep_limitation(office, person_id, "F07", 2)
    with office.reading() as session:
        newest, first, *_opened = case_history(session, case_id)
    assert first.subject == newest.subject == "Einschränkung „Rollator“"
    assert (newest.before, newest.after) == ("Teilweise oder zeitweise", "Deutlich")
    assert first.after == "Wie stark eingeschränkt: Teilweise oder zeitweise"
