"""The schema: made new, or brought up to date by Alembic after a copy that was opened and checked."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from zwk_barrier.model import Base
from zwk_barrier.problems import DamagedOffice
from zwk_barrier.store import search_index, triggers
from zwk_barrier.store.engine import driver_of, use_log
from zwk_barrier.store.integrity import copy_database
from zwk_barrier.store.layout import DATABASE
from zwk_barrier.wording import _

HEAD: Final = "0004"
"""The newest revision; a test proves that it is the head of ``migrations/versions``."""

_VERSION_TABLE: Final = (
    "CREATE TABLE alembic_version"
    " (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def create(engine: Engine) -> None:
    """Makes every table, index and trigger in an empty database, at the newest revision."""
    use_log(engine)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        connection.execute(text(_VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
        _install(connection)


def bring_up_to_date(engine: Engine, database: Path, data_key: bytes) -> None:
    """Upgrades an older database; raises OfficeProblem for a newer one, DamagedOffice for a foreign one.

    Alembic is only loaded when there is something to do: a start must not wait for it.
    """
    revision = current_revision(engine)
    if revision == HEAD:
        return
    from zwk_barrier.store.migrations import run  # noqa: PLC0415 - loads Alembic

    directory = run.scripts()
    run.refuse_unknown(directory, revision)
    copy = copy_before(database, data_key)
    run.upgrade(engine, directory)
    for older in set(database.parent.glob(f"{database.stem}-before-*.db")) - {copy}:
        older.unlink()


def copy_before(database: Path, data_key: bytes) -> Path:
    """A checked copy beside the database, named after the revision it was made for."""
    copy = database.with_name(f"{database.stem}-before-{HEAD}.db")
    copy_database(database, copy, data_key)
    return copy


def current_revision(engine: Engine) -> str:
    """The revision the database stands at; raises DamagedOffice when it is none of this program's."""
    with engine.connect() as connection:
        driver = driver_of(connection)
        known = driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = driver.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    if row is None:
        raise DamagedOffice(
            _("Die Datei {file} ist keine Datenbank dieses Programms.").format(file=DATABASE),
            advice=_("Sie wurde nicht verändert. Holen Sie die letzte Sicherung zurück."),
        )
    return str(row[0])


def _install(connection: Connection) -> None:
    triggers.install(connection)
    search_index.create_index(connection)
