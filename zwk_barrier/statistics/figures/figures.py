"""From an expression to the number that may be told: counts, shares, medians out of classes, sums, ratios.

Everything is computed from the counts of one :class:`Counted`; where those are rounded, so is all that follows
from them, and nothing exact is ever set beside them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Final, Protocol

from zwk_barrier.model.statistics_report import Origin, Shown
from zwk_barrier.reference.indicator import Aggregate, Expression, ShownAs, Where
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.money import MoneyTable

LEAST: Final = 5
"""Numbers of people below this are not told."""
LEAST_FOR_SHARES: Final = 10
"""Shares, medians, means and rates need so many records."""

_FIRSTS: Final = frozenset({"first_of_person", "first_of_dwelling"})
_BY_QUARTER: Final = frozenset({"cases", "mentions"})
"""Units whose records stand in every quarter they last, so that the first of a year is only found from January."""

_HALF: Final = Fraction(1, 2)
_NINE_TENTHS: Final = Fraction(9, 10)
_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")

Codes = Mapping[str, tuple[str, ...]]
Inhabitants = Callable[[str | None, str], int | None]
"""How many live in an area, or in the whole region, by group of age; None where no table tells."""


class Counted(Protocol):
    """Counts of one period, exact or protected; None is a number that must not be told."""

    @property
    def region(self) -> str:
        """The region whose areas are counted."""

    @property
    def is_exact(self) -> bool:
        """Whether the numbers are exact and only for inside."""

    @property
    def least(self) -> int:
        """Numbers of people below this are called small; 0 where what may not be told is hidden already."""

    @property
    def begins_a_year(self) -> bool:
        """Whether persons and households can be counted: each counts in the first quarter it comes in a year."""

    def is_about_people(self, unit: str) -> bool:
        """Whether what is counted are people or what was done for them."""

    def cells(self, unit: str, by: Sequence[str], where: Codes) -> Mapping[tuple[str, ...], int | None]:
        """The counts by the finest codes of some dimensions; what is not in it is zero."""

    def total(self, unit: str, where: Codes) -> int | None:
        """The count of everything with these codes."""

    def amount(self, unit: str, measure: str, where: Codes) -> int | None:
        """A sum of euro cents, minutes, participants or hundredths of posts."""

    def money_table(self, unit: str, measure: str) -> MoneyTable | None:
        """The amounts behind a sum of euro cents, for those who protect it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Works out expressions over one period; ``inhabitants`` are the denominators of rates."""

    counted: Counted
    inhabitants: Inhabitants

    def shown(self, asked: Expression, shown_as: ShownAs) -> Shown:
        """The number of an expression, or why it is not told."""
        if not self.can_count(asked.unit, asked.where):
            return Shown(None, "unknown", shown_as)
        worked_out: dict[Aggregate, Callable[[], Shown]] = {
            "count": lambda: self.count(asked.unit, self.codes(asked.where), shown_as),
            "share": lambda: self.share(*self.part_and_whole(asked)),
            "median": lambda: self._rank(asked, _HALF, shown_as),
            "p90": lambda: self._rank(asked, _NINE_TENTHS, shown_as),
            "mean": lambda: self._mean(asked),
            "money": lambda: self._amount(asked, shown_as),
            "sum": lambda: self._amount(asked, shown_as),
            "per_1000": lambda: self.per_1000(self._count_of(asked), self.inhabitants(None, asked.measure)),
            "ratio": lambda: self._ratio(asked),
        }
        return worked_out[asked.aggregate]()

    def can_count(self, unit: str, where: Where) -> bool:
        """Whether persons and households of this unit can be counted in the period."""
        counts_firsts = any(name in _FIRSTS for name, _codes in where)
        return self.counted.begins_a_year or unit not in _BY_QUARTER or not counts_firsts

    def denominator(self, asked: Expression) -> Decimal | int | None:
        """What a rate or ratio is divided by where that is no count of people."""
        if asked.aggregate == "per_1000":
            return self.inhabitants(None, asked.measure)
        if (
            asked.aggregate == "ratio"
            and asked.of is not None
            and not self.counted.is_about_people(asked.of.unit)
        ):
            number = self._number(asked.of)
            return None if number is None else _rounded(number, _HUNDREDTH)
        return None

    def count(self, unit: str, where: Codes, shown_as: ShownAs = "count") -> Shown:
        """A count; a protected one of people below five is only called small."""
        return self.told(unit, self.counted.total(unit, where), shown_as)

    def told(self, unit: str, number: int | None, shown_as: ShownAs = "count") -> Shown:
        """A number that was counted, as it may be told."""
        if number is None:
            return Shown(None, "hidden", shown_as)
        is_small = number < self.counted.least and self.counted.is_about_people(unit)
        return Shown(None, "small", shown_as) if is_small else Shown(number, measure=shown_as)

    def share(self, part: int | None, whole: int | None) -> Shown:
        """A share in per cent with one digit; none of fewer than ten, and none that tells of a small number."""
        if part is None or whole is None:
            return Shown(None, "hidden", "share")
        is_small = part < LEAST and not self.counted.is_exact
        if whole < LEAST_FOR_SHARES or is_small:
            return Shown(None, "few", "share")
        return Shown(_rounded(Fraction(100 * part, whole), _TENTH), measure="share")

    def per_1000(self, count: int | None, inhabitants: int | None) -> Shown:
        """A rate per 1,000 inhabitants with one digit."""
        if not inhabitants:
            return Shown(None, "unknown", "per_1000")
        if count is None:
            return Shown(None, "hidden", "per_1000")
        if count < LEAST and not self.counted.is_exact:
            return Shown(None, "few", "per_1000")
        return Shown(_rounded(Fraction(1000 * count, inhabitants), _TENTH), measure="per_1000")

    def codes(self, where: Where) -> dict[str, tuple[str, ...]]:
        """The finest codes that the codes of any level stand for."""
        region = self.counted.region
        return {name: _expanded(name, codes, region) for name, codes in where}

    def origin(self, asked: Expression) -> Origin:
        """Which records a number counts."""
        return Origin(asked.unit, tuple(self.codes(asked.where).items()))

    def part_and_whole(self, asked: Expression) -> tuple[int | None, int | None]:
        """Both counts of a share."""
        whole = None if asked.of is None else self._count_of(asked.of)
        return self._count_of(asked), whole

    def _count_of(self, asked: Expression) -> int | None:
        return self.counted.total(asked.unit, self.codes(asked.where))

    def _classes(self, asked: Expression) -> list[tuple[str, int]] | None:
        """Class by class in their order, those that are no number left out; None when one is hidden."""
        of = dimension(asked.dimension, self.counted.region)
        cells = self.counted.cells(asked.unit, (asked.dimension,), self.codes(asked.where))
        found = [(code, cells.get((code,), 0)) for code in of.codes if code != of.unknown]
        told = [(code, count) for code, count in found if count is not None]
        return told if len(told) == len(found) else None

    def _rank(self, asked: Expression, share: Fraction, shown_as: ShownAs) -> Shown:
        """The class in which the record of that rank lies (nearest rank); its upper end is the number told."""
        classes = self._classes(asked)
        if classes is None:
            return Shown(None, "hidden", shown_as)
        count = sum(number for _code, number in classes)
        if count < LEAST_FOR_SHARES:
            return Shown(None, "few", shown_as)
        rank, passed = -(-count * share.numerator // share.denominator), 0
        bounds = dimension(asked.dimension, self.counted.region).bounds
        for code, number in classes:
            passed += number
            if passed >= rank:
                return _within(*bounds[code], shown_as)
        raise AssertionError("a rank lies within its records")

    def _mean(self, asked: Expression) -> Shown:
        """The mean of marks that are numbers, with one digit."""
        classes = self._classes(asked)
        if classes is None:
            return Shown(None, "hidden", "score")
        count = sum(number for _code, number in classes)
        if count < LEAST_FOR_SHARES:
            return Shown(None, "few", "score")
        total = sum(int(code) * number for code, number in classes)
        return Shown(_rounded(Fraction(total, count), _TENTH), measure="score")

    def _amount(self, asked: Expression, shown_as: ShownAs) -> Shown:
        number = self.counted.amount(asked.unit, asked.measure, self.codes(asked.where))
        if number is None:
            return Shown(None, "few", shown_as)
        if shown_as == "euro":
            return Shown(number, measure="euro")
        if shown_as == "hours":
            return Shown(_whole(Fraction(number, 60)), measure="hours")
        if shown_as == "ratio":
            return Shown(_rounded(Fraction(number, 100), _HUNDREDTH), measure="ratio")
        return Shown(number, measure=shown_as)

    def _ratio(self, asked: Expression) -> Shown:
        """One number divided by another, with two digits."""
        if asked.of is None:
            raise AssertionError("a ratio has a denominator")
        part, whole = self._number(asked), self._number(asked.of)
        if part is None or not whole:
            return Shown(None, "few" if whole else "unknown", "ratio")
        return Shown(_rounded(Fraction(part) / whole, _HUNDREDTH), measure="ratio")

    def _number(self, asked: Expression) -> Fraction | None:
        if not asked.measure:
            count = self._count_of(asked)
            is_small = count is not None and count < LEAST and not self.counted.is_exact
            return None if count is None or is_small else Fraction(count)
        number = self.counted.amount(asked.unit, asked.measure, self.codes(asked.where))
        hundredths = 100 if asked.measure == "full_posts" else 1
        return None if number is None else Fraction(number, hundredths)


@cache
def _expanded(name: str, codes: tuple[str, ...], region: str) -> tuple[str, ...]:
    return dimension(name, region).expanded(codes)


def _within(low: int, high: int | None, shown_as: ShownAs) -> Shown:
    if shown_as == "euro":  # classes of amounts end one cent below the next
        high = None if high is None else high + 1
    return Shown(low if high is None else high, measure=shown_as, low=low, high=high)


def _rounded(number: Fraction, digit: Decimal) -> Decimal:
    """Rounded half up, as people round."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(digit, ROUND_HALF_UP)


def _whole(number: Fraction) -> int:
    return int(_rounded(number, Decimal(1)))
