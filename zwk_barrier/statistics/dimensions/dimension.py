"""What is counted by: each dimension with its codes, their names, and the coarser groups they form.

Tables, questions, files and anonymised data use the same codes and the same breakpoints, so that two of them
never cut a group differently.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import Office
from zwk_barrier.wording import _

UNKNOWN: Final = "unbekannt"
YES, NO, NOT_KNOWN = "yes", "no", "unknown"
Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One code with its name in the language of the screen."""

    code: str
    name: Callable[[], str]


@dataclass(frozen=True)
class Level:
    """A coarser cut: ``parents`` names for each finest code the group it falls into, which may be itself."""

    name: str
    say: Callable[[], str]
    groups: tuple[Entry, ...]
    parents: Mapping[str, str]

    @property
    def title(self) -> str:
        """What the level is called, in the language of the screen."""
        return self.say()

    @property
    def codes(self) -> tuple[str, ...]:
        """The groups in their order, and what stays as it is after them."""
        named = tuple(group.code for group in self.groups)
        return named + tuple(code for code in dict.fromkeys(self.parents.values()) if code not in named)


@dataclass(frozen=True)
class Dimension:
    """One dimension; ``entries`` are its finest codes in order, ``unknown`` the one for what was not recorded.

    ``read`` gives the code of what stands in the database; ``bounds`` are the ends of codes that are classes of
    numbers, both included.  ``is_sensitive`` marks health and origin (Art. 9 GDPR).
    """

    name: str
    title_text: str
    entries: tuple[Entry, ...]
    unknown: str = UNKNOWN
    levels: tuple[Level, ...] = ()
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    read: Callable[[object], str] | None = None
    is_open: bool = False
    is_sensitive: bool = False

    @property
    def title(self) -> str:
        """What the dimension is called."""
        return _(self.title_text)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The finest codes in their order."""
        return tuple(entry.code for entry in self.entries)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each finest code."""
        return {code: place for place, code in enumerate(self.codes)}

    @cached_property
    def _names(self) -> Mapping[str, Callable[[], str]]:
        coarse = {group.code: group.name for level in self.levels for group in level.groups}
        return {**coarse, **{entry.code: entry.name for entry in self.entries}}

    def label(self, code: str) -> str:
        """The name of a code of any level; an unknown one stands for itself."""
        name = self._names.get(code)
        return code if name is None else name()

    def code_of(self, value: object) -> str:
        """The finest code of what stands in the database."""
        if self.read is not None:
            return self.read(value)
        code = self.unknown if value is None else str(value)
        return code if self.is_open or code in self.order else self.unknown

    def level(self, name: str) -> Level:
        """One of the coarser cuts; raises KeyError for one there is none of."""
        found = next((level for level in self.levels if level.name == name), None)
        if found is None:
            raise KeyError(f"{self.name} has no level {name}")
        return found

    def finest(self, code: str) -> tuple[str, ...]:
        """The finest codes a code stands for: those of its group, or itself."""
        inside = (
            tuple(fine for fine, parent in level.parents.items() if parent == code) for level in self.levels
        )
        return next((found for found in inside if found), (code,))

    def expanded(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The finest codes of several codes of any level, each once."""
        return tuple(dict.fromkeys(fine for code in codes for fine in self.finest(code)))


def region_of(session: Session) -> str:
    """The region whose areas the office works in."""
    return session.scalars(select(Office.region)).first() or "bremerhaven"
