"""Dates, amounts and sizes as the reader's language writes them, with the figures of German papers in all of them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from zwk_barrier.reports.setting import metadata

LOCALES: Final = {language: tag.replace("-", "_") for language, tag in metadata.LOCALES.items()}
_TIMES: Final = "\u00a0×\u00a0"


def long_date(day: date, language: str) -> str:
    """A day in words, e.g. ``9. November 2026``."""
    return format_date(day, "long", locale=_locale(language))


def short_date(day: date, language: str) -> str:
    """A day in figures where that is usual, e.g. ``09.11.2026``."""
    return format_date(day, "medium", locale=_locale(language))


def euro(cents: int, language: str) -> str:
    """An amount, e.g. ``4.180 €``; cents only when there are any."""
    locale = Locale.parse(_locale(language))
    pattern = locale.currency_formats["standard"].pattern
    wanted = pattern if cents % 100 else pattern.replace("0.00", "0")
    amount = format_currency(Decimal(cents) / 100, "EUR", wanted, locale=locale, currency_digits=False)
    return amount.replace("EUR", "€")  # the code where a locale knows no sign says less to a reader


def euro_range(low: int, high: int, language: str) -> str:
    """An amount from–to, e.g. ``3.500–8.000 €``; one amount when both are the same."""
    if low == high:
        return euro(low, language)
    return _with_sign(f"{_number(low, language)}–{_number(high, language)}", language)


def size(values: Sequence[Decimal], unit: Literal["cm", "m", "%"], language: str) -> str:
    """One or two measures with their unit, e.g. ``63 cm``, ``110 × 135 cm``, ``6 %``."""
    locale, last = _locale(language), values[-1]
    if unit == "%":
        shown = format_percent(last / 100, locale=locale, decimal_quantization=False)
    else:
        shown = format_unit(
            last, {"cm": "length-centimeter", "m": "length-meter"}[unit], "short", locale=locale
        )
    return _TIMES.join([*(format_decimal(value, locale=locale) for value in values[:-1]), shown])


def plural_form(count: int, language: str) -> str:
    """Which form of a plural the language wants for ``count``: one, few, many, other and so on."""
    return str(Locale.parse(_locale(language)).plural_form(count))


def _number(cents: int, language: str) -> str:
    pattern = "#,##0.00" if cents % 100 else "#,##0"
    return format_decimal(Decimal(cents) / 100, pattern, locale=_locale(language))


def _with_sign(number: str, language: str) -> str:
    return f"€{number}" if language == "en" else f"{number}\u00a0€"


def _locale(language: str) -> str:
    return LOCALES.get(language, LOCALES["de"])
