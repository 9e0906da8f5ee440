"""What the heading of a column of a population table says: area, day, source, age, sex, or a group of ages."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from zwk_barrier.rules.folding import fold

Role = Literal[
    "area", "day", "source", "sex", "age", "age_from", "age_to", "count", "group", "share", "other"
]

OLDEST: Final = 130


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AREA: Final = _set(
    "ortsteil stadtteil stadtbezirk bezirk gebiet gemeinde amt ort raum raumeinheit quartier ot st ags schlussel"
    " gebietsschlussel gebietseinheit kennziffer area nr nummer name bezeichnung region kommune kreis"
)
_AREA_PARTS: Final = _set("nr nummer name id key code schlussel nummern bezeichnung")
_LEVELS: Final = ("ortsteil", "stadtteil", "stadtbezirk", "bezirk", "gemeinde", "amt", "kreis")
_DAY: Final = _set("stichtag datum stand jahr day date year zeitpunkt")
_SOURCE: Final = frozenset({"quelle", "source", "herkunft"})
_COUNT: Final = _set("anzahl personen einwohner bevolkerung wert count persons value platze")
_TOTAL: Final = _set("insgesamt gesamt summe total alle einwohner bevolkerung personen ew")
_SEX_COLUMN: Final = frozenset({"geschlecht", "sex", "gender"})
_SEXES: Final = {
    **dict.fromkeys(("m", "mannlich", "manner", "male", "mann", "1"), "m"),
    **dict.fromkeys(("w", "weiblich", "frauen", "female", "f", "frau", "2"), "w"),
    **dict.fromkeys(("d", "divers", "diverse", "3"), "d"),
    **dict.fromkeys(("", "insgesamt", "gesamt", "zusammen", "alle", "beide", "i", "total", "z"), None),
}
_AGE_COLUMN: Final = _set("alter altersgruppe altersklasse age agegroup altersjahr jahre")
_FROM: Final = frozenset({"alter von", "von", "altervon", "age from", "von alter", "alter ab"})
_TO: Final = frozenset({"alter bis", "bis", "alterbis", "age to", "bis alter"})
_SHARE: Final = re.compile(r"%|\b(?:prozent|anteil|quote|quotient|share|percent|dichte|durchschnitt\w*)\b")
_YEARS: Final = re.compile(r"\b(?:jahre?n?|jahriger?n?|j|jg)\b")
_OLDER: Final = re.compile(
    r"\b(?:und|u|oder|o) (?:alter|altere[rn]?|a|mehr|m|daruber|daruber hinaus)\b|\bplus\b"
)
_BELOW: Final = re.compile(r"(?:\b(?:bis|b)|-) ?(?:unter|u)\b")
_NOISE: Final = re.compile(
    r"\b(?:alter|age|a|im|von|der|personen|einwohner|bevolkerung|anzahl|altersgruppe)\b"
)
_SPANS: Final = (
    (re.compile(r"(?:u|unter|<|under|to) ?([0-9]{1,3})"), (None, -1)),
    (re.compile(r"(?:bis) ?([0-9]{1,3})"), (None, 0)),
    (re.compile(r"(?:uber|over|>) ?([0-9]{1,3})"), (1, None)),
    (re.compile(r"(?:ab|>=) ?([0-9]{1,3})"), (0, None)),
    (re.compile(r"([0-9]{1,3}) ?\+"), (0, None)),
)
"""Forms with one number, and what has to be added to it: as the first age, or as the last."""
_BETWEEN: Final = re.compile(r"([0-9]{1,3}) ?(-|bis|to|<| ) ?([0-9]{1,3})")
_ONE: Final = re.compile(r"[0-9]{1,3}")
_SEX_WORD: Final = re.compile(r"\b(?:mannlich|manner|male|m|weiblich|frauen|female|w|divers|d)\b")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of ages, both counted; both None for all, ``last`` None without an upper end."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds; ``level`` of an area column as far as its heading names one."""

    role: Role
    text: str
    group: Group | None = None
    sex: str | None = None
    level: str = ""


def read_heading(text: str) -> Heading:
    """The meaning of a heading; ``other`` where there is none for this table."""
    plain = _plain(text)
    words = plain.split()
    if _SHARE.search(plain):
        return Heading("share", text)
    named = next((role for role, is_named in _NAMED if is_named(words, plain)), None)
    if named is not None:
        level = next((level for level in _LEVELS if words[0].startswith(level)), "")
        return Heading(named, text, level=level if named == "area" else "")
    group, sex = _group_and_sex(plain)
    if group is not None:
        return Heading("count" if plain in _COUNT else "group", text, group, sex)
    return Heading("count" if plain in _COUNT else "other", text)


def read_group(text: str) -> Group | None:
    """The ages a text names, e.g. ``65-69``, ``85+``, ``unter 18``; None for anything else."""
    return _group_and_sex(_plain(text))[0]


def read_sex(text: str) -> tuple[bool, str | None]:
    """Whether a text names a sex or all, and the code of gender (None for all)."""
    key = _plain(text)
    return key in _SEXES, _SEXES.get(key)


def _plain(text: str) -> str:
    # Folded, Ü65 would read like U65.
    written = re.sub(r"(?i)\b(?:\u00fc|ue) ?(?=[0-9])", ">=", text)
    lowered = fold(written.replace("–", "-").replace("—", "-").replace("≥", ">=").replace("&", "u"))
    spaced = re.sub(r"[_./()\[\]:,;'\"]", " ", lowered)
    # A hyphen between numbers parts ages; anywhere else it only joins words.
    return " ".join(re.sub(r"(?<![0-9 ])-|-(?![0-9 ub])", " ", re.sub(r" ?- ?", "-", spaced)).split())


def _is_area(words: list[str]) -> bool:
    return bool(words) and all(
        word in _AREA | _AREA_PARTS or any(word == level + part for level in _LEVELS for part in _AREA_PARTS)
        for word in words
    )


_NAMED: Final[tuple[tuple[Role, Callable[[list[str], str], bool]], ...]] = (
    ("age_from", lambda _words, plain: plain in _FROM),
    ("age_to", lambda _words, plain: plain in _TO),
    ("day", lambda words, _plain: bool(words) and words[0] in _DAY),
    ("source", lambda _words, plain: plain in _SOURCE),
    ("sex", lambda _words, plain: plain in _SEX_COLUMN),
    ("age", lambda _words, plain: plain in _AGE_COLUMN),
    ("area", lambda words, _plain: _is_area(words)),
)


def _group_and_sex(plain: str) -> tuple[Group | None, str | None]:
    apart = re.sub(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])", " ", plain)
    found = _SEX_WORD.search(_OLDER.sub("+", apart))
    sex = None if found is None else _SEXES[found[0]]
    rest = _OLDER.sub("+", _YEARS.sub(" ", apart).replace("  ", " "))
    rest = " ".join((rest if found is None else _SEX_WORD.sub(" ", rest)).split())
    if all(word in _TOTAL for word in rest.split()):
        return (Group(None, None) if rest or sex else None), sex
    group = _ages(" ".join(_NOISE.sub(" ", _BELOW.sub("<", rest)).split()).strip("- "))
    return (group if group is not None and _is_possible(group) else None), sex


def _ages(bare: str) -> Group | None:
    if found := _BETWEEN.fullmatch(bare):
        return Group(int(found[1]), int(found[3]) - (1 if found[2] == "<" else 0))
    if _ONE.fullmatch(bare):
        return Group(int(bare), int(bare))
    for form, (first, last) in _SPANS:
        if found := form.fullmatch(bare):
            age = int(found[1])
            return Group(0, age + last) if last is not None else Group(age + (first or 0), None)
    return None


def _is_possible(group: Group) -> bool:
    first, last = group.first or 0, group.last
    return 0 <= first <= OLDEST and (last is None or first <= last <= OLDEST)
