"""What laser meters type, with and without a unit."""

from decimal import Decimal

import pytest

from zwk_barrier.rules.typed.lengths import parse_length, parse_pair
from zwk_barrier.rules.typed.shots import lone_length, with_metres

D = Decimal


@pytest.mark.parametrize(
    ("typed", "centimetres"),
    [
        ("0.635 m", "63.5"),
        ("635 mm", "63.5"),
        ("63,5cm", "63.5"),
        ("0.635", "63.5"),
        ("0,635", "63.5"),
        ("1.234", "123.4"),
        ("5.120", "512"),
    ],
)
def test_a_shot_is_a_length_in_centimetres(typed: str, centimetres: str) -> None:
    assert parse_length(with_metres(typed)) == D(centimetres)


@pytest.mark.parametrize("typed", ["63", "1,5", "0.5", "63,5", "120.5", "", "breit", "45.123"])
def test_what_a_hand_types_keeps_its_unit(typed: str) -> None:
    assert with_metres(typed) == typed


def test_each_half_of_a_pair_may_be_a_shot() -> None:
    assert parse_pair(with_metres("1.105 x 1.350")) == (D("110.5"), D(135))
    assert with_metres("110 x 135") == "110 x 135"


@pytest.mark.parametrize(("typed", "length"), [("110", D(110)), ("1.105 m", D("110.5"))])
def test_one_length_alone_is_half_a_pair(typed: str, length: Decimal) -> None:
    assert lone_length(typed) == length


@pytest.mark.parametrize("typed", ["", "110 x", "110 x 135", "breit", "×"])
def test_other_text_is_no_half_of_a_pair(typed: str) -> None:
    assert lone_length(typed) is None
