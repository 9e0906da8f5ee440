"""What is in somebody's calendar: theirs, neutral, and cancelled once it is over."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from tests.builders import a_case
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import close_case, reopen_case
from zwk_barrier.casework.case.tasks import set_done
from zwk_barrier.casework.team.calendar import gather_calendar
from zwk_barrier.casework.team.supervision import reassign
from zwk_barrier.exchange.calendar import build_calendar
from zwk_barrier.model import Application, Deadline, Staff, Task, Visit
from zwk_barrier.model.calendar import CalendarEntry
from zwk_barrier.store.office import OfficeStore

TODAY = datetime.now().astimezone().date()
"""The journal keeps the real moment of a change, so the calendar's weeks count from today."""
NEXT_WEEK = TODAY + timedelta(days=7)


def entries(office: OfficeStore, staff_id: UUID | None = None, days: int = 0) -> list[CalendarEntry]:
    with office.reading() as session:
        now = datetime.now().astimezone() + timedelta(days=days)
        return list(gather_calendar(session, staff_id or office.staff_id, now).entries)


def only(office: OfficeStore, staff_id: UUID | None = None) -> CalendarEntry:
    [found] = entries(office, staff_id)
    return found


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    return a_case(
        office,
        "2026-0146",
        date(2026, 11, 2),
        advisor_id=office.staff_id,
        given_name="Olga",
        family_name="Petrova",
    )


@pytest.fixture
def deadline_id(office: OfficeStore, case_id: UUID) -> UUID:
    with office.deed("deadline") as deed:
        application = Application(case_id=case_id)
        deed.session.add(application)
        deed.session.flush()
        row = Deadline(
            case_id=case_id,
            application_id=application.id,
            kind="decision",
            starts_on=TODAY,
            due_on=NEXT_WEEK,
        )
        deed.session.add(row)
        deed.session.flush()
    return row.id


def test_a_deadline_reminds_7_3_and_0_days_before(office: OfficeStore, deadline_id: UUID) -> None:
    entry = only(office)

    assert (entry.uid, entry.title, entry.day) == (str(deadline_id), "ZWK: Frist 2026-0146", NEXT_WEEK)
    assert (entry.alarms, entry.begins_at, entry.is_cancelled, entry.sequence) == ((7, 3, 0), None, False, 0)


def test_a_visit_has_its_time_in_the_title_and_an_hour_when_nobody_said_more(
    office: OfficeStore, case_id: UUID
) -> None:
    records.add(
        office, Visit, case_id=case_id, staff_id=office.staff_id, visited_on=NEXT_WEEK, begins_at=time(10, 30)
    )

    entry = only(office)

    assert (entry.title, entry.begins_at, entry.minutes) == (
        "ZWK: Hausbesuch 2026-0146 – 10:30",
        time(10, 30),
        60,
    )


def test_nothing_in_the_file_tells_who_it_is_about_or_what_is_to_be_done(
    office: OfficeStore, case_id: UUID, deadline_id: UUID
) -> None:
    del deadline_id
    records.add(
        office, Task, case_id=case_id, staff_id=office.staff_id, title="Pflegegrad klären", due_on=NEXT_WEEK
    )
    records.add(office, Task, staff_id=office.staff_id, title="Frau Cordes anrufen", due_on=NEXT_WEEK)
    records.add(office, Visit, case_id=case_id, staff_id=office.staff_id, visited_on=NEXT_WEEK, note="dement")

    with office.reading() as session:
        record = gather_calendar(session, office.staff_id, datetime.now().astimezone())
    file = build_calendar(record).decode().replace("\r\n ", "")

    assert {one.title for one in record.entries} == {
        "ZWK: Frist 2026-0146",
        "ZWK: Aufgabe 2026-0146",
        "ZWK: Aufgabe",
        "ZWK: Hausbesuch 2026-0146",
    }
    for word in ("Petrova", "Olga", "Cordes", "Pflegegrad", "dement", "Marie", "Testhafen"):
        assert word not in file


def test_each_change_of_a_row_counts_one_further(office: OfficeStore, case_id: UUID) -> None:
    task = records.add(office, Task, case_id=case_id, staff_id=office.staff_id, title="x", due_on=NEXT_WEEK)[
        1
    ]
    first = only(office)

    records.keep(office, Task, task, due_on=NEXT_WEEK + timedelta(days=1))
    second = only(office)

    assert (second.uid, second.sequence - first.sequence) == (first.uid, 1)
    assert second.changed_at > first.changed_at


def test_what_is_done_settled_or_taken_away_is_cancelled_and_comes_back_with_a_higher_count(
    office: OfficeStore, case_id: UUID
) -> None:
    task = records.add(office, Task, case_id=case_id, staff_id=office.staff_id, title="x", due_on=NEXT_WEEK)[
        1
    ]

    set_done(office, task)
    done = only(office)
    set_done(office, task, done=False)
    again = only(office)
    records.remove(office, Task, task)
    removed = only(office)

    assert [one.is_cancelled for one in (done, again, removed)] == [True, False, True]
    assert done.sequence < again.sequence < removed.sequence


def test_a_settled_deadline_and_one_of_a_closed_case_are_cancelled(
    office: OfficeStore, case_id: UUID, deadline_id: UUID
) -> None:
    close_case(office, case_id, None, TODAY)
    closed = only(office)
    reopen_case(office, case_id)
    opened = only(office)
    with office.deed("settled") as deed:
        deed.keep(Deadline, deadline_id, settled_on=TODAY)
    settled = only(office)

    assert [one.is_cancelled for one in (closed, opened, settled)] == [True, False, True]
    assert closed.sequence < opened.sequence < settled.sequence
    assert settled.alarms == ()


def test_after_some_weeks_a_cancelled_entry_is_left_out(office: OfficeStore, deadline_id: UUID) -> None:
    with office.deed("settled") as deed:
        deed.keep(Deadline, deadline_id, settled_on=TODAY)

    assert [one.is_cancelled for one in entries(office, days=40)] == [True]
    assert entries(office, days=60) == []


def test_what_was_handed_over_leaves_one_calendar_and_enters_the_other(
    office: OfficeStore, case_id: UUID, deadline_id: UUID
) -> None:
    jonas = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]
    task = records.add(office, Task, case_id=case_id, staff_id=office.staff_id, title="x", due_on=NEXT_WEEK)[
        1
    ]
    others = records.add(office, Staff, name="Ayla Demir", role="beratung")[1]
    records.add(office, Task, case_id=case_id, staff_id=others, title="y", due_on=NEXT_WEEK)
    before = {one.uid: one.sequence for one in entries(office)}

    reassign(office, [case_id], jonas, "Urlaub", today=TODAY)

    mine = {one.uid: one for one in entries(office)}
    assert set(mine) == {str(deadline_id), str(task)}
    assert all(one.is_cancelled and one.sequence > before[uid] for uid, one in mine.items())
    assert {one.uid for one in entries(office, jonas) if not one.is_cancelled} == {
        str(deadline_id),
        str(task),
    }


def test_the_calendar_of_a_colleague_is_not_mine(office: OfficeStore, deadline_id: UUID) -> None:
    del deadline_id
    jonas = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]

    assert entries(office, jonas) == []
