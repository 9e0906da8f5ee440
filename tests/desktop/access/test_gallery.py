"""Every widget there is, walked in all palettes and text sizes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.access import walkers
from tests.desktop.gallery import case_page, form_page, shell, table_page, today_page
from zwk_barrier.desktop.style.theme import Choice, Theme

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)
PAGES = (form_page, case_page, today_page, table_page)

BuildPage = Callable[[], QWidget]


@pytest.fixture(params=PAGES, ids=lambda build: build.__name__)
def page(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> QWidget:
    """A page of the gallery in a window of 1280 × 800, shown."""
    assert theme.look.scale == 100
    build: BuildPage = request.param
    window = shell(build())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_screen_reader_has_a_name_for_everything(page: QWidget) -> None:
    assert walkers.unnamed(page) == []


def test_the_keyboard_reaches_everything_and_is_kept_by_nothing(page: QWidget) -> None:
    assert walkers.keyboard_gaps(page) == []


@pytest.mark.parametrize("choice", PALETTES)
def test_words_and_edges_stand_out_in_every_palette(page: QWidget, theme: Theme, choice: Choice) -> None:
    theme.choose(choice)
    walkers.settled(page)
    assert walkers.faint(page) == []
    assert walkers.faint_edges(page) == []


@pytest.mark.parametrize("choice", PALETTES)
def test_the_focus_shows_in_every_palette(page: QWidget, theme: Theme, choice: Choice) -> None:
    theme.choose(choice)
    walkers.settled(page)
    assert walkers.hidden_focus(page) == []


def test_everything_is_large_enough_to_hit(page: QWidget) -> None:
    assert walkers.small_targets(page, least=24) == []


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_word_is_cut_at_any_text_size(page: QWidget, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    walkers.settled(page)
    assert walkers.clipped(page) == []
