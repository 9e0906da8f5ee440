"""The office keeps its programmes up to date: two people, dated values, nothing old is touched."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from zwk_barrier.casework.office.staff import add_staff
from zwk_barrier.casework.payers.programme_changes import (
    call_off,
    confirm,
    keep_check,
    propose,
    reject,
    why_not_confirm,
    withdraw,
)
from zwk_barrier.casework.payers.programme_history import changes_of, kept_change, waiting_changes
from zwk_barrier.casework.payers.programme_views import programme_lines, programme_view
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.records import keep
from zwk_barrier.model import ProgrammeChange
from zwk_barrier.problems import ConflictProblem, InputProblem, Problem
from zwk_barrier.reference.programmes import Change, load_programmes
from zwk_barrier.store.office import OfficeStore, open_office

TODAY = date(2026, 11, 23)
NEW = Change("SGB11-40-4", "per_person", "460000", date(2028, 1, 1), "Bekanntmachung nach § 30 SGB XI")


@pytest.fixture
def colleague(office: OfficeStore) -> Iterator[OfficeStore]:
    """The same office, opened by a second person of the advice."""
    add_staff(office, "Jens Petersen", "sehr geheim 2", "beratung")
    with open_office(office.folder, "Jens Petersen", "sehr geheim 2", alone=False) as store:
        yield store


def per_person(store: OfficeStore, day: date) -> int | None:
    with store.reading() as session:
        programme = programmes_for(session).get("SGB11-40-4")
    assert programme is not None
    return programme.value("per_person", day)


def test_a_change_holds_from_its_day_once_a_second_person_confirms(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    assert per_person(office, date(2028, 1, 1)) == 4180_00
    confirm(colleague, change_id)
    assert per_person(office, date(2028, 1, 1)) == 4600_00
    assert per_person(office, date(2027, 12, 31)) == 4180_00
    assert per_person(office, date(2024, 12, 31)) == 4000_00


def test_nobody_confirms_what_they_proposed_themselves(office: OfficeStore, colleague: OfficeStore) -> None:
    _changed, change_id = propose(colleague, NEW, today=TODAY)
    with pytest.raises(Problem, match="eine andere Person"):
        confirm(colleague, change_id)
    assert per_person(office, date(2028, 1, 1)) == 4180_00


def test_an_office_of_one_is_told_what_to_do(office: OfficeStore) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    with pytest.raises(Problem, match="Fügen Sie unter „Personen“ jemanden hinzu"):
        confirm(office, change_id)


def test_a_volunteer_does_not_confirm(office: OfficeStore) -> None:
    add_staff(office, "Ute Ehren", "sehr geheim 3", "ehrenamt")
    _changed, change_id = propose(office, NEW, today=TODAY)
    with (
        open_office(office.folder, "Ute Ehren", "sehr geheim 3", alone=False) as volunteer,
        pytest.raises(Problem, match="Beratung, Leitung oder Verwaltung"),
    ):
        confirm(volunteer, change_id)
    with office.reading() as session:
        told = why_not_confirm(session, kept_change(session, change_id), office.staff_id)
    assert "hier gibt es bisher keine" in told


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (replace(NEW, programme="SGB99"), "programme"),
        (replace(NEW, field="lump_sum"), "field"),
        (replace(NEW, field="nonsense"), "field"),
        (replace(NEW, value=""), "value"),
        (replace(NEW, value="viertausend"), "value"),
        (replace(NEW, value="-5"), "value"),
        (replace(NEW, field="beihilfe_percent", value="101"), "value"),
        (replace(NEW, field="status", value="vielleicht"), "value"),
        (replace(NEW, value="418000"), "value"),
        (replace(NEW, source=" "), "source"),
        (replace(NEW, valid_from=date(2024, 12, 31)), "valid_from"),
        (replace(NEW, valid_from=date(2082, 1, 1)), "valid_from"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(office: OfficeStore, change: Change, field: str) -> None:
    with pytest.raises(InputProblem) as refused:
        propose(office, change, today=TODAY)
    assert refused.value.field == field


def test_nothing_goes_before_a_change_that_is_confirmed(office: OfficeStore, colleague: OfficeStore) -> None:
    confirm(colleague, propose(office, NEW, today=TODAY)[1])
    earlier = replace(NEW, valid_from=date(2027, 7, 1), value="440000")
    with pytest.raises(InputProblem, match=r"Der neueste gilt ab 01\.01\.2028"):
        propose(office, earlier, today=TODAY)


def test_a_change_that_others_have_overtaken_is_not_confirmed(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    early = propose(office, replace(NEW, valid_from=date(2027, 7, 1), value="440000"), today=TODAY)[1]
    confirm(colleague, propose(office, NEW, today=TODAY)[1])
    with pytest.raises(ConflictProblem, match=r"passt nicht mehr .* gilt ab 01\.01\.2028"):
        confirm(colleague, early)
    assert per_person(office, date(2027, 7, 1)) == 4180_00


def test_the_same_value_is_not_proposed_twice(office: OfficeStore) -> None:
    propose(office, NEW, today=TODAY)
    with pytest.raises(InputProblem, match="wartet schon"):
        propose(office, replace(NEW, value="470000"), today=TODAY)


def test_a_rejected_change_stays_with_its_reason_and_does_not_hold(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    with pytest.raises(InputProblem) as refused:
        reject(colleague, change_id, "  ")
    assert refused.value.field == "reason"
    reject(colleague, change_id, "Noch nicht verkündet")
    with office.reading() as session:
        (kept,) = changes_of(session, "SGB11-40-4")
        assert waiting_changes(session) == ()
    assert (kept.rejected_by, kept.rejected_because) == ("Jens Petersen", "Noch nicht verkündet")
    assert per_person(office, date(2028, 1, 1)) == 4180_00
    with pytest.raises(ConflictProblem, match="schon entschieden"):
        confirm(colleague, change_id)


def test_only_who_proposed_it_withdraws_a_change(office: OfficeStore, colleague: OfficeStore) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    with pytest.raises(Problem, match="wer sie vorgeschlagen hat"):
        withdraw(colleague, change_id)
    withdraw(office, change_id)
    with office.reading() as session:
        assert waiting_changes(session) == ()


def test_undo_takes_a_confirmation_back_and_redo_brings_it_again(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    confirm(colleague, propose(office, NEW, today=TODAY)[1])
    assert colleague.undo()
    assert per_person(office, date(2028, 1, 1)) == 4180_00
    with office.reading() as session:
        assert [kept.is_waiting for kept in waiting_changes(session)] == [True]
    assert colleague.redo()
    assert per_person(office, date(2028, 1, 1)) == 4600_00


def test_who_proposed_cannot_undo_it_once_a_colleague_has_confirmed(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    confirm(colleague, propose(office, NEW, today=TODAY)[1])
    with pytest.raises(ConflictProblem):
        office.undo()
    assert per_person(office, date(2028, 1, 1)) == 4600_00


def test_a_confirmed_change_is_called_off_only_before_its_day(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    confirm(colleague, change_id)
    with pytest.raises(ConflictProblem, match="gilt schon"):
        call_off(office, change_id, "Tippfehler", today=NEW.valid_from)
    call_off(office, change_id, "Tippfehler", today=NEW.valid_from - timedelta(days=1))
    assert per_person(office, date(2028, 1, 1)) == 4180_00


def test_a_closed_programme_opens_again_by_a_change_of_its_status(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    opens = Change("KFW-455-B", "status", "active", date(2027, 2, 1), "kfw.de, Merkblatt 01/2027")
    confirm(colleague, propose(office, opens, today=TODAY)[1])
    with office.reading() as session:
        programme = programmes_for(session).get("KFW-455-B")
    assert programme is not None
    states = [
        status.state if (status := programme.status_on(day)) else None
        for day in (date(2027, 1, 31), date(2027, 2, 1))
    ]
    assert states[1] == "active"
    assert states[0] != "active"


def test_a_look_today_freshens_the_stand_and_changes_no_amount(office: OfficeStore) -> None:
    with office.reading() as session:
        before = next(line for line in programme_lines(session, TODAY) if line.code == "SGB11-40-4")
    assert (before.checked_on, before.is_stale) == (date(2026, 4, 29), True)
    keep_check(office, "SGB11-40-4", today=TODAY)
    with office.reading() as session:
        after = next(line for line in programme_lines(session, TODAY) if line.code == "SGB11-40-4")
        assert changes_of(session, "SGB11-40-4") == ()
    assert (after.checked_on, after.is_stale, after.amounts) == (TODAY, False, before.amounts)


def test_the_values_over_time_name_who_confirmed(office: OfficeStore, colleague: OfficeStore) -> None:
    confirm(colleague, propose(office, NEW, today=TODAY)[1])
    with office.reading() as session:
        view = programme_view(session, "SGB11-40-4", TODAY)
    rows = [(row.begin, row.end, row.confirmed_by) for row in view.values if row.field == "per_person"]
    assert rows == [
        ("01.01.2028", "", "Jens Petersen"),
        ("01.01.2025", "31.12.2027", ""),
        ("01.01.2015", "31.12.2024", ""),
        ("01.01.2002", "31.12.2014", ""),
    ]


def test_a_change_that_a_newer_version_no_longer_knows_stops_nothing(
    office: OfficeStore, colleague: OfficeStore
) -> None:
    _changed, change_id = propose(office, NEW, today=TODAY)
    confirm(colleague, change_id)
    keep(office, ProgrammeChange, change_id, programme="SGB11-38a")
    assert per_person(office, date(2028, 1, 1)) == 4180_00


def test_without_a_change_the_shipped_programmes_come_as_they_are(office: OfficeStore) -> None:
    with office.reading() as session:
        found = programmes_for(session)
        assert found is programmes_for(session)
    assert [one.code for one in found] == [one.code for one in load_programmes()]
