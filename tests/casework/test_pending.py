"""What stands still: who waits for a visit, for an answer, for a word; and what somebody is reminded of."""

import pytest

from tests.casework.agenda import MONDAY, Agenda, in_days, moment
from zwk_barrier.casework.team.reminders import reminders
from zwk_barrier.casework.team.today import StandingStill, load_standing_still
from zwk_barrier.casework.team.whose import EVERYTHING, whose_work
from zwk_barrier.model import CaseFile, Contact, Staff, Visit
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def agenda(office: OfficeStore) -> Agenda:
    return Agenda(office)


def still(agenda: Agenda, most: int = 5) -> StandingStill:
    with agenda.office.reading() as session:
        return load_standing_still(session, MONDAY, visits=most, answers=most, silent=most)


def test_who_has_neither_visit_nor_day_waits_since_the_case_was_opened(agenda: Agenda) -> None:
    agenda.case("Wartet", in_days(-11))
    agenda.visit(agenda.case("Ohne Tag", in_days(-4)), None)
    agenda.visit(agenda.case("Geplant"), 5)
    agenda.visit(agenda.case("War da"), -5)
    agenda.close(agenda.case("Zu"))
    agenda.case("Nur Auskunft", counselling_type="beratung_ohne_fm")
    queue = still(agenda).visits
    assert [(row.name, row.since) for row in queue.rows] == [
        ("Hilde Wartet", in_days(-11)),
        ("Hilde Ohne Tag", in_days(-4)),
    ]
    assert (queue.count, queue.mean_days) == (2, 8)  # 7.5


def test_a_visit_begun_without_a_day_is_wanted_whatever_the_kind_of_advice(agenda: Agenda) -> None:
    agenda.visit(agenda.case(counselling_type="beratung_ohne_fm"), None)
    agenda.remove(Visit, agenda.visit(agenda.case(), 5))
    assert still(agenda).visits.count == 2


def test_of_many_who_wait_the_first_are_read_and_all_are_counted(agenda: Agenda) -> None:
    for days in range(1, 8):
        agenda.case(f"Wartet {days}", in_days(-days))
    queue = still(agenda, most=3).visits
    assert [row.since for row in queue.rows] == [in_days(-7), in_days(-6), in_days(-5)]
    assert (queue.count, queue.mean_days) == (7, 4)


@pytest.mark.parametrize(("days", "is_silent"), [(30, False), (31, True), (300, True)])
def test_a_case_is_silent_after_more_days_than_the_office_has_set(
    agenda: Agenda, days: int, *, is_silent: bool
) -> None:
    case_id = agenda.quiet_case(opened=in_days(-400))
    agenda.contact(case_id, in_days(-days))
    agenda.contact(case_id, in_days(-350))
    queue = still(agenda).silent
    assert [row.since for row in queue.rows] == ([in_days(-days)] if is_silent else [])


def test_midnight_here_is_where_a_day_of_silence_begins(agenda: Agenda) -> None:
    late, early = (agenda.quiet_case(opened=in_days(-90)) for _ in range(2))
    agenda.add(Contact, case_id=late, happened_at=moment(in_days(-31), 23, 59))
    agenda.add(Contact, case_id=early, happened_at=moment(in_days(-30), 0, 0))
    assert [row.case_id for row in still(agenda).silent.rows] == [late]


def test_a_visit_breaks_the_silence_a_planned_or_closed_one_does_not_matter(agenda: Agenda) -> None:
    visited, planned, closed, _fresh = (
        agenda.quiet_case(name, in_days(-days))
        for name, days in (("Besucht", 90), ("Geplant", 90), ("Zu", 90), ("Neu", 3))
    )
    agenda.visit(visited, -30)
    agenda.visit(planned, 3)
    agenda.close(closed)
    assert [row.case_id for row in still(agenda).silent.rows] == [planned]


def test_silence_lasts_since_the_last_visit_where_that_came_after_the_last_contact(agenda: Agenda) -> None:
    case_id = agenda.quiet_case(opened=in_days(-200))
    agenda.contact(case_id, in_days(-90))
    agenda.visit(case_id, -40)
    agenda.visit(case_id, 3)
    (row,) = still(agenda).silent.rows
    assert row.since == in_days(-40)


def test_a_case_opened_again_lately_or_removed_is_not_silent(agenda: Agenda) -> None:
    agenda.remove(CaseFile, agenda.quiet_case(opened=in_days(-90)))
    agenda.contact(agenda.quiet_case(opened=in_days(-10)), in_days(-60))
    assert still(agenda).silent.count == 0


def test_answers_are_expected_from_whoever_was_asked(agenda: Agenda) -> None:
    agenda.application(agenda.case("Antrag"), received_on=None, applied_on=in_days(-9))
    agenda.application(agenda.case("Geplant"), received_on=None)
    agenda.application(agenda.case("Bewilligt"), notice="bewilligt_voll")
    agenda.application(
        agenda.case("Widerspruch"), notice="abgelehnt", objection_on=in_days(-3), objection_outcome="offen"
    )
    agenda.letter(agenda.case("Miete"), "landlord_consent", in_days(-20))
    agenda.letter(agenda.case("Verweis"), "referral", in_days(-20))
    queue = still(agenda).answers
    assert [(row.name, row.what, (row.since - MONDAY).days) for row in queue.rows] == [
        ("Hilde Miete", "Zustimmung der Vermietung", -20),
        ("Hilde Antrag", "Pflegekasse: Antrag", -9),
        ("Hilde Widerspruch", "Pflegekasse: Widerspruch", -3),
    ]
    assert (queue.count, queue.mean_days) == (3, 11)  # 10.7


def test_nothing_is_expected_once_it_was_paid_or_withdrawn(agenda: Agenda) -> None:
    agenda.application(agenda.case("Bezahlt"), paid_on=in_days(-2))
    agenda.application(agenda.case("Betrag"), amount_paid=418_000)
    agenda.application(agenda.case("Zurück"), notice="zurueckgenommen", objection_on=in_days(-3))
    agenda.application(agenda.case("Offen"), amount_paid=0)
    assert [row.name for row in still(agenda).answers.rows] == ["Hilde Offen"]


def test_a_landlord_who_has_answered_owes_nothing_and_two_letters_are_one_question(agenda: Agenda) -> None:
    answered, asked_twice = agenda.case(), agenda.case()
    agenda.letter(answered, "landlord_consent", in_days(-20))
    agenda.consent(answered, consent_state="abgelehnt")
    last = agenda.letter(asked_twice, "landlord_consent", in_days(-6))
    agenda.letter(asked_twice, "landlord_consent", in_days(-20))  # written later, sent earlier
    agenda.consent(asked_twice, consent_state="angefragt")
    (row,) = still(agenda).answers.rows
    assert (row.letter_id, row.since) == (last, in_days(-6))


def test_queues_keep_to_what_is_mine(agenda: Agenda, office: OfficeStore) -> None:
    colleague = agenda.colleague()
    case_id = agenda.quiet_case(opened=in_days(-90), advisor_id=colleague)
    agenda.application(case_id)
    with office.reading() as session:
        mine = whose_work(session, office.staff_id, MONDAY, shows_all=False)
        found = load_standing_still(session, MONDAY, mine)
    assert (found.visits.count, found.answers.count, found.silent.count) == (0, 0, 0)
    assert (still(agenda).visits.count, still(agenda).answers.count, still(agenda).silent.count) == (1, 1, 1)


@pytest.fixture
def many(agenda: Agenda) -> Agenda:
    """One deadline on each of the days around today."""
    case_id = agenda.case()
    for days in range(-3, 10):
        agenda.deadline(case_id, days)
    return agenda


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (-1, [0, 3, 7]),  # yesterday: those of today
        (-3, [-2, -1, 0, 1, 2, 3, 5, 6, 7]),  # over the weekend
        (None, list(range(-3, 8))),  # never: everything of a week
        (0, []),
    ],
)
def test_a_deadline_is_told_of_seven_three_and_no_days_before(
    many: Agenda, told: int | None, left: list[int]
) -> None:
    told_on = None if told is None else in_days(told)
    with many.office.reading() as session:
        assert list(reminders(session, EVERYTHING, MONDAY, told_on)) == left


def test_reminders_are_of_ones_own_cases(agenda: Agenda, office: OfficeStore) -> None:
    agenda.set(Staff, office.staff_id, role="beratung")
    agenda.deadline(agenda.case(advisor_id=agenda.colleague()), 0)
    agenda.deadline(agenda.case(advisor_id=office.staff_id), 0)
    agenda.deadline(agenda.case(advisor_id=office.staff_id), 0)
    with office.reading() as session:
        whose = whose_work(session, office.staff_id, MONDAY, shows_all=False)
        assert reminders(session, whose, MONDAY, in_days(-1)) == {0: 2}
