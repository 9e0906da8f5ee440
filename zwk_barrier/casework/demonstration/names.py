"""Invented people's names, as they are common in Bremerhaven; no list of real persons was used."""

import string
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.resources import resource

Gender = Literal["w", "m"]

_WRITTEN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ı": "i", "đ": "d"})
_ADDRESS: Final = frozenset(string.ascii_lowercase + ".-")
_DOUBLE_GIVEN: Final = 7
_DOUBLE_FAMILY: Final = 6
_MARRIED_INTO_ANOTHER: Final = 5


@dataclass(frozen=True, slots=True)
class Background:
    """Where a family comes from: its names in three generations, and the language it may need."""

    key: str
    share: int
    language: str
    speaks: int
    given: dict[str, tuple[str, ...]]
    younger: dict[str, tuple[str, ...]]
    children: dict[str, tuple[str, ...]]
    family: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    feminine: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A given and a family name."""

    given: str
    family: str

    @property
    def email(self) -> str:
        """An address at a domain that is reserved for examples."""
        written = f"{self.given}.{self.family}".lower().translate(_WRITTEN).replace(" ", ".")
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", written) if letter in _ADDRESS)
        return f"{bare}@example.org"


@cache
def backgrounds() -> tuple[Background, ...]:
    """All backgrounds, the most frequent first."""
    with resource("demonstration", "names.toml").open("rb") as file:
        content = tomllib.load(file)
    return tuple(_background(key, row) for key, row in content.items())


def _background(key: str, row: dict[str, Any]) -> Background:
    def words(name: str) -> tuple[str, ...]:
        return tuple(row.get(name, "").split())

    language, speaks = row["speaks"]
    pairs = [pair.split(">") for pair in words("feminine")]
    return Background(
        key,
        row["share"],
        language,
        speaks,
        {"w": words("women"), "m": words("men")},
        {"w": words("younger_women") or words("women"), "m": words("younger_men") or words("men")},
        {
            "w": words("children_women") or words("younger_women") or words("women"),
            "m": words("children_men") or words("younger_men") or words("men"),
        },
        words("family"),
        words("stems"),
        words("endings"),
        tuple((masculine, feminine) for masculine, feminine in pairs),
    )


def some_background(dice: Dice) -> Background:
    """A background, as often as it is met in the town."""
    return dice.weighted([(background, background.share) for background in backgrounds()])


def adult_name(dice: Dice, background: Background, gender: Gender, composed: int) -> Name:
    """A name of the older generation; ``composed`` of one hundred family names are put together."""
    given = dice.early(background.given[gender])
    if dice.chance(_DOUBLE_GIVEN + composed / 3):
        second = dice.early(background.given[gender])
        given = given if second == given else f"{given}{'-' if dice.chance(60) else ' '}{second}"
    return Name(given, family_name(dice, background, gender, composed))


def younger_name(dice: Dice, background: Background, gender: Gender, family: str) -> Name:
    """A daughter or a son; most daughters bear another family name."""
    keeps = dice.chance(85 if gender == "m" else 35)
    own = _form(background, family, gender) if keeps else family_name(dice, background, gender, 0)
    return Name(dice.early(background.younger[gender]), own)


def family_name(dice: Dice, background: Background, gender: Gender, composed: int) -> str:
    """A family name in the form the gender asks for; some are double, some married in."""
    origin = background
    if gender == "w" and background.key != "german" and dice.chance(_MARRIED_INTO_ANOTHER):
        origin = backgrounds()[0]
    name = _single(dice, origin, gender, composed)
    if dice.chance((_DOUBLE_FAMILY if gender == "w" else 1) + composed / 6):
        second = _single(dice, backgrounds()[0], gender, composed)
        name = name if second == name else f"{name}-{second}"
    return name


def _single(dice: Dice, background: Background, gender: Gender, composed: int) -> str:
    if background.stems and dice.chance(composed):
        return dice.one(background.stems) + dice.one(background.endings)
    return _form(background, dice.early(background.family), gender)


def _form(background: Background, family: str, gender: Gender) -> str:
    for masculine, feminine in background.feminine:
        if gender == "w" and family.endswith(masculine):
            return family.removesuffix(masculine) + feminine
        if gender == "m" and family.endswith(feminine):
            return family.removesuffix(feminine) + masculine
    return family
