"""Sums of money by case, and what is worked without a case: events, hours, cost of staff."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from zwk_barrier.statistics.counting.booking import Booking
from zwk_barrier.statistics.counting.fragments import AREA, QUARTER, events
from zwk_barrier.statistics.counting.funding import applied, decided
from zwk_barrier.statistics.counting.measures import STATE, done, recommended
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.money import MoneyRow, MoneyTable
from zwk_barrier.statistics.totals import Totals, TotalsTable

_ESTIMATE: Final = "coalesce(r.cost_quoted, (r.cost_low + r.cost_high) / 2, r.cost_high, r.cost_low)"
_OF_MEASURE: Final = {"quarter": QUARTER, "area": AREA, "measure_kind": "r.kind", "state": STATE}
_OF_APPLICATION: Final = {"quarter": QUARTER, "area": AREA, "programme": "r.programme", "notice": "r.notice"}


@dataclass(frozen=True, slots=True)
class _Amount:
    source: Callable[[Booking], str]
    columns: Mapping[str, str]
    amount: str


MONEY: Final[Mapping[str, _Amount]] = {
    "measures.cost_estimated": _Amount(recommended, _OF_MEASURE, _ESTIMATE),
    "measures_done.cost_estimated": _Amount(done, _OF_MEASURE, _ESTIMATE),
    "measures_done.cost_actual": _Amount(done, _OF_MEASURE, "r.cost_actual"),
    "applications.requested": _Amount(applied, _OF_APPLICATION, "r.amount_requested"),
    "notices.granted": _Amount(decided, _OF_APPLICATION, "r.amount_granted"),
    "notices.paid": _Amount(decided, _OF_APPLICATION, "r.amount_paid"),
}
"""What is summed: the unit whose records it is of, and the measure."""


def count_money(session: Session, booking: Booking) -> dict[str, MoneyTable]:
    """Every sum of money by case, in euro cents."""
    region = region_of(session)
    return {name: _money(session, booking, name, region) for name in MONEY}


def count_totals(session: Session, booking: Booking) -> Totals:
    """Work without a case, summed."""
    activities = f"""SELECT q.quarter, r.kind, r.area, count(*), coalesce(sum(r.participants), 0),
        coalesce(sum(r.advised), 0), coalesce(sum(r.minutes), 0), coalesce(sum(r.travel_minutes), 0)
        {events(booking, "activity", "r.held_on", "")} GROUP BY 1, 2, 3"""
    hours = f"""SELECT q.quarter, count(*), coalesce(sum(r.share), 0), coalesce(sum(r.direct_minutes), 0),
        coalesce(sum(r.indirect_minutes), 0), coalesce(sum(r.travel_minutes), 0), coalesce(sum(r.cost), 0)
        {events(booking, "staff_month", "r.month", "")} GROUP BY 1"""
    done_sums = ("count", "participants", "advised", "minutes", "travel_minutes")
    hour_sums = ("count", "share", "direct_minutes", "indirect_minutes", "travel_minutes", "cost")
    return Totals(
        (
            (
                "activities",
                _totals(session, booking, activities, ("quarter", "activity_kind", "area"), done_sums),
            ),
            ("hours", _totals(session, booking, hours, ("quarter",), hour_sums)),
        )
    )


def _money(session: Session, booking: Booking, name: str, region: str) -> MoneyTable:
    what = MONEY[name]
    names = tuple(what.columns)
    places = ", ".join(str(place + 1) for place in range(len(names) + 1))
    statement = (
        f"WITH {booking.table()} SELECT {', '.join(what.columns.values())}, c.id, sum({what.amount})"
        f" {what.source(booking)} AND {what.amount} IS NOT NULL GROUP BY {places}"
    )
    reads = [dimension(each, region).code_of for each in names]
    numbers: dict[str, int] = {}
    rows = []
    for *codes, case_id, amount in session.connection().exec_driver_sql(statement):
        read = tuple(code_of(code) for code_of, code in zip(reads, codes, strict=True))
        rows.append(MoneyRow(read, numbers.setdefault(case_id, len(numbers)), amount))
    return MoneyTable(name, names, tuple(rows))


def _totals(
    session: Session, booking: Booking, select: str, names: tuple[str, ...], sums: tuple[str, ...]
) -> TotalsTable:
    region = region_of(session)
    reads = [dimension(each, region).code_of for each in names]
    rows = session.connection().exec_driver_sql(f"WITH {booking.table()} {select}").fetchall()
    found = (
        (tuple(code_of(code) for code_of, code in zip(reads, row, strict=False)), tuple(row[len(names) :]))
        for row in rows
    )
    return TotalsTable(names, sums, tuple(sorted(found)))
