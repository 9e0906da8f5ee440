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
    store, _recovery_key = offices.make(folder)
    with store:
        yield store


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """One office with a case for all examples of a generated test."""
    store, _recovery_key = offices.make(tmp_path_factory.mktemp("shared") / "office")
    with store:
        offices.add_case(store, "Olga Petrova", "2026-0147", street="Goethestraße", phone="0171 3920012")
        yield store
