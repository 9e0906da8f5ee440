"""Writes a migration script from what the models have and the newest script lacks; for developers.

    python -m zwk_barrier.store.migrations.write "Funding applications"   the next revision
    python -m zwk_barrier.store.migrations.write --first                  0001 anew, until the first release

The script is a proposal: read it, and add what cannot be seen in a model, e.g. where a value comes from.
"""

import re
import sys
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import JSON, Uuid, create_engine
from sqlalchemy.types import TypeDecorator

from zwk_barrier.model import Base
from zwk_barrier.store.migrations.run import VERSIONS, scripts, upgrade

_SCRIPT = '''"""{message}."""

import sqlalchemy as sa
from alembic import op

# ruff: noqa: PLR0915 - a migration is a list of steps

revision = "{revision}"
down_revision = {down_revision}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema up; there is no way back but the copy made before."""
    {body}
'''


def write(message: str, *, first: bool = False, versions: Path = VERSIONS) -> Path:
    """Writes the next revision, or with ``first`` the one from an empty database."""
    engine = create_engine("sqlite://")
    head = None if first else scripts(versions).get_current_head()
    if head is not None:
        upgrade(engine, scripts(versions), head)  # named: at "head" the models' triggers would be made
    revision = f"{int(head or 0) + 1:04d}"
    with engine.connect() as connection:
        steps = produce_migrations(context(connection), Base.metadata).upgrade_ops
        body = render_python_code(steps, render_as_batch=True, render_item=_plain_type) if steps else "pass"
    if first:
        for earlier in versions.glob(f"{revision}_*.py"):
            earlier.unlink()
    path = versions / f"{revision}_{re.sub(r'[^a-z0-9]+', '_', message.lower()).strip('_')}.py"
    text = _SCRIPT.format(
        message=message, revision=revision, down_revision=repr(head).replace("'", '"'), body=body.strip()
    )
    path.write_text("\n".join(line for line in text.splitlines() if "### " not in line) + "\n", "utf-8")
    return path


def context(connection: Any) -> MigrationContext:
    """Compares a database with the models, but for what the store makes itself: index and triggers."""
    options = {"target_metadata": Base.metadata, "render_as_batch": True, "include_object": _is_a_model}
    return MigrationContext.configure(connection, opts=options)


def _is_a_model(_thing: Any, name: str | None, kind: str, _reflected: Any, _other: Any) -> bool:
    return kind != "table" or not str(name).startswith("search_index")


def _plain_type(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """A script must outlive the models: it names SQLAlchemy's own types only."""
    if kind != "type":
        return False
    if isinstance(thing, TypeDecorator):
        return f"sa.{type(thing.impl_instance).__name__}()"
    if isinstance(thing, Uuid):
        return "sa.CHAR(length=32)"
    return "sa.JSON()" if isinstance(thing, JSON) else False


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--first"]
    made = write(words[0] if words else "First release", first="--first" in sys.argv)
    sys.stdout.write(f"{made}\n")
