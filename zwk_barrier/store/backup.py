"""Backup: one file with database, keys and photos, opened and checked before it counts.

The file is a ZIP archive of what lies in the office's folder; all of it is encrypted already, so the
passwords and the recovery key of the office open the backup too.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zwk_barrier.problems import DamagedOffice, OfficeProblem
from zwk_barrier.store.files import disk_problems, sync_folder
from zwk_barrier.store.integrity import copy_database, faults_in
from zwk_barrier.store.keys import KEY_FILE
from zwk_barrier.store.layout import DATABASE, PHOTOS
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

MANIFEST: Final = "backup.json"
Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; may raise to cancel, and then no file is left."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a checked backup holds; ``size`` in bytes."""

    path: Path
    photos: int
    size: int


def make_backup(store: OfficeStore, target: Path, progress: Progress | None = None) -> BackupReport:
    """Writes a backup, opens it again and checks it; only then it stands at ``target``.

    Raises OfficeProblem, StorageFull or DamagedOffice; an older file at ``target`` is left as it was.
    """
    report_progress = progress or (lambda _done, _all: None)
    photos = sorted((store.folder / PHOTOS).glob("*.zwkphoto"))
    total = 2 * len(photos) + 3
    with (
        disk_problems(target.parent),
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as made,
    ):
        copy, archive = Path(made) / DATABASE, Path(made) / "archive"
        copy_database(store.database, copy, store.data_key)
        report_progress(1, total)
        files = {DATABASE: copy, KEY_FILE: store.folder / KEY_FILE}
        files |= {f"{PHOTOS}/{photo.name}": photo for photo in photos}
        _pack(archive, files, lambda done: report_progress(1 + done, total))
        copy.unlink()
        _check(archive, store.data_key, Path(made), lambda done: report_progress(len(files) + done, total))
        size = archive.stat().st_size
        archive.replace(target)
        sync_folder(target.parent)
    return BackupReport(target, len(photos), size)


def restore_backup(archive: Path, folder: Path) -> None:
    """Lays the office in ``archive`` into an empty folder; raises OfficeProblem or DamagedOffice."""
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OfficeProblem(
                _("Der Ordner {folder} ist nicht leer.").format(folder=folder),
                advice=_("Wählen Sie für die Rückholung einen leeren Ordner."),
            )
        with _opened(archive) as packed:
            for name in _manifest(packed):
                _unpack(packed, name, folder)


def _pack(archive: Path, files: dict[str, Path], done: Callable[[int], None]) -> None:
    digests: dict[str, str] = {}
    with archive.open("wb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as packed:
            for count, (name, path) in enumerate(files.items(), 1):
                digests[name] = _digest(path)
                packed.write(path, name)
                done(count)
            packed.writestr(MANIFEST, json.dumps({"format": 1, "sha256": digests}))
        raw.flush()
        os.fsync(raw.fileno())


def _check(archive: Path, data_key: bytes, scratch: Path, done: Callable[[int], None]) -> None:
    with _opened(archive) as packed:
        for count, (name, digest) in enumerate(_manifest(packed).items(), 1):
            unpacked = _unpack(packed, name, scratch)
            if _digest(unpacked) != digest:
                raise _broken(name)
            if name == DATABASE and (faults := faults_in(unpacked, data_key)):
                raise _broken(faults[0])
            unpacked.unlink()
            done(count)


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except FileNotFoundError:
        raise OfficeProblem(_("Die Sicherung {file} gibt es nicht.").format(file=archive)) from None
    except zipfile.BadZipFile:
        raise _broken(archive.name) from None


def _manifest(packed: zipfile.ZipFile) -> dict[str, str]:
    try:
        content = json.loads(packed.read(MANIFEST))
        return {str(name): str(digest) for name, digest in content["sha256"].items()}
    except (KeyError, ValueError, AttributeError):
        raise _broken(str(packed.filename)) from None


def _unpack(packed: zipfile.ZipFile, name: str, folder: Path) -> Path:
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise _broken(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with packed.open(name) as source, target.open("wb") as sink:
            shutil.copyfileobj(source, sink)
    except (zipfile.BadZipFile, KeyError):
        raise _broken(name) from None
    return target


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _broken(what: str) -> DamagedOffice:
    return DamagedOffice(
        _("Die Sicherung ist nicht in Ordnung: {what}").format(what=what),
        advice=_("Legen Sie eine neue an, am besten auf einem anderen Datenträger."),
    )
