"""Dates and amounts as the reader's language writes them."""

from datetime import date
from decimal import Decimal
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

_LOCALES: Final = {"de": "de_DE", "en": "en_GB"}


def long_date(day: date, language: str) -> str:
    """A day in words, e.g. ``9. November 2026``."""
    return format_date(day, "long", locale=_locale(language))


def short_date(day: date, language: str) -> str:
    """A day in figures where that is usual, e.g. ``09.11.2026``."""
    return format_date(day, "medium", locale=_locale(language))


def euro(cents: int, language: str) -> str:
    """An amount, e.g. ``4.180 €``; cents only when there are any."""
    return _with_sign(_number(cents, language), language)


def euro_range(low: int, high: int, language: str) -> str:
    """An amount from–to, e.g. ``3.500–8.000 €``; one amount when both are the same."""
    if low == high:
        return euro(low, language)
    return _with_sign(f"{_number(low, language)}–{_number(high, language)}", language)


def _number(cents: int, language: str) -> str:
    pattern = "#,##0.00" if cents % 100 else "#,##0"
    return format_decimal(Decimal(cents) / 100, pattern, locale=_locale(language))


def _with_sign(number: str, language: str) -> str:
    return f"€{number}" if language == "en" else f"{number}\u00a0€"


def _locale(language: str) -> str:
    return _LOCALES.get(language, _LOCALES["de"])
