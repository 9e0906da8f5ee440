"""A real encrypted office for every test; its password costs little to check."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import OfficeStore, create_office

CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """An empty office opened by Marie Albers."""
    store, _recovery_key = create_office(
        tmp_path / "office", "Beratungsstelle Testhafen", "Marie Albers", "sehr geheim 1", cost=CHEAP
    )
    with store:
        yield store
