"""What takes people out of a text: names, streets, numbers and days are found however they are written.

Pseudonyms are keyed: the same person has the same one in every document of an office, and nobody without the
office's key can try names until one fits.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

Kind = Literal["person", "staff", "organisation", "case"]

_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"  # none that is taken for a digit
_PAIRS: Final = 3
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BETWEEN: Final = r"[\s\u00a0-]+"
_IN_NUMBERS: Final = r"[\s\u00a0()/.\u2010-\u2015-]*"
_LEAST_DIGITS: Final = 5
_LEAST_NAME: Final = 2
_UMLAUTS: Final[Mapping[str, str]] = {
    "ä": "(?:ä|ae|a)",
    "ö": "(?:ö|oe|o)",
    "ü": "(?:ü|ue|u)",
    "ß": "(?:ß|ss)",
}
_HOUSE_NUMBER: Final = r"(?:\s+\d{1,4}(?:\s?[a-zA-Z](?!\w))?)?"
_STREET: Final = re.compile(r"(?:straße|strasse|str\.?)$", re.IGNORECASE)

# Names that are words as well: only with a capital letter are they taken for somebody, or „90 cm lang“ tells the name.
_WORDS_AS_WELL: Final = frozenset(
    (
        *("alt", "bad", "berg", "braun", "ernst", "frank", "frei", "fromm", "groß", "gut", "hart", "heide"),
        *("hell", "hoch", "jung", "kalt", "klein", "klug", "kraft", "krumm", "kurz", "lang", "lange", "laut"),
        *("licht", "mark", "mild", "neu", "reich", "rein", "rose", "rot", "roth", "rund", "sanft", "scharf"),
        *(
            "schnell",
            "schön",
            "schwarz",
            "selig",
            "sommer",
            "stark",
            "stein",
            "still",
            "stolz",
            "süß",
            "tief",
        ),
        *("treu", "unger", "voll", "wacker", "weich", "weiß", "weit", "wild", "will", "winter", "wolf"),
    )
)

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MONTH_STAYS: Final = r"(?!\d\d/(?:19|20)\d\d(?!\d))"
_PHONE: Final = re.compile(rf"(?<!\w){_MONTH_STAYS}(?:\+|00|0)\d(?:[ \t\u00a0()/.-]{{0,2}}\d){{4,}}(?!\w)")
_LONG_NUMBER: Final = re.compile(rf"(?<![\w.,]){_MONTH_STAYS}[A-Z]?\d(?:[ \t\u00a0/]?\d){{6,}}(?!\w)")
_CASE_NUMBER: Final = re.compile(r"(?<!\w)(?:19|20)\d\d[-\u2010\u2011]\d{3,}(?:-\d+)?(?!\w)")
_POSTCODE: Final = re.compile(r"(?<![\w.,])\d{5}(?=\s+[A-ZÄÖÜ])")
_DAY: Final = re.compile(
    r"(?<![\w.])(?:0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.(?:\s?((?:19|20)?\d\d))?(?!\d)"
)
_ISO_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_WORDY_DAY: Final = re.compile(
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.?\s+"
    r"(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|March|May|June|July|October|December)\b"
)
_ADDRESS: Final = re.compile(
    r"(?<!\w)[A-ZÄÖÜ][\w.-]*(?:[\s-][A-ZÄÖÜ][\w.-]*){0,2}?"
    r"(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Aa]llee|[Pp]latz|[Gg]asse|[Uu]fer|[Dd]amm|[Rr]ing|[Dd]eich|[Hh]of)"
    r"\s+\d{1,4}\s?[a-z]?(?!\w)"
)
_TITLED: Final = re.compile(
    r"\b(Frau|Fr\.|Herrn?|Hr\.|Familie|Fam\.|Eheleute|Dr\.|Prof\.)((?:\s+(?:Dr\.|Prof\.|von|van|de|zu|der|den))*"
    r"(?:[\s\u00a0]+[A-ZÄÖÜ][\w'’]+(?:-[A-ZÄÖÜ][\w'’]+)?){1,2})"
)


def pseudonym(key: bytes, kind: Kind, identity: str) -> str:
    """What stands for somebody, e.g. ``A7K4M2``: always the same for a key, 12 million different ones."""
    number = int.from_bytes(hmac.digest(key, f"{kind}\0{identity}".encode(), hashlib.sha256)[:8])
    parts = []
    for _pair in range(_PAIRS):
        number, letter = divmod(number, len(_LETTERS))
        number, digit = divmod(number, 10)
        parts.append(f"{_LETTERS[letter]}{digit}")
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Known:
    """Something that must not be read, and what stands there instead.

    A ``number`` is compared by its digits; a ``street`` goes with the house number behind it.
    """

    text: str
    instead: str
    kind: Literal["name", "number", "street"] = "name"


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands for something the case does not know but a text shows: ready to read."""

    name: str
    number: str
    address: str
    mail: str


@dataclass(frozen=True)
class Redactor:
    """Takes everything ``known`` out of texts, and what looks like a name, an address, a number or a day."""

    known: tuple[Known, ...]
    signs: Signs

    def redacted(self, text: str) -> str:
        """The text without anybody in it; days become months, so that „am 09.11.2026“ is „am 11/2026“."""
        said = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        said = _MAIL.sub(self.signs.mail, said)
        if self._pattern is not None:
            said = self._pattern.sub(lambda match: self._replacements[match.lastgroup or ""], said)
            said = self._repeated.sub(r"\1", said)  # given and family name are one person
        said = _ADDRESS.sub(self.signs.address, said)
        said = _TITLED.sub(self._titled, said)
        said = _WORDY_DAY.sub(r"\1", _ISO_DAY.sub(r"\2/\1", _DAY.sub(_month, said)))
        for pattern in (_CASE_NUMBER, _PHONE, _LONG_NUMBER, _POSTCODE):
            said = pattern.sub(self.signs.number, said)
        return said

    def without_known(self, text: str) -> str:
        """The text with only those it knows taken out; days, addresses and numbers of anybody else stay."""
        if self._pattern is None:
            return text
        said = self._pattern.sub(lambda match: self._replacements[match.lastgroup or ""], text)
        return self._repeated.sub(r"\1", said)

    def _titled(self, match: re.Match[str]) -> str:
        """„Frau Petrova“ whom nobody knows; what stands there instead already stays."""
        named = match[2].strip()
        ours = {word for one in self.known for word in one.instead.split()}
        return match[0] if named.split()[0] in ours else f"{match[1]} {self.signs.name}"

    @cached_property
    def _ordered(self) -> tuple[Known, ...]:
        wanted = [one for one in self.known if _is_worth(one)]
        return tuple(sorted(wanted, key=lambda one: -len(one.text)))

    @cached_property
    def _replacements(self) -> Mapping[str, str]:
        return {f"k{at}": one.instead for at, one in enumerate(self._ordered)}

    @cached_property
    def _repeated(self) -> re.Pattern[str]:
        names = "|".join(sorted(map(re.escape, {one.instead for one in self._ordered})))
        return re.compile(rf"({names})(?:,?\s+\1)+")

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        parts = [f"(?P<k{at}>{_written(one)})" for at, one in enumerate(self._ordered)]
        return re.compile("|".join(parts)) if parts else None


def name_parts(*names: str | None) -> tuple[str, ...]:
    """The whole name and each of its parts, as a text may use them alone; titles and particles are left out."""
    found: list[str] = []
    for name in names:
        words = (name or "").replace(",", " ").split()
        parts = [word for word in words if len(word) > _LEAST_NAME and word[0].isupper() and "." not in word]
        halves = (half for word in parts for half in word.split("-"))
        found += [" ".join(words), *parts, *(half for half in halves if len(half) > _LEAST_NAME)]
    return tuple(dict.fromkeys(one for one in found if one))


def known_names(names: Iterable[str | None], instead: str) -> list[Known]:
    """All ways to name somebody, each replaced by the same."""
    return [Known(part, instead) for part in name_parts(*names)]


def _is_worth(one: Known) -> bool:
    if one.kind == "number":
        return sum(char.isalnum() for char in one.text) >= _LEAST_DIGITS
    return len(one.text.strip()) >= _LEAST_NAME


def _written(one: Known) -> str:
    if one.kind == "number":
        return _number(one.text)
    return _name(one.text) + (_HOUSE_NUMBER if one.kind == "street" else "")


def _number(text: str) -> str:
    digits = [char for char in unicodedata.normalize("NFKC", text).removeprefix("+49") if char.isalnum()]
    begin = ""
    if text.startswith(("0", "+49")) and not text.startswith("00"):
        digits = digits[1:] if digits[0] == "0" else digits
        begin = r"(?:(?:\+|00)49" + _IN_NUMBERS + r"(?:\(0\)|0)?|0)" + _IN_NUMBERS
    return rf"(?<!\w){begin}(?i:{_IN_NUMBERS.join(map(re.escape, digits))})(?!\w)"


def _name(text: str) -> str:
    words = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).strip().split()
    if len(words) == 1 and words[0].casefold() in _WORDS_AS_WELL:
        capital = re.escape(words[0][0].upper())
        return rf"(?<!\w){capital}(?i:{_letters(words[0][1:])}(?:['’]?s)?)(?!\w)"
    return rf"(?<!\w)(?i:{_BETWEEN.join(_word(word) for word in words)}(?:['’]?s)?)(?!\w)"


def _word(word: str) -> str:
    """A word as it may be written: with and without umlauts, a street in full and short."""
    if street := _STREET.search(word):
        return _letters(word[: street.start()]) + r"[\s-]?(?:straße|strasse|str\.?)"
    return _letters(word)


def _letters(word: str) -> str:
    return "".join(_UMLAUTS.get(char.lower()) or re.escape(char) for char in word)


def _month(match: re.Match[str]) -> str:
    month, year = int(match[1]), match[2]
    if year is None:
        return f"{month:02}/…"
    return f"{month:02}/{year if len(year) > _LEAST_NAME else f'20{year}'}"
