"""Quarters and runs of quarters: what figures are counted, frozen and published by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zwk_barrier.wording import _

_QUARTERS: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year; ``number`` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def from_code(cls, code: str) -> "Quarter":
        """The quarter behind :attr:`code`; raises ValueError for anything else."""
        year, _sign, number = code.partition("-Q")
        if number not in {"1", "2", "3", "4"}:
            raise ValueError(code)
        return cls(int(year), int(number))

    @property
    def code(self) -> str:
        """As it stands in files, e.g. ``2025-Q3``."""
        return f"{self.year}-Q{self.number}"

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        """The day it ends, included."""
        return self.plus(1).first_day - timedelta(days=1)

    def plus(self, quarters: int) -> "Quarter":
        """The quarter so many later."""
        year, place = divmod(self.year * _QUARTERS + self.number - 1 + quarters, _QUARTERS)
        return Quarter(year, place + 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of quarters, both ends included; raises ValueError when it would end before it begins."""

    first: Quarter
    last: Quarter

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends after it begins")

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year."""
        return cls(Quarter(year, 1), Quarter(year, _QUARTERS))

    @classmethod
    def from_code(cls, code: str) -> "Period":
        """The period behind :attr:`code`, or a half such as ``2025-H1``; raises ValueError for anything else."""
        if code.isdecimal():
            return cls.year(int(code))
        year, half, number = code.partition("-H")
        if half:
            last = 2 * {"1": 1, "2": 2}.get(number, 0)
            if not last:
                raise ValueError(code)
            return cls(Quarter(int(year), last - 1), Quarter(int(year), last))
        first, _sign, end = code.partition("_")
        return cls(Quarter.from_code(first), Quarter.from_code(end or first))

    @classmethod
    def between(cls, begins_on: date, ends_on: date) -> "Period":
        """The quarters two days lie in, and all between."""
        return cls(Quarter.of(begins_on), Quarter.of(ends_on))

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """Every quarter in it, in order."""
        return tuple(self._walk())

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return self.first.first_day

    @property
    def last_day(self) -> date:
        """The day it ends, included."""
        return self.last.last_day

    @property
    def code(self) -> str:
        """As it stands in the names of files, e.g. ``2025`` or ``2025-Q1_2025-Q2``."""
        if self == Period.year(self.first.year):
            return str(self.first.year)
        return self.first.code if self.first == self.last else f"{self.first.code}_{self.last.code}"

    def is_ended(self, today: date) -> bool:
        """Whether its last day lies before ``today``."""
        return self.last_day < today

    def previous(self) -> "Period":
        """The same quarters a year earlier, or the run of the same length before for more than a year."""
        back = max(len(self.quarters), _QUARTERS)
        return Period(self.first.plus(-back), self.last.plus(-back))

    def _walk(self) -> Iterator[Quarter]:
        quarter = self.first
        while quarter <= self.last:
            yield quarter
            quarter = quarter.plus(1)


def runs_of(quarters: Iterable[Quarter]) -> tuple[Period, ...]:
    """Quarters as runs without a gap, the earliest first."""
    found: list[Period] = []
    for quarter in sorted(quarters):
        if found and found[-1].last.plus(1) == quarter:
            found[-1] = Period(found[-1].first, quarter)
        else:
            found.append(Period(quarter, quarter))
    return tuple(found)


def period_title(period: Period) -> str:
    """The period as people say it: a year, a half, a quarter, or from quarter to quarter."""
    first, last = period.first, period.last
    if period == Period.year(first.year):
        return str(first.year)
    if first == last:
        return _("{number}. Quartal {year}").format(number=first.number, year=first.year)
    if first.year == last.year and (first.number, last.number) in {(1, 2), (3, 4)}:
        return _("{number}. Halbjahr {year}").format(number=(first.number + 1) // 2, year=first.year)
    return _("{first} bis {last}").format(
        first=period_title(Period(first, first)), last=period_title(Period(last, last))
    )
