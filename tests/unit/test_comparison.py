"""Which room is which at the second visit, and what became of a barrier."""

import pytest

from zwk_barrier.rules.comparison import Place, Result, result, same_places
from zwk_barrier.rules.requirements import Verdict, worst

BATH, GUEST = Place("bad"), Place("bad", "Gästebad")


def test_rooms_of_a_kind_belong_together_by_name_whatever_their_order() -> None:
    assert same_places([(1, BATH), (2, GUEST)], [(11, GUEST), (12, BATH)]) == {11: 2, 12: 1}


def test_rooms_without_a_name_belong_together_in_their_order() -> None:
    assert same_places([(1, BATH), (2, BATH)], [(11, BATH), (12, BATH)]) == {11: 1, 12: 2}


def test_a_room_named_in_between_is_found_again() -> None:
    assert same_places([(1, BATH)], [(11, Place("bad", "Bad unten"))]) == {11: 1}


def test_a_new_room_is_not_taken_for_one_that_kept_its_name() -> None:
    assert same_places([(1, GUEST)], [(11, BATH), (12, GUEST)]) == {12: 1}


def test_two_different_names_are_two_rooms() -> None:
    assert same_places([(1, GUEST)], [(11, Place("bad", "Bad oben"))]) == {}


def test_a_room_of_another_kind_is_another_room() -> None:
    assert same_places([(1, BATH)], [(11, Place("wc"))]) == {}


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        ("not_met", "met", "solved"),
        ("partly", "met", "solved"),
        ("not_met", "not_applicable", "solved"),
        ("not_met", "partly", "partly"),
        ("partly", "partly", "remaining"),
        ("partly", "not_met", "remaining"),
        ("not_met", "not_met", "remaining"),
        ("not_met", "not_checked", "not_checked"),
        ("not_met", None, "not_checked"),
        ("met", "not_met", "new"),
        (None, "partly", "new"),
        ("not_checked", "not_met", "new"),
        ("met", "met", None),
        (None, None, None),
        ("met", None, None),
    ],
)
def test_what_became_of_a_barrier(
    before: Verdict | None, after: Verdict | None, became: Result | None
) -> None:
    assert result(before, after) == became


def test_of_several_verdicts_on_one_thing_the_worst_counts() -> None:
    assert worst(["met", "partly", None]) == "partly"
    assert worst([None, "not_checked"]) is None
