"""The window is killed while somebody types: nothing it had kept is lost."""

from pathlib import Path

import pytest

from tests.store.kill import kill_often


@pytest.mark.slow
def test_fifteen_kills_while_fields_are_typed_lose_nothing(tmp_path: Path) -> None:
    known = kill_often(tmp_path / "office", times=15, longest=0.6, program="tests.desktop.kill", deeds=4)

    assert known.count > 15, "the window must have kept something to lose"


@pytest.mark.slow
def test_a_visit_killed_fifteen_times_while_it_is_measured_loses_no_value(tmp_path: Path) -> None:
    known = kill_often(
        tmp_path / "office", times=15, longest=0.6, program="tests.desktop.kill_visit", deeds=4
    )

    assert known.count > 15, "the window must have kept something to lose"
