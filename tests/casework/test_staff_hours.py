"""The hours of a month: typed, taken over, proposed from what was recorded."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_case, noon
from zwk_barrier.casework import records
from zwk_barrier.casework.case.contacts import begin_contact
from zwk_barrier.casework.network.activities import begin_activity
from zwk_barrier.casework.network.staff_hours import (
    Hours,
    first_of_month,
    keep_hours,
    load_month,
    proposals,
    take_over,
    take_proposal,
    year_sums,
)
from zwk_barrier.model import Contact, Visit
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)


def a_contact(office: OfficeStore, day: date, minutes: int, travel: int = 0, **values: object) -> UUID:
    _changed, contact = begin_contact(office, minutes=minutes, travel_minutes=travel)
    records.keep(office, Contact, contact, happened_at=noon(day), **values)
    return contact


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert first_of_month(date(2026, 1, 31), -1) == date(2025, 12, 1)
    assert first_of_month(date(2026, 12, 5), 1) == date(2027, 1, 1)


def test_what_was_recorded_proposes_the_hours(office: OfficeStore) -> None:
    a_contact(office, date(2026, 11, 3), 20, travel=10)
    a_contact(office, date(2026, 10, 31), 45)  # the month before
    begin_activity(office, date(2026, 11, 30), kind="netzwerk", minutes=90, travel_minutes=30)
    begin_activity(office, date(2026, 11, 4), kind="sprechstunde", minutes=120)
    with office.reading() as session:
        assert proposals(session, NOVEMBER) == {office.staff_id: Hours(140, 90, 40)}


def test_a_home_visit_written_down_twice_counts_once(office: OfficeStore) -> None:
    case = a_case(office, "2026-0001", date(2026, 11, 2))
    records.add(
        office, Visit, case_id=case, visited_on=date(2026, 11, 9), minutes=90, staff_id=office.staff_id
    )
    a_contact(office, date(2026, 11, 9), 90, case_id=case, kind="hausbesuch")
    a_contact(office, date(2026, 11, 9), 15, case_id=case, kind="telefon")
    with office.reading() as session:
        assert proposals(session, NOVEMBER)[office.staff_id].direct_minutes == 105


def test_a_proposal_becomes_figures_only_when_somebody_takes_it(office: OfficeStore) -> None:
    a_contact(office, date(2026, 11, 3), 20, travel=10)
    with office.reading() as session:
        assert load_month(session, NOVEMBER).people[0].row is None
    take_proposal(office, NOVEMBER, office.staff_id)
    with office.reading() as session:
        assert load_month(session, NOVEMBER).people[0].kept == Hours(20, 0, 10)


def test_share_and_cost_are_taken_over_and_hours_are_not(office: OfficeStore) -> None:
    keep_hours(office, OCTOBER, office.staff_id, share=75, cost=480_000, direct_minutes=3000)
    keep_hours(office, NOVEMBER, office.staff_id, cost=500_000)
    with office.reading() as session:
        assert load_month(session, NOVEMBER).can_take_over
    take_over(office, NOVEMBER)
    with office.reading() as session:
        sheet = load_month(session, NOVEMBER)
    row = sheet.people[0].row
    assert row is not None
    assert (row.share, row.cost, row.direct_minutes) == (75, 500_000, None)
    assert not sheet.can_take_over


def test_a_year_is_told_month_by_month(office: OfficeStore) -> None:
    keep_hours(office, OCTOBER, office.staff_id, share=100, direct_minutes=60)
    keep_hours(office, NOVEMBER, office.staff_id, share=50, travel_minutes=30, cost=1000)
    with office.reading() as session:
        months = year_sums(session, 2026)
    assert [(one.month, one.share, one.hours.total, one.cost) for one in months] == [
        (OCTOBER, 100, 60, 0),
        (NOVEMBER, 50, 30, 1000),
    ]


def test_nobody_has_more_than_one_post(office: OfficeStore) -> None:
    with pytest.raises(InputProblem):
        keep_hours(office, NOVEMBER, office.staff_id, share=120)


def test_typing_twice_into_one_month_makes_one_row(office: OfficeStore) -> None:
    _changed, first = keep_hours(office, NOVEMBER, office.staff_id, share=100)
    _changed, second = keep_hours(office, NOVEMBER, office.staff_id, direct_minutes=60)
    assert first == second
