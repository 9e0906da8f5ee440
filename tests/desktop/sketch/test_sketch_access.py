"""The sketch, empty and full, walked in all palettes and text sizes."""

import re

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.desktop.access import walkers
from tests.desktop.sketch.drawer import Drawer
from zwk_barrier.desktop.style.theme import Choice, Theme

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)


@pytest.fixture(params=["empty", "full", "door"])
def page(request: pytest.FixtureRequest, drawer: Drawer) -> QWidget:
    if request.param != "empty":
        drawer.click("sketch_usual")
        drawer.click("sketch_add_aid")
        drawer.click("sketch_add_circle")
        drawer.handle("d1" if request.param == "door" else "f2").setFocus()
    return walkers.settled(drawer.sketch)


def test_a_screen_reader_has_a_name_for_everything(page: QWidget) -> None:
    assert walkers.unnamed(page) == []


def test_the_keyboard_reaches_everything_and_is_kept_by_nothing(page: QWidget) -> None:
    # Walking over the drawing chooses other things: what belongs to the chosen one has a test of its own.
    gaps = [
        each
        for each in walkers.keyboard_gaps(page)
        if not re.search("sketch_(door|fixture|aid|circle|turn|remove)_?", each)
    ]
    assert gaps == []


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
    assert walkers.hidden_focus(page.window()) == []


def test_everything_is_large_enough_for_a_finger(page: QWidget) -> None:
    assert walkers.small_targets(page, least=44) == []


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_no_word_is_cut_at_any_text_size(
    page: QWidget, theme: Theme, scale: int, size: tuple[int, int]
) -> None:
    page.window().resize(*size)
    theme.set_scale(scale)
    walkers.settled(page)
    assert walkers.clipped(page) == []
    assert [
        area.objectName() for area in page.findChildren(QScrollArea) if area.horizontalScrollBar().maximum()
    ] == []


def test_tab_walks_the_numbers_of_what_is_chosen_in_the_order_they_are_read(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    drawer.handle("f2").setFocus()
    drawer.rest()
    drawer.go_to("sketch_depth")
    walked = []
    for _stop in range(6):
        drawer.tab()
        walked.append(drawer.place)
    assert walked == [
        "sketch_fixture_width",
        "sketch_fixture_depth",
        "sketch_fixture_x",
        "sketch_fixture_y",
        "sketch_turn",
        "sketch_remove",
    ]
