"""Who sees what: one's own, nobody's, and that of an absent colleague while one stands in."""

from datetime import time, timedelta

import pytest

from tests.casework.agenda import MONDAY, Agenda, in_days
from zwk_barrier.casework.team import absences
from zwk_barrier.casework.team.today import load_today
from zwk_barrier.casework.team.whose import whose_work
from zwk_barrier.model import Absence, Staff
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def agenda(office: OfficeStore) -> Agenda:
    """An office in which the person logged in advises."""
    agenda = Agenda(office)
    agenda.set(Staff, office.staff_id, role="beratung")
    return agenda


def names(agenda: Agenda, *, shows_all: bool | None = None) -> list[tuple[str, str]]:
    """Who stands in the list, and in whose place."""
    with agenda.office.reading() as session:
        whose = whose_work(session, agenda.office.staff_id, MONDAY, shows_all=shows_all)
        found = load_today(session, MONDAY, whose)
    return [(row.name.removeprefix("Hilde "), row.deputy_for) for row in found.due]


def test_one_sees_ones_own_and_nobodys_but_not_a_colleagues(agenda: Agenda) -> None:
    for name, advisor in (
        ("Eigen", agenda.office.staff_id),
        ("Niemand", None),
        ("Fremd", agenda.colleague()),
    ):
        agenda.deadline(agenda.case(name, advisor_id=advisor), 1)
    assert sorted(names(agenda)) == [("Eigen", ""), ("Niemand", "")]
    assert len(names(agenda, shows_all=True)) == 3


@pytest.mark.parametrize("role", ["leitung", "verwaltung"])
def test_who_leads_sees_all_unless_they_choose_otherwise(agenda: Agenda, role: str) -> None:
    agenda.set(Staff, agenda.office.staff_id, role=role)
    agenda.deadline(agenda.case(advisor_id=agenda.colleague()), 1)
    assert len(names(agenda)) == 1
    assert names(agenda, shows_all=False) == []


def test_an_absence_that_ends_before_it_begins_is_not_entered(agenda: Agenda) -> None:
    with pytest.raises(InputProblem, match="nicht vor dem Anfang"):
        absences.begin_absence(agenda.office, {"first_on": MONDAY, "last_on": in_days(-1)})
    with agenda.office.reading() as session:
        assert session.query(Absence).count() == 0


@pytest.mark.parametrize(
    ("first", "last", "is_seen"),
    [(-3, -1, False), (-3, 0, True), (0, 0, True), (0, 5, True), (1, 5, False), (-3, None, True)],
)
def test_a_deputy_sees_what_is_due_from_the_first_day_of_absence_to_the_last(
    agenda: Agenda, first: int, last: int | None, *, is_seen: bool
) -> None:
    colleague = agenda.colleague()
    agenda.deadline(agenda.case("Fremd", advisor_id=colleague), 1)
    agenda.away(colleague, agenda.office.staff_id, first, last)
    assert names(agenda) == ([("Fremd", "Jens Petersen")] if is_seen else [])


def test_a_removed_absence_counts_no_more(agenda: Agenda) -> None:
    colleague = agenda.colleague()
    agenda.deadline(agenda.case(advisor_id=colleague), 1)
    agenda.remove(Absence, agenda.away(colleague, agenda.office.staff_id, 0, 1))
    assert names(agenda) == []


def test_a_deputy_who_is_away_passes_on_what_they_were_given(agenda: Agenda) -> None:
    first, second = agenda.colleague("Jens Petersen"), agenda.colleague("Ayşe Demir")
    agenda.away(first, second, 0, 1)
    agenda.away(second, agenda.office.staff_id, 0, 1)
    agenda.deadline(agenda.case("Fremd", advisor_id=first), 1)
    assert names(agenda) == [("Fremd", "Jens Petersen")]


def test_two_who_stand_in_for_each_other_find_an_end(agenda: Agenda) -> None:
    colleague = agenda.colleague()
    agenda.away(colleague, agenda.office.staff_id, 0, 1)
    agenda.away(agenda.office.staff_id, colleague, 0, 1)
    with agenda.office.reading() as session:
        assert absences.deputised(session, agenda.office.staff_id, MONDAY) == {colleague: "Jens Petersen"}


def test_a_task_is_mine_in_my_case_or_when_i_set_it(agenda: Agenda) -> None:
    colleague = agenda.colleague()
    agenda.task(agenda.case("Meins", advisor_id=agenda.office.staff_id), 0, staff_id=colleague)
    agenda.task(agenda.case("Gesetzt", advisor_id=colleague), 0, staff_id=agenda.office.staff_id)
    agenda.task(agenda.case("Fremd", advisor_id=colleague), 0, staff_id=colleague)
    agenda.task(None, 0, "Ohne Fall", staff_id=colleague)
    assert sorted(name for name, _deputy in names(agenda)) == ["Gesetzt", "Meins"]


def test_visits_are_those_of_my_cases_and_those_i_make(agenda: Agenda) -> None:
    me, colleague = agenda.office.staff_id, agenda.colleague()
    agenda.visit(agenda.case("Meins", advisor_id=me), 0, time(10))
    agenda.visit(agenda.case("Gemacht", advisor_id=colleague), 0, time(11), staff_id=me)
    agenda.visit(agenda.case("Fremd", advisor_id=colleague), 0, time(12), staff_id=colleague)
    with agenda.office.reading() as session:
        found = load_today(session, MONDAY, whose_work(session, me, MONDAY, shows_all=False))
    assert [visit.name for visit in found.visits] == ["Hilde Meins", "Hilde Gemacht"]


def test_who_leads_enters_absences_for_all_others_only_their_own(agenda: Agenda, office: OfficeStore) -> None:
    agenda.away(agenda.colleague(), None, 0, 1)
    _changed, own = absences.begin_absence(office, {"first_on": in_days(3)})
    with office.reading() as session:
        found = absences.load_absences(session, office.staff_id)
    assert ([one.id for one in found.rows], found.may_name_others) == ([own], False)
    agenda.set(Staff, office.staff_id, role="leitung")
    with office.reading() as session:
        found = absences.load_absences(session, office.staff_id)
    assert (len(found.rows), found.rows[0].id, found.may_name_others) == (2, own, True)


def test_an_absence_is_entered_changed_and_taken_back(office: OfficeStore) -> None:
    _changed, absence_id = absences.begin_absence(office, {"first_on": MONDAY})
    absences.keep_absence(office, absence_id, {"last_on": MONDAY + timedelta(days=4)})
    office.undo()
    with office.reading() as session:
        (row,) = absences.load_absences(session, office.staff_id).rows
    assert (row.staff_id, row.first_on, row.last_on) == (office.staff_id, MONDAY, None)


def test_an_absence_cannot_end_before_it_begins(office: OfficeStore) -> None:
    _changed, absence_id = absences.begin_absence(office, {"first_on": MONDAY})
    with pytest.raises(InputProblem) as refused:
        absences.keep_absence(office, absence_id, {"last_on": MONDAY - timedelta(days=1)})
    assert refused.value.field == "last_on"
    absences.keep_absence(office, absence_id, {"last_on": MONDAY})
