"""A number of a report as the reader's language writes it, or why it is not told."""

from collections.abc import Callable
from decimal import Decimal

from babel.numbers import format_decimal

from zwk_barrier.model.statistics_report import Shown
from zwk_barrier.reports.setting.formats import LOCALES, euro


class FigureWords:
    """Writes numbers in ``language``; what is small is smaller than ``threshold``."""

    def __init__(self, translate: Callable[[str], str], language: str, threshold: int) -> None:
        self._ = translate
        self._language, self._threshold = language, threshold

    def briefly(self, shown: Shown) -> str:
        """The same for a column of shares or rates: a dash where there is none, else words would drown numbers."""
        is_missing = shown.measure != "count" and shown.mark in {"few", "unknown"}
        return "–" if is_missing else self.said(shown)

    def said(self, shown: Shown | None) -> str:
        """The number with its unit; a word where there is none, and a dash where nothing was asked."""
        if shown is None:
            return "–"
        if shown.mark == "small":
            return f"<\N{NO-BREAK SPACE}{self._threshold}"
        if shown.value is None:
            return {
                "hidden": self._("verdeckt"),
                "few": self._("zu wenige"),
            }.get(shown.mark, self._("nicht bekannt"))
        return self._number(shown, shown.value)

    def _number(self, shown: Shown, value: Decimal | int) -> str:
        if shown.measure == "euro":
            return euro(int(value), self._language)
        number = self._decimal(value)
        if shown.measure == "share":
            return f"{number}\N{NO-BREAK SPACE}%"
        unit = {"days": self._("Tage"), "hours": self._("Std.")}.get(shown.measure, "")
        if shown.low is not None and shown.high is None and shown.measure in {"days", "count"}:
            number = self._("mehr als {number}").format(number=number)
        return f"{number}\N{NO-BREAK SPACE}{unit}" if unit else number

    def _decimal(self, value: Decimal | int) -> str:
        pattern = "#,##0"
        if isinstance(value, Decimal):
            digits = max(0, -int(value.as_tuple().exponent))
            pattern += "." + "0" * digits if digits else ""
        return format_decimal(value, pattern, locale=LOCALES.get(self._language, LOCALES["de"]))
