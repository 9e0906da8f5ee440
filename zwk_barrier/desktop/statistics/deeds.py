"""What is done from Statistik for good: closing a period, and putting its closing right."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from zwk_barrier.casework.office.roles import require_counting
from zwk_barrier.casework.visit.suitability import judge_finished
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.statistics.periods.frozen import Method
from zwk_barrier.statistics.periods.revising import revise
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

_JUDGED: Final = 0.5
"""The share of the time that visits take which an earlier version has left without a verdict."""


def close_period(
    store: OfficeStore,
    period: Period,
    method: Method,
    now: datetime,
    progress: Callable[[float], object] = lambda _share: None,
) -> Changed:
    """Freezes the counts of ended quarters for good at an aware moment; undo leaves it alone.

    ``progress`` is told the share that is done and may raise to stop, up to the last step: then nothing is kept.
    Raises NotAllowed for who does not report, InputProblem for quarters that are not over or closed already.
    """
    with store.deed("period_frozen", is_final=True) as deed:
        require_counting(deed.session, store.staff_id)
        begun = _JUDGED if judge_finished(deed.session, lambda share: progress(_JUDGED * share)) else 0.0
        freeze(
            deed.session,
            period,
            method=method,
            staff_id=store.staff_id,
            now=now,
            progress=lambda share: progress(begun + (1 - begun) * share),
        )
    return deed.changed


def revise_period(store: OfficeStore, period: Period, now: datetime) -> Changed:
    """Closes a period anew with the counts of an aware moment, as a further edition; undo leaves it alone.

    Raises NotAllowed for who does not report, InputProblem where too little has changed to do so safely, and
    NotFound where the period was not closed as such.
    """
    with store.deed("period_revised", is_final=True) as deed:
        require_counting(deed.session, store.staff_id)
        judge_finished(deed.session)
        revise(deed.session, period, staff_id=store.staff_id, now=now)
    return deed.changed
