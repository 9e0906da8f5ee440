"""A closed period: the same numbers for ever, late cases in the open one, and nothing small in what may be told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from tests.builders import a_case, a_demonstration, an_office
from zwk_barrier.model import CaseFile, Contact, FrozenPeriod
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.periods.freezing import freeze, what_can_be_frozen
from zwk_barrier.statistics.periods.frozen import FrozenBase, Method, frozen_base, live_base
from zwk_barrier.statistics.periods.revising import changes_since, revise
from zwk_barrier.store.office import OfficeStore

YEAR = Period.year(2025)
NOW = datetime(2026, 1, 20, 9, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    with an_office(tmp_path / "office") as store:
        yield store


def enter(office: OfficeStore, number: str, opened: date, entered: datetime, **values: Any) -> UUID:
    """A case entered at a moment."""
    case_id = a_case(office, number, opened, **values)
    with office.deed("entered") as deed:
        deed.session.get_one(CaseFile, case_id).created_at = entered
    return case_id


def close(
    office: OfficeStore, period: Period = YEAR, now: datetime = NOW, method: Method = "rounding"
) -> None:
    with office.deed("period_frozen", is_final=True) as deed:
        freeze(deed.session, period, method=method, staff_id=office.staff_id, now=now, seed=1)


def frozen(office: OfficeStore, period: Period = YEAR) -> FrozenBase:
    with office.reading() as session:
        found = frozen_base(session, period)
    assert found is not None
    return found


def served(office: OfficeStore, period: Period) -> int:
    with office.reading() as session:
        return live_base(session, period).tables["cases"].total()


def test_a_case_entered_late_counts_in_the_quarter_still_open(office: OfficeStore) -> None:
    enter(office, "2025-0001", date(2025, 5, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    close(office)
    enter(
        office,
        "2025-0002",
        date(2025, 6, 2),
        datetime(2026, 2, 1, 12, tzinfo=UTC),
        closed_on=date(2025, 9, 1),
    )
    with office.reading() as session:
        first = Period(Quarter(2026, 1), Quarter(2026, 1))
        table = live_base(session, first).tables["cases"]
    assert table.cells(["arrival"]) == {("new",): 1, ("carried",): 1}
    assert served(office, YEAR) == 1
    assert frozen(office).exact.tables["cases"].total() == 1


def test_every_base_count_is_nothing_or_five_or_more(office: OfficeStore) -> None:
    for number in range(12):
        enter(
            office,
            f"2025-{number:04d}",
            date(2025, 5, 2),
            NOW.replace(year=2025),
            gender="w" if number < 8 else "m",
        )
    close(office)
    base = frozen(office)
    assert set(base.tables["cases"].cells(["gender"]).values()) <= {0, 5, 8}
    assert base.tables["cases"].cells(["gender"])["w",] == 8
    assert base.exact.tables["cases"].cells(["gender"]) == {("w",): 8, ("m",): 4}


def test_a_quarter_of_a_frozen_year_is_part_of_it_and_four_quarters_make_a_year(office: OfficeStore) -> None:
    for number in range(30):
        enter(office, f"2025-{number:04d}", date(2025, 1 + number % 12, 3), NOW.replace(year=2025))
    for quarter in YEAR.quarters:
        close(office, Period(quarter, quarter))
    year = frozen(office)
    quarters = [frozen(office, Period(quarter, quarter)) for quarter in YEAR.quarters]
    new = sum(one.tables["cases"].total({"arrival": ["new"]}) for one in quarters)
    assert year.tables["cases"].total() == new
    assert year.exact.tables["cases"].total() == 30


def test_a_quarter_is_frozen_once_and_only_when_it_has_ended(office: OfficeStore) -> None:
    close(office)
    with pytest.raises(InputProblem, match=r"2025 ist seit dem 20\.01\.2026 abgeschlossen"):
        close(office, Period(Quarter(2025, 3), Quarter(2026, 1)), datetime(2026, 5, 1, tzinfo=UTC))
    with pytest.raises(InputProblem, match="noch nicht zu Ende"):
        close(office, Period.year(2026))


def test_a_clock_far_ahead_of_the_last_work_closes_nothing(office: OfficeStore) -> None:
    today = datetime.now(UTC)
    running = Period.year(today.year)
    enter(office, "0001", date(today.year, 1, 2), today)
    for ahead in (2099, today.year + 2):
        with pytest.raises(InputProblem, match="Vielleicht geht die Uhr falsch"):
            close(office, running, datetime(ahead, 6, 1, 9, tzinfo=UTC))
    with office.reading() as session:
        assert session.query(FrozenPeriod).count() == 0


def test_a_year_before_the_first_case_is_not_frozen(office: OfficeStore) -> None:
    enter(office, "2025-0001", date(2025, 5, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    with pytest.raises(InputProblem, match="noch keinen Fall"):
        close(office, Period.year(1999))
    close(office)


def test_what_can_be_frozen_are_ended_years_and_the_quarters_of_this_one(office: OfficeStore) -> None:
    close(office)
    with office.reading() as session:
        found = what_can_be_frozen(session, date(2026, 11, 23))
    assert [one.code for one in found][:2] == ["2026-Q1_2026-Q3", "2024"]
    enter(office, "2024-0001", date(2024, 8, 2), NOW)
    with office.reading() as session:
        found = what_can_be_frozen(session, date(2026, 11, 23))
    assert [one.code for one in found] == ["2026-Q1_2026-Q3", "2024-Q3_2024-Q4"]


def test_a_frozen_period_tells_the_same_for_ever(tmp_path: Path) -> None:
    with a_demonstration(tmp_path / "office") as office:
        close(office)
        before = frozen(office)
        with office.deed("changed") as deed:
            deed.session.query(CaseFile).update({"channel": "brief", "closed_on": date(2025, 1, 2)})
        after = frozen(office)
        with office.reading() as session:
            row = session.query(FrozenPeriod).one()
    assert after.digests == before.digests == (row.digest,)
    assert after.tables["cases"].cells(["channel"]) == before.tables["cases"].cells(["channel"])


def keep_closed(office: OfficeStore, number: str, closed: date) -> None:
    with office.deed("closed") as deed:
        case = deed.session.query(CaseFile).filter_by(number=number).one()
        case.status, case.closed_on, case.outcome = "closed", closed, "beratung_ausreichend"


def closings(office: OfficeStore, period: Period) -> int:
    with office.reading() as session:
        return live_base(session, period).tables["closings"].total()


def test_a_closing_typed_after_the_period_was_closed_counts_in_the_open_one(office: OfficeStore) -> None:
    for number in ("2025-0001", "2025-0002"):
        enter(office, number, date(2025, 5, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    keep_closed(office, "2025-0001", date(2025, 12, 1))
    close(office)
    keep_closed(office, "2025-0002", date(2025, 12, 2))
    first = Period(Quarter(2026, 1), Quarter(2026, 1))
    assert (closings(office, YEAR), closings(office, first)) == (1, 1)
    assert frozen(office).exact.tables["closings"].total() == 1


def test_what_has_changed_since_is_told_to_those_who_may_open_cases(office: OfficeStore) -> None:
    enter(office, "2025-0001", date(2025, 5, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    close(office)
    enter(office, "2025-0002", date(2025, 6, 2), datetime(2026, 2, 1, 12, tzinfo=UTC))
    with office.reading() as session:
        found = changes_since(session, YEAR, may_see_cases=True)
        with pytest.raises(NotAllowed):
            changes_since(session, YEAR, may_see_cases=False)
    total = next(one for one in found if one.unit == "cases" and not one.dimension)
    assert (total.frozen, total.now) == (1, 2)


def revise_it(office: OfficeStore, now: datetime) -> None:
    with office.deed("period_revised", is_final=True) as deed:
        revise(deed.session, YEAR, staff_id=office.staff_id, now=now)


def test_a_revision_needs_enough_late_cases_and_takes_them_back(office: OfficeStore) -> None:
    enter(office, "2025-0001", date(2025, 5, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    close(office)
    late = datetime(2026, 2, 1, 12, tzinfo=UTC)
    for number in range(2, 4):
        enter(office, f"2025-{number:04d}", date(2025, 10, 2), late)
    with pytest.raises(InputProblem, match="zu wenig geändert"):
        revise_it(office, datetime(2026, 6, 1, tzinfo=UTC))
    for number in range(4, 8):
        enter(office, f"2025-{number:04d}", date(2025, 10, 2), late)
    revise_it(office, datetime(2026, 6, 1, tzinfo=UTC))
    assert frozen(office).exact.tables["cases"].total() == 7
    assert set(frozen(office).revisions.values()) == {1}
    with office.reading() as session:
        carried = live_base(session, Period(Quarter(2026, 1), Quarter(2026, 1))).tables["cases"]
    assert carried.cells(["arrival"]) == {("carried",): 7}


def test_no_frozen_period_can_be_changed_or_thrown_away(office: OfficeStore) -> None:
    close(office)
    with pytest.raises(IntegrityError), office.deed("changed") as deed:
        deed.session.query(FrozenPeriod).update({"seed": 2})
    assert not office.undo()
    assert frozen(office).period == YEAR


def test_what_did_not_change_stays_rounded_as_it_was(office: OfficeStore) -> None:
    in_time, late = datetime(2025, 5, 2, 12, tzinfo=UTC), datetime(2026, 2, 1, 12, tzinfo=UTC)
    for number in range(40):  # everybody alone in a cell
        enter(office, f"2025-{number:04d}", date(2025, 5, 2), in_time, birth_year=1925 + number, area="111")
    close(office)
    before = frozen(office).tables["cases"]
    for number in range(50, 56):
        enter(office, f"2025-{number:04d}", date(2025, 10, 2), late, birth_year=1950, area="132")
    revise_it(office, datetime(2026, 6, 1, tzinfo=UTC))
    after = frozen(office).tables["cases"]
    names = [name for name in before.dimensions if name != "quarter"]
    kept = {key: count for key, count in after.cells(names, {"area": ["111"]}).items() if count}
    assert kept == {key: count for key, count in before.cells(names).items() if count}
    assert after.total({"area": ["132"]}) == 6


def test_one_late_case_with_much_in_it_is_no_revision(office: OfficeStore) -> None:
    enter(office, "2025-0001", date(2025, 1, 2), datetime(2025, 5, 2, 12, tzinfo=UTC))
    close(office)
    occasions = ["sturz", "pflegegrad", "entlassung", "umbau", "umzug"]
    late = datetime(2026, 2, 1, 12, tzinfo=UTC)
    enter(office, "2025-0002", date(2025, 1, 3), late, occasions=occasions)
    with pytest.raises(InputProblem, match="zu wenig geändert"):
        revise_it(office, datetime(2026, 6, 1, tzinfo=UTC))


LATE, NEXT_YEAR = datetime(2026, 2, 1, 12, tzinfo=UTC), datetime(2027, 1, 20, tzinfo=UTC)


def test_late_contacts_of_one_case_are_no_revision_however_many(office: OfficeStore) -> None:
    in_time = datetime(2025, 5, 2, 12, tzinfo=UTC)
    cases = [enter(office, f"2025-{number:04d}", date(2025, 5, 2), in_time) for number in range(5)]
    close(office)

    def talk_late(case_id: UUID) -> None:
        with office.deed("talked") as deed:
            for _time in range(6):
                row = Contact(case_id=case_id, happened_at=datetime(2025, 7, 1, 9, tzinfo=UTC))
                row.created_at = LATE
                deed.session.add(row)

    talk_late(cases[0])
    with pytest.raises(InputProblem, match="zu wenig geändert"):
        revise_it(office, NEXT_YEAR)
    for case_id in cases[1:]:
        talk_late(case_id)
    revise_it(office, NEXT_YEAR)
    assert frozen(office).exact.tables["contacts"].total() == 30


@pytest.mark.parametrize(("method", "revised"), [("rounding", True), ("dots", False)])
def test_dots_have_no_yearly_revision(office: OfficeStore, method: Method, *, revised: bool) -> None:
    in_time = datetime(2025, 5, 2, 12, tzinfo=UTC)
    for number in range(12):
        enter(office, f"2025-{number:04d}", date(2025, 5, 2), in_time, birth_year=1940)
    close(office, method=method)
    for number in range(20, 26):  # six, each alone in a cell
        enter(office, f"2025-{number:04d}", date(2025, 5, 2), LATE, birth_year=1820 + 5 * number)
    if revised:
        revise_it(office, NEXT_YEAR)
        assert frozen(office).exact.tables["cases"].total() == 18
        return
    with pytest.raises(InputProblem, match="zu wenig geändert"):
        revise_it(office, NEXT_YEAR)
