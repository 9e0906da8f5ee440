"""Backing up, and remembering when that was done last."""

import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from zwk_barrier.problems import OfficeProblem
from zwk_barrier.store.backup import BackupReport, Progress, make_backup
from zwk_barrier.store.files import write_whole
from zwk_barrier.store.office import OfficeStore

_REMEMBERED: Final = "last-backup.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the office was backed up last, and where to."""

    made_at: datetime
    path: Path


def back_up(store: OfficeStore, target: Path, progress: Progress | None = None) -> BackupReport:
    """Makes a checked backup and notes it beside the database; raises what ``make_backup`` raises."""
    report = make_backup(store, target, progress)
    note = {"made_at": datetime.now(UTC).isoformat(), "path": str(target.absolute())}
    with contextlib.suppress(OfficeProblem):  # the backup is good even where there is no room for the note
        write_whole(store.folder / _REMEMBERED, json.dumps(note).encode())
    return report


def last_backup(folder: Path) -> LastBackup | None:
    """What the office in ``folder`` noted about its last backup; None before the first."""
    try:
        note = json.loads((folder / _REMEMBERED).read_text("utf-8"))
        return LastBackup(datetime.fromisoformat(note["made_at"]), Path(note["path"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
