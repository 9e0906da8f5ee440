"""The field for a length of a drawing: always a number, between bounds, in cm."""

from decimal import Decimal
from functools import partial

from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.rules.sketch.words import figure
from zwk_barrier.rules.typed import parse_length
from zwk_barrier.rules.typed.numbers import check_between

MOST_CM = 3000


class SizeField(LineField):
    """A length in cm as a float, typed in any unit; emptied it shows the last one again."""

    def __init__(self, name: str, *, least: int = 0, most: int = MOST_CM) -> None:
        super().__init__(
            name,
            parse=partial(_parse, field=name, least=least, most=most),
            show=figure,
            suffix="cm",
            large=True,
        )
        self._shown: float | None = None
        self.kept.connect(self._mend)

    def show_size(self, size: float) -> None:
        """Shows a length from the drawing; newer typing stays."""
        self._shown = size
        self.set_value(size)

    def _mend(self, value: object) -> None:
        if value is None:
            self.set_value(self._shown)


def _parse(text: str, *, field: str, least: int, most: int) -> float:
    value = parse_length(text, field=field)
    check_between(value, field=field, least=Decimal(least), most=Decimal(most), unit="cm")
    return float(round(value, 1))
