"""Two ways to count come to the same: SQL and plain loops, for every unit and dimension.

100,000 cases are counted twice by ``python -m benchmarks.run recount``.
"""

from pathlib import Path

import pytest

from tests.builders import a_demonstration
from tests.statistics.counted_twice import differences
from tests.statistics.recount_events import EventRecount


@pytest.mark.parametrize("year", [2025, 2026])
def test_sixty_cases_are_counted_twice_the_same(tmp_path: Path, year: int) -> None:
    with a_demonstration(tmp_path / "office", 60) as office:
        assert differences(office, year) == []


@pytest.mark.slow
def test_five_thousand_cases_are_counted_twice_the_same(tmp_path: Path) -> None:
    with a_demonstration(tmp_path / "office", 5_000) as office:
        assert differences(office, 2025) == []


def test_a_wrong_count_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EventRecount, "_is_applied", lambda _self, _one: False)
    with a_demonstration(tmp_path / "office", 30) as office:
        assert differences(office, 2026) == ["measures by applied"]
