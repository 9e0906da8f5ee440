"""The journal knows every value a field has had, with who and when."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tests.store.offices import NAME, add_case, add_person
from zwk_barrier.model import Base, Dwelling, JournalEntry, Permanent, Person, Release, journaled_tables
from zwk_barrier.store import triggers
from zwk_barrier.store.engine import connect
from zwk_barrier.store.journal import FieldValue, history
from zwk_barrier.store.office import OfficeStore

NOT_JOURNALED = {"deed", "journal", "search_entry", "search_word"}


def test_every_table_of_the_office_is_journaled_but_the_programs_own() -> None:
    journaled = {record.__tablename__ for record in journaled_tables()}

    assert set(Base.metadata.tables) - journaled == NOT_JOURNALED


def test_the_database_has_a_trigger_for_every_column_of_every_table(office: OfficeStore) -> None:
    with office.reading() as session:
        installed = triggers.installed(session.connection())

    assert installed == triggers.expected()
    for record in journaled_tables():
        table = record.__tablename__
        if issubclass(record, Permanent):
            assert {f"journal_{table}_insert", f"journal_{table}_keeps_delete"} <= installed.keys()
            continue
        wanted = {f"journal_{table}_insert", f"journal_{table}_delete"}
        wanted |= {f"journal_{table}_set_{column.name}" for column in record.__table__.columns} - {
            f"journal_{table}_set_id"
        }
        assert wanted <= installed.keys()


@pytest.mark.parametrize(
    "statement", ["UPDATE statistics_release SET purpose = 'anders'", "DELETE FROM statistics_release"]
)
def test_the_database_itself_refuses_to_rewrite_a_register(office: OfficeStore, statement: str) -> None:
    day = date(2025, 12, 31)
    release = Release(
        released_at=datetime(2026, 1, 15, tzinfo=UTC),
        kind="tabellen",
        title="Zahlen 2025",
        begins_on=date(2025, 1, 1),
        ends_on=day,
        method="rounding",
        threshold=5,
        files={},
        report={},
    )
    with office.deed("test", is_final=True) as deed:
        deed.session.add(release)

    with pytest.raises(DatabaseError, match="only ever added to"), office.deed("test") as deed:
        deed.session.execute(text(statement))


def entries_of(office: OfficeStore) -> list[JournalEntry]:
    with office.reading() as session:
        return list(session.scalars(select(JournalEntry).order_by(JournalEntry.position)))


def test_a_new_row_is_one_entry_that_holds_what_is_known(office: OfficeStore) -> None:
    person = add_person(office, given_name="Olga", aids=["rollator"], born_on=date(1941, 2, 28))

    entry = entries_of(office)[-1]

    assert (entry.action, entry.table_name, entry.row_id, entry.parent) == ("insert", "person", person, None)
    row = json.loads(entry.new_value or "")
    assert row.pop("created_at")
    assert row == {"given_name": "Olga", "aids": '["rollator"]', "born_on": "1941-02-28"}


def test_a_changed_field_is_one_entry_with_both_values_and_the_entry_before(office: OfficeStore) -> None:
    person = add_person(office, note="1")
    for note in "23":
        with office.deed("kept") as deed:
            deed.keep(Person, person, note=note)

    made, second, third = entries_of(office)[-3:]

    assert (third.old_value, third.new_value) == ('"2"', '"3"')
    assert third.parent == second.entry_id
    assert second.parent == made.entry_id


def test_a_deleted_row_leaves_all_it_held(office: OfficeStore) -> None:
    person = add_person(office, note="Rest")
    driver = connect(office.database, office.data_key)
    driver.execute("DELETE FROM person WHERE id = ?", (person.hex,))
    driver.close()

    entry = entries_of(office)[-1]

    assert entry.action == "delete"
    assert json.loads(entry.old_value or "")["note"] == "Rest"


def test_the_history_of_a_field_gives_typed_values_newest_first(office: OfficeStore) -> None:
    add_case(office, "Olga Petrova")
    with office.reading() as session:
        dwelling = session.scalars(select(Dwelling.id)).one()
    for space in (Decimal("62.5"), None, Decimal(70)):
        with office.deed("measured") as deed:
            deed.keep(Dwelling, dwelling, living_space=space)

    with office.reading() as session:
        values = history(session, dwelling, "living_space")

    assert [value.value for value in values] == [Decimal(70), None, Decimal("62.5"), None]
    assert {value.staff for value in values} == {NAME}
    assert [value.deed_kind for value in values] == ["measured"] * 3 + ["case_opened"]
    assert all(abs(value.at - datetime.now(UTC)) < timedelta(minutes=1) for value in values)


def test_the_history_of_a_list_and_of_a_moment_is_typed_too(office: OfficeStore) -> None:
    person = add_person(office, aids=["rollator"])
    gone = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
    with office.deed("removed") as deed:
        deed.keep(Person, person, removed_at=gone)

    with office.reading() as session:
        assert history(session, person, "aids")[0].value == ["rollator"]
        assert history(session, person, "removed_at")[0].value == gone


def test_a_value_written_past_the_program_is_nobodys(office: OfficeStore) -> None:
    person = add_person(office)
    driver = connect(office.database, office.data_key)
    driver.execute("UPDATE person SET note = 'von außen'")
    driver.close()
    with office.deed("kept") as deed:
        deed.keep(Person, person, note="vom Programm")

    with office.reading() as session:
        newest, past, made = history(session, person, "note")

    assert (newest.staff, past.staff, made.staff) == (NAME, "", NAME)
    assert isinstance(past, FieldValue)
    assert past.value == "von außen"
