"""Fields for text, numbers and measures; each takes what people type and gives a value (or None).

    TextField(name)                      str
    PhoneField(name)                     str
    PasswordField(name)                  str; never kept by time, ``text()`` is what counts
    NumberField(name, least=, most=)     Decimal
    LengthField(name)                    Decimal, cm
    LengthField(name, pair=True)         tuple[Decimal, Decimal], cm: „110 × 135“
    MoneyField(name)                     int, cents
    MoneyRangeField(name)                tuple[int, int], cents
    TimeField(name)                      datetime.time
    DurationField(name)                  int, minutes

All take ``title=`` (the name for a screen reader outside a form), ``large=True`` (for the visit) and
``delay=`` (seconds).  Days: date_field.py; choices: choice_field.py, many_choice_field.py, yes_no_field.py;
long text: note_field.py.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import Unpack, override

from zwk_barrier.desktop.widgets.line_field import LineField, plain_text
from zwk_barrier.rules.typed import (
    NBSP,
    format_decimal,
    format_duration,
    format_length,
    format_money,
    format_money_range,
    format_pair,
    format_time,
    parse_duration_minutes,
    parse_length,
    parse_money,
    parse_number,
    parse_pair,
    parse_range_money,
    parse_time,
)
from zwk_barrier.wording import _


class Common(TypedDict, total=False):
    """What every line field takes."""

    title: str
    large: bool
    delay: float


class TextField(LineField):
    """A line of free text."""

    def __init__(
        self, name: str, *, placeholder: str = "", longest: int = 500, **common: Unpack[Common]
    ) -> None:
        super().__init__(name, parse=plain_text, show=str, **common)
        self.setMaxLength(longest)
        self.setPlaceholderText(placeholder)


class PhoneField(LineField):
    """A phone number as people write it."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse=_tidy_phone, show=str, **common)
        self.setMaxLength(60)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class PasswordField(LineField):
    """A hidden line with a button that shows it; read its ``text()`` when it is needed and clear it after."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse=plain_text, show=str, **common)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.add_inner_button(f"{name}_show", "eye", _("Passwort zeigen"))
        self._eye.setCheckable(True)
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.toggled.connect(self._reveal)

    @override
    def settle(self) -> bool:
        return True

    @override
    def _touch(self) -> None:
        """A password is never kept by the way."""

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
        self._eye.icon_name = "eye-off" if is_shown else "eye"
        title = _("Passwort verbergen") if is_shown else _("Passwort zeigen")
        self._eye.setAccessibleName(title)
        self._eye.setToolTip(title)


class _Measured(LineField):
    """A number with its unit inside the right end."""

    def __init__(
        self,
        name: str,
        parse: Callable[..., Any],
        show: Callable[[Any], str],
        unit: str,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(name, parse=partial(parse, field=name), show=show, suffix=unit, **common)


class NumberField(_Measured):
    """A number, decimal comma or point; ``unit`` stands inside the field."""

    def __init__(
        self,
        name: str,
        *,
        least: Decimal | None = None,
        most: Decimal | None = None,
        unit: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(name, partial(parse_number, least=least, most=most), format_decimal, unit, **common)


class LengthField(_Measured):
    """A length in cm, typed in any unit; with ``pair`` two of them, as ``110 × 135``."""

    def __init__(self, name: str, *, pair: bool = False, **common: Unpack[Common]) -> None:
        if pair:
            super().__init__(name, parse_pair, _show_pair, "cm", **common)
        else:
            super().__init__(name, parse_length, partial(_without_unit, format_length, "cm"), "cm", **common)


class MoneyField(_Measured):
    """An amount of money, in cents."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_money, partial(_without_unit, format_money, "€"), "€", **common)


class MoneyRangeField(_Measured):
    """A lower and a higher amount, in cents: ``500–1.500``."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_range_money, _show_range, "€", **common)


class TimeField(_Measured):
    """A time of day."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_time, format_time, _("Uhr"), **common)


class DurationField(_Measured):
    """A duration in minutes."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_duration_minutes, format_duration, "", **common)


def _without_unit(show: Callable[[Any], str], unit: str, value: Any) -> str:
    """The written form without the unit that stands inside the field already."""
    return show(value).replace(unit, "").strip(f" {NBSP}")


def _show_pair(value: tuple[Decimal, Decimal]) -> str:
    return _without_unit(lambda pair: format_pair(*pair), "cm", value)


def _show_range(value: tuple[int, int]) -> str:
    return _without_unit(lambda ends: format_money_range(*ends), "€", value)


def _tidy_phone(text: str) -> str:
    return " ".join(text.split())
