"""The sketch, empty and full, walked in all palettes and text sizes."""

import re

import pytest
from PySide6.QtWidgets import QWidget

from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.sketch.drawer import Drawer
from zwk_barrier.desktop.style.theme import Choice, Theme


@pytest.fixture(params=["empty", "full", "door"])
def page(request: pytest.FixtureRequest, drawer: Drawer) -> QWidget:
    if request.param != "empty":
        drawer.click("sketch_usual")
        drawer.click("sketch_add_aid")
        drawer.click("sketch_add_circle")
        drawer.handle("d1" if request.param == "door" else "f2").setFocus()
    return walkers.settled(drawer.sketch)


def test_everything_is_named_reached_and_large_enough_for_a_finger(page: QWidget) -> None:
    assert walkers.unnamed(page) == []
    assert walkers.small_targets(page, least=44) == []
    # Walking over the drawing chooses other things: what belongs to the chosen one has a test of its own.
    gaps = [
        each
        for each in walkers.keyboard_gaps(page)
        if not re.search("sketch_(door|fixture|aid|circle|turn|remove)_?", each)
    ]
    assert gaps == []


@pytest.mark.parametrize(
    "choice", walk.PALETTES
)  # each anew: the keyboard, walking about, chooses other things
def test_words_edges_and_focus_stand_out_in_every_palette(
    page: QWidget, theme: Theme, choice: Choice
) -> None:
    assert walk.unseen(page, theme, choice, around=page.window()) == []


def test_no_word_is_cut_and_nothing_scrolls_sideways(page: QWidget, theme: Theme) -> None:
    assert walk.unfitting(page, theme, (1280, 800), (1024, 640)) == []


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
