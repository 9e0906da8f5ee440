"""What is asked: period, what is counted, by rows and columns, and of which part; each field a few keys away."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.period_choice import PeriodChoice
from zwk_barrier.desktop.statistics.question_offers import (
    Value,
    axes,
    axis_code,
    axis_of,
    find_values,
    units,
    value_label,
)
from zwk_barrier.desktop.statistics.question_words import dropped_words, switched_words
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FieldLabel
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.search_box import SearchBox
from zwk_barrier.model.statistics_report import View
from zwk_barrier.overriding import override
from zwk_barrier.statistics.questions.questions import Question
from zwk_barrier.statistics.units import dimensions_of
from zwk_barrier.wording import _

_SEARCH_WIDTH = 504  # px at 100 %: two fields of the row above


class _Typing(QWidget):
    """As wide as two fields of the row above, or as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question_typing")

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_look().px(_SEARCH_WIDTH), super().sizeHint().height())


class QuestionChoice(QWidget):
    """Fields over a line in which parts are typed; ``changed`` after each choice."""

    changed = Signal()

    def __init__(self, name: str, day: date) -> None:
        super().__init__()
        self.setObjectName(name)
        self._region = ""
        self._where: dict[str, tuple[str, ...]] = {}
        bar = FilterBar(f"{name}_fields")
        self._unit = bar.add_field(
            _("&Was wird gezählt"), ChoiceField("question_unit", units(), is_optional=False)
        )
        self.period = PeriodChoice("question_period", bar, day)
        nothing = _("– nicht aufgeteilt –")
        self._rows = bar.add_field(_("Z&eilen"), ChoiceField("question_rows", empty=nothing))
        self._columns = bar.add_field(_("S&palten"), ChoiceField("question_columns", empty=nothing))
        self._views = FilterBar(f"{name}_views")
        self._view = self._views.add_field(
            _("Ansi&cht"),
            ChoiceField(
                "question_view",
                [("protected", _("geschützt")), ("internal", _("intern, genaue Zahlen"))],
                is_optional=False,
            ),
        )
        self._unit.set_value("cases")
        self._view.set_value("protected")
        self._label = FieldLabel(_("&Nur, wo …"))
        self._label.setObjectName("question_where_label")
        self.box = SearchBox(
            "question_where",
            title=_("Nur, wo …"),
            placeholder=_("Ortsteil, Alter, Pflegegrad, Anlass …"),
        )
        self._label.setBuddy(self.box)
        self._typing = _Typing()
        self._chips = Flow("question_chips")
        self._told = BodyText(name="question_told")
        self._lay_out(bar)
        self._connect()

    def take_region(self, region: str) -> None:
        """Offers the areas of a region; nothing can be asked before."""
        if region != self._region:
            self._region = region
            self._offer_axes()

    def question(self) -> Question:
        """What is asked."""
        return Question(
            self.period.period,
            str(self._unit.value()),
            axis_of(self._rows.value()),
            axis_of(self._columns.value()),
            dict(self._where),
        )

    def view(self) -> View:
        """Whether exact figures are wanted."""
        return "internal" if self._view.value() == "internal" else "protected"

    def show_question(self, question: Question) -> None:
        """Shows another question."""
        self.period.show_period(question.period)
        self._unit.set_value(question.unit)
        self._offer_axes()
        self._rows.set_value(axis_code(question.rows))
        self._columns.set_value(axis_code(question.columns))
        self._where = dict(question.where)
        self._tell("")
        self._show_chips()

    def show_rights(self, *, sees_cases: bool) -> None:
        """Offers exact figures only to those who may open cases."""
        row = self._view.parentWidget()
        if row is not None:
            row.setVisible(sees_cases)
        if not sees_cases:
            self._view.set_value("protected")

    def choose_view(self, view: View) -> None:
        """Turns to the other figures."""
        self._view.set_value(view)

    def _offer_axes(self) -> None:
        offered = axes(str(self._unit.value()), self._region)
        for field in (self._rows, self._columns):
            field.set_items(offered)

    def _choose_unit(self, unit: str) -> None:
        gone = self._take_unit(unit)
        self._tell(dropped_words(gone, self._region))
        self._show_chips()
        self.changed.emit()

    def _take_unit(self, unit: str) -> list[Value]:
        """Counts something else; what it cannot be divided by goes, and what was asked of it is given back."""
        known = dimensions_of(unit)
        gone = [
            Value(name, code) for name, codes in self._where.items() if name not in known for code in codes
        ]
        self._where = {name: codes for name, codes in self._where.items() if name in known}
        for field in (self._rows, self._columns):
            axis = axis_of(field.value())
            if axis is not None and axis.dimension not in known:
                field.set_value(None)
        self._offer_axes()
        return gone

    def _find(self, typed: str) -> None:
        self.box.show_hits(typed, find_values(typed, str(self._unit.value()), self._region))

    def _add(self, value: Value) -> None:
        told = ""
        if value.unit:
            before = str(self._unit.value())
            self._unit.set_value(value.unit)
            gone = self._take_unit(value.unit)
            told = (
                f"{switched_words(value, before, self._region)} {dropped_words(gone, self._region)}".strip()
            )
        self._tell(told)
        codes = self._where.get(value.dimension, ())
        if value.code not in codes:
            self._where[value.dimension] = (*codes, value.code)
        self.box.clear()
        self._show_chips()
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        """Says what a choice has changed besides."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _drop(self, value: Value) -> None:
        left = tuple(code for code in self._where.get(value.dimension, ()) if code != value.code)
        self._where.pop(value.dimension, None)
        if left:
            self._where[value.dimension] = left
        self._show_chips()
        self.box.setFocus()
        self.changed.emit()

    def _show_chips(self) -> None:
        self._chips.clear()
        values = [Value(name, code) for name, codes in self._where.items() for code in codes]
        for place, value in enumerate(values):
            label = value_label(value, self._region)
            chip = self._chips.add(Button(f"question_chip_{place}", label.replace("&", "&&"), icon="x"))
            chip.setAccessibleName(_("{part}, wegnehmen").format(part=label))
            chip.clicked.connect(lambda _checked, value=value: self._drop(value))
        self._chips.setVisible(bool(values))

    def _lay_out(self, bar: FilterBar) -> None:
        typing = self._typing
        words = QVBoxLayout(typing)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self._label)
        words.addWidget(self.box)
        line = Flow("question_line", gap=16)
        line.add(typing)
        line.add(self._views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(bar)
        column.addWidget(line)
        column.addWidget(self._chips)
        column.addWidget(self._told)
        self._chips.hide()
        self._told.hide()

    def _connect(self) -> None:
        self.period.changed.connect(self.changed)
        self._unit.kept.connect(self._choose_unit)
        for field in (self._rows, self._columns, self._view):
            field.kept.connect(lambda _value: self.changed.emit())
        self.box.asked.connect(self._find)
        self.box.chosen.connect(self._add)
