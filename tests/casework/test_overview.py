"""A case read in one go never takes for free what nobody looked at."""

from uuid import UUID

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework.case.overview import CaseOverview, case_overview
from zwk_barrier.store.office import OfficeStore


def overview(office: OfficeStore, case_id: UUID) -> CaseOverview:
    with office.reading() as session:
        return case_overview(session, case_id)


def test_a_visit_with_nothing_measured_has_no_barriers_and_says_that_nothing_was_checked(
    office: OfficeStore,
) -> None:
    case_id, _visit_id = plan(office)

    found = overview(office, case_id)
    assert (found.barriers, found.coverage.checked) == ((), 0)
    assert found.coverage.of > 50


def test_what_was_measured_counts_whether_it_is_in_the_way_or_not(office: OfficeStore) -> None:
    case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    measure(office, view, room_of(view, "bad"), "W04", 95)
    assert (overview(office, case_id).barriers, overview(office, case_id).coverage.checked) == ((), 1)

    measure(office, view, room_of(view, "flur"), "W04", 63)
    assert [one.criterion for one in overview(office, case_id).barriers] == ["W04"]
