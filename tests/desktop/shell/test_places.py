"""The table of places is whole: every destination has its page, and every page can be shown."""

from pkgutil import resolve_name
from typing import get_args

import pytest
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.destinations import Back, Destination
from zwk_barrier.desktop.shell.history import History
from zwk_barrier.desktop.shell.places import PLACES, RAIL, Place


def test_every_destination_but_the_way_back_has_a_place() -> None:
    assert set(PLACES) == set(get_args(Destination)) - {Back}


def test_every_place_belongs_to_an_entry_of_the_rail() -> None:
    assert {place.rail for place in PLACES.values()} == set(RAIL)


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.page.rpartition(":")[2])
def test_every_page_is_what_the_window_asks_of_a_page(place: Place) -> None:
    page = resolve_name(place.page)
    assert issubclass(page, QWidget)
    assert all(callable(getattr(page, name)) for name in ("title", "show_destination", "leave"))


def test_a_long_day_of_going_about_is_remembered_in_part_only() -> None:
    history = History(RAIL["today"])
    for _turn in range(500):
        history.go(RAIL["cases"])
        history.go(RAIL["contacts"])
    steps = 0
    while history.can_go_back:
        history.back()
        steps += 1
    assert steps == 100


def test_the_same_place_again_is_no_step() -> None:
    history = History(RAIL["today"])
    history.go(RAIL["today"])
    assert not history.can_go_back


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    history = History(RAIL["today"])
    history.go(RAIL["cases"])
    history.back()
    history.go(RAIL["contacts"])
    assert not history.can_go_forward
