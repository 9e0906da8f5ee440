"""The page of marks, empty and full, walked in all palettes and text sizes."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.desktop import walk
from tests.desktop.access import walkers
from tests.desktop.photos.conftest import Marker
from tests.reports.visit_parts import MARKS
from zwk_barrier.casework import records
from zwk_barrier.desktop.photos.canvas import MarkCanvas
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.model import Photo
from zwk_barrier.rules.marks import as_drawing


@pytest.fixture(params=["empty", "full"])
def page(request: pytest.FixtureRequest, marker: Marker) -> QWidget:
    if request.param == "full":
        drawing = as_drawing(MARKS)
        marker.advisor.desk.do(lambda store: records.keep(store, Photo, marker.photo_id, marks=drawing))
        marker.advisor.rest()
        marker.canvas.select(1)
    return walkers.settled(marker.page)


def test_everything_is_named_reached_and_large_enough_for_a_finger(page: QWidget) -> None:
    assert walkers.unnamed(page) == []
    assert walkers.small_targets(page, least=40) == []
    for canvas in page.findChildren(MarkCanvas):
        canvas.select(None)  # with a mark selected Tab goes from mark to mark first: test_marking.py
    assert walkers.keyboard_gaps(page) == []


@pytest.mark.parametrize(
    "choice", walk.PALETTES
)  # each anew: the keyboard, walking about, chooses other things
def test_words_edges_and_focus_stand_out_in_every_palette(
    page: QWidget, theme: Theme, choice: Choice
) -> None:
    assert walk.unseen(page, theme, choice, around=page.window()) == []


def test_no_word_is_cut_and_nothing_scrolls_sideways(page: QWidget, theme: Theme) -> None:
    assert walk.unfitting(page, theme, (1280, 800), (1024, 640)) == []
