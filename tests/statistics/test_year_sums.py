"""Quarters closed one by one: the sums of their year stay close, too."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.builders import a_case, an_office
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.periods.content import Content
from zwk_barrier.statistics.periods.freezing import Kept, freeze, rounded
from zwk_barrier.statistics.periods.year_sums import closed_beside
from zwk_barrier.store.office import OfficeStore

YEAR = Period.year(2025)
BY = ("area", "age", "gender", "purpose")


def visits(quarter: Quarter, seed: int) -> dict[str, BaseTable]:
    """Eighty invented visits of a quarter, nearly each alone in a cell."""
    unit, chance = UNITS["visits"], np.random.default_rng([seed, quarter.number])
    rows = []
    for _visit in range(80):
        codes = {name: dimension(name).unknown for name in unit.dimensions} | {
            "repeat": "first",
            "quarter": quarter.code,
        }
        codes |= {name: str(chance.choice(dimension(name).codes)) for name in BY}
        rows.append((tuple(codes[name] for name in unit.dimensions), 1))
    return {"visits": BaseTable.of("visits", unit.dimensions, rows)}


def error(parts: list[Content]) -> int:
    """How far all sums of the year by one dimension are from the truth, together."""
    off = 0
    for name in BY:
        sums: dict[str, int] = {}
        for part in parts:
            exact, told = (table["visits"].cells([name]) for table in (part.exact, part.protected))
            for (code,), count in exact.items():
                sums[code] = sums.get(code, 0) + told[code,] - count
        off += sum(map(abs, sums.values()))
    return off


@pytest.mark.parametrize("seed", range(3))
def test_errors_of_quarters_do_not_add_up(seed: int) -> None:
    apart, together = list[Content](), list[Content]()
    for quarter in YEAR.quarters:
        exact, period = visits(quarter, seed), Period(quarter, quarter)
        for done, kept in ((apart, Kept()), (together, Kept(beside=tuple(together)))):
            done.append(Content(exact, rounded(exact, period, "bremerhaven", 5, seed, kept)))
    assert error(together) < 0.8 * error(apart)
    assert abs(sum(part.protected["visits"].total() - 80 for part in together)) <= 5
    assert all(count % 5 == 0 for part in together for count in part.protected["visits"].counts)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    with an_office(tmp_path / "office") as store:
        yield store


def test_only_what_was_closed_of_the_same_year_counts_on(office: OfficeStore) -> None:
    a_case(office, "2024-0001", date(2024, 2, 3))
    first, second, third = (Period(quarter, quarter) for quarter in YEAR.quarters[:3])
    for period in (Period.year(2024), first, third):
        with office.deed("period_frozen", is_final=True) as deed:
            freeze(deed.session, period, staff_id=None, now=datetime(2026, 1, 20, 9, tzinfo=UTC), seed=1)
    with office.reading() as session:
        assert len(closed_beside(session, second)) == 2
        assert closed_beside(session, YEAR) == ()
        assert closed_beside(session, Period(Quarter(2026, 1), Quarter(2026, 1))) == ()
