"""Figures of work in words: how many, how many hours, in which month."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from zwk_barrier.rules.typed import format_decimal, format_duration
from zwk_barrier.wording import language


def counted(words: str, count: int) -> str:
    """A sentence with ``{n}`` for how many."""
    return words.format(n=format_decimal(Decimal(count)))


def hours_in_words(minutes: int) -> str:
    """A stretch of work, e.g. ``3 h 30 min``; from one hundred hours on whole hours, ``128 h``."""
    whole_from = 100 * 60
    return format_duration(minutes if minutes < whole_from else round(minutes / 60) * 60)


def month_name(month: date) -> str:
    """A month with its year, e.g. ``November 2026``."""
    return QLocale(language()).toString(QDate(month.year, month.month, 1), "MMMM yyyy")
