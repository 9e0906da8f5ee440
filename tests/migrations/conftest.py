"""A database as each revision left it, in memory or on the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.store import offices
from zwk_barrier.store.engine import make_engine, use_log
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An encrypted database without any table."""
    made = make_engine(tmp_path / "empty.db", lambda: bytes(32), writes=True)
    use_log(made)
    yield made
    made.dispose()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    """An office of today with a case in it."""
    store, _recovery_key = offices.make(tmp_path / "office")
    with store:
        offices.add_case(store, "Olga Petrova", street="Goethestraße", related="Ivan Petrow")
        yield store
