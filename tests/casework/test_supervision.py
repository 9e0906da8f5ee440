"""Who has how much, and handing cases over with one reason."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import a_case, noon
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import close_case
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.team.pending import silent_cases, waiting_for_visit
from zwk_barrier.casework.team.supervision import (
    AdvisorLoad,
    cases_in_need,
    load_team,
    possible_advisors,
    reassign,
)
from zwk_barrier.casework.team.whose import EVERYTHING
from zwk_barrier.model import Absence, Application, CaseFile, Contact, Deadline, Handover, Staff, Task, Visit
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.store.office import OfficeStore

MONDAY = date(2026, 11, 23)


def colleague(store: OfficeStore, name: str, role: str = "beratung") -> UUID:
    """Somebody else who works here; they need no password for this."""
    return records.add(store, Staff, name=name, role=role)[1]


def days_ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def case_of(store: OfficeStore, advisor: UUID | None, number: str, opened: int = 0) -> UUID:
    return a_case(store, number, days_ago(opened), advisor_id=advisor, family_name="Petrova")


def load_of(store: OfficeStore, advisor: UUID | None) -> AdvisorLoad:
    with store.reading() as session:
        team = load_team(session, store.staff_id, MONDAY)
    return next(one for one in team.advisors if one.staff_id == advisor)


def deadline(store: OfficeStore, case_id: UUID, due_on: date, settled_on: date | None = None) -> None:
    with store.deed("deadline") as deed:
        application = Application(case_id=case_id)
        deed.session.add(application)
        deed.session.flush()
        deed.session.add(
            Deadline(
                case_id=case_id,
                application_id=application.id,
                kind="decision",
                starts_on=due_on,
                due_on=due_on,
                settled_on=settled_on,
            )
        )


def test_the_team_counts_running_cases_and_how_long_they_wait_for_a_visit(office: OfficeStore) -> None:
    jonas = colleague(office, "Jonas Ehlers")
    case_of(office, jonas, "2026-0001", opened=10)
    case_of(office, jonas, "2026-0002", opened=25)
    visited = case_of(office, jonas, "2026-0003", opened=90)
    records.add(office, Visit, case_id=visited, visited_on=MONDAY + timedelta(days=3))
    close_case(office, case_of(office, jonas, "2026-0004", opened=200), None, days_ago(1))

    load = load_of(office, jonas)

    assert (load.open_cases, load.waiting, load.mean_wait, load.longest_wait) == (3, 2, 18, 25)


def test_the_table_and_the_first_page_say_the_same_of_who_waits_and_who_is_silent(
    office: OfficeStore,
) -> None:
    kinds: tuple[tuple[str | None, date | None, bool], ...] = (
        (None, None, False),
        ("beratung_ohne_fm", None, False),
        ("beratung_ohne_fm", None, True),
        (None, MONDAY, True),
        (None, None, True),
    )
    for number, (counselling, on, has_visit) in enumerate(kinds, 1):
        case_id = a_case(
            office,
            f"2026-000{number}",
            days_ago(10 * number),
            advisor_id=office.staff_id,
            counselling_type=counselling,
        )
        if has_visit:
            records.add(office, Visit, case_id=case_id, visited_on=on)

    load = load_of(office, office.staff_id)
    with office.reading() as session:
        waiting = waiting_for_visit(session, EVERYTHING, MONDAY, 10)
        silent = silent_cases(session, EVERYTHING, MONDAY, 30, 10)

    assert (load.waiting, load.mean_wait, load.silent) == (3, 30, 1)
    assert (waiting.count, waiting.mean_days, silent.count) == (3, 30, 1)


def test_overdue_and_coming_count_deadlines_and_tasks_to_the_day(office: OfficeStore) -> None:
    case_id = case_of(office, office.staff_id, "2026-0001")
    for due in (days_ago(1), MONDAY, MONDAY + timedelta(days=14), MONDAY + timedelta(days=15)):
        deadline(office, case_id, due)
        records.add(office, Task, case_id=case_id, title="Anrufen", due_on=due)
    deadline(office, case_id, days_ago(9), settled_on=days_ago(9))

    load = load_of(office, office.staff_id)

    assert (load.overdue, load.coming) == (2, 4)


@pytest.mark.parametrize(("days", "silent"), [(30, 0), (31, 1)])
def test_a_case_is_silent_after_more_days_than_the_office_wants(
    office: OfficeStore, days: int, silent: int
) -> None:
    case_id = case_of(office, office.staff_id, "2026-0001", opened=100)
    records.add(office, Contact, case_id=case_id, happened_at=noon(days_ago(days)))

    assert load_of(office, office.staff_id).silent == silent


def test_a_visit_that_was_made_breaks_the_silence_and_one_to_come_does_not(office: OfficeStore) -> None:
    for number, on in (("2026-0001", days_ago(5)), ("2026-0002", MONDAY + timedelta(days=5))):
        records.add(
            office,
            Visit,
            case_id=case_of(office, office.staff_id, number, opened=100),
            visited_on=on,
        )

    with office.reading() as session:
        found = cases_in_need(session, office.staff_id, office.staff_id, MONDAY)

    assert [(one.number, one.silent_days) for one in found] == [("2026-0002", 100), ("2026-0001", None)]


def test_the_team_shows_who_is_away_today_and_the_deputy(office: OfficeStore) -> None:
    jonas = colleague(office, "Jonas Ehlers")
    deputy = colleague(office, "Ayla Demir")
    records.add(office, Absence, staff_id=jonas, deputy_id=deputy, first_on=days_ago(3), last_on=MONDAY)
    records.add(office, Absence, staff_id=deputy, first_on=days_ago(9), last_on=days_ago(1))

    away, back = load_of(office, jonas).away, load_of(office, deputy).away

    assert (away.deputy, away.last_on, back) == ("Ayla Demir", MONDAY, None) if away else False


def test_cases_of_nobody_stand_last_and_only_when_there_are_some(office: OfficeStore) -> None:
    def last() -> UUID | None:
        with office.reading() as session:
            return load_team(session, office.staff_id, MONDAY).advisors[-1].staff_id

    assert last() == office.staff_id
    case_of(office, None, "2026-0001")
    assert last() is None


def test_several_cases_are_handed_over_with_one_reason_that_each_history_shows(office: OfficeStore) -> None:
    jonas = colleague(office, "Jonas Ehlers")
    ids = [case_of(office, office.staff_id, f"2026-000{n}") for n in (1, 2, 3)]

    reassign(office, ids, jonas, "Marie ist bis Weihnachten krank")

    with office.reading() as session:
        for case_id in ids:
            told = case_history(session, case_id)
            line = next(one for one in told if one.subject == "Übergabe")
            assert line.staff == "Marie Albers"
            assert line.after == (
                "Bisher zuständig: Marie Albers; Jetzt zuständig: Jonas Ehlers; "
                "Grund der Übergabe: Marie ist bis Weihnachten krank"
            )
            assert session.get_one(CaseFile, case_id).advisor_id == jonas


def test_open_tasks_and_coming_visits_move_along_but_not_those_of_a_third_person(office: OfficeStore) -> None:
    me, jonas, ayla = office.staff_id, colleague(office, "Jonas Ehlers"), colleague(office, "Ayla Demir")
    case_id = case_of(office, me, "2026-0001")
    own, other, done = (
        records.add(office, Task, case_id=case_id, staff_id=who, title="Anrufen", done_at=at)[1]
        for who, at in ((me, None), (ayla, None), (me, noon(days_ago(1))))
    )
    made, coming = (
        records.add(office, Visit, case_id=case_id, staff_id=me, visited_on=on)[1]
        for on in (days_ago(1), MONDAY)
    )

    reassign(office, [case_id], jonas, "Urlaub", today=MONDAY)

    with office.reading() as session:
        tasks = [session.get_one(Task, one).staff_id for one in (own, other, done)]
        visits = [session.get_one(Visit, one).staff_id for one in (made, coming)]
    assert (tasks, visits) == ([jonas, ayla, me], [me, jonas])


def test_handing_over_is_taken_back_as_one(office: OfficeStore) -> None:
    jonas = colleague(office, "Jonas Ehlers")
    ids = [case_of(office, office.staff_id, f"2026-000{n}") for n in (1, 2)]
    task = records.add(office, Task, case_id=ids[0], staff_id=office.staff_id, title="Anrufen")[1]
    reassign(office, ids, jonas, "Urlaub")

    office.undo()

    with office.reading() as session:
        assert {session.get_one(CaseFile, one).advisor_id for one in ids} == {office.staff_id}
        assert session.get_one(Task, task).staff_id == office.staff_id
        assert all(one.removed_at for one in session.query(Handover))


@pytest.mark.parametrize("role", ["beratung", "statistik", "ehrenamt"])
def test_only_who_leads_or_administers_sees_the_team_and_hands_over(office: OfficeStore, role: str) -> None:
    jonas, case_id = colleague(office, "Jonas Ehlers"), case_of(office, None, "2026-0001")
    records.keep(office, Staff, office.staff_id, role=role)

    with pytest.raises(NotAllowed, match="Fälle übergeben dürfen nur Leitung und Verwaltung"):
        reassign(office, [case_id], jonas, "Urlaub")
    with office.reading() as session, pytest.raises(NotAllowed):
        load_team(session, office.staff_id, MONDAY)
    with office.reading() as session:
        assert session.get_one(CaseFile, case_id).advisor_id is None


@pytest.mark.parametrize(("reason", "field"), [("  \n ", "reason"), ("x" * 501, "reason")])
def test_a_reason_is_asked_for_and_is_no_novel(office: OfficeStore, reason: str, field: str) -> None:
    jonas, case_id = colleague(office, "Jonas Ehlers"), case_of(office, None, "2026-0001")

    with pytest.raises(InputProblem) as told:
        reassign(office, [case_id], jonas, reason)

    assert told.value.field == field


def test_cases_go_only_to_somebody_who_advises(office: OfficeStore) -> None:
    clerk, case_id = colleague(office, "Tim Zahl", "statistik"), case_of(office, None, "2026-0001")

    with office.reading() as session:
        assert [one.name for one in possible_advisors(session)] == ["Marie Albers"]
    with pytest.raises(InputProblem, match="Tim Zahl berät nicht"):
        reassign(office, [case_id], clerk, "Urlaub")


def test_a_case_that_is_theirs_already_keeps_no_handover(office: OfficeStore) -> None:
    case_id = case_of(office, office.staff_id, "2026-0001")

    assert not reassign(office, [case_id], office.staff_id, "Urlaub")
