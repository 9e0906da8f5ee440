"""Which area a line of a population table is about: by key or by name, and which lines are totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reference.areas import ELSEWHERE, Area, AreaTree
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.typed.numbers import echo
from zwk_barrier.wording import _

_TOTAL_WORDS: Final = frozenset(
    ("insgesamt", "gesamt", "summe", "total", "zusammen", "alle", "gesamtstadt", "gesamtergebnis")
)
_LEVEL_WORDS: Final = frozenset(
    (
        *("stadt", "ortsteil", "stadtteil", "stadtbezirk", "bezirk", "gemeinde", "amt", "kreis", "landkreis"),
        *("ot", "st", "region", "der", "des", "von"),
    )
)
_NUMBERED: Final = re.compile(r"([0-9]+)[ .:-]+(\D.*)")


class UnknownArea(Exception):
    """A text that names no area of the region, or areas that do not lie in one another; says so in German."""


@dataclass(frozen=True, slots=True)
class Place:
    """An area, or with ``key`` None the whole region."""

    key: str | None


class AreaNames:
    """Finds the areas of a region by what offices write."""

    def __init__(self, areas: AreaTree) -> None:
        self._areas = areas
        inside = [area for area in areas if area.level != ELSEWHERE]
        self._by_key = {_bare_key(area.key): area for area in inside}
        self._by_name: dict[str, list[Area]] = {}
        for area in inside:
            self._by_name.setdefault(_bare_name(area.name_de), []).append(area)

    def find(self, texts: Sequence[str], levels: Sequence[str], usual: str = "") -> Place:
        """The finest area that ``texts`` name, each with the level its column is headed by.

        Of areas with the same name the one of that level, else of the ``usual`` one.  Raises UnknownArea.
        """
        found: list[Area] = []
        is_region = is_total(texts) or any(self._is_region(text) for text in texts)
        for text, level in zip(texts, levels, strict=True):
            if text and not (is_region and text.isdigit() and self._by_number(text) is None):
                found += self._candidates(text, level or usual)
        if not found:
            return Place(None)
        finest = max(found, key=lambda area: len(self._areas.path(area.key)))
        path = self._areas.path(finest.key)
        aside = next((area for area in found if area not in path), None)
        if aside is not None:
            raise UnknownArea(
                _("„{one}“ und „{other}“ passen nicht zusammen.").format(
                    one=finest.name(), other=aside.name()
                )
            )
        return Place(finest.key)

    def _candidates(self, text: str, level: str) -> list[Area]:
        """The area a text names; none for the whole region; raises UnknownArea."""
        if (number := self._by_number(text)) is not None:
            return [number]
        if (numbered := _NUMBERED.fullmatch(text)) is not None and (
            area := self._by_number(numbered[1])
        ) is not None:
            named = self._by_name.get(_bare_name(numbered[2]), [])
            if named and area not in named:
                raise UnknownArea(
                    _("Zur Nummer {number} gehört „{name}“, nicht „{other}“.").format(
                        number=numbered[1], name=area.name(), other=echo(numbered[2])
                    )
                )
            return [area]
        bare = _bare_name(text)
        named = self._by_name.get(bare, [])
        if not bare or self._is_region(text):
            return []
        if not named:
            raise UnknownArea(
                _("„{text}“ ist kein Ortsteil oder Stadtteil von {region}.").format(
                    text=echo(text), region=self._areas.name
                )
            )
        return [self._of_level(named, level, text)]

    def _is_region(self, text: str) -> bool:
        """Whether a text names the region; a Kreis may share its name with a town in it."""
        bare, own = _bare_name(text), fold(self._areas.name)
        return fold(text) == own or (bare == _bare_name(own) and bare not in self._by_name)

    def _by_number(self, text: str) -> Area | None:
        """By a key; statistics offices append zeros, and spreadsheets lose the first ones."""
        if not text.isdigit():
            return self._by_key.get(text)
        bare = _bare_key(text)
        for key in (bare, *(bare[:end] for end in range(len(bare) - 1, 0, -1) if not bare[end:].strip("0"))):
            if key in self._by_key:
                return self._by_key[key]
        return None

    def _of_level(self, named: list[Area], level: str, text: str) -> Area:
        if len(named) == 1:
            return named[0]
        fitting = [area for area in named if area.level == level] if level else []
        if len(fitting) == 1:
            return fitting[0]
        finest = max(named, key=lambda area: len(self._areas.path(area.key)))
        if all(area in self._areas.path(finest.key) for area in named):
            return finest  # a Stadtteil of one Ortsteil, both of one name
        raise UnknownArea(
            _("„{text}“ gibt es mehrmals. Bitte die Nummer dazuschreiben.").format(text=echo(text))
        )


def is_total(texts: Sequence[str]) -> bool:
    """Whether a line calls itself a sum."""
    return any(word in _TOTAL_WORDS for text in texts for word in fold(text).split())


def _bare_key(key: str) -> str:
    return key.lstrip("0") or key


def _bare_name(text: str) -> str:
    """A name without brackets, words of levels and of totals."""
    words = re.split(r"[\s,/-]+", fold(re.sub(r"\(.*?\)", " ", text)))
    return " ".join(word for word in words if word and word not in _TOTAL_WORDS | _LEVEL_WORDS)
