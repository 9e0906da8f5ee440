"""Whether a period is closed, and what of it is still open."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from zwk_barrier.rules.quarters import Period, runs_of
from zwk_barrier.statistics.periods.freezing import freeze, what_can_be_frozen
from zwk_barrier.statistics.periods.frozen import frozen_base, period_of, standing
from zwk_barrier.store.office import OfficeStore


@dataclass(frozen=True, slots=True)
class Closing:
    """Since when a period has protected figures, and which runs of its quarters are still open.

    ``frozen_at`` may be None without an open quarter: quarters frozen one by one with dots give no figures together.
    A period that is over cannot be closed when there was no case yet.
    """

    frozen_at: datetime | None
    open_runs: tuple[Period, ...]
    is_over: bool
    can_be_closed: bool


def closing_of(session: Session, period: Period, today: date) -> Closing:
    """How a period stands."""
    base = frozen_base(session, period)
    closed = {quarter for row in standing(session) for quarter in period_of(row).quarters}
    still_open = tuple(quarter for quarter in period.quarters if quarter not in closed)
    # Quarters before the first case are offered by nobody, but belong to the year in which it came.
    free = {quarter for run in what_can_be_frozen(session, today) for quarter in run.quarters}
    is_over = period.is_ended(today)
    return Closing(
        None if base is None else base.frozen_at,
        runs_of(still_open),
        is_over,
        is_over and not free.isdisjoint(still_open),
    )


def close_last_years(store: OfficeStore, count: int, now: datetime, *, seed: int) -> None:
    """Closes with rounding so many whole years that have ended and hold cases; the same seed rounds the same way."""
    with store.deed("period_frozen", is_final=True) as deed:
        today = now.astimezone().date()
        years = [Period.year(today.year - back) for back in range(count, 0, -1)]
        open_ones = set(what_can_be_frozen(deed.session, today))
        for year in years:
            if year in open_ones:
                freeze(deed.session, year, staff_id=store.staff_id, now=now, seed=seed)
