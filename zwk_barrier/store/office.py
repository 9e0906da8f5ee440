"""An open office: the one object through which everything is read and every deed is done."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from filelock import FileLock, Timeout
from sqlalchemy.orm import Session

from zwk_barrier.model import Office, Staff
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import DamagedOffice, OfficeInUse, OfficeProblem, WrongPassword
from zwk_barrier.store import journal, schema
from zwk_barrier.store.deed import Author, OpenDeed
from zwk_barrier.store.engine import DATA_KEY_BYTES, database_problems, fold_log, make_engine
from zwk_barrier.store.files import disk_problems, write_whole
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.keys import KEY_FILE, Cost, KeyFile, Unlocked, check_password, new_recovery_key
from zwk_barrier.store.layout import DATABASE, DEVICE, LOCK, PHOTOS
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.store.vocabulary import Vocabulary
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from sqlalchemy import Engine


class OfficeStore:
    """One office's folder, opened by one person: database, photos and key file."""

    def __init__(self, folder: Path, unlocked: Unlocked, device: str, lock: FileLock | None) -> None:
        self.folder = folder
        self.staff_id = unlocked.staff_id
        self.photos = PhotoStore(folder / PHOTOS, unlocked.data_key)
        self._author = Author(unlocked.staff_id, device)
        self._data_key = unlocked.data_key
        self._lock = lock
        self._writing = threading.Lock()
        self._writing_thread: int | None = None
        self._vocabulary = Vocabulary()
        self._reader: Engine = make_engine(self.database, lambda: self.data_key)
        self._writer: Engine = make_engine(self.database, lambda: self.data_key, writes=True)

    @property
    def database(self) -> Path:
        """The encrypted database file."""
        return self.folder / DATABASE

    @property
    def data_key(self) -> bytes:
        """The 32-byte data key, empty once closed; for backup and for letting further people in."""
        return self._data_key

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the database; what it gives may be used after it is closed."""
        known: dict[Any, Any] = {Vocabulary: self._vocabulary}
        with (
            database_problems(self.database),
            Session(self._reader, expire_on_commit=False, autoflush=False, info=known) as session,
        ):
            yield session

    @contextmanager
    def deed(self, kind: str, *, case_id: UUID | None = None, is_final: bool = False) -> Iterator[OpenDeed]:
        """One thing a user does, whole or not at all; a deed that changes nothing leaves no trace.

        Undo leaves a deed alone that ``is_final``.  Raises StorageFull, OfficeInUse or DamagedOffice; then
        nothing of the deed was kept.
        """
        with self._one_at_a_time(), database_problems(self.database), self._writer.connect() as connection:
            with connection.begin() as transaction:
                deed = OpenDeed(connection, kind, case_id, is_final=is_final)
                try:
                    yield deed
                    changed = deed.finish(self._author)
                finally:
                    deed.close()
                if not changed:
                    transaction.rollback()
                    return
            deed.changed = changed

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a deed inside a deed would wait for itself")
        with self._writing:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def undo(self) -> Changed:
        """Takes back this person's last standing deed; empty when there is none.

        Raises ConflictProblem when a value was changed since, or something hangs on a new row.
        """
        return self._take_back(journal.UNDO)

    def redo(self) -> Changed:
        """Takes back the last undo when nothing was done since; empty otherwise."""
        return self._take_back(journal.REDO)

    def _take_back(self, kind: str) -> Changed:
        with self.deed(kind) as deed:
            target = journal.last_deed(deed.session, self.staff_id, for_redo=kind == journal.REDO)
            if target is not None:
                deed.case_id, deed.undoes = target.case_id, target.id
                journal.take_back(deed.session, target)
        return deed.changed

    def close(self) -> None:
        """Closes every connection, forgets the key and lets the next start in.

        The write-ahead log is folded into the database first, so that the folder holds one whole file.
        """
        if self._data_key:
            fold_log(self._writer)
        self._reader.dispose()
        self._writer.dispose()
        self._data_key = b""
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def create_office(
    folder: Path,
    office_name: str,
    staff_name: str,
    password: str,
    *,
    cost: Cost | None = None,
    is_demonstration: bool = False,
) -> tuple[OfficeStore, str]:
    """Makes a new office and opens it; also gives the recovery key, which is kept nowhere in the clear.

    Raises OfficeProblem when the folder already holds an office or cannot be written.
    """
    if not is_demonstration:
        check_password(password)
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if (folder / KEY_FILE).exists() or (folder / DATABASE).exists():
        raise OfficeProblem(
            _("In diesem Ordner liegt schon eine Beratungsstelle: {folder}").format(folder=folder),
            advice=_("Melden Sie sich an, oder wählen Sie einen leeren Ordner."),
        )
    data_key, staff_id, recovery_key = secrets.token_bytes(DATA_KEY_BYTES), new_id(), new_recovery_key()
    key_file = KeyFile.create(folder, cost)
    lock = _lock(folder)
    store = OfficeStore(folder, Unlocked(data_key, staff_id, key_file.office_id), _device(folder), lock)
    try:
        with database_problems(store.database):
            schema.create(store._writer)  # noqa: SLF001 - the maker of the store
        with store.deed("office_created", is_final=True) as deed:
            deed.session.add(Staff(id=staff_id, name=staff_name.strip(), role="leitung"))
            deed.session.add(Office(name=office_name.strip()))
        key_file.set_recovery(recovery_key, data_key)
        key_file.add(staff_id, staff_name, password, data_key, is_demonstration=is_demonstration)
    except BaseException:
        store.close()
        _remove_half_made(folder)
        raise
    return store, recovery_key


def _remove_half_made(folder: Path) -> None:
    """Takes away what a failed creation left, so that the next try finds an empty folder."""
    for name in (KEY_FILE, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", DEVICE):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def open_office(folder: Path, name: str, password: str, *, alone: bool = True) -> OfficeStore:
    """Opens an office; with ``alone`` (the window) a second start on the same folder is refused.

    Raises WrongPassword, OfficeInUse, DamagedOffice or OfficeProblem; an older database is brought up
    to date after a copy of it was made and checked.
    """
    unlocked = KeyFile.read(folder).unlock(name, password)
    return _open(folder, unlocked, alone=alone)


def open_by_password(folder: Path, password: str) -> OfficeStore:
    """Opens an office, not alone, for whoever has this password: a script needs no name; raises as above."""
    return _open(folder, KeyFile.read(folder).unlock_any(password), alone=False)


def recover_office(folder: Path, recovery_key: str, name: str, new_password: str) -> OfficeStore:
    """Opens an office by its printed recovery key and gives ``name`` a new password."""
    check_password(new_password)
    key_file = KeyFile.read(folder)
    data_key = key_file.unlock_by_recovery(recovery_key)
    staff_id = key_file.staff_id_of(name)
    if staff_id is None:
        raise WrongPassword(_("Mit diesem Namen meldet sich hier niemand an."))
    store = _open(folder, Unlocked(data_key, staff_id, key_file.office_id), alone=True)
    try:
        key_file.change_password(staff_id, new_password, data_key)
    except BaseException:
        store.close()
        raise
    return store


def _open(folder: Path, unlocked: Unlocked, *, alone: bool) -> OfficeStore:
    if not (folder / DATABASE).exists():
        raise DamagedOffice(
            _("Die Datei {file} fehlt in diesem Ordner.").format(file=DATABASE),
            advice=_("Holen Sie die letzte Sicherung zurück."),
        )
    lock = _lock(folder) if alone else None
    store = OfficeStore(folder, unlocked, _device(folder), lock)
    try:
        with database_problems(store.database):
            schema.bring_up_to_date(store._writer, store.database, unlocked.data_key)  # noqa: SLF001
    except BaseException:
        store.close()
        raise
    return store


def _lock(folder: Path) -> FileLock:
    # Not bound to a thread: Qt's pool threads forget what Python keeps for each, and the lock would never open.
    lock = FileLock(folder / LOCK, thread_local=False)
    with disk_problems(folder):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise OfficeInUse(
                _("Diese Beratungsstelle ist auf diesem Rechner schon geöffnet."),
                advice=_("Wechseln Sie in das offene Fenster, oder schließen Sie es."),
            ) from None
    return lock


def _device(folder: Path) -> str:
    """A random name of this installation, drawn once; it says nothing about the machine."""
    path = folder / DEVICE
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        name = secrets.token_hex(4)
        write_whole(path, name.encode())
        return name
