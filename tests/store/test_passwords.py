"""Who comes in: by name and password, by the recovery key, and after a change of either."""

import sys
from pathlib import Path
from uuid import UUID

import pytest

from tests.store import offices
from tests.store.disk import full_after
from zwk_barrier.problems import (
    InputProblem,
    OfficeInUse,
    StorageFull,
    WrongPassword,
)
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.office import create_office, open_by_password, open_office, recover_office


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (offices.NAME, "sehr geheim 2"),
        (offices.NAME, ""),
        ("Karl Albers", offices.PASSWORD),
        ("", "sehr geheim 2"),
    ],
)
def test_a_wrong_name_and_a_wrong_password_sound_the_same(closed: Path, name: str, password: str) -> None:
    with pytest.raises(WrongPassword, match=r"^Name oder Passwort stimmt nicht\.$"):
        open_office(closed, name, password)


def test_a_script_needs_no_name_beside_its_password(closed: Path) -> None:
    open_by_password(closed, offices.PASSWORD).close()


def test_the_name_may_be_written_in_capitals_and_with_blanks(closed: Path) -> None:
    open_office(closed, "  marie   ALBERS ", offices.PASSWORD).close()


def test_an_umlaut_may_be_typed_in_either_way_unicode_knows(folder: Path) -> None:
    store, _key = create_office(folder, "Amt", "J\u00f6rg", "m\u00fche und not", cost=offices.CHEAP)
    store.close()

    open_office(folder, "Jo\u0308rg", "mu\u0308he und not").close()


def test_the_recovery_key_gives_a_new_password(folder: Path) -> None:
    store, recovery_key = offices.make(folder)
    store.close()
    typed = recovery_key.lower().replace("-", " ").replace("o", "0")

    recover_office(folder, typed, offices.NAME, "wieder da 123").close()

    open_office(folder, offices.NAME, "wieder da 123").close()
    with pytest.raises(WrongPassword):
        offices.reopen(folder)


@pytest.mark.parametrize("typed", ["", "ABCD", "AAAA-" * 8, "äöü"])
def test_a_wrong_recovery_key_is_told(closed: Path, typed: str) -> None:
    with pytest.raises(WrongPassword, match="Wiederherstellungsschlüssel passt nicht"):
        recover_office(closed, typed, offices.NAME, "wieder da 123")


def test_a_recovery_refused_because_the_office_is_open_changes_no_password(folder: Path) -> None:
    store, recovery_key = offices.make(folder)
    with store, pytest.raises(OfficeInUse):
        recover_office(folder, recovery_key, offices.NAME, "wieder da 123")

    offices.reopen(folder).close()


def test_a_changed_password_opens_and_the_old_one_does_not(closed: Path) -> None:
    before = (closed / "office.db").read_bytes()
    key_file = KeyFile.read(closed)
    unlocked = key_file.unlock(offices.NAME, offices.PASSWORD)

    key_file.change_password(unlocked.staff_id, "ganz neu 1234", unlocked.data_key)

    open_office(closed, offices.NAME, "ganz neu 1234").close()
    with pytest.raises(WrongPassword):
        offices.reopen(closed)
    assert len((closed / "office.db").read_bytes()) == len(before)


def test_a_password_that_could_not_be_changed_still_opens(closed: Path) -> None:
    key_file = KeyFile.read(closed)
    unlocked = key_file.unlock(offices.NAME, offices.PASSWORD)

    with full_after(100), pytest.raises(StorageFull):
        key_file.change_password(unlocked.staff_id, "ganz neu 1234", unlocked.data_key)

    offices.reopen(closed).close()
    assert not list(closed.glob(".*"))


def test_further_people_open_the_same_office_and_nobody_twice(closed: Path) -> None:
    key_file = KeyFile.read(closed)
    data_key = key_file.unlock(offices.NAME, offices.PASSWORD).data_key
    key_file.add(UUID(int=7), "Jan Meinken", "auch geheim 2", data_key)

    with open_office(closed, "Jan Meinken", "auch geheim 2") as store:
        assert store.staff_id == UUID(int=7)
    with pytest.raises(InputProblem, match="schon jemand"):
        key_file.add(UUID(int=8), "JAN MEINKEN", "noch geheimer 3", data_key)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_its_owner_may_read_the_key_file(folder: Path) -> None:
    offices.make(folder)[0].close()
    assert (folder / "office.key.json").stat().st_mode & 0o077 == 0
