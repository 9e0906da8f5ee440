"""What people type becomes values, and values become text again.

``parse_…`` takes what was typed and gives a value, or raises ``InputProblem`` with one sentence and
what would be possible; ``field`` names where it was typed.  ``format_…`` is the way back, in German
or English typography, and what it writes can be parsed again.  An empty text is the caller's matter:
here it is refused like any other text that holds no value.
"""

from zwk_barrier.rules.typed.clock import (
    format_duration,
    format_hours,
    format_time,
    parse_duration_minutes,
    parse_hours,
    parse_time,
)
from zwk_barrier.rules.typed.dates import format_date, parse_date, parse_year_or_date
from zwk_barrier.rules.typed.lengths import format_length, format_pair, parse_length, parse_pair
from zwk_barrier.rules.typed.money import format_money, format_money_range, parse_money, parse_range_money
from zwk_barrier.rules.typed.numbers import NBSP, format_decimal, format_quantity, parse_number

__all__ = [
    "NBSP",
    "format_date",
    "format_decimal",
    "format_duration",
    "format_hours",
    "format_length",
    "format_money",
    "format_money_range",
    "format_pair",
    "format_quantity",
    "format_time",
    "parse_date",
    "parse_duration_minutes",
    "parse_hours",
    "parse_length",
    "parse_money",
    "parse_number",
    "parse_pair",
    "parse_range_money",
    "parse_time",
    "parse_year_or_date",
]
