"""The words a text is filled with: names, pronouns in the right case, dates and amounts as an office writes them."""

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
}
_WHEELCHAIR: Final = frozenset({"rollstuhl_hand", "rollstuhl_elektro"})
_CALLED: Final = {
    "kind": ("Mutter", "Vater"),
    "partner": ("Frau", "Mann"),
    "sonst_angeh": ("Tante", "Onkel"),
}
_WALKS: Final = "[geht]"
_ROLLS: Final = "[rollt]"
_RENTED: Final = "[miete] "
WEEKDAYS: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def rolls(aids: Sequence[str]) -> bool:
    """Whether somebody is in a wheelchair."""
    return not _WHEELCHAIR.isdisjoint(aids)


def fitting(texts: Sequence[str], aids: Sequence[str]) -> list[str]:
    """The texts that fit: ``[geht]`` is for those who walk with trouble, ``[rollt]`` for wheelchairs."""
    walks = _WALKS if not rolls(aids) and "keine" not in aids else ""
    own = _ROLLS if rolls(aids) else walks
    return [
        text.removeprefix(f"{own} ")
        for text in texts
        if not text.startswith("[") or text.startswith(own or "-")
    ]


def words_for(person: Somebody, building: Mapping[str, Any], dwelling: Mapping[str, Any]) -> dict[str, str]:
    """The words for one case; what belongs to one contact or measure is added where it is told."""
    is_woman, kin = person.gender == "w", person.kin
    title = person.values["salutation"]
    hers = kin.gender == "w"
    article = "die" if hers else "der"
    called = _CALLED.get(person.enquirer, ("Angehörige", "Angehöriger"))[0 if is_woman else 1]
    floor = dwelling.get("floor") or 0
    lift = "mit Aufzug" if building.get("has_lift") else "ohne Aufzug"
    return {
        "Frau": f"{title} {person.name.family}" if title else person.name.given,
        "Frau_dat": f"{'Frau' if is_woman else 'Herrn'} {person.name.family}" if title else person.name.given,
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
        "Kindkurz": kin.word,
        "stock": f"{floor}. Stock {lift}" if floor > 0 else "Erdgeschoss",
        "vermietung": dwelling.get("landlord_name") or "Vermietung",
        "rents": "yes" if dwelling.get("landlord") else "",
        "sprache": load_code_list("language").label(person.values["language"], "de"),
        "pflegegrad": person.values["care_grade"],
        **_aid_words(person.values["aids"] or ()),
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
    """One of the texts, filled; a text that needs a word that is not known here is left out."""
    sayable = [text for text in texts if _is_sayable(text, words)]
    said = dice.one(sayable or texts).removeprefix(_RENTED).format_map(words)
    return said.replace("..", ".")


def _is_sayable(text: str, words: Mapping[str, str]) -> bool:
    """Whether a text fits: those on renting only where it is rented, those on a care grade where there is one."""
    if text.startswith(_RENTED) and not words["rents"]:
        return False
    return "{pflegegrad}" not in text or words["pflegegrad"].isdecimal()


def concern(
    dice: Dice, person: Somebody, words: Mapping[str, str], own: Sequence[str], kin: Sequence[str]
) -> str:
    """What is wanted, in the words of whoever asks."""
    if person.enquirer == "selbst":
        return one_said(dice, own, words)
    if person.enquirer in _CALLED and (
        person.enquirer != "sonst_angeh" or person.kin.relation == "elternteil"
    ):
        return one_said(dice, kin, words)
    return ""


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
