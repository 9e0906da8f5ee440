"""The accent of documents can be read on white."""

import pytest

from zwk_barrier.rules.colours import contrast_to_white, ground_of, is_colour, readable


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(colour: str, ratio: float) -> None:
    assert contrast_to_white(colour) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("colour", ["#ff8800", "#ffff00", "#ffffff", "#777777", "#00c8ff"])
def test_a_colour_too_pale_is_replaced_by_the_nearest_darker_one(colour: str) -> None:
    better = readable(colour)

    assert 4.5 <= contrast_to_white(better) < 4.75


def test_a_colour_that_can_be_read_stays() -> None:
    assert readable("#0A5673") == "#0a5673"


@pytest.mark.parametrize("text", ["#12345", "red", "#12345g", "#1234567", ""])
def test_other_texts_are_no_colour(text: str) -> None:
    assert not is_colour(text)


def test_its_ground_is_next_to_white() -> None:
    assert contrast_to_white(ground_of("#0a5673")) < 1.2
