"""What a yearly report is made from: the protected figures of one year, as they may leave the office.

Gathered by ``statistics.yearly_report``, set by ``reports.yearly_report``; no number that is hidden is in it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from zwk_barrier.model.visit_report import Letterhead


@dataclass(frozen=True, slots=True)
class ShownCount:
    """A count as it may be told: ``count`` is None when it is small itself or hidden beside a small one."""

    count: int | None
    mark: Literal["shown", "small", "hidden"] = "shown"


@dataclass(frozen=True, slots=True)
class YearLine:
    """One line of a table; ``definition`` says what one unit is, where that is not said elsewhere."""

    label: str
    shown: ShownCount
    definition: str = ""


@dataclass(frozen=True, slots=True)
class YearTable:
    """The parts of one whole with their ``total``, and the sentence that defines what is counted."""

    title: str
    definition: str
    lines: tuple[YearLine, ...]
    total: ShownCount | None


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The figures of a calendar year as counted on a day; what is smaller than ``least`` is nowhere in it."""

    letterhead: Letterhead
    year: int
    counted_on: date
    least: int
    overview: tuple[YearLine, ...]
    tables: tuple[YearTable, ...]
    language: str = "de"
