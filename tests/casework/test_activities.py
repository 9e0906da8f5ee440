"""Work without a case is kept, listed and summed; consultation hours are recorded by place and day."""

from datetime import date
from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.network.activities import (
    ActivityFilter,
    activity_keys,
    activity_rows,
    activity_totals,
    activity_years,
    begin_activity,
)
from zwk_barrier.casework.network.outreach import add_place, load_places, record_hour
from zwk_barrier.model import Activity, OutreachPlace
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore

DAY = date(2026, 11, 23)


def titles(office: OfficeStore, **wanted: object) -> list[str]:
    with office.reading() as session:
        keys = activity_keys(session, ActivityFilter(**wanted))  # type: ignore[arg-type] # as typed in the test
        return [row.title for row in activity_rows(session, [UUID(key) for key in keys])]


@pytest.fixture
def talks(office: OfficeStore) -> OfficeStore:
    """Three activities of two years."""
    begin_activity(
        office, DAY, title="Vortrag Bad", kind="veranstaltung", area="1.2", participants=23, minutes=180
    )
    begin_activity(
        office, date(2026, 3, 2), title="Pflegenetz", kind="netzwerk", minutes=90, travel_minutes=30
    )
    begin_activity(office, date(2025, 6, 1), title="Häuser-Messe", kind="veranstaltung", participants=40)
    return office


def test_the_newest_stands_first_and_belongs_to_who_entered_it(talks: OfficeStore) -> None:
    assert titles(talks) == ["Vortrag Bad", "Pflegenetz", "Häuser-Messe"]
    with talks.reading() as session:
        [key, *_rest] = activity_keys(session, ActivityFilter())
        assert activity_rows(session, [UUID(key)])[0].staff == "Marie Albers"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"year": 2025}, ["Häuser-Messe"]),
        ({"kind": "veranstaltung"}, ["Vortrag Bad", "Häuser-Messe"]),
        ({"area": "1"}, ["Vortrag Bad"]),
        ({"words": "HÄUSER"}, ["Häuser-Messe"]),
        ({"words": "gibt es nicht"}, []),
    ],
)
def test_activities_are_found_by_year_kind_area_and_words(
    talks: OfficeStore, wanted: dict[str, object], found: list[str]
) -> None:
    assert titles(talks, **wanted) == found


def test_sums_are_those_of_what_is_listed(talks: OfficeStore) -> None:
    with talks.reading() as session:
        sums = activity_totals(session, ActivityFilter(year=2026))
        assert (sums.count, sums.participants, sums.minutes, sums.travel_minutes) == (2, 23, 270, 30)
        assert activity_totals(session, ActivityFilter(year=1999)).minutes == 0
        assert activity_years(session) == [2026, 2025]


def test_more_people_than_a_hall_holds_are_refused(office: OfficeStore) -> None:
    with pytest.raises(InputProblem):
        begin_activity(office, DAY, participants=-1)


def test_an_hour_recorded_twice_on_one_day_counts_once(office: OfficeStore) -> None:
    _changed, place = add_place(office, date(2026, 1, 1), name="Stadtteilbüro Lehe", area="1.2")
    record_hour(office, place, DAY, 3)
    record_hour(office, place, DAY, 5)
    record_hour(office, place, date(2026, 11, 16), 2)
    with office.reading() as session:
        [view] = load_places(session, DAY)
    assert (view.held, view.advised, view.last_on) == (2, 7, DAY)
    assert view.today is not None
    assert (view.today.kind, view.today.area, view.today.advised) == ("sprechstunde", "1.2", 5)


def test_a_place_that_was_renamed_keeps_its_hours(office: OfficeStore) -> None:
    _changed, place = add_place(office, date(2026, 1, 1), name="Alter Name")
    record_hour(office, place, DAY, 3)
    records.keep(office, OutreachPlace, place, name="Neuer Name")
    with office.reading() as session:
        assert load_places(session, DAY)[0].held == 1


def test_undo_takes_an_hour_back(office: OfficeStore) -> None:
    _changed, place = add_place(office, date(2026, 1, 1), name="Lehe")
    record_hour(office, place, DAY, 3)
    office.undo()
    with office.reading() as session:
        assert load_places(session, DAY)[0].today is None


def test_a_place_that_is_no_more_stands_last(office: OfficeStore) -> None:
    add_place(office, date(2024, 1, 1), name="A zu Ende", ends_on=date(2025, 12, 31))
    add_place(office, date(2026, 1, 1), name="B offen")
    with office.reading() as session:
        assert [view.place.name for view in load_places(session, DAY)] == ["B offen", "A zu Ende"]


def test_no_hour_is_held_before_there_was_one(office: OfficeStore) -> None:
    _changed, place = add_place(office, DAY, name="Neu")
    with pytest.raises(InputProblem):
        record_hour(office, place, date(2026, 11, 1), 2)


def test_an_activity_that_was_removed_is_not_summed(talks: OfficeStore) -> None:
    with talks.reading() as session:
        [key] = activity_keys(session, ActivityFilter(year=2025))
    records.remove(talks, Activity, UUID(key))
    with talks.reading() as session:
        assert activity_totals(session, ActivityFilter()).count == 2
