"""A row of many tabs fits the width there is, and says as much as it can."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.tabs import Tabs

WORDS = (
    *("Übersicht", "Anfrage", "Person", "Wohnung", "Hausbesuche", "Maßnahmen"),
    *("Förderung", "Dokumente", "Wirkung", "Verlauf"),
)


@pytest.fixture
def tabs(qtbot: QtBot, theme: Theme) -> Tabs:
    """Ten tabs, two of which count."""
    assert theme is not None
    tabs = Tabs("tabs", title="Bereiche")
    qtbot.addWidget(tabs)
    for word in WORDS:
        tabs.add(word, word)
    tabs.set_count("Hausbesuche", 3)
    tabs.set_count("Maßnahmen", 12)
    tabs.show()
    return tabs


def narrow(tabs: Tabs, width: int) -> None:
    tabs.resize(width, tabs.height())
    QApplication.processEvents()


@pytest.mark.parametrize(("width", "has_counts"), [(1200, True), (1040, True), (900, False), (800, False)])
def test_all_tabs_are_in_sight_as_long_as_their_words_fit(
    tabs: Tabs, width: int, *, has_counts: bool
) -> None:
    narrow(tabs, width)

    assert tabs.tabRect(tabs.count() - 1).right() < tabs.width()
    assert tabs.tabText(5) == ("Maßnahmen\N{NO-BREAK SPACE}12" if has_counts else "Maßnahmen")


def test_a_count_that_is_left_away_stands_in_the_tool_tip_and_comes_back(tabs: Tabs) -> None:
    narrow(tabs, 800)
    assert tabs.tabToolTip(4) == "Hausbesuche\N{NO-BREAK SPACE}3"

    narrow(tabs, 1200)
    assert (tabs.tabText(4), tabs.tabToolTip(4)) == ("Hausbesuche\N{NO-BREAK SPACE}3", "")


def test_what_cannot_fit_is_reached_by_arrows_in_full_size(tabs: Tabs) -> None:
    narrow(tabs, 500)

    assert tabs.usesScrollButtons()
    assert tabs.tabText(5) == "Maßnahmen\N{NO-BREAK SPACE}12"
    assert tabs.tabRect(tabs.count() - 1).right() > tabs.width()
