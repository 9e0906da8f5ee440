"""A jump into the administration lands at the one of several that is meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.typist import Typist
from zwk_barrier.desktop.admin.page import AdminPage
from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToAdministration
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.lists import RowList


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, desk: Desk, theme: Theme, tmp_path: Path) -> Iterator[Typist]:
    settings = QSettings(str(tmp_path / "here.ini"), QSettings.Format.IniFormat)
    page = AdminPage(desk, appearance=Appearance(qapp, theme, Preferences(settings)))
    hands = Typist(qtbot, desk, page)
    hands.show()
    hands.rest()
    yield hands
    hands.rest()


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_a_translation_to_review_is_in_view_and_has_the_keyboard(
    hands: Typist, qtbot: QtBot, language: str
) -> None:
    def stands_there() -> bool:
        rows = hands.page.findChild(RowList, "review_rows")
        focus = QApplication.focusWidget()
        keys = [row.key for row in rows.rows()] if rows else []
        return (
            language in keys
            and focus is not None
            and focus.objectName() == f"review_rows_{keys.index(language)}"
        )

    assert isinstance(hands.page, AdminPage)
    hands.page.show_destination(ToAdministration("paper", "review_rows", language))
    qtbot.waitUntil(stands_there)
    hands.page.show_destination(ToAdministration("office"))
    hands.page.show_destination(ToAdministration("paper", "review_rows", language))
    qtbot.waitUntil(stands_there)


def test_the_template_that_is_meant_is_chosen(hands: Typist) -> None:
    assert isinstance(hands.page, AdminPage)
    hands.page.show_destination(ToAdministration("letters", "letters_template", "privacy_notice_easy"))
    hands.rest()
    hands.rest()
    choice = hands.page.findChild(ChoiceField, "letters_template")
    assert choice is not None
    assert choice.value() == "privacy_notice_easy"
    assert hands.place == "letters_template"
