"""Undo and redo: any sequence of deeds, undos and redos leaves what a plain list of states would hold."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.store.offices import add_case, add_person, note_of
from zwk_barrier.model import CaseFile, Contact, Person, RelatedPerson, Staff
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import ConflictProblem
from zwk_barrier.store.check import check_office
from zwk_barrier.store.engine import connect
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.office import OfficeStore, open_office


def keep(office: OfficeStore, person: UUID, **values: object) -> None:
    with office.deed("kept") as deed:
        deed.keep(Person, person, **values)


def test_undo_brings_the_value_before_back_and_redo_the_value_after(office: OfficeStore) -> None:
    person = add_person(office, note="vorher")
    keep(office, person, note="nachher")

    undone = office.undo()
    assert note_of(office, person) == "vorher"
    assert undone.kind == "undo"
    assert undone.rows == {("person", person)}

    office.redo()
    assert note_of(office, person) == "nachher"


def test_there_is_nothing_to_undo_in_a_new_office(office: OfficeStore) -> None:
    assert not office.undo()
    assert not office.redo()
    with office.reading() as session:
        assert session.scalars(select(Staff)).one().removed_at is None


def test_a_new_deed_ends_what_could_be_redone(office: OfficeStore) -> None:
    person = add_person(office, note="1")
    keep(office, person, note="2")
    office.undo()
    keep(office, person, note="3")

    assert not office.redo()
    assert note_of(office, person) == "3"


def test_undo_stops_before_what_is_final(office: OfficeStore) -> None:
    person = add_person(office, note="1")
    with office.deed("letter_sent", is_final=True) as deed:
        deed.keep(Person, person, note="2")

    assert not office.undo()
    assert note_of(office, person) == "2"


def test_a_new_row_is_taken_away_and_comes_back(office: OfficeStore) -> None:
    case = add_case(office, "Olga Petrova", related="Ivan Petrov")

    def standing() -> set[bool]:
        with office.reading() as session:
            rows = [session.get_one(CaseFile, case), *session.scalars(select(Person))]
            return {row.removed_at is None for row in [*rows, *session.scalars(select(RelatedPerson))]}

    office.undo()
    assert standing() == {False}
    office.redo()
    assert standing() == {True}


def test_another_person_does_not_take_my_deed_back(office: OfficeStore) -> None:
    other_id = add_staff(office, "Jan Meinken", "auch geheim 2")
    person = add_person(office, note="von Marie")

    with open_office(office.folder, "Jan Meinken", "auch geheim 2", alone=False) as other:
        assert other.staff_id == other_id
        assert not other.undo()
        keep(other, person, note="von Jan")
        other.undo()

    assert note_of(office, person) == "von Marie"


def add_staff(office: OfficeStore, name: str, password: str) -> UUID:
    with office.deed("staff_added", is_final=True) as deed:
        staff = Staff(name=name)
        deed.session.add(staff)
        deed.session.flush()
        KeyFile.read(office.folder).add(staff.id, name, password, office.data_key)
    return staff.id


def by_somebody_else(office: OfficeStore, statement: str) -> None:
    driver = connect(office.database, office.data_key)
    driver.execute(statement)
    driver.close()


def test_a_value_changed_since_is_not_overwritten(office: OfficeStore) -> None:
    person = add_person(office, note="1")
    keep(office, person, note="2")
    by_somebody_else(office, "UPDATE person SET note = '3'")

    with pytest.raises(ConflictProblem, match="inzwischen noch einmal geändert"):
        office.undo()
    assert note_of(office, person) == "3"


def test_a_deed_of_which_one_value_changed_since_is_not_half_undone(office: OfficeStore) -> None:
    person = add_person(office, note="1", family_name="Petrova")
    keep(office, person, family_name="Iwanowa", note="2")
    by_somebody_else(office, "UPDATE person SET family_name = 'Smirnova'")

    with pytest.raises(ConflictProblem):
        office.undo()
    assert note_of(office, person) == "2"


def test_a_new_row_that_somebody_filled_since_is_not_taken_away(office: OfficeStore) -> None:
    person = add_person(office)
    by_somebody_else(office, "UPDATE person SET note = 'wichtig'")

    with pytest.raises(ConflictProblem, match="inzwischen noch einmal geändert"):
        office.undo()
    assert note_of(office, person) == "wichtig"


def test_a_case_on_which_a_contact_hangs_by_now_is_not_taken_away(office: OfficeStore) -> None:
    add_staff(office, "Jan Meinken", "auch geheim 2")
    case = add_case(office, "Olga Petrova")
    with open_office(office.folder, "Jan Meinken", "auch geheim 2", alone=False) as other:
        with other.deed("contact_added") as deed:
            deed.session.add(Contact(case_id=case, happened_at=datetime.now(UTC)))
        with pytest.raises(ConflictProblem, match="hängt anderes daran"):
            office.undo()
        other.undo()

    assert office.undo()


State = tuple[str | None, str | None, tuple[str, ...] | None, frozenset[str]]


class Model:
    """What undo and redo mean: a list of states and a place in it."""

    def __init__(self, state: State) -> None:
        self.states = [state]
        self.at = 0

    def done(self, state: State) -> None:
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    def undo(self) -> None:
        self.at = max(self.at - 1, 0)

    def redo(self) -> None:
        self.at = min(self.at + 1, len(self.states) - 1)

    @property
    def state(self) -> State:
        return self.states[self.at]


words = st.sampled_from([None, "", "a", "ä'\"\\", "0", "null", "1.5", "[]"])
aids = st.sampled_from([None, ["rollator"], ["rollator", "hausnotruf"], []])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("keep"), words, words),
        st.tuples(st.just("keep twice"), words, words),
        st.tuples(st.just("aids"), aids, st.none()),
        st.tuples(st.just("relative"), st.sampled_from("ABC"), st.none()),
        st.tuples(st.just("no relatives"), st.none(), st.none()),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(steps=steps)
def test_any_sequence_leaves_what_a_list_of_states_would_hold(shared: OfficeStore, steps: Any) -> None:
    office = shared
    case_id = add_case(office, "Olga Petrova", number=str(new_id()))
    with office.deed("begun", is_final=True) as deed:
        deed.keep(CaseFile, case_id, concern="hier beginnt es")
    model = Model(state_of(office, case_id))
    for name, first, second in steps:
        if name in ("undo", "redo"):
            getattr(office, name)()
            getattr(model, name)()
        else:
            do(office, case_id, name, first, second)
            model.done(state_of(office, case_id))
        assert state_of(office, case_id) == model.state


def do(office: OfficeStore, case_id: UUID, name: str, first: Any, second: Any) -> None:
    with office.deed(name) as deed:
        case = deed.session.get_one(CaseFile, case_id)
        person = deed.session.get_one(Person, case.person_id)
        match name:
            case "keep":
                person.note, person.email = first, second
            case "keep twice":
                for value in (first, second):
                    deed.keep(Person, person.id, note=value)
            case "aids":
                person.aids = first
            case "relative":
                deed.session.add(RelatedPerson(case_id=case_id, name=first))
            case _:
                for related in relatives(deed.session, case_id):
                    related.removed_at = datetime.now(UTC)


def relatives(session: Any, case_id: UUID) -> list[RelatedPerson]:
    standing = select(RelatedPerson).where(
        RelatedPerson.case_id == case_id, RelatedPerson.removed_at.is_(None)
    )
    return list(session.scalars(standing))


def state_of(office: OfficeStore, case_id: UUID) -> State:
    with office.reading() as session:
        person = session.get_one(Person, session.get_one(CaseFile, case_id).person_id)
        names = frozenset(f"{related.name} {related.id}" for related in relatives(session, case_id))
        return person.note, person.email, None if person.aids is None else tuple(person.aids), names


def test_the_index_and_the_journal_are_sound_after_all_that(office: OfficeStore) -> None:
    add_case(office, "Olga Petrova", related="Ivan Petrov")
    for _ in range(3):
        office.undo()
        office.redo()

    assert check_office(office) == []
