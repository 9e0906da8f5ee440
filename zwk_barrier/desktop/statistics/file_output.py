"""Writes the figures of a report as files, after the attacker has found nothing in them."""

import shutil
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from zwk_barrier.casework.roles import require_counting
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.problems import UnsafeRelease
from zwk_barrier.statistics.files.writing import Format, write_release
from zwk_barrier.statistics.report import build_report
from zwk_barrier.store.files import disk_problems
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

Progress = Callable[[float], object]
_WRITTEN: Final = 0.4
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """What was written, where, and how many figures the attacker looked at."""

    folder: Path
    files: tuple[Path, ...]
    examined: int


def write_checked(
    store: OfficeStore,
    wanted: Wanted,
    parent: Path,
    formats: Collection[Format],
    day: date,
    *,
    progress: Progress,
    token: CancelToken,
) -> WrittenFiles:
    """Writes the protected figures into a new folder below ``parent``; cancelled or unsafe, nothing is left.

    Raises UnsafeRelease when the attacker finds something, NotAllowed for who does not report, Cancelled, and
    StorageFull or OfficeProblem where ``parent`` cannot be written.
    """
    with store.reading() as session:
        require_counting(session, store.staff_id)
        report = build_report(
            session,
            wanted.period,
            wanted.template,
            view="protected",
            today=day,
            definitions=wanted.definitions,
        )
    token.check()
    with disk_problems(parent):
        draft = Path(tempfile.mkdtemp(prefix=".zwk-", dir=parent))
    try:
        write_release(report, draft, formats)
        progress(_WRITTEN)
        token.check()
        examined = _examine(draft, progress, token)
        with disk_problems(parent):
            folder = _free_name(parent, f"{_('Statistik')}_{report.period.code}_{report.template}")
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)  # gone already when all went well
    return WrittenFiles(folder, tuple(sorted(folder.iterdir())), examined)


def _examine(folder: Path, progress: Progress, token: CancelToken) -> int:
    from zwk_barrier.statistics.attack import attack, read_release  # noqa: PLC0415 - HiGHS is slow to load

    def attacked(settled: int, total: int) -> None:
        progress(_WRITTEN + (1 - _WRITTEN) * settled / max(1, total))

    found = attack(read_release(folder), progress=attacked, cancelled=lambda: token.is_cancelled)
    token.check()
    if not found.is_safe:
        named = " ".join(str(finding) for finding in found.findings[:_MOST_NAMED])
        raise UnsafeRelease(
            ngettext(
                "Es wurde nichts geschrieben: {n} Stelle würde zu viel verraten.",
                "Es wurde nichts geschrieben: {n} Stellen würden zu viel verraten.",
                len(found.findings),
            ).format(n=len(found.findings)),
            advice=named,
        )
    return found.examined


def _free_name(parent: Path, name: str) -> Path:
    folder, number = parent / name, 2
    while folder.exists():
        folder = parent / f"{name}_{number}"
        number += 1
    return folder
