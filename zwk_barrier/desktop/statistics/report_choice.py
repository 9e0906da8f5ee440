"""Which report is shown: its quarters, its reader, the section in view, and whether exact figures are wanted."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics.period_choice import PeriodChoice
from zwk_barrier.desktop.statistics.report_reading import USUAL_TEMPLATE, Wanted
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.model.statistics_report import ReportSection, View
from zwk_barrier.reference.report_templates import OWN
from zwk_barrier.wording import _

_Definitions = Mapping[str, Mapping[str, str]]


class ReportChoice(QWidget):
    """Fields in a row; how figures are counted is remembered for each template in ``preferences``."""

    changed = Signal()
    """Another report is wanted."""

    composing_wanted = Signal()
    """The own template is to be put together."""

    section_chosen = Signal()
    """Another section of the same report is wanted."""

    def __init__(self, name: str, day: date, preferences: Preferences | None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._preferences = preferences
        self._definitions = {key: dict(value) for key, value in _remembered(preferences).items()}
        bar = FilterBar(f"{name}_fields")
        self.period = PeriodChoice("report_period", bar, day)
        self._template = bar.add_field(_("Vo&rlage"), ChoiceField("report_template", is_optional=False))
        self._section = bar.add_field(_("&Abschnitt"), ChoiceField("report_sections", is_optional=False))
        self._view = bar.add_field(_("Ansi&cht"), ChoiceField("report_view", _views(), is_optional=False))
        self._compose = bar.add(
            Button("report_compose", _("Zusammens&tellen …"), kind=Kind.QUIET, icon="list")
        )
        self._compose.clicked.connect(self.composing_wanted)
        self._compose.hide()
        self._template.set_value(USUAL_TEMPLATE)
        self._view.set_value("protected")
        self._view_row = self._view.parentWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        self.period.changed.connect(self.changed)
        for field in (self._template, self._view):
            field.kept.connect(lambda _value: self.changed.emit())
        self._section.kept.connect(lambda _value: self.section_chosen.emit())

    def wanted(self) -> Wanted:
        """What is chosen."""
        template = str(self._template.value())
        view: View = "internal" if self._view.value() == "internal" else "protected"
        return Wanted(self.period.period, template, view, self._definitions.get(template, {}))

    def section(self) -> str:
        """The key of the section in view; empty before there was one."""
        return str(self._section.value() or "")

    def show_sections(self, sections: Sequence[ReportSection]) -> None:
        """Offers the sections of a report; the one in view stays where there is one like it."""
        row = self._section.parentWidget()
        if row is not None:
            row.setVisible(bool(sections))
        keys = [one.key for one in sections]
        if sections:
            self._section.set_items((one.key, one.title) for one in sections)
        if keys and self.section() not in keys:
            self._section.set_value(keys[0])

    def show_offer(
        self, templates: Sequence[tuple[str, str]], *, sees_cases: bool, may_count: bool = True
    ) -> None:
        """Offers the office's templates, exact figures to those who may open cases, the own one to who reports."""
        self._compose.setVisible(may_count and self._template.value() == OWN)
        self._template.set_items(templates)
        if self._view_row is not None:
            self._view_row.setVisible(sees_cases)
        if not sees_cases:
            self._view.set_value("protected")

    def choose_section(self, key: str) -> None:
        """Turns to another section."""
        self._section.set_value(key)

    def choose_view(self, view: View) -> None:
        """Turns to the other figures."""
        self._view.set_value(view)

    def count_as(self, key: str, variant: str) -> None:
        """Counts a figure in another way for the reader chosen, also the next time."""
        self._definitions.setdefault(str(self._template.value()), {})[key] = variant
        if self._preferences is not None:
            self._preferences.statistics_definitions = json.dumps(self._definitions)


def _remembered(preferences: Preferences | None) -> _Definitions:
    if preferences is None or not preferences.statistics_definitions:
        return {}
    try:
        kept = json.loads(preferences.statistics_definitions)
    except ValueError:
        return {}
    is_whole = isinstance(kept, dict) and all(isinstance(one, dict) for one in kept.values())
    return kept if is_whole else {}


def _views() -> list[tuple[str, str]]:
    return [("protected", _("geschützt")), ("internal", _("intern, genaue Zahlen"))]
