"""What the first page reads: in which order, of which cases, up to which day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from tests.casework.agenda import MONDAY, Agenda, in_days
from zwk_barrier.casework.team.due import Count, DueRow
from zwk_barrier.casework.team.today import Today, load_today
from zwk_barrier.casework.team.whose import whose_work
from zwk_barrier.model import CaseFile, Deadline, OutcomeSurvey, Task
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def agenda(office: OfficeStore) -> Agenda:
    return Agenda(office)


def today(agenda: Agenda, day: date = MONDAY, *, shows_all: bool = True, most: int = 40) -> Today:
    with agenda.office.reading() as session:
        whose = whose_work(session, agenda.office.staff_id, day, shows_all=shows_all)
        return load_today(session, day, whose, most=most)


def due(agenda: Agenda, day: date = MONDAY, *, shows_all: bool = True, most: int = 40) -> tuple[DueRow, ...]:
    return today(agenda, day, shows_all=shows_all, most=most).due


def whats(rows: tuple[DueRow, ...]) -> list[str]:
    return [row.what.replace("\N{NO-BREAK SPACE}", " ") for row in rows]


def test_what_is_overdue_comes_first_deadlines_before_tasks_then_the_days(agenda: Agenda) -> None:
    case_id = agenda.case()
    agenda.task(case_id, 2, "übermorgen")
    agenda.task(case_id, -9, "lange überfällig")
    agenda.task(case_id, 0, "heute")
    agenda.deadline(case_id, -1)
    agenda.deadline(case_id, 0, "objection")
    agenda.deadline(case_id, 9)
    assert [(row.kind, (row.due_on - MONDAY).days) for row in due(agenda)] == [
        ("deadline", -1),
        ("task", -9),
        ("deadline", 0),
        ("task", 0),
        ("task", 2),
        ("deadline", 9),
    ]


def test_a_deadline_says_whose_turn_it_is_by_which_law(agenda: Agenda) -> None:
    case_id = agenda.case()
    agenda.deadline(case_id, -2)
    agenda.deadline(case_id, 3, "objection", application_id=agenda.application(case_id, recipient=None))
    agenda.deadline(case_id, 9)
    assert whats(due(agenda)) == [
        "Pflegekasse: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen",
        "Widerspruchsfrist endet Do 26.11.",
        "Pflegekasse: Entscheidung der Pflegekasse bis Mi 2.12., Eingang 11.11.",
    ]


def test_the_next_step_of_a_deadline_is_a_reminder_an_objection_or_to_look(agenda: Agenda) -> None:
    case_id = agenda.case()
    for days, kind in ((-3, "decision"), (-1, "objection"), (1, "objection"), (2, "decision"), (4, "proof")):
        agenda.deadline(case_id, days, kind)
    assert [row.step for row in due(agenda)] == [
        "reminder",
        "application",
        "objection",
        "application",
        "application",
    ]


def test_a_rule_nobody_knows_any_more_still_says_that_a_deadline_has_passed(agenda: Agenda) -> None:
    agenda.deadline(agenda.case(), -1, "unheard_of")
    assert whats(due(agenda)) == ["Pflegekasse: Frist abgelaufen"]


@pytest.mark.parametrize(("days", "is_there"), [(-400, True), (0, True), (14, True), (15, False)])
def test_two_weeks_ahead_is_the_limit_and_nothing_is_too_late(
    office: OfficeStore, days: int, *, is_there: bool
) -> None:
    here = datetime.now(UTC).astimezone().date()  # no deed lies ahead of it
    agenda = Agenda(office)
    shift = (here - MONDAY).days
    agenda.task(agenda.case(), days + shift)
    agenda.deadline(agenda.case(), days + shift)
    assert [row.kind for row in due(agenda, here)] == (["deadline", "task"] if is_there else [])


def test_settled_removed_and_done_ones_are_not_shown(agenda: Agenda) -> None:
    case_id = agenda.case()
    agenda.deadline(case_id, 1, settled_on=in_days(-1))
    agenda.remove(Deadline, agenda.deadline(case_id, 1))
    agenda.remove(Task, agenda.task(case_id, 1))
    agenda.set(Task, agenda.task(case_id, 1), done_at=datetime(2026, 11, 20, tzinfo=UTC))
    assert due(agenda) == ()
    assert today(agenda).count == Count()


def test_cases_that_are_closed_or_removed_have_no_deadlines(agenda: Agenda) -> None:
    closed, removed = agenda.case("Zu"), agenda.case("Weg")
    for case_id in (closed, removed):
        agenda.deadline(case_id, 1)
        agenda.task(case_id, 1, "Nachfragen")
    agenda.close(closed)
    agenda.remove(CaseFile, removed)
    assert [(row.kind, row.name) for row in due(agenda)] == [("task", "Hilde Zu")]  # it was set on purpose


def test_no_more_is_read_than_shown_but_all_is_counted(agenda: Agenda) -> None:
    case_id = agenda.case()
    for days in range(-3, 4):
        agenda.task(case_id, days)
    agenda.deadline(case_id, 5)
    found = today(agenda, most=3)
    assert [(row.due_on - MONDAY).days for row in found.due] == [-3, -2, -1]
    assert (found.deadlines, found.tasks, found.count) == (Count(0, 1), Count(3, 4), Count(3, 5))


def test_a_contact_without_a_case_has_its_task_in_the_list(agenda: Agenda, office: OfficeStore) -> None:
    from zwk_barrier.casework.case import contacts  # noqa: PLC0415

    _changed, contact_id = contacts.begin_contact(office, caller_family_name="Janßen")
    contacts.set_next_step(office, contact_id, "Zurückrufen", MONDAY)
    (row,) = due(agenda)
    assert (row.contact_id, row.case_id, row.name, row.what) == (contact_id, None, "Janßen", "Zurückrufen")


def test_a_clock_that_lags_behind_the_last_deed_is_told_and_hides_nothing(agenda: Agenda) -> None:
    here = datetime.now(UTC).astimezone().date()
    agenda.deadline(agenda.case(), (here - MONDAY).days + 14)
    lagging = here - timedelta(days=30)
    found = today(agenda, lagging)
    assert found.last_day == here
    assert len(found.due) == 1
    assert today(agenda, here).last_day is None


def test_questions_afterwards_are_due_three_and_twelve_months_after_the_last_work(agenda: Agenda) -> None:
    soon, late = agenda.case("Soon"), agenda.case("Late")
    agenda.done(soon, date(2026, 3, 1))
    agenda.done(soon, date(2026, 8, 30))
    agenda.done(late, date(2025, 11, 20))
    agenda.close(late)
    assert [(row.name, row.what, row.due_on) for row in due(agenda)] == [
        ("Hilde Late", "Nachbefragung nach 12 Monaten", date(2026, 11, 20)),
        ("Hilde Soon", "Nachbefragung nach 3 Monaten", date(2026, 11, 30)),
    ]
    assert today(agenda).checks == Count(1, 1)


@pytest.mark.parametrize(
    ("done_on", "what"),
    [
        (date(2026, 9, 10), ""),  # in 17 days
        (date(2026, 9, 7), "Nachbefragung nach 3 Monaten"),  # in 14 days
        (date(2026, 5, 24), "Nachbefragung nach 3 Monaten"),  # the last day
        (date(2026, 5, 23), ""),  # six months ago: too late for the first
        (date(2025, 12, 7), "Nachbefragung nach 12 Monaten"),
        (date(2025, 5, 24), "Nachbefragung nach 12 Monaten"),
        (date(2025, 5, 23), ""),  # eighteen months
    ],
)
def test_a_question_is_asked_as_long_as_it_makes_sense(agenda: Agenda, done_on: date, what: str) -> None:
    agenda.done(agenda.case(), done_on)
    assert whats(due(agenda)) == ([what] if what else [])


def test_a_short_month_shifts_no_question(agenda: Agenda) -> None:
    agenda.done(agenda.case(), date(2026, 11, 30))
    assert [row.due_on for row in due(agenda, date(2027, 2, 14))] == [date(2027, 2, 28)]


def test_who_answered_or_is_visited_or_cannot_be_asked_is_not_asked_again(agenda: Agenda) -> None:
    answered, visited, dead, refused = (agenda.case() for _ in range(4))
    for case_id in (answered, visited, dead):
        agenda.done(case_id, date(2026, 8, 23))
    agenda.done(refused, date(2026, 8, 23), status="abgelehnt")
    agenda.add(OutcomeSurvey, case_id=answered, asked_on=MONDAY, asked_when="nach_3_monaten")
    agenda.visit(visited, 5, purpose="nach_3_monaten")
    agenda.close(dead, "verstorben")
    assert due(agenda) == ()


def test_the_list_is_read_from_indexes_and_sorts_nothing_at_large(agenda: Agenda) -> None:
    plan = "EXPLAIN QUERY PLAN SELECT id FROM deadline WHERE removed_at IS NULL AND settled_on IS NULL "
    with agenda.office.reading() as session:
        steps = session.execute(text(plan + "AND due_on <= '2026-12-07' ORDER BY due_on, id LIMIT 40")).all()
    (step,) = (row[-1] for row in steps)
    assert "COVERING INDEX ix_deadline_open" in step
