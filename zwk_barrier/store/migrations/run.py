"""Runs Alembic inside a transaction the store has opened: no ini file, no URL, no secret."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from zwk_barrier.model import Base
from zwk_barrier.problems import OfficeProblem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from sqlalchemy import Connection


def scripts() -> ScriptDirectory:
    """The folder of migration scripts, newest at its head."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return ScriptDirectory.from_config(config)


def upgrade(connection: "Connection", revision: str, to: str = "head") -> None:
    """Brings the database behind ``connection`` from ``revision`` up; raises OfficeProblem for a newer one."""
    directory = scripts()
    if revision not in {script.revision for script in directory.walk_revisions()}:
        raise OfficeProblem(
            _("Diese Beratungsstelle wurde mit einer neueren Fassung des Programms benutzt."),
            advice=_("Richten Sie diese Fassung auch hier ein."),
        )

    def steps(current: Any, _context: Any) -> Any:
        return directory._upgrade_revs(to, current)  # noqa: SLF001 - Alembic's own command does the same

    with EnvironmentContext(Config(), directory, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
        environment.run_migrations()
