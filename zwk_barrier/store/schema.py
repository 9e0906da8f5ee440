"""The schema: made new, or brought up to date by Alembic after a copy that was opened and checked."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from zwk_barrier.model import Base
from zwk_barrier.problems import DamagedOffice
from zwk_barrier.store import search, triggers
from zwk_barrier.store.engine import use_log
from zwk_barrier.store.integrity import copy_database
from zwk_barrier.wording import _

HEAD: Final = "0001"
"""The newest revision; a test proves that it is the head of ``migrations/versions``."""

_VERSION_TABLE: Final = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"


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
    with engine.connect() as connection:
        revision = current_revision(connection)
    if revision == HEAD:
        return
    from zwk_barrier.store.migrations.run import upgrade  # noqa: PLC0415 - loads Alembic

    copy_database(database, database.with_name(f"{database.stem}-before-{HEAD}.db"), data_key)
    with engine.begin() as connection:
        upgrade(connection, revision)
        _install(connection)


def current_revision(connection: Connection) -> str:
    """The revision the database stands at; raises DamagedOffice when it is none of this program's."""
    if not inspect(connection).has_table("alembic_version"):
        raise DamagedOffice(_("Diese Datei ist keine Datenbank dieses Programms."))
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _install(connection: Connection) -> None:
    triggers.install(connection)
    search.create_index(connection)
