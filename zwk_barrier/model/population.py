"""What was understood of a file of inhabitants, before anybody takes it in: known to every layer."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.rules.population import Inhabitants


@dataclass(frozen=True, slots=True)
class LineNote:
    """A sentence about one line of a file; ``line`` is counted from 1, None for the file as a whole."""

    line: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table of a file: the inhabitants of one day from one source.

    ``counted_on`` is None where the file does not say the day.  ``areas`` is how many areas have lines of their
    own, ``is_rounded`` whether every number ends in 0 or 5.
    """

    counted_on: date | None
    source: str
    inhabitants: Inhabitants
    areas: int
    level: str
    groups: tuple[tuple[int, int | None], ...]
    sexes: tuple[str, ...]
    is_rounded: bool


@dataclass(frozen=True, slots=True)
class ReadPopulation:
    """A file as it was understood.

    ``problems`` each keep the whole file out; ``notes`` are what a person should know before taking it in.
    """

    tables: tuple[ReadTable, ...]
    problems: tuple[LineNote, ...]
    notes: tuple[LineNote, ...]
    digest: str
    encoding: str
    delimiter: str

    @property
    def can_be_taken_in(self) -> bool:
        """Whether everything in it was understood."""
        return bool(self.tables) and not self.problems
