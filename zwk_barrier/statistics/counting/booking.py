"""In which quarter something counts: that of its day, or, when it came too late for that, the first still open.

A quarter that is frozen stays as it is.  What is entered afterwards for a day in it counts in the first
quarter after it that was not frozen yet when it was entered.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from zwk_barrier.rules.quarters import Period, Quarter

_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True, slots=True)
class Freeze:
    """Quarters that were frozen together, and when."""

    period: Period
    at: datetime


@dataclass(frozen=True, slots=True)
class _Late:
    """What was entered from ``since`` to ``until`` for the quarters of ``frozen`` counts in ``counts_in``."""

    frozen: Period
    since: datetime
    until: datetime | None
    counts_in: Quarter


class Booking:
    """The booking rule as it follows from what is frozen; ``quarters`` are those that are counted."""

    def __init__(self, quarters: Sequence[Quarter], freezes: Iterable[Freeze] = ()) -> None:
        self.quarters = tuple(quarters)
        self._late = tuple(_late(sorted(freezes, key=lambda one: one.at)))

    def day(self, event: str, entered: str) -> str:
        """SQL for the day something counts at, from the SQL of its day and of the moment it was entered."""
        if not self._late:
            return event
        cases = " ".join(_when(one, event, entered) for one in self._late)
        return f"CASE {cases} ELSE {event} END"

    def table(self) -> str:
        """SQL of the quarters counted: code, first and last day, first day of the year, first moment after it."""
        rows = ", ".join(
            f"('{one.code}', '{one.first_day}', '{one.last_day}', '{one.year}-01-01', '{_after(one)}')"
            for one in self.quarters
        )
        return f"q (quarter, first_day, last_day, year_day, ends_at) AS (VALUES {rows})"


def moment(at: datetime) -> str:
    """A moment as the database holds it."""
    return at.astimezone(UTC).strftime(_MOMENT)


def _after(quarter: Quarter) -> str:
    begins = quarter.plus(1).first_day
    return moment(datetime(begins.year, begins.month, begins.day).astimezone())


def _late(freezes: Sequence[Freeze]) -> Iterator[_Late]:
    frozen: set[Quarter] = set()
    for place, freeze in enumerate(freezes):
        frozen.update(freeze.period.quarters)
        until = freezes[place + 1].at if place + 1 < len(freezes) else None
        for run in _runs(frozen):
            yield _Late(run, freeze.at, until, run.last.plus(1))


def _runs(quarters: set[Quarter]) -> Iterator[Period]:
    ordered = sorted(quarters)
    first = ordered[0]
    for quarter, following in zip(ordered, [*ordered[1:], None], strict=True):
        if following != quarter.plus(1):
            yield Period(first, quarter)
            first = following or quarter


def _when(one: _Late, event: str, entered: str) -> str:
    until = "" if one.until is None else f" AND {entered} <= '{moment(one.until)}'"
    return (
        f"WHEN {entered} > '{moment(one.since)}'{until}"
        f" AND {event} BETWEEN '{one.frozen.first_day}' AND '{one.frozen.last_day}'"
        f" THEN '{one.counts_in.first_day}'"
    )
