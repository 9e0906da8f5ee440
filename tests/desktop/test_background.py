"""Work beside the window: order, results on the window's thread, problems, bugs, cancelling, an orderly end."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.background import CancelToken, Work
from zwk_barrier.problems import Problem, StorageFull

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def work() -> Iterator[Work]:
    work = Work()
    yield work
    assert work.close()


def fail() -> None:
    raise StorageFull("Die Platte ist voll.")


def test_results_come_back_on_the_windows_thread(work: Work) -> None:
    seen: list[tuple[int, bool, bool]] = []
    main = QCoreApplication.instance()
    assert main is not None

    def then(outcome: tuple[int, bool]) -> None:
        seen.append((*outcome, QThread.currentThread() is main.thread()))

    work.ask(lambda: (42, threading.current_thread() is threading.main_thread()), then=then)
    assert work.wait_idle(2)
    assert seen == [(42, False, True)]


def test_deeds_run_one_after_the_other_in_their_order(work: Work) -> None:
    done: list[int] = []

    def deed(number: int) -> None:
        time.sleep(0.002 if number % 2 else 0)
        done.append(number)

    for number in range(20):
        work.do(deed, number)
    assert work.wait_idle(5)
    assert done == list(range(20))


def test_two_questions_are_asked_at_a_time(work: Work) -> None:
    both = threading.Barrier(2, timeout=2)
    met: list[int] = []
    for _question in range(2):
        work.ask(both.wait, then=met.append)
    assert work.wait_idle(3)
    assert sorted(met) == [0, 1]


def test_a_problem_goes_to_who_asked(work: Work) -> None:
    met: list[Problem] = []
    work.do(fail, failed=met.append)
    assert work.wait_idle(2)
    assert [str(problem) for problem in met] == ["Die Platte ist voll."]


def test_a_problem_nobody_takes_goes_to_the_window(qtbot: QtBot, work: Work) -> None:
    with qtbot.waitSignal(work.problem) as told:
        work.do(fail)
    assert isinstance(told.args[0], StorageFull)


def test_a_bug_is_logged_and_told(qtbot: QtBot, work: Work, expect_log: Callable[[str], Any]) -> None:
    with expect_log("a bug in background work"), qtbot.waitSignal(work.bug) as told:
        work.ask({"here": 1}.__getitem__, "missing")
    assert isinstance(told.args[0], KeyError)


def test_after_a_bug_the_writer_goes_on(work: Work, expect_log: Callable[[str], Any]) -> None:
    done: list[int] = []
    with expect_log("a bug"):
        work.do(lambda: 1 / 0)
        work.do(lambda: 2, then=done.append)
        assert work.wait_idle(2)
    assert done == [2]


class Page(QObject):
    """Somebody who waits for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []

    def show_answer(self, answer: object) -> None:
        self.answers.append(answer)


def test_nobody_is_called_who_is_gone(work: Work) -> None:
    page = Page()
    answers = page.answers
    go_on = threading.Event()
    work.ask(go_on.wait, then=page.show_answer)
    shiboken6.delete(page)
    go_on.set()
    assert work.wait_idle(2)
    assert answers == []


def test_long_work_reports_and_is_cancelled(qtbot: QtBot, work: Work) -> None:
    shares: list[float] = []

    def count(*, progress: Callable[[float], None], token: CancelToken) -> None:
        progress(0.5)
        while True:
            token.check()
            time.sleep(0.001)

    token = work.run_long(count, progress=shares.append)
    qtbot.waitUntil(lambda: shares == [0.5])
    with qtbot.assertNotEmitted(work.problem):
        token.cancel()
        assert work.wait_idle(2)


def test_closing_finishes_every_deed_and_drops_waiting_questions() -> None:
    work = Work()
    written: list[int] = []
    read: list[int] = []

    def ask_slowly(number: int) -> None:
        time.sleep(0.01)
        read.append(number)

    for number in range(5):
        work.do(written.append, number)
    for number in range(50):
        work.ask(ask_slowly, number)
    assert work.close()
    assert written == list(range(5))
    assert len(read) < 50


def test_nothing_starts_after_closing() -> None:
    work = Work()
    work.close()
    work.do(pytest.fail, "a deed after the end")
    assert work.wait_idle(1)
