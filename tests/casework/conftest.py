"""A real encrypted office for every test; its password costs little to check."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import offices
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """An empty office opened by Marie Albers."""
    with offices.copy_of_new(tmp_path / "office") as store:
        yield store
