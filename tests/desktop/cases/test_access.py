"""Nothing on the pages of cases stands in anybody's way."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import Typist
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.cases.list_page import CaseListPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab, ToCases
from zwk_barrier.desktop.style.theme import Theme

TABS: tuple[CaseTab, ...] = (
    "overview",
    "intake",
    "person",
    "dwelling",
    "visits",
    "measures",
    "funding",
    "outcome",
    "history",
)


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_of_a_case_is_there_for_everybody(
    hands: CaseHands, theme: Theme, full_case: UUID, tab: CaseTab
) -> None:
    assert hands.case_id == full_case
    hands.open(tab)

    assert obstacles(hands.page, theme) == []


@pytest.mark.parametrize("tab", TABS)
def test_an_empty_case_is_there_for_everybody(hands: CaseHands, theme: Theme, tab: CaseTab) -> None:
    hands.open(tab)

    assert obstacles(hands.page, theme) == []


@pytest.mark.parametrize("is_empty", [False, True])
def test_the_list_is_there_for_everybody(
    qtbot: QtBot, desk: Desk, theme: Theme, request: pytest.FixtureRequest, *, is_empty: bool
) -> None:
    if not is_empty:
        request.getfixturevalue("full_case")
    page = CaseListPage(desk)
    qtbot.addWidget(page)
    page.show_destination(ToCases())
    Typist(qtbot, desk, page).show()

    assert obstacles(page, theme) == []
