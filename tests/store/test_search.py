"""Finding a case by whatever is known of it, and not finding what is gone."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.store.offices import add_case, reopen
from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Person, RelatedPerson, SearchWord
from zwk_barrier.store import search_index
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import Hit, find, rebuild


def found(office: OfficeStore, typed: str, limit: int = 20) -> list[Hit]:
    with office.reading() as session:
        return find(session, typed, limit)


def titles(office: OfficeStore, typed: str) -> list[str]:
    return [hit.title for hit in found(office, typed)]


@pytest.fixture
def known(office: OfficeStore) -> OfficeStore:
    """An office with a few people who are easily mistaken for one another."""
    people = {
        "Olga Petrova": ("2026-0147", "Goethestraße", "41", "0171 3920012", "Ivan Petrow"),
        "Jürgen Müller": ("2026-0148", "Bürgermeister-Smidt-Straße", "7a", "+49 221 4710815", None),
        "Käthe Weiß": ("2025-0007", "Hafenstr.", "112", "(030) 23125-007", None),
        "Gerd Meyer": ("2025-0147", "Lange Straße", "4", None, "Pflegedienst Nordlicht"),
        "Ayşe Yılmaz": ("2026-0001", "Am Leher Tor", "3", None, None),
        "Zofia Wiśniewska-Kowalska": ("2024-1040", "Goethestraße", "410", None, None),
    }
    for name, (number, street, house_number, phone, related) in people.items():
        add_case(office, name, number, street=street, house_number=house_number, phone=phone, related=related)
    return office


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("olga petrova", "Olga Petrova"),
        ("PETROVA, Olga", "Olga Petrova"),
        ("petr", "Olga Petrova"),
        ("ol pe", "Olga Petrova"),
        ("petrova goethe", "Olga Petrova"),
        ("müller", "Jürgen Müller"),
        ("mueller", "Jürgen Müller"),
        ("Muller", "Jürgen Müller"),
        ("juergen mülle", "Jürgen Müller"),
        ("weiss", "Käthe Weiß"),
        ("WEISS kaethe", "Käthe Weiß"),
        ("ayse yilmaz", "Ayşe Yılmaz"),
        ("AYŞE", "Ayşe Yılmaz"),
        ("kowalska", "Zofia Wiśniewska-Kowalska"),
        ("wisniewska", "Zofia Wiśniewska-Kowalska"),
        ("maier", "Gerd Meyer"),
        ("Gert Meier", "Gerd Meyer"),
        ("petrowa", "Olga Petrova"),
        ("petorva", "Olga Petrova"),
        ("ptrvoa", "Olga Petrova"),
        ("olga pwtrove", "Olga Petrova"),
        ("Mullre Jürgen", "Jürgen Müller"),
        ("wisnewska kowalksa", "Zofia Wiśniewska-Kowalska"),
        ("kowlas", "Zofia Wiśniewska-Kowalska"),
    ],
)
def test_a_name_is_found_however_it_is_written(known: OfficeStore, typed: str, name: str) -> None:
    assert titles(known, typed)[0] == name


def test_half_a_name_is_no_hit_when_the_other_half_is_another(known: OfficeStore) -> None:
    assert titles(known, "jürgen xqzzt") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("2026-0147", "Olga Petrova"),
        ("2026/147", "Olga Petrova"),
        ("26-147", "Olga Petrova"),
        ("20260147", "Olga Petrova"),
        ("2025-0147", "Gerd Meyer"),
        ("25-147", "Gerd Meyer"),
        ("1040", "Zofia Wiśniewska-Kowalska"),
        ("0171 3920012", "Olga Petrova"),
        ("01713920012", "Olga Petrova"),
        ("+49 171 3920012", "Olga Petrova"),
        ("0049-171/392.00.12", "Olga Petrova"),
        ("0171 39", "Olga Petrova"),
        ("20012", "Olga Petrova"),
        ("3920012", "Olga Petrova"),
        ("0221 4710815", "Jürgen Müller"),
        ("+49 (0)221 4710815", "Jürgen Müller"),
        ("4710815", "Jürgen Müller"),
        ("030 23125", "Käthe Weiß"),
        ("(030) 23125-007", "Käthe Weiß"),
        ("müller 0815", "Jürgen Müller"),
    ],
)
def test_any_number_finds_its_case(known: OfficeStore, typed: str, name: str) -> None:
    assert titles(known, typed)[0] == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("goethestr. 41", "Olga Petrova"),
        ("Goethe-Straße 41", "Olga Petrova"),
        ("goethestrasse 410", "Zofia Wiśniewska-Kowalska"),
        ("smidtstraße", "Jürgen Müller"),
        ("Bgm Smidt", None),
        ("smidt str 7a", "Jürgen Müller"),
        ("hafenstraße", "Käthe Weiß"),
        ("hafen 112", "Käthe Weiß"),
        ("lange str", "Gerd Meyer"),
        ("leher tor", "Ayşe Yılmaz"),
        ("ivan petrow", "Olga Petrova"),
        ("nordlicht", "Gerd Meyer"),
    ],
)
def test_a_street_and_somebody_around_the_case_are_found(
    known: OfficeStore, typed: str, name: str | None
) -> None:
    assert titles(known, typed)[:1] == ([name] if name else [])


@pytest.mark.parametrize("typed", ["", " ", "o", "-", "4", "?!", "+", "…", "\x00"])
def test_too_little_finds_nothing(known: OfficeStore, typed: str) -> None:
    assert titles(known, typed) == []


def test_the_exact_name_stands_before_longer_ones_and_other_words(office: OfficeStore) -> None:
    add_case(office, "Rita Lang", "2026-0001")
    add_case(office, "Rita Langer", "2026-0002")
    add_case(office, "Rita Becker", "2026-0003", related="Herr Lang")
    add_case(office, "Rita Krause", "2026-0004", street="Lange Straße")

    assert titles(office, "lang") == ["Rita Lang", "Rita Langer", "Rita Becker", "Rita Krause"]


def test_with_many_alike_the_exact_ones_come_first_and_then_the_newest(office: OfficeStore) -> None:
    for count in range(30):
        add_case(
            office, f"Person{'en' * (count % 2)} Nummer", f"2026-{count:04d}", phone=f"0171 39200{count:02d}"
        )

    hits = found(office, "person nummer", limit=5)

    assert [hit.title for hit in hits] == ["Person Nummer"] * 5
    assert [hit.detail for hit in hits] == [f"2026-{count:04d}" for count in (28, 26, 24, 22, 20)]


def test_a_hit_says_what_it_is(known: OfficeStore) -> None:
    hit = found(known, "petrova")[0]

    assert (hit.kind, hit.title, hit.detail) == ("case", "Olga Petrova", "2026-0147 · Goethestraße 41")
    with known.reading() as session:
        assert session.get_one(CaseFile, hit.subject_id).number == "2026-0147"


def test_a_case_without_a_name_is_found_by_its_number(office: OfficeStore) -> None:
    case = add_case(office, "", "2026-0009", street="Hafenstraße", house_number="1")

    hit = found(office, "2026-9")[0]

    assert (hit.subject_id, hit.title, hit.detail) == (case, "2026-0009", "Hafenstraße 1")


def call(office: OfficeStore, **values: object) -> UUID:
    with office.deed("contact_added") as deed:
        contact = Contact(happened_at=datetime(2026, 5, 3, 10, 0, tzinfo=UTC), **values)
        deed.session.add(contact)
        deed.session.flush()
    return contact.id


def test_a_call_without_a_case_is_found_by_name_and_phone(office: OfficeStore) -> None:
    contact = call(office, caller_given_name="Rosa", caller_family_name="Jäger", caller_phone="040 66969123")

    for typed in ("jaeger", "rosa j", "66969123", "040 66969"):
        hit = found(office, typed)[0]
        assert (hit.kind, hit.subject_id, hit.title) == ("contact", contact, "Rosa Jäger")
        assert hit.detail == "Kontakt vom 03.05.2026 · 040 66969123"


def test_a_call_of_which_only_the_phone_is_known_shows_it(office: OfficeStore) -> None:
    call(office, caller_phone="040 66969123")

    assert titles(office, "66969123") == ["040 66969123"]


def test_an_anonymous_call_is_not_found(office: OfficeStore) -> None:
    call(office, caller_family_name="Jäger", is_anonymous=True)
    call(office, area="Lehe")

    assert titles(office, "jäger") == []


def test_a_call_that_became_a_case_is_found_as_the_case_only(office: OfficeStore) -> None:
    contact = call(office, caller_given_name="Rosa", caller_family_name="Jäger")
    case = add_case(office, "Rosa Jäger")
    with office.deed("contact_attached") as deed:
        deed.keep(Contact, contact, case_id=case)

    assert [(hit.kind, hit.subject_id) for hit in found(office, "jäger")] == [("case", case)]


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


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=30))
def test_nothing_that_can_be_typed_breaks_the_search(shared: OfficeStore, typed: str) -> None:
    for hit in found(shared, typed):
        assert hit.title


@settings(max_examples=100, deadline=None)
@given(typed=st.text(alphabet="\"*:^(){}-+NEAR ORANDT'\\;0147gotheéß", max_size=20))
def test_no_operator_of_the_index_is_reached_by_typing(shared: OfficeStore, typed: str) -> None:
    found(shared, typed)
