"""Numbers with a decimal comma or a decimal point, and the signs between thousands."""

import re
import unicodedata
from decimal import Decimal

from zwk_barrier import wording
from zwk_barrier.problems import InputProblem
from zwk_barrier.wording import _

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
_PLAIN_SIGNS = str.maketrans({MINUS: "-", "\N{EN DASH}": "-", "\N{RIGHT SINGLE QUOTATION MARK}": "'"})
_PLAIN = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?|\.[0-9]{1,6}")
_NUMBER = re.compile(r"([+-]?) *([0-9.,' ]+)")
_LONGEST_ECHO = 40


def tidy(text: str) -> str:
    """The text composed, in lower case, with plain single blanks, plain hyphens, no blanks at its ends."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN_SIGNS)
    return " ".join(plain.lower().split())


def echo(text: str) -> str:
    """What was typed, short enough to stand in a sentence."""
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST_ECHO else f"{shown[: _LONGEST_ECHO - 1]}…"


def read_decimal(tidied: str, *, point_is_decimal: bool = False) -> Decimal | None:
    """The number a tidied text consists of, ``None`` when it is none.

    Two different signs: the later one is the decimal sign.  One sign: the decimal sign of the
    language in use, unless it is the other one and parts groups of three (``1.234`` is 1234 in German).
    ``point_is_decimal`` switches that grouping off, for metres.
    """
    found = _NUMBER.fullmatch(tidied)
    if found is None:
        return None
    sign, digits = found[1], found[2].strip()
    plain = _plain(digits, point_is_decimal=point_is_decimal)
    if plain is None or _PLAIN.fullmatch(plain) is None:
        return None
    return shorten(Decimal(f"{sign}{plain}"))


def shorten(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent; minus zero becomes zero."""
    whole = value.to_integral_value()
    return abs(whole) if value == whole == 0 else whole if value == whole else value.normalize()


def _plain(digits: str, *, point_is_decimal: bool) -> str | None:
    for blank in (" ", "'"):
        if blank in digits:
            if not _is_grouped(re.split(r"[.,]", digits)[0], blank):
                return None
            digits = digits.replace(blank, "")
    signs = [sign for sign in (",", ".") if sign in digits]
    if not signs:
        return digits
    if len(signs) > 1:
        decimal = max(signs, key=digits.rindex)
        grouping = "," if decimal == "." else "."
        whole, _sign, rest = digits.partition(decimal)
        return f"{whole.replace(grouping, '')}.{rest}" if _is_grouped(whole, grouping) else None
    [sign] = signs
    own = "." if point_is_decimal or wording.language() == "en" else ","
    if _is_grouped(digits, sign) and (digits.count(sign) > 1 or (sign != own and not point_is_decimal)):
        return digits.replace(sign, "")
    return digits.replace(sign, ".") if digits.count(sign) == 1 else None


def _is_grouped(digits: str, sign: str) -> bool:
    return re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{re.escape(sign)}[0-9]{{3}})+", digits) is not None


def parse_number(
    text: str, *, field: str = "", least: Decimal | None = None, most: Decimal | None = None
) -> Decimal:
    """The number typed, e.g. ``12,5`` or ``1.234,5``; raises InputProblem outside ``least`` to ``most``."""
    value = read_decimal(tidy(text))
    if value is None:
        raise InputProblem(
            field,
            _("„{text}“ ist keine Zahl.").format(text=echo(text)),
            advice=_("Möglich ist zum Beispiel 12 oder 12,5."),
        )
    check_between(value, field=field, least=least, most=most)
    return value


def check_between(
    value: Decimal, *, field: str, least: Decimal | None, most: Decimal | None, unit: str = ""
) -> None:
    """Raises InputProblem when a value lies below ``least`` or above ``most``."""
    if least is not None and value < least:
        raise InputProblem(
            field,
            _("{value} ist zu wenig.").format(value=format_quantity(value, unit)),
            advice=_("Möglich ist ein Wert ab {least}.").format(least=format_quantity(least, unit)),
        )
    if most is not None and value > most:
        raise InputProblem(
            field,
            _("{value} ist zu viel.").format(value=format_quantity(value, unit)),
            advice=_("Möglich ist ein Wert bis {most}.").format(most=format_quantity(most, unit)),
        )


def format_decimal(value: Decimal, *, places: int | None = None, language: str | None = None) -> str:
    """The number as written, e.g. ``1.234,5``; ``places`` fixes the digits behind the comma."""
    text = f"{abs(value):,f}" if places is None else f"{abs(value):,.{places}f}"
    if (language or wording.language()) != "en":
        text = text.translate(str.maketrans(",.", ".,"))
    is_negative = value < 0 and any(digit in text for digit in "123456789")
    return f"{MINUS}{text}" if is_negative else text


def format_quantity(value: Decimal, unit: str, *, language: str | None = None) -> str:
    """The number and its unit, held together by a no-break space; without a unit the number alone."""
    number = format_decimal(value, language=language)
    return f"{number}{NBSP}{unit}" if unit else number
