"""Every count and every indicator once more, by plain loops over the rows: 60, 5,000 and 100,000 invented cases."""

import time
from collections.abc import Sequence
from datetime import date
from typing import Final

from benchmarks.result import Result
from benchmarks.window.offices import NAME, PASSWORD, office_of
from tests.statistics.by_hand import BY_HAND
from tests.statistics.counted_twice import counted_twice
from tests.statistics.indicators_twice import agrees, indicators_of
from tests.statistics.world import World
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import OfficeStore, open_office

_SIZES: Final = (60, 5_000, 100_000)
_YEAR: Final = Period.year(2025)
_TODAY: Final = date(2026, 11, 23)


def measure(name: str) -> Result:
    """Both ways for each size, and how often they differ."""
    rows: list[Sequence[str]] = [
        ("cases", "units × dimensions", "cells", "records", "differ", "indicators", "told", "differ", "time")
    ]
    rows += [_row(size) for size in _SIZES]
    notes = (
        "A cell is a unit by one dimension and quarter of 2025, in SQL and in loops that share nothing with it;",
        "records are all that were counted, of every unit. Indicators: every variant of every one, exact, beside",
        "its definition written out by hand; told are those that are neither nothing nor of too few. People per",
        "1,000 inhabitants have a test of their own. The time is the processor's, for all of it.",
    )
    return Result(name, "Counted twice", rows, "no difference", notes)


def _row(size: int) -> Sequence[str]:
    begun = time.process_time()
    with open_office(office_of(size), NAME, PASSWORD, alone=False) as office:
        counts = _counts(office)
        indicators = _indicators(office)
    return f"{size:,}", *counts, *indicators, f"{time.process_time() - begun:.0f} s"


def _counts(office: OfficeStore) -> Sequence[str]:
    found = list(counted_twice(office, _YEAR.first.year))
    for one in found:
        if not one.agree:
            print(f"{one.unit} by {one.dimension} differ", flush=True)
    records = sum(sum(one.sql.values()) for one in found if one.dimension == "quarter")
    return (
        str(len(found)),
        f"{sum(len(one.sql) for one in found):,}",
        f"{records:,}",
        str(sum(not one.agree for one in found)),
    )


def _indicators(office: OfficeStore) -> Sequence[str]:
    told = indicators_of(office, _YEAR, _TODAY)
    with office.reading() as session:
        world = World.of(session)
        wrong = [key for key, by_hand in BY_HAND.items() if not agrees(by_hand(world), told[key].now)]
    for key in wrong:
        print(f"{key} differs: {told[key].now}", flush=True)
    return str(len(BY_HAND)), str(sum(bool(told[key].now.value) for key in BY_HAND)), str(len(wrong))
