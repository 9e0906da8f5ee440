"""Backup: one file with database, keys and photos, opened and checked before it counts.

The file is a ZIP archive of what lies in the office's folder; all of it is encrypted already, so the
passwords and the recovery key of the office open the backup too.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from zwk_barrier.problems import DamagedOffice, OfficeProblem
from zwk_barrier.store.engine import connect
from zwk_barrier.store.files import disk_problems, sync_folder
from zwk_barrier.store.integrity import copy_database, faults_in
from zwk_barrier.store.keys import KEY_FILE
from zwk_barrier.store.layout import DATABASE, PHOTOS
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import SUFFIX, PhotoStore
from zwk_barrier.wording import _

MANIFEST: Final = "backup.json"
_PHOTO: Final = re.compile(rf"{PHOTOS}/[0-9a-f]{{32}}{re.escape(SUFFIX)}")
_NO_ARCHIVE: Final = (zipfile.BadZipFile, EOFError, NotImplementedError, struct.error)
Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; may raise to cancel, and then no file is left."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a checked backup holds; ``size`` in bytes.

    ``photos_lost`` counts the photos that were missing or damaged in the office already.
    """

    path: Path
    photos: int
    photos_lost: int
    size: int


def make_backup(store: OfficeStore, target: Path, progress: Progress | None = None) -> BackupReport:
    """Writes a backup, opens it again and checks it; only then it stands at ``target``.

    Raises OfficeProblem, StorageFull or DamagedOffice; an older file at ``target`` is left as it was.
    """
    report_progress = progress or (lambda _done, _all: None)
    with (
        disk_problems(target.parent),
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as made,
    ):
        copy, archive = Path(made) / DATABASE, Path(made) / "archive"
        copy_database(store.database, copy, store.data_key)
        wanted = _photos_named_in(copy, store.data_key)
        # Looked for after the copy was made: a photo's file is there before its row.
        photos = sorted(wanted & store.photos.stored())
        files = {DATABASE: copy}
        files |= {f"{PHOTOS}/{photo.hex}{SUFFIX}": store.photos.path(photo) for photo in photos}
        files[KEY_FILE] = store.folder / KEY_FILE
        total = 2 * len(files) + 1
        report_progress(1, total)
        _pack(archive, files, lambda done: report_progress(1 + done, total))
        copy.unlink()
        unsound = _check(
            archive, store, Path(made), lambda done: report_progress(len(files) + 1 + done, total)
        )
        size = archive.stat().st_size
        archive.replace(target)
        sync_folder(target.parent)
    return BackupReport(target, len(photos), len(wanted) - len(photos) + unsound, size)


def restore_backup(archive: Path, folder: Path) -> None:
    """Lays the office in ``archive`` into an empty folder; raises OfficeProblem or DamagedOffice.

    Every file is compared with the digest it had; where one differs, nothing is left in ``folder``.
    """
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OfficeProblem(
                _("Der Ordner {folder} ist nicht leer.").format(folder=folder),
                advice=_("Wählen Sie für die Rückholung einen leeren Ordner."),
            )
        laid: list[Path] = []
        try:
            with _opened(archive) as packed:
                # The key file comes last: without it the folder does not pass for an office.
                for name, digest in sorted(_manifest(packed).items(), key=lambda item: item[0] == KEY_FILE):
                    laid.append(folder / name)
                    _unpack(packed, name, digest, folder)
        except BaseException:
            for path in laid:
                path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                (folder / PHOTOS).rmdir()
            raise


def _photos_named_in(database: Path, data_key: bytes) -> set[UUID]:
    connection = connect(database, data_key)
    try:
        return {UUID(row_id) for (row_id,) in connection.execute("SELECT id FROM photo")}
    finally:
        connection.close()


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


def _check(archive: Path, store: OfficeStore, scratch: Path, done: Callable[[int], None]) -> int:
    """Unpacks everything again; how many photos cannot be decrypted, which they could not before either."""
    unsound = 0
    photos = PhotoStore(scratch / PHOTOS, store.data_key)
    with _opened(archive) as packed:
        for count, (name, digest) in enumerate(_manifest(packed).items(), 1):
            unpacked = _unpack(packed, name, digest, scratch)
            if name == DATABASE and (faults := faults_in(unpacked, store.data_key)):
                raise _broken(faults[0])
            if _PHOTO.fullmatch(name):
                unsound += not photos.is_sound(UUID(unpacked.stem))
            unpacked.unlink()
            done(count)
    return unsound


@contextlib.contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(archive) as packed:
            yield packed
    except FileNotFoundError:
        raise OfficeProblem(_("Die Sicherung {file} gibt es nicht.").format(file=archive)) from None
    except _NO_ARCHIVE:
        raise _broken(archive.name) from None


def _manifest(packed: zipfile.ZipFile) -> dict[str, str]:
    """The files and their digests; a name that no backup has is refused, wherever it would lead."""
    try:
        content = json.loads(packed.read(MANIFEST))
        digests = {str(name): str(digest) for name, digest in content["sha256"].items()}
    except (*_NO_ARCHIVE, KeyError, ValueError, AttributeError, TypeError, RuntimeError):
        raise _broken(str(packed.filename)) from None
    if not {DATABASE, KEY_FILE} <= digests.keys():
        raise _broken(str(packed.filename))
    for name in digests:
        if name not in (DATABASE, KEY_FILE) and not _PHOTO.fullmatch(name):
            raise _broken(name)
    return digests


def _unpack(packed: zipfile.ZipFile, name: str, digest: str, folder: Path) -> Path:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with packed.open(name) as source, target.open("wb") as sink:
            shutil.copyfileobj(source, sink)
            sink.flush()
            os.fsync(sink.fileno())
    except (*_NO_ARCHIVE, KeyError, RuntimeError):  # RuntimeError: a damaged entry may look encrypted
        raise _broken(name) from None
    if _digest(target) != digest:
        raise _broken(name)
    return target


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _broken(what: str) -> DamagedOffice:
    return DamagedOffice(
        _("Die Sicherung ist nicht in Ordnung: {what}").format(what=what),
        advice=_("Legen Sie eine neue an, am besten auf einem anderen Datenträger."),
    )
