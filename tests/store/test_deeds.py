"""A deed is whole or not at all, and one that changes nothing leaves no trace."""

import contextlib
import threading
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.store.disk import full_after
from tests.store.offices import add_case, add_person, note_of, reopen
from zwk_barrier.model import Building, Deed, Dwelling, JournalEntry, Person, RelatedPerson
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import NotFound, StorageFull
from zwk_barrier.store import deed as deed_module
from zwk_barrier.store.check import check_office
from zwk_barrier.store.engine import connect, driver_of
from zwk_barrier.store.office import OfficeStore


def traces(office: OfficeStore) -> tuple[int, int]:
    """How many deeds and how many journal entries there are."""
    with office.reading() as session:
        deeds = session.scalar(select(func.count()).select_from(Deed))
        entries = session.scalar(select(func.count()).select_from(JournalEntry))
    return deeds or 0, entries or 0


@pytest.mark.parametrize("open_session", ["reading", "deed"])
def test_every_connection_waits_for_the_disk_and_minds_references(
    office: OfficeStore, open_session: str
) -> None:
    with contextlib.ExitStack() as stack:
        if open_session == "reading":
            session = stack.enter_context(office.reading())
        else:
            session = stack.enter_context(office.deed("looked")).session
        wanted = {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
        for setting, value in wanted.items():
            assert session.connection().exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_a_reference_to_nothing_is_refused(office: OfficeStore) -> None:
    with pytest.raises(IntegrityError), office.deed("broken") as deed:
        deed.session.add(Dwelling(building_id=new_id()))


def test_a_deed_tells_what_it_changed(office: OfficeStore) -> None:
    with office.deed("person_added") as deed:
        person = Person(family_name="Petrova")
        deed.session.add(person)

    assert deed.changed.kind == "person_added"
    assert deed.changed.rows == {("person", person.id)}
    assert deed.changed.touches("building", "person")
    assert not deed.changed.touches("building")


def test_what_goes_wrong_in_a_deed_undoes_all_of_it(office: OfficeStore) -> None:
    person = add_person(office, note="vorher")
    before = traces(office)

    def break_off() -> None:
        with office.deed("broken") as deed:
            deed.session.add(Building(street="Goethestraße"))
            deed.keep(Person, person, note="nachher")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert note_of(office, person) == "vorher"
    assert traces(office) == before


def test_a_deed_without_change_leaves_no_trace(office: OfficeStore) -> None:
    person = add_person(office, note="wie es ist")
    before = traces(office)

    with office.deed("looked") as looked:
        looked.session.get(Person, person)
    with office.deed("kept_the_same") as same:
        same.keep(Person, person, note="wie es ist")

    with office.deed("kept_and_put_back") as back:
        for note in ("anders", "wie es ist"):
            back.keep(Person, person, note=note)

    assert not looked.changed
    assert not same.changed
    assert not back.changed
    assert traces(office) == before


@pytest.mark.parametrize(
    ("record", "values"),
    [
        (Person, {"note": "Zeile 1\nZeile 2 'mit' \"Zeichen\""}),
        (Person, {"born_on": date(1941, 2, 28), "birth_year": 1941}),
        (Person, {"aids": ["rollator", "hausnotruf"]}),
        (Person, {"aids": None, "aid_width_cm": 0}),
        (Building, {"has_lift": True, "is_listed": False}),
        (Dwelling, {"living_space": Decimal("62.5"), "room_count": Decimal("2.5")}),
    ],
)
def test_keeping_a_field_without_loading_its_row_is_as_setting_it(
    office: OfficeStore, record: type[Any], values: dict[str, Any]
) -> None:
    add_case(office, "Olga Petrova")
    with office.reading() as session:
        row_id = session.scalars(select(record.id)).one()

    with office.deed("kept") as deed:
        deed.keep(record, row_id, **values)

    with office.reading() as session:
        row = session.get_one(record, row_id)
        assert {name: getattr(row, name) for name in values} == values


def test_keeping_a_field_of_a_row_that_is_gone_is_told(office: OfficeStore) -> None:
    person = add_person(office)
    with office.deed("removed") as deed:
        deed.keep(Person, person, removed_at=datetime.now(UTC))

    for row_id in (person, new_id()):
        with pytest.raises(NotFound), office.deed("kept") as deed:
            deed.keep(Person, row_id, note="zu spät")


def test_the_session_and_the_quick_way_see_each_other_in_one_deed(office: OfficeStore) -> None:
    with office.deed("both") as deed:
        person = Person(note="1")
        deed.session.add(person)
        deed.session.flush()
        person.note = "not written yet"
        deed.keep(Person, person.id, note="2")
        assert deed.session.get_one(Person, person.id).note == "2"
        person.note = "3"

    assert note_of(office, person.id) == "3"


def test_what_a_deed_and_a_reading_gave_may_be_used_after_them(office: OfficeStore) -> None:
    with office.deed("person_added") as deed:
        made = Person(family_name="Petrova")
        deed.session.add(made)
    with office.reading() as session:
        read = session.get_one(Person, made.id)

    assert made.family_name == read.family_name == "Petrova"


def test_a_reader_sees_one_moment_while_deeds_go_on(office: OfficeStore) -> None:
    person = add_person(office, note="1")
    with office.reading() as session:
        assert session.scalar(select(Person.note)) == "1"
        with office.deed("kept") as deed:
            deed.keep(Person, person, note="2")
        assert session.scalar(select(Person.note)) == "1"

    assert note_of(office, person) == "2"


def test_who_only_reads_cannot_write_past_a_deed(office: OfficeStore) -> None:
    person = add_person(office, note="vorher")

    with office.reading() as session:
        session.get_one(Person, person).note = "nachher"
        with pytest.raises(DBAPIError, match="readonly"):
            session.commit()

    assert note_of(office, person) == "vorher"


def test_several_threads_may_do_deeds_and_read_at_once(office: OfficeStore) -> None:
    persons = [add_person(office, note="") for _ in range(4)]
    wrong: list[object] = []

    def work(person: UUID) -> None:
        for count in range(25):
            with office.deed("kept") as deed:
                deed.keep(Person, person, note=str(count))
            if note_of(office, person) != str(count):
                wrong.append(person)

    threads = [threading.Thread(target=work, args=(person,)) for person in persons]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []
    assert traces(office) == (1 + 4 + 100, 2 + 4 + 100)
    assert check_office(office) == []


def test_a_deed_inside_a_deed_is_a_mistake_and_no_deadlock(office: OfficeStore) -> None:
    with office.deed("outer"), pytest.raises(RuntimeError, match="wait for itself"), office.deed("inner"):
        pass
    add_person(office, note="und weiter geht es")


@pytest.mark.parametrize("limit", ["size of the file", "pages of the database"])
def test_on_a_full_disk_nothing_kept_is_lost_and_work_goes_on_later(office: OfficeStore, limit: str) -> None:
    person = add_person(office, note="sicher")

    def keep_much() -> None:
        with office.deed("kept") as deed:
            deed.keep(Person, person, note="x" * 400_000)

    log = office.folder / "office.db-wal"
    if limit == "size of the file":
        with full_after(log.stat().st_size + 20_000), pytest.raises(StorageFull) as told:
            keep_much()
    else:
        full_database(office, full=True)
        with pytest.raises(StorageFull) as told:
            keep_much()
        full_database(office, full=False)

    assert "war" in told.value.sentence + told.value.advice
    assert note_of(office, person) == "sicher"
    keep_much()
    assert note_of(office, person) == "x" * 400_000
    assert check_office(office) == []


def full_database(office: OfficeStore, *, full: bool) -> None:
    """Lets the writing connection add no page to the database, or any number."""
    with office._writer.connect() as connection:
        driver = driver_of(connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + 3 if full else 2**31}")


def test_what_was_kept_before_the_disk_was_full_is_there_after_a_new_start(office: OfficeStore) -> None:
    person = add_person(office, note="sicher")
    with full_after((office.folder / "office.db-wal").stat().st_size + 5000), pytest.raises(StorageFull):
        add_person(office, note="y" * 100_000)
    office.close()

    with reopen(office.folder) as again:
        assert note_of(again, person) == "sicher"
        assert check_office(again) == []


class Clock:
    """A clock that runs backwards, as after a flat battery."""

    def __init__(self) -> None:
        self._now = datetime.now(UTC)

    def now(self, zone: Any) -> datetime:
        self._now -= timedelta(days=1)
        return self._now.astimezone(zone)


def test_a_clock_set_back_does_not_confuse_undo(office: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    person = add_person(office, note="0")
    monkeypatch.setattr(deed_module, "datetime", Clock())
    for note in "123":
        with office.deed("kept") as deed:
            deed.keep(Person, person, note=note)

    notes = []
    for _ in range(3):
        office.undo()
        notes.append(note_of(office, person))

    assert notes == ["2", "1", "0"]
    assert office.redo()
    assert note_of(office, person) == "1"


def test_a_statement_that_comes_past_the_program_still_leaves_its_entry(office: OfficeStore) -> None:
    person = add_person(office, note="vorher")
    driver = connect(office.database, office.data_key)
    driver.execute("UPDATE person SET note = 'von außen' WHERE id = ?", (person.hex,))
    driver.close()

    with office.reading() as session:
        entry = session.scalars(select(JournalEntry).order_by(JournalEntry.position.desc())).first()
        last_deed = session.scalars(select(Deed).order_by(Deed.first_entry.desc())).first()

    assert entry is not None
    assert last_deed is not None
    assert (entry.column_name, entry.new_value) == ("note", '"von außen"')
    assert entry.position > last_deed.last_entry


def test_a_bulk_statement_leaves_an_entry_for_each_row(office: OfficeStore) -> None:
    add_case(office, "Olga Petrova", related="Ivan Petrov")
    persons = {add_person(office, note="alt") for _ in range(5)}

    with office.deed("bulk") as deed:
        deed.session.execute(update(Person).where(Person.note == "alt").values(note="neu"))
        deed.session.execute(delete(RelatedPerson))

    assert {row for table, row in deed.changed.rows if table == "person"} == persons
    assert deed.changed.touches("related_person")
