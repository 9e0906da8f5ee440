"""The page of marks, empty and full, walked in all palettes and text sizes."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.desktop.access import walkers
from tests.desktop.photos.conftest import Marker
from tests.reports.test_marks import MARKS
from zwk_barrier.casework import records
from zwk_barrier.desktop.photos.canvas import MarkCanvas
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.model import Photo
from zwk_barrier.rules.marks import as_drawing

PALETTES = (Choice.LIGHT, Choice.DARK, Choice.CONTRAST)


@pytest.fixture(params=["empty", "full"])
def page(request: pytest.FixtureRequest, marker: Marker) -> QWidget:
    if request.param == "full":
        drawing = as_drawing(MARKS)
        marker.advisor.desk.do(lambda store: records.keep(store, Photo, marker.photo_id, marks=drawing))
        marker.advisor.rest()
        marker.canvas.select(1)
    return walkers.settled(marker.page)


def test_a_screen_reader_has_a_name_for_everything(page: QWidget) -> None:
    assert walkers.unnamed(page) == []


def test_the_keyboard_reaches_everything_and_is_kept_by_nothing(page: QWidget) -> None:
    for canvas in page.findChildren(MarkCanvas):
        canvas.select(None)  # with a mark selected Tab goes from mark to mark first: test_marking.py
    assert walkers.keyboard_gaps(page) == []


@pytest.mark.parametrize("choice", PALETTES)
def test_words_edges_and_focus_stand_out_in_every_palette(
    page: QWidget, theme: Theme, choice: Choice
) -> None:
    theme.choose(choice)
    walkers.settled(page)
    assert walkers.faint(page) == []
    assert walkers.faint_edges(page) == []
    assert walkers.hidden_focus(page.window()) == []


def test_everything_is_large_enough_for_a_finger(page: QWidget) -> None:
    assert walkers.small_targets(page, least=40) == []


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    page: QWidget, theme: Theme, scale: int, size: tuple[int, int]
) -> None:
    page.window().resize(*size)
    theme.set_scale(scale)
    walkers.settled(page)
    assert walkers.clipped(page) == []
    assert [area for area in page.findChildren(QScrollArea) if area.horizontalScrollBar().maximum()] == []
