"""What several files read; what is closed in it none of them changes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

import pytest

from tests.builders import a_demonstration
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.periods.freezing import freeze
from zwk_barrier.store.office import OfficeStore

NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> StatisticsReport:
    """The protected report of a year with another one beside it; sixty cases."""
    with a_demonstration(tmp_path_factory.mktemp("office") / "o", cases=60) as store:
        for year in (2024, 2025):
            with store.deed("period_frozen", is_final=True) as deed:
                freeze(deed.session, Period.year(year), staff_id=store.staff_id, now=NOW, seed=3)
        with store.reading() as session:
            return build_report(
                session, Period.year(2025), "magistrat", view="protected", today=date(2026, 11, 23)
            )


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """A demonstration of 120 cases whose year 2025 is closed."""
    with a_demonstration(tmp_path_factory.mktemp("questions") / "office", 120) as store:
        with store.deed("period_frozen", is_final=True) as deed:
            freeze(
                deed.session, Period.year(2025), staff_id=None, now=datetime(2026, 1, 9, tzinfo=UTC), seed=3
            )
        yield store
