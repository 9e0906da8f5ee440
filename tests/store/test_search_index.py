"""The index follows every deed: what changes is found at once, what goes is forgotten."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.store.finding import found, titles
from tests.store.offices import add_case, reopen
from zwk_barrier.model import Building, CaseFile, Dwelling, Person, RelatedPerson, SearchWord
from zwk_barrier.store import search_index
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import rebuild

Change = Callable[[OfficeStore, UUID], None]


def rename(office: OfficeStore, case_id: UUID) -> None:
    with office.deed("kept") as deed:
        person = deed.session.get_one(CaseFile, case_id).person_id
        deed.keep(Person, person, family_name="Iwanowa")


def move(office: OfficeStore, case_id: UUID) -> None:
    with office.deed("moved") as deed:
        building = Building(street="Weserstraße", house_number="9")
        deed.session.add(building)
        deed.session.flush()
        dwelling = deed.session.get_one(CaseFile, case_id).dwelling_id
        deed.keep(Dwelling, dwelling, building_id=building.id)


def rename_street(office: OfficeStore, _case_id: UUID) -> None:
    with office.deed("kept") as deed:
        building = deed.session.scalars(select(Building.id)).one()
        deed.keep(Building, building, street="Elbestraße")


def add_relative(office: OfficeStore, case_id: UUID) -> None:
    with office.deed("related_person_added") as deed:
        deed.session.add(RelatedPerson(case_id=case_id, name="Wanda Nowak", phone="069 90009111"))


def renumber(office: OfficeStore, case_id: UUID) -> None:
    with office.deed("kept") as deed:
        deed.keep(CaseFile, case_id, number="2031-0555")


@pytest.mark.parametrize(
    ("change", "found_by", "not_by"),
    [
        (rename, "iwanowa", "petrova"),
        (move, "weserstraße 9", "goethestraße"),
        (rename_street, "elbestr", "goethestraße"),
        (add_relative, "wanda nowak", None),
        (add_relative, "069 90009111", None),
        (renumber, "2031-555", "2026-0001"),
    ],
)
def test_what_changes_in_any_row_of_a_case_is_found_at_once_and_undone_too(
    office: OfficeStore, change: Change, found_by: str, not_by: str | None
) -> None:
    case = add_case(office, "Olga Petrova", street="Goethestraße", house_number="41")

    change(office, case)
    assert [hit.subject_id for hit in found(office, found_by)] == [case]
    assert not_by is None or titles(office, not_by) == []

    office.undo()
    assert titles(office, found_by) == []
    assert not_by is None or titles(office, not_by) == ["Olga Petrova"]
    assert check_office(office) == []


def test_what_was_removed_is_not_found_and_its_words_are_forgotten(office: OfficeStore) -> None:
    case = add_case(office, "Olga Petrova", related="Ivan Petrow")
    with office.deed("removed") as deed:
        deed.keep(CaseFile, case, removed_at=datetime.now(UTC))

    assert titles(office, "petrova") == titles(office, "petrow") == []
    with office.reading() as session:
        assert session.scalars(select(SearchWord)).all() == []


def test_a_removed_relative_no_longer_finds_the_case(office: OfficeStore) -> None:
    add_case(office, "Olga Petrova", related="Ivan Gromow")
    with office.deed("removed") as deed:
        relative = deed.session.scalars(select(RelatedPerson.id)).one()
        deed.keep(RelatedPerson, relative, removed_at=datetime.now(UTC))

    assert titles(office, "gromow") == []
    assert titles(office, "petrova") == ["Olga Petrova"]


def test_a_change_that_does_not_matter_leaves_the_index_alone(office: OfficeStore) -> None:
    add_case(office, "Olga Petrova")
    with office.deed("kept") as deed:
        person = deed.session.scalars(select(Person.id)).one()
        driver = deed._driver
        before = driver.total_changes
        deed.keep(Person, person, note="nur eine Notiz")

    assert driver.total_changes - before == 3  # the field, its journal entry, the deed


def test_the_index_made_anew_is_the_one_that_was_kept(known: OfficeStore) -> None:
    assert check_office(known) == []
    with known.deed("rebuilt") as deed:
        rebuild(deed.session)
        deed.session.add(Person())

    assert check_office(known) == []
    assert titles(known, "petorva") == ["Olga Petrova"]


def test_the_index_is_right_after_many_cases_in_one_deed(
    office: OfficeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_MANY", 3)
    with office.deed("imported") as deed:
        building = Building(street="Goethestraße")
        deed.session.add(building)
        deed.session.flush()
        dwelling = Dwelling(building_id=building.id)
        persons = [Person(family_name=name) for name in ("Petrova", "Müller", "Weiß", "Meyer")]
        deed.session.add_all([dwelling, *persons])
        deed.session.flush()
        for count, person in enumerate(persons):
            case = {"number": f"2026-{count:04d}", "dwelling_id": dwelling.id, "person_id": person.id}
            deed.session.add(CaseFile(**case, opened_at=datetime.now(UTC)))

    assert check_office(office) == []
    assert titles(office, "mueller goethe") == ["Müller"]


def test_new_words_are_known_to_typos_at_once_and_after_a_new_start(known: OfficeStore) -> None:
    assert titles(known, "Schwarzenbahc") == []
    add_case(known, "Rita Schwarzenbach", "2026-0500")
    assert titles(known, "Schwarzenbahc") == ["Rita Schwarzenbach"]
    known.close()

    with reopen(known.folder) as again:
        assert titles(again, "Schwarzenbahc") == ["Rita Schwarzenbach"]


def test_several_threads_may_search_while_cases_are_added(known: OfficeStore) -> None:
    missed: list[str] = []

    def search() -> None:
        found_each_time = [titles(known, "petorva") for _ in range(30)]
        missed.extend(str(hits) for hits in found_each_time if hits != ["Olga Petrova"])

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for count in range(20):
        add_case(known, f"Rita Neumann{count}", f"2027-{count:04d}")
    for thread in threads:
        thread.join()

    assert missed == []
