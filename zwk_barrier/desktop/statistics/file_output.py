"""Writes the figures of a report as files, after the attacker has found nothing in them, and registers them."""

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from zwk_barrier.casework.office.roles import require_counting
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.files.writing import Format
from zwk_barrier.statistics.handing_out import Audience, HandedOut, Watch, hand_out_tables
from zwk_barrier.store.office import OfficeStore

Progress = Callable[[float], object]
NOBODY = Audience()


def protected_report(session: Any, wanted: Wanted, day: date) -> StatisticsReport:
    """The report as it may leave the office, whatever view is looked at; raises InputProblem for an open period."""
    return build_report(
        session,
        wanted.period,
        wanted.template,
        view="protected",
        today=day,
        definitions=wanted.definitions,
    )


def write_checked(
    store: OfficeStore,
    wanted: Wanted,
    parent: Path,
    formats: Collection[Format],
    day: date,
    *,
    progress: Progress,
    token: CancelToken,
    audience: Audience = NOBODY,
) -> HandedOut:
    """Writes the protected figures into a new folder below ``parent``; cancelled or unsafe, nothing is left.

    Raises UnsafeRelease when the attacker finds something, InputProblem for a second way of protecting the same
    quarters, NotAllowed for who does not report, Cancelled, and StorageFull or OfficeProblem where ``parent``
    cannot be written.
    """
    with store.reading() as session:
        require_counting(session, store.staff_id)
        report = protected_report(session, wanted, day)
    token.check()
    return hand_out_tables(
        store,
        report,
        parent,
        formats,
        now=datetime.now(UTC),
        audience=audience,
        watch=Watch(progress, token.check),
    )
