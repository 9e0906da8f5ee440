"""The check of an office finds what is wrong with it, and changes nothing."""

import contextlib
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from tests.store.offices import add_case, reopen
from tests.store.pictures import jpeg
from zwk_barrier.model import CaseFile, Deed, Photo
from zwk_barrier.model.ids import new_id
from zwk_barrier.problems import DamagedOffice
from zwk_barrier.store.check import check_office
from zwk_barrier.store.engine import connect
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import take_in


@pytest.fixture
def filled(office: OfficeStore) -> OfficeStore:
    """An office with a case and a photo."""
    case, taken, photo = add_case(office, "Olga Petrova"), take_in(jpeg()), new_id()
    office.photos.write(photo, taken.jpeg)
    with office.deed("photo_taken") as deed:
        sizes = {"sha256": taken.sha256, "width": taken.width, "height": taken.height}
        deed.session.add(Photo(id=photo, case_id=case, **sizes))
    return office


def test_a_sound_office_has_no_faults_and_keeps_no_trace_of_the_check(filled: OfficeStore) -> None:
    assert check_office(filled) == []
    with filled.reading() as session:
        assert session.scalar(select(func.count()).select_from(Deed)) == 3


def lose_the_photo(office: OfficeStore) -> None:
    for photo in office.photos.stored():
        office.photos.path(photo).unlink()


def damage_the_photo(office: OfficeStore) -> None:
    for photo in office.photos.stored():
        office.photos.path(photo).write_bytes(b"?")


def past_the_program(statement: str) -> Callable[[OfficeStore], None]:
    def do(office: OfficeStore) -> None:
        driver = connect(office.database, office.data_key)
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute(statement)
        driver.close()

    return do


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lose_the_photo, "1 Foto fehlt oder ist beschädigt"),
        (damage_the_photo, "1 Foto fehlt oder ist beschädigt"),
        (past_the_program("UPDATE person SET family_name = 'Iwanowa'"), "Suchindex weicht"),
        (past_the_program("UPDATE search_entry SET names = 'x'"), "Suchindex weicht"),
        (past_the_program("DELETE FROM search_word"), "Suchindex weicht"),
        (past_the_program("INSERT INTO search_index (search_index) VALUES ('delete-all')"), "nicht stimmig"),
        (past_the_program("DROP TRIGGER journal_person_set_note"), "Journal"),
        (past_the_program("DELETE FROM person"), "Verweis ins Leere in case_file"),
    ],
)
def test_each_kind_of_harm_is_told(
    filled: OfficeStore, harm: Callable[[OfficeStore], None], said: str
) -> None:
    harm(filled)

    assert said in " ".join(check_office(filled))


def test_a_damaged_page_is_told_by_the_check_even_where_nobody_read_it(filled: OfficeStore) -> None:
    filled.close()
    whole = filled.database.read_bytes()

    for place in range(len(whole) - 2000, 0, -4096):  # opening reads some pages itself, and would tell
        content = bytearray(whole)
        content[place] ^= 1
        filled.database.write_bytes(content)
        with contextlib.suppress(DamagedOffice), reopen(filled.folder) as again:
            assert "page" in check_office(again)[0]
            return
    pytest.fail("no page was left that opening does not read")


def test_progress_is_told_and_may_stop_the_check(filled: OfficeStore) -> None:
    seen: list[tuple[int, int]] = []
    check_office(filled, lambda done, whole: seen.append((done, whole)))
    assert seen[-1] == (1, 1)

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_office(filled, stop)
    with filled.reading() as session:
        assert session.scalar(select(func.count()).select_from(CaseFile)) == 1
