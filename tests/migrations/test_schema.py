"""The migration scripts, the models and the constant in the program say the same."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from sqlalchemy import Connection, Engine

from zwk_barrier.model import Base
from zwk_barrier.store import schema
from zwk_barrier.store.migrations.run import scripts, upgrade
from zwk_barrier.store.migrations.write import context, write
from zwk_barrier.store.office import OfficeStore

REGENERATE = "python -m zwk_barrier.store.migrations.write writes what is missing"


def test_the_newest_script_is_the_one_the_program_opens_without_alembic() -> None:
    assert scripts().get_heads() == [schema.HEAD]


def test_the_scripts_are_one_chain_counted_from_0001() -> None:
    chain = [script.revision for script in scripts().walk_revisions()][::-1]

    assert chain == [f"{count:04d}" for count in range(1, len(chain) + 1)]


def test_the_scripts_lead_to_what_the_models_say(engine: Engine) -> None:
    upgrade(engine, scripts())

    with engine.connect() as connection:
        assert compare_metadata(context(connection), Base.metadata) == [], REGENERATE


def test_an_upgraded_database_is_the_same_as_a_new_one(engine: Engine, office: OfficeStore) -> None:
    upgrade(engine, scripts())

    with engine.connect() as upgraded, office.reading() as session:
        assert shape(upgraded) == shape(session.connection()), REGENERATE


def test_a_forgotten_column_is_written_into_the_next_script(tmp_path: Path) -> None:
    first = write("First release", first=True, versions=tmp_path)
    text = first.read_text()
    line = next(line for line in text.splitlines() if "escape_route_note" in line)
    first.write_text(text.replace(line, ""))

    second = write("Escape routes", versions=tmp_path)

    assert second.name == "0002_escape_routes.py"
    assert "add_column" in second.read_text()
    assert "escape_route_note" in second.read_text()


def shape(connection: Connection) -> dict[str, object]:
    """Every table with its columns, references and indexes, and every trigger."""
    found: dict[str, object] = {}
    master = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    for kind, name, statement in master:
        if kind == "table":
            columns = {row[1]: row[2:6] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")}
            keys = {row[2:] for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")}
            kinds = connection.exec_driver_sql(f"PRAGMA table_list({name})").one()[2:]
            found[name] = (columns, keys, tuple(kinds))
        elif kind == "index":
            columns_of_index = [row[2] for row in connection.exec_driver_sql(f"PRAGMA index_info({name})")]
            found[name] = columns_of_index
        else:
            found[name] = statement
    return found
