"""What a release says, as the attacker holds it: counts, other figures, and what the metadata promise about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from zwk_barrier.statistics.attack.findings import Finding

Where = frozenset[tuple[str, str]]  # (dimension, code); several codes of one dimension are joined by SEVERAL

SEVERAL: Final = "|"
TOTAL: Final = "*"
DOT: Final = "."
SMALL_MARK: Final = "<5"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with all its codes; a code that is nobody's parent is one of the finest."""

    name: str
    title: str
    labels: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]

    def finest(self) -> tuple[str, ...]:
        """The codes that nothing is summed from, in the order of the metadata."""
        coarser = {parent for parents in self.parents.values() for parent in parents}
        return tuple(code for code in self.labels if code not in coarser)

    def covered(self, code: str) -> frozenset[str]:
        """The finest codes beneath ``code``, itself when it is one."""
        children = [child for child, parents in self.parents.items() if code in parents]
        if not children:
            return frozenset((code,))
        return frozenset().union(*(self.covered(child) for child in children))


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted; if quarters do not add up, ``arrival`` names dimension and code of what is new."""

    name: str
    title: str
    people: bool = True
    over_quarters: str = "sum"
    arrival: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Method:
    """How the release is protected: ``rounding`` to a base, or ``dots`` for counts under a threshold."""

    name: str = ""
    limit: int = 5
    p_percent: float = 10.0


@dataclass(frozen=True, slots=True)
class Whole:
    """What a share, rate or ratio was divided by: a count, or a number known to everybody."""

    unit: str = ""
    where: Where = frozenset()
    constant: float | None = None


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column (or single indicator) that is no plain count, as the metadata declare it."""

    name: str
    aggregate: str
    measure: str = ""
    decimals: int = 0
    scale: float = 1.0
    total_over: tuple[str, ...] = ()
    of_unit: str = ""
    of_where: Where = frozenset()
    constants: Mapping[str, float] = field(default_factory=dict)
    by: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A single figure of the release and what it counts."""

    title: str
    unit: str
    where: Where
    value: ValueColumn


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the release as the metadata describe it."""

    name: str
    title: str
    unit: str
    dimensions: tuple[str, ...]
    where: Where
    values: tuple[ValueColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """The metadata that go along with a release."""

    method: Method = Method()
    periods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    revisions: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """One count of a file: how many ``unit`` in ``period`` at ``where``; no value means hidden by ``mark``."""

    period: str
    unit: str
    table: str
    where: Where
    value: int | None
    mark: str
    place: str


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One share, rate, mean, median or sum of money of a file; no value means it is not shown."""

    period: str
    unit: str
    table: str
    where: Where
    column: ValueColumn
    whole: Whole | None
    value: float | None
    place: str


@dataclass(frozen=True, slots=True)
class Release:
    """All that could be read out of the files of one release, and what was found amiss while reading them."""

    name: str
    description: Description
    cells: tuple[PublishedCell, ...]
    figures: tuple[PublishedFigure, ...] = ()
    findings: tuple[Finding, ...] = ()
