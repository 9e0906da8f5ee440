"""In which quarter something counts: that of its day, or, when it came too late for that, the first still open.

A quarter that is frozen stays as it is.  What is entered afterwards for a day in it counts in the first
quarter after it that was not frozen yet when it was entered.  A revision takes back into its quarters what had
come too late, unless it counts in a frozen quarter of its own by then.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from zwk_barrier.rules.quarters import Period, Quarter, runs_of

_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True, slots=True)
class Freeze:
    """Quarters that were frozen together, and when; ``entry`` is the last one of the journal then."""

    period: Period
    at: datetime
    entry: int = 0
    is_revision: bool = False


@dataclass(frozen=True, slots=True)
class _Late:
    """What was entered after ``since`` and before ``until`` for the quarters of ``frozen`` counts in ``counts_in``."""

    frozen: Period
    since: Freeze
    until: Freeze | None
    counts_in: Quarter


class Booking:
    """The booking rule as it follows from what is frozen; ``quarters`` are those that are counted."""

    def __init__(self, quarters: Sequence[Quarter], freezes: Iterable[Freeze] = ()) -> None:
        self.quarters = tuple(quarters)
        self._late = tuple(_late(sorted(freezes, key=lambda one: one.at)))

    def day(self, event: str, row: str, field: str = "") -> str:
        """SQL for the day something counts at, from that of its day and the name of its row.

        With a ``field`` (``table.column``) it was entered when that field was first filled in, else with its row.
        """
        cases = " ".join(
            f"WHEN {_is_late(one, event, row, field)} THEN '{one.counts_in.first_day}'" for one in self._late
        )
        return f"CASE {cases} ELSE {event} END" if cases else event

    def came_late(self, event: str, row: str, field: str = "") -> str:
        """SQL for whether something came too late for its day and so counts in one of these quarters."""
        found = [_is_late(one, event, row, field) for one in self._late if one.counts_in in self.quarters]
        return " OR ".join(found) or "0"

    def may_count(self, event: str, row: str, field: str = "") -> str:
        """SQL that leaves out what cannot count in these quarters, before anything is joined to it."""
        first, last = self.quarters[0].first_day, self.quarters[-1].last_day
        return f"({event} BETWEEN '{first}' AND '{last}' OR {self.came_late(event, row, field)})"

    def table(self) -> str:
        """SQL of the quarters counted: code, first and last day, first day of the year, first moment after it."""
        rows = ", ".join(
            f"('{one.code}', '{one.first_day}', '{one.last_day}', '{one.year}-01-01', '{beginning(one.plus(1))}')"
            for one in self.quarters
        )
        return f"q (quarter, first_day, last_day, year_day, ends_at) AS (VALUES {rows})"


def moment(at: datetime) -> str:
    """A moment as the database holds it."""
    return at.astimezone(UTC).strftime(_MOMENT)


def beginning(quarter: Quarter) -> str:
    """The first moment of a quarter here, as the database holds it."""
    day = quarter.first_day
    return moment(datetime(day.year, day.month, day.day).astimezone())


def _late(freezes: Sequence[Freeze]) -> Iterator[_Late]:
    frozen: set[Quarter] = set()
    for place, since in enumerate(freezes):
        frozen.update(since.period.quarters)
        until = freezes[place + 1] if place + 1 < len(freezes) else None
        for run in runs_of(frozen):
            counts_in = run.last.plus(1)
            kept = {one for one in run.quarters if not _taken_back(one, counts_in, since, freezes)}
            for part in runs_of(kept):
                yield _Late(part, since, until, counts_in)


def _taken_back(quarter: Quarter, counts_in: Quarter, since: Freeze, freezes: Sequence[Freeze]) -> bool:
    """Whether a later revision took what came late for a quarter back into it."""
    for place, revision in enumerate(freezes):
        is_later = revision.is_revision and revision.at > since.at and quarter in revision.period.quarters
        frozen_before = {one for earlier in freezes[:place] for one in earlier.period.quarters}
        if is_later and (counts_in in revision.period.quarters or counts_in not in frozen_before):
            return True
    return False


def _is_late(one: _Late, event: str, row: str, field: str) -> str:
    inside = f"{event} BETWEEN '{one.frozen.first_day}' AND '{one.frozen.last_day}'"
    return f"({inside} AND {_entered(one, row, field)})"


def _entered(one: _Late, row: str, field: str) -> str:
    made = f"{row}.created_at > '{moment(one.since.at)}'"
    if one.until is not None:
        made += f" AND {row}.created_at <= '{moment(one.until.at)}'"
    if not field:
        return f"({made})"
    table, _dot, column = field.partition(".")
    filled = (
        f"SELECT row_id FROM journal WHERE table_name = '{table}' AND column_name = '{column}'"
        f" AND old_value = 'null' AND position > {one.since.entry}"
    )
    within = filled if one.until is None else f"{filled} AND position <= {one.until.entry}"
    return f"({row}.id IN ({within}) OR ({made} AND {row}.id NOT IN ({filled})))"
