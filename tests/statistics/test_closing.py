"""Of a period it is known what is closed, what is open, and whether it can be closed by now."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.builders import a_case, a_demonstration, an_office
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.periods.closing import Closing, close_last_years, closing_of
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.statistics.periods.frozen import period_of
from zwk_barrier.statistics.periods.frozen import standing as standing_rows
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
YEAR = Period.year(2025)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    with an_office(tmp_path / "office") as store:
        yield store


def close(office: OfficeStore, period: Period) -> None:
    with office.deed("period_frozen", is_final=True) as deed:
        freeze(deed.session, period, staff_id=None, now=NOW)


def quarter(number: int) -> Period:
    return Period(Quarter(2025, number), Quarter(2025, number))


def standing(office: OfficeStore, period: Period) -> Closing:
    with office.reading() as session:
        return closing_of(session, period, TODAY)


def test_an_ended_year_is_open_as_a_whole_and_can_be_closed(office: OfficeStore) -> None:
    assert standing(office, YEAR) == Closing(None, (YEAR,), is_over=True, can_be_closed=True)


def test_a_year_that_runs_cannot_be_closed(office: OfficeStore) -> None:
    assert standing(office, Period.year(2026)) == Closing(
        None, (Period.year(2026),), is_over=False, can_be_closed=False
    )


def test_the_year_of_the_first_case_can_be_closed_and_the_one_before_cannot(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 5, 6))
    assert standing(office, YEAR).can_be_closed
    assert standing(office, Period.year(2024)) == Closing(
        None, (Period.year(2024),), is_over=True, can_be_closed=False
    )


def test_what_lies_between_closed_quarters_is_open_in_runs(office: OfficeStore) -> None:
    close(office, quarter(2))
    rest = Period(Quarter(2025, 3), Quarter(2025, 4))
    assert standing(office, YEAR) == Closing(None, (quarter(1), rest), is_over=True, can_be_closed=True)
    assert standing(office, quarter(2)).frozen_at is not None


def test_four_closed_quarters_are_a_closed_year(office: OfficeStore) -> None:
    for number in range(1, 5):
        close(office, quarter(number))
    closing = standing(office, YEAR)
    assert closing.frozen_at is not None
    assert (closing.open_runs, closing.can_be_closed) == ((), False)


def test_the_last_years_are_closed_in_the_same_way_each_time(tmp_path: Path) -> None:
    digests = []
    for name in ("one", "other"):
        with a_demonstration(tmp_path / name, cases=15) as store:
            close_last_years(store, 2, datetime(2026, 11, 22, 12, tzinfo=UTC), seed=1)
            with store.reading() as session:
                rows = standing_rows(session)
        assert [period_of(row) for row in rows] == [Period.year(2024), Period.year(2025)]
        digests.append([row.digest for row in rows])

    assert digests[0] == digests[1]


def test_stopping_at_any_step_keeps_nothing(office: OfficeStore) -> None:
    a_case(office, "2025-0001", date(2025, 3, 3))
    shares: list[float] = []

    def stop_at_the_end(share: float) -> None:
        shares.append(share)
        if share == 1:
            raise Stopped

    with pytest.raises(Stopped), office.deed("period_frozen", is_final=True) as deed:
        freeze(deed.session, YEAR, staff_id=None, now=NOW, progress=stop_at_the_end)

    assert shares == sorted(shares)
    assert standing(office, YEAR).frozen_at is None


class Stopped(Exception):
    pass
