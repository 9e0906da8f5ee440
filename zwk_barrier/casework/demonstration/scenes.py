"""Drawn interiors for the demonstration's photos, by the name of the scene."""

from collections.abc import Callable
from typing import Final

from zwk_barrier.casework.demonstration import bathrooms, rooms
from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.drawing import Board

SCENES: Final[dict[str, Callable[[Dice], Board]]] = {
    "door": rooms.door,
    "tub": bathrooms.tub,
    "shower": bathrooms.shower,
    "toilet": bathrooms.toilet,
    "basin": bathrooms.basin,
    "threshold": rooms.threshold,
    "hall": rooms.hall,
    "stairs": rooms.stairs,
    "entrance": rooms.entrance,
    "kitchen": rooms.kitchen,
    "bedroom": rooms.bedroom,
    "balcony": rooms.balcony,
    "living": rooms.living,
}


def draw(scene: str, variant: int) -> bytes:
    """The picture of a scene as a BMP file; the same variant is always the same picture."""
    dice = Dice("scene", scene, variant)
    return SCENES[scene](dice).picture(dice)
