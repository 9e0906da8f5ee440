"""Amounts of money, in euro cents."""

import re
from decimal import Decimal

from zwk_barrier import wording
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed.numbers import MINUS, NBSP, echo, format_decimal, read_decimal, tidy
from zwk_barrier.wording import _

MOST_CENTS = 100_000_000_00
_ABOUT = re.compile(r"^(?:ca\.?|circa|etwa|rund|ungefähr|about|~) *")
_CURRENCY = re.compile(r"€|\beuros?\b|\beur\b")
_NO_CENTS = re.compile(r"[.,] ?-+$")
_BETWEEN = re.compile(r" ?(?:-|\bbis\b|\bund\b|\bto\b|\band\b) ?")
_LEADING = re.compile(r"^(?:zwischen|von|between|from) ")
_UP_TO = re.compile(r"^(?:bis(?: zu)?|max\.?|maximal|höchstens|up to) ")


def parse_money(text: str, *, field: str = "") -> int:
    """The amount typed, in cents: ``1.234,50 €``, ``1234.50``, ``ca. 500``; raises InputProblem."""
    return _cents(tidy(text), typed=text, field=field)


def parse_range_money(text: str, *, field: str = "") -> tuple[int, int]:
    """The lower and the higher amount typed, in cents: ``500-1500``, ``bis 800``, ``500``.

    A single amount is both ends, ``bis`` begins at nothing; raises InputProblem.
    """
    tidied = _ABOUT.sub("", tidy(text))
    up_to = _UP_TO.sub("", tidied)
    if up_to != tidied:
        return 0, _cents(up_to, typed=text, field=field)
    whole = _NO_CENTS.sub("", _CURRENCY.sub("", _LEADING.sub("", tidied)).strip())
    parts = _BETWEEN.split(re.sub(r"[.,]-+ ?-", " -", whole))
    if len(parts) not in {1, 2}:
        raise _no_amount(text, field)
    ends = sorted(_cents(part, typed=text, field=field) for part in parts)
    return ends[0], ends[-1]


def _cents(tidied: str, *, typed: str, field: str) -> int:
    bare = _CURRENCY.sub("", _ABOUT.sub("", tidied)).strip()
    value = read_decimal(_NO_CENTS.sub("", bare))
    if value is None:
        raise _no_amount(typed, field)
    cents = value * 100
    if cents != cents.to_integral_value():
        raise InputProblem(
            field,
            _("„{text}“ hat mehr als zwei Stellen nach dem Komma.").format(text=echo(typed)),
            advice=_("Tausend Euro schreiben Sie 1000 oder 1.000."),
        )
    if not 0 <= cents <= MOST_CENTS:
        raise InputProblem(
            field,
            _("„{text}“ liegt außerhalb dessen, was ein Betrag hier sein kann.").format(text=echo(typed)),
            advice=_("Möglich ist ein Betrag von 0 bis {most}.").format(most=format_money(MOST_CENTS)),
        )
    return int(cents)


def _no_amount(typed: str, field: str) -> InputProblem:
    return InputProblem(
        field,
        _("„{text}“ ist kein Betrag.").format(text=echo(typed)),
        advice=_("Möglich ist zum Beispiel 500, 1.234,50 oder 500-1500."),
    )


def format_money(cents: int, *, language: str | None = None) -> str:
    """The amount with its currency, e.g. ``1.234,50 €``; whole euros come without cents."""
    amount = _amount(abs(cents), language)
    written = f"€{amount}" if (language or wording.language()) == "en" else f"{amount}{NBSP}€"
    return f"{MINUS}{written}" if cents < 0 else written


def format_money_range(low: int | None, high: int | None, *, language: str | None = None) -> str:
    """Both ends with one currency sign, e.g. ``500–1.500 €``; one end alone, or nothing when both miss."""
    if low is None or high is None or low == high:
        end = low if high is None else high
        return "" if end is None else format_money(end, language=language)
    if (language or wording.language()) == "en":
        return f"{format_money(low, language=language)}–{format_money(high, language=language)}"
    return f"{_amount(low, language)}–{format_money(high, language=language)}"


def _amount(cents: int, language: str | None) -> str:
    places = 2 if cents % 100 else 0
    return format_decimal(Decimal(cents) / 100, places=places, language=language)
