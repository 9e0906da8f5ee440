"""Opens the encrypted database: SQLCipher through SQLAlchemy, without a secret in any URL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from zwk_barrier.problems import DamagedOffice, OfficeInUse, OfficeProblem
from zwk_barrier.store.files import disk_full
from zwk_barrier.wording import _

DATA_KEY_BYTES: Final = 32
BUSY_SECONDS: Final = 10.0


def connect(path: Path, data_key: bytes) -> sqlite3.Connection:
    """One keyed connection with this program's settings; the key is proved by the first read only.

    SQLCipher silently takes a hex key of the wrong length for a passphrase, hence the length check.
    """
    if len(data_key) != DATA_KEY_BYTES:
        raise ValueError("the data key has 32 bytes")
    connection: sqlite3.Connection = sqlcipher.connect(
        str(path), timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def make_engine(path: Path, data_key: bytes) -> Engine:
    """An engine over ``path``; transactions begin IMMEDIATE where ``writes`` is an execution option."""

    def creator() -> sqlite3.Connection:
        return connect(path, data_key)

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=creator, poolclass=QueuePool, pool_size=4, max_overflow=4
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def database_problems(path: Path) -> Iterator[None]:
    """Turns the driver's errors into problems with a sentence; anything unknown stays a bug."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        problem = _problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def _problem_of(error: Any, path: Path) -> OfficeProblem | None:
    said = str(getattr(error, "orig", error))
    if "database or disk is full" in said or "disk I/O error" in said:
        return disk_full()
    if "is locked" in said:
        return OfficeInUse(_("Die Datei wird gerade von einem anderen Programm beschrieben."))
    if "readonly" in said or "unable to open" in said:
        return OfficeProblem(
            _("Die Datei kann nicht geöffnet oder beschrieben werden: {file}").format(file=path),
            advice=_("Prüfen Sie die Rechte an diesem Ordner."),
        )
    if "not a database" in said or "malformed" in said:
        return DamagedOffice(
            _("Die Datei {file} ist beschädigt oder gehört nicht zu dieser Beratungsstelle.").format(
                file=path.name
            ),
            advice=_("Sie wurde nicht verändert. Holen Sie die letzte Sicherung zurück."),
        )
    return None
