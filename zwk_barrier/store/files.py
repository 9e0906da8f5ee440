"""Files written whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from zwk_barrier.problems import OfficeProblem, StorageFull
from zwk_barrier.store.system_errors import is_in_use, said_by_system
from zwk_barrier.wording import _


def write_whole(path: Path, content: bytes) -> None:
    """Replaces ``path`` atomically, on the disk before this returns; raises StorageFull or OfficeProblem."""
    with disk_problems(path.parent):
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename in ``folder`` durable where the system can (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def disk_problems(folder: Path) -> Iterator[None]:
    """Turns the system's errors about ``folder`` into problems with a sentence."""
    try:
        yield
    except OSError as error:
        raise disk_problem(error, folder) from error


def disk_problem(error: OSError, folder: Path) -> OfficeProblem:
    """The problem a system error means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and not is_in_use(error):
        return StorageFull(
            _("In diesen Ordner kann nicht geschrieben werden: {folder}").format(folder=folder),
            advice=_("Wählen Sie einen Ordner, in dem Sie Dateien anlegen dürfen."),
        )
    return OfficeProblem(
        _("Der Ordner {folder} ist nicht zu benutzen: {reason}").format(
            folder=folder, reason=said_by_system(error)
        )
    )


def disk_full() -> StorageFull:
    """The disk is full; said in one place so that it always sounds the same."""
    return StorageFull(
        _(
            "Der Datenträger ist voll. Was schon behalten war, ist sicher; was eben dazukommen sollte, noch nicht."
        ),
        advice=_("Schaffen Sie Platz und versuchen Sie es noch einmal."),
    )
