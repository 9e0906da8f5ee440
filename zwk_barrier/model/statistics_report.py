"""A report of figures as it is shown, printed and exported: built by ``statistics``, known to every layer.

A number that may not be told is nowhere in it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.rules.quarters import Period

Measure = Literal["count", "euro", "share", "days", "hours", "per_1000", "ratio", "score"]
"""What a number is: cases, euro cents, per cent, days, hours, per 1,000 inhabitants, euros per euro, a mark."""

Mark = Literal["shown", "small", "hidden", "few", "unknown"]
"""``small`` reads "< 5", ``hidden`` a dot, ``few`` too few for a share or mean, ``unknown`` not recorded."""

View = Literal["protected", "internal"]
"""``internal`` figures are exact and for those who may open cases anyway; the two never stand side by side."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One number as it may be told; ``value`` is None wherever ``mark`` is not ``shown``.

    ``low`` and ``high`` are the ends of a 95 % interval or of the class a median lies in.
    """

    value: Decimal | int | None
    mark: Mark = "shown"
    measure: Measure = "count"
    low: Decimal | int | None = None
    high: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Which records a number counts, so that those who may can open them: unit and codes by dimension."""

    unit: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One figure with the one of the year before and the sentence that defines it."""

    key: str
    title: str
    definition: str
    now: Shown
    before: Shown | None = None
    note: str = ""
    variants: tuple[tuple[str, str], ...] = ()
    """The other ways funders define it: code and name; ``variant`` is the one in use."""
    variant: str = ""
    origin: Origin | None = None
    denominator: Decimal | int | None = None
    """What a rate or ratio is divided by where that is no count of people: inhabitants, posts."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: ``code`` as in files, ``level`` 0 for the finest; ``is_total`` sums the others."""

    code: str
    label: str
    cells: tuple[Shown, ...]
    level: int = 0
    is_total: bool = False
    origins: tuple[Origin | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table with the names of its ``columns`` (without that of the lines, ``head``); ``chart`` is the column drawn.

    ``name`` is that of its file, ``dimensions`` those crossed, ``unit`` what is counted.  ``before`` is the column of
    the period before, ``denominators`` the inhabitants that rates refer to, by code of the line.
    """

    name: str
    title: str
    definition: str
    unit: str
    dimensions: tuple[str, ...]
    head: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    chart: int | None = None
    note: str = ""
    before: int | None = None
    denominators: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A block of the report: figures, tables, and what the office says about them.

    ``note`` is what a reader has to know first, e.g. that it is not certain what a funder asks for here.
    """

    key: str
    title: str
    indicators: tuple[IndicatorValue, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    comment: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Protection:
    """How small numbers are protected, in words and figures."""

    method: Literal["rounding", "dots", "none"]
    threshold: int
    sentences: tuple[str, ...]
    small: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class StatisticsReport:
    """Everything one report tells. ``frozen_at`` is None for live figures, which only the internal view has."""

    period: Period
    template: str
    title: str
    view: View
    protection: Protection
    sections: tuple[ReportSection, ...]
    frozen_at: datetime | None
    printed_on: date
    letterhead: Letterhead | None = None
    highlights: tuple[IndicatorValue, ...] = ()
    """The few figures that stand first, as large ones."""
    sources: tuple[str, ...] = ()
    """Where denominators come from, with their dates."""
    editions: dict[str, str] = field(default_factory=dict)
    """Versions of districts, definitions and the program, each with its name."""
    language: str = "de"
    template_title: str = ""
    region: str = "bremerhaven"
    revisions: dict[str, int] = field(default_factory=dict)
    """How often each quarter has been revised."""
    notes: tuple[str, ...] = ()
    """What a reader has to know first: figures that may still change, a year before that was not frozen."""
