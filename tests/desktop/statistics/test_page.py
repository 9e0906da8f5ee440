"""The page „Statistik“ has a tab for each way to ask, and each is what the page asks of a tab."""

from pkgutil import resolve_name

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.desktop.statistics.conftest import Counter
from tests.desktop.typist import ALT, CTRL, one
from zwk_barrier.desktop.destinations import Destination, StatisticsTab, ToStatistics
from zwk_barrier.desktop.statistics import page
from zwk_barrier.desktop.widgets.tabs import Tabs


def codes(counter: Counter) -> list[str]:
    tabs = one(counter, Tabs, "statistics_tabs")
    return [str(tabs.tabData(place)) for place in range(tabs.count())]


@pytest.mark.parametrize("code", [code for code, _place in page.tabs_there()])
def test_every_tab_that_is_there_is_what_the_page_asks_of_it(code: StatisticsTab) -> None:
    place = page.TABS[code]
    tab = resolve_name(f"zwk_barrier.desktop.statistics.{place.module}:{place.name}")
    assert issubclass(tab, QWidget)
    assert all(callable(getattr(tab, name)) for name in ("title", "show_destination", "leave"))


def test_report_and_question_come_first(counter: Counter) -> None:
    assert codes(counter)[:2] == ["report", "question"]
    assert set(codes(counter)) <= set(page.TABS)


def test_a_tab_is_built_when_it_is_first_looked_at(counter: Counter) -> None:
    counter.begin()
    assert counter.page.findChild(QWidget, "report_tab") is not None
    assert counter.page.findChild(QWidget, "question_tab") is None
    counter.press(Qt.Key.Key_Tab, CTRL)
    counter.rest()
    assert counter.page.findChild(QWidget, "question_tab") is not None


def test_the_way_back_leads_to_the_tab_somebody_was_at(counter: Counter) -> None:
    been: list[Destination] = []
    counter.desk.arrived.connect(been.append)
    counter.begin()
    counter.press(Qt.Key.Key_Tab, CTRL)
    counter.rest()
    assert been == [ToStatistics("question")]
    assert counter.statistics.title() == "Frage an die Statistik"


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("tab", [code for code, _place in page.tabs_there()])
def test_no_two_things_on_a_tab_answer_the_same_alt_key(counter: Counter, tab: StatisticsTab) -> None:
    counter.begin(tab)
    if tab in {"report", "question"}:  # with all the fields there are
        counter.press(Qt.Key.Key_Z, ALT)
        counter.type("von")
        counter.press(Qt.Key.Key_Return)
    counter.rest()
    parts = [*counter.page.findChildren(QLabel), *counter.page.findChildren(QAbstractButton)]
    words = [str(part.property("text")) for part in parts if part.isVisibleTo(counter.page)]
    keys = [QKeySequence.mnemonic(text).toString() for text in words]
    taken = sorted(key for key in keys if key)
    assert taken == sorted(set(taken))
