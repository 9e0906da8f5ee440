"""A phone call is kept with its first word, becomes a case without retyping, or joins one that is there."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contact_values, contacts, tasks
from zwk_barrier.model import Contact, Person
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore

PHONE = "030 23125001"


def call(office: OfficeStore, **values: Any) -> UUID:
    _changed, contact_id = contacts.begin_contact(office, **{"channel": "tel", **values})
    return contact_id


def contact(office: OfficeStore, contact_id: UUID) -> Contact:
    with office.reading() as session:
        return contacts.load_contact(session, contact_id)[0]


def case(office: OfficeStore, case_id: UUID) -> cases.CaseView:
    with office.reading() as session:
        return cases.load_case(session, case_id)


def test_a_contact_knows_when_it_was_and_who_spoke(office: OfficeStore) -> None:
    kept = contact(office, call(office, note="Badewanne zu hoch"))

    assert kept.staff_id == office.staff_id
    assert kept.happened_at.tzinfo is not None


def test_an_anonymous_contact_lets_go_of_every_name_and_number(office: OfficeStore) -> None:
    names = {"caller_given_name": "Olga", "caller_family_name": "Petrova", "enquirer_name": "Anna P."}
    contact_id = call(office, caller_phone=PHONE, area="lehe", **names)

    contacts.make_anonymous(office, contact_id, anonymous=True)

    kept = contact(office, contact_id)
    assert (kept.caller_name, kept.caller_phone, kept.enquirer_name) == ("", None, None)
    assert kept.area == "lehe"


def test_undo_brings_the_name_of_an_anonymous_contact_back(office: OfficeStore) -> None:
    contact_id = call(office, caller_family_name="Petrova")
    contacts.make_anonymous(office, contact_id, anonymous=True)

    office.undo()

    assert contact(office, contact_id).caller_name == "Petrova"
    assert not contact(office, contact_id).is_anonymous


def test_a_case_made_from_a_contact_takes_every_value_along(office: OfficeStore) -> None:
    contact_id = call(
        office,
        caller_given_name="Olga",
        caller_family_name="Petrova",
        caller_phone=PHONE,
        area="lehe",
        enquirer="selbst",
        occasion="sturz",
        note="Kommt nicht mehr in die Wanne",
        counselling_type="erstanfrage_info",
    )
    contacts.set_next_step(office, contact_id, "Zurückrufen", date(2026, 12, 2))

    _changed, case_id = contacts.make_case(office, contact_id)

    view = case(office, case_id)
    assert (view.person.full_name, view.person.phone, view.building.area) == ("Olga Petrova", PHONE, "lehe")
    assert (view.case.channel, view.case.enquirer, view.case.main_occasion) == ("tel", "selbst", "sturz")
    assert view.case.concern == "Kommt nicht mehr in die Wanne"
    assert view.case.counselling_type == "erstanfrage_info"
    assert [task.title for task in view.tasks] == ["Zurückrufen"]
    assert [kept.id for kept in view.contacts] == [contact_id]


def test_who_asks_for_somebody_else_becomes_a_related_person_with_the_number(office: OfficeStore) -> None:
    contact_id = call(
        office,
        caller_family_name="Petrova",
        enquirer="kind",
        enquirer_name="Anna Petrova",
        caller_phone=PHONE,
    )

    _changed, case_id = contacts.make_case(office, contact_id)

    view = case(office, case_id)
    assert view.person.phone is None
    assert [(who.name, who.relation, who.phone) for who in view.related] == [("Anna Petrova", "kind", PHONE)]


def test_asking_twice_for_a_case_opens_one(office: OfficeStore) -> None:
    contact_id = call(office, caller_family_name="Petrova")
    _changed, first = contacts.make_case(office, contact_id)

    changed, second = contacts.make_case(office, contact_id)

    assert second == first
    assert not changed


def test_a_contact_joins_a_case_with_its_next_step(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    contact_id = call(office, note="Ruft wieder an")
    contacts.set_next_step(office, contact_id, "Zurückrufen", None)

    contacts.attach_to_case(office, contact_id, case_id)

    view = case(office, case_id)
    assert [kept.id for kept in view.contacts] == [contact_id]
    assert [task.title for task in view.tasks] == ["Zurückrufen"]


def test_a_contact_cannot_join_a_case_that_was_taken_away(office: OfficeStore) -> None:
    contact_id = call(office)
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    office.undo()

    with pytest.raises(NotFound):
        contacts.attach_to_case(office, contact_id, case_id)


def test_a_next_step_without_words_and_date_goes_away(office: OfficeStore) -> None:
    contact_id = call(office)
    contacts.set_next_step(office, contact_id, "Zurückrufen", date(2026, 12, 2))

    contacts.set_next_step(office, contact_id, "", None)

    with office.reading() as session:
        assert contact_values.next_step(session, contact_id) is None
        assert tasks.open_tasks(session) == []


def test_a_next_step_is_one_task_however_often_it_is_changed(office: OfficeStore) -> None:
    contact_id = call(office)
    contacts.set_next_step(office, contact_id, "Zurückrufen", None)
    contacts.set_next_step(office, contact_id, "Zurückrufen", date(2026, 12, 2))

    with office.reading() as session:
        assert [(row.title, row.due_on) for row in tasks.open_tasks(session)] == [
            ("Zurückrufen", date(2026, 12, 2))
        ]


@pytest.mark.parametrize("typed", ["wanne", "WANNE zu", "ärger", "ÄRGER", "Mueller", "müll", PHONE[-7:]])
def test_the_list_finds_notes_names_and_numbers_as_people_type_them(office: OfficeStore, typed: str) -> None:
    found = call(office, note="Wanne zu hoch, Ärger", caller_family_name="Müller", caller_phone=PHONE)
    call(office, note="Etwas ganz anderes")

    with office.reading() as session:
        assert contacts.contact_ids(session, words=typed) == [found]


def test_the_list_shows_only_contacts_without_a_case_when_asked(office: OfficeStore) -> None:
    filed, loose = call(office), call(office)
    contacts.make_case(office, filed)

    with office.reading() as session:
        assert contacts.contact_ids(session, without_case=True) == [loose]
        assert contacts.contact_ids(session) == [loose, filed]


def test_a_removed_contact_leaves_the_list(office: OfficeStore) -> None:
    contact_id = call(office)
    records.remove(office, Contact, contact_id)

    with office.reading() as session:
        assert contacts.contact_ids(session) == []


def test_a_line_of_the_list_names_the_person_of_the_case(office: OfficeStore) -> None:
    contact_id = call(office, caller_family_name="P.", topics=["bad", "wc"])
    _changed, case_id = contacts.make_case(office, contact_id)
    records.keep(office, Person, case(office, case_id).person.id, given_name="Olga", family_name="Petrova")
    contacts.set_next_step(office, contact_id, "Zurückrufen", date(2026, 12, 2))

    with office.reading() as session:
        [row] = contacts.contact_rows(session, [contact_id])

    assert (row.name, row.topics) == ("Olga Petrova", ("bad", "wc"))
    assert (row.next_step, row.due_on) == ("Zurückrufen", date(2026, 12, 2))


def test_the_first_thing_known_may_be_the_next_step(office: OfficeStore) -> None:
    contact_id = call(office, next_step_due=date(2026, 12, 2))

    with office.reading() as session:
        step = contact_values.next_step(session, contact_id)
    assert step is not None
    assert (step.title, step.due_on) == (None, date(2026, 12, 2))


def test_date_and_words_of_the_next_step_are_kept_one_by_one(office: OfficeStore) -> None:
    contact_id = call(office)
    contacts.keep_contact(office, contact_id, next_step_title="Zurückrufen")
    contacts.keep_contact(office, contact_id, next_step_due=date(2026, 12, 2))

    with office.reading() as session:
        [row] = tasks.open_tasks(session)
    assert (row.title, row.due_on) == ("Zurückrufen", date(2026, 12, 2))


def test_the_kind_follows_the_channel_until_somebody_chooses(office: OfficeStore) -> None:
    contact_id = call(office)
    assert contact(office, contact_id).kind == "telefon"
    contacts.keep_contact(office, contact_id, channel="mail")
    assert contact(office, contact_id).kind == "mail"

    contacts.keep_contact(office, contact_id, kind="fallbesprechung")
    contacts.keep_contact(office, contact_id, channel="tel")

    assert contact(office, contact_id).kind == "fallbesprechung"


def test_a_contact_noted_later_keeps_its_time_of_day(office: OfficeStore) -> None:
    contact_id = call(office)
    before = contact(office, contact_id).happened_at.astimezone()

    contacts.keep_contact(office, contact_id, happened_on=date(2026, 7, 3))

    after = contact(office, contact_id).happened_at.astimezone()
    assert (after.date(), after.time()) == (date(2026, 7, 3), before.time())


def test_a_contact_cannot_have_happened_tomorrow(office: OfficeStore) -> None:
    contact_id = call(office)

    with pytest.raises(InputProblem, match="Zukunft"):
        contacts.keep_contact(office, contact_id, happened_on=date.today() + timedelta(days=1))  # noqa: DTZ011


def test_a_contact_is_shown_with_the_case_it_belongs_to(office: OfficeStore) -> None:
    contact_id = call(office, caller_family_name="Petrova")
    with office.reading() as session:
        assert contacts.contact_view(session, contact_id).case is None
    contacts.make_case(office, contact_id)

    with office.reading() as session:
        view = contacts.contact_view(session, contact_id)
    assert view.case is not None
    assert view.case.person.family_name == "Petrova"
