"""An older office is brought up to date whole or not at all, and never without a checked copy."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from tests.migrations import rows
from tests.store import offices
from zwk_barrier.model import CaseFile, Person
from zwk_barrier.problems import DamagedOffice, StorageFull
from zwk_barrier.store import schema, triggers
from zwk_barrier.store.check import check_office
from zwk_barrier.store.integrity import faults_in
from zwk_barrier.store.migrations import run
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import find

CHAIN = [script.revision for script in run.scripts().walk_revisions()][::-1]
FURTHER = f"{int(CHAIN[-1]) + 1:04d}"

NEXT = '''"""The next one, for the test."""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade():
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("nickname", sa.String(), nullable=True))
        person.alter_column("note", type_=sa.Text(), existing_type=sa.String())
    op.execute("UPDATE person SET nickname = 'Olli'")
    with op.batch_alter_table("journal") as journal:
        journal.add_column(sa.Column("remark", sa.String(), nullable=True))
    {then}
'''


@pytest.mark.parametrize("revision", CHAIN)
def test_each_revision_keeps_the_rows_loaded_one_step_before(engine: Engine, revision: str) -> None:
    before = run.scripts().get_revision(revision).down_revision
    loaded: dict[str, int] = {}
    if before:
        run.upgrade(engine, run.scripts(), str(before))
        with engine.begin() as connection:
            loaded = rows.load(connection)

    run.upgrade(engine, run.scripts(), revision)

    with engine.begin() as connection:
        assert rows.counts(connection, list(loaded)) == loaded
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert all(rows.load(connection).values())


@pytest.mark.parametrize(
    ("region", "land"), [("bremerhaven", "HB"), ("kreis_dueren", "NW"), ("landkreis_rostock", "MV")]
)
def test_the_holidays_of_an_older_office_are_those_of_its_region(
    engine: Engine, region: str, land: str
) -> None:
    run.upgrade(engine, run.scripts(), "0002")
    with engine.begin() as connection:
        rows.load(connection)
        connection.exec_driver_sql("UPDATE office SET region = ?", (region,))

    run.upgrade(engine, run.scripts(), "0003")

    with engine.begin() as connection:
        assert set(connection.exec_driver_sql("SELECT land FROM office").scalars()) == {land}


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The scripts of a program that is one revision further; the test writes the last of them."""
    folder = tmp_path / "migrations" / "versions"
    shutil.copytree(run.VERSIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(run, "VERSIONS", folder)
    monkeypatch.setattr(schema, "HEAD", FURTHER)
    return folder


def write_next(versions: Path, then: str = "pass") -> None:
    (versions / f"{FURTHER}_next.py").write_text(NEXT.format(then=then, revision=FURTHER, before=CHAIN[-1]))


def closed(office: OfficeStore) -> Path:
    office.close()
    return office.folder


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*before*"))


def test_an_older_office_is_upgraded_as_it_is_opened(office: OfficeStore, versions: Path) -> None:
    write_next(versions)

    with offices.reopen(closed(office)) as again, again.reading() as session:
        assert session.connection().exec_driver_sql("SELECT nickname FROM person").scalar() == "Olli"
        assert session.scalars(select(Person.family_name)).one() == "Petrova"
        assert find(session, "petrova goethe")[0].title == "Olga Petrova"
        assert triggers.installed(session.connection()) == triggers.expected()


def test_work_goes_on_in_an_upgraded_office(office: OfficeStore, versions: Path) -> None:
    write_next(versions)

    with offices.reopen(closed(office)) as again:
        assert check_office(again) == []
        offices.add_case(again, "Rita Neumann", "2026-0002")
        assert again.undo()
        assert check_office(again) == []


def test_a_checked_copy_of_the_database_before_lies_beside_it(office: OfficeStore, versions: Path) -> None:
    write_next(versions)
    data_key, folder = office.data_key, closed(office)

    offices.reopen(folder).close()

    assert copies(folder) == [f"office-before-{FURTHER}.db"]
    assert faults_in(folder / f"office-before-{FURTHER}.db", data_key) == []


def test_only_the_newest_copy_is_left_when_all_went_well(office: OfficeStore, versions: Path) -> None:
    write_next(versions)
    folder = closed(office)
    (folder / "office-before-0001.db").write_bytes(b"an older one")

    offices.reopen(folder).close()

    assert copies(folder) == [f"office-before-{FURTHER}.db"]


def test_an_upgrade_that_fails_in_the_middle_changes_nothing(
    office: OfficeStore, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(versions, then="raise ZeroDivisionError")
    folder = closed(office)

    with pytest.raises(ZeroDivisionError):
        offices.reopen(folder)

    monkeypatch.undo()  # the program of before
    with offices.reopen(folder) as again, again.reading() as session:
        assert session.scalar(select(func.count()).select_from(CaseFile)) == 1
        assert check_office(again) == []
    assert copies(folder) == [f"office-before-{FURTHER}.db"]


def test_an_upgrade_that_breaks_a_reference_is_taken_back(
    office: OfficeStore, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(versions, then='op.execute("DELETE FROM person")')
    folder = closed(office)

    with pytest.raises(DamagedOffice, match="Verweis ins Leere"):
        offices.reopen(folder)

    monkeypatch.undo()
    with offices.reopen(folder) as again:
        assert check_office(again) == []


def test_nothing_is_upgraded_when_the_copy_does_not_fit(
    office: OfficeStore, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(versions)
    folder = closed(office)

    def no_space(*_words: Any) -> None:
        raise StorageFull("voll")

    with monkeypatch.context() as patched:
        patched.setattr(schema, "copy_database", no_space)
        with pytest.raises(StorageFull):
            offices.reopen(folder)

    monkeypatch.undo()
    with offices.reopen(folder) as again:
        assert check_office(again) == []
    assert copies(folder) == []


def test_an_office_that_is_up_to_date_is_not_copied(office: OfficeStore) -> None:
    folder = closed(office)

    offices.reopen(folder).close()

    assert copies(folder) == []
