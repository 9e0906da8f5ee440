"""Closing a period: its counts are frozen, and from then on it tells the same numbers for ever."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

import numpy as np
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from zwk_barrier.model import CaseFile, Deed, FrozenPeriod
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.editions import edition_of
from zwk_barrier.resources import resource
from zwk_barrier.rules.quarters import Period, Quarter, period_title, runs_of
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS, Freeze, booking_of, count_base, counted_rows, in_period
from zwk_barrier.statistics.counting.amounts import count_money, count_totals
from zwk_barrier.statistics.counting.derived import with_derived
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.disclosure.rounding import deviations, round_small_counts
from zwk_barrier.statistics.periods.content import Content, packed_content
from zwk_barrier.statistics.periods.dots import dots_of
from zwk_barrier.statistics.periods.frozen import Method, period_of, standing
from zwk_barrier.statistics.periods.margins import margins_of
from zwk_barrier.statistics.periods.published import published_crossings
from zwk_barrier.statistics.periods.year_sums import closed_beside, year_margins
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Margin = tuple[NDArray[np.int32], NDArray[np.int64] | None]
    """The cell of each row, and by how much the cells deviate through what was closed before."""

LEAST_THRESHOLD: Final = 3
USUAL_THRESHOLD: Final = 5
_QUARTERS_BACK: Final = 20
_LONG_PAUSE: Final = timedelta(days=92)
"""After so long without work a clock that is set wrong is likelier than a closed office."""
_COUNTED: Final = 0.3
"""The share of the time that counting takes; the rest goes into what protects the counts."""

Progress = Callable[[float], object]
_SILENT: Final[Progress] = lambda _share: None  # noqa: E731 - a default


def freeze(
    session: Session,
    period: Period,
    *,
    method: Method = "rounding",
    staff_id: UUID | None,
    now: datetime,
    threshold: int = USUAL_THRESHOLD,
    seed: int | None = None,
    progress: Progress = _SILENT,
) -> FrozenPeriod:
    """Freezes the counts of ended quarters; to be done in a deed that is final, for it cannot be taken back.

    ``progress`` is told the share that is done, from 0.0 to 1.0, and may raise to stop: then nothing is kept.
    Raises InputProblem for quarters that have not ended, are frozen already or lie before the first case, for a
    clock that is far ahead of the last work, and for a threshold below three.
    """
    _check(session, period, now, threshold)
    row = frozen_row(session, period, method, threshold, seed=seed, progress=progress)
    progress(1.0)
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
    begun = _first_quarter(session) or last.plus(1 - _QUARTERS_BACK)
    ended = (last.plus(-back) for back in range(_QUARTERS_BACK))
    open_ones = [quarter for quarter in ended if quarter >= begun and quarter not in frozen]
    by_year: dict[int, list[Quarter]] = {}
    for quarter in open_ones:
        by_year.setdefault(quarter.year, []).append(quarter)
    return tuple(run for quarters in by_year.values() for run in reversed(runs_of(quarters)))


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
    begun = _first_quarter(session)
    if begun is not None and period.last < begun:
        raise InputProblem("period", _("In dieser Zeit gab es hier noch keinen Fall."))
    _check_clock(session, period, now)
    taken = next((row for row in standing(session) if _share_quarters(period_of(row), period)), None)
    if taken is not None:
        raise InputProblem(
            "period",
            _("{frozen} ist seit dem {day} abgeschlossen; ein Quartal wird nur einmal abgeschlossen.").format(
                frozen=period_title(period_of(taken)), day=taken.frozen_at.astimezone().strftime("%d.%m.%Y")
            ),
            advice=_("Wählen Sie nur Quartale, die noch offen sind."),
        )


def _first_quarter(session: Session) -> Quarter | None:
    opened_at = session.scalar(select(func.min(CaseFile.opened_at)))
    return None if opened_at is None else Quarter.of(opened_at.astimezone().date())


def _check_clock(session: Session, period: Period, now: datetime) -> None:
    """Refuses a period whose end was lived through by nobody here: what is done today tells nothing of the clock."""
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    is_other_day = or_(Deed.at < midnight, Deed.at >= midnight + timedelta(days=1))
    worked_at = session.scalar(select(func.max(Deed.at)).where(is_other_day))
    if worked_at is None or worked_at.astimezone().date() > period.last_day or now - worked_at <= _LONG_PAUSE:
        return
    raise InputProblem(
        "period",
        _(
            "Auf diesem Computer ist heute der {today}, zuletzt gearbeitet wurde hier am {last}. Vielleicht geht "
            "die Uhr falsch; {period} wird deshalb nicht abgeschlossen."
        ).format(
            today=now.astimezone().strftime("%d.%m.%Y"),
            last=worked_at.astimezone().strftime("%d.%m.%Y"),
            period=period_title(period),
        ),
        advice=_(
            "Stellen Sie die Uhr. Geht sie richtig, so arbeiten Sie heute weiter und schließen Sie morgen ab."
        ),
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
    before: Content | None = None,
    progress: Progress = _SILENT,
) -> FrozenPeriod:
    """The counts of a period as they are now, not yet kept; ``freezes`` are those the booking rule follows.

    ``before`` is what a revision follows: what is counted as it was then stays rounded as it was.
    """
    chance = secrets.randbits(62) if seed is None else seed
    region = region_of(session)
    booking = booking_of(session, period.quarters, freezes)
    exact = count_base(session, booking, lambda share: progress(_COUNTED * share))
    progress(_COUNTED)
    if method == "dots":
        inside = with_derived({name: in_period(table, period) for name, table in exact.items()})
        protected, shown = exact, dots_of(inside, region, threshold)
    else:
        kept = Kept(before, closed_beside(session, period))
        protected, shown = rounded(exact, period, region, threshold, chance, kept, progress), {}
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


@dataclass(frozen=True)
class Kept:
    """What rounding keeps to: a revision rounds as ``before`` what has not changed; ``beside`` is of the same year."""

    before: Content | None = None
    beside: tuple[Content, ...] = ()


NOTHING_KEPT: Final = Kept()


def rounded(
    exact: Mapping[str, BaseTable],
    period: Period,
    region: str,
    base: int,
    seed: int,
    kept: Kept = NOTHING_KEPT,
    progress: Progress = _SILENT,
) -> dict[str, BaseTable]:
    """The tables with every count below ``base`` made 0 or ``base``, so that all that is published stays close."""
    wanted = published_crossings()
    found = dict(exact)
    rows, done = sum(len(table.counts) for table in exact.values()) or 1, 0
    for place, (name, table) in enumerate(exact.items()):
        share = _COUNTED + (1 - _COUNTED) * done / rows
        done += len(table.counts)
        if len(table.counts):
            unit, crossings = UNITS[name], wanted[name]
            own = margins_of(table, unit, region, counted_rows(table, period), crossings)
            margins: list[Margin] = [(margin, None) for margin in own]
            margins += year_margins(table, kept.beside, unit, period, region, crossings)
            was = _kept(table, kept.before)
            found[name] = _rounded(table, was, margins, base, seed + place, partial(progress, share))
    return found


def _kept(table: BaseTable, before: Content | None) -> "NDArray[np.int64]":
    """How each count was rounded before where it has not changed; -1 where it has."""
    was = None if before is None else before.exact.get(table.unit)
    if before is None or was is None or was.dimensions != table.dimensions:
        return np.full(len(table.counts), -1, np.int64)
    counts, told = was.cells(was.dimensions), before.protected[table.unit].cells(was.dimensions)
    keys = [
        tuple(codes[place] for codes, place in zip(table.codes, row, strict=True))
        for row in table.rows.tolist()
    ]
    return np.array(
        [
            told[key] if counts.get(key) == count else -1
            for key, count in zip(keys, table.counts.tolist(), strict=True)
        ],
        np.int64,
    )


def _rounded(
    table: BaseTable,
    kept: "NDArray[np.int64]",
    margins: "Sequence[Margin]",
    base: int,
    seed: int,
    pause: Callable[[], object],
) -> BaseTable:
    is_new = kept < 0
    counts = np.where(is_new, table.counts, kept)
    counts[is_new] = round_small_counts(
        table.counts[is_new],
        [margin[is_new] for margin, _drift in margins],
        base=base,
        seed=seed,
        offset=[_drifted(deviations(table.counts, counts, margin), drift) for margin, drift in margins],
        pause=pause,
    )
    return table.with_counts(counts)


def _drifted(own: "NDArray[np.int64]", drift: "NDArray[np.int64] | None") -> "NDArray[np.int64]":
    return own if drift is None else own + drift[: len(own)]


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
