"""Arabic, Persian, Kurdish and Hebrew words: their letters joined, and names of theirs turned in German lines.

The letters are joined by their presentation forms and put in the order the eye needs.  Paragraphs that run from
right to left as a whole are ordered by ``bidi``.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from zwk_barrier.reports.setting.text import clusters

_WORD: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200c]+")
_LAM: Final = "\u0644"


def parts(text: str) -> list[tuple[str, bool]]:
    """The text cut into stretches, each with whether it runs from right to left."""
    found, at = [], 0
    for match in _WORD.finditer(text):
        found += [(text[at : match.start()], False), (match.group(), True)]
        at = match.end()
    found.append((text[at:], False))
    return [(part, runs_left) for part, runs_left in found if part]


def visual(text: str) -> str:
    """A right-to-left word as it is drawn from left to right: joined, last letter first, digits in their order."""
    reversed_letters = "".join(reversed(clusters(joined(text))))
    return re.sub(r"\d{2,}", lambda digits: digits.group()[::-1], reversed_letters)


def joined(text: str) -> str:
    """The word in the forms its letters take beside one another, still first letter first."""
    letters = _ligated(clusters(text))
    shaped = []
    for at, letter in enumerate(letters):
        before = at > 0 and "initial" in _forms(letters[at - 1][0])
        after = at + 1 < len(letters) and "final" in _forms(letters[at + 1][0])
        forms = _forms(letter[0])
        before, after = before and "final" in forms, after and "initial" in forms
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((before, after))
        shaped.append(forms.get(kind or "isolated", letter[0]) + letter[1:])
    return "".join(shaped)


def _ligated(letters: list[str]) -> list[str]:
    """Lam and alef as the one letter every Arabic hand makes of them."""
    ligated: list[str] = []
    for letter in letters:
        pair = _LAM + letter[0]
        if ligated and ligated[-1] == _LAM and pair in _presentation_forms():
            ligated[-1] = _presentation_forms()[pair]["isolated"] + letter[1:]
        else:
            ligated.append(letter)
    return ligated


def _forms(letter: str) -> dict[str, str]:
    """The joining forms of a letter by name; of a lam-alef both it has."""
    known = _presentation_forms()
    if letter in known:
        return known[letter]
    meant = unicodedata.decomposition(letter).partition("> ")[2]
    return known.get("".join(chr(int(code, 16)) for code in meant.split()), {}) if meant else {}


@cache
def _presentation_forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, _, meant = unicodedata.decomposition(chr(code)).partition("> ")
        if meant:
            letters = "".join(chr(int(each, 16)) for each in meant.split())
            forms.setdefault(letters, {})[kind.removeprefix("<")] = chr(code)
    return forms


def is_leftward(text: str) -> bool:
    """Whether the text is one word that runs from right to left."""
    return bool(_WORD.fullmatch(text))


def holds_leftward(text: str) -> bool:
    """Whether any word of the text runs from right to left."""
    return bool(_WORD.search(text))
