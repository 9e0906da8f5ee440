"""Exact limits of a Poisson count (Garwood 1936), and rates drawn towards their mean (Marshall 1991)."""

import math
from collections.abc import Sequence
from typing import Final

_HALVINGS: Final = 200
_CLOSE: Final = 1e-12


def poisson_limits(count: int, level: float = 0.95) -> tuple[float, float]:
    """The expected counts between which one that gave ``count`` lies, each tail having half of 1 − ``level``."""
    if count < 0:
        raise ValueError("a count is not negative")
    tail = (1 - level) / 2
    low = 0.0 if count == 0 else _expected(count - 1, 1 - tail)
    return low, _expected(count, tail)


def _expected(count: int, wanted: float) -> float:
    """The expected count at which up to ``count`` are found with the probability ``wanted``."""
    low, high = 0.0, count + 1.0
    while at_most(count, high) > wanted:
        high *= 2
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        if at_most(count, middle) > wanted:
            low = middle
        else:
            high = middle
        if high - low <= _CLOSE * high:
            break
    return (low + high) / 2


def at_most(count: int, expected: float) -> float:
    """The probability of ``count`` or fewer where ``expected`` are expected."""
    if expected <= 0:
        return 1.0
    if count >= expected:  # the tail above is the smaller one, and a sum that ends by itself
        return 1 - _tail_above(count, expected)
    term = math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))
    total, rising = term, count
    while rising > 0 and term > total * _CLOSE:
        term *= rising / expected
        rising -= 1
        total += term
    return min(1.0, total)


def _tail_above(count: int, expected: float) -> float:
    number = count + 1
    term = math.exp(number * math.log(expected) - expected - math.lgamma(number + 1))
    total = term
    while term > total * _CLOSE:
        number += 1
        term *= expected / number
        total += term
    return min(1.0, total)


def gamma_strength(counts: Sequence[float], expected: Sequence[float]) -> float:
    """How many expected cases the mean is worth beside an area's own; infinite where areas do not differ.

    The ratios count / expected are taken as gamma distributed about their common mean; the strength is the mean's
    weight in ``(count + strength · mean) / (expected + strength)``, by moments.
    """
    whole = sum(expected)
    if whole <= 0 or not sum(counts):
        return math.inf
    mean = sum(counts) / whole
    between = sum(
        each * (count / each - mean) ** 2 for count, each in zip(counts, expected, strict=True) if each > 0
    )
    variance = between / whole - mean * sum(each > 0 for each in expected) / whole
    return mean / variance if variance > 0 else math.inf


def shrunk_ratio(count: float, expected: float, mean: float, strength: float) -> float:
    """An area's ratio, drawn towards the mean the more, the less it has itself to show."""
    if math.isinf(strength):
        return mean
    return (count + strength * mean) / (expected + strength)
