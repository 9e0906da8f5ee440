"""Opens the encrypted database: SQLCipher through SQLAlchemy, without a secret in any URL."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, FromClause, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from zwk_barrier.overriding import override
from zwk_barrier.problems import DamagedOffice, OfficeInUse, OfficeProblem, StorageFull
from zwk_barrier.store.files import disk_full
from zwk_barrier.wording import _

DATA_KEY_BYTES: Final = 32
BUSY_SECONDS: Final = 10.0
_CODES: Final = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database is locked": sqlite3.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "file is not a database": sqlite3.SQLITE_NOTADB,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
}
_PRIMARY: Final = 0xFF  # the low byte of SQLite's extended result codes


def connect(path: Path, data_key: bytes) -> sqlite3.Connection:
    """One keyed connection with this program's settings; the key is proved by the first read only.

    SQLCipher silently takes a hex key of the wrong length for a passphrase, hence the length check.
    """
    if len(data_key) != DATA_KEY_BYTES:
        raise ValueError("the data key has 32 bytes")
    connection: sqlite3.Connection = sqlcipher.connect(
        str(path),
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=512,  # each field of each form has its own UPDATE
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


class _Compiler(SQLiteCompiler):
    """Writes hints of queries behind their table: SQLAlchemy leaves SQLite's ``INDEXED BY`` out."""

    @override
    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:
        return text


def make_engine(path: Path, data_key: Callable[[], bytes], *, writes: bool = False) -> Engine:
    """An engine over ``path``: with ``writes`` one connection that begins IMMEDIATE, else several that only read.

    ``data_key`` is asked for each connection, so that nothing here remembers it after the office is closed.
    """

    def creator() -> sqlite3.Connection:
        connection = connect(path, data_key())
        if not writes:
            connection.execute("PRAGMA query_only = ON")
        return connection

    pool: dict[str, Any] = (
        {"pool_size": 1, "max_overflow": 0} if writes else {"pool_size": 4, "max_overflow": 12}
    )
    engine = create_engine("sqlite://", module=sqlcipher, creator=creator, poolclass=QueuePool, **pool)
    engine.dialect.statement_compiler = _Compiler
    event.listen(engine, "begin", _begin_to_write if writes else _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_to_write(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's connection behind one of SQLAlchemy's, in the same transaction: for the hottest paths."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def use_log(engine: Engine) -> None:
    """Lets a new database keep a write-ahead log, so that readers never wait for the writer."""
    _outside_transactions(engine, "PRAGMA journal_mode = WAL")


def fold_log(engine: Engine) -> None:
    """Writes the write-ahead log into the database file; where that fails, the next start does it."""
    with contextlib.suppress(sqlcipher.Error):
        _outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def _outside_transactions(engine: Engine, statement: str) -> None:
    raw = engine.raw_connection()
    try:
        cast("sqlite3.Connection", raw.driver_connection).execute(statement)
    finally:
        raw.close()


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


def _code_of(error: Any) -> int | None:
    """SQLite's primary result code; an online backup tells it in words only."""
    code = getattr(error, "sqlite_errorcode", None)
    return _CODES.get(str(error)) if code is None else code & _PRIMARY


def _problem_of(error: Any, path: Path) -> OfficeProblem | None:
    match _code_of(getattr(error, "orig", error)):
        case sqlite3.SQLITE_FULL:
            return disk_full()
        case sqlite3.SQLITE_IOERR:
            return StorageFull(
                _("Der Datenträger nimmt nichts an: Er ist voll, nicht mehr da oder gestört."),
                advice=_("Was schon behalten war, ist sicher. Prüfen Sie Platz und Verbindung."),
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return OfficeInUse(_("Die Datei wird gerade von einem anderen Programm beschrieben."))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return OfficeProblem(
                _("Die Datei kann nicht geöffnet oder beschrieben werden: {file}").format(file=path),
                advice=_("Prüfen Sie die Rechte an diesem Ordner."),
            )
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DamagedOffice(
                _("Die Datei {file} ist beschädigt oder gehört nicht zu dieser Beratungsstelle.").format(
                    file=path.name
                ),
                advice=_("Sie wurde nicht verändert. Holen Sie die letzte Sicherung zurück."),
            )
    return None
