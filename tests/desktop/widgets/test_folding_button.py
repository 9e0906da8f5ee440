"""A button gives way to large text and narrow pages: its word goes, its name and its key stay."""

import pytest
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.buttons import FoldingButton


@pytest.fixture
def button(qtbot: QtBot) -> FoldingButton:
    button = FoldingButton("save", "Speichern …", icon="download", shortcut="Ctrl+S")
    qtbot.addWidget(button)
    return button


def told(button: FoldingButton) -> tuple[str, str, str, str]:
    return button.text(), button.chip, button.accessibleName(), button.shortcut().toString()


def test_at_large_text_the_icon_stands_alone_and_comes_back(button: FoldingButton, theme: Theme) -> None:
    theme.set_scale(200)
    assert told(button) == ("", "", "Speichern …", "Ctrl+S")
    assert button.toolTip() == "Speichern … (Strg S)"
    theme.set_scale(100)
    assert told(button) == ("Speichern …", "Strg S", "Speichern …", "Ctrl+S")


def test_so_it_does_where_the_page_says_that_it_is_narrow(button: FoldingButton) -> None:
    button.fold_for(848)
    assert told(button) == ("", "", "Speichern …", "Ctrl+S")
    button.fold_for(1104)
    assert button.text() == "Speichern …"
