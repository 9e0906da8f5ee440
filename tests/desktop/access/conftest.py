"""A real X session with the program running in it, for what only the real protocol shows."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.access_client.bus import wait_for
from tests.access_client.roles import Role, State
from tests.access_client.screen import Screen
from tests.access_client.session import XSession, why_not
from zwk_barrier.casework.demonstration import build_demonstration
from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import create_office

ROOT = Path(__file__).resolve().parents[3]
NAME, PASSWORD = "Marie Albers", "sehr geheim 1"
_CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture
def x_session() -> Iterator[XSession]:
    """An X session of its own; the run says loudly when there can be none."""
    if reason := why_not():
        pytest.skip(reason)
    with XSession({"PYTHONPATH": str(ROOT), "ZWK_USER": NAME}) as session:
        yield session


@pytest.fixture
def office_folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An encrypted office, closed; empty, or with as many demonstration cases as the parameter says."""
    folder, cases = tmp_path / "office", getattr(request, "param", 0)
    store, _key = create_office(folder, "Beratungsstelle Testhafen", NAME, PASSWORD, cost=_CHEAP)
    with store:
        if cases:
            build_demonstration(store, cases=cases, seed=1, today=datetime.now().astimezone().date())
    return folder


@pytest.fixture
def open_program(x_session: XSession, office_folder: Path) -> Iterator[Callable[[], Screen]]:
    """Starts the program on the office; what it complained about is shown when the test fails."""

    def start() -> Screen:
        child = x_session.start(
            sys.executable, "-m", "zwk_barrier", "--office", str(office_folder), name="program"
        )
        screen = Screen(x_session.application(child), x_session.keyboard)
        window = screen.find(Role.FRAME, "…")
        wait_for(lambda: State.ACTIVE in window.states, "the window to become active")
        return screen

    yield start
    sys.stdout.write(x_session.log("program"))
