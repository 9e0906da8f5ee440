"""Cases are numbered by year, listed as asked for, closed and opened again."""

from datetime import date
from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, tasks
from zwk_barrier.casework.case.cases import RUNNING, CaseFilter
from zwk_barrier.casework.payers import applications
from zwk_barrier.model import Building, CaseFile, Contact
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore


def opened(office: OfficeStore, family_name: str, area: str | None = None) -> UUID:
    _changed, case_id = cases.open_case(office, family_name=family_name)
    if area is not None:
        records.keep(office, Building, view(office, case_id).building.id, area=area)
    return case_id


def view(office: OfficeStore, case_id: UUID) -> cases.CaseView:
    with office.reading() as session:
        return cases.load_case(session, case_id)


def names(office: OfficeStore, sort: cases.SortKey, *, descending: bool = False) -> list[str]:
    with office.reading() as session:
        ids = cases.case_ids(session, CaseFilter(), sort, descending=descending)
        return [row.name for row in cases.case_rows(session, ids)]


def listed(office: OfficeStore, wanted: CaseFilter) -> list[UUID]:
    with office.reading() as session:
        return cases.case_ids(session, wanted)


def test_numbers_of_a_year_follow_each_other(office: OfficeStore) -> None:
    numbers = [view(office, opened(office, name)).case.number for name in ("Brandt", "Meinken")]

    assert [number[-5:] for number in numbers] == ["-0001", "-0002"]


def test_a_case_is_found_by_its_number_in_any_way_of_writing(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")
    number = view(office, case_id).case.number

    with office.reading() as session:
        assert cases.case_by_number(session, f"{number[2:4]}/1") == case_id
        assert cases.case_by_number(session, "1999-0001") is None


def test_names_sort_as_in_a_german_telephone_directory(office: OfficeStore) -> None:
    for name in ("Zander", "Öztürk", "oltmann", "Ossig", "Äsch", "Albers"):
        opened(office, name)

    assert names(office, "name") == ["Albers", "Äsch", "oltmann", "Ossig", "Öztürk", "Zander"]


def test_cases_without_a_date_come_last_in_both_directions(office: OfficeStore) -> None:
    for name, due in (("Ohne", None), ("Spät", date(2027, 1, 7)), ("Früh", date(2026, 12, 1))):
        case_id = opened(office, name)
        if due:
            tasks.add_task(office, case_id, "Anrufen", due)

    assert names(office, "due") == ["Früh", "Spät", "Ohne"]
    assert names(office, "due", descending=True) == ["Spät", "Früh", "Ohne"]


def test_a_task_that_is_done_no_longer_counts_as_the_next_date(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")
    _changed, task_id = tasks.add_task(office, case_id, "Anrufen", date(2026, 12, 1))
    tasks.set_done(office, task_id)

    with office.reading() as session:
        assert cases.case_rows(session, [case_id])[0].next_due is None


@pytest.mark.parametrize("typed", ["Mül", "mul", "Mueller", "MÜLLER"])
def test_the_beginning_of_a_name_filters_whatever_its_umlauts(office: OfficeStore, typed: str) -> None:
    case_id = opened(office, "Müller")
    opened(office, "Schmüller")

    assert listed(office, CaseFilter(name=typed)) == [case_id]


def test_a_district_includes_its_sub_districts(office: OfficeStore) -> None:
    inside = opened(office, "Brandt", area="13.132")
    opened(office, "Meinken", area="14")

    assert listed(office, CaseFilter(area="13")) == [inside]


def test_the_status_filters(office: OfficeStore) -> None:
    closed, still_open = opened(office, "Brandt"), opened(office, "Meinken")
    cases.close_case(office, closed, "beratung_ausreichend", date(2026, 11, 20))

    assert listed(office, CaseFilter(status="closed")) == [closed]
    assert listed(office, CaseFilter(status="open")) == [still_open]
    records.keep(office, CaseFile, still_open, status="waiting")
    assert listed(office, CaseFilter(status=RUNNING)) == [still_open]


def test_a_closed_case_says_how_it_ended_and_can_be_opened_again(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")
    cases.close_case(office, case_id, "beratung_ausreichend", date(2026, 11, 20))
    assert view(office, case_id).case.outcome == "beratung_ausreichend"

    cases.reopen_case(office, case_id)

    reopened = view(office, case_id).case
    assert (reopened.status, reopened.outcome, reopened.closed_on) == ("open", None, None)


def test_a_case_cannot_be_closed_in_1853(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")

    with pytest.raises(InputProblem, match="1853"):
        cases.close_case(office, case_id, None, date(1853, 5, 3))
    assert view(office, case_id).case.status == "open"


def test_a_whole_case_needs_no_session_any_more(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")
    records.add(office, Contact, case_id=case_id, happened_at=view(office, case_id).case.opened_at)

    whole = view(office, case_id)

    assert whole.case.person.full_name == "Brandt"
    assert whole.staff_names == {office.staff_id: "Marie Albers"}
    assert len(whole.contacts) == 1


def test_a_case_that_is_not_there_is_a_sentence(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        view(office, office.staff_id)


def test_the_number_of_a_case_undone_is_not_given_again(office: OfficeStore) -> None:
    opened(office, "Brandt")
    office.undo()

    assert view(office, opened(office, "Meinken")).case.number.endswith("-0002")


def test_the_cases_row_is_only_the_case(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt", area="13")
    records.keep(office, CaseFile, case_id, urgency="sofort")

    with office.reading() as session:
        [row] = cases.case_rows(session, [case_id])

    assert (row.name, row.area, row.urgency, row.advisor) == ("Brandt", "13", "sofort", "Marie Albers")


def test_the_period_of_an_application_is_the_next_date_until_it_is_settled(office: OfficeStore) -> None:
    case_id = opened(office, "Brandt")
    tasks.add_task(office, case_id, "Anrufen", date(2026, 12, 1))
    _changed, application_id = applications.start(office, case_id, "SGB11-40-4")
    applications.keep(office, application_id, {"received_on": date(2026, 11, 2)})
    opened(office, "Ohne")
    with office.reading() as session:
        assert cases.case_rows(session, [case_id])[0].next_due == date(2026, 11, 23)
    assert names(office, "due") == ["Brandt", "Ohne"]

    applications.keep(office, application_id, {"notice": "zurueckgenommen"})
    with office.reading() as session:
        assert cases.case_rows(session, [case_id])[0].next_due == date(2026, 12, 1)
