"""A backup counts only when it was opened and checked; a bad one is refused and leaves nothing behind."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from tests.store.disk import full_after
from tests.store.offices import NAME, add_case, make, reopen
from tests.store.pictures import jpeg
from zwk_barrier.model import Photo
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import DamagedOffice, OfficeProblem, StorageFull, WrongPassword
from zwk_barrier.store.backup import BackupReport, make_backup, restore_backup
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore, open_office, recover_office
from zwk_barrier.store.photos import take_in
from zwk_barrier.store.search import find


def take_photo(office: OfficeStore, case_id: UUID, name: str = "Bad") -> UUID:
    taken, photo_id = take_in(jpeg()), new_id()
    office.photos.write(photo_id, taken.jpeg)
    with office.deed("photo_taken") as deed:
        sizes = {"sha256": taken.sha256, "width": taken.width, "height": taken.height}
        deed.session.add(Photo(id=photo_id, case_id=case_id, caption=name, **sizes))
    return photo_id


@pytest.fixture
def filled(office: OfficeStore) -> OfficeStore:
    """An office with a case and two photos."""
    case = add_case(office, "Olga Petrova")
    take_photo(office, case, "Bad")
    take_photo(office, case, "Küche")
    return office


@pytest.fixture
def backup(filled: OfficeStore, tmp_path: Path) -> Path:
    return make_backup(filled, tmp_path / "Sicherung.zwkbackup").path


def left_over(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_brings_everything_back(filled: OfficeStore, backup: Path, tmp_path: Path) -> None:
    restore_backup(backup, tmp_path / "again")

    with reopen(tmp_path / "again") as again, again.reading() as session:
        assert find(session, "petrova")[0].title == "Olga Petrova"
        assert again.photos.stored() == filled.photos.stored()
        assert check_office(again) == []


def test_a_backup_says_what_it_holds(filled: OfficeStore, tmp_path: Path) -> None:
    target = tmp_path / "Sicherung.zwkbackup"

    report = make_backup(filled, target)

    assert report == BackupReport(target, photos=2, photos_lost=0, size=target.stat().st_size)


def test_work_goes_on_while_a_backup_is_made(filled: OfficeStore, tmp_path: Path) -> None:
    def work(done: int, _all: int) -> None:
        add_case(filled, "Während Sicherung", f"2026-1{done:03d}")

    report = make_backup(filled, tmp_path / "Sicherung.zwkbackup", work)

    restore_backup(report.path, tmp_path / "again")
    with reopen(tmp_path / "again") as again:
        assert check_office(again) == []


def test_the_recovery_key_of_the_office_opens_its_backup(tmp_path: Path) -> None:
    store, recovery_key = make(tmp_path / "office")
    with store:
        make_backup(store, tmp_path / "Sicherung")
    restore_backup(tmp_path / "Sicherung", tmp_path / "again")

    recover_office(tmp_path / "again", recovery_key, NAME, "wieder da 123").close()
    with pytest.raises(WrongPassword):
        open_office(tmp_path / "again", NAME, "falsch falsch")


def test_a_backup_holds_no_typed_word(backup: Path) -> None:
    content = backup.read_bytes()

    assert b"Petrova" not in content
    assert b"petrova" not in content
    assert b"JFIF" not in content


def test_progress_goes_up_to_all_of_it(filled: OfficeStore, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    make_backup(filled, tmp_path / "Sicherung", lambda done, whole: seen.append((done, whole)))

    assert [done for done, _whole in seen] == list(range(1, len(seen) + 1))
    assert seen[-1][0] == seen[-1][1]


class Cancelled(Exception):
    """Somebody pressed cancel."""


@pytest.mark.parametrize("at", range(1, 10))
def test_a_cancelled_backup_leaves_nothing_and_the_older_one(
    filled: OfficeStore, tmp_path: Path, at: int
) -> None:
    target = tmp_path / "Sicherung"
    target.write_bytes(b"the older one")
    before = left_over(tmp_path)

    def cancel(done: int, _all: int) -> None:
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(filled, target, cancel)

    assert left_over(tmp_path) == before
    assert target.read_bytes() == b"the older one"


def test_a_backup_that_does_not_fit_leaves_nothing(filled: OfficeStore, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    target.mkdir()

    with full_after(60_000), pytest.raises(StorageFull):
        make_backup(filled, target / "Sicherung")

    assert left_over(target) == set()
    assert check_office(filled) == []


def test_a_folder_that_is_not_there_is_told(filled: OfficeStore, tmp_path: Path) -> None:
    with pytest.raises(OfficeProblem, match="nirgends"):
        make_backup(filled, tmp_path / "nirgends" / "Sicherung")


def test_a_missing_and_a_damaged_photo_are_counted_and_stop_nothing(
    filled: OfficeStore, tmp_path: Path
) -> None:
    missing, damaged = sorted(filled.photos.stored())
    filled.photos.path(missing).unlink()
    filled.photos.path(damaged).write_bytes(b"?" * 100)

    report = make_backup(filled, tmp_path / "Sicherung")

    assert (report.photos, report.photos_lost) == (1, 2)


def test_a_damaged_database_is_never_backed_up(filled: OfficeStore, tmp_path: Path) -> None:
    filled.close()
    content = bytearray(filled.database.read_bytes())
    content[len(content) // 2] ^= 255
    filled.database.write_bytes(content)

    with pytest.raises(DamagedOffice), reopen(filled.folder) as again:
        make_backup(again, tmp_path / "Sicherung")
    assert not (tmp_path / "Sicherung").exists()


def test_a_backup_damaged_anywhere_is_refused_and_leaves_an_empty_folder(
    backup: Path, tmp_path: Path
) -> None:
    whole, dice = backup.read_bytes(), Random(7)  # noqa: S311 - only where to damage it
    refused = 0
    for _ in range(60):
        content = bytearray(whole)
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        backup.write_bytes(content)
        try:
            restore_backup(backup, tmp_path / "again")
        except DamagedOffice:
            refused += 1
            assert left_over(tmp_path / "again") == set()
        else:  # a bit of the archive's own bookkeeping, e.g. a file's date
            with reopen(tmp_path / "again") as again:
                assert check_office(again) == []
            empty(tmp_path / "again")
    assert refused > 40


def empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


@pytest.mark.parametrize("part", range(10))
def test_a_truncated_backup_is_refused(backup: Path, tmp_path: Path, part: int) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) * part // 10])

    with pytest.raises(DamagedOffice, match="nicht in Ordnung"):
        restore_backup(backup, tmp_path / "again")
    assert left_over(tmp_path / "again") == set()


def without_database(manifest: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in manifest.items() if name != "office.db"}


def with_a_way_out(manifest: dict[str, str]) -> dict[str, str]:
    return manifest | {"../out.txt": "0"}


def with_another_file(manifest: dict[str, str]) -> dict[str, str]:
    return manifest | {"autorun.inf": "0"}


def without_anything(_manifest: dict[str, str]) -> dict[str, str]:
    return {}


@pytest.mark.parametrize("forge", [without_database, with_a_way_out, with_another_file, without_anything])
def test_an_archive_that_is_no_backup_of_ours_is_refused(
    backup: Path, tmp_path: Path, forge: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    forged = tmp_path / "forged"
    with zipfile.ZipFile(backup) as real, zipfile.ZipFile(forged, "w") as archive:
        for name in real.namelist():
            if name != "backup.json":
                archive.writestr(name, real.read(name))
        archive.writestr("../out.txt", b"out")
        digests = forge(json.loads(real.read("backup.json"))["sha256"])
        archive.writestr("backup.json", json.dumps({"format": 1, "sha256": digests}))

    with pytest.raises(DamagedOffice):
        restore_backup(forged, tmp_path / "again")
    assert not (tmp_path / "out.txt").exists()


def test_nothing_is_restored_over_an_office(filled: OfficeStore, backup: Path) -> None:
    before = left_over(filled.folder)

    with pytest.raises(OfficeProblem, match="nicht leer"):
        restore_backup(backup, filled.folder)
    assert left_over(filled.folder) == before


def test_a_backup_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfficeProblem, match="gibt es nicht"):
        restore_backup(tmp_path / "nichts", tmp_path / "again")
