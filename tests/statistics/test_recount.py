"""Two ways to count come to the same: SQL and plain loops, for every unit and dimension."""

from collections import Counter
from pathlib import Path

import pytest

from tests.builders import a_demonstration
from tests.statistics.recount_events import EventRecount
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.counting import UNITS, booking_of
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.store.office import OfficeStore


def differences(office: OfficeStore, year: int) -> list[str]:
    """Every unit and dimension in which the two counts differ, or that only one of them has."""
    found = []
    with office.reading() as session:
        second = EventRecount(session)
        booking = booking_of(session, Period.year(year).quarters)
        for name, unit in UNITS.items():
            table, margins = unit.count(session, booking), second.margins(name, year)
            for one in unit.dimensions:
                loops: Counter[tuple[str, str]] = Counter()
                for (quarter, value), count in margins.get(one, Counter()).items():
                    loops[quarter, quarter if one == "quarter" else read(one, value)] += count
                sql = (
                    table.cells(["quarter", one]) if one != "quarter" else table.cells(["quarter", "quarter"])
                )
                if dict(loops) != sql:
                    found.append(f"{name} by {one}")
    return found


def read(name: str, value: object) -> str:
    """The code of a plain value; booleans and marks as the database gives them."""
    if isinstance(value, bool):
        return dimension(name).code_of(int(value))
    is_mark = dimension(name).read is None and isinstance(value, int)
    return dimension(name).code_of(str(value) if is_mark else value)


@pytest.mark.parametrize("year", [2025, 2026])
def test_sixty_cases_are_counted_twice_the_same(tmp_path: Path, year: int) -> None:
    with a_demonstration(tmp_path / "office", 60) as office:
        assert differences(office, year) == []


@pytest.mark.slow
def test_five_thousand_cases_are_counted_twice_the_same(tmp_path: Path) -> None:
    with a_demonstration(tmp_path / "office", 5_000) as office:
        assert differences(office, 2025) == []


def test_a_wrong_count_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EventRecount, "_is_applied", lambda _self, _one: False)
    with a_demonstration(tmp_path / "office", 30) as office:
        assert differences(office, 2026) == ["measures by applied"]
