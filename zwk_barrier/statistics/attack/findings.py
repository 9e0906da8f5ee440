"""What the attacker reports: kind, place and one German sentence that never repeats the number it found."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Ways in which a release gives away more than it shows."""

    HIDDEN_IN_FILE = "hidden in file"  # a figure that the screen does not show, but the file holds
    STRAY = "stray number"  # a figure at a place that is none for figures
    UNREADABLE = "unreadable"  # what cannot be read cannot be called safe
    EXACT = "exact"  # a hidden cell has one possible value
    NARROW = "narrow"  # a hidden cell has at most three possible values
    SMALL = "small"  # a hidden cell is proven under the threshold
    DIFFERENCE = "difference"  # a small count nobody printed follows from what was printed
    OPEN = "open"  # hidden here, printed there
    DISAGREEMENT = "disagreement"  # the same cell has two values
    NOT_ADDITIVE = "not additive"  # parts and total do not fit
    UNREACHABLE = "unreachable"  # a value no sum of rounded counts can have
    CHANGED = "changed"  # two releases of one period differ
    MIXED = "mixed methods"  # exact and rounded figures of one period
    FIGURE = "figure"  # a share, mean or sum of money tells a count or an amount
    INSIDER = "insider"  # somebody who is alone in a cell learns of others
    UNFINISHED = "unfinished"  # cancelled before everything was tried


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be known and should not be; ``low`` and ``high`` enclose the count where one was found."""

    kind: Kind
    where: str
    known: str
    file: str = ""
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.where, self.known) if part)


@dataclass(frozen=True, slots=True)
class AttackReport:
    """The outcome of an attack on ``examined`` figures: safe only if it was finished and found nothing."""

    findings: tuple[Finding, ...]
    examined: int = 0

    @property
    def is_safe(self) -> bool:
        """Whether nothing at all was found."""
        return not self.findings

    def of(self, *kinds: Kind) -> Sequence[Finding]:
        """The findings of these kinds."""
        return [finding for finding in self.findings if finding.kind in kinds]
