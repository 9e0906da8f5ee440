"""An office of which microdata can be made."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.store.offices import CHEAP
from zwk_barrier.casework.demonstration import build_demonstration
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.store.office import OfficeStore, create_office, open_office

YEAR = Period.year(2025)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAME, PASSWORD = "Marie Albers", "sehr geheim 1"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("microdata") / "office"
    store, _key = create_office(place, "Testhafen", NAME, PASSWORD, cost=CHEAP)
    with store:
        build_demonstration(store, cases=300, seed=3, today=date(2026, 11, 22))
        with store.deed("period_frozen", is_final=True) as deed:
            freeze(deed.session, YEAR, staff_id=store.staff_id, now=max(datetime.now(UTC), NOW), seed=1)
    return place


@pytest.fixture
def office(folder: Path, tmp_path: Path) -> Iterator[OfficeStore]:
    """The same office with an empty register."""
    shutil.copytree(folder, tmp_path / "office")
    with open_office(tmp_path / "office", NAME, PASSWORD) as store:
        yield store
