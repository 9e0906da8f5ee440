"""Opening an office: what stands in the way is met with a sentence, and nothing is touched."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.store import offices
from tests.store.disk import full_after
from zwk_barrier.problems import (
    DamagedOffice,
    InputProblem,
    OfficeInUse,
    OfficeProblem,
    StorageFull,
)
from zwk_barrier.store.engine import connect
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.office import OfficeStore, create_office, open_office


def test_what_was_kept_is_there_again(folder: Path, office: OfficeStore) -> None:
    person = offices.add_person(office, note="Badewanne zu hoch")
    office.close()

    with offices.reopen(folder) as again:
        assert offices.note_of(again, person) == "Badewanne zu hoch"
        assert again.staff_id == office.staff_id


def test_a_wrong_data_key_is_told_and_changes_nothing(closed: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(closed / "office.db", b"too short")
    swap_data_key(closed)
    before = (closed / "office.db").read_bytes()

    with pytest.raises(DamagedOffice, match="gehört nicht zu dieser Beratungsstelle"):
        offices.reopen(closed)
    assert (closed / "office.db").read_bytes() == before


def swap_data_key(folder: Path) -> None:
    """Puts the key file of another office beside the database, for the same name and password."""
    other = KeyFile.create(folder, offices.CHEAP)
    other.add(UUID(int=1), offices.NAME, offices.PASSWORD, bytes(32))


def truncated(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def truncated_within_a_page(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: 3 * 4096 + 100])


def foreign(database: Path) -> None:
    database.write_bytes(b"PK\x03\x04" + os.urandom(40_000))


def plain(database: Path) -> None:
    database.unlink()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE person (name)")
    connection.close()


def empty(database: Path) -> None:
    database.write_bytes(b"")


def flipped_in_the_first_page(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[1000] ^= 1
    database.write_bytes(content)


@pytest.mark.parametrize(
    "damage", [truncated, truncated_within_a_page, foreign, plain, empty, flipped_in_the_first_page]
)
def test_a_damaged_database_is_told_and_left_as_it_is(closed: Path, damage: Callable[[Path], None]) -> None:
    database = closed / "office.db"
    damage(database)
    before = database.read_bytes()

    with pytest.raises(DamagedOffice, match=r"office\.db.*Sicherung") as told:
        offices.reopen(closed)
    assert told.value.exit_code == 6
    assert database.read_bytes() == before
    assert not list(closed.glob("*before*"))


def test_every_way_of_cutting_the_database_off_is_told(closed: Path) -> None:
    database = closed / "office.db"
    whole = database.read_bytes()
    for part in range(24):
        database.write_bytes(whole[: len(whole) * part // 24])
        with pytest.raises(DamagedOffice):
            offices.reopen(closed)


def test_a_missing_database_is_told(closed: Path) -> None:
    (closed / "office.db").unlink()

    with pytest.raises(DamagedOffice, match="fehlt"):
        offices.reopen(closed)
    assert not (closed / "office.db").exists()


def test_a_folder_without_an_office_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfficeProblem, match="liegt keine Beratungsstelle"):
        offices.reopen(tmp_path)
    with pytest.raises(OfficeProblem, match="liegt keine Beratungsstelle"):
        offices.reopen(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 1}',
        b'{"format": "one"}',
        b'"format"',
        b"{" * 5000,
    ],
)
def test_a_damaged_key_file_is_told(closed: Path, content: bytes) -> None:
    (closed / "office.key.json").write_bytes(content)

    with pytest.raises(DamagedOffice, match="Schlüsseldatei ist beschädigt"):
        offices.reopen(closed)


@pytest.mark.parametrize("part", ["office", "pepper", "argon2id", "staff", "recovery"])
def test_a_key_file_in_which_a_part_was_changed_is_told(closed: Path, part: str) -> None:
    path = closed / "office.key.json"
    content = json.loads(path.read_text())
    path.write_text(json.dumps(content | {part: [{"id": "?"}]}))

    with pytest.raises(DamagedOffice, match="Schlüsseldatei ist beschädigt"):
        offices.reopen(closed)


def test_an_office_of_a_newer_program_is_told(closed: Path) -> None:
    path = closed / "office.key.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2, "staff": "otherwise"}))

    with pytest.raises(OfficeProblem, match="neueren Fassung"):
        offices.reopen(closed)


def test_a_database_of_a_newer_program_is_told_and_not_copied(folder: Path, office: OfficeStore) -> None:
    driver = connect(office.database, office.data_key)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.close()
    office.close()

    with pytest.raises(OfficeProblem, match="neueren Fassung"):
        offices.reopen(folder)
    assert not list(folder.glob("*before*"))


def test_a_second_start_is_refused_while_the_first_is_open(folder: Path, office: OfficeStore) -> None:
    with pytest.raises(OfficeInUse, match="schon geöffnet"):
        offices.reopen(folder)
    office.close()
    offices.reopen(folder).close()


@pytest.mark.usefixtures("office")
def test_a_second_process_is_refused_too(folder: Path) -> None:
    script = (
        f"from tests.store import offices; from pathlib import Path; offices.reopen(Path({str(folder)!r}))"
    )

    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert "OfficeInUse" in told.stderr


def test_the_command_line_may_work_beside_the_window(folder: Path, office: OfficeStore) -> None:
    with open_office(folder, offices.NAME, offices.PASSWORD, alone=False) as beside:
        person = offices.add_person(beside, note="von nebenan")

    assert offices.note_of(office, person) == "von nebenan"


def test_an_office_is_never_made_over_another(closed: Path) -> None:
    before = (closed / "office.db").read_bytes()

    with pytest.raises(OfficeProblem, match="liegt schon eine Beratungsstelle"):
        offices.make(closed)
    assert (closed / "office.db").read_bytes() == before


def test_a_short_password_is_refused_before_anything_is_made(folder: Path) -> None:
    with pytest.raises(InputProblem, match="10 Zeichen") as told:
        create_office(folder, "Amt", offices.NAME, "zu kurz")
    assert told.value.field == "password"
    assert not folder.exists()


def test_an_office_that_could_not_be_made_leaves_an_empty_folder(folder: Path) -> None:
    with full_after(60_000), pytest.raises(StorageFull):
        offices.make(folder)

    assert {path.name for path in folder.iterdir()} <= {"office.lock"}
    offices.make(folder)[0].close()


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder in which this process may not write; root asks the system as somebody else meanwhile."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights elsewhere")
    place = Path(tempfile.mkdtemp(dir="/tmp"))
    place.chmod(0o755)
    yield place
    os.seteuid(os.getuid())
    place.chmod(0o755)
    shutil.rmtree(place)


def guard(place: Path) -> None:
    for path in place.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    place.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_folder_that_cannot_be_written_is_told_when_an_office_is_made(guarded: Path) -> None:
    guard(guarded)

    with pytest.raises(StorageFull, match="kann nicht geschrieben werden"):
        offices.make(guarded)
    with pytest.raises(StorageFull, match="kann nicht geschrieben werden"):
        offices.make(guarded / "new")


def test_an_office_on_a_write_protected_disk_is_told(guarded: Path) -> None:
    store, _key = offices.make(guarded)
    store.close()
    guard(guarded)

    with pytest.raises(OfficeProblem, match="kann nicht"):
        offices.reopen(guarded)
