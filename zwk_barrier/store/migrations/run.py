"""Runs Alembic inside one transaction on the store's own connection: no ini file, no URL, no secret."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from zwk_barrier.model import Base
from zwk_barrier.problems import DamagedOffice, OfficeProblem
from zwk_barrier.store import search_index, triggers
from zwk_barrier.store.engine import driver_of
from zwk_barrier.wording import _

VERSIONS = Path(__file__).parent / "versions"


def scripts(versions: Path | None = None) -> ScriptDirectory:
    """The folder of migration scripts."""
    return ScriptDirectory(str(VERSIONS.parent), version_locations=[str(versions or VERSIONS)])


def refuse_unknown(directory: ScriptDirectory, revision: str) -> None:
    """Raises OfficeProblem for a database that a newer program has upgraded already."""
    if revision not in {script.revision for script in directory.walk_revisions()}:
        raise OfficeProblem(
            _("Diese Beratungsstelle wurde mit einer neueren Fassung des Programms benutzt."),
            advice=_("Richten Sie diese Fassung auch hier ein."),
        )


def upgrade(engine: Engine, directory: ScriptDirectory, to: str = "head") -> None:
    """Brings the database up to ``to``, whole or not at all.

    The triggers and the full-text index are away meanwhile, because SQLite changes most tables by copying
    them; they are made anew by ``install``.
    """
    with _without_references(engine) as connection, connection.begin():
        triggers.remove(connection)
        search_index.remove_index(connection)
        _run(connection, directory, to)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DamagedOffice(
                _("In dieser Datenbank führt ein Verweis ins Leere; sie wurde nicht verändert."),
                advice=_("Holen Sie die letzte Sicherung zurück."),
            )
        if to == "head":
            triggers.install(connection)
            search_index.create_index(connection)
            search_index.fill(driver_of(connection))


def _run(connection: Connection, directory: ScriptDirectory, to: str) -> None:
    def steps(revision: Any, _context: Any) -> Any:
        return directory._upgrade_revs(to, revision)  # noqa: SLF001 - as Alembic's own command does it

    with EnvironmentContext(Config(), directory, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
        environment.run_migrations()


@contextmanager
def _without_references(engine: Engine) -> Iterator[Connection]:
    """A connection that does not enforce references: else dropping a copied table would empty others.

    SQLite takes the setting outside a transaction only.
    """
    with engine.connect() as connection:
        driver_of(connection).execute("PRAGMA foreign_keys = OFF")
        try:
            yield connection
        finally:
            driver_of(connection).execute("PRAGMA foreign_keys = ON")
