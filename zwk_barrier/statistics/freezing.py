"""Closing a period: its counts are frozen, and from then on it tells the same numbers for ever."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.model import CaseFile, FrozenPeriod
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.editions import edition_of
from zwk_barrier.resources import resource
from zwk_barrier.rules.quarters import Period, Quarter, period_title
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS, Freeze, booking_of, count_base, counted_rows, in_period
from zwk_barrier.statistics.counting.amounts import count_money, count_totals
from zwk_barrier.statistics.counting.derived import with_derived
from zwk_barrier.statistics.dimensions import region_of
from zwk_barrier.statistics.disclosure.rounding import round_small_counts
from zwk_barrier.statistics.dots import dots_of
from zwk_barrier.statistics.frozen import Method, period_of, standing
from zwk_barrier.statistics.frozen_content import Content, packed_content
from zwk_barrier.statistics.margins import margins_of
from zwk_barrier.statistics.published import Crossing, published_crossings
from zwk_barrier.wording import _

LEAST_THRESHOLD: Final = 3
USUAL_THRESHOLD: Final = 5
_QUARTERS_BACK: Final = 20


def freeze(
    session: Session,
    period: Period,
    *,
    method: Method = "rounding",
    staff_id: UUID | None,
    now: datetime,
    threshold: int = USUAL_THRESHOLD,
    seed: int | None = None,
) -> FrozenPeriod:
    """Freezes the counts of ended quarters; to be done in a deed that is final, for it cannot be taken back.

    Raises InputProblem for quarters that have not ended or are frozen already, or a threshold below three.
    """
    _check(session, period, now, threshold)
    row = frozen_row(session, period, method, threshold, seed=seed)
    row.staff_id, row.frozen_at = staff_id, now
    session.add(row)
    session.flush()
    return row


def what_can_be_frozen(session: Session, today: date) -> tuple[Period, ...]:
    """The years, or runs of quarters within one, that have ended and are not frozen; the latest first.

    What lies before the first case is left out.
    """
    frozen = {quarter for row in standing(session) for quarter in period_of(row).quarters}
    last = Quarter.of(today).plus(-1)
    opened_at = session.scalar(select(func.min(CaseFile.opened_at)))
    begun = last.plus(1 - _QUARTERS_BACK) if opened_at is None else Quarter.of(opened_at.astimezone().date())
    ended = (last.plus(-back) for back in range(_QUARTERS_BACK))
    open_ones = [quarter for quarter in ended if quarter >= begun and quarter not in frozen]
    by_year: dict[int, list[Quarter]] = {}
    for quarter in open_ones:
        by_year.setdefault(quarter.year, []).append(quarter)
    return tuple(run for quarters in by_year.values() for run in _runs(sorted(quarters)))


def _runs(quarters: Sequence[Quarter]) -> Iterable[Period]:
    found: list[Period] = []
    for quarter in quarters:
        if found and found[-1].last.plus(1) == quarter:
            found[-1] = Period(found[-1].first, quarter)
        else:
            found.append(Period(quarter, quarter))
    return reversed(found)


def _check(session: Session, period: Period, now: datetime, threshold: int) -> None:
    if threshold < LEAST_THRESHOLD:
        raise InputProblem(
            "threshold",
            _("Kleiner als {least} darf die Mindestzahl nicht sein.").format(least=LEAST_THRESHOLD),
        )
    if not period.is_ended(now.astimezone().date()):
        raise InputProblem(
            "period",
            _("{period} ist noch nicht zu Ende.").format(period=period_title(period)),
            advice=_("Wählen Sie einen Zeitraum, der abgelaufen ist."),
        )
    taken = next((row for row in standing(session) if _share_quarters(period_of(row), period)), None)
    if taken is not None:
        raise InputProblem(
            "period",
            _("{frozen} ist seit dem {day} abgeschlossen; ein Quartal wird nur einmal abgeschlossen.").format(
                frozen=period_title(period_of(taken)), day=taken.frozen_at.astimezone().strftime("%d.%m.%Y")
            ),
            advice=_("Wählen Sie nur Quartale, die noch offen sind."),
        )


def _share_quarters(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def frozen_row(
    session: Session,
    period: Period,
    method: str,
    threshold: int,
    *,
    seed: int | None = None,
    freezes: Iterable[Freeze] | None = None,
) -> FrozenPeriod:
    """The counts of a period as they are now, not yet kept; ``freezes`` are those the booking rule follows."""
    chance = secrets.randbits(31) if seed is None else seed
    region = region_of(session)
    booking = booking_of(session, period.quarters, freezes)
    exact = count_base(session, booking)
    if method == "dots":
        inside = with_derived({name: in_period(table, period) for name, table in exact.items()})
        protected, shown = exact, dots_of(inside, region, threshold)
    else:
        protected, shown = rounded(exact, period, region, threshold, chance), {}
    money, totals = count_money(session, booking), count_totals(session, booking)
    text, digest = packed_content(Content(exact, protected, money, totals, shown))
    return FrozenPeriod(
        begins_on=period.first_day,
        ends_on=period.last_day,
        method=method,
        threshold=threshold,
        seed=chance,
        areas_edition=areas_edition(region),
        definitions_edition=definitions_edition(),
        digest=digest,
        content=text,
    )


def rounded(
    exact: Mapping[str, BaseTable], period: Period, region: str, base: int, seed: int
) -> dict[str, BaseTable]:
    """The tables with every count below ``base`` made 0 or ``base``, so that all that is published stays close."""
    wanted = published_crossings()
    return {
        name: _rounded(table, period, region, base, seed + place, wanted[name])
        for place, (name, table) in enumerate(exact.items())
    }


def _rounded(
    table: BaseTable, period: Period, region: str, base: int, seed: int, wanted: Sequence[Crossing]
) -> BaseTable:
    if not len(table.counts):
        return table
    counted = counted_rows(table, period)
    margins = margins_of(table, UNITS[table.unit], region, counted, wanted)
    return table.with_counts(round_small_counts(table.counts, margins, base=base, seed=seed))


def areas_edition(region: str) -> str:
    """Which areas were counted by: region and the beginning of the digest of its file."""
    return _edition(region, "areas", f"{region}.toml")


def definitions_edition() -> str:
    """Which definitions of figures were used."""
    return _edition("indicators", "statistics", "indicators.toml")


def _edition(name: str, *place: str) -> str:
    path = resource(*place)
    text = path.read_text("utf-8") if path.exists() else ""
    return f"{name} {edition_of({name: text}).digest[:12]}"
