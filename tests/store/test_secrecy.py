"""Whoever finds the folder learns nothing from it."""

import json
from pathlib import Path

import pytest

from tests.store.offices import NAME, PASSWORD, add_case, add_person
from tests.store.pictures import jpeg_with_camera_data
from zwk_barrier.model import Person
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import take_in

TYPED = ("Xaverine", "Zwölfpfennig", "Quittengasse", "Schwindel nach Sturz", "0221 4710815", "Ybbsfrau")


def every_byte(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spellings(word: str) -> list[bytes]:
    return [form.encode(code) for form in (word, word.lower()) for code in ("utf-8", "utf-16-le", "latin-1")]


def test_no_file_of_an_open_office_holds_a_typed_word(office: OfficeStore) -> None:
    case_words = {"street": "Quittengasse", "phone": "0221 4710815", "related": "Ybbsfrau"}
    add_case(office, "Xaverine Zwölfpfennig", **case_words)
    person = add_person(office, family_name="Zwölfpfennig", note="Schwindel nach Sturz")
    with office.deed("kept") as deed:
        deed.keep(Person, person, note="Schwindel nach Sturz, zweimal")
    office.photos.write(new_id(), take_in(jpeg_with_camera_data()).jpeg)

    files = every_byte(office.folder)

    assert {"office.db", "office.db-wal", "office.db-shm", "office.key.json", "device"} <= files.keys()
    assert any(name.endswith(".zwkphoto") for name in files)
    for name, content in files.items():
        for word in TYPED:
            assert not any(form in content for form in spellings(word)), f"{word} stands in {name}"


def test_the_folded_words_of_the_search_index_are_encrypted_too(office: OfficeStore) -> None:
    add_case(office, "Xaverine Zwölfpfennig")

    assert not any(b"zwolfpfennig" in content for content in every_byte(office.folder).values())


def test_the_key_file_holds_neither_the_key_nor_a_name_nor_a_password(office: OfficeStore) -> None:
    content = (office.folder / "office.key.json").read_text()

    assert office.data_key.hex() not in content
    assert NAME not in content
    assert NAME.casefold() not in content
    assert PASSWORD not in content
    assert len(json.loads(content)["staff"]) == 1


def test_no_text_about_the_connection_shows_the_key(office: OfficeStore) -> None:
    with office.reading() as session:
        shown = [session.get_bind(), office._reader.url, office._writer.pool, session.connection(), office]

    assert not any(office.data_key.hex() in f"{thing!r} {thing}" for thing in shown)


def test_a_database_file_never_begins_like_a_plain_one(office: OfficeStore) -> None:
    assert not office.database.read_bytes().startswith(b"SQLite format 3")


def test_a_photo_is_not_stored_as_a_picture(office: OfficeStore) -> None:
    photo = new_id()
    office.photos.write(photo, take_in(jpeg_with_camera_data()).jpeg)

    sealed = office.photos.path(photo).read_bytes()

    assert b"JFIF" not in sealed
    assert sealed[:2] != b"\xff\xd8"


def test_the_same_picture_twice_gives_two_different_files(office: OfficeStore) -> None:
    one, two = new_id(), new_id()
    for photo in (one, two):
        office.photos.write(photo, b"the same")

    assert office.photos.path(one).read_bytes() != office.photos.path(two).read_bytes()


def test_a_closed_office_forgets_its_key_and_opens_no_connection(office: OfficeStore) -> None:
    office.close()

    assert office.data_key == b""
    with pytest.raises(ValueError, match="32 bytes"), office.reading() as session:
        session.connection()


def test_a_closed_office_is_one_file_without_a_log(folder: Path, office: OfficeStore) -> None:
    add_case(office, "Olga Petrova")
    assert (folder / "office.db-wal").stat().st_size > 0

    office.close()

    assert {path.name for path in folder.iterdir()} - {"office.lock"} == {
        "office.db",
        "office.key.json",
        "device",
    }
