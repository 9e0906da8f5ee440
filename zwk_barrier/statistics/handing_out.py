"""Handing figures out: written aside, attacked together with everything before, registered, and only then there."""

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from zwk_barrier.model import Release
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.problems import OfficeProblem
from zwk_barrier.statistics.examining import examine
from zwk_barrier.statistics.files.writing import Format, write_release
from zwk_barrier.statistics.releases import (
    REPORT,
    TABLES,
    HandingOut,
    ReleasedFile,
    ReleaseKind,
    previous_releases,
    register_release,
    releases_of_file,
    require_one_method,
)
from zwk_barrier.store.files import disk_problems
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

Progress = Callable[[float], object]
Check = Callable[[], object]
"""Raises when the person wants to stop."""

_CSV: Final[tuple[Format, ...]] = ("csv",)
_WRITTEN: Final = 0.4
_TOLD: Final = {".csv", ".json"}


@dataclass(frozen=True, slots=True)
class Watch:
    """Whoever waits: told the share that is done, and asked whether to go on."""

    progress: Progress = lambda _share: None
    check: Check = lambda: None

    def second_part(self, begins: float) -> "Watch":
        """The same for work that begins at a share and goes on to the end."""
        return Watch(lambda share: self.progress(begins + (1 - begins) * share), self.check)


UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom and for what something is handed out, and what allows it."""

    recipient: str = ""
    purpose: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was written, where, how many figures were attacked, and what changed in the office."""

    folder: Path
    files: tuple[Path, ...]
    examined: int
    changed: Changed = field(default_factory=Changed)


def hand_out_tables(
    store: OfficeStore,
    report: StatisticsReport,
    parent: Path,
    formats: Collection[Format],
    *,
    now: datetime,
    audience: Audience = Audience(),
    name: str = "",
    watch: Watch = UNWATCHED,
) -> HandedOut:
    """Writes the tables of a protected report into a new folder below ``parent`` and registers them.

    The folder has this ``name``, or one of period and template with a number where that is taken.  Unsafe, stopped
    or failed, neither a file nor an entry is left.  Raises UnsafeRelease, InputProblem for a second method of
    protection, NotAllowed for internal figures, StorageFull or OfficeProblem.
    """
    with set_aside(parent) as draft:
        write_release(report, draft, formats)
        watch.progress(_WRITTEN)
        watch.check()
        told = _told(report, draft)
        earlier, attacking = _earlier(store, report), watch.second_part(_WRITTEN)
        examined = examine(draft, earlier, attacking.progress, attacking.check)
        handing = _handing(report, TABLES, _entries(draft), told, audience, examined)
        usual = f"{_('Statistik')}_{report.period.code}_{report.template}"
        folder = _given_name(parent, name) if name else free_name(parent, usual)
        changed = complete(store, draft, folder, handing, now)
    return HandedOut(folder, tuple(sorted(folder.iterdir())), examined, changed)


def examine_report(store: OfficeStore, report: StatisticsReport) -> int:
    """Attacks the figures of a report that is to leave as a document; gives how many there are.

    Raises UnsafeRelease, and InputProblem for a second method of protection.
    """
    with tempfile.TemporaryDirectory(prefix="zwk-") as place:
        folder = Path(place)
        write_release(report, folder, _CSV)
        return examine(folder, _earlier(store, report))


def register_report(
    store: OfficeStore,
    report: StatisticsReport,
    name: str,
    content: bytes,
    *,
    now: datetime,
    audience: Audience = Audience(),
) -> Changed:
    """Registers a document that was handed out, once for each content: printing what was saved adds nothing."""
    with store.reading() as session:
        if releases_of_file(session, content):
            return Changed()
    with tempfile.TemporaryDirectory(prefix="zwk-") as place:
        told = _told(report, Path(place))
    handing = _handing(report, REPORT, [ReleasedFile.of(name, content)], told, audience, None)
    with store.deed("figures_released", is_final=True) as deed:
        register_release(deed.session, handing, staff_id=store.staff_id, now=now)
    return deed.changed


@contextmanager
def set_aside(parent: Path) -> Iterator[Path]:
    """A hidden folder below ``parent`` to write into, gone afterwards unless it was :func:`complete`."""
    with disk_problems(parent):
        parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".zwk-", dir=parent))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def complete(store: OfficeStore, draft: Path, folder: Path, handing: HandingOut, now: datetime) -> Changed:
    """Registers what was set aside and gives its folder the name ``folder``; both or neither."""
    try:
        with store.deed("figures_released", is_final=True) as deed:
            register_release(deed.session, handing, staff_id=store.staff_id, now=now)
            with disk_problems(folder.parent):
                draft.chmod(0o755)
                draft.rename(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # the entry could not be kept
        raise
    return deed.changed


def _earlier(store: OfficeStore, report: StatisticsReport) -> tuple[Release, ...]:
    """What was handed out of the quarters of a report and of the year before, which it tells, too."""
    before = report.period.previous()
    with store.reading() as session:
        require_one_method(session, report.period, report.protection.method)
        found = [*previous_releases(session, before), *previous_releases(session, report.period)]
    return tuple(sorted({row.id: row for row in found}.values(), key=lambda row: row.released_at))


def _told(report: StatisticsReport, folder: Path) -> dict[str, str]:
    """The tables as CSV with their description; written where the formats chosen did not include them."""
    if not any(path.suffix == ".csv" for path in folder.iterdir()):
        with tempfile.TemporaryDirectory(prefix="zwk-") as place:
            write_release(report, Path(place), _CSV)
            return _texts(Path(place))
    return _texts(folder)


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_bytes().decode("utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in _TOLD
    }


def _entries(folder: Path) -> list[ReleasedFile]:
    return [ReleasedFile.of(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def _handing(
    report: StatisticsReport,
    kind: ReleaseKind,
    files: Sequence[ReleasedFile],
    told: dict[str, str],
    audience: Audience,
    examined: int | None,
) -> HandingOut:
    protection = report.protection
    applied: dict[str, Any] = {"sentences": list(protection.sentences), "basis": audience.basis}
    if examined is not None:
        applied["examined"] = examined
    return HandingOut(
        kind,
        report.title,
        report.period,
        protection.method,
        protection.threshold,
        files,
        told,
        report.template,
        audience.purpose,
        audience.recipient,
        applied,
    )


def _given_name(parent: Path, name: str) -> Path:
    """Raises OfficeProblem where something is there already: an older file among new ones would be handed out, too."""
    folder = parent / name
    if folder.is_dir() and not any(folder.iterdir()):
        return folder
    if folder.exists():
        raise OfficeProblem(
            _("Den Ordner gibt es schon: {folder}").format(folder=folder),
            advice=_("Geben Sie einen neuen Ordner an."),
        )
    return folder


def free_name(parent: Path, name: str) -> Path:
    """A folder of that name below ``parent``, or with a number behind it where it is taken."""
    folder, number = parent / name, 2
    while folder.exists():
        folder = parent / f"{name}_{number}"
        number += 1
    return folder
