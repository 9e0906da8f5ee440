"""Invented people: who seeks advice, their household, and who cares for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.names import (
    Background,
    Gender,
    Name,
    adult_name,
    some_background,
    younger_name,
)
from zwk_barrier.casework.demonstration.stories import Story, remarks

CHILD: Final = "kind"
"""The story of a child, for whom a parent speaks."""

# Ranges that are reserved for films and never ring.
_PHONES: Final = ("030 23125", "040 66969", "069 90009", "0221 4710", "089 99998")
_MOBILE: Final = "0171 39200"
_INSURANCES: Final = (
    "AOK Bremen/Bremerhaven",
    "AOK Bremen/Bremerhaven",
    "hkk Krankenkasse",
    "BARMER",
    "DAK-Gesundheit",
    "Techniker Krankenkasse",
    "KNAPPSCHAFT",
    "IKK gesund plus",
    "BKK firmus",
)


@dataclass(frozen=True, slots=True)
class Kin:
    """Who cares for somebody: the code of the relation, the words for it, and the name."""

    relation: str
    word: str
    gender: Gender
    name: Name


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person with everything that is kept, and who cares for them."""

    background: Background
    gender: Gender
    name: Name
    values: dict[str, Any]
    kin: Kin
    enquirer: str


def phone(dice: Dice, *, mobile: bool = False) -> str:
    """A phone number that cannot ring."""
    if mobile:
        return f"{_MOBILE}{int(dice.between(0, 99)):02d}"
    return f"{dice.one(_PHONES)}{int(dice.between(0, 999)):03d}"


def somebody(dice: Dice, story: Story, opened: date, composed: int) -> Somebody:
    """A person whose story it is, as of the day the case was opened."""
    background = some_background(dice)
    is_child = story.key == CHILD
    gender: Gender = "w" if dice.chance(48 if is_child else 66) else "m"
    name = adult_name(dice, background, gender, composed)
    if is_child:
        name = Name(dice.one(background.children[gender]), name.family)
    enquirer = (
        dice.one(story.enquirers) if story.enquirers else dice.one(("selbst", "selbst", "selbst", "kind"))
    )
    household = dice.one(story.households) if story.households else dice.one(("allein", "allein", "paar"))
    kin = _kin(dice, background, name, gender, enquirer, is_child=is_child, household=household)
    values = {
        "salutation": None if is_child else {"w": "Frau", "m": "Herr"}[gender],
        "given_name": name.given,
        "family_name": name.family,
        "gender": gender,
        **dict(_reach(dice, name, enquirer)),
        **dict(_born(dice, story, opened)),
        **dict(_speech(dice, background, story, is_child=is_child)),
        **dict(_household(dice, story, household)),
        **dict(_health(dice, story, opened)),
        **dict(_cover(dice, story, is_child=is_child)),
        "note": dice.one(remarks("person")) if dice.chance(25) and not is_child else None,
    }
    return Somebody(background, gender, name, values, kin, enquirer)


def _reach(dice: Dice, name: Name, enquirer: str) -> Iterator[tuple[str, Any]]:
    yield "phone", phone(dice, mobile=dice.chance(18)) if dice.chance(93) else None
    yield "phone_other", phone(dice, mobile=True) if dice.chance(15) else None
    yield "email", name.email if dice.chance(18) else None
    through_kin = enquirer == "kind" and dice.chance(50)
    yield (
        "contact_preference",
        "ueber_angehoerige" if through_kin else dice.one(("telefon", "telefon", "brief", None)),
    )


def _born(dice: Dice, story: Story, opened: date) -> Iterator[tuple[str, Any]]:
    age = dice.between(*story.ages)
    born = opened - timedelta(days=int(age * 365.25 + dice.between(0, 364)))
    knows = dice.between(1, 100)
    yield "born_on", born if knows > 18 else None  # of one hundred
    yield "birth_year", born.year if 3 < knows <= 18 else None  # of one hundred


def _speech(dice: Dice, background: Background, story: Story, *, is_child: bool) -> Iterator[tuple[str, Any]]:
    needs = dice.chance(background.speaks) and not is_child
    yield "language", background.language if needs else "de"
    communication = [*story.communication, *(["dolmetschen_laut"] if needs and dice.chance(70) else [])]
    if not communication and dice.chance(12):
        communication = [dice.one(("grossdruck", "begleitperson", "leichte_sprache"))]
    yield "communication", communication or ["keine"]
    came = background.key != "german"
    share = 85 if came else 3
    yield (
        "migration",
        ("selbst_zugewandert" if dice.chance(share) else "nein") if dice.chance(80) else "unbekannt",
    )


def _household(dice: Dice, story: Story, household: str) -> Iterator[tuple[str, Any]]:
    size = {"allein": 1, "paar": 2}.get(household, int(dice.between(3, 5)))
    yield "household_form", household
    yield "household_size", size
    in_care = story.in_care or (2 if size > 1 and dice.chance(12) else 1)
    yield "household_in_care", in_care if dice.chance(70) or story.in_care else None


def _health(dice: Dice, story: Story, opened: date) -> Iterator[tuple[str, Any]]:
    grade = dice.one(story.care_grades)
    yield "care_grade", grade
    since = opened - timedelta(days=int(dice.between(20, 1500)))
    yield "care_grade_since", since.replace(day=1) if grade.isdecimal() and dice.chance(65) else None
    has_degree = grade.isdecimal() and dice.chance(55)
    degree = int(dice.between(50, 100, 10)) if has_degree else None
    yield "disability_degree", degree
    yield "disability_marks", (["g", "ag", "b"][: int(dice.between(1, 3))] if has_degree else None)
    more = ["hoeren"] if dice.chance(15) and not {"hoeren", "keine"} & set(story.impairments) else []
    yield "impairments", [*story.impairments, *more]
    aids = list(dice.one(story.aids))
    yield "aids", aids
    rolls = {"rollator", "rollstuhl_hand", "rollstuhl_elektro", "scooter"} & set(aids)
    low, high = story.width or (58, 66)
    yield "aid_width_cm", int(dice.between(low, high)) if rolls and dice.chance(75) else None
    yield "falls", dice.one(story.falls)


def _cover(dice: Dice, story: Story, *, is_child: bool) -> Iterator[tuple[str, Any]]:
    kind = "gkv" if story.income or dice.chance(91) else dice.one(("pkv", "beihilfe"))
    yield "insurance_type", kind
    yield "insurance", dice.one(_INSURANCES) if kind == "gkv" and dice.chance(85) else None
    income = dice.one(("keine_leistung", "keine_leistung", "wohngeld", "unbekannt", "grundsicherung_sgb12"))
    yield "income", story.income or income
    guardianship = dice.one(
        ("keine", "keine", "vorsorgevollmacht", "vorsorgevollmacht", "gesetzliche_betreuung")
    )
    yield "guardianship", None if is_child or dice.chance(25) else guardianship


def _kin(
    dice: Dice,
    background: Background,
    name: Name,
    gender: Gender,
    enquirer: str,
    *,
    is_child: bool,
    household: str,
) -> Kin:
    theirs: Gender = "w" if dice.chance(64) else "m"
    if is_child:
        word = {"w": "Mutter", "m": "Vater"}[theirs]
        return Kin("elternteil", word, theirs, Name(dice.early(background.younger[theirs]), name.family))
    if enquirer == "partner" or (household == "paar" and dice.chance(35)):
        other: Gender = "m" if gender == "w" else "w"
        word = {"w": "Ehefrau", "m": "Ehemann"}[other]
        return Kin("partner", word, other, Name(dice.early(background.given[other]), name.family))
    relation, women, men = dice.weighted(
        [
            (("kind", "Tochter", "Sohn"), 68),
            (("schwiegerkind", "Schwiegertochter", "Schwiegersohn"), 8),
            (("sonst_angeh", "Nichte", "Neffe"), 10),
            (("nachbar_freund", "Nachbarin", "Nachbar"), 14),
        ]
    )
    if enquirer == "kind":
        relation, women, men = "kind", "Tochter", "Sohn"
    word = {"w": women, "m": men}[theirs]
    if relation == "nachbar_freund":
        return Kin(relation, word, theirs, adult_name(dice, some_background(dice), theirs, 0))
    return Kin(relation, word, theirs, younger_name(dice, background, theirs, name.family))
