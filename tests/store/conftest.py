"""A real encrypted office for every test; its password costs little to check."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import offices
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the office of the test lies."""
    return tmp_path / "office"


@pytest.fixture
def office(folder: Path) -> Iterator[OfficeStore]:
    """An empty office opened by Marie Albers."""
    with offices.copy_of_new(folder) as store:
        yield store


@pytest.fixture
def closed(folder: Path, office: OfficeStore) -> Path:
    """The folder of an office with one case, closed again."""
    offices.add_case(office, "Olga Petrova")
    office.close()
    return folder


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """One office with a case for all examples of a generated test."""
    with offices.copy_of_new(tmp_path_factory.mktemp("shared") / "office") as store:
        offices.add_case(store, "Olga Petrova", "2026-0147", street="Goethestraße", phone="0171 3920012")
        yield store


@pytest.fixture
def known(office: OfficeStore) -> OfficeStore:
    """An office with a few people who are easily mistaken for one another."""
    people = {
        "Olga Petrova": ("2026-0147", "Goethestraße", "41", "0171 3920012", "Ivan Petrow"),
        "Jürgen Müller": ("2026-0148", "Bürgermeister-Smidt-Straße", "7a", "+49 221 4710815", None),
        "Käthe Weiß": ("2025-0007", "Hafenstr.", "112", "(030) 23125-007", None),
        "Gerd Meyer": ("2025-0147", "Lange Straße", "4", None, "Pflegedienst Nordlicht"),
        "Ayşe Yılmaz": ("2026-0001", "Am Leher Tor", "3", None, None),
        "Zofia Wiśniewska-Kowalska": ("2024-1040", "Goethestraße", "410", None, None),
    }
    for name, (number, street, house_number, phone, related) in people.items():
        offices.add_case(
            office, name, number, street=street, house_number=house_number, phone=phone, related=related
        )
    return office
