"""The words a text is filled with: names, pronouns in the right case, dates and amounts as an office writes them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.people import Somebody
from zwk_barrier.reference.codes import load_code_list

_ROLLING: Final = {
    "rollstuhl_elektro": "Rollstuhl",
    "rollstuhl_hand": "Rollstuhl",
    "scooter": "Scooter",
    "rollator": "Rollator",
    "pflegebett": "Rollstuhl",
}
_DOES_NOT_WALK: Final = frozenset({"rollstuhl_hand", "rollstuhl_elektro", "pflegebett", "lifter"})
_CALLED: Final = {
    "kind": ("Mutter", "Vater"),
    "partner": ("Frau", "Mann"),
    "sonst_angeh": ("Tante", "Onkel"),
}
_TAGS: Final = re.compile(r"(?:\[\w+\])+ ")
_TAG: Final = re.compile(r"\[(\w+)\]")
WEEKDAYS: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def rolls(aids: Sequence[str]) -> bool:
    """Whether somebody is in a wheelchair or cannot leave the bed without help."""
    return not _DOES_NOT_WALK.isdisjoint(aids)


def words_for(person: Somebody, building: Mapping[str, Any], dwelling: Mapping[str, Any]) -> dict[str, str]:
    """The words for one case; what belongs to one contact or measure is added where it is told."""
    is_woman, kin = person.gender == "w", person.kin
    title = person.values["salutation"]
    spoken = kin if title is None else person
    address = {"w": ("Frau", "Frau"), "m": ("Herr", "Herrn")}[spoken.gender]
    hers = kin.gender == "w"
    article = "die" if hers else "der"
    called = _CALLED.get(person.enquirer, ("Angehörige", "Angehöriger"))[0 if is_woman else 1]
    floor = dwelling.get("floor") or 0
    lift = "mit Aufzug" if building.get("has_lift") else "ohne Aufzug"
    return {
        "Frau": f"{address[0]} {spoken.name.family}",
        "Frau_dat": f"{address[1]} {spoken.name.family}",
        "sie": "sie" if is_woman else "er",
        "Sie": "Sie" if is_woman else "Er",
        "ihm": "ihr" if is_woman else "ihm",
        "ihn": "sie" if is_woman else "ihn",
        "meine": "meine" if is_woman else "meinen",
        "Meine": "Meine" if is_woman else "Mein",
        "mutter": called,
        "Meinpartner": "Mein Mann" if is_woman else "Meine Frau",
        "kind": f"{article} {kin.word}",
        "Kind": f"{article.capitalize()} {kin.word}",
        "kind_akk": f"{'die' if hers else 'den'} {_weak(kin.word)}",
        "kind_dativ": f"{'der' if hers else 'dem'} {_weak(kin.word)}",
        "von_kind": f"von der {kin.word}" if hers else f"vom {_weak(kin.word)}",
        "Kindkurz": kin.word,
        "stock": f"{floor}. Stock {lift}" if floor > 0 else "Erdgeschoss",
        "vermietung": dwelling.get("landlord_name") or "Vermietung",
        "sprache": load_code_list("language").label(person.values["language"], "de"),
        "pflegegrad": person.values["care_grade"],
        **_aid_words(person.values["aids"] or ()),
        **{f"is_{tag}": "ja" if is_so else "" for tag, is_so in _tags_of(person, dwelling).items()},
    }


def _tags_of(person: Somebody, dwelling: Mapping[str, Any]) -> dict[str, bool]:
    aids, is_fit = person.values["aids"] or (), person.values["impairments"] == ["keine"]
    return {
        "miete": bool(dwelling.get("landlord")),
        "pflege": str(person.values["care_grade"]).isdecimal(),
        "kind": person.enquirer == "kind",
        "rollt": rolls(aids),
        "geht": not rolls(aids) and not is_fit,
        "fit": is_fit,
        "betroffen": not is_fit,
    }


def _weak(noun: str) -> str:
    """Nouns that change: dem Nachbarn, dem Neffen."""
    return f"{noun}n" if noun in {"Nachbar", "Neffe"} else noun


def _aid_words(aids: Sequence[str]) -> dict[str, str]:
    own = next((word for code, word in _ROLLING.items() if code in aids), None)
    word, nominative, accusative, dative = (
        (own, "der", "den", "dem") if own else ("Rollator", "ein", "einen", "einem")
    )
    return {
        "hilfe_nom": f"{nominative} {word}",
        "Hilfe_nom": f"{nominative.capitalize()} {word}",
        "hilfe_akk": f"{accusative} {word}",
        "hilfe_dativ": f"{dative} {word}",
    }


def one_said(dice: Dice, texts: Sequence[str], words: Mapping[str, str]) -> str:
    """One of the texts that fit, filled; empty when none does.

    ``[miete]`` before a text says that it is for tenants only; so with ``[pflege]``, ``[kind]`` (a daughter
    or son asks), ``[geht]`` (walks with trouble), ``[rollt]``, ``[fit]``, ``[betroffen]`` (not fit) and
    ``[bleibt]`` (does not want to move).
    """
    fitting = [text for text in texts if fits(text, words)]
    said = _TAGS.sub("", dice.one(fitting)).format_map(words) if fitting else ""
    return said.replace("..", ".")


def fits(text: str, words: Mapping[str, str]) -> bool:
    """Whether a text fits the case these words are about."""
    tags = _TAG.findall(found[0]) if (found := _TAGS.match(text)) else []
    if "{pflegegrad}" in text:
        tags.append("pflege")
    return all(words[f"is_{tag}"] for tag in tags)


def concern(
    dice: Dice, person: Somebody, words: Mapping[str, str], own: Sequence[str], kin: Sequence[str]
) -> str:
    """What is wanted, in the words of whoever asks; empty when somebody asks whose profession it is."""
    is_family = person.enquirer in {"selbst", "kind", "partner"} or person.kin.relation == "elternteil"
    if not is_family and person.enquirer != "sonst_angeh":
        return ""
    theirs = "" if person.enquirer == "selbst" else one_said(dice, kin, words)
    return theirs or one_said(dice, own, words)


def short_day(day: date) -> str:
    """A day as it is jotted down, e.g. ``Di 3.11.``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}.{day.month}."


def amount(cents: float) -> str:
    """``9.480 €``, rounded to ten euros, with a space that does not break."""
    return f"{round(cents / 1000) * 10:,} €".replace(",", ".")


def quantity(value: float, unit: str) -> str:
    """A measured value ready to read: ``62,5 cm``, ``2 Stufen``."""
    number = f"{value:g}".replace(".", ",")
    if unit == "Anzahl":
        return f"{number} {'Stufe' if value == 1 else 'Stufen'}"
    return f"{number} {unit}"
