"""Form rows of one record: name, codes and unit from ``casework.fields``, kept by a ``Binding``.

    rows = RecordRows(form, Binding(desk, Person, owner=self))
    rows.text("family_name", key="N")          # Alt+N, when the letter occurs in the label
    rows.choice("care_grade")
    rows.many("aids", wide=True)

A new field on a page is one line here, once the model and ``casework.fields`` have it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.fields import FieldName, field_name
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, YearOrDateField, this_day
from zwk_barrier.desktop.widgets.fields import (
    DurationField,
    HoursField,
    MoneyField,
    MoneyRangeField,
    NumberField,
    PhoneField,
    TextField,
    TimeField,
)
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.desktop.widgets.whole_field import WholeField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.reference.areas import ELSEWHERE, AreaTree
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.folding import fold

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.keeping import Field

_OLDEST = date(1900, 1, 1)

_Widget = TypeVar("_Widget", bound=QWidget)


class RecordRows:
    """Adds rows for the columns of one record to a form; field names are ``table_column``."""

    def __init__(self, form: FormRows, binding: Binding) -> None:
        self.form = form
        self.binding = binding

    def text(self, column: str, *, key: str = "", hint: str = "", wide: bool = False) -> TextField:
        """A line of text."""
        return self._add(column, TextField(self._id(column)), key=key, hint=hint, wide=wide)

    def phone(self, column: str, *, key: str = "", hint: str = "") -> PhoneField:
        """A phone number."""
        return self._add(column, PhoneField(self._id(column)), key=key, hint=hint)

    def note(self, column: str, *, key: str = "", hint: str = "", lines: int = 3) -> NoteField:
        """Several lines of text over the whole width."""
        return self._add(column, NoteField(self._id(column), lines=lines), key=key, hint=hint, wide=True)

    def choice(self, column: str, *, key: str = "", hint: str = "", is_optional: bool = True) -> ChoiceField:
        """One code of the column's list."""
        field = ChoiceField(
            self._id(column), code_choices(self._named(column).codes), is_optional=is_optional
        )
        return self._add(column, field, key=key, hint=hint)

    def many(
        self, column: str, *, key: str = "", hint: str = "", wide: bool = False, ranks: bool = False
    ) -> ManyChoiceField:
        """Several codes of the column's list; when it ``ranks``, the first chosen stays the first."""
        field = ManyChoiceField(self._id(column), code_choices(self._named(column).codes), ranks=ranks)
        return self._add(column, field, key=key, hint=hint, wide=wide)

    def yes_no(self, column: str, *, hint: str = "") -> YesNoField:
        """Yes, no, or not known."""
        return self._add(column, YesNoField(self._id(column)), hint=hint)

    def whole(self, column: str, least: int, most: int, *, key: str = "", hint: str = "") -> WholeField:
        """A whole number."""
        field = WholeField(self._id(column), least=least, most=most, unit=self._named(column).unit)
        return self._add(column, field, key=key, hint=hint)

    def number(self, column: str, *, hint: str = "") -> NumberField:
        """A decimal number; its unit stands beside it."""
        named, field = self._named(column), NumberField(self._id(column))
        self.form.row(named.title, field, hint=hint, unit=named.unit)
        self.binding.tie(column, cast("Field", field))
        return field

    def day(self, column: str, *, key: str = "", hint: str = "") -> DateField:
        """Any day; what cannot be true is refused by the store."""
        return self._add(column, DateField(self._id(column)), key=key, hint=hint)

    def past_day(self, column: str, *, key: str = "", hint: str = "") -> DateField:
        """A day up to today: „20.12.“ typed in November is that of last year."""
        return self._add(column, DateField(self._id(column), latest=this_day), key=key, hint=hint)

    def coming_day(self, column: str, *, key: str = "", hint: str = "") -> DateField:
        """A day from today on: „3.10.“ typed in November is that of next year."""
        return self._add(column, DateField(self._id(column), earliest=this_day), key=key, hint=hint)

    def minutes(self, column: str, *, key: str = "") -> DurationField:
        """A duration in minutes."""
        return self._add(column, DurationField(self._id(column)), key=key)

    def hours(self, column: str, *, hint: str = "") -> HoursField:
        """Hours of work, kept in minutes."""
        return self._add(column, HoursField(self._id(column)), hint=hint)

    def time(self, column: str, *, key: str = "") -> TimeField:
        """A time of day."""
        return self._add(column, TimeField(self._id(column)), key=key)

    def money(self, column: str, *, hint: str = "") -> MoneyField:
        """An amount in cents."""
        return self._add(column, MoneyField(self._id(column)), hint=hint)

    def money_range(self, label: str, low: str, high: str) -> MoneyRangeField:
        """A lower and a higher amount in one field."""
        field = MoneyRangeField(self._id(low))

        def split(value: Any) -> dict[str, Any]:
            ends = value or (None, None)
            return {low: ends[0], high: ends[1]}

        def join(row: Any) -> tuple[int, int] | None:
            least, most = getattr(row, low), getattr(row, high)
            return (
                None if least is None and most is None else (least or 0, most if most is not None else least)
            )

        return self._add_several(label, field, split, join, (low, high))

    def birth(self, label: str, day: str, year: str, *, hint: str = "") -> YearOrDateField:
        """A day of birth or only its year, in one field."""
        field = YearOrDateField(self._id(day), earliest=_OLDEST, latest=this_day)

        def split(value: Any) -> dict[str, Any]:
            return {
                day: value if isinstance(value, date) else None,
                year: value if isinstance(value, int) else None,
            }

        return self._add_several(
            label, field, split, lambda row: getattr(row, day) or getattr(row, year), (day, year), hint
        )

    def check(self, column: str, text: str) -> CheckField:
        """One box over the whole width; its own sentence is its label."""
        field = self.form.add(CheckField(self._id(column), text))
        self.binding.tie(column, field)
        return field

    def offered(
        self, column: str, items: Iterable[tuple[str, str]], *, key: str = "", hint: str = ""
    ) -> ChoiceField:
        """One of choices that stand in no code list."""
        return self._add(column, ChoiceField(self._id(column), items), key=key, hint=hint)

    def _add_several(
        self,
        label: str,
        field: _Widget,
        split: Callable[[Any], dict[str, Any]],
        join: Callable[[Any], Any],
        columns: tuple[str, ...],
        hint: str = "",
    ) -> _Widget:
        self.form.row(label, field, hint=hint)
        self.binding.tie_several(cast("Field", field), split, join, columns=columns)
        return field

    def _add(
        self, column: str, field: _Widget, *, key: str = "", hint: str = "", wide: bool = False
    ) -> _Widget:
        self.form.row(with_key(self._named(column).title, key), field, hint=hint, wide=wide)
        self.binding.tie(column, cast("Field", field))
        return field

    def _named(self, column: str) -> FieldName:
        return field_name(self.binding.table, column)

    def _id(self, column: str) -> str:
        return f"{self.binding.table}_{column}"


def code_choices(code_list: str) -> list[tuple[str, str]]:
    """Codes and labels of a list as they are offered today."""
    return [(code.code, code.label()) for code in load_code_list(code_list).valid_on(this_day())]


def area_choices(areas: AreaTree) -> list[tuple[str, str]]:
    """The places of a region by name, so that typing „Lehe“ finds Lehe; those outside of it at the end."""
    offered = [
        (area.level == ELSEWHERE, areas.label(area.key), area.key) for area in areas.choices(this_day())
    ]
    return [(key, label) for _last, label, key in sorted(offered, key=lambda each: (each[0], fold(each[1])))]


def with_key(label: str, key: str) -> str:
    """The label with ``&`` before the first ``key`` in it, for Alt; unchanged when the letter does not occur."""
    place = label.lower().find(key.lower()) if key else -1
    return label if place < 0 else f"{label[:place]}&{label[place:]}"
